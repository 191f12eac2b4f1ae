//! Every version of everything in a person's file, or of what belongs to no person.

use super::error::Error;
use super::outcome::{Hand, Version};
use super::session::Session;
use crate::domain::id::PersonId;
use crate::domain::office::OfficeBody;
use crate::journal::entry::Entry;
use crate::journal::journals::Author;
use crate::journal::payload::{self, Said};

impl Session {
    /// Every version, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn history(&mut self, person: PersonId) -> Result<Vec<Version>, Error> {
        let entries = self.store.entries_of(person)?;
        let mut versions: Vec<Version> = entries.iter().map(|entry| self.version(entry)).collect();
        // Journals are read one after the other.
        versions.sort_by_key(|it| it.at);
        versions.reverse();
        Ok(versions)
    }

    /// Every version of what belongs to no person, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn office_history(&mut self) -> Result<Vec<Version>, Error> {
        let entries = self.store.entries_of_nobody()?;
        let of_office = entries.iter().filter(|it| OfficeBody::KINDS.contains(&it.header.kind.as_str()));
        let mut versions: Vec<Version> = of_office.map(|entry| self.version(entry)).collect();
        versions.reverse();
        Ok(versions)
    }

    fn version(&self, entry: &Entry) -> Version {
        let payload = payload::of(entry);
        let (undoes, origin) = payload.as_ref().map_or((None, None), |it| (it.undoes, it.origin));
        let body = match payload.map(|payload| payload.said) {
            Some(Said::Is(body)) => Some(body),
            Some(Said::Withdrawn | Said::Unknown) | None => None,
        };
        let written = origin.unwrap_or(entry.id());
        let by = match self.fold.journals().author(written.station) {
            Author::Station(station) => Hand::Station(self.name_of(station)),
            Author::Centre { .. } => Hand::Team,
        };
        Version {
            entry: entry.id(),
            at: entry.header.at,
            by,
            object: entry.header.object,
            kind: entry.header.kind.clone(),
            replaces: entry.header.replaces,
            undoes,
            body,
        }
    }
}
