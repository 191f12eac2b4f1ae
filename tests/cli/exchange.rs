//! A team and a counsellor: founded, enrolled by words, a bundle written, looked at, refused.

use jalon::domain::codes::StationRole;

use crate::support::station::Station;

/// A counsellor's station that trusts the team and is enrolled there.
pub fn pair() -> (Station, Station) {
    let team = Station::new(StationRole::Team);
    let counsellor = Station::new(StationRole::Counsellor);
    let root = team.run(&["key", "show", "--format", "json"]).json()["root_words"].clone();
    let trust = team.path("trust.json");
    let taken =
        counsellor.run(&["key", "trust", &trust.to_string_lossy(), "--words", root.as_str().expect("words")]);
    assert_eq!(taken.code, 0, "{}", taken.err);
    let out = team.path("");
    let joining =
        counsellor.run(&["key", "join", "--out", &out.to_string_lossy(), "--format", "json"]).json();
    let request = std::path::PathBuf::from(joining["file"].as_str().expect("a path"));
    let words = counsellor.run(&["key", "show", "--format", "json"]).json()["words"].clone();
    assert_eq!(words, joining["words"]);
    let words = words.as_str().expect("words");
    let enrolled = team.run(&["key", "enrol", &request.to_string_lossy(), "--words", words, "--out", "."]);
    assert_eq!(enrolled.code, 0, "{}", enrolled.err);
    (team, counsellor)
}

#[test]
fn a_bundle_of_an_enrolled_station_is_verified_by_the_team() {
    let (team, counsellor) = pair();
    let out = team.path("");
    let written = counsellor.run(&["export", "--out", &out.to_string_lossy(), "--format", "json"]);
    assert_eq!(written.code, 0, "{}", written.err);
    let file = written.json()["file"].as_str().expect("a path").to_owned();
    let seen = team.run(&["inspect", &file, "--format", "json"]);
    assert_eq!((seen.code, seen.json()["code"].as_str()), (0, Some("verified")), "{}", seen.err);
    assert_eq!(seen.json()["entries"].as_u64(), written.json()["entries"].as_u64());
    let second = counsellor.run(&["export", "--out", &out.to_string_lossy(), "--format", "json"]).json();
    assert_eq!(second["seq"].as_u64(), Some(2));
}

#[test]
fn the_team_takes_a_folder_in_and_says_what_came() {
    let (team, counsellor) = pair();
    counsellor.write("reprise/personnes.csv", "ref;nom;prenom;naissance\nA1;Belkacem;Nadia;02/04/1985\n");
    let out = team.path("arrivées");
    std::fs::create_dir(&out).expect("a folder");
    let export = |station: &Station| {
        let written = station.run(&["export", "--out", &out.to_string_lossy(), "--format", "json"]);
        std::path::PathBuf::from(written.json()["file"].as_str().expect(&written.err))
    };
    export(&counsellor);
    assert_eq!(counsellor.run(&["import", "reprise"]).code, 0);
    // The second is lost on its way; the third brings what it had.
    std::fs::remove_file(export(&counsellor)).expect("a bundle");
    export(&counsellor);
    let taken = team.run(&["receive", "arrivées"]);
    assert_eq!(taken.code, 0, "{}", taken.err);
    assert_eq!(taken.out.matches("pris en compte").count(), 2, "{}", taken.out);
    let list = team.run(&["list", "--format", "json"]).json();
    assert_eq!(list[0]["name"].as_str(), Some("BELKACEM Nadia"));
    let status = team.run(&["status", "--format", "json"]).json();
    let of_station = &status["stations"][0];
    assert_eq!((of_station["last_seq"].as_u64(), of_station["missing"][0].as_u64()), (Some(3), Some(2)));
    let shown = team.run(&["status"]);
    assert!(shown.out.contains("Jamais arrivés") && shown.out.contains("Claire Morin"), "{}", shown.out);
    // Again, and one that is not for the team: nothing changes, and the exit code says so.
    let again = team.run(&["receive", "arrivées", "--format", "json"]).json();
    assert!(again.as_array().expect("a list").iter().all(|it| it["code"] == "already"), "{again}");
    let stranger = team.write("arrivées/autre.age", "rien");
    let mixed = team.run(&["receive", "arrivées", "--format", "json"]);
    assert_eq!((mixed.code, mixed.json()[0]["code"].as_str()), (1, Some("not-age")), "{}", mixed.out);
    assert!(stranger.exists());
    assert_eq!(counsellor.run(&["receive", &stranger.to_string_lossy()]).code, 1);
    assert_eq!(Station::new(StationRole::Counsellor).run(&["receive", "rien.age"]).code, 1);
}

