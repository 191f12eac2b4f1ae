//! `print`: documents to new files, private, with a line in the journal, never over another one.

use std::os::unix::fs::PermissionsExt as _;

use jalon::domain::body::Body;
use jalon::domain::codes::{Business, Ruling, StationRole};
use jalon::domain::decision::Decision;
use jalon::domain::list_export::ListFormat;
use jalon::domain::submission::{Opinion, Submission};
use jalon::usecase::error::Error;
use jalon::usecase::request::{Change, Save};

use super::agenda::station;
use super::exchange::pair;
use crate::support::station::{Station, at};

#[test]
fn a_document_is_a_private_file_that_is_never_written_over_and_the_journal_says_that_it_left() {
    let station = station();
    for (asked, file, says) in [
        (vec!["print", "agenda", "11/06/2026"], "ordre.txt", "BELKACEM"),
        (vec!["print", "session", "11/06/2026"], "seance.txt", "BELKACEM"),
        (vec!["print", "attendance", "2026-06-11"], "presence.txt", "France Travail"),
        (vec!["print", "dossier", "Lefèvre"], "dossier.txt", "LEFÈVRE"),
    ] {
        let asked = [asked.as_slice(), &["--out", file, "--lang", "fr"]].concat();
        let printed = station.run(&asked);
        assert_eq!(printed.code, 0, "{asked:?}: {}", printed.err);
        let path = station.path(file);
        let text = std::fs::read_to_string(&path).expect("a file");
        assert!(text.contains(says) && text.contains("Cofinancé par l’Union européenne"), "{text}");
        let mode = std::fs::metadata(&path).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
        assert_eq!(station.run(&asked).code, 1, "{file} is never written over");
        assert_eq!(std::fs::read_to_string(&path).expect("a file"), text);
    }
    let session = station.open(at("2026-03-12"));
    let exports = &session.caseload().office.list_exports;
    let told: Vec<_> = exports.iter().map(|it| (it.value.people, it.value.format)).collect();
    let text = ListFormat::Text;
    assert_eq!(told, [(1, text), (1, text), (0, text), (1, text)], "one line a document");
}

#[test]
fn what_cannot_be_printed_is_said_and_leaves_no_file() {
    let station = station();
    for (asked, code, says) in [
        (vec!["print", "dossier", "Morel"], 1, "n’est pas présentée"),
        (vec!["print", "email", "Morel"], 1, "rien à annoncer"),
        (vec!["print", "agenda", "--as-of", "2027-01-01"], 1, "Aucune séance"),
        (vec!["print", "agenda", "pas un jour"], 2, "pas un jour"),
        (vec!["print", "agenda", "11/06/2026", "--no-names"], 2, "--no-names"),
    ] {
        let asked = [asked.as_slice(), &["--out", "rien.txt", "--lang", "fr"]].concat();
        let refused = station.run(&asked);
        assert_eq!(refused.code, code, "{asked:?}: {}", refused.err);
        assert!(refused.err.contains(says), "{asked:?}: {}", refused.err);
        assert!(!station.path("rien.txt").exists(), "{asked:?}");
    }
}

#[test]
fn the_minutes_are_the_centres_and_tell_of_every_station() {
    let (team, counsellor) = pair();
    counsellor.write("reprise/personnes.csv", "ref;nom;prenom;naissance\nA1;Belkacem;Nadia;02/04/1985\n");
    assert_eq!(counsellor.run(&["import", "reprise"]).code, 0);
    let exported =
        counsellor.run(&["export", "--out", &team.path("").to_string_lossy(), "--format", "json"]).json();
    let taken = team.run(&["receive", exported["file"].as_str().expect("a path")]);
    assert_eq!(taken.code, 0, "{}", taken.err);
    team.write("commission/personnes.csv", "ref;nom;prenom;naissance\nB7;Morel;Inès;01/02/1990\n");
    assert_eq!(team.run(&["import", "commission"]).code, 0);
    let now = at("2026-03-12");
    let mut session = team.open(now);
    let people: Vec<_> = session.caseload().files.keys().copied().collect();
    assert_eq!(people.len(), 2, "one of each station");
    let decided = people.into_iter().map(|person| {
        let on = "2026-03-05".parse().expect("a date");
        let decision = Decision {
            review_on: Some("2026-09-03".parse().expect("a date")),
            ..Decision::new(on, Business::Review, Ruling::Continued)
        };
        Change { person: Some(person), replaces: None, body: Some(Body::Decision(decision)) }
    });
    let save = Save { changes: decided.collect(), draft: None, confirmed: true };
    session.save(save, now).expect("saved");
    drop(session);
    let printed = team.run(&["print", "minutes", "--out", "pv.txt", "--lang", "fr"]);
    assert_eq!(printed.code, 0, "{}", printed.err);
    let text = std::fs::read_to_string(team.path("pv.txt")).expect("the minutes");
    for said in ["05/03/2026", "BELKACEM Nadia", "MOREL Inès", "maintien", "03/09/2026", "UTAS"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let refused = counsellor.run(&["print", "minutes", "--out", "pv.txt", "--lang", "fr"]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("équipe opérationnelle"), "{}", refused.err);
}

#[test]
fn the_reasoned_opinion_is_the_action_managers_and_nobody_else_gives_it_in_their_own_name() {
    let on = "2026-04-09".parse().expect("a date");
    let now = at("2026-03-12");
    for (role, by, is_kept) in [
        (StationRole::Counsellor, "claire morin ", false),
        (StationRole::Counsellor, "Hélène Vasseur", true),
        (StationRole::Team, "Claire Morin", false),
        (StationRole::Manager, "Claire Morin", true),
    ] {
        let station = Station::new(role);
        station.write("reprise/personnes.csv", "ref;nom;prenom;naissance\nA1;Belkacem;Nadia;02/04/1985\n");
        assert_eq!(station.run(&["import", "reprise"]).code, 0);
        let mut session = station.open(now);
        let person = session.caseload().files.keys().next().copied();
        let submission = Submission {
            verified_by: Some(by.to_owned()),
            verified_on: Some(now.today),
            opinion: Some(Opinion::Favourable),
            ..Submission::new(Business::Review, on)
        };
        let change = Change { person, replaces: None, body: Some(Body::Submission(submission)) };
        let save = Save { changes: vec![change], draft: None, confirmed: true };
        match session.save(save, now) {
            Ok(_) => assert!(is_kept, "{role:?}, {by}"),
            Err(Error::Refused(found)) => {
                assert!(!is_kept, "{role:?}, {by}");
                assert_eq!((found[0].field, found[0].code), ("verified_by", "opinion-not-the-managers"));
            }
            Err(other) => unreachable!("{other}"),
        }
    }
}
