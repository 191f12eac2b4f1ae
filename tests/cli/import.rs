//! An existing caseload is taken in from files, whole or not at all.

use jalon::domain::codes::StationRole;

use crate::support::station::{Station, at};

const PEOPLE: &str = "ref;nom;prenom;naissance;commune;telephone\n\
    A1;Belkacem;Nadia;02/04/1985;Cléon;06 00 00 00 01\n\
    A2;Lefèvre;Jean-Noël;1999-12-11;Oissel;\n";
const ENROLMENTS: &str =
    "ref;orientation;adhesion;lot\nA1;06/01/2025;03/02/2025;L3\nA2;06/05/2025;02/06/2025;L3\n";
const INTERVIEWS: &str = "ref;date;issue;duree_min;modalite;compte_rendu;signature_adherent;signature_conseiller\n\
    A1;10/06/2025;tenu;45;presentiel;CV à jour;10/06/2025;10/06/2025\n\
    A2;10/07/2025;tenu;30;telephone;;;refus\n";

fn station() -> Station {
    let station = Station::new(StationRole::Counsellor);
    station.write("reprise/personnes.csv", PEOPLE);
    station.write("reprise/adhesions.csv", ENROLMENTS);
    station.write("reprise/entretiens.csv", INTERVIEWS);
    station
}

#[test]
fn a_folder_is_taken_in_once_and_changes_nothing_twice() {
    let station = station();
    let first = station.run(&["import", "reprise", "--format", "json"]);
    assert_eq!(first.code, 0, "{}", first.err);
    assert_eq!((first.json()["new"].as_u64(), first.json()["done"].as_bool()), (Some(6), Some(true)));
    let second = station.run(&["import", "reprise", "--format", "json"]).json();
    assert_eq!((second["new"].as_u64(), second["unchanged"].as_u64()), (Some(0), Some(6)));
    let list = station.run(&["list", "--format", "json", "--as-of", "2025-07-15"]).json();
    let names: Vec<_> = list.as_array().expect("rows").iter().map(|row| row["ref"].clone()).collect();
    assert_eq!(names.len(), 2);
    assert_eq!(list[0]["state"], "in_pathway");
}

#[test]
fn a_dry_run_changes_nothing() {
    let station = station();
    let dry = station.run(&["import", "reprise", "--dry-run", "--format", "json"]);
    assert_eq!(
        (dry.code, dry.json()["new"].as_u64(), dry.json()["done"].as_bool()),
        (0, Some(6), Some(false))
    );
    assert_eq!(station.run(&["list", "--format", "json"]).json(), serde_json::json!([]));
}

#[test]
fn every_error_is_told_at_once_and_nothing_is_imported() {
    let station = station();
    station.write(
        "reprise/personnes.csv",
        "ref;nom;prenom;naissance;commune\nA1;Belkacem;Nadia;31/02/1985;Cléon\nA1;Autre;Personne;02/04/85;Atlantide\n",
    );
    let answer = station.run(&["import", "reprise/personnes.csv", "--format", "json"]);
    assert_eq!(answer.code, 1);
    let codes: Vec<String> = answer.json()["errors"]
        .as_array()
        .expect("errors")
        .iter()
        .map(|error| format!("{}:{}", error["line"], error["code"].as_str().unwrap_or_default()))
        .collect();
    for expected in
        ["2:import-existing-day", "3:import-four-digit-year", "3:import-commune", "3:import-only-once"]
    {
        assert!(codes.iter().any(|code| code == expected), "{expected} in {codes:?}");
    }
    assert_eq!(station.run(&["list", "--format", "json"]).json(), serde_json::json!([]));
}

#[test]
fn the_right_lines_can_be_taken_and_the_others_corrected() {
    let station = station();
    station.write(
        "reprise/entretiens.csv",
        "ref;date;issue;duree_min\nA1;10/06/2025;tenu;45\nA2;31/06/2025;tenu;30\n",
    );
    let answer = station.run(&["import", "reprise", "--accept-partial", "refus.csv"]);
    assert_eq!(answer.code, 3, "{}{}", answer.out, answer.err);
    let refused = std::fs::read_to_string(station.path("refus.csv")).expect("the refused lines");
    assert!(refused.contains("A2;31/06/2025;tenu;30;"), "{refused}");
    station.write("entretiens.csv", refused.replace("31/06", "30/06"));
    let again = station.run(&["import", "entretiens.csv", "--format", "json"]);
    assert_eq!((again.code, again.json()["new"].as_u64()), (0, Some(1)), "{}", again.err);
}

#[test]
fn an_import_is_undone_as_one_and_can_be_done_again() {
    let station = station();
    assert_eq!(station.run(&["import", "reprise"]).code, 0);
    let mut session = station.open(at("2026-02-01"));
    assert_eq!(session.caseload().files.len(), 2);
    let (name, _) = session.undo(at("2026-02-01")).expect("undone");
    assert_eq!(name.entries, 6);
    assert!(session.caseload().files.is_empty());
    session.close(at("2026-02-01")).expect("closed");
    let again = station.run(&["import", "reprise", "--format", "json"]).json();
    assert_eq!(again["new"].as_u64(), Some(6));
}

