//! Checks of an identity page.

use super::Violations;
use crate::domain::communes;
use crate::domain::dates::age;
use crate::domain::person::Person;

/// Ages between which a person is likely to be followed: nobody can work before, few do after.
const LIKELY_AGES: std::ops::Range<u32> = 16..80;

/// Fewest digits of a telephone number.
const SHORTEST_PHONE_DIGITS: usize = 6;

pub(super) fn check(person: &Person, found: &mut Violations) {
    found.refuse_blank(&person.family_name, "family_name", "name-missing");
    found.refuse_blank(&person.given_name, "given_name", "name-missing");
    if person.birth_date > found.today {
        found.refuse(true, "birth_date", "date-in-future");
    } else {
        let is_likely = LIKELY_AGES.contains(&age(person.birth_date, found.today));
        found.doubt(!is_likely, "birth_date", "age-unlikely");
    }
    found.refuse_future(person.informed_on, "informed_on");
    check_home(person, found);
    check_reach(person, found);
    for (text, field) in texts(person) {
        found.refuse_text(text, field);
    }
}

fn texts(person: &Person) -> [(Option<&str>, &'static str); 10] {
    [
        (person.reference.as_deref(), "reference"),
        (Some(&person.family_name), "family_name"),
        (person.birth_name.as_deref(), "birth_name"),
        (Some(&person.given_name), "given_name"),
        (person.birth_place.as_deref(), "birth_place"),
        (person.address.as_deref(), "address"),
        (person.qpv.as_deref(), "qpv"),
        (person.phone.as_deref(), "phone"),
        (person.email.as_deref(), "email"),
        (person.france_travail_id.as_deref(), "france_travail_id"),
    ]
}

fn check_home(person: &Person, found: &mut Violations) {
    let is_digits = |text: &str| text.len() == 5 && text.bytes().all(|it| it.is_ascii_digit());
    let postal_code = person.postal_code.as_deref();
    found.refuse(postal_code.is_some_and(|it| !is_digits(it)), "postal_code", "postal-code-shape");
    let Some(code) = person.commune.as_deref() else { return };
    match communes::by_code(code) {
        Some(commune) => {
            let elsewhere = |it: &str| is_digits(it) && !commune.postal_codes.contains(&it);
            found.doubt(postal_code.is_some_and(elsewhere), "postal_code", "postal-code-elsewhere");
            let pointless = person.sector.is_some() && !commune.has_sectors();
            found.doubt(pointless, "sector", "sector-outside-rouen");
        }
        None if is_insee_code(code) => found.doubt(true, "commune", "commune-outside"),
        None => found.refuse(true, "commune", "commune-unknown"),
    }
}

/// Whether the text has the shape of an INSEE code, of Corsica too.
fn is_insee_code(code: &str) -> bool {
    let digits = code.strip_prefix("2A").or_else(|| code.strip_prefix("2B")).map_or(code, |rest| rest);
    code.len() == 5 && digits.bytes().all(|it| it.is_ascii_digit())
}

fn check_reach(person: &Person, found: &mut Violations) {
    let digits = |it: &str| it.chars().filter(char::is_ascii_digit).count();
    let is_short = person.phone.as_deref().is_some_and(|it| digits(it) < SHORTEST_PHONE_DIGITS);
    found.doubt(is_short, "phone", "phone-shape");
    let is_address = |it: &str| {
        let parts = it.trim().split_once('@');
        parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !it.trim().contains(' '))
    };
    found.doubt(person.email.as_deref().is_some_and(|it| !is_address(it)), "email", "email-shape");
}
