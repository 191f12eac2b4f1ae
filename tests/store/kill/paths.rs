//! Killed while opening, rebuilding, backing up, restoring, changing the passphrase, taking in.

use std::path::{Path, PathBuf};
use std::time::Duration;

use jalon::store::{Error, Store};

use super::super::{at, passphrase};
use super::child::{OTHER, phrase, say};
use super::{Killed, Random, ground, kill_after, other_rounds, roots, start};

/// Lets a child do `what` for a while, some rounds, and hands over what it said.
pub(super) fn killed_over_and_over(
    what: &str,
    folder: &Path,
    from: impl Fn() -> u64,
    mut check: impl FnMut(&[String], &str),
) {
    let mut random =
        Random(what.bytes().fold(424_242, |seed: u64, byte| seed.wrapping_mul(31) + u64::from(byte)));
    let (rounds, mut done) = (other_rounds(), 0);
    for round in 0..rounds {
        let running = start(folder, what, from());
        let wait = Duration::from_micros(random.below(150_000));
        let said = kill_after(running, Some("? ready"), wait);
        done += said.iter().filter(|line| !line.starts_with('?') && !line.contains("running")).count();
        check(&said, &format!("{what}, round {round}"));
    }
    say(&format!("kill -9 while {what}: {rounds} rounds, {done} things told as done, none of them lost"));
}

/// Some saves to lose.
fn filled() -> Killed {
    let mut killed = Killed::new();
    let running = start(killed.folder.path(), "save", 1);
    let said = kill_after(running, Some("saved 60"), Duration::ZERO);
    killed.hear(&said);
    killed.check("first");
    killed
}

#[test]
fn killed_while_opening() {
    let mut killed = filled();
    let folder = killed.folder.path().to_owned();
    killed_over_and_over("opening", &folder, || 0, |_, round| killed.check(round));
}

#[test]
fn killed_while_the_engine_is_made_again() {
    let mut killed = filled();
    let folder = killed.folder.path().to_owned();
    killed_over_and_over("rebuilding", &folder, || 0, |_, round| killed.check(round));
}

#[test]
fn killed_while_backing_up() {
    let mut killed = filled();
    let folder = killed.folder.path().to_owned();
    std::fs::create_dir(folder.join("ailleurs")).expect("a folder");
    let next = std::cell::Cell::new(killed.next);
    killed_over_and_over(
        "backing-up",
        &folder,
        || next.get(),
        |said, round| {
            killed.hear(said);
            killed.check(round);
            next.set(killed.next);
            let (root, state) = roots(&folder);
            let (store, _) =
                Store::unlock_on(ground(), &root, &state, &passphrase(), at(0)).expect("a store");
            let own = store.own_backups().expect("backups");
            assert!(own.iter().all(|(_, entries)| entries.is_some()), "{round}: {own:?}");
            let most = own.iter().filter_map(|(_, entries)| *entries).max().unwrap_or(0);
            let last = |word: &str| said.iter().rev().find_map(|line| line.strip_prefix(word));
            if let Some(kept) = last("kept ") {
                assert!(
                    most >= kept.parse().expect("a number"),
                    "{round}: {kept} were backed up, {most} are"
                );
            }
            if let Some((entries, path)) = last("elsewhere ").and_then(|told| told.split_once(' ')) {
                let there = tempfile::tempdir().expect("a folder");
                let (root, state) = roots(there.path());
                let from = PathBuf::from(path);
                let restored = Store::restore_on(ground(), [&from, &root, &state], &passphrase(), at(0));
                let restored = restored.expect("a whole backup").entries;
                assert_eq!(restored.to_string(), entries, "{round}");
            }
        },
    );
}

