//! What the killed process does: one thing, over and over. It says when it begins (`?`) and when
//! it is done, and only then.

use std::io::Write as _;
use std::path::Path;

use jalon::crypto::{KdfCost, Passphrase};
use jalon::domain::id::StationId;
use jalon::journal::entry::Entry;
use jalon::store::Store;

use super::super::{at, draft, passphrase, person};
use super::{FROM, WHAT, WHERE, erasing, ground, receiving, roots, stations, text};

pub(in super::super) fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").expect("the parent listens");
    out.flush().expect("the parent listens");
}

/// Not a test of its own: what the killed process does.
#[test]
fn child() {
    let Ok(folder) = std::env::var(WHERE) else { return };
    super::super::for_owner_only();
    let (folder, what) = (Path::new(&folder), std::env::var(WHAT).expect("it is not killed yet"));
    let from: u64 = std::env::var(FROM).expect("it is not killed yet").parse().expect("it is not killed yet");
    match what.as_str() {
        "opening" => open_over_and_over(folder, false),
        "rebuilding" => open_over_and_over(folder, true),
        "backing-up" => back_up(folder, from),
        "restoring" => restore(folder, from),
        "another-passphrase" => change_passphrase(folder, from),
        "taking-in" => take_in(folder, from),
        "importing" => stations::import(folder, from),
        "taking-bundles-in" => receiving::receive(folder, from),
        "undoing" => stations::undo(folder, from),
        "erasing" => erasing::erase(folder, from),
        "sending" => stations::send(folder),
        _ => save(folder, &what, from),
    }
}

fn open(folder: &Path, with: &Passphrase) -> Store {
    let (root, state) = roots(folder);
    Store::unlock_on(ground(), &root, &state, with, at(0)).expect("it is not killed yet").0
}

fn save_one(store: &mut Store, number: u64) {
    let who = person((number % 50) as u8);
    store.append(vec![draft(Some(who), &text(number))], at(number as i64)).expect("it is not killed yet");
    say(&format!("saved {number}"));
}

fn save(folder: &Path, what: &str, from: u64) {
    let mut store = open(folder, &passphrase());
    say("? ready");
    for number in from.. {
        save_one(&mut store, number);
        match what {
            "drafts" => {
                store.keep_draft("entretien", text(number).as_bytes()).expect("it is not killed yet");
                say(&format!("draft {number}"));
            }
            "backup" if number % 5 == 0 => {
                drop(store.backup_daily(at(86_400 * number as i64)).expect("it is not killed yet"))
            }
            "passphrase" if number % 3 == 0 => {
                let cost = KdfCost::floor_for_tests();
                store.change_passphrase(&passphrase(), &passphrase(), cost).expect("it is not killed yet");
            }
            "settle" if number % 7 == 0 => store.settle().expect("it is not killed yet"),
            _ => {}
        }
    }
}

fn open_over_and_over(folder: &Path, harms_the_engine: bool) {
    say("? ready");
    loop {
        if harms_the_engine {
            std::fs::write(roots(folder).0.join("db/conf"), "rien").expect("it is not killed yet");
        }
        say("? opening");
        drop(open(folder, &passphrase()));
        say("opened");
    }
}

fn back_up(folder: &Path, from: u64) {
    let mut store = open(folder, &passphrase());
    say("? ready");
    for number in from.. {
        save_one(&mut store, number);
        let now = at(86_400 * number as i64);
        store.backup_daily(now).expect("it is not killed yet");
        say(&format!("kept {}", store.len()));
        let backup = store.backup_to(&folder.join("ailleurs"), now).expect("it is not killed yet");
        say(&format!("elsewhere {} {}", backup.entries, backup.path.display()));
        // The shelf fills up otherwise, and the rounds get slower and slower.
        let older = std::fs::read_dir(folder.join("ailleurs")).expect("it is not killed yet");
        for other in
            older.map(|entry| entry.expect("it is not killed yet").path()).filter(|path| *path != backup.path)
        {
            std::fs::remove_dir_all(other).expect("it is not killed yet");
        }
    }
}

fn restore(folder: &Path, from: u64) {
    let (root, state) = roots(folder);
    let backup = std::fs::read_dir(folder.join("ailleurs"))
        .expect("it is not killed yet")
        .next()
        .expect("it is not killed yet")
        .expect("it is not killed yet")
        .path();
    say("? ready");
    for number in from.. {
        say("? restoring");
        let now = at(86_400 * number as i64);
        let restored = Store::restore_on(ground(), [&backup, &root, &state], &passphrase(), now)
            .expect("it is not killed yet");
        say(&format!("restored {}", restored.epoch));
        let mut store = open(folder, &passphrase());
        save_one(&mut store, number);
        store.close(now).expect("it is not killed yet");
    }
}

/// The passphrase of this rank.
pub(super) fn phrase(rank: u64) -> Passphrase {
    match rank {
        0 => passphrase(),
        _ => Passphrase::new(&format!("une phrase assez longue, numéro {rank}")),
    }
}

fn change_passphrase(folder: &Path, from: u64) {
    let mut store = open(folder, &phrase(from));
    say("? ready");
    for rank in from + 1.. {
        store
            .change_passphrase(&phrase(rank - 1), &phrase(rank), KdfCost::floor_for_tests())
            .expect("it is not killed yet");
        say(&format!("changed {rank}"));
    }
}

/// The station whose journal is taken in.
pub(super) const OTHER: StationId = StationId([0xA5; 16]);

fn take_in(folder: &Path, from: u64) {
    let mut store = open(folder, &passphrase());
    say("? ready");
    for number in from.. {
        let mut head = store.head_of(OTHER);
        let mut entries = Vec::new();
        for rank in 0..3 {
            let who = person((number % 50) as u8);
            let entry = Entry::following(head, OTHER, at(rank).at, draft(Some(who), &text(number)));
            head = entry.head();
            entries.push(entry);
        }
        store.take_in(&entries).expect("it is not killed yet");
        say(&format!("saved {number}"));
    }
}
