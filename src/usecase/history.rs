//! Every version of everything in a person's file, or of what belongs to no person.

use super::error::Error;
use super::outcome::Version;
use super::session::Session;
use crate::domain::id::PersonId;
use crate::domain::office::OfficeBody;
use crate::journal::entry::Entry;
use crate::journal::payload::{self, Said};

impl Session {
    /// Every version, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn history(&mut self, person: PersonId) -> Result<Vec<Version>, Error> {
        let mut versions: Vec<Version> = self.store.entries_of(person)?.iter().map(version).collect();
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
        let mut versions: Vec<Version> = of_office.map(version).collect();
        versions.reverse();
        Ok(versions)
    }
}

fn version(entry: &Entry) -> Version {
    let (undoes, body) = match payload::of(entry) {
        Some(payload) => {
            let body = match payload.said {
                Said::Is(body) => Some(body),
                Said::Withdrawn | Said::Unknown => None,
            };
            (payload.undoes, body)
        }
        None => (None, None),
    };
    Version {
        entry: entry.id(),
        at: entry.header.at,
        object: entry.header.object,
        kind: entry.header.kind.clone(),
        replaces: entry.header.replaces,
        undoes,
        body,
    }
}
