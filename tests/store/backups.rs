//! Backups, restoring them, and the examination of a store.

use std::path::Path;

use jalon::crypto::Passphrase;
use jalon::i18n::{Language, Words};
use jalon::store::{Check, Error, Repair, Restored, Status, Store};

use super::{Place, at, draft, entries, passphrase, person};

const DAY: i64 = 86_400;

fn save(store: &mut Store, text: &str) {
    store.append(vec![draft(Some(person(1)), text)], at(0)).expect("a save");
}

fn restore(place: &Place, from: &Path, with: &Passphrase) -> Result<Restored, Error> {
    Store::restore_on(place.ground.clone(), [from, &place.root, &place.state], with, at(5 * DAY))
}

fn checks(store: &mut Store, seconds: i64) -> Vec<Check> {
    store.doctor(at(seconds)).expect("an examination")
}

#[test]
fn a_backup_a_day_when_something_changed_and_two_are_kept() {
    let place = Place::new();
    drop(place.create());
    let mut made = Vec::new();
    for (day, saves) in [(1, true), (1, true), (2, false), (3, true), (4, true), (5, true)] {
        let (mut store, _) = place.try_open(day * DAY).unwrap();
        if saves {
            save(&mut store, "encore");
        }
        store.close(at(day * DAY)).unwrap();
        let (store, _) = place.try_open(day * DAY).unwrap();
        let names = store.own_backups().unwrap().into_iter().map(|(path, entries)| {
            (path.file_name().unwrap().to_string_lossy().into_owned(), entries.unwrap())
        });
        made.push(names.collect::<Vec<_>>());
    }
    let named = |day: u32, entries| (format!("2026-10-{day}"), entries);
    assert_eq!(made[0], [named(22, 1)]);
    assert_eq!(made[1], [named(22, 1)], "once a day at most");
    assert_eq!(made[2], [named(23, 2)].into_iter().chain(made[1].clone()).collect::<Vec<_>>());
    assert_eq!(made[5], [named(26, 5), named(25, 4)], "the two newest");
}

#[test]
fn the_clock_went_back_and_the_newest_backup_is_still_the_one_that_came_furthest() {
    let place = Place::new();
    drop(place.create());
    let close_on = |day: i64, who: u8| {
        let (mut store, _) = place.try_open(day * DAY).unwrap();
        store.append(vec![draft(Some(person(who)), "encore")], at(day * DAY)).unwrap();
        store.close(at(day * DAY)).unwrap();
        let (store, _) = place.try_open(day * DAY).unwrap();
        let own = store.own_backups().unwrap().into_iter();
        own.map(|(path, entries)| (path, entries.unwrap())).collect::<Vec<_>>()
    };
    // A year ahead by mistake, then right again, with somebody new.
    let ahead = close_on(365, 1);
    let right = close_on(1, 2);
    assert_eq!((right[0].1, &right[1]), (2, &ahead[0]), "{right:?}");
    for copy in ["keyring", "keyring.twin"] {
        std::fs::write(place.root.join(copy), "rien").unwrap();
    }
    let (mut store, repairs) = place.open();
    assert!(repairs.contains(&Repair::KeyringFromBackup), "{repairs:?}");
    assert!(entries(&mut store).iter().all(|entry| entry.payload.is_some()), "somebody's key is lost");
    drop(store);
    let (later, last) = (close_on(2, 3), close_on(3, 4));
    assert!(!later.contains(&ahead[0]), "the one of a year ahead is the older one: {later:?}");
    assert_eq!(last.iter().map(|(_, entries)| *entries).collect::<Vec<_>>(), [4, 3]);
}

