//! Where an entry about a person belongs: in the file, or aside. Who owns a file, and what the centre may say
//! of it.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use super::super::custody::{self, Custody};
use super::super::entry::Entry;
use super::super::journals::{Author, DECIDED};
use super::super::payload::Said;
use super::Fold;
use crate::domain::body::Body;
use crate::domain::file::EntryId;
use crate::domain::id::{PersonId, StationId};

/// Where an entry about a person belongs.
pub(super) enum Place {
    /// In the file.
    File,
    /// Among what waits for every journal to be read.
    Waiting,
    /// In the history alone: what came after it is there already.
    Succeeded,
    /// Among what changes nothing until somebody takes it up.
    Proposals,
}

impl Fold {
    /// Whether a file changed hands, or does now; or whether two stations say that they made it, of which the
    /// order of their journals must not decide.
    pub(super) fn has_moved(&mut self, person: PersonId, entry: &Entry, said: &Said) -> bool {
        let moves = match said {
            Said::Is(Body::Assignment(_)) => true,
            Said::Is(Body::Person(_)) if entry.header.replaces.is_none() => {
                let author = self.journals.author(entry.header.station);
                self.owners.get(&person).is_some_and(|owner| author != Author::Station(*owner))
            }
            Said::Is(_) | Said::Withdrawn | Said::Unknown => false,
        };
        if moves && !self.is_refolding {
            self.moved.insert(person);
        }
        self.moved.contains(&person)
    }

    /// People whose file changed hands and of whom something new was read.
    pub fn take_to_refold(&mut self) -> BTreeSet<PersonId> {
        std::mem::take(&mut self.to_refold)
    }

    /// Those whose file changed hands.
    pub const fn moved(&self) -> &BTreeSet<PersonId> {
        &self.moved
    }

    /// Makes a file that changed hands again, from every entry about its person.
    pub fn refold(&mut self, person: PersonId, entries: Vec<custody::Read>) {
        let ids: HashSet<EntryId> = entries.iter().map(|(entry, _)| entry.id()).collect();
        self.proposals.retain(|id| !ids.contains(id));
        for (entry, _) in &entries {
            self.latest.remove(&entry.header.object);
        }
        self.take_away(person);
        self.moved.insert(person);
        let Custody { owner, kept_by, passed_on, counted, aside } = custody::of(entries, &self.journals);
        let mut scratch = Self::of(self.journals.clone());
        scratch.is_refolding = true;
        scratch.owners.extend(kept_by.map(|station| (person, station)));
        for (entry, payload) in passed_on {
            scratch.put_said(&entry, payload.said);
        }
        for (entry, payload) in counted {
            scratch.apply_said(&entry, Some(payload.said));
        }
        scratch.finish();
        let is_here = self.journals.is_centre() || owner.is_some_and(|owner| self.is_own(owner));
        for file in scratch.caseload.files.values_mut() {
            Arc::make_mut(file).owner = owner;
        }
        let files = if is_here { &mut self.caseload.files } else { &mut self.caseload.departed };
        files.extend(scratch.caseload.files);
        self.withdrawn.extend(scratch.withdrawn);
        self.latest.extend(scratch.latest);
        self.owners.extend(owner.map(|owner| (person, owner)));
        self.proposals.extend(aside.into_iter().chain(scratch.proposals));
    }

    pub(super) fn take_away(&mut self, person: PersonId) {
        self.caseload.files.remove(&person);
        self.caseload.departed.remove(&person);
        self.withdrawn.remove(&person);
        self.owners.remove(&person);
    }

    /// Where an entry about a person belongs.
    pub(super) fn place_of(&mut self, person: PersonId, entry: &Entry, said: &Said) -> Place {
        match self.journals.author(entry.header.station) {
            Author::Centre { .. } if self.waiting.is_some() => Place::Waiting,
            Author::Centre { to } => self.place_of_decided(person, to, entry),
            Author::Station(station) if self.may_write(person, station, said) => {
                self.overrule(entry);
                Place::File
            }
            Author::Station(_) => Place::Proposals,
        }
    }

    /// Whether `station`, which said this, owns the file; who creates a file does.
    fn may_write(&mut self, person: PersonId, station: StationId, said: &Said) -> bool {
        match self.owners.get(&person) {
            Some(owner) => *owner == station,
            None if matches!(said, Said::Is(Body::Person(_))) => {
                self.owners.insert(person, station);
                true
            }
            // Without a file there is nothing to propose to: nobody's notes are read as before.
            None => self.is_own(station),
        }
    }

    /// What the centre decides counts in the files of the station that it writes to, unless the station wrote
    /// a version that the centre had not seen: the owner's stands then.
    fn place_of_decided(&mut self, person: PersonId, to: StationId, entry: &Entry) -> Place {
        if self.succeeded.contains(&entry.id()) {
            return Place::Succeeded;
        }
        let latest = self.latest.get(&entry.header.object).map(|latest| latest.entry);
        let is_decided = DECIDED.contains(&entry.header.kind.as_str());
        let is_next = latest.is_none() || latest == entry.header.replaces;
        let is_of_owner = self.owners.get(&person) == Some(&to);
        if is_decided && is_next && is_of_owner { Place::File } else { Place::Proposals }
    }

    /// Notes what an entry of the owner does to what the centre wrote: succeeds it, or stands against it.
    fn overrule(&mut self, entry: &Entry) {
        let is_of_centre = |id: &EntryId| matches!(self.journals.author(id.station), Author::Centre { .. });
        let replaces = entry.header.replaces;
        if let Some(before) = replaces.filter(is_of_centre) {
            self.succeeded.insert(before);
        }
        let latest = self.latest.get(&entry.header.object).map(|latest| latest.entry);
        if let Some(other) = latest.filter(|latest| Some(*latest) != replaces).filter(is_of_centre) {
            self.proposals.push(other);
        }
    }
}
