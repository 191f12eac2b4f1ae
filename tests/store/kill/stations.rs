//! Killed while a station imports, undoes, sends.

use std::collections::BTreeMap;
use std::path::Path;

use jalon::domain::body::Body;
use jalon::domain::codes::Outcome;
use jalon::domain::interview::Interview;
use jalon::domain::now::Now;
use jalon::domain::person::Person;
use jalon::exchange::bundle::read::{self, Reader};
use jalon::store::{Repair, Store};
use jalon::tabular::Sheet;
use jalon::usecase::request::{Change, Save};
use jalon::usecase::session::Session;

use super::super::{at, passphrase};
use super::child::say;
use super::paths::killed_over_and_over;
use super::{Killed, ground, roots};

/// People of one import.
const PEOPLE: usize = 25;

pub(super) fn session(folder: &Path) -> Session {
    let (root, state) = roots(folder);
    let (store, opening) =
        Store::unlock_on(ground(), &root, &state, &passphrase(), now()).expect("it is not killed yet");
    assert!(!opening.repairs.iter().any(Repair::is_serious), "{opening:?}");
    Session::open(store).expect("it is not killed yet")
}

pub(super) fn now() -> Now {
    at(0)
}

fn table(number: u64) -> String {
    let mut table = "ref;nom;prenom;naissance;commune\n".to_owned();
    for rank in 0..PEOPLE {
        table.push_str(&format!("{number}-{rank};Belkacem;Nadia;02/04/1985;Cléon\n"));
    }
    table
}

pub(super) fn import(folder: &Path, from: u64) {
    let mut session = session(folder);
    say("? ready");
    for number in from.. {
        let table = table(number);
        let sheets = [Sheet { name: "personnes.csv", table: None, is_named: true, bytes: table.as_bytes() }];
        let reading = session.read_import(&sheets, now());
        let (count, _) = session.import(&reading, now()).expect("it is not killed yet");
        assert_eq!(count.new, PEOPLE);
        say(&format!("imported {number}"));
    }
}

#[test]
fn killed_while_importing() {
    let killed = Killed::new();
    let folder = killed.folder.path().to_owned();
    let next = std::cell::Cell::new(1_u64);
    killed_over_and_over(
        "importing",
        &folder,
        || next.get(),
        |said, round| {
            let told = said.iter().rev().find_map(|line| line.strip_prefix("imported ")?.parse::<u64>().ok());
            let session = session(&folder);
            let mut found: BTreeMap<u64, usize> = BTreeMap::new();
            for file in session.caseload().files.values() {
                let reference = file.person.value.reference.clone().expect("a reference");
                let number = reference.split_once('-').expect("two numbers").0.parse().expect("a number");
                *found.entry(number).or_default() += 1;
            }
            assert!(found.values().all(|people| *people == PEOPLE), "{round}: half an import: {found:?}");
            let whole = found.len() as u64;
            assert!(
                whole >= told.unwrap_or(next.get() - 1),
                "{round}: {told:?} were imported, {whole} are there"
            );
            next.set(whole + 1);
        },
    );
}

pub(super) fn saved(person: Option<jalon::domain::id::PersonId>, body: Body) -> Save {
    Save { changes: vec![Change { person, replaces: None, body: Some(body) }], draft: None, confirmed: true }
}

/// Each interview is saved, taken back and put back again.
pub(super) fn undo(folder: &Path, from: u64) {
    let mut session = session(folder);
    let person = *session.caseload().files.keys().next().expect("a person");
    say("? ready");
    for number in from.. {
        let mut interview = Interview::new(now().today, Outcome::Held);
        interview.duration_min = Some(45);
        interview.record = number.to_string();
        say(&format!("? saving {number}"));
        session.save(saved(Some(person), Body::Interview(interview)), now()).expect("it is not killed yet");
        say(&format!("there {number}"));
        say(&format!("? undoing {number}"));
        session.undo(now()).expect("it is not killed yet");
        say(&format!("gone {number}"));
        say(&format!("? redoing {number}"));
        session.redo(now()).expect("it is not killed yet");
        say(&format!("there {number}"));
    }
}

