//! What is around a store: other processes, rights, links, the clock, wrong passphrases. Each has
//! its own error, and none touches the store.

use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;

use jalon::crypto::Passphrase;
use jalon::hardening::harden_process;
use jalon::store::{Error, Store};

use super::{Place, at, draft, entries, person};

fn mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("rights");
}

#[test]
fn one_process_at_a_time_and_the_other_is_named() {
    let place = Place::new();
    let store = place.create();
    match place.try_open(5) {
        Err(Error::Held { pid, since, .. }) => {
            assert_eq!(pid, std::process::id().to_string());
            assert_eq!(since, "2026-10-21T08:00:00Z");
        }
        other => unreachable!("{other:?}"),
    }
    drop(store);
    place.try_open(6).unwrap();
}

#[test]
fn everything_is_for_its_owner_only() {
    fn check(path: &Path) {
        let found = std::fs::symlink_metadata(path).unwrap();
        let expected = if found.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(found.permissions().mode() & 0o777, expected, "{}", path.display());
        if found.is_dir() {
            std::fs::read_dir(path).unwrap().for_each(|entry| check(&entry.unwrap().path()));
        }
    }
    let place = Place::new();
    let mut store = place.create();
    store.append(vec![draft(Some(person(1)), "un")], at(1)).unwrap();
    store.keep_draft("entretien", b"un").unwrap();
    store.close(at(2)).unwrap();
    drop(place.open());
    check(&place.root);
    check(&place.state);
}

#[test]
fn rights_of_others_are_refused() {
    for name in ["", "keyring", "segments", "slots/00-passphrase.slot"] {
        let place = Place::new();
        drop(place.create());
        let path = place.root.join(name);
        mode(&path, if path.is_dir() { 0o750 } else { 0o604 });
        let error = place.try_open(1).unwrap_err();
        assert!(matches!(error, Error::TooOpen { .. }), "{name}: {error:?}");
        assert!(error.is_environment());
    }
}

#[test]
fn links_on_the_way_are_refused() {
    let place = Place::new();
    drop(place.create());
    let link = place.root.with_file_name("lien");
    symlink(place.root.parent().unwrap(), &link).unwrap();
    let through = link.join("poste");
    let opened = Store::unlock_on(place.ground.clone(), &through, &place.state, &super::passphrase(), at(1));
    assert!(matches!(opened, Err(Error::Symlink { path }) if path == link));
    assert!(through.exists());
}

/// Whoever may exchange a part of the store for a link may exchange what it leads to.
#[test]
fn links_inside_are_refused_wherever_they_stand() {
    let inside =
        ["keyring", "lock", "db", "db/conf", "segments", "segments/000001.seg", "slots", "shelf/drafts"];
    let place = Place::new();
    let mut store = place.create();
    store.append(vec![draft(None, "un")], at(1)).unwrap();
    store.close(at(1)).unwrap();
    for name in inside.into_iter().chain([".", "../repère"]) {
        let path = match name {
            "." => place.root.clone(),
            "../repère" => place.state.clone(),
            inside => place.root.join(inside),
        };
        let elsewhere = place.root.with_file_name("ailleurs");
        std::fs::rename(&path, &elsewhere).unwrap();
        symlink(&elsewhere, &path).unwrap();
        match place.try_open(2) {
            Err(Error::Symlink { path: told }) => assert_eq!(told, path),
            other => unreachable!("{name}: {other:?}"),
        }
        std::fs::remove_file(&path).unwrap();
        std::fs::rename(&elsewhere, &path).unwrap();
        let (mut store, repairs) = place.open();
        assert_eq!(repairs, [], "{name}: nothing was touched");
        assert_eq!(entries(&mut store).len(), 1);
    }
}

#[test]
fn what_is_not_a_store_is_said_so() {
    let place = Place::new();
    assert!(!Store::exists(&place.root));
    assert!(matches!(place.try_open(1), Err(Error::Missing { .. })));
    std::fs::create_dir(&place.root).unwrap();
    assert!(matches!(place.try_open(1), Err(Error::Missing { .. })));
    drop(place.create());
    assert!(Store::exists(&place.root));
}

