//! A store of each released format opens for ever. `golden/v1` and `golden/v1-whole` were written
//! once, by the first version, before and after drafts were kept twice; the second has a file of
//! every kind. `JALON_WRITE_GOLDEN=DIR` writes another of the present one.

use std::path::Path;

use jalon::domain::id::StationId;
use jalon::journal::entry::{Entry, Head};
use jalon::store::{Repair, Store};

use super::{Place, at, copy, draft, entries, passphrase, person};

/// What every golden store holds, in order: person (or none) and text.
const HELD: [(Option<u8>, &str); 5] = [
    (None, "poste"),
    (Some(1), "Nadia, premier entretien"),
    (Some(2), "Karim, orientation"),
    (Some(1), "Nadia, étape proposée"),
    (Some(2), "Karim, entretien manqué"),
];
/// Another station, of whose journal one entry was taken in.
const OTHER: StationId = StationId([0xA5; 16]);

#[test]
fn write_golden() {
    let Ok(to) = std::env::var("JALON_WRITE_GOLDEN") else { return };
    let mut place = Place::new();
    // Two segments.
    place.ground.segment_bytes = 2_000;
    let mut store = place.create();
    for (rank, (who, text)) in HELD.into_iter().enumerate() {
        store.append(vec![draft(who.map(person), text)], at(rank as i64)).unwrap();
    }
    let taken = Entry::following(Head::EMPTY, OTHER, at(9).at, draft(Some(person(3)), "Awa, ailleurs"));
    store.take_in(&[taken]).unwrap();
    store.keep_draft("entretien", "à reprendre".as_bytes()).unwrap();
    store.put_local("vue", "par échéance".as_bytes()).unwrap();
    store.put_ledger("lot/1", b"envoi").unwrap();
    store.put_secret("signature", &[7; 32]).unwrap();
    store.close(at(100)).unwrap();
    for name in ["db", "lock"] {
        let path = place.root.join(name);
        if path.is_dir() {
            std::fs::remove_dir_all(path).unwrap()
        } else {
            std::fs::remove_file(path).unwrap()
        }
    }
    copy(&place.root, &Path::new(&to).join("poste"));
    copy(&place.state, &Path::new(&to).join("repère"));
}

fn golden(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/store/golden").join(name)
}

fn check_held(read: &[Entry]) {
    assert_eq!(read.len(), HELD.len());
    for (entry, (who, text)) in read.iter().zip(HELD) {
        assert_eq!(entry.header.person, who.map(person));
        assert_eq!(entry.payload.as_deref(), Some(&*draft(None, text).payload));
    }
}

#[test]
fn a_store_of_the_first_format_opens() {
    let place = Place::new();
    copy(&golden("v1"), &place.root);
    // What keeps the files here knows no owner and no rights.
    super::close_to_others(&place.root);
    let (mut store, repairs) = place.open();
    let once = "shelf/drafts/1f3032a0bea8762ce4968f117c0df088".to_owned();
    assert_eq!(repairs, [Repair::EngineRebuilt { entries: 5 }, Repair::CopyMended { file: once }]);
    check_held(&entries(&mut store));
    assert_eq!(store.drafts().unwrap(), [("entretien".to_owned(), "à reprendre".into())]);
    assert_eq!(*store.secret("signature").unwrap().unwrap(), [7; 32]);
    store.append(vec![draft(Some(person(3)), "ensuite")], at(100)).unwrap();
}

fn check_whole(store: &mut Store) {
    let mut read = Vec::new();
    assert_eq!(store.visit(|entry| read.push(entry)).expect("a sound store"), []);
    let (taken, own): (Vec<_>, Vec<_>) = read.into_iter().partition(|it| it.header.station == OTHER);
    check_held(&own);
    assert_eq!(taken[0].payload.as_deref(), Some(&*draft(None, "Awa, ailleurs").payload));
    assert_eq!(store.drafts().expect("a sound store"), [("entretien".to_owned(), "à reprendre".into())]);
    assert_eq!(store.locals().expect("a sound store"), [("vue".to_owned(), "par échéance".into())]);
    assert_eq!(store.ledger_lines().expect("a sound store"), [("lot/1".to_owned(), b"envoi".to_vec())]);
    assert_eq!(*store.secret("signature").expect("a sound store").expect("a sound store"), [7; 32]);
}

#[test]
fn a_store_of_the_first_format_opens_whole_and_so_does_its_backup() {
    let (place, restored) = (Place::new(), Place::new());
    for (name, to) in [("v1-whole/poste", &place.root), ("v1-whole/repère", &place.state)] {
        copy(&golden(name), to);
        super::close_to_others(to);
    }
    let (mut store, repairs) = place.open();
    assert_eq!(repairs, [Repair::EngineRebuilt { entries: 6 }], "the anchor knows it, nothing is mended");
    check_whole(&mut store);
    let backups = store.own_backups().unwrap();
    assert_eq!(backups.len(), 1);
    assert_eq!(backups[0].1, Some(6));
    let places = [&*backups[0].0, &*restored.root, &*restored.state];
    Store::restore_on(restored.ground.clone(), places, &passphrase(), at(200)).unwrap();
    let (mut store, repairs) = restored.open();
    assert_eq!(repairs, []);
    check_whole(&mut store);
}