#[test]
fn killed_while_undoing() {
    let killed = Killed::new();
    let folder = killed.folder.path().to_owned();
    let person = Person::new("Belkacem", "Nadia", "1985-04-02".parse().expect("a date"));
    session(&folder).save(saved(None, Body::Person(person)), now()).expect("a person");
    let mut there: BTreeMap<u64, bool> = BTreeMap::new();
    let next = std::cell::Cell::new(1_u64);
    killed_over_and_over(
        "undoing",
        &folder,
        || next.get(),
        |said, round| {
            let mut in_flight = None;
            for line in said {
                let Some((word, number)) = line.trim_start_matches("? ").split_once(' ') else { continue };
                let Ok(number) = number.parse::<u64>() else { continue };
                match word {
                    "there" | "gone" => {
                        in_flight = None;
                        there.insert(number, word == "there");
                    }
                    "saving" | "undoing" | "redoing" => in_flight = Some(number),
                    _ => {}
                }
            }
            let session = session(&folder);
            let file = session.caseload().files.values().next().expect("a person");
            let found: Vec<u64> =
                file.interviews.iter().map(|it| it.value.record.parse().expect("a number")).collect();
            if let Some(number) = in_flight {
                there.insert(number, found.contains(&number));
            }
            let mut expected: Vec<u64> =
                there.iter().filter(|(_, is_there)| **is_there).map(|(number, _)| *number).collect();
            expected.sort_unstable();
            let mut found = found;
            found.sort_unstable();
            assert_eq!(found, expected, "{round}");
            next.set(there.last_key_value().map_or(1, |(last, _)| last + 1));
        },
    );
}

pub(super) fn send(folder: &Path) {
    let mut session = session(folder);
    say("? ready");
    loop {
        let export = session.export(&folder.join("ailleurs"), None, now()).expect("it is not killed yet");
        say(&format!("sent {} {}", export.seq, export.path.display()));
    }
}

#[test]
fn killed_while_sending() {
    let killed = Killed::new();
    let folder = killed.folder.path().to_owned();
    std::fs::create_dir(folder.join("ailleurs")).expect("a folder");
    {
        let mut session = session(&folder);
        let table = table(1);
        let sheets = [Sheet { name: "personnes.csv", table: None, is_named: true, bytes: table.as_bytes() }];
        let reading = session.read_import(&sheets, now());
        session.import(&reading, now()).expect("an import");
        session.found_demo(now()).expect("a programme");
    }
    let mut sent: BTreeMap<u64, String> = BTreeMap::new();
    killed_over_and_over(
        "sending",
        &folder,
        || 0,
        |said, round| {
            for line in said {
                let Some((seq, path)) = line.strip_prefix("sent ").and_then(|told| told.split_once(' '))
                else {
                    continue;
                };
                let twice = sent.insert(seq.parse().expect("a number"), path.to_owned());
                assert_eq!(twice, None, "{round}: two bundles of one number");
            }
            for path in sent.values() {
                assert!(Path::new(path).exists(), "{round}: {path} was sent and is lost");
            }
            let session = session(&folder);
            let identities: Vec<_> =
                session.programme_keys().expect("a store").expect("keys").import.into_values().collect();
            let trust = session.trust().expect("a store").expect("a list");
            let reader = Reader { identities: &identities, trust: Some(&trust), ledger: None };
            let files = std::fs::read_dir(folder.join("ailleurs")).expect("a folder");
            for path in files.map(|entry| entry.expect("an entry").path()) {
                // What was being written has another name, and the next one takes its place.
                if path.extension().is_some_and(|it| it == "part") {
                    continue;
                }
                let seen = read::inspect(std::fs::File::open(&path).expect("a file"), &reader);
                let entries = seen.manifest.as_ref().map(|it| it.entries);
                assert_eq!(entries, Some(PEOPLE as u64), "{round}: {} {:?}", path.display(), seen.code);
                std::fs::remove_file(path).expect("a removal");
            }
            sent.clear();
        },
    );
}
