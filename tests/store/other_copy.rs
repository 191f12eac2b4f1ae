//! The engine's copy with entries missing, exchanged, altered or too many: the segments put it
//! right, and what comes out is what was saved. And journals of other stations, taken in.

use std::time::Duration;

use jalon::clock;
use jalon::journal::entry::Entry;
use jalon::store::{Error, Repair, Store};

use super::{Place, at, draft, entries, person};

/// Keys and values, as the engine has them.
type Pairs = Vec<(Vec<u8>, Vec<u8>)>;

/// More than any process takes to begin.
const LIMIT: Duration = Duration::from_secs(60);

/// The engine of a store that was closed. A process that another test is starting holds a copy of its
/// lock until its own program begins.
fn engine(place: &Place) -> sled::Db {
    let start = clock::instant();
    loop {
        let opened = sled::Config::new().path(place.root.join("db")).flush_every_ms(None).open();
        let is_held = |error: &sled::Error| error.to_string().contains("could not acquire lock");
        if start.elapsed() > LIMIT || !opened.as_ref().is_err_and(is_held) {
            return opened.expect("the engine");
        }
        std::thread::yield_now();
    }
}

/// Changes the records in the engine behind the store's back; `change` gives what to put and
/// what to remove.
fn tamper(place: &Place, change: impl Fn(&Pairs) -> (Pairs, Vec<Vec<u8>>)) {
    let db = engine(place);
    let records: Pairs = db
        .scan_prefix(b"j")
        .map(|pair| pair.map(|(key, value)| (key.to_vec(), value.to_vec())).expect("a pair"))
        .collect();
    let (put, removed) = change(&records);
    for (key, value) in put {
        db.insert(key, value).expect("a write");
    }
    for key in removed {
        db.remove(key).expect("a removal");
    }
    db.flush().expect("a flush");
}

fn filled(place: &Place) -> Vec<Entry> {
    let mut store = place.create();
    let mut saved = Vec::new();
    for number in 0..30 {
        let text = "x".repeat(if number % 7 == 0 { 9_000 } else { 50 });
        saved.extend(store.append(vec![draft(Some(person(1)), &text)], at(number)).expect("a save"));
    }
    store.close(at(60)).expect("a close");
    saved
}

#[test]
fn entries_that_the_engine_lost_or_exchanged_are_put_back() {
    let place = Place::new();
    let saved = filled(&place);
    tamper(&place, |records| {
        let exchanged =
            vec![(records[3].0.clone(), records[4].1.clone()), (records[4].0.clone(), records[3].1.clone())];
        let altered = (records[10].0.clone(), records[10].1.iter().map(|byte| byte ^ 1).collect());
        let removed = [6, 7, 8, 20, records.len() - 1].map(|rank| records[rank].0.clone());
        (exchanged.into_iter().chain([altered]).collect(), removed.to_vec())
    });
    let (mut store, repairs) = place.open();
    let mended =
        repairs.iter().any(|repair| matches!(repair, Repair::EngineMended { entries } if *entries >= 6));
    assert!(mended, "{repairs:?}");
    assert!(!repairs.iter().any(Repair::is_serious), "{repairs:?}");
    assert_eq!(entries(&mut store), saved);
    drop(store);
    let (mut store, repairs) = place.open();
    assert_eq!(repairs, []);
    assert_eq!(entries(&mut store), saved);
}

#[test]
fn an_engine_that_lost_everything_is_filled_again() {
    let place = Place::new();
    let saved = filled(&place);
    tamper(&place, |records| (Vec::new(), records.iter().map(|(key, _)| key.clone()).collect()));
    let (mut store, repairs) = place.open();
    assert!(!repairs.iter().any(Repair::is_serious), "{repairs:?}");
    assert_eq!(entries(&mut store), saved);
    assert_eq!(store.read(saved[7].id()).as_ref(), Some(&saved[7]));
}

#[test]
fn a_large_import_damaged_in_one_place_is_put_right_quickly() {
    let place = Place::new();
    let mut store = place.create();
    let drafts = (0..3_000).map(|number| draft(Some(person((number % 200) as u8)), &format!("{number}")));
    let saved = store.append(drafts.collect(), at(1)).unwrap();
    store.close(at(2)).unwrap();
    let segment = place.root.join("segments/000001.seg");
    let mut bytes = std::fs::read(&segment).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&segment, bytes).unwrap();
    let (mut store, repairs) = place.open();
    assert!(repairs.contains(&Repair::SegmentMended { entries: 3_000 }), "{repairs:?}");
    assert_eq!(entries(&mut store), saved);
}

#[test]
fn the_journal_of_another_station_is_taken_in_whole_and_in_order() {
    let (theirs, ours) = (Place::new(), Place::new());
    let mut saved = filled(&theirs);
    let mut centre = ours.create();
    let own = centre.append(vec![draft(None, "centre")], at(1)).unwrap();
    // Whoever was erased meanwhile travels as headers only.
    saved[5].payload = None;
    let station = saved[0].header.station;
    assert!(matches!(centre.take_in(&saved[1..]), Err(Error::OutOfPlace { sequence: 2 })), "a gap");
    centre.take_in(&saved[..10]).unwrap();
    assert_eq!(centre.head_of(station), saved[9].head());
    assert!(matches!(centre.take_in(&saved[..10]), Err(Error::OutOfPlace { sequence: 1 })), "once only");
    let mut forged = saved[10].clone();
    forged.header.previous = saved[3].header.previous;
    assert!(matches!(centre.take_in(&[forged]), Err(Error::OutOfPlace { .. })));
    assert!(
        matches!(centre.take_in(&own), Err(Error::OutOfPlace { .. })),
        "its own journal it writes itself"
    );
    centre.take_in(&saved[10..]).unwrap();
    centre.close(at(2)).unwrap();

    let (mut centre, repairs) = ours.open();
    assert_eq!(repairs, []);
    assert_eq!(centre.len(), 31);
    let mut read = Vec::new();
    assert_eq!(centre.visit(|entry| read.push(entry)).unwrap(), []);
    let (of_centre, of_station): (Vec<_>, Vec<_>) =
        read.into_iter().partition(|entry| entry.header.station != station);
    assert_eq!((of_centre, of_station), (own, saved));
}

/// The anchor counts what was taken in, the backups name it.
#[test]
fn what_was_taken_in_and_lost_in_both_copies_is_taken_from_the_backup() {
    let (ours, theirs) = (Place::new(), Place::new());
    let saved = filled(&theirs);
    let mut centre = ours.create();
    centre.append(vec![draft(None, "centre")], at(1)).unwrap();
    centre.take_in(&saved).unwrap();
    centre.close(at(2)).unwrap();
    std::fs::remove_dir_all(ours.root.join("db")).unwrap();
    let mut segments: Vec<_> = std::fs::read_dir(ours.root.join("segments")).unwrap().collect();
    segments.sort_by_key(|entry| entry.as_ref().unwrap().file_name());
    std::fs::remove_file(segments.pop().unwrap().unwrap().path()).unwrap();
    let (mut centre, repairs) = ours.open();
    assert!(
        matches!(repairs[..], [Repair::TakenFromBackup { .. }, Repair::EngineRebuilt { .. }]),
        "{repairs:?}"
    );
    let mut read = Vec::new();
    assert_eq!(centre.visit(|entry| read.push(entry)).unwrap(), []);
    read.retain(|entry| entry.header.station == saved[0].header.station);
    assert_eq!(read, saved);
}

#[test]
fn a_store_can_live_in_a_thread_of_its_own() {
    const fn is_send<T: Send>() {}
    is_send::<Store>();
}
