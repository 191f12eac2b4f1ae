//! Every file of a store flipped, cut, garbled, removed, exchanged for yesterday's: what was
//! saved is there all the same, or is named; never a panic, never a silent wrong value.

mod campaign;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jalon::journal::entry::Entry;
use jalon::store::{Error, Repair};

use super::{Place, at, copy, draft, entries, person};

/// A store with some segments, a backup, a draft and a setting, as it was one day and the next.
struct Days {
    place: Place,
    yesterday: PathBuf,
    today: PathBuf,
    saved: Vec<Entry>,
}

fn days() -> Days {
    let place = Place::new();
    let folder = place.root.parent().expect("a folder").to_owned();
    let (yesterday, today) = (folder.join("hier"), folder.join("ce jour"));
    let mut store = place.create();
    let mut saved = Vec::new();
    for number in 0..12 {
        let text = "x".repeat(200 + 400 * number);
        let who = (number % 4 != 0).then(|| person(1));
        saved.extend(store.append(vec![draft(who, &text)], at(number as i64)).expect("a save"));
    }
    store.keep_draft("entretien", b"hier").expect("a draft");
    store.put_local("vue", b"hier").expect("a setting");
    store.close(at(3_600)).expect("a close");
    copy(&place.root, &yesterday);
    let (mut store, _) = place.open();
    for number in 12..24 {
        let drafts = (0..3).map(|rank| draft(Some(person(2)), &format!("{number}/{rank}"))).collect();
        saved.extend(store.append(drafts, at(90_000 + number)).expect("a save"));
    }
    store.keep_draft("entretien", b"aujourd'hui").expect("a draft");
    store.put_local("vue", b"aujourd'hui").expect("a setting");
    store.close(at(100_000)).expect("a close");
    copy(&place.root, &today);
    Days { place, yesterday, today, saved }
}

fn files(folder: &Path, inside: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder.join(inside)).expect("a folder") {
        let path = inside.join(entry.expect("an entry").file_name());
        if folder.join(&path).is_dir() {
            files(folder, &path, found);
        } else {
            found.push(path);
        }
    }
    found.sort();
}

fn cut(path: &Path, share: usize) {
    let bytes = std::fs::read(path).expect("a file");
    std::fs::write(path, &bytes[..bytes.len() * share / 100]).expect("a write");
}

fn garble(path: &Path) {
    let mut bytes = std::fs::read(path).expect("a file");
    let length = bytes.len();
    for (rank, byte) in bytes[length / 3..length / 2].iter_mut().enumerate() {
        *byte = (rank * 167 % 251) as u8;
    }
    std::fs::write(path, bytes).expect("a write");
}

/// Opens after `what` happened, and checks that every entry is there or named.
fn check(days: &Days, what: &str) -> Vec<Repair> {
    let mut here = Vec::new();
    let opened = days.place.try_open(100_001);
    assert!(opened.is_ok(), "{what}: {opened:?}");
    let (mut store, mut opening) = opened.expect("an open store");
    opening.repairs.extend(store.visit(|entry| here.push(entry)).expect("a visit"));
    let repairs = opening.repairs;
    for entry in &here {
        let same = days.saved.iter().find(|saved| saved.id() == entry.id());
        assert!(same.is_some_and(|same| same.header_bytes == entry.header_bytes), "{what}: a wrong value");
        let payload_is_true =
            entry.payload.is_none() || same.is_some_and(|same| same.payload == entry.payload);
        assert!(payload_is_true, "{what}: a wrong payload");
    }
    let readable: BTreeSet<u64> =
        here.iter().filter(|entry| entry.payload.is_some()).map(|entry| entry.header.sequence).collect();
    for saved in days.saved.iter().filter(|saved| !readable.contains(&saved.header.sequence)) {
        let named = repairs.iter().any(|repair| match repair {
            Repair::Lost(lost) => lost.entry == saved.id(),
            Repair::RolledBack { found, .. } => saved.header.sequence > *found,
            _ => false,
        });
        assert!(named, "{what}: entry {} is missing, unsaid: {repairs:?}", saved.header.sequence);
    }
    let more = store.append(vec![draft(Some(person(3)), "ensuite")], at(100_002)).expect("a save");
    drop(store);
    let (mut store, opening) = days.place.try_open(100_003).expect("a second opening");
    let mut last = None;
    let saved = more.last().map(Entry::id);
    let later = store.visit(|entry| last = Some(entry).filter(|it| Some(it.id()) == saved).or(last.take()));
    let later = later.expect("a visit");
    assert_eq!(last.as_ref(), more.last(), "{what}");
    let news: Vec<_> = opening.repairs.iter().chain(&later).filter(|repair| !is_told_again(repair)).collect();
    assert!(news.is_empty(), "{what}: repaired twice: {news:?}");
    repairs
}

