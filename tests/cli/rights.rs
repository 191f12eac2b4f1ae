//! Rights from the command line: what erasing would do, doing it, the certificate.

use jalon::domain::body::Body;
use jalon::domain::codes::StationRole;
use jalon::domain::office::{Meeting, MeetingKind, MeetingPresence, OfficeBody};
use jalon::i18n::{Language, Words};
use jalon::journal::payload::body_from;
use jalon::ui::screen::file::fields;
use jalon::usecase::request::{Change, Save};
use serde_json::Value;

use crate::support::station::{Station, at};

fn with_nadia() -> Station {
    let station = Station::new(StationRole::Counsellor);
    station.write(
        "personnes.csv",
        "reference;nom;prenom;date_naissance;code_insee\nR1;Belkacem;Nadia;12/03/1988;76540\n\
         R2;Martin;Paul;12/03/1978;76540\n",
    );
    let taken = station.run(&["import", "personnes.csv"]);
    assert_eq!(taken.code, 0, "{}{}", taken.out, taken.err);
    station
}

#[test]
fn somebody_is_erased_once_it_is_confirmed_and_the_certificate_names_nobody() {
    let station = with_nadia();
    let would = station.run(&["person", "erase", "Belkacem", "--reason", "demande"]);
    assert_eq!(would.code, 0, "{}", would.err);
    assert!(would.out.contains("--yes") && would.out.contains("BELKACEM Nadia"), "{}", would.out);
    assert_eq!(station.run(&["show", "Belkacem"]).code, 0, "nothing was done");
    let done = station.run(&["person", "erase", "Belkacem", "--reason", "demande", "--yes"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(done.out.contains("Certificat") && !done.out.to_lowercase().contains("belkacem"), "{}", done.out);
    assert_eq!(station.run(&["show", "Belkacem"]).code, 1);
    assert_eq!(station.run(&["show", "Martin"]).code, 0);
    let listed = station.run(&["person", "certificate", "--format", "json"]).json();
    let number = listed[0]["person"].as_str().expect("a number");
    assert_eq!(listed[0]["entries"], 1);
    let one = station.run(&["person", "certificate", &number[..8]]);
    assert!(one.out.contains(number) && one.out.contains("Claire Morin"), "{}", one.out);
    assert_eq!(station.run(&["person", "certificate", "ffff"]).code, 1);
    assert_eq!(station.run(&["doctor"]).code, 0);
    let again = station.run(&["import", "personnes.csv"]);
    assert!(!again.err.contains("panic"), "{}", again.err);
}

#[test]
fn a_legal_hold_forbids_erasing_until_it_is_lifted_or_over() {
    let station = with_nadia();
    let erase = || station.run(&["person", "erase", "Belkacem", "--reason", "demande", "--yes"]);
    let hold = |more: &[&str]| {
        let done = station.run(&[&["person", "hold", "Belkacem"], more].concat());
        assert_eq!(done.code, 0, "{}", done.err);
    };
    hold(&[]);
    let refused = erase();
    assert_eq!(refused.code, 1, "{}", refused.out);
    assert!(refused.err.contains("gelé") && refused.err.contains("--lift"), "{}", refused.err);
    hold(&["--lift"]);
    hold(&["--until", "31/12/2099"]);
    assert_eq!(erase().code, 1);
    assert_eq!(station.run(&["show", "Belkacem"]).code, 0, "nothing was done");
    hold(&["--until", "31/12/2020"]);
    assert_eq!(erase().code, 0, "it is over");
}

#[test]
fn a_file_without_contact_for_two_years_is_listed_sixty_days_ahead() {
    let station = with_nadia();
    station.write(
        "contacts.csv",
        "ref;date;type;resultat\nR1;10/03/2022;appel;venue\nR1;10/03/2023;tentative;rien\n",
    );
    let taken = station.run(&["import", "contacts.csv"]);
    assert_eq!(taken.code, 0, "{}{}", taken.out, taken.err);
    let listed = |day: &str| {
        station
            .run(&["person", "due", "--as-of", day, "--format", "json"])
            .json()
            .as_array()
            .expect("a list")
            .clone()
    };
    let status = |day: &str| {
        let all = listed(day);
        let nadia = all.into_iter().find(|it| it["last_contact"] == "2022-03-10");
        nadia.map(|it| (it["due"].to_string(), it["status"].to_string()))
    };
    let due = "\"2024-03-10\"".to_owned();
    assert_eq!(status("2024-01-09"), None, "61 days ahead");
    assert_eq!(status("2024-01-10"), Some((due.clone(), "\"soon\"".to_owned())));
    assert_eq!(status("2024-03-09"), Some((due.clone(), "\"soon\"".to_owned())));
    assert_eq!(status("2024-03-10"), Some((due, "\"due\"".to_owned())), "an attempt is no contact");
}

#[test]
fn everything_about_one_person_is_written_for_them_and_the_journal_says_so() {
    use std::os::unix::fs::PermissionsExt as _;
    let station = with_nadia();
    let scan = station.write("bail.txt", "Bail signé le 3 mars");
    std::fs::set_permissions(&scan, std::fs::Permissions::from_mode(0o600)).expect("rights");
    let attached = station.run(&["evidence", "attach", "Belkacem", "bail.txt", "--kind", "contrat_travail"]);
    assert_eq!(attached.code, 0, "{}", attached.err);
    let out = station.path("pour-nadia");
    let to = out.display().to_string();
    let done = station.run(&["person", "export", "Belkacem", "--out", &to, "--format", "json"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert_eq!((&done.json()["versions"], &done.json()["attachments"]), (&2.into(), &1.into()));
    let mode =
        |path: &std::path::Path| std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!(mode(&out), 0o700);
    for name in ["dossier.md", "dossier.json", "pieces/001-bail.txt"] {
        assert_eq!(mode(&out.join(name)), 0o600, "{name}");
    }
    let read = |name: &str| std::fs::read_to_string(out.join(name)).expect("text");
    let text = read("dossier.md");
    assert!(text.contains("# Dossier de BELKACEM Nadia") && text.contains("12/03/1988"), "{text}");
    assert!(!text.contains("Martin"), "{text}");
    assert_eq!(read("pieces/001-bail.txt"), "Bail signé le 3 mars");
    let machine: serde_json::Value = serde_json::from_str(&read("dossier.json")).expect("JSON");
    let names = machine["versions"].as_array().expect("versions").iter();
    assert!(names.clone().any(|it| it["body"]["family_name"] == "Belkacem"));
    assert!(names.clone().any(|it| it["body"]["attachment"]["name"] == "bail.txt"));
    let office = station.run(&["office", "--format", "json"]).json();
    assert_eq!(office["list_exports"][0]["person"], machine["person"], "{office}");
    let again = station.run(&["person", "export", "Belkacem", "--out", &to]);
    assert_eq!(again.code, 1, "a folder that exists is refused");
    assert_eq!(read("dossier.md"), text);
}

/// Every value that is `value` with one of its texts replaced, with the way to that text.
fn with_text(value: &Value, way: &str, text: &str) -> Vec<(String, Value)> {
    match value {
        Value::String(_) => vec![(way.to_owned(), Value::String(text.to_owned()))],
        Value::Object(members) => {
            let inside = members.iter().flat_map(|(key, member)| {
                with_text(member, &format!("{way}.{key}"), text).into_iter().map(move |(way, member)| {
                    let mut members = members.clone();
                    members.insert(key.clone(), member);
                    (way, Value::Object(members))
                })
            });
            inside.collect()
        }
        Value::Array(_) | Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

/// What the person is given to read has every text of every kind of thing of their file.
#[test]
fn every_text_of_every_kind_is_in_what_the_person_reads() {
    let words = Words::new(Language::French);
    // What stands for the signed text, and for the attachment, whose bytes are given whole.
    let told_otherwise = ["interview.signed_code", "evidence.attachment.sha256"];
    let (mut tried, mut missing) = (0, Vec::new());
    for line in include_str!("../journal/golden-v1.tsv").lines() {
        let (kind, text) = line.split_once('\t').expect("kind and body");
        let value: Value = serde_json::from_str(text).expect("JSON");
        for (way, value) in with_text(&value, kind, "Kanarievogel") {
            let Some(body) = body_from(kind, &value.to_string()) else { continue };
            if matches!(
                body,
                Body::Station(_)
                    | Body::Erasure(_)
                    | Body::LegalHold(_)
                    | Body::Office(_)
                    | Body::ListExport(_)
            ) {
                continue;
            }
            tried += 1;
            let told = fields::of(&body, &words);
            let is_told =
                told.iter().any(|(_, it)| it.as_ref().is_some_and(|it| it.contains("Kanarievogel")));
            if !is_told && !told_otherwise.contains(&way.as_str()) {
                missing.push(way);
            }
        }
    }
    missing.dedup();
    assert!(tried > 40, "{tried} texts");
    assert_eq!(missing, Vec::<String>::new());
}

/// What is typed in the station's own pages is under no person's key: it is said before, with its place.
#[test]
fn a_name_in_the_station_s_own_pages_is_said_before_an_erasure() {
    let station = with_nadia();
    let erase = |name: &str| station.run(&["person", "erase", name, "--reason", "demande"]);
    assert!(!erase("Belkacem").out.contains("Son nom y est écrit"));
    let meeting = |title: &str, on: &str| {
        let it = Meeting {
            kind: MeetingKind::ALL[0],
            date: on.parse().expect("a date"),
            duration_min: None,
            title: title.to_owned(),
            presence: MeetingPresence::ALL[0],
            note: String::new(),
        };
        Change { person: None, replaces: None, body: Some(Body::Office(OfficeBody::Meeting(it))) }
    };
    let changes = vec![
        meeting("Point avec le CMS pour Mme BELKAÇEM", "2026-02-03"),
        meeting("Belkacemi, entreprise d’insertion", "2026-02-10"),
    ];
    let save = Save { changes, draft: None, confirmed: true };
    station.open(at("2026-03-12")).save(save, at("2026-03-12")).expect("saved");
    let would = erase("Belkacem").out.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(would.contains("Son nom y est écrit : réunion du 03/02/2026."), "{would}");
    assert!(!erase("Martin").out.contains("Son nom y est écrit"));
    let json =
        station.run(&["person", "erase", "Belkacem", "--reason", "demande", "--format", "json"]).json();
    assert_eq!(
        json["named"],
        serde_json::json!([{ "kind": "meeting", "person": null, "date": "2026-02-03" }])
    );
}

/// What is typed in the file of somebody else is under their key: it is said before, with whose file it is.
#[test]
fn a_name_in_somebody_else_s_file_is_said_before_an_erasure() {
    let station = with_nadia();
    station.write("autres/personnes.csv", "ref;nom;prenom;naissance\nB1;Vasseur;Paul;11/12/1999\n");
    station.write(
        "autres/contacts.csv",
        "ref;date;type;resultat\nB1;12/02/2026;appel;Vient avec Mme Belkacem\nB1;13/02/2026;appel;rappelé\n",
    );
    assert_eq!(station.run(&["import", "autres"]).code, 0);
    let would = station.run(&["person", "erase", "Belkacem", "--reason", "demande"]).out;
    let would = would.replace(['\u{a0}', '\u{202f}'], " ");
    assert!(would.contains("VASSEUR Paul (évènement du 12/02/2026)"), "{would}");
    assert!(!would.contains("13/02/2026"), "{would}");
    let unnamed = station.run(&["person", "erase", "Belkacem", "--reason", "demande", "--no-names"]).out;
    assert!(unnamed.contains("12/02/2026") && !unnamed.contains("VASSEUR"), "{unnamed}");
}
