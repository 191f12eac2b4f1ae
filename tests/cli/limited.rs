//! People whose processing is limited (GDPR, article 18): kept, listed apart, and never passed over in silence.

use chrono::NaiveDate;
use jalon::domain::body::Body;
use jalon::domain::codes::{ContactKind, StationRole};
use jalon::domain::contact::Contact;
use jalon::domain::file::EntryId;
use jalon::domain::id::{ObjectId, PersonId};
use jalon::domain::limitation::{Limitation, LimitationReason};
use jalon::domain::now::Now;
use jalon::usecase::error::Error;
use jalon::usecase::request::{Change, Save};

use crate::support::station::{Station, at};

const PEOPLE: &str =
    "ref;nom;prenom;naissance\nA1;Belkacem;Nadia;02/04/1985\nA2;Lefèvre;Jean-Noël;11/12/1999\n";
const ENROLMENTS: &str = "ref;adhesion;lot\nA1;03/02/2025;L3\nA2;03/02/2025;L3\n";
const CONTACTS: &str = "ref;date;type;resultat\nA1;12/06/2025;appel;rappelée\nA2;12/06/2025;appel;rappelé\n";

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// Nadia Belkacem, whose processing is limited, and Jean-Noël Lefèvre.
fn station() -> Station {
    let station = Station::new(StationRole::Counsellor);
    station.write("reprise/personnes.csv", PEOPLE);
    station.write("reprise/adhesions.csv", ENROLMENTS);
    assert_eq!(station.run(&["import", "reprise"]).code, 0);
    limit(&station, None);
    station
}

fn nadia(station: &Station) -> (PersonId, Option<(ObjectId, EntryId)>) {
    let session = station.open(at("2026-03-12"));
    let files = &session.caseload().files;
    let file = files.values().find(|it| it.person.value.family_name == "Belkacem").expect("Nadia");
    (file.id, file.limitations.first().map(|it| (it.id, it.entry)))
}

/// Limits the processing, or lifts the limitation.
fn limit(station: &Station, lifted_on: Option<NaiveDate>) {
    let (person, replaces) = nadia(station);
    let limitation = Limitation {
        since: day("2026-03-01"),
        reason: LimitationReason::Contested,
        note: String::new(),
        lifted_on,
        lifted_because: lifted_on.map(|_| "vérifié".to_owned()).unwrap_or_default(),
    };
    let change = Change { person: Some(person), replaces, body: Some(Body::Limitation(limitation)) };
    let save = Save { changes: vec![change], draft: None, confirmed: true };
    station.open(at("2026-03-12")).save(save, at("2026-03-12")).expect("saved");
}

#[test]
fn a_list_that_leaves_says_how_many_stay_and_how_to_see_them() {
    let station = station();
    for format in ["json", "csv"] {
        for command in ["list", "due"] {
            let answer = station.run(&[command, "--format", format]);
            assert_eq!(answer.code, 0, "{}", answer.err);
            assert!(!answer.out.contains("BELKACEM") && answer.out.contains("LEFÈVRE"), "{}", answer.out);
            assert!(answer.err.contains("1 personne laissée de côté"), "{}", answer.err);
        }
    }
    let table = station.run(&["list"]);
    assert!(
        table.out.contains("BELKACEM Nadia (limité)") && table.err.is_empty(),
        "{}{}",
        table.out,
        table.err
    );
    let why = station.run(&["why", "Belkacem"]);
    assert!(why.err.contains("aucune alerte ne court"), "{}{}", why.out, why.err);
    limit(&station, Some(day("2026-03-10")));
    let lifted = station.run(&["list", "--format", "csv"]);
    assert!(lifted.out.contains("BELKACEM Nadia") && lifted.err.is_empty(), "{}{}", lifted.out, lifted.err);
}

/// The lines of the limited person are named and wait; those of the others are taken.
#[test]
fn an_import_passes_over_the_lines_of_a_limited_person_and_names_them() {
    let station = station();
    station.write("reprise/contacts.csv", CONTACTS);
    let shown = station.run(&["import", "reprise", "--dry-run"]);
    assert_eq!(shown.code, 3, "{}{}", shown.out, shown.err);
    let taken = station.run(&["import", "reprise", "--format", "json"]);
    assert_eq!(taken.code, 3, "{}", taken.err);
    let taken = taken.json();
    // The page and the period that say what they said change nothing: only the call is passed over.
    assert_eq!(
        (taken["new"].as_u64(), taken["unchanged"].as_u64(), taken["done"].as_bool()),
        (Some(1), Some(4), Some(true))
    );
    let passed_over = taken["passed_over"].as_array().expect("lines");
    assert_eq!(passed_over.len(), 1, "{passed_over:?}");
    assert_eq!(
        (&passed_over[0]["ref"], &passed_over[0]["table"], &passed_over[0]["line"]),
        (&"A1".into(), &"contacts".into(), &2.into())
    );
    let said = station.run(&["import", "reprise"]);
    assert!(said.out.contains("ligne 2") && said.out.contains("BELKACEM Nadia est limité"), "{}", said.out);
    let unnamed = station.run(&["import", "reprise", "--no-names"]);
    assert!(!unnamed.out.contains("BELKACEM"), "{}", unnamed.out);
    limit(&station, Some(day("2026-03-10")));
    let again = station.run(&["import", "reprise", "--format", "json"]);
    assert_eq!((again.code, again.json()["new"].as_u64()), (0, Some(1)), "{}", again.err);
}

/// Half past midnight here is still the day before elsewhere: what counts is the day that the form showed.
#[test]
fn a_limitation_holds_from_the_day_that_it_is_on_this_machine() {
    let station = station();
    limit(&station, Some(day("2026-03-10")));
    let (person, replaces) = nadia(&station);
    let night = Now { at: "2026-03-12T23:30:00Z".parse().expect("an instant"), today: day("2026-03-13") };
    let limitation = Limitation {
        since: night.today,
        reason: LimitationReason::Objection,
        note: String::new(),
        lifted_on: None,
        lifted_because: String::new(),
    };
    let call = Contact { date: day("2026-03-12"), kind: ContactKind::ALL[0], result: "rappelée".to_owned() };
    let mut session = station.open(night);
    let mut save = |replaces, body| {
        let change = Change { person: Some(person), replaces, body: Some(body) };
        session.save(Save { changes: vec![change], draft: None, confirmed: true }, night)
    };
    save(replaces, Body::Limitation(limitation)).expect("saved");
    let refused = save(None, Body::Contact(call)).expect_err("it is limited");
    assert!(matches!(refused, Error::ProcessingLimited), "{refused}");
}
