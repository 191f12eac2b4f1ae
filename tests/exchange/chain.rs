//! The place of a bundle among those that were taken in: next, already, gap, late, fork.
//! The letters are those of the scenarios of the threat model; C7 is with the hostile files.

use jalon::domain::id::{EpochId, StationId};
use jalon::exchange::bundle::code::{Code, Verdict};
use jalon::exchange::bundle::ledger::Ledger;
use jalon::exchange::bundle::read::{Inspection, LookOnly, Reader, read_bundle};
use jalon::exchange::bundle::write::{Cover, Written};
use jalon::journal::entry::{Digest, Entry, Head};
use proptest::prelude::*;

use super::programme::{EPOCH, Programme, journal};

/// How many entries each bundle adds.
const EACH: usize = 3;

/// A station that sends one bundle after another.
struct Sending {
    programme: Programme,
    entries: Vec<Entry>,
    sent: Vec<(Vec<u8>, Written)>,
}

impl Sending {
    fn new(bundles: usize) -> Self {
        let programme = Programme::new();
        let entries = journal(programme.first.station, u8::try_from(bundles * EACH).unwrap());
        let mut sending = Self { programme, entries, sent: Vec::new() };
        for _ in 0..bundles {
            sending.send(0);
        }
        sending
    }

    /// Sends everything since the bundle number `base`.
    fn send(&mut self, base: usize) {
        let seq = self.sent.len() + 1;
        let prev = self.sent.last().map_or(Digest::ZERO, |(_, written)| written.manifest_digest);
        let cover = Cover { seq: seq as u64, base: base as u64, prev, ..self.programme.cover() };
        self.sent.push(self.write(&cover, &self.entries[base * EACH..seq * EACH]));
    }

    fn write(&self, cover: &Cover, entries: &[Entry]) -> (Vec<u8>, Written) {
        let first = &entries[0].header;
        let after = Head { sequence: first.sequence - 1, digest: first.previous };
        self.programme.bundle(cover, after, entries)
    }

    /// The centre looks at the bundle number `seq`.
    fn look(&self, ledger: &Ledger, seq: usize) -> Inspection {
        self.look_at(ledger, &self.sent[seq - 1].0)
    }

    fn look_at(&self, ledger: &Ledger, mut file: &[u8]) -> Inspection {
        let identities = self.programme.import();
        let reader =
            Reader { identities: &identities, trust: Some(&self.programme.trust), ledger: Some(ledger) };
        read_bundle(&mut file, &reader, &mut LookOnly)
    }

    /// … and takes it in if it may.
    fn deliver(&self, ledger: &mut Ledger, seq: usize) -> Code {
        let seen = self.look(ledger, seq);
        if seen.verdict() == Verdict::Accepted {
            ledger.note(&seen.manifest.unwrap(), seen.manifest_digest.unwrap());
        }
        seen.code
    }
}

#[test]
fn c1_c4_in_order_each_is_the_next_and_then_known() {
    let sending = Sending::new(3);
    let mut ledger = Ledger::new();
    for seq in 1..=3 {
        assert_eq!(sending.deliver(&mut ledger, seq), Code::Next, "{seq}");
        assert_eq!(sending.deliver(&mut ledger, seq), Code::Already, "{seq}");
    }
    let head = sending.entries.last().unwrap().head();
    assert_eq!(ledger.journal(sending.programme.first.station), Some(head));
}

#[test]
fn c3_a_lost_bundle_heals_with_the_next() {
    let sending = Sending::new(4);
    let mut ledger = Ledger::new();
    assert_eq!(sending.deliver(&mut ledger, 1), Code::Next);
    let seen = sending.look(&ledger, 4);
    assert_eq!((seen.code, seen.lost.clone()), (Code::Next, Some(2..=3)));
    assert_eq!(sending.deliver(&mut ledger, 4), Code::Next);
    assert_eq!([2, 3].map(|seq| sending.deliver(&mut ledger, seq)), [Code::Late; 2]);
    assert_eq!(sending.deliver(&mut ledger, 4), Code::Already);
}