#[test]
fn a_backup_elsewhere_restores_on_another_machine() {
    let (place, other, elsewhere) = (Place::new(), Place::new(), tempfile::tempdir().unwrap());
    let mut store = place.create();
    for number in 0..10 {
        save(&mut store, &format!("entretien {number}"));
    }
    store.keep_draft("entretien", b"brouillon").unwrap();
    store.put_secret("signature", &[9; 32]).unwrap();
    let saved = entries(&mut store);
    let backup = store.backup_to(elsewhere.path(), at(DAY)).unwrap();
    let second = store.backup_to(elsewhere.path(), at(DAY)).unwrap();
    assert_eq!((backup.entries, second.entries), (10, 10));
    assert_ne!(backup.path, second.path);
    let name = backup.path.file_name().unwrap().to_string_lossy().into_owned();
    assert!(name.starts_with("jalon-") && name.ends_with("-2026-10-22"), "{name}");
    drop(store);

    let restored = restore(&other, &backup.path, &passphrase()).unwrap();
    assert_eq!(restored, Restored { entries: 10, epoch: 2, kept: None });
    let (mut store, repairs) = other.open();
    assert_eq!(repairs, []);
    assert_eq!(entries(&mut store), saved);
    assert_eq!(store.epoch(), 2);
    assert_eq!(store.drafts().unwrap().len(), 1);
    assert_eq!(*store.secret("signature").unwrap().unwrap(), [9; 32]);
    save(&mut store, "ensuite");
}

#[test]
fn a_restored_store_replaces_the_present_one_which_is_kept() {
    let (place, elsewhere) = (Place::new(), tempfile::tempdir().unwrap());
    let mut store = place.create();
    save(&mut store, "un");
    let backup = store.backup_to(elsewhere.path(), at(1)).unwrap();
    save(&mut store, "deux");
    let held = restore(&place, &backup.path, &passphrase());
    assert!(matches!(held, Err(Error::Held { .. })), "{held:?}");
    store.close(at(2)).unwrap();
    let wrong = restore(&place, &backup.path, &Passphrase::new("ce n’est pas la bonne"));
    assert!(matches!(wrong, Err(Error::WrongPassphrase { .. })));
    let nothing = restore(&place, elsewhere.path(), &passphrase());
    assert!(matches!(nothing, Err(Error::BadBackup { .. })), "{nothing:?}");
    let (store, _) = place.open();
    assert_eq!((store.len(), store.epoch()), (2, 1), "untouched so far");
    drop(store);

    let restored = restore(&place, &backup.path, &passphrase()).unwrap();
    assert_eq!((restored.entries, restored.epoch), (1, 2));
    let (store, repairs) = place.open();
    assert_eq!(repairs, [], "the anchor knows of it");
    assert_eq!((store.len(), store.epoch()), (1, 2));
    drop(store);
    let kept = restored.kept.unwrap();
    let state = place.state.with_file_name("autre repère");
    let (old, _) = Store::unlock_on(place.ground.clone(), &kept, &state, &passphrase(), at(3)).unwrap();
    assert_eq!(old.len(), 2);
}

#[test]
fn a_damaged_backup_is_refused_and_changes_nothing() {
    let (place, elsewhere) = (Place::new(), tempfile::tempdir().unwrap());
    let mut store = place.create();
    for number in 0..30 {
        save(&mut store, &format!("{number} {}", "x".repeat(300)));
    }
    let backup = store.backup_to(elsewhere.path(), at(1)).unwrap();
    store.close(at(2)).unwrap();
    let segment = backup.path.join("segments/000002.seg");
    let mut bytes = std::fs::read(&segment).unwrap();
    bytes[900] ^= 1;
    std::fs::write(&segment, bytes).unwrap();
    let refused = restore(&place, &backup.path, &passphrase());
    assert!(matches!(refused, Err(Error::BadBackup { .. })), "{refused:?}");
    let (store, repairs) = place.open();
    assert_eq!((store.len(), repairs), (30, Vec::new()));
    let left = std::fs::read_dir(place.root.parent().unwrap()).unwrap().count();
    assert_eq!(left, 2, "nothing is left beside");
}