/// What the second opening may say: what was lost stays lost, and the engine was not settled.
fn is_told_again(repair: &Repair) -> bool {
    matches!(repair, Repair::Lost(_) | Repair::ShelfDamaged { .. } | Repair::EngineBehind { .. })
}

#[test]
fn both_copies_of_a_segment_damaged_leave_the_rest_and_the_backup() {
    let days = days();
    std::fs::remove_dir_all(&days.place.root).expect("a removal");
    copy(&days.today, &days.place.root);
    let segment = days.place.root.join("segments/000001.seg");
    garble(&segment);
    std::fs::remove_dir_all(days.place.root.join("db")).expect("a removal");
    let repairs = check(&days, "segment and engine");
    assert!(repairs.iter().any(|repair| matches!(repair, Repair::TakenFromBackup { .. })), "{repairs:?}");
    assert!(!repairs.iter().any(Repair::is_serious), "{repairs:?}");
}

#[test]
fn what_no_copy_has_is_named_with_its_person() {
    let days = days();
    std::fs::remove_dir_all(&days.place.root).expect("a removal");
    copy(&days.today, &days.place.root);
    for name in ["db", "backups"] {
        std::fs::remove_dir_all(days.place.root.join(name)).expect("a removal");
    }
    std::fs::create_dir(days.place.root.join("backups")).expect("a folder");
    super::private(&days.place.root.join("backups"));
    let segment = days.place.root.join("segments/000002.seg");
    garble(&segment);
    let repairs = check(&days, "segment, engine and backups");
    let lost: Vec<_> = repairs
        .iter()
        .filter_map(|repair| match repair {
            Repair::Lost(lost) => Some(*lost),
            _ => None,
        })
        .collect();
    assert!(!lost.is_empty());
    assert!(lost.iter().all(|lost| lost.about.is_some()), "{lost:?}");
    assert!(days.place.root.join("segments/000002.seg.damaged").exists(), "what may be saved is kept");
}

#[test]
fn an_old_store_put_back_is_noticed() {
    let days = days();
    std::fs::remove_dir_all(&days.place.root).expect("a removal");
    copy(&days.yesterday, &days.place.root);
    let (store, opening) = days.place.try_open(100_001).expect("an open store");
    let backed = |repair: &Repair| matches!(repair, Repair::RolledBack { known: 48, found: 12 });
    assert!(opening.repairs.iter().any(backed), "{:?}", opening.repairs);
    assert_eq!(store.epoch(), 2, "what it writes from now on is told apart");
    drop(store);
    let (_, opening) = days.place.try_open(100_002).expect("an open store");
    assert!(!opening.repairs.iter().any(Repair::is_serious), "told once: {:?}", opening.repairs);
}

#[test]
fn without_its_small_files_a_store_says_which_one() {
    for (name, twin) in
        [("keyring", "keyring.twin"), ("slots/00-passphrase.slot", "slots/00-passphrase.slot.twin")]
    {
        let days = days();
        for path in [name, twin] {
            cut(&days.place.root.join(path), 10);
        }
        let (_, opening) = days.place.try_open(1).expect("taken from the backup");
        assert!(!opening.repairs.is_empty());
        for path in [name, twin] {
            cut(&days.place.root.join(path), 10);
        }
        std::fs::remove_dir_all(days.place.root.join("backups")).expect("a removal");
        let error = days.place.try_open(2).expect_err("nothing to open it with");
        assert!(matches!(&error, Error::Damaged { path } if path.ends_with(name)), "{error:?}");
    }
}