#[test]
fn c8_a_bundle_that_counts_on_others_waits_for_them() {
    let mut sending = Sending::new(3);
    sending.entries = journal(sending.programme.first.station, 12);
    sending.send(3);
    let mut ledger = Ledger::new();
    let seen = sending.look(&ledger, 4);
    assert_eq!((seen.code, seen.missing.clone()), (Code::Gap, Some(1..=3)));
    assert!(seen.is_signed() && seen.persons.is_none());
    assert_eq!(sending.deliver(&mut ledger, 2), Code::Next);
    assert_eq!(sending.look(&ledger, 4).missing, Some(3..=3));
    assert_eq!(sending.deliver(&mut ledger, 3), Code::Next);
    assert_eq!(sending.deliver(&mut ledger, 4), Code::Next);
}

#[test]
fn c5_two_histories_under_one_number_are_a_fork() {
    let sending = Sending::new(2);
    let mut ledger = Ledger::new();
    sending.deliver(&mut ledger, 1);
    let cover = Cover { generation: 9, ..sending.programme.cover() };
    let (other, _) = sending.write(&cover, &sending.entries[..EACH]);
    assert_eq!(sending.look_at(&ledger, &other).code, Code::Fork);

    // The next one must name the one that was taken in.
    let cover = Cover { seq: 2, prev: Digest([7; 32]), ..sending.programme.cover() };
    let (other, _) = sending.write(&cover, &sending.entries);
    assert_eq!(sending.look_at(&ledger, &other).code, Code::Fork);

    // A late one that the one after it disowns.
    let sending = Sending::new(3);
    let mut ledger = Ledger::new();
    sending.deliver(&mut ledger, 3);
    let cover =
        Cover { seq: 2, generation: 9, prev: sending.sent[0].1.manifest_digest, ..sending.programme.cover() };
    let (other, _) = sending.write(&cover, &sending.entries[..2 * EACH]);
    assert_eq!(sending.look_at(&ledger, &other).code, Code::Fork);
    assert_eq!(sending.look(&ledger, 2).code, Code::Late);
}

#[test]
fn c5_a_journal_that_was_rolled_back_is_a_fork() {
    let sending = Sending::new(2);
    let mut ledger = Ledger::new();
    sending.deliver(&mut ledger, 1);
    sending.deliver(&mut ledger, 2);
    let prev = sending.sent[1].1.manifest_digest;
    let third = |entries: &[Entry]| {
        let cover = Cover { seq: 3, prev, ..sending.programme.cover() };
        sending.look_at(&ledger, &sending.write(&cover, entries).0).code
    };
    assert_eq!(third(&sending.entries), Code::Next);
    assert_eq!(third(&sending.entries[..4]), Code::Fork, "shorter than what is known");
    // The same length, another last entry; then longer, with another entry where one is known.
    let mut other = sending.entries[..5].to_vec();
    for index in [50, 51] {
        let head = other.last().unwrap().head();
        let station = sending.programme.first.station;
        let at = super::programme::now().at;
        other.push(Entry::following(head, station, at, super::programme::draft(index)));
        assert_eq!(third(&other), Code::Fork, "{}", other.len());
    }
    assert_eq!(third(&other[6..]), Code::Fork, "the entry before it is another");
    // Entries that the ledger does not have.
    let longer = journal(sending.programme.first.station, 9);
    let cover = Cover { seq: 3, prev, ..sending.programme.cover() };
    let (file, _) = sending.write(&cover, &longer[7..]);
    let seen = sending.look_at(&ledger, &file);
    assert_eq!((seen.code, seen.missing), (Code::Gap, None));
}

