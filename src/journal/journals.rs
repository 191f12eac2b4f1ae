//! Whose journal is which. A station writes in its own; the centre writes in one for each station, and what it
//! says there counts in that station's files.

use std::collections::BTreeMap;

use crate::domain::assignment::Assignment;
use crate::domain::decision::Decision;
use crate::domain::id::StationId;
use crate::domain::recommendation::Recommendation;
use crate::domain::recorded::Recorded as _;
use crate::domain::submission::Submission;

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
        self.returns.get(&journal).map_or(Author::Station(journal), |to| Author::Centre { to: *to })
    }

    /// The journal that this store, the centre's, keeps for a station.
    pub fn return_to(&self, station: StationId) -> Option<StationId> {
        let mut returns = self.returns.iter().filter(|_| self.is_centre);
        returns.find(|(_, to)| **to == station).map(|(journal, _)| *journal)
    }

    /// Whether it is the journal of this store's station; without one, every journal is.
    pub fn is_own(&self, journal: StationId) -> bool {
        self.own.is_none_or(|own| own == journal)
    }

    /// Whether this store's station writes in it: its own journal and, at the centre, those of its answers.
    pub fn is_written_here(&self, journal: StationId) -> bool {
        self.is_own(journal) || (self.is_centre && self.returns.contains_key(&journal))
    }
}
