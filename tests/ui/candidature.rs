//! The page of the candidature and the form of a referral: what it says, how few keys it takes.

use jalon::domain::body::Body;
use jalon::domain::codes::{Criterion, EntryKind, Lot, PrescriberKind, Priority, Public};
use jalon::domain::diagnosis::Diagnosis;
use jalon::domain::enrolment::Enrolment;
use jalon::domain::evidence::{Evidence, EvidenceKind};
use jalon::domain::person::Person;
use jalon::domain::reception::ReceptionItem;
use jalon::i18n::Language;
use jalon::ui::action::Action;

use super::file_people::Known;
use super::forms_station::{Station, TODAY, day};
use crate::support::harness::Harness;

/// Referred a month ago, received, in diagnosis: half of everything is there.
fn in_diagnosis() -> Known {
    let mut person = Person::new("Delaunay", "Karim", day("1975-01-20"));
    person.commune = Some("76540".to_owned());
    let enrolment = Enrolment {
        referred_on: Some(day("2026-02-10")),
        prescriber_kind: Some(PrescriberKind::Ccas),
        received_on: Some(day("2026-02-18")),
        public: Some(Public::Adult),
        criteria: vec![Criterion::Rsa, Criterion::LongTermJobseeker],
        priorities: vec![Priority::Qpv],
        ..Enrolment::default()
    };
    let mut benefit = Evidence::new(EvidenceKind::Benefit);
    benefit.dated_on = Some(day("2025-10-01"));
    benefit.received_on = Some(day("2026-02-18"));
    let diagnosis =
        Diagnosis { wants_work: Some(true), needs_support: Some(false), ..Diagnosis::new(day("2026-02-18")) };
    let rest = vec![Body::Enrolment(enrolment), Body::Evidence(benefit), Body::Diagnosis(diagnosis)];
    (Body::Person(person), rest)
}

fn opened(known: Known, language: Language, size: (u16, u16)) -> (Station, Harness) {
    let station = Station::new();
    station.add(known.0, known.1);
    let mut h = station.harness().language(language).size(size.0, size.1).start();
    h.act(Action::ListOpen);
    (station, h)
}

#[test]
fn the_page_of_a_candidate_comes_first_and_says_what_is_missing() {
    for language in [Language::French, Language::English] {
        let tag = language.tag();
        for (columns, rows) in [(80, 24), (120, 40)] {
            let (_station, h) = opened(in_diagnosis(), language, (columns, rows));
            let name = format!("file-candidature-some-{tag}-{columns}");
            insta::with_settings!({ snapshot_path => "snapshots/file", prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(name, h.screen());
            });
        }
    }
}

#[test]
fn the_reception_and_the_conditions_are_ticked_with_one_key_each() {
    let (station, mut h) = opened(in_diagnosis(), Language::French, (80, 24));
    h.press("space down");
    // What the person knows is ticked too.
    h.press("space down");
    for _ in 0..5 {
        h.press("space").press("down");
    }
    let person = *station.caseload().files.keys().next().expect("a person");
    let items = |station: &Station| {
        let file = station.file(person);
        file.enrolments[0].value.reception.iter().map(|it| it.item).collect::<Vec<_>>()
    };
    assert_eq!(items(&station), ReceptionItem::ALL[..6]);
    // The seventh takes the place of the sixth.
    h.press("space");
    assert_eq!(items(&station)[5..], [ReceptionItem::Directed]);
    assert_eq!(station.file(person).person.value.informed_on, Some(day(TODAY)));
    // What is missing is opened: it has no tick.
    h.press("down space");
    assert!(h.screen().contains("Cette ligne s’ouvre et ne se coche pas"), "{}", h.screen());
    // The third condition: nothing, yes, no.
    h.press("down down down down down space");
    let answer = |station: &Station| station.file(person).diagnoses[0].value.can_follow;
    assert_eq!(answer(&station), Some(true));
    h.press("space");
    assert_eq!(answer(&station), Some(false));
    h.press("u");
    assert_eq!(answer(&station), Some(true));
}

#[test]
fn each_thing_that_is_missing_opens_where_it_is_written() {
    let rows: [(usize, &str); 7] = [
        (0, "› 1. Accueil"),
        (1, "› Information RGPD"),
        (8, "› Secteur"),
        (9, "› Lot"),
        (10, "› Critère principal"),
        (14, "› Freins"),
        (15, "› Plan d’action"),
    ];
    for (row, field) in rows {
        let (_station, mut h) = opened(in_diagnosis(), Language::French, (80, 24));
        (0..row).for_each(|_| {
            h.press("down");
        });
        h.press("enter");
        assert!(h.screen().contains(field), "row {row}, {field}:\n{}", h.screen());
    }
}

#[test]
fn a_referral_is_noted_on_one_page_and_its_own_opens() {
    let station = Station::new();
    let mut h = station.harness().start();
    h.press("g o").type_text("Lemoine").press("enter").type_text("Chloé").press("enter");
    h.type_text("03042001").press("enter enter").type_text("cleon").press("ctrl-s");
    assert!(h.screen().contains("orientée"), "{}", h.screen());
    let file = station.caseload().files.values().next().expect("a person").clone();
    let enrolment = &file.enrolments[0].value;
    assert_eq!(file.person.value.commune.as_deref(), Some("76178"));
    assert_eq!((enrolment.public, enrolment.lot), (Some(Public::Youth), Some(Lot::L1)));
    assert_eq!((enrolment.entry_kind, enrolment.referred_on), (Some(EntryKind::New), Some(day(TODAY))));
}