#[test]
fn the_journal_of_a_store_reads_the_same_after_its_engine_is_gone() {
    let days = days();
    std::fs::remove_dir_all(days.place.root.join("db")).expect("a removal");
    let (mut store, repairs) = days.place.open();
    assert!(repairs.contains(&Repair::EngineRebuilt { entries: 48 }), "{repairs:?}");
    assert_eq!(entries(&mut store), days.saved);
}

#[test]
fn what_was_never_finished_is_removed_and_missing_folders_are_made() {
    let days = days();
    let root = &days.place.root;
    std::fs::write(root.join("keyring.part"), "rien").unwrap();
    std::fs::write(root.join("shelf/drafts/0000.part"), "rien").unwrap();
    std::fs::create_dir(root.join("backups/2026-10-30.part")).unwrap();
    std::fs::create_dir(root.join("db.new")).unwrap();
    std::fs::remove_dir_all(root.join("shelf/ledger")).unwrap();
    super::close_to_others(root);
    let (mut store, repairs) = days.place.open();
    assert_eq!(repairs, []);
    store.put_ledger("lot", b"1").unwrap();
    let mut left = Vec::new();
    files(root, Path::new(""), &mut left);
    assert!(!left.iter().any(|path| path.to_string_lossy().contains(".part")), "{left:?}");
    assert!(!root.join("backups/2026-10-30.part").exists() && !root.join("db.new").exists());
    // Which drafts stood in a folder that is gone is known to nobody.
    drop(store);
    std::fs::remove_dir_all(root.join("shelf/drafts")).unwrap();
    assert_eq!(days.place.open().1, [Repair::ShelfDamaged { file: "shelf/drafts".to_owned() }]);
}

#[test]
fn a_shelf_that_goes_back_is_noticed_and_numbers_nothing_twice() {
    let days = days();
    let epoch = days.place.open().0.epoch();
    let settings = days.place.root.join("shelf/local");
    std::fs::remove_dir_all(&settings).unwrap();
    copy(&days.yesterday.join("shelf/local"), &settings);
    let (store, repairs) = days.place.open();
    assert_eq!((repairs, store.epoch()), (vec![Repair::ShelfOlder], epoch + 1));
    drop(store);
    assert_eq!(days.place.open().1, [], "told once");
    // What is gone is in the backup of the day; what stood there then is what it is now.
    std::fs::remove_dir_all(&settings).unwrap();
    let (store, repairs) = days.place.open();
    assert!(matches!(repairs[..], [Repair::ShelfFromBackup { .. }]), "{repairs:?}");
    assert_eq!(store.local("vue").unwrap(), Some(b"aujourd'hui".to_vec()));
}

#[test]
fn what_is_damaged_is_not_taken_for_nothing() {
    let days = days();
    std::fs::remove_dir_all(days.place.root.join("backups")).unwrap();
    let mut all = Vec::new();
    files(&days.place.root, Path::new("shelf/local"), &mut all);
    all.iter().for_each(|file| cut(&days.place.root.join(file), 50));
    let (mut store, repairs) = days.place.open();
    assert!(matches!(repairs[..], [Repair::ShelfDamaged { .. }]), "{repairs:?}");
    assert!(matches!(store.local("vue"), Err(Error::Damaged { .. })));
    store.put_local("vue", b"de nouveau").unwrap();
    assert_eq!(store.local("vue").unwrap(), Some(b"de nouveau".to_vec()));
}

#[test]
fn a_read_that_fails_for_another_reason_is_no_damage() {
    let days = days();
    let keyring = days.place.root.join("keyring");
    let before = std::fs::read(keyring.with_extension("twin")).unwrap();
    for path in [&keyring, &keyring.with_extension("twin")] {
        std::fs::remove_file(path).unwrap();
        std::fs::create_dir(path).unwrap();
        super::private(path);
    }
    // Neither copy can be read, but not because its content is lost: nothing is put in its place.
    let error = days.place.try_open(1).unwrap_err();
    assert!(matches!(error, Error::Disk { .. }), "{error:?}");
    for path in [&keyring, &keyring.with_extension("twin")] {
        std::fs::remove_dir(path).unwrap();
        std::fs::write(path, &before).unwrap();
    }
    super::close_to_others(&days.place.root);
    assert_eq!(days.place.open().1, []);
}
