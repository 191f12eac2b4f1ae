//! What is saved is read again, also by another process.

use super::{Place, at, draft, entries, person};
use jalon::store::Error;

#[test]
fn what_is_saved_is_read_again() {
    let place = Place::new();
    let mut store = place.create();
    let station = store.station();
    let long = "é".repeat(50_000);
    let mut saved = Vec::new();
    for number in 0..40 {
        let text = if number == 20 { long.clone() } else { format!("entretien {number}") };
        let who = (number % 3 != 0).then(|| person(number % 4));
        saved.extend(store.append(vec![draft(who, &text), draft(None, "poste")], at(number.into())).unwrap());
    }
    assert_eq!(entries(&mut store), saved);
    store.close(at(60)).unwrap();

    let (mut store, repairs) = place.open();
    assert_eq!(repairs, []);
    assert_eq!(store.station(), station);
    assert_eq!(store.len(), 80);
    assert_eq!(entries(&mut store), saved);
    let of_person: Vec<_> =
        saved.iter().filter(|entry| entry.header.person == Some(person(1))).cloned().collect();
    assert_eq!(store.entries_of(person(1)).unwrap(), of_person);
    assert_eq!(store.read(saved[41].id()).as_ref(), Some(&saved[41]));
    let segments = std::fs::read_dir(place.root.join("segments")).unwrap().count();
    assert!(segments > 3, "{segments} segments");
}

#[test]
fn an_import_is_one_save() {
    let place = Place::new();
    let mut store = place.create();
    let drafts: Vec<_> =
        (0..2_000_u32).map(|n| draft(Some(person((n % 200) as u8)), &format!("ligne {n}"))).collect();
    let saved = store.append(drafts, at(1)).unwrap();
    drop(store);
    let (mut store, _) = place.open();
    assert_eq!(entries(&mut store), saved);
}

#[test]
fn drafts_settings_and_secrets_are_kept_beside_the_journal() {
    let place = Place::new();
    let mut store = place.create();
    store.keep_draft("entretien/1", b"Nadia a dit").unwrap();
    store.keep_draft("entretien/1", b"Nadia a dit oui").unwrap();
    store.keep_draft("etape/2", b"rien").unwrap();
    store.drop_draft("etape/2").unwrap();
    store.drop_draft("jamais").unwrap();
    store.put_local("vue", b"liste").unwrap();
    store.put_ledger("lot/000001", b"envoi").unwrap();
    store.put_secret("signature", &[7; 32]).unwrap();
    drop(store);
    let (store, repairs) = place.open();
    assert_eq!(repairs, []);
    assert_eq!(store.drafts().unwrap(), [("entretien/1".to_owned(), b"Nadia a dit oui".to_vec())]);
    assert_eq!(store.local("vue").unwrap().unwrap(), b"liste");
    assert_eq!(store.local("autre").unwrap(), None);
    assert_eq!(store.ledger_lines().unwrap().len(), 1);
    assert_eq!(*store.secret("signature").unwrap().unwrap(), [7; 32]);
}

#[test]
fn nothing_is_made_where_something_is() {
    let place = Place::new();
    drop(place.create());
    let passphrase = super::passphrase();
    let setup = super::setup(&passphrase);
    let again =
        jalon::store::Store::create_on(place.ground.clone(), &place.root, &place.state, &setup, at(0));
    assert!(matches!(again, Err(Error::AlreadyThere { .. })));
    let siblings = std::fs::read_dir(place.root.parent().unwrap()).unwrap().count();
    assert_eq!(siblings, 2, "the store and its anchor, nothing beside");
}
