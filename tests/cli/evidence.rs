//! Pieces of evidence from the command line: a long scan sealed, listed, sent, restored, given back;
//! what is no document refused, what is damaged named, and nothing half done after `kill -9`.

use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::PathBuf;
use std::process::Stdio;

use jalon::domain::codes::StationRole;
use serde_json::Value;

use super::exchange::pair;
use crate::support::station::Station;

/// A mebibyte that looks like a scan, no two blocks alike; twenty with `JALON_LONG_SCAN=all`.
fn scan() -> Vec<u8> {
    let is_long = std::env::var_os("JALON_LONG_SCAN").is_some_and(|value| value == "all");
    let length = if is_long { 20 << 20 } else { 1 << 20 };
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    while bytes.len() < length {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        bytes.extend_from_slice(&state.to_le_bytes());
    }
    bytes.truncate(length);
    bytes
}

/// Takes in somebody called Nadia Belkacem.
fn take_nadia_in(station: &Station) {
    station.write(
        "personnes.csv",
        "reference;nom;prenom;date_naissance;code_insee\nR1;Belkacem;Nadia;12/03/1988;76540\n",
    );
    let taken = station.run(&["import", "personnes.csv"]);
    assert_eq!(taken.code, 0, "{}{}", taken.out, taken.err);
}

fn with_nadia() -> Station {
    let station = Station::new(StationRole::Counsellor);
    take_nadia_in(&station);
    station
}

fn pieces(station: &Station) -> Vec<Value> {
    let listed = station.run(&["evidence", "list", "Belkacem", "--format", "json"]);
    assert_eq!(listed.code, 0, "{}", listed.err);
    listed.json()["evidence"].as_array().expect("a list").clone()
}

fn attach(station: &Station, file: &str) -> Value {
    let kind = ["--kind", "contrat_travail", "--dated", "01/03/2026", "--format", "json"];
    let attached = station.run(&[&["evidence", "attach", "Belkacem", file], kind.as_slice()].concat());
    assert_eq!(attached.code, 0, "{}", attached.err);
    attached.json()
}

/// The sealed files of the station.
fn blobs(station: &Station) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(station.place().data.join("blobs")).expect("a folder");
    let mut paths: Vec<PathBuf> = entries.map(|it| it.expect("an entry").path()).collect();
    paths.sort();
    paths
}

fn doctor_says(station: &Station) -> Vec<(String, String)> {
    let found = station.run(&["doctor", "--format", "json"]).json();
    let checks = found["checks"].as_array().expect("checks").iter();
    let text = |it: &Value, name: &str| it[name].as_str().unwrap_or_default().to_owned();
    checks.map(|it| (text(it, "id"), text(it, "message"))).filter(|(id, _)| id.contains("attach")).collect()
}