#[test]
fn a_backup_that_lacks_something_is_named_and_not_restored() {
    let (place, elsewhere, other) = (Place::new(), tempfile::tempdir().unwrap(), Place::new());
    let mut store = place.create();
    for number in 0..30 {
        save(&mut store, &format!("{number} {}", "x".repeat(300)));
    }
    store.put_secret("signature", &[9; 32]).unwrap();
    let whole = store.backup_to(elsewhere.path(), at(1)).unwrap().path;
    store.close(at(2)).unwrap();
    let names = |folder: &str| {
        let names = std::fs::read_dir(whole.join(folder)).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<_> = names.map(|name| format!("{folder}/{}", name.to_string_lossy())).collect();
        names.sort();
        names
    };
    // What is not there cannot be read as damaged: the last segment, a secret, the statement.
    for lacking in [vec![names("segments").pop().unwrap()], names("shelf/secrets"), vec!["stated".to_owned()]]
    {
        let own = place.root.join("backups/2026-10-21");
        for backup in [&whole, &own] {
            super::copy(backup, &backup.with_extension("entier"));
            lacking.iter().for_each(|name| std::fs::remove_file(backup.join(name)).unwrap());
        }
        let refused = restore(&other, &whole, &passphrase());
        assert!(matches!(refused, Err(Error::BadBackup { .. })), "{lacking:?}: {refused:?}");
        assert!(!other.root.exists());
        let (mut store, _) = place.open();
        let damaged = |check: &Check| check.id == "backup-damaged";
        assert!(checks(&mut store, 3).iter().any(damaged), "{lacking:?}");
        drop(store);
        for backup in [&whole, &own] {
            std::fs::remove_dir_all(backup).unwrap();
            std::fs::rename(backup.with_extension("entier"), backup).unwrap();
        }
    }
    assert_eq!(restore(&other, &whole, &passphrase()).unwrap().entries, 30);
    assert!(!other.root.join("stated").exists(), "it spoke of the backup");
    // A store that was put aside says nothing of itself, and may come back.
    super::copy(&place.root, &elsewhere.path().join("de côté"));
    assert_eq!(restore(&other, &elsewhere.path().join("de côté"), &passphrase()).unwrap().entries, 30);
}

#[test]
fn the_examination_of_a_sound_store_finds_nothing() {
    let place = Place::new();
    let mut store = place.create();
    save(&mut store, "un");
    let before: Vec<_> = checks(&mut store, 0).into_iter().filter(|it| it.status > Status::Sound).collect();
    let expected = Check { id: "backup-none", status: Status::Warning, args: Vec::new() };
    assert_eq!(before, [expected]);
    store.close(at(1)).unwrap();
    let (mut store, _) = place.open();
    let found = checks(&mut store, 1);
    assert!(found.iter().all(|check| check.status == Status::Sound), "{found:?}");
    let later = checks(&mut store, 30 * DAY);
    assert!(later.iter().any(|check| check.id == "backup-old"), "{later:?}");
    let earlier = checks(&mut store, -DAY);
    assert!(earlier.iter().any(|check| check.id == "clock-behind"), "{earlier:?}");
}

#[test]
fn the_examination_names_what_is_damaged_since_the_opening() {
    let place = Place::new();
    let mut store = place.create();
    for number in 0..20 {
        save(&mut store, &format!("{number} {}", "x".repeat(300)));
    }
    store.close(at(1)).unwrap();
    let (mut store, _) = place.open();
    for (name, id) in [
        ("segments/000001.seg", "segments-damaged"),
        ("backups/2026-10-21/segments/000001.seg", "backup-damaged"),
        ("keyring.twin", "copies-differ"),
    ] {
        let path = place.root.join(name);
        let mut bytes = std::fs::read(&path).unwrap();
        bytes[90] ^= 1;
        std::fs::write(&path, bytes).unwrap();
        let found = checks(&mut store, 1);
        let check = found.iter().find(|check| check.id == id);
        assert!(check.is_some_and(|check| check.status > Status::Sound), "{name}: {found:?}");
    }
}

#[test]
fn every_check_repair_and_error_has_its_words() {
    // The ids are those that the sources name: each stands there once, in quotes.
    let sources = ["doctor.rs", "repair.rs", "error.rs"].map(|name| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store").join(name);
        std::fs::read_to_string(path).unwrap()
    });
    let ids = |source: &str| -> Vec<String> {
        let quoted = source.split('"').skip(1).step_by(2);
        let is_id =
            |text: &&str| text.contains('-') && text.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        quoted.filter(is_id).map(str::to_owned).collect()
    };
    for language in [Language::French, Language::English] {
        let words = Words::new(language);
        for (source, kind) in sources.iter().zip(["check", "repair", "err"]) {
            let ids = ids(source);
            assert!(ids.len() > 10, "{kind}: {ids:?}");
            for id in ids {
                assert!(words.has(&format!("{kind}-{id}")), "{kind}-{id}");
                if kind == "err" {
                    assert!(words.has(&format!("{kind}-{id}-remedy")), "{kind}-{id}-remedy");
                }
            }
        }
    }
}
