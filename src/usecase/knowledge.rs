//! What the station knew at the end of a day: the caseload without what was written or received since.
//!
//! A report is made again as it was (R11-07): the cut-off says which days count, this says which entries.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::error::Error;
use super::session::Session;
use super::taken::TakenLine;
use crate::domain::id::StationId;
use crate::journal::entry::Header;
use crate::journal::fold::{Caseload, Fold};
use crate::journal::lives;

/// When each entry came to be known here.
pub(super) struct Arrivals {
    /// The journals of this station.
    own: Vec<StationId>,
    /// Up to which entry of each journal was received, and when.
    received: BTreeMap<StationId, Vec<(u64, DateTime<Utc>)>>,
}

impl Arrivals {
    fn of(own: Vec<StationId>, taken: &[TakenLine]) -> Self {
        let mut received: BTreeMap<StationId, Vec<_>> = BTreeMap::new();
        for line in taken {
            for (journal, to) in line.lives.iter().chain([(&line.from, &line.to)]) {
                received.entry(*journal).or_default().push((*to, line.at));
            }
        }
        Self { own, received }
    }

    /// When an entry came to be known: an own one once written, another's once the first bundle that reaches it
    /// was taken in. What no bundle accounts for counts from when it was written.
    pub(super) fn at(&self, header: &Header) -> DateTime<Utc> {
        let lines = self.received.get(&header.station).filter(|_| !self.own.contains(&header.station));
        let reaching = lines.into_iter().flatten().filter(|(to, _)| header.sequence <= *to);
        reaching.map(|(_, at)| *at).min().unwrap_or(header.at)
    }
}

/// What was known at the end of a day.
struct Knowledge {
    arrivals: Arrivals,
    /// The first instant that is too late.
    until: DateTime<Utc>,
}

impl Knowledge {
    fn of(arrivals: Arrivals, day: NaiveDate) -> Self {
        let after = day.succ_opt().unwrap_or(NaiveDate::MAX);
        Self { arrivals, until: after.and_time(chrono::NaiveTime::MIN).and_utc() }
    }

    fn has(&self, header: &Header) -> bool {
        self.arrivals.at(header) < self.until
    }
}

impl Session {
    /// When each entry came to be known here.
    pub(super) fn arrivals(&self) -> Result<Arrivals, Error> {
        Ok(Arrivals::of(self.fold.journals().journals_of(self.store.station()), &self.taken()?))
    }

    /// The caseload as this station knew it at the end of `day`, by UTC. People erased since are not in it.
    ///
    /// # Errors
    /// The store's.
    pub fn caseload_known_on(&mut self, day: NaiveDate) -> Result<Caseload, Error> {
        let knowledge = Knowledge::of(self.arrivals()?, day);
        let mut fold = Fold::of(self.fold.journals().clone());
        let mut of_lives = Vec::new();
        self.store.visit(|entry| {
            let is_known = knowledge.has(&entry.header);
            match fold.journals().has_lives(entry.header.station) {
                true if is_known => of_lives.push(entry),
                false if is_known => drop(fold.apply(&entry)),
                true | false => {}
            }
        })?;
        for entry in lives::reorder(of_lives, fold.journals(), |entry| &entry.header) {
            fold.apply(&entry);
        }
        fold.finish();
        for person in fold.take_to_refold() {
            let mut entries = self.read_of(person)?;
            entries.retain(|(entry, _)| knowledge.has(&entry.header));
            entries.sort_by_key(|(entry, _)| knowledge.arrivals.at(&entry.header));
            let entries = lives::reorder(entries, fold.journals(), |(entry, _)| &entry.header);
            fold.refold(person, entries);
        }
        Ok(fold.caseload)
    }
}