#[test]
fn what_was_changed_by_hand_is_not_taken_back_by_the_same_file() {
    let station = station();
    assert_eq!(station.run(&["import", "reprise"]).code, 0);
    let mut session = station.open(at("2026-02-01"));
    let file = session.caseload().files.values().next().expect("a file").clone();
    let mut person = file.person.value.clone();
    person.phone = Some("06 00 00 00 99".to_owned());
    let change = jalon::usecase::request::Change {
        person: Some(file.id),
        replaces: Some((file.person.id, file.person.entry)),
        body: Some(jalon::domain::body::Body::Person(person)),
    };
    let save = jalon::usecase::request::Save { changes: vec![change], draft: None, confirmed: true };
    session.save(save, at("2026-02-01")).expect("saved");
    session.close(at("2026-02-01")).expect("closed");
    let again = station.run(&["import", "reprise", "--format", "json"]).json();
    assert_eq!((again["new"].as_u64(), again["changed"].as_u64()), (Some(0), Some(0)));
}

#[test]
fn what_the_domain_refuses_is_refused_with_its_line() {
    let station = station();
    station.write(
        "reprise/personnes.csv",
        "ref;nom;prenom;naissance;adresse\nA1;Belkacem;Nadia;02/04/2085;rue\n",
    );
    let answer = station.run(&["import", "reprise/personnes.csv", "--format", "json"]);
    assert_eq!(answer.code, 1);
    let error = &answer.json()["errors"][0];
    assert_eq!((error["line"].as_u64(), error["column"].as_str()), (Some(2), Some("naissance")), "{error}");
}

#[test]
fn the_file_of_the_refused_lines_is_imported_as_it_is_once_corrected() {
    let station = station();
    station.write("reprise/entretiens.csv", "ref;date;issue\nA1;10/06/2025;tenu\nA2;31/06/2025;absent\n");
    let answer = station.run(&["import", "reprise", "--accept-partial", "refus.csv"]);
    assert_eq!(answer.code, 3, "{}", answer.err);
    assert!(answer.out.contains("refus.csv"), "the user is told where they are: {}", answer.out);
    let refused = std::fs::read_to_string(station.path("refus.csv")).expect("the refused lines");
    station.write("refus.csv", refused.replace("31/06", "30/06"));
    let again = station.run(&["import", "refus.csv", "--format", "json"]);
    assert_eq!((again.code, again.json()["new"].as_u64()), (0, Some(1)), "{}{}", again.out, again.err);
    assert_eq!(again.json()["sheets"][0]["table"], "entretiens");
}

#[test]
fn refused_lines_that_cannot_be_written_leave_nothing_behind() {
    let station = station();
    station.write("reprise/entretiens.csv", "ref;date;issue\nA1;31/06/2025;tenu\n");
    station.write(
        "reprise/personnes.csv",
        "ref;nom;prenom;naissance\nA1;Belkacem;Nadia;02/04/1985\nA2;Lefèvre;Jean;31/12/99\n",
    );
    station.write("refus-personnes.csv", "ce que l’on avait corrigé");
    let answer = station.run(&["import", "reprise", "--accept-partial", "refus.csv"]);
    assert_eq!(answer.code, 1, "{}", answer.out);
    assert!(!station.path("refus-adhesions.csv").exists() && !station.path("refus-entretiens.csv").exists());
    assert_eq!(station.run(&["list", "--format", "json"]).json(), serde_json::json!([]));
}

#[test]
fn a_folder_may_hold_other_things() {
    let station = station();
    for name in
        [".~lock.personnes.csv#", "personnes.csv~", "notes.docx", "employeurs.csv", "entretiens/lisezmoi"]
    {
        station.write(&format!("reprise/{name}"), "ref;rien\n");
    }
    let answer = station.run(&["import", "reprise", "--format", "json"]);
    assert_eq!((answer.code, answer.json()["new"].as_u64()), (0, Some(6)), "{}", answer.err);
    assert_eq!(answer.json()["left_aside"], serde_json::json!(["employeurs.csv"]));
    station.write("vide/notes.docx", "");
    let nothing = station.run(&["import", "vide"]);
    assert_eq!(nothing.code, 1);
    assert!(nothing.err.contains("personnes.csv"), "{}", nothing.err);
}

#[test]
fn what_is_quoted_of_a_file_is_short_and_commands_no_terminal() {
    let station = station();
    let long = "a".repeat(1_000_000);
    station.write(
        "faux/personnes.csv",
        format!("ref;nom;prenom;naissance;\u{1b}[2J\nA1;{long};B\u{1b}[31m\u{7};02/04/1985;\n"),
    );
    for format in ["table", "json"] {
        let answer = station.run(&["import", "faux", "--format", format]);
        assert_eq!(answer.code, 1);
        assert!(!answer.out.contains('\u{1b}') && answer.out.len() < 4000, "{} bytes", answer.out.len());
    }
}
