//! A store of each released format opens for ever. `golden/v1` was written once, by the first
//! version; `JALON_WRITE_GOLDEN=DIR` writes another of the present one.

use std::path::Path;

use jalon::store::Repair;

use super::{Place, at, copy, draft, entries, person};

/// What every golden store holds, in order: person (or none) and text.
const HELD: [(Option<u8>, &str); 5] = [
    (None, "poste"),
    (Some(1), "Nadia, premier entretien"),
    (Some(2), "Karim, orientation"),
    (Some(1), "Nadia, étape proposée"),
    (Some(2), "Karim, entretien manqué"),
];

#[test]
fn write_golden() {
    let Ok(to) = std::env::var("JALON_WRITE_GOLDEN") else { return };
    let place = Place::new();
    let mut store = place.create();
    for (rank, (who, text)) in HELD.into_iter().enumerate() {
        store.append(vec![draft(who.map(person), text)], at(rank as i64)).unwrap();
    }
    store.keep_draft("entretien", "à reprendre".as_bytes()).unwrap();
    store.put_secret("signature", &[7; 32]).unwrap();
    drop(store);
    for name in ["db", "backups", "lock"] {
        let path = place.root.join(name);
        if path.is_dir() {
            std::fs::remove_dir_all(path).unwrap()
        } else {
            std::fs::remove_file(path).unwrap()
        }
    }
    copy(&place.root, Path::new(&to));
}

#[test]
fn a_store_of_the_first_format_opens() {
    let place = Place::new();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/store/golden/v1"), &place.root);
    // What keeps the files here knows no owner and no rights.
    super::close_to_others(&place.root);
    let (mut store, repairs) = place.open();
    assert_eq!(repairs, [Repair::EngineRebuilt { entries: 5 }]);
    let read = entries(&mut store);
    assert_eq!(read.len(), HELD.len());
    for (entry, (who, text)) in read.iter().zip(HELD) {
        assert_eq!(entry.header.person, who.map(person));
        assert_eq!(entry.payload.as_deref(), Some(&*draft(None, text).payload));
    }
    assert_eq!(store.drafts().unwrap(), [("entretien".to_owned(), "à reprendre".into())]);
    assert_eq!(*store.secret("signature").unwrap().unwrap(), [7; 32]);
    store.append(vec![draft(Some(person(3)), "ensuite")], at(100)).unwrap();
}