#[test]
fn a_bundle_that_was_touched_is_refused_with_its_code() {
    let (team, counsellor) = pair();
    let out = team.path("");
    let written = counsellor.run(&["export", "--out", &out.to_string_lossy(), "--format", "json"]).json();
    let file = written["file"].as_str().expect("a path").to_owned();
    let bytes = std::fs::read(&file).expect("a bundle");
    let mut altered = bytes.clone();
    *altered.last_mut().expect("bytes") ^= 1;
    let altered = team.write("altered.age", altered);
    let cut = team.write("cut.age", &bytes[..bytes.len() - 7]);
    for path in [altered, cut] {
        let seen = team.run(&["inspect", &path.to_string_lossy(), "--format", "json"]);
        assert_eq!((seen.code, seen.json()["verdict"].as_str()), (1, Some("malformed")), "{}", seen.out);
    }
    let stranger = Station::new(StationRole::Team);
    let seen = stranger.run(&["inspect", &file, "--format", "json"]);
    assert_eq!((seen.code, seen.json()["verdict"].as_str()), (5, Some("not-for-us")));
    let keyless = Station::nowhere().run(&["inspect", &file, "--format", "json"]);
    assert_eq!((keyless.code, keyless.json()["code"].as_str()), (5, Some("no-key")));
}

#[test]
fn wrong_words_enrol_nobody_and_no_key_sends_nothing() {
    let team = Station::new(StationRole::Team);
    let counsellor = Station::new(StationRole::Counsellor);
    let trust = team.path("trust.json");
    let wrong = "abandon abandon abandon abandon abandon abandon abandon abandon";
    let taken = counsellor.run(&["key", "trust", &trust.to_string_lossy(), "--words", wrong]);
    assert_ne!(taken.code, 0);
    let unproved = counsellor.run(&["key", "trust", &trust.to_string_lossy()]);
    assert_ne!(unproved.code, 0);
    let sent = counsellor.run(&["export"]);
    assert_eq!(sent.code, 1);
    assert!(sent.err.contains("jalon key trust"), "{}", sent.err);
}

#[test]
fn a_demonstration_sends_to_itself_and_to_nobody_else() {
    let demo = Station::nowhere();
    let made = demo.run(&["init", "--role", "counsellor", "--name", "Démo", "--lot", "L3", "--demo-trust"]);
    assert_eq!(made.code, 0, "{}", made.err);
    let written = demo.run(&["export", "--out", ".", "--format", "json"]);
    assert_eq!(written.code, 0, "{}", written.err);
    let file = written.json()["file"].as_str().expect("a path").to_owned();
    let seen = demo.run(&["inspect", &file, "--format", "json"]);
    assert_eq!(seen.json()["code"].as_str(), Some("verified"), "{}", seen.out);
    let team = Station::new(StationRole::Team);
    let trust = team.path("trust.json");
    assert_ne!(demo.run(&["key", "trust", &trust.to_string_lossy()]).code, 0);
}

#[test]
fn the_import_key_goes_out_when_it_is_said_twice_and_over_no_other_file() {
    let (team, counsellor) = pair();
    let once = team.run(&["key", "export", "--import-key", "import.key", "--signers", "signers"]);
    assert_eq!(once.code, 1);
    assert!(once.err.contains("--yes"), "{}", once.err);
    assert!(!team.path("import.key").exists() && !team.path("signers").exists());

    let twice = team.run(&["key", "export", "--import-key", "import.key", "--yes"]);
    assert_eq!(twice.code, 0, "{}", twice.err);
    let key = std::fs::read_to_string(team.path("import.key")).expect("a key");
    assert_eq!(key.matches("AGE-SECRET-KEY-1").count(), 1);
    assert!(!twice.out.contains("AGE-SECRET-KEY"), "{}", twice.out);
    let again = team.run(&["key", "export", "--import-key", "import.key", "--yes"]);
    assert_eq!(again.code, 1);
    assert_eq!(std::fs::read_to_string(team.path("import.key")).expect("a key"), key);

    // Only the team has it; who may sign is no secret.
    assert_eq!(counsellor.run(&["key", "export", "--import-key", "k", "--yes"]).code, 1);
    assert!(!counsellor.path("k").exists());
    let newest = team.path("trust.json");
    assert_eq!(counsellor.run(&["key", "trust", &newest.to_string_lossy()]).code, 0);
    let signers = counsellor.run(&["key", "export", "--signers", "signers", "--trust", "t.json"]);
    assert_eq!(signers.code, 0, "{}", signers.err);
    let bytes = |path| std::fs::read(path).expect("a list");
    assert!(bytes(counsellor.path("t.json")) == bytes(newest), "another list went out");
    let signers = std::fs::read_to_string(counsellor.path("signers")).expect("a list");
    assert!(signers.starts_with("root namespaces=\"jalon-trust@v1\" ssh-ed25519 "), "{signers}");

    assert_eq!(team.run(&["key", "export"]).code, 2);
    assert_eq!(team.run(&["key", "export", "--yes"]).code, 2);
}