#[test]
fn another_account_is_refused() {
    let owned_by =
        |path: &Path, account| rustix::fs::chown(path, Some(rustix::fs::Uid::from_raw(account)), None);
    let place = Place::new();
    let mut store = place.create();
    store.append(vec![draft(None, "un")], at(1)).unwrap();
    drop(store);
    let inside = [
        "keyring",
        "lock",
        "db",
        "db/conf",
        "segments/000001.seg",
        "slots/00-passphrase.slot",
        "shelf/drafts",
    ];
    let inside = inside.map(|name| place.root.join(name));
    for path in inside.iter().chain([&place.root, &place.state]) {
        // Only an administrator can give a file away; elsewhere there is nothing to try.
        if owned_by(path, 12_345).is_err() {
            return;
        }
        match place.try_open(2) {
            Err(Error::NotOurs { path: told }) => assert_eq!(&told, path),
            other => unreachable!("{other:?}"),
        }
        owned_by(path, rustix::process::geteuid().as_raw()).unwrap();
    }
    let (mut store, repairs) = place.open();
    assert!(!repairs.iter().any(jalon::store::Repair::is_serious), "{repairs:?}");
    assert_eq!(entries(&mut store).len(), 1);
}

/// The system holds the lock, the file only says who: a number that another process has since
/// keeps nobody out, and a file that was removed lets nobody in.
#[test]
fn the_lock_is_the_systems_and_not_its_file() {
    let place = Place::new();
    let mut store = place.create();
    store.append(vec![draft(None, "un")], at(1)).unwrap();
    drop(store);
    let lock = place.root.join("lock");
    let living =
        format!("pid={}\ntty=/dev/pts/1\nsince=2026-10-20T08:00:00Z\n", std::os::unix::process::parent_id());
    for text in [living.as_str(), "", "pid=1", "\0\u{fffd}"] {
        std::fs::write(&lock, text).unwrap();
        drop(place.try_open(2).unwrap());
    }
    let (mut store, _) = place.open();
    let saved = entries(&mut store);
    std::fs::remove_file(&lock).unwrap();
    let other = place.try_open(3);
    assert!(matches!(other, Err(Error::Held { .. })), "two writers: {other:?}");
    let restored = Store::restore_on(
        place.ground.clone(),
        [&place.root.join("backups"), &place.root, &place.state],
        &super::passphrase(),
        at(3),
    );
    assert!(matches!(restored, Err(Error::Held { .. })), "two writers: {restored:?}");
    store.append(vec![draft(None, "deux")], at(4)).unwrap();
    drop(store);
    let (mut store, repairs) = place.open();
    assert!(!repairs.iter().any(jalon::store::Repair::is_serious), "{repairs:?}");
    assert_eq!(entries(&mut store).len(), saved.len() + 1);
}

/// Many at once: one gets in, every other is told who has it.
#[test]
fn of_many_that_open_at_once_one_gets_in() {
    let place = Place::new();
    drop(place.create());
    for round in 0..5 {
        let start = std::sync::Barrier::new(4);
        let opened: Vec<_> = std::thread::scope(|scope| {
            let open = || {
                start.wait();
                place.try_open(round)
            };
            let running: Vec<_> = (0..4).map(|_| scope.spawn(open)).collect();
            running.into_iter().map(|it| it.join().unwrap()).collect()
        });
        let (inside, refused): (Vec<_>, Vec<_>) = opened.into_iter().partition(Result::is_ok);
        assert_eq!(inside.len(), 1);
        assert!(refused.iter().all(|it| matches!(it, Err(Error::Held { .. }))), "{refused:?}");
    }
}

#[test]
fn a_newer_store_is_left_alone() {
    let place = Place::new();
    drop(place.create());
    for name in ["station.json", "station.json.twin"] {
        let path = place.root.join(name);
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, text.replace("\"format\":1", "\"format\":2")).unwrap();
    }
    assert!(matches!(place.try_open(1), Err(Error::NewerFormat { found: 2 })));
}

#[test]
fn the_clock_may_go_back_numbers_do_not() {
    let place = Place::new();
    let mut store = place.create();
    let mut saved = store.append(vec![draft(None, "demain")], at(86_400)).unwrap();
    saved.extend(store.append(vec![draft(None, "hier")], at(-86_400)).unwrap());
    assert!(saved[1].header.at < saved[0].header.at);
    assert_eq!((saved[0].header.sequence, saved[1].header.sequence), (1, 2));
    drop(store);
    let (mut store, repairs) = place.open();
    assert!(!repairs.iter().any(jalon::store::Repair::is_serious), "{repairs:?}");
    assert_eq!(entries(&mut store), saved);
}

