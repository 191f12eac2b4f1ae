//! What goes wrong is said with a remedy, an exit code, and nothing changed.

use jalon::domain::codes::StationRole;

use crate::support::station::{Station, at, write_private};

#[test]
fn a_wrong_passphrase_ends_with_five() {
    let station = Station::new(StationRole::Counsellor);
    write_private(&station.path("passphrase"), "ce n’est pas la bonne phrase");
    let answer = station.run(&["list"]);
    assert_eq!(answer.code, 5, "{}", answer.err);
    assert_eq!(answer.err.lines().count(), 2, "a sentence and a remedy: {}", answer.err);
}

#[test]
fn a_store_in_use_ends_with_four_and_names_who_holds_it() {
    let station = Station::new(StationRole::Counsellor);
    let session = station.open(at("2026-02-01"));
    let answer = station.run(&["list"]);
    assert_eq!(answer.code, 4, "{}", answer.err);
    assert!(answer.err.contains(&std::process::id().to_string()), "{}", answer.err);
    session.close(at("2026-02-01")).expect("closed");
    assert_eq!(station.run(&["list"]).code, 0);
}

#[test]
fn a_passphrase_file_that_others_read_is_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let station = Station::new(StationRole::Counsellor);
    let path = station.path("passphrase");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).expect("a mode");
    let answer = station.run(&["list"]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("chmod 600"), "{}", answer.err);
}

#[test]
fn no_station_no_person_no_such_command() {
    let nowhere = Station::nowhere();
    assert_eq!(nowhere.run(&["list"]).code, 1);
    let station = Station::new(StationRole::Counsellor);
    assert_eq!(station.run(&["show", "Zébulon"]).code, 1);
    assert_eq!(station.run(&["liste"]).code, 2);
    assert_eq!(station.run(&["due", "--code", "AL-99"]).code, 2);
    assert_eq!(station.run(&["due", "--as-of", "31/02/2026"]).code, 2);
}

#[test]
fn a_weak_passphrase_makes_no_station() {
    let nowhere = Station::nowhere();
    write_private(&nowhere.path("passphrase"), "motdepasse1234");
    let answer = nowhere.run(&["init", "--role", "counsellor", "--name", "Claire Morin"]);
    assert_eq!(answer.code, 1);
    assert!(!nowhere.place().is_occupied());
}

#[test]
fn errors_speak_english_when_asked() {
    let nowhere = Station::nowhere();
    let answer = nowhere.run(&["--lang", "en", "list"]);
    assert!(answer.err.starts_with("There is no station here."), "{}", answer.err);
}
