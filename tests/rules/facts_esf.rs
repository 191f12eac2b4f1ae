//! What the European Social Fund asks, written as words: `joignable` has a telephone, `identité` fills the
//! identity page; `fse D …` is a record that was begun on that day: `complet` but for the signature,
//! `signé D`, `relais`, `sorti CODE D`, `six-mois CODE D`.

use jalon::domain::codes::Sex;
use jalon::domain::esf::{Diploma, EsfAnswer, EsfRecord, LabourStatus};
use jalon::domain::person::Person;

use super::facts::date;

pub fn identify(person: &mut Person) {
    person.sex = Some(Sex::Female);
    person.birth_place = Some("Elbeuf".to_owned());
    person.address = Some("4, rue du Robec".to_owned());
    person.postal_code = Some("76000".to_owned());
    person.commune = Some("76540".to_owned());
}

pub fn record<'a>(words: &mut impl Iterator<Item = &'a str>) -> EsfRecord {
    let day = |words: &mut dyn Iterator<Item = &'a str>| date(words.next().expect("a date"));
    let mut it = EsfRecord::new(day(words));
    while let Some(word) = words.next() {
        match word {
            "complet" => {
                it.status = Some(LabourStatus::Inactive);
                it.diploma = Some(Diploma::Primary);
                (it.disability, it.housing) = (Some(EsfAnswer::Declined), Some(EsfAnswer::No));
                (it.parent_abroad, it.third_country) = (Some(EsfAnswer::Declined), Some(false));
            }
            "cherche" => it.status = Some(LabourStatus::Unemployed),
            "signé" => it.signed_on = Some(day(words)),
            "relais" => it.relay = "Sa sœur".to_owned(),
            "sorti" => {
                it.exit_status = words.next().and_then(LabourStatus::from_code);
                it.exit_seen_on = Some(day(words));
            }
            "six-mois" => {
                it.later_status = words.next().and_then(LabourStatus::from_code);
                it.later_seen_on = Some(day(words));
            }
            other => unreachable!("{other} says nothing of a record"),
        }
    }
    it
}
