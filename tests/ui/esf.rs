//! What the European Social Fund asks (AL-20): proposed from what the file knows, asked at what is missing.

use jalon::domain::body::Body;
use jalon::domain::codes::{Criterion, Priority};
use jalon::domain::enrolment::Enrolment;
use jalon::domain::esf::{Benefit, Diploma, EsfRecord, Household, LabourStatus};
use jalon::domain::person::Person;
use jalon::i18n::Language;
use jalon::ui::action::Action;

use super::forms_station::{Station, day};
use crate::support::harness::Harness;

/// Somebody who adhered on the day on which their file was begun, and left on that day or not.
fn opened(exited_on: Option<&str>, language: Language, columns: u16) -> (Station, Harness) {
    let station = Station::new();
    let enrolment = Enrolment {
        enrolled_on: Some(day("2026-03-12")),
        criteria: vec![Criterion::LongTermJobseeker, Criterion::Rsa],
        priorities: vec![Priority::SingleParent],
        jobseeker_since: Some(day("2025-01-10")),
        level: Some(3),
        exited_on: exited_on.map(day),
        ..Enrolment::default()
    };
    let person = Person::new("Benali", "Nadia", day("1990-01-01"));
    station.add(Body::Person(person), vec![Body::Enrolment(enrolment)]);
    let rows = if columns == 80 { 24 } else { 40 };
    let mut h = station.harness().language(language).size(columns, rows).start();
    h.act(Action::ListOpen);
    (station, h)
}

fn record(station: &Station) -> EsfRecord {
    let caseload = station.caseload();
    let file = caseload.files.values().next().expect("a person");
    file.esf_records.first().expect("a record").value.clone()
}

#[test]
fn the_questionnaire_is_begun_with_what_the_file_knows() {
    let (station, mut h) = opened(None, Language::French, 80);
    h.act(Action::EsfEdit).press("ctrl-s");
    let it = record(&station);
    assert_eq!((it.entered_on, it.status), (day("2026-03-12"), Some(LabourStatus::Unemployed)));
    assert_eq!((it.months_looking, it.is_registered), (Some(14), Some(true)));
    assert_eq!((it.diploma, it.benefits), (Some(Diploma::UpperSecondary), vec![Benefit::Rsa]));
    assert_eq!((it.household, it.has_children), (Some(Household::SingleParent), Some(true)));
    assert_eq!((it.disability, it.signed_on), (None, None), "what nobody said is not made up");
}

#[test]
fn enter_on_the_alert_asks_for_the_situation_at_the_exit_and_clears_it() {
    let (station, mut h) = opened(Some("2026-03-12"), Language::French, 80);
    assert!(h.screen().contains("fiche FSE"), "{}", h.screen());
    h.act(Action::ListOpen);
    assert!(h.screen().contains("À la sortie"), "{}", h.screen());
    h.type_text("c").press("ctrl-s");
    let exit = record(&station).exit().expect("seen");
    assert_eq!((exit.status, exit.on), (LabourStatus::Unemployed, day("2026-03-12")));
    assert!(!h.screen().contains("situation à la sortie"), "{}", h.screen());
}

#[test]
fn how_both_forms_look() {
    for (language, tag) in [(Language::French, "fr"), (Language::English, "en")] {
        for columns in [80, 120] {
            for (name, exited_on) in [("entry", None), ("exit", Some("2026-03-12"))] {
                let (_station, mut h) = opened(exited_on, language, columns);
                h.act(Action::EsfEdit);
                insta::with_settings!({ snapshot_path => "snapshots/file", prepend_module_to_snapshot => false }, {
                    insta::assert_snapshot!(format!("form-esf-{name}-{tag}-{columns}"), h.screen());
                });
            }
        }
    }
}
