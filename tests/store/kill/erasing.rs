//! Killed while a station erases people: each is there whole, or certified and unreadable for ever.

use std::cell::Cell;
use std::path::Path;

use jalon::domain::body::Body;
use jalon::domain::codes::ContactKind;
use jalon::domain::contact::Contact;
use jalon::domain::erasure::ErasureReason;
use jalon::domain::person::Person;
use jalon::store::Store;

use super::super::passphrase;
use super::child::say;
use super::paths::killed_over_and_over;
use super::stations::{now, saved, session};
use super::{Killed, ground, roots};

/// Entries of each person.
const ENTRIES: u64 = 4;

/// Somebody is written, then erased.
pub(super) fn erase(folder: &Path, from: u64) {
    let mut session = session(folder);
    say("? ready");
    for number in from.. {
        let mut person = Person::new("Belkacem", "Nadia", "1985-04-02".parse().expect("a date"));
        person.reference = Some(number.to_string());
        let patch = session.save(saved(None, Body::Person(person)), now()).expect("it is not killed yet");
        let person = patch.files[0].0;
        for _ in 1..ENTRIES {
            let result = "Rappelée, rendez-vous pris.".to_owned();
            let contact = Contact { date: now().today, kind: ContactKind::Call, result };
            session.save(saved(Some(person), Body::Contact(contact)), now()).expect("it is not killed yet");
        }
        say(&format!("written {number} {person}"));
        session.erase(person, ErasureReason::Request, now()).expect("it is not killed yet");
        say(&format!("erased {number} {person}"));
    }
}

#[test]
fn killed_while_erasing() {
    let killed = Killed::new();
    let folder = killed.folder.path().to_owned();
    let next = Cell::new(1_u64);
    killed_over_and_over(
        "erasing",
        &folder,
        || next.get(),
        |said, round| {
            let told = |word: &str| {
                let people = said.iter().filter_map(|line| line.strip_prefix(word)?.split_once(' '));
                let number = |text: &str| text.parse::<u64>().expect("a number");
                people.map(|(rank, id)| (number(rank), id.to_owned())).collect::<Vec<_>>()
            };
            let opened = session(&folder);
            let certified: Vec<_> = opened.certificates().iter().map(|it| it.value.person).collect();
            for (number, id) in told("erased ") {
                assert!(
                    certified.iter().any(|it| it.to_string() == id),
                    "{round}: {number} is not certified"
                );
            }
            for (number, id) in told("written ") {
                let file = opened.caseload().files.values().find(|it| it.id.to_string() == id);
                let is_certified = certified.iter().any(|it| it.to_string() == id);
                assert_ne!(file.is_some(), is_certified, "{round}: {number} is neither there nor erased");
                assert!(file.is_none_or(|it| it.contacts.len() as u64 == ENTRIES - 1), "{round}: {number}");
            }
            drop(opened);
            let (root, state) = roots(&folder);
            let mut store =
                Store::unlock_on(ground(), &root, &state, &passphrase(), now()).expect("a store").0;
            for person in &certified {
                assert!(!store.has_key_of(*person), "{round}: a key outlives its erasure");
            }
            let is_erased =
                |it: Option<jalon::domain::id::PersonId>| it.is_some_and(|it| certified.contains(&it));
            let mut betrayed = 0;
            let seen = store.visit(|entry| {
                betrayed += u64::from(is_erased(entry.header.person) && entry.payload.is_some());
            });
            seen.expect("a visit");
            assert_eq!(betrayed, 0, "{round}: entries of somebody erased are still read");
            next.set(told("written ").iter().map(|it| it.0).max().map_or(next.get(), |it| it + 1));
        },
    );
}