#[test]
fn killed_while_restoring() {
    let mut killed = filled();
    let folder = killed.folder.path().to_owned();
    let (root, state) = roots(&folder);
    std::fs::create_dir(folder.join("ailleurs")).expect("a folder");
    let open = || Store::unlock_on(ground(), &root, &state, &passphrase(), at(0)).expect("a store");
    open().0.backup_to(&folder.join("ailleurs"), at(0)).expect("a backup");
    let backed_up = killed.saved.clone();
    let (next, mut epoch) = (std::cell::Cell::new(killed.next), 1);
    killed_over_and_over(
        "restoring",
        &folder,
        || next.get(),
        |said, round| {
            let mut in_flight = false;
            let mut highest = next.get();
            for line in said {
                if line == "? restoring" {
                    in_flight = true;
                } else if let Some(told) = line.strip_prefix("restored ") {
                    in_flight = false;
                    epoch = told.parse().expect("a number");
                    killed.saved.clone_from(&backed_up);
                } else if let Some(number) = line.strip_prefix("saved ").and_then(|it| it.parse::<u64>().ok())
                {
                    killed.saved.insert(number, ());
                    highest = number + 1;
                }
            }
            let (store, opening) = open();
            assert!(store.epoch() >= epoch, "{round}: epoch {} after {epoch}", store.epoch());
            let is_rolled_back = opening.repairs.iter().any(|repair| repair.id() == "rolled-back");
            assert!(in_flight || !is_rolled_back, "{round}: {opening:?}");
            let entries = store.len();
            drop(store);
            // The backup that was being put back is there whole, or the store that it was to replace.
            if in_flight && entries == backed_up.len() as u64 {
                killed.saved.clone_from(&backed_up);
            }
            killed.check(round);
            next.set(highest.max(killed.next) + 1);
            for entry in std::fs::read_dir(&folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                if name.contains(".before-") || name.contains(".new-") {
                    std::fs::remove_dir_all(path).expect("a removal");
                }
            }
        },
    );
}

#[test]
fn killed_while_changing_the_passphrase() {
    let mut killed = filled();
    let folder = killed.folder.path().to_owned();
    let (root, state) = roots(&folder);
    let rank = std::cell::Cell::new(0_u64);
    let seconds = std::cell::Cell::new(0_i64);
    killed_over_and_over(
        "another-passphrase",
        &folder,
        || rank.get(),
        |said, round| {
            let told = said.iter().rev().find_map(|line| line.strip_prefix("changed ")?.parse().ok());
            rank.set(told.unwrap_or(rank.get()));
            let open = |rank: u64| {
                // Long after the last wrong one.
                seconds.set(seconds.get() + 100);
                Store::unlock_on(ground(), &root, &state, &phrase(rank), at(seconds.get()))
            };
            if rank.get() > 0 {
                let older = open(rank.get() - 1);
                assert!(matches!(older, Err(Error::WrongPassphrase { .. })), "{round}: {older:?}");
            }
            // The one that was being made may be the one already.
            match open(rank.get() + 1) {
                Ok(_) => rank.set(rank.get() + 1),
                Err(_) => assert!(open(rank.get()).is_ok(), "{round}: no passphrase opens it"),
            }
        },
    );
    let (mut store, _) =
        Store::unlock_on(ground(), &root, &state, &phrase(rank.get()), at(900_000)).expect("a store");
    let same = phrase(0);
    store
        .change_passphrase(&phrase(rank.get()), &same, jalon::crypto::KdfCost::floor_for_tests())
        .expect("a change");
    drop(store);
    killed.check("afterwards");
}

#[test]
fn killed_while_taking_in_the_journal_of_another() {
    let killed = Killed::new();
    let folder = killed.folder.path().to_owned();
    let (root, state) = roots(&folder);
    let next = std::cell::Cell::new(1_u64);
    killed_over_and_over(
        "taking-in",
        &folder,
        || next.get(),
        |said, round| {
            let told: u64 = said
                .iter()
                .rev()
                .find_map(|line| line.strip_prefix("saved ")?.parse().ok())
                .unwrap_or(next.get() - 1);
            let (mut store, opening) =
                Store::unlock_on(ground(), &root, &state, &passphrase(), at(0)).expect("a store");
            assert!(!opening.repairs.iter().any(jalon::store::Repair::is_serious), "{round}: {opening:?}");
            let mut texts: Vec<u64> = Vec::new();
            let repairs = store.visit(|entry| {
                let payload = String::from_utf8(entry.payload.expect("a payload")).expect("text");
                texts.push(payload.split('"').nth(3).expect("a text")[..8].parse().expect("a number"));
            });
            assert!(!repairs.expect("a visit").iter().any(jalon::store::Repair::is_serious), "{round}");
            let whole = texts.len() as u64 / 3;
            let expected: Vec<u64> = (1..=whole).flat_map(|number| [number; 3]).collect();
            assert_eq!(texts, expected, "{round}: whole or not at all, and in order");
            assert!(whole >= told, "{round}: {told} were taken in, {whole} are there");
            assert_eq!(store.head_of(OTHER).sequence, whole * 3);
            next.set(whole + 1);
        },
    );
}
