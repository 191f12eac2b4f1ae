//! Who an invented person is: identity page, and what the referral says of their situation.

use chrono::{Months, NaiveDate};

use super::dice::Dice;
use super::{names, places};
use crate::domain::codes::{Criterion, Lot, PrescriberKind, Priority, Public, Sex};
use crate::domain::dates::{age, sub_days};
use crate::domain::enrolment::Enrolment;
use crate::domain::person::Person;

/// Shares of the people supported from 2014 to 2019, in percent (CCTP art. 1).
const UNDER_26: u32 = 17;
const FROM_50: u32 = 10;
const LONG_TERM: u32 = 63;
const RSA: u32 = 45;
const QPV: u32 = 24;

/// Levels of qualification; the first three make 58 % (CCTP art. 1).
const LEVELS: &[(u8, u32)] = &[(1, 14), (2, 12), (3, 32), (4, 26), (5, 9), (6, 5), (7, 2)];

const PRESCRIBERS: &[((PrescriberKind, &str), u32)] = &[
    ((PrescriberKind::FranceTravail, "Agence France Travail"), 38),
    ((PrescriberKind::Cms, "CMS du secteur"), 22),
    ((PrescriberKind::MissionLocale, "Mission Locale"), 12),
    ((PrescriberKind::Ccas, "CCAS de la commune"), 12),
    ((PrescriberKind::CommunalEmployment, "Service emploi de la ville"), 8),
    ((PrescriberKind::Other, "Association de quartier"), 5),
    ((PrescriberKind::Spontaneous, "Candidature spontanée"), 3),
];

/// A person and the situation in which they are referred.
pub struct Portrait {
    /// Identity page.
    pub person: Person,
    /// The referral, without its dates.
    pub enrolment: Enrolment,
}

/// A person referred on `referred_on`, followed in `lot` if it is given.
pub fn portrait(dice: &mut Dice, referred_on: NaiveDate, lot: Option<Lot>) -> Portrait {
    let is_young = match lot {
        Some(lot) if !places::follows(lot, Public::Adult) => true,
        Some(lot) if !places::follows(lot, Public::Youth) => false,
        Some(_) | None => dice.chance(UNDER_26),
    };
    let birth_date = birth_date(dice, referred_on, is_young);
    let public = if is_young { Public::Youth } else { Public::Adult };
    let home = places::home(dice, public, lot);
    let sex = dice.weighted(&[(Sex::Female, 53), (Sex::Male, 47)]);
    let family_name = names::family(dice);
    let given_name = names::given(dice, sex);
    let has_birth_name = sex == Sex::Female && !is_young && dice.chance(35);
    let lives_in_qpv = dice.chance(QPV);
    let person = Person {
        reference: None,
        birth_name: has_birth_name.then(|| names::family(dice).to_owned()).filter(|name| name != family_name),
        sex: Some(sex),
        birth_place: Some(names::birth_place(dice).to_owned()),
        address: Some(home.address),
        postal_code: Some(home.postal_code.to_owned()),
        commune: Some(home.commune.to_owned()),
        sector: home.sector,
        qpv: Some(if lives_in_qpv { "oui" } else { "non" }.to_owned()),
        phone: dice.chance(94).then(|| phone(dice)),
        email: dice.chance(70).then(|| email(dice, given_name, family_name)),
        france_travail_id: dice.chance(85).then(|| france_travail_id(dice)),
        ..Person::new(family_name, given_name, birth_date)
    };
    let is_senior = age(birth_date, referred_on) >= 50;
    let enrolment = situation(dice, public, home.lot, (is_senior, lives_in_qpv));
    Portrait { person, enrolment }
}

/// Under 26, from 50, or between, on the day of the referral.
fn birth_date(dice: &mut Dice, referred_on: NaiveDate, is_young: bool) -> NaiveDate {
    let years = if is_young {
        dice.between(18, 25)
    } else if dice.below(100 - UNDER_26) < FROM_50 {
        dice.between(50, 61)
    } else {
        dice.between(26, 49)
    };
    let youngest = referred_on.checked_sub_months(Months::new(years * 12)).unwrap_or(referred_on);
    sub_days(youngest, dice.below(365))
}

fn situation(
    dice: &mut Dice,
    public: Public,
    lot: Lot,
    (is_senior, lives_in_qpv): (bool, bool),
) -> Enrolment {
    let mut criteria = Vec::new();
    if dice.chance(LONG_TERM) {
        criteria.push(Criterion::LongTermJobseeker);
    }
    if dice.chance(RSA) {
        criteria.push(Criterion::Rsa);
    } else if dice.chance(9) {
        criteria.push(dice.pick(&[Criterion::Ass, Criterion::Aah]));
    }
    if criteria.is_empty() || dice.chance(12) {
        criteria.push(if public == Public::Youth { Criterion::Young } else { Criterion::Difficulty });
    }
    let main_criterion = Some(dice.pick(&criteria));
    let mut priorities = Vec::new();
    if is_senior {
        priorities.push(Priority::Senior);
    }
    if lives_in_qpv {
        priorities.push(Priority::Qpv);
    }
    if dice.chance(18) {
        priorities.push(Priority::SingleParent);
    }
    if dice.chance(7) {
        priorities.push(Priority::Precarious);
    }
    let (prescriber_kind, prescriber) = dice.weighted(PRESCRIBERS);
    Enrolment {
        prescriber: Some(prescriber.to_owned()),
        prescriber_kind: Some(prescriber_kind),
        lot: Some(lot),
        public: Some(public),
        criteria,
        main_criterion,
        priorities,
        level: Some(dice.weighted(LEVELS)),
        ..Enrolment::default()
    }
}

/// A number of those that are kept for fiction (ARCEP decision 2018-0881): it rings nowhere.
fn phone(dice: &mut Dice) -> String {
    format!("06 39 98 {:02} {:02}", dice.below(100), dice.below(100))
}

/// An address in a domain that nobody can own (RFC 2606).
fn email(dice: &mut Dice, given_name: &str, family_name: &str) -> String {
    let plain =
        |name: &str| name.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_ascii_lowercase();
    format!("{}.{}{}@example.org", plain(given_name), plain(family_name), dice.between(1, 99))
}

fn france_travail_id(dice: &mut Dice) -> String {
    let letter = char::from(b'A' + u8::try_from(dice.below(26)).unwrap_or(0));
    format!("{:07}{letter}", dice.below(10_000_000))
}
