//! Taking in an existing caseload: all or nothing, the same file twice changes nothing, undone
//! as one.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::error::Error;
use super::outcome::Patch;
use super::session::{Session, Writing};
use crate::domain::body::Body;
use crate::domain::file::File;
use crate::domain::id::{ObjectId, PersonId, StationId};
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

/// Whom the caseload knows by the references of the source files.
struct Known {
    station: StationId,
    people: HashMap<String, (PersonId, ObjectId)>,
}

impl Known {
    fn of(session: &Session) -> Self {
        let referenced =
            |file: &Arc<File>| Some((file.person.value.reference.clone()?, (file.id, file.person.id)));
        Self {
            station: session.store().station(),
            people: session.caseload().files.values().filter_map(referenced).collect(),
        }
    }

    /// The person of this reference: the one who has it, imported or typed in, or the one whom an
    /// import makes.
    fn person(&self, reference: &str) -> PersonId {
        let known = self.people.get(reference).map(|(person, _)| *person);
        known.unwrap_or_else(|| identity::person(self.station, reference))
    }

    /// The thing that a line stands for.
    fn object(&self, row: &Row) -> ObjectId {
        match (&row.body, self.people.get(&row.reference)) {
            (Body::Person(_), Some((_, page))) => *page,
            _ => identity::object(self.station, row.table, &row.key),
        }
    }
}

impl Session {
    /// Reads the tables of an import, with every error at once.
    pub fn read_import(&self, sheets: &[Sheet<'_>], now: Now) -> Reading {
        let known = Known::of(self);
        let knows_person = |reference: &str| known.people.contains_key(reference);
        read(sheets, &Lookups::new(now.today, &knows_person))
    }

    /// What taking the reading in would do.
    ///
    /// # Errors
    /// The store's.
    pub fn count_import(&mut self, reading: &Reading) -> Result<ImportCount, Error> {
        let known = Known::of(self);
        let before = self.last_imported(reading, &known)?;
        Ok(count(&Plan::of(reading, |row| before.get(&known.object(row)).cloned())))
    }

    /// Takes the reading in: one act, on the disk when this returns.
    ///
    /// # Errors
    /// The store's. Nothing was imported then.
    pub fn import(&mut self, reading: &Reading, now: Now) -> Result<(ImportCount, Option<Patch>), Error> {
        let known = Known::of(self);
        let before = self.last_imported(reading, &known)?;
        let plan = Plan::of(reading, |row| before.get(&known.object(row)).cloned());
        let writings: Vec<Writing> =
            plan.to_write().into_iter().map(|row| self.imported(row, &known)).collect();
        let patch = if writings.is_empty() { None } else { Some(self.write(writings, now)?) };
        Ok((count(&plan), patch))
    }

    fn imported(&self, row: &Row, known: &Known) -> Writing {
        let object = known.object(row);
        Writing {
            person: Some(known.person(&row.reference)),
            object,
            kind: row.body.kind().to_owned(),
            replaces: self.latest(object).map(|latest| latest.entry),
            said: Said::Is(row.body.clone()),
            undoes: None,
            imported: true,
        }
    }

    /// What the last import said of each thing of the reading that still stands.
    fn last_imported(&mut self, reading: &Reading, known: &Known) -> Result<HashMap<ObjectId, Body>, Error> {
        let people: BTreeSet<PersonId> =
            reading.rows.iter().map(|row| known.person(&row.reference)).collect();
        let mut said = HashMap::new();
        for person in people {
            for entry in self.store_mut().entries_of(person)? {
                let Some(payload) = payload::of(&entry) else { continue };
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

fn count(plan: &Plan<'_>) -> ImportCount {
    ImportCount { new: plan.new.len(), changed: plan.changed.len(), unchanged: plan.unchanged }
}
