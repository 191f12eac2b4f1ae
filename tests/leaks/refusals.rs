//! What a refusal tells: a code, never how near somebody was.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use jalon::clock;
use jalon::crypto::{Argon2id, CryptoError, KdfCost, Key, Passphrase, Stretch};
use jalon::domain::codes::StationRole;
use jalon::store::{Error, Ground, Store};

use super::canary::WRONG;
use crate::support::station::{PASSPHRASE, Station, write_private};

/// Argon2id, counted: what takes time in an answer is how often it works.
#[derive(Default)]
struct Counted(AtomicUsize);

impl Stretch for Counted {
    fn stretch(&self, passphrase: &Passphrase, salt: &[u8; 16], cost: KdfCost) -> Result<Key, CryptoError> {
        self.0.fetch_add(1, Ordering::SeqCst);
        Argon2id.stretch(passphrase, salt, cost)
    }
}

/// What opening the station answers, and how often a passphrase was stretched for it.
fn opened(station: &Station, passphrase: &str) -> (Result<(), Error>, usize) {
    let place = station.place();
    let passphrase = Passphrase::new(passphrase);
    let counted = Arc::new(Counted::default());
    let ground = Ground { stretch: Arc::clone(&counted) as Arc<dyn Stretch>, ..Ground::default() };
    let answer = Store::unlock_on(ground, &place.data, &place.state, &passphrase, clock::now());
    (answer.map(drop), counted.0.load(Ordering::SeqCst))
}

/// Turns one digit of the key that the slot seals, in both copies.
fn damage(station: &Station) {
    for name in ["station/slots/00-passphrase.slot", "station/slots/00-passphrase.slot.twin"] {
        let text = std::fs::read_to_string(station.path(name)).expect("a slot");
        let at = text.find('\n').expect("a line") + 20;
        let other = if text.as_bytes()[at] == b'A' { "B" } else { "A" };
        write_private(&station.path(name), &format!("{}{other}{}", &text[..at], &text[at + 1..]));
    }
}

#[test]
fn a_wrong_passphrase_and_a_damaged_slot_are_one_answer_after_one_work() {
    let station = Station::new(StationRole::Counsellor);
    let (right, once) = opened(&station, PASSPHRASE);
    assert!(right.is_ok() && once == 1);
    let is_wrong = |answer: &Result<(), Error>| matches!(answer, Err(Error::WrongPassphrase { .. }));
    // However near: one letter, the whole but for its end, nothing like it.
    for near in [&PASSPHRASE[..PASSPHRASE.len() - 1], &PASSPHRASE.to_uppercase(), WRONG] {
        let (answer, works) = opened(&station, near);
        assert!(is_wrong(&answer) && works == 1, "{works} {answer:?}");
    }
    let (right, _) = opened(&station, PASSPHRASE);
    assert!(right.is_ok());
    damage(&station);
    for passphrase in [PASSPHRASE, WRONG] {
        let (answer, works) = opened(&station, passphrase);
        assert!(is_wrong(&answer) && works == 1, "{works} {answer:?}");
    }
}

#[test]
fn every_refusal_of_a_passphrase_says_the_same_words() {
    let station = Station::new(StationRole::Counsellor);
    let mut said = Vec::new();
    for wrong in [&PASSPHRASE[1..], WRONG, "x"] {
        write_private(&station.path("passphrase"), wrong);
        let answer = station.run(&["list"]);
        assert_eq!((answer.code, answer.out.as_str()), (5, ""));
        assert!(!answer.err.contains(wrong) || wrong == "x", "{}", answer.err);
        said.push(answer.err);
    }
    said.dedup();
    assert_eq!(said.len(), 1, "{said:?}");
    damage(&station);
    write_private(&station.path("passphrase"), PASSPHRASE);
    let damaged = station.run(&["list"]);
    assert_eq!(damaged.code, 5, "{}", damaged.err);
}
