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

#[test]
fn a_command_line_that_is_wrong_says_what_is_wrong_with_it() {
    let nowhere = Station::nowhere();
    for (line, said, remedy) in [
        ("key", "Il manque COMMANDE.", "jalon key --help"),
        ("key enrol fiche.json", "Il manque --words <MOTS>.", "jalon key enrol --help"),
        ("show", "Il manque <PERSONNE>.", "jalon show --help"),
        ("due --code", "Il manque --code <AL-02>.", "jalon --help"),
        ("due --horizon demain", "« demain » ne convient pas à --horizon <JOURS>.", "jalon --help"),
        ("list --format xml", "« xml » ne convient pas à --format", "Valeurs possibles : table, json, csv."),
        ("liste", "« liste » n’est pas connu ici.", "jalon --help"),
        ("bilan", "« bilan » n’est pas connu ici.", "jalon --help"),
        ("list --tout", "« --tout » n’est pas connu ici.", "jalon list --help"),
        ("init --name A --trust t --demo-trust", "ne vont pas ensemble", "Gardez l’un des deux."),
    ] {
        let answer = nowhere.run(&line.split(' ').collect::<Vec<_>>());
        let told = answer.err.replace('\u{a0}', " ");
        assert_eq!(answer.code, 2, "{line}: {told}");
        assert!(told.contains(said) && told.contains(remedy), "{line}: {told}");
        assert_eq!(told.lines().count(), 2, "{line}: {told}");
    }
}

#[test]
fn a_file_that_cannot_be_used_is_named_with_what_to_do() {
    let station = Station::new(StationRole::Team);
    station.write("plein/personnes.csv", "");
    for (args, said, code) in [
        (vec!["inspect", "absent.age"], "Il n’y a rien à cet endroit : absent.age", 1),
        (vec!["import", "absent.csv"], "Il n’y a rien à cet endroit : absent.csv", 1),
        (vec!["keymap", "--check", "plein"], "plein est un dossier, pas un fichier.", 1),
        (vec!["export", "--out", "absent"], "Il n’y a rien à cet endroit : absent", 1),
        (vec!["export", "--out", "trust.json"], "Il n’y a rien à cet endroit : trust.json", 1),
        (vec!["key", "enrol", "trust.json", "--words", "abandon"], "Il y a 1 mot au lieu de 8.", 5),
    ] {
        let answer = station.run(&args);
        let told = answer.err.replace('\u{a0}', " ");
        assert_eq!(answer.code, code, "{args:?}: {told}");
        assert!(told.contains(said) && !told.contains('$'), "{args:?}: {told}");
        assert_eq!(told.lines().count(), 2, "{args:?}: {told}");
    }
}

#[test]
fn a_folder_that_may_not_be_looked_into_is_not_called_empty() {
    use std::os::unix::fs::PermissionsExt as _;
    let station = Station::new(StationRole::Counsellor);
    let hidden = station.path("cache");
    std::fs::create_dir(&hidden).expect("a folder");
    std::fs::rename(station.path("station"), hidden.join("station")).expect("moved");
    std::fs::set_permissions(&hidden, std::fs::Permissions::from_mode(0o000)).expect("a mode");
    // Root looks everywhere.
    let is_root = std::fs::read_dir(&hidden).is_ok();
    let answer = station.run(&["--data-dir", "cache/station", "list"]);
    std::fs::set_permissions(&hidden, std::fs::Permissions::from_mode(0o700)).expect("a mode");
    assert!(is_root || (answer.code == 1 && answer.err.contains("refuse l’accès")), "{}", answer.err);
}

#[test]
fn a_doctor_without_a_station_says_so() {
    let answer = Station::nowhere().run(&["doctor", "--format", "json"]);
    assert_eq!(answer.code, 3, "{}", answer.err);
    let checks = answer.json()["checks"].clone();
    assert!(checks.as_array().expect("checks").iter().any(|it| it["id"] == "station-none"), "{checks}");
}