#[test]
fn a_long_scan_is_sealed_listed_sent_restored_and_given_back() {
    let (team, station) = pair();
    take_nadia_in(&station);
    let bytes = scan();
    station.write("contrat.pdf", &bytes);
    let attached = attach(&station, "contrat.pdf");
    assert_eq!(attached["attachment"]["size"].as_u64(), Some(bytes.len() as u64));
    assert_eq!(attached["attachment"]["kind"], "pdf");
    let id = attached["id"].as_str().expect("an id").to_owned();
    let sealed = blobs(&station);
    assert_eq!(sealed.len(), 1);
    let size = sealed[0].metadata().expect("a file");
    assert_eq!((size.permissions().mode() & 0o777, size.size() < bytes.len() as u64 + 8192), (0o600, true));
    assert_eq!(doctor_says(&station)[0].0, "attachments-sound");

    let out = team.path("").to_string_lossy().into_owned();
    let sent = station.run(&["export", "--out", &out, "--format", "json"]).json();
    assert_eq!((sent["attachments"].as_u64(), sent["left_out"].as_u64()), (Some(1), Some(0)));
    assert!(sent["size"].as_u64() > Some(bytes.len() as u64));
    let seen = team.run(&["inspect", sent["file"].as_str().expect("a path"), "--format", "json"]);
    assert_eq!(seen.json()["code"], "verified", "{}", seen.err);
    let again = station.run(&["export", "--out", &out, "--format", "json"]).json();
    assert_eq!(again["attachments"].as_u64(), Some(1), "it travels until the team says that it is there");
    let taken = team.run(&["receive", again["file"].as_str().expect("a path"), "--format", "json"]);
    assert_eq!(taken.json()[0]["attachments_new"].as_u64(), Some(1), "{}", taken.err);
    let answers = team.run(&["export", "--out", &out, "--format", "json"]).json();
    let answer = answers[0]["file"].as_str().expect("a path");
    assert_eq!(station.run(&["receive", answer]).code, 0);
    let after = station.run(&["export", "--out", &out, "--format", "json"]).json();
    assert_eq!((after["entries"].as_u64(), after["attachments"].as_u64()), (Some(0), Some(0)));

    let saved = station.run(&["backup", "--to", ".", "--format", "json"]);
    assert_eq!(saved.code, 0, "{}", saved.err);
    let backups =
        std::fs::read_dir(station.path("")).expect("a folder").map(|it| it.expect("an entry").path());
    let backup = backups.into_iter().find(|it| it.is_dir() && it.join("stated").exists());
    let backup = backup.expect("a backup").display().to_string();
    std::fs::remove_file(&sealed[0]).expect("removed");
    assert_eq!(doctor_says(&station)[0].0, "attachment-missing");
    let restored = station.run(&["restore", "--from", &backup]);
    assert_eq!(restored.code, 0, "{}", restored.err);
    assert_eq!(doctor_says(&station)[0].0, "attachments-sound");

    let given = station.run(&["evidence", "extract", "Belkacem", &id[..8], "--out", "rendu.pdf"]);
    assert_eq!(given.code, 0, "{}", given.err);
    let back = station.path("rendu.pdf");
    assert!(std::fs::read(&back).expect("a file") == bytes);
    assert_eq!(back.metadata().expect("a file").permissions().mode() & 0o777, 0o600);
    let over = station.run(&["evidence", "extract", "Belkacem", &id[..8], "--out", "contrat.pdf"]);
    assert_eq!(over.code, 1, "never over a file that is there");
    assert!(std::fs::read(station.path("contrat.pdf")).expect("a file") == bytes);
}

#[test]
fn what_is_no_document_is_refused_and_nothing_is_left() {
    let station = with_nadia();
    station.write("vrai.txt", "Un mot.\n");
    station.write("vide.pdf", "");
    station.write("outil.pdf", b"\x7fELF\x02\x01\x01\0");
    station.write("script.txt", "#!/bin/sh\necho\n");
    station.write("gros.txt", vec![b'a'; (32 << 20) + 1]);
    std::fs::create_dir(station.path("dossier.pdf")).expect("a folder");
    std::os::unix::fs::symlink("vrai.txt", station.path("lien.txt")).expect("a link");
    let made = std::process::Command::new("mkfifo").arg(station.path("tube.pdf")).status().expect("a pipe");
    assert!(made.success());
    for file in [
        "vide.pdf",
        "outil.pdf",
        "script.txt",
        "gros.txt",
        "dossier.pdf",
        "lien.txt",
        "tube.pdf",
        "/dev/null",
        "absent.pdf",
    ] {
        let refused = station.run(&["evidence", "attach", "Belkacem", file, "--kind", "cv"]);
        assert_eq!(refused.code, 1, "{file}: {}", refused.err);
    }
    assert_eq!((pieces(&station).len(), blobs(&station).len()), (0, 0));
    attach(&station, "vrai.txt");
    assert_eq!((pieces(&station).len(), blobs(&station).len()), (1, 1));
}

