//! What was taken in so far, as a value, and where a bundle stands in it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::manifest::Manifest;
use crate::domain::id::{EpochId, StationId};
use crate::journal::entry::{Digest, Head};

/// A sender, in one life of its store.
type Chain = (StationId, EpochId);

/// A bundle that was taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// Digest of its manifest.
    pub manifest: Digest,
    /// What it said of the bundle before it.
    pub prev: Digest,
}

/// What was taken in so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    chains: BTreeMap<Chain, BTreeMap<u64, Taken>>,
    journals: BTreeMap<StationId, Head>,
    frozen: BTreeSet<Chain>,
    closed: BTreeSet<StationId>,
}

/// Where a bundle stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Position {
    /// It may be taken in. Bundles that it makes up for were lost on the way.
    Next {
        /// Their numbers.
        lost: Option<RangeInclusive<u64>>,
    },
    /// It was taken in.
    Already,
    /// Bundles or entries are missing before it.
    Gap {
        /// Numbers of the bundles, when it is bundles.
        missing: Option<RangeInclusive<u64>>,
    },
    /// A later one was taken in without it.
    Late,
    /// Its sender wrote two histories.
    Fork,
}

impl Ledger {
    /// Nothing was taken in.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes that a bundle was taken in.
    pub fn note(&mut self, manifest: &Manifest, digest: Digest) {
        let chain = (manifest.from, manifest.epoch);
        let taken = Taken { manifest: digest, prev: manifest.prev };
        self.note_taken(chain.0, chain.1, manifest.seq, taken);
        for it in &manifest.journals {
            self.note_journal(it.station, Head { sequence: it.to, digest: it.head });
        }
    }

    /// Puts back one line of a ledger that was kept.
    pub fn note_taken(&mut self, from: StationId, epoch: EpochId, seq: u64, taken: Taken) {
        self.chains.entry((from, epoch)).or_default().insert(seq, taken);
    }

    /// Says where the journal of `station` ends here. Journals never get shorter.
    pub fn note_journal(&mut self, station: StationId, head: Head) {
        let known = self.journals.entry(station).or_insert(Head::EMPTY);
        if head.sequence >= known.sequence {
            *known = head;
        }
    }

    /// Says that a station writes in another journal than this one of its own by now: a bundle that was written
    /// earlier may say an end of it that came late.
    pub fn close(&mut self, journal: StationId) {
        self.closed.insert(journal);
    }

    /// Accepts nothing more from this life of a store, until a person has looked.
    pub fn freeze(&mut self, from: StationId, epoch: EpochId) {
        self.frozen.insert((from, epoch));
    }

    /// Where the journal of `station` ends here.
    pub fn journal(&self, station: StationId) -> Option<Head> {
        self.journals.get(&station).copied()
    }

    /// Where a bundle stands, from its manifest alone.
    pub fn judge(&self, manifest: &Manifest, digest: Digest) -> Position {
        let chain = (manifest.from, manifest.epoch);
        if self.frozen.contains(&chain) {
            return Position::Fork;
        }
        match self.judge_number(chain, manifest, digest) {
            Position::Next { lost } => self.judge_journals(manifest, lost),
            judged @ (Position::Already | Position::Gap { .. } | Position::Late | Position::Fork) => judged,
        }
    }

    fn judge_number(&self, chain: Chain, manifest: &Manifest, digest: Digest) -> Position {
        let none = BTreeMap::new();
        let taken = self.chains.get(&chain).unwrap_or(&none);
        let (seq, base) = (manifest.seq, manifest.base);
        let last = taken.last_key_value().map_or(0, |(last, _)| *last);
        if let Some(known) = taken.get(&seq) {
            return if known.manifest == digest { Position::Already } else { Position::Fork };
        }
        if seq < last {
            // The bundle after it said what this one must be.
            let disowned = taken.get(&(seq + 1)).is_some_and(|after| after.prev != digest);
            return if disowned { Position::Fork } else { Position::Late };
        }
        if base > last {
            return Position::Gap { missing: Some(last + 1..=base) };
        }
        if seq == last + 1 {
            let before = taken.get(&last).map_or(Digest::ZERO, |before| before.manifest);
            return if manifest.prev == before { Position::Next { lost: None } } else { Position::Fork };
        }
        Position::Next { lost: Some(last + 1..=seq - 1) }
    }

    fn judge_journals(&self, manifest: &Manifest, lost: Option<RangeInclusive<u64>>) -> Position {
        for stretch in &manifest.journals {
            let known = self.journal(stretch.station).unwrap_or(Head::EMPTY);
            let is_closed = self.closed.contains(&stretch.station) || manifest.is_closed(stretch.station);
            let is_shorter = stretch.to < known.sequence && !is_closed;
            let rolled_back = is_shorter || (stretch.to == known.sequence && stretch.head != known.digest);
            if rolled_back {
                return Position::Fork;
            }
            if stretch.from > known.sequence + 1 {
                return Position::Gap { missing: None };
            }
        }
        Position::Next { lost }
    }
}
