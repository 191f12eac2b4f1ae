//! Who is found by what is typed, and in which order.

mod patched;

use chrono::NaiveDate;
use jalon::domain::id::PersonId;
use jalon::domain::person::Person;
use jalon::search::{Index, highlight};

/// Family name, given name, birth date, birth name, telephone, reference.
const PEOPLE: &[(&str, &str, &str, &str, &str, &str)] = &[
    ("Belkacem", "Nadia", "1985-03-12", "Haddad", "06 12 34 56 78", "A-17"),
    ("Lefèvre-Œuvrard", "Zoé", "1999-12-03", "", "+33 7 00 11 22 33", "B204"),
    ("Le Goff", "Jean-Pierre", "1964-07-30", "", "", "1985"),
    ("D’Angelo", "Maria", "1972-01-05", "", "", ""),
    ("Delafontaine", "Léo", "2001-02-28", "", "", ""),
    ("de La Fontaine", "Anne", "1990-05-17", "", "", ""),
    ("Martin", "Nadège", "1988-08-08", "", "", ""),
    ("Martinez", "Paul", "1979-09-09", "", "", ""),
    ("Marin", "Paula", "1977-03-12", "", "", ""),
    ("Nadaud", "Martin", "1966-06-06", "", "", ""),
    ("Weiß", "Łukasz", "1983-10-10", "", "", ""),
    ("Diallo", "Aïssatou", "1995-11-11", "", "", ""),
    ("Nguyễn", "Thị Hoa", "1992-04-04", "", "", ""),
];

fn id(at: usize) -> PersonId {
    PersonId([u8::try_from(at).expect("few people"); 16])
}

fn person(at: usize) -> Person {
    let (family, given, birth, birth_name, phone, reference) = PEOPLE[at];
    let some = |text: &str| if text.is_empty() { None } else { Some(text.to_owned()) };
    let birth = birth.parse::<NaiveDate>().expect("a date");
    Person {
        birth_name: some(birth_name),
        phone: some(phone),
        reference: some(reference),
        ..Person::new(family, given, birth)
    }
}

fn index() -> Index {
    let mut index = Index::default();
    for at in 0..PEOPLE.len() {
        index.put(id(at), Some(&person(at)));
    }
    index
}

/// The family names found, in order.
fn found(index: &Index, typed: &str) -> Vec<&'static str> {
    let name = |hit: jalon::search::Hit| PEOPLE[usize::from(hit.person.0[0])].0;
    index.find(typed, usize::MAX).into_iter().map(name).collect()
}

#[test]
fn people_are_found_as_they_are_remembered() {
    let index = index();
    for (typed, expected) in [
        // Case, accents, ligatures, foreign letters.
        ("BELK", &["Belkacem"][..]),
        ("lefevre", &["Lefèvre-Œuvrard"]),
        ("œuvr", &["Lefèvre-Œuvrard"]),
        ("oeuvr", &["Lefèvre-Œuvrard"]),
        ("weiss", &["Weiß"]),
        ("lukasz", &["Weiß"]),
        ("aissatou", &["Diallo"]),
        ("nguyen", &["Nguyễn"]),
        // Hyphens, apostrophes, particles, with or without.
        ("jean pierre", &["Le Goff"]),
        ("jeanpierre", &["Le Goff"]),
        ("lefevre-oeuvrard", &["Lefèvre-Œuvrard"]),
        ("goff", &["Le Goff"]),
        ("legoff", &["Le Goff"]),
        ("le goff", &["Le Goff"]),
        ("d'angelo", &["D’Angelo"]),
        ("dangelo", &["D’Angelo"]),
        ("angelo", &["D’Angelo"]),
        ("de la fontaine", &["de La Fontaine", "Delafontaine"]),
        ("fontaine", &["de La Fontaine"]),
        // Any order, several words, birth name.
        ("nadia belk", &["Belkacem"]),
        ("belk nadia", &["Belkacem"]),
        ("haddad", &["Belkacem"]),
        ("nadia haddad", &["Belkacem"]),
        ("nadia martin", &["Nadaud"]),
        ("nadia marin", &[]),
        // Family name first, then given name; the whole word before its start; typos last.
        ("martin", &["Martin", "Martinez", "Nadaud", "Marin"]),
        ("nad", &["Nadaud", "Belkacem", "Martin"]),
        ("paul", &["Martinez", "Marin"]),
        // One typo from four letters on: other, missing, spare, swapped.
        ("belcacem", &["Belkacem"]),
        ("belacem", &["Belkacem"]),
        ("bellkacem", &["Belkacem"]),
        ("blekacem", &["Belkacem"]),
        ("beljac", &["Belkacem"]),
        ("dialo", &["Diallo"]),
        ("mart", &["Martin", "Martinez", "Nadaud"]),
        ("mra", &["D’Angelo"]),
        ("nx", &[]),
        // Letters in order, when there is nothing closer.
        ("kacem", &["Belkacem"]),
        ("blkcm", &["Belkacem"]),
        // Telephone, birth date, year, reference.
        ("0612345678", &["Belkacem"]),
        ("06 12 34", &["Belkacem"]),
        ("+33612", &["Belkacem"]),
        ("5678", &["Belkacem"]),
        ("07 00", &["Lefèvre-Œuvrard"]),
        ("12/03/1985", &["Belkacem"]),
        ("12/3/85", &["Belkacem"]),
        ("1985-03-12", &["Belkacem"]),
        ("12031985", &["Belkacem"]),
        ("12/03", &["Belkacem", "Marin"]),
        ("1985", &["Belkacem", "Le Goff"]),
        ("paula 1977", &["Marin"]),
        ("a-17", &["Belkacem"]),
        ("a17", &["Belkacem"]),
        ("b204", &["Lefèvre-Œuvrard"]),
        ("12/03/1999", &[]),
        ("xyzt", &[]),
    ] {
        assert_eq!(found(&index, typed), expected, "{typed}");
    }
}

#[test]
fn nothing_typed_gives_everyone_by_name() {
    let names = found(&index(), " ");
    assert_eq!(names.len(), PEOPLE.len());
    assert_eq!(names[..3], ["Belkacem", "D’Angelo", "de La Fontaine"]);
}

#[test]
fn a_limit_keeps_the_best() {
    let index = index();
    let all = index.find("martin", usize::MAX);
    for limit in 0..=all.len() + 1 {
        assert_eq!(index.find("martin", limit), all[..limit.min(all.len())]);
    }
}

#[test]
fn letters_that_answer_are_shown() {
    for (name, typed, expected) in [
        ("BELKACEM Nadia", "nad bel", &["BEL", "Nad"][..]),
        ("LEFÈVRE-ŒUVRARD Zoé", "oe zoe", &["Œ", "Zoé"]),
        ("D’ANGELO Maria", "ang", &["ANG"]),
        ("LE GOFF Jean-Pierre", "legoff pierre", &["LE GOFF", "Pierre"]),
        ("MARTIN Nadège", "12/03", &[]),
    ] {
        let parts: Vec<&str> = highlight(name, typed).into_iter().map(|part| &name[part]).collect();
        assert_eq!(parts, expected, "{typed}");
    }
}