#[test]
fn wrong_passphrases_wait_longer_and_longer() {
    let place = Place::new();
    drop(place.create());
    let wrong = Passphrase::new("ce n’est pas la bonne");
    let attempt = |passphrase: &Passphrase, second| {
        Store::unlock_on(place.ground.clone(), &place.root, &place.state, passphrase, at(second)).err()
    };
    let mut second = 0;
    for (failure, wait) in [0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 64].into_iter().enumerate() {
        match attempt(&wrong, second) {
            Some(Error::WrongPassphrase { failures, wait_seconds }) => {
                assert_eq!((failures as usize, wait_seconds), (failure + 1, wait));
            }
            other => unreachable!("{other:?}"),
        }
        if wait > 0 {
            // The right one has to wait too: nothing is tried before.
            let early = attempt(&super::passphrase(), second + wait as i64 - 1);
            assert!(matches!(early, Some(Error::Wait { seconds: 1 })), "{early:?}");
        }
        second += i64::from(wait);
    }
    // The clock went back a year: the wait starts again from there, it does not last a year.
    let year = 365 * 86_400;
    assert!(matches!(attempt(&super::passphrase(), second - year), Some(Error::Wait { seconds: 64 })));
    let (_, opening) = place.try_open(second - year + 64).unwrap();
    assert_eq!(opening.failed_attempts, 11);
    let (_, opening) = place.try_open(second - year + 65).unwrap();
    assert_eq!(opening.failed_attempts, 0);
}

#[test]
fn what_is_too_long_is_refused_and_nothing_is_saved() {
    let place = Place::new();
    let mut store = place.create();
    let long = "x".repeat(jalon::store::PAYLOAD_LIMIT);
    let refused = store.append(vec![draft(None, "court"), draft(None, &long)], at(1));
    assert!(matches!(refused, Err(Error::TooLarge { .. })));
    assert!(store.is_empty());
    assert!(matches!(store.keep_draft("long", &vec![0; 2 << 20]), Err(Error::TooLarge { .. })));
}

#[test]
fn the_passphrase_is_changed_and_the_journal_is_not() {
    let place = Place::new();
    let mut store = place.create();
    let saved = store.append(vec![draft(Some(person(1)), "avant")], at(1)).unwrap();
    let new = Passphrase::new("une autre phrase assez longue");
    let cost = jalon::crypto::KdfCost::floor_for_tests();
    let wrong = Passphrase::new("ni l’une ni l’autre");
    assert!(matches!(store.change_passphrase(&wrong, &new, cost), Err(Error::WrongPassphrase { .. })));
    store.change_passphrase(&super::passphrase(), &new, cost).unwrap();
    store.close(at(2)).unwrap();
    let (mut store, _) =
        Store::unlock_on(place.ground.clone(), &place.root, &place.state, &new, at(2)).unwrap();
    store.change_passphrase(&new, &super::passphrase(), cost).unwrap();
    store.change_passphrase(&super::passphrase(), &new, cost).unwrap();
    let found = store.doctor(at(2)).unwrap();
    assert!(!found.iter().any(|check| check.id == "backup-old-passphrase"), "{found:?}");
    drop(store);
    assert!(matches!(place.try_open(3), Err(Error::WrongPassphrase { .. })));
    let opened = Store::unlock_on(place.ground.clone(), &place.root, &place.state, &new, at(4));
    assert_eq!(entries(&mut opened.unwrap().0), saved);
}

/// In a process of its own: what it changes would change the other tests.
#[test]
fn hardened_child() {
    if std::env::var("JALON_HARDENED").is_err() {
        return;
    }
    harden_process();
    let limit = rustix::process::getrlimit(rustix::process::Resource::Core);
    assert_eq!((limit.current, limit.maximum), (Some(0), Some(0)));
    assert_eq!(rustix::process::umask(rustix::fs::Mode::empty()).bits(), 0o077);
    let dumpable = rustix::process::dumpable_behavior().unwrap();
    assert_eq!(dumpable, rustix::process::DumpableBehavior::NotDumpable);
    // Under no mask at all the store still closes what it makes.
    everything_is_for_its_owner_only();
}

#[test]
fn a_hardened_process_still_opens_its_store() {
    let child = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "store::surroundings::hardened_child"])
        .env("JALON_HARDENED", "1")
        .output()
        .unwrap();
    assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stdout));
}
