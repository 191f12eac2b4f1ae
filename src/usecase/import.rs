//! Taking in an existing caseload: all or nothing, the same file twice changes nothing, undone
//! as one.

use std::collections::HashMap;

use super::error::Error;
use super::outcome::Patch;
use super::session::{Session, Writing};
use crate::domain::body::Body;
use crate::domain::id::{ObjectId, PersonId};
use crate::domain::now::Now;
use crate::journal::payload::{self, Said};
use crate::tabular::plan::Plan;
use crate::tabular::{Lookups, Reading, Row, Sheet, identity, read};

/// What an import did, or would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ImportCount {
    /// Things that were never imported.
    pub new: usize,
    /// Things that the file says otherwise than last time.
    pub changed: usize,
    /// Lines that say what they said.
    pub unchanged: usize,
}

impl Session {
    /// Reads the tables of an import, with every error at once.
    pub fn read_import(&self, sheets: &[Sheet<'_>], now: Now) -> Reading {
        let knows_person = |reference: &str| self.person_of(reference).is_some();
        read(sheets, &Lookups { today: now.today, knows_person: &knows_person })
    }

    /// What taking the reading in would do.
    ///
    /// # Errors
    /// The store's.
    pub fn count_import(&mut self, reading: &Reading) -> Result<ImportCount, Error> {
        let before = self.last_imported(reading)?;
        let plan = Plan::of(reading, |row| before.get(&self.object_of(row)).cloned());
        Ok(ImportCount { new: plan.new.len(), changed: plan.changed.len(), unchanged: plan.unchanged })
    }

    /// Takes the reading in: one act, on the disk when this returns.
    ///
    /// # Errors
    /// The store's. Nothing was imported then.
    pub fn import(&mut self, reading: &Reading, now: Now) -> Result<(ImportCount, Option<Patch>), Error> {
        let before = self.last_imported(reading)?;
        let plan = Plan::of(reading, |row| before.get(&self.object_of(row)).cloned());
        let count =
            ImportCount { new: plan.new.len(), changed: plan.changed.len(), unchanged: plan.unchanged };
        let writings: Vec<Writing> = plan.to_write().into_iter().map(|row| self.imported(row)).collect();
        let patch = if writings.is_empty() { None } else { Some(self.write(writings, now)?) };
        Ok((count, patch))
    }

    fn imported(&self, row: &Row) -> Writing {
        let object = self.object_of(row);
        Writing {
            person: Some(self.person_id(&row.reference)),
            object,
            kind: row.body.kind().to_owned(),
            replaces: self.latest(object).map(|latest| latest.entry),
            said: Said::Is(row.body.clone()),
            undoes: None,
            imported: true,
        }
    }

    /// The thing that a line stands for. A person who was typed in with that reference is the
    /// same person.
    fn object_of(&self, row: &Row) -> ObjectId {
        match (&row.body, self.person_of(&row.reference)) {
            (Body::Person(_), Some(person)) => self.caseload().files[&person].person.id,
            _ => identity::object(self.store().station(), row.table, &row.key),
        }
    }

    fn person_id(&self, reference: &str) -> PersonId {
        self.person_of(reference).unwrap_or_else(|| identity::person(self.store().station(), reference))
    }

    /// The person of the caseload who has this reference.
    fn person_of(&self, reference: &str) -> Option<PersonId> {
        let derived = identity::person(self.store().station(), reference);
        if self.caseload().files.contains_key(&derived) {
            return Some(derived);
        }
        let has_it = |file: &&std::sync::Arc<crate::domain::file::File>| {
            file.person.value.reference.as_deref() == Some(reference)
        };
        self.caseload().files.values().find(has_it).map(|file| file.id)
    }

    /// What the last import said of each thing of the reading that still stands.
    fn last_imported(&mut self, reading: &Reading) -> Result<HashMap<ObjectId, Body>, Error> {
        let mut people: Vec<PersonId> =
            reading.rows.iter().filter_map(|row| self.person_of(&row.reference)).collect();
        people.sort_unstable();
        people.dedup();
        let mut said = HashMap::new();
        for person in people {
            for entry in self.store_mut().entries_of(person)? {
                let Some(bytes) = entry.payload.as_deref() else { continue };
                let Ok(payload) = payload::decode(&entry.header.kind, bytes) else { continue };
                match payload.said {
                    Said::Is(body) if payload.imported => {
                        said.insert(entry.header.object, body);
                    }
                    Said::Withdrawn => {
                        said.remove(&entry.header.object);
                    }
                    Said::Is(_) | Said::Unknown => {}
                }
            }
        }
        Ok(said)
    }
}
