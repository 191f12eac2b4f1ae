//! Whose journal is which. A station writes in its own, and in another one after each restoration; the centre
//! writes in one for each station, and what it says there counts in that station's files.

use std::collections::BTreeMap;

use crate::domain::assignment::Assignment;
use crate::domain::decision::Decision;
use crate::domain::id::{EpochId, StationId};
use crate::domain::recommendation::Recommendation;
use crate::domain::recorded::Recorded as _;
use crate::domain::submission::Submission;
use crate::journal::entry::Digest;

/// Digest label of identities of journals of lives.
const LIFE: &[u8] = b"jalon-life-journal-v1";

/// Identity of the journal that a station writes in a life that a restoration began: the first 16 bytes of
/// the SHA-256 of a label, the station's identity and that of the life, which is random. Whoever is told of the
/// life computes it; no other station can have it.
pub fn life_journal(station: StationId, life: EpochId) -> StationId {
    let digest = Digest::of(LIFE, &[station.0, life.0].concat());
    StationId(*digest.0.first_chunk().expect("a digest is longer than an identity"))
}

/// Kinds of what the centre decides of somebody whom a station follows (R7-05). Anything else that it would
/// write there, the station writes.
pub const DECIDED: [&str; 4] = [Decision::KIND, Submission::KIND, Recommendation::KIND, Assignment::KIND];

/// Who writes in a journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author {
    /// A station.
    Station(StationId),
    /// The centre, for a station.
    Centre {
        /// Which one.
        to: StationId,
    },
}

/// Whose journal is which, as one store knows it.
#[derive(Debug, Clone, Default)]
pub struct Journals {
    own: Option<StationId>,
    returns: BTreeMap<StationId, StationId>,
    /// Journals of lives that restorations began, each with its station.
    lives: BTreeMap<StationId, (StationId, EpochId)>,
    is_centre: bool,
}

impl Journals {
    /// Those of the store of `own`: every journal is a station's, until [`Journals::note_return`] says more.
    pub fn of(own: StationId) -> Self {
        Self { own: Some(own), ..Self::default() }
    }

    /// Says that this store is the centre's: what is written for stations is written here.
    pub const fn note_centre(&mut self) {
        self.is_centre = true;
    }

    /// Notes that the centre writes for `station` in `journal`.
    pub fn note_return(&mut self, journal: StationId, station: StationId) {
        self.returns.insert(journal, station);
    }

    /// Notes a life of the store of `station` that a restoration began.
    pub fn note_life(&mut self, station: StationId, life: EpochId) {
        self.lives.insert(life_journal(station, life), (station, life));
    }

    /// The lives of the store of `station` that are known here, but its first.
    pub fn lives_of(&self, station: StationId) -> impl Iterator<Item = EpochId> {
        self.lives.values().filter(move |(whose, _)| *whose == station).map(|(_, life)| *life)
    }

    /// The journals of `station`, that of its first life and the others that are known here, in the order of
    /// their identities.
    pub fn journals_of(&self, station: StationId) -> Vec<StationId> {
        let later =
            self.lives.iter().filter(|(_, (whose, _))| *whose == station).map(|(journal, _)| *journal);
        let mut journals: Vec<StationId> = later.chain([station]).collect();
        journals.sort_unstable();
        journals
    }

    /// Whether the station whose journal this is has had more than one life.
    pub fn has_lives(&self, journal: StationId) -> bool {
        !self.returns.contains_key(&journal) && self.lives_of(self.station_of(journal)).next().is_some()
    }

    /// The station that writes, or once wrote, in a journal that is not the centre's.
    pub fn station_of(&self, journal: StationId) -> StationId {
        self.lives.get(&journal).map_or(journal, |(station, _)| *station)
    }

    /// The journals in which the centre writes, each with the station that it is for.
    pub fn returns(&self) -> impl Iterator<Item = (StationId, StationId)> {
        self.returns.iter().map(|(journal, station)| (*journal, *station))
    }

    /// Whether this store is the centre's.
    pub const fn is_centre(&self) -> bool {
        self.is_centre
    }

    /// Who writes in a journal.
    pub fn author(&self, journal: StationId) -> Author {
        let station = || Author::Station(self.station_of(journal));
        self.returns.get(&journal).map_or_else(station, |to| Author::Centre { to: *to })
    }

    /// The journal that this store, the centre's, keeps for a station.
    pub fn return_to(&self, station: StationId) -> Option<StationId> {
        let mut returns = self.returns.iter().filter(|_| self.is_centre);
        returns.find(|(_, to)| **to == station).map(|(journal, _)| *journal)
    }

    /// Whether this store's station writes in it, or did in a life before; without one, every journal is.
    pub fn is_own(&self, journal: StationId) -> bool {
        self.own.is_none_or(|own| own == self.station_of(journal))
    }

    /// Whether this store's station writes in it: its own journal and, at the centre, those of its answers.
    pub fn is_written_here(&self, journal: StationId) -> bool {
        self.is_own(journal) || (self.is_centre && self.returns.contains_key(&journal))
    }
}