/// Every order of `items`.
fn orders(items: &[usize]) -> Vec<Vec<usize>> {
    if items.is_empty() {
        return vec![Vec::new()];
    }
    let beginning_with = |first: &usize| {
        let others: Vec<usize> = items.iter().filter(|it| *it != first).copied().collect();
        orders(&others).into_iter().map(|rest| [vec![*first], rest].concat()).collect::<Vec<_>>()
    };
    items.iter().flat_map(beginning_with).collect()
}

#[test]
fn c2_whatever_the_order_of_four_each_waits_for_those_it_counts_on() {
    let mut sending = Sending::new(0);
    sending.entries = journal(sending.programme.first.station, 4 * EACH as u8);
    for before in 0..4 {
        sending.send(before);
    }
    let mut in_order = Ledger::new();
    (1..=4).for_each(|seq| assert_eq!(sending.deliver(&mut in_order, seq), Code::Next));
    let all = orders(&[1, 2, 3, 4]);
    assert_eq!(all.len(), 24);
    for order in all {
        let (mut ledger, mut known, mut waiting) = (Ledger::new(), 0, order.clone());
        // What has to wait is offered again after each that could be taken in.
        while !waiting.is_empty() {
            let seq = waiting.remove(0);
            let seen = sending.look(&ledger, seq);
            if seq == known + 1 {
                assert_eq!(sending.deliver(&mut ledger, seq), Code::Next, "{order:?}");
                known = seq;
            } else {
                let missing = known as u64 + 1..=seq as u64 - 1;
                assert_eq!((seen.code, seen.missing), (Code::Gap, Some(missing)), "{order:?}");
                waiting.push(seq);
            }
        }
        assert_eq!(ledger, in_order, "{order:?}");
    }
}

#[test]
fn a_frozen_chain_stays_frozen_until_someone_looks() {
    let sending = Sending::new(2);
    let mut ledger = Ledger::new();
    sending.deliver(&mut ledger, 1);
    ledger.freeze(sending.programme.first.station, EPOCH);
    assert_eq!([1, 2].map(|seq| sending.look(&ledger, seq).code), [Code::Fork; 2]);
}

#[test]
fn c6_a_restored_store_begins_a_new_life() {
    let sending = Sending::new(2);
    let mut ledger = Ledger::new();
    sending.deliver(&mut ledger, 1);
    sending.deliver(&mut ledger, 2);
    let cover = Cover { epoch: EpochId([1; 16]), ..sending.programme.cover() };
    let (whole, _) = sending.write(&cover, &sending.entries);
    assert_eq!(sending.look_at(&ledger, &whole).code, Code::Next);
    let (short, _) = sending.write(&cover, &sending.entries[..4]);
    assert_eq!(sending.look_at(&ledger, &short).code, Code::Fork, "entries that were sent are gone");
}

#[test]
fn senders_do_not_mix() {
    let sending = Sending::new(1);
    let mut ledger = Ledger::new();
    let other = StationId([1; 16]);
    ledger.note_journal(other, Head { sequence: 90, digest: Digest([1; 32]) });
    ledger.freeze(other, EPOCH);
    assert_eq!(sending.deliver(&mut ledger, 1), Code::Next);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is lost, doubled or swapped on the way, the latest bundle brings everything.
    #[test]
    fn any_order_ends_with_everything(order in prop::collection::vec(1_usize..=4, 0..10)) {
        let sending = Sending::new(4);
        let mut ledger = Ledger::new();
        let mut known = 0;
        for seq in order {
            let code = sending.deliver(&mut ledger, seq);
            prop_assert!(matches!(code, Code::Next | Code::Already | Code::Late), "{seq}: {code:?}");
            known = known.max(seq);
            let head = ledger.journal(sending.programme.first.station).unwrap();
            prop_assert_eq!(head.sequence as usize, known * EACH);
        }
        let code = sending.deliver(&mut ledger, 4);
        prop_assert!(matches!(code, Code::Next | Code::Already));
        let head = sending.entries.last().unwrap().head();
        prop_assert_eq!(ledger.journal(sending.programme.first.station), Some(head));
    }
}
