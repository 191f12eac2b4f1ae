//! `list --reorientation`: everybody of the file active, who goes where and how many have somewhere to go.

use jalon::domain::codes::StationRole;

use crate::support::station::Station;

const PEOPLE: &str = "ref;nom;prenom;naissance\nA1;Belkacem;Nadia;02/04/1985\n\
                      A2;Lefèvre;Jean-Noël;11/12/1979\nA3;Morel;Inès;01/02/1990\n";
const ENROLMENTS: &str = "ref;adhesion;lot;destination;destination_le;sortie;motif_sortie\n\
                          A1;03/02/2025;L3;Mission locale de Rouen;02/02/2026;;\n\
                          A2;03/02/2025;L3;;;;\nA3;03/02/2025;L3;;;02/06/2025;P1\n";

fn station() -> Station {
    let station = Station::new(StationRole::Counsellor);
    station.write("reprise/personnes.csv", PEOPLE);
    station.write("reprise/adhesions.csv", ENROLMENTS);
    assert_eq!(station.run(&["import", "reprise"]).code, 0);
    station
}

#[test]
fn everybody_is_listed_with_where_they_go_and_who_goes_nowhere_comes_first() {
    let station = station();
    let table = station.run(&["list", "--reorientation", "--lang", "fr"]);
    assert_eq!(table.code, 0, "{}", table.err);
    let lines: Vec<&str> = table.out.lines().collect();
    assert_eq!(lines[0], "Destinations notées : 1 sur 2 (50\u{a0}%).".replace(" :", "\u{a0}:"));
    assert!(lines[2].contains("Lefèvre") || lines[2].contains("LEFÈVRE"), "{lines:?}");
    assert!(lines[2].contains("à organiser"), "{lines:?}");
    assert!(lines[3].contains("Mission locale de Rouen") && lines[3].contains("02/02/2026"), "{lines:?}");
    assert_eq!(lines.len(), 4, "who has left is not listed");
}

#[test]
fn programs_and_spreadsheets_get_the_same_and_names_stay_out_when_asked() {
    let station = station();
    let json = station.run(&["list", "--reorientation", "--format", "json", "--no-names"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(
        (&json["people"], &json["with_destination"], &json["percents"]),
        (&2.into(), &1.into(), &50.into())
    );
    assert_eq!(json["list"][0]["ref"], "A2");
    assert_eq!(json["list"][1]["has_destination"], true);
    assert_eq!(json["list"][1]["destination"], serde_json::Value::Null, "own words stay out");
    let csv = station.run(&["list", "--reorientation", "--format", "csv"]).out;
    assert!(csv.contains("A1;") && csv.contains("Mission locale de Rouen"), "{csv}");
}

#[test]
fn the_alert_begins_with_the_last_year() {
    let station = station();
    let due = |day| station.run(&["due", "--code", "AL-25", "--as-of", day, "--format", "json"]).out;
    assert!(due("2027-01-01").contains("AL-25") && !due("2026-12-31").contains("AL-25"));
}