#[test]
fn a_cut_renamed_or_exchanged_attachment_is_named_and_the_rest_still_opens() {
    let station = with_nadia();
    station.write("un.txt", "Premier document.\n");
    station.write("deux.txt", "Second document, plus long que le premier.\n");
    let (first, _second) = (attach(&station, "un.txt"), attach(&station, "deux.txt"));
    let sealed = blobs(&station);
    let [one, two] = [0, 1].map(|rank: usize| std::fs::read(&sealed[rank]).expect("a file"));
    let put = |first: &[u8], second: &[u8]| {
        std::fs::write(&sealed[0], first).expect("written");
        std::fs::write(&sealed[1], second).expect("written");
    };
    let damages: [(&str, Vec<u8>, Vec<u8>, usize); 5] = [
        ("cut", one[..one.len() - 1].to_vec(), two.clone(), 1),
        ("emptied", Vec::new(), two.clone(), 1),
        ("exchanged", two.clone(), one.clone(), 2),
        ("the same twice", one.clone(), one.clone(), 1),
        ("turned", one.iter().enumerate().map(|(at, it)| it ^ u8::from(at == 80)).collect(), two.clone(), 1),
    ];
    for (what, first, second, damaged) in damages {
        put(&first, &second);
        let said = doctor_says(&station);
        assert_eq!(said.len(), damaged, "{what}: {said:?}");
        assert!(said.iter().all(|(id, message)| id == "attachment-damaged" && message.contains("blobs")));
        assert_eq!(pieces(&station).len(), 2, "{what}: the file opens all the same");
    }
    put(&two, &one);
    let id = first["id"].as_str().expect("an id");
    let refused = station.run(&["evidence", "extract", "Belkacem", &id[..8], "--out", "rendu.txt"]);
    assert_eq!(refused.code, 1, "{}", refused.err);
    assert!(!station.path("rendu.txt").exists());
    put(&one, &two);
    assert_eq!(doctor_says(&station)[0].0, "attachments-sound");
}

#[test]
fn killed_while_it_attaches_it_did_or_it_did_not() {
    let station = with_nadia();
    station.write("contrat.pdf", scan());
    let folder = station.place().data.join("blobs");
    let is_sealing = || {
        let names = std::fs::read_dir(&folder).expect("a folder").map(|it| it.expect("an entry").file_name());
        names.into_iter().any(|it| it.to_string_lossy().ends_with(".part"))
    };
    let args = ["evidence", "attach", "Belkacem", "contrat.pdf", "--kind", "cv"];
    let mut running = station.command().args(args).stdout(Stdio::null()).spawn().expect("the program");
    while running.try_wait().expect("a child").is_none() && !is_sealing() {
        std::thread::yield_now();
    }
    running.kill().expect("killed");
    running.wait().expect("over");
    let (listed, said) = (pieces(&station).len(), doctor_says(&station));
    assert!(listed <= 1 && said.len() == listed && said.iter().all(|(id, _)| id == "attachments-sound"));
    assert!(!is_sealing(), "what was begun is swept away");
    assert_eq!(station.run(&args).code, 0);
    assert_eq!(pieces(&station).len(), listed + 1);
}

#[test]
fn what_is_missing_is_said_for_the_entry_and_for_an_exit() {
    let station = with_nadia();
    let entry = station.run(&["evidence", "list", "Belkacem", "--format", "json"]).json();
    let kinds = |it: &Value| {
        let asked = it["missing"].as_array().expect("a list").iter();
        asked.map(|it| it["kind"].as_str().expect("a code").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&entry), ["IDENTITE", "RESIDENCE"]);
    let exit = station.run(&["evidence", "list", "Belkacem", "--for", "N2", "--format", "json"]).json();
    assert_eq!(kinds(&exit), ["exclusion_procedure", "contact_attempts"]);
    let told = station.run(&["evidence", "list", "Belkacem"]);
    assert!(told.out.contains("pièce d’identité") || told.out.contains("identité"), "{}", told.out);
}
