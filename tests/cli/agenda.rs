//! `list --agenda`: what the commission has still to decide on, and what each file lacks.

use jalon::domain::body::Body;
use jalon::domain::codes::{Business, StationRole};
use jalon::domain::submission::Submission;
use jalon::usecase::request::{Change, Save};

use crate::support::station::{Station, at};

const PEOPLE: &str = "ref;nom;prenom;naissance\nA1;Belkacem;Nadia;02/04/1985\n\
                      A2;Lefèvre;Jean-Noël;11/12/1979\nA3;Morel;Inès;01/02/1990\n";
const ENROLMENTS: &str = "ref;adhesion;lot\nA1;03/02/2025;L3\nA2;03/02/2025;L3\nA3;03/02/2025;L3\n";

/// Jean-Noël Lefèvre goes to the session of April, Nadia Belkacem to that of June, Inès Morel to none.
pub(super) fn station() -> Station {
    let station = Station::new(StationRole::Counsellor);
    station.write("reprise/personnes.csv", PEOPLE);
    station.write("reprise/adhesions.csv", ENROLMENTS);
    assert_eq!(station.run(&["import", "reprise"]).code, 0);
    let mut session = station.open(at("2026-03-12"));
    for (name, business, day) in
        [("Belkacem", Business::Review, "2026-06-11"), ("Lefèvre", Business::Exit, "2026-04-09")]
    {
        let files = &session.caseload().files;
        let file = files.values().find(|it| it.person.value.family_name == name).expect("imported");
        let submission = Submission::new(business, day.parse().expect("a date"));
        let change =
            Change { person: Some(file.id), replaces: None, body: Some(Body::Submission(submission)) };
        let save = Save { changes: vec![change], draft: None, confirmed: true };
        session.save(save, at("2026-03-12")).expect("saved");
    }
    drop(session);
    station
}

#[test]
fn the_agenda_goes_by_session_and_says_everything_that_is_missing() {
    let station = station();
    let table = station.run(&["list", "--agenda", "--lang", "fr"]);
    assert_eq!(table.code, 0, "{}", table.err);
    let lines: Vec<&str> = table.out.lines().collect();
    assert_eq!(lines.len(), 3, "who goes to no session is not listed: {lines:?}");
    assert!(lines[1].contains("09/04/2026") && lines[1].contains("LEFÈVRE"), "{lines:?}");
    assert!(lines[1].contains("brouillon") && lines[1].contains("la sortie proposée"), "{lines:?}");
    assert!(lines[2].contains("11/06/2026") && lines[2].contains("les motifs de l’avis"), "{lines:?}");
}

#[test]
fn programs_and_spreadsheets_get_the_same_and_names_stay_out_when_asked() {
    let station = station();
    let json = station.run(&["list", "--agenda", "--format", "json", "--no-names"]).json();
    assert_eq!((&json[0]["ref"], &json[1]["ref"]), (&"A2".into(), &"A1".into()));
    assert_eq!(json[0]["name"], serde_json::Value::Null);
    assert_eq!((&json[0]["state"], &json[0]["session_on"]), (&"brouillon".into(), &"2026-04-09".into()));
    let rules = json[1]["missing"].as_array().expect("a list");
    assert!(rules.iter().any(|it| it["rule"] == "R7-15"), "{rules:?}");
    let csv = station.run(&["list", "--agenda", "--format", "csv", "--lang", "fr"]).out;
    assert!(csv.contains("A2;") && csv.contains("la sortie proposée"), "{csv}");
}
