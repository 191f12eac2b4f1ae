//! Saving a transaction: checked again, numbered, made durable; only then acknowledged.

use super::error::Error;
use super::outcome::Patch;
use super::random;
use super::request::{Change, Save};
use super::session::{Session, Writing};
use crate::domain::body::Body;
use crate::domain::check;
use crate::domain::file::{EntryId, File};
use crate::domain::id::{ObjectId, PersonId};
use crate::domain::interview::Interview;
use crate::domain::now::Now;
use crate::domain::signing::freeze;
use crate::domain::violation::Severity;
use crate::journal::payload::Said;

impl Session {
    /// Saves a transaction. When this returns, all of it is on the disk.
    ///
    /// # Errors
    /// [`Error::Refused`] with what is impossible, or, unless `save.confirmed`, unlikely;
    /// [`Error::ChangedMeanwhile`] when a thing has a newer version; the store's. Nothing was
    /// saved then.
    pub fn save(&mut self, save: Save, now: Now) -> Result<Patch, Error> {
        let mut new_person = None;
        let mut writings = Vec::with_capacity(save.changes.len());
        let mut violations = Vec::new();
        for change in save.changes {
            let person = if self.is_of_office(&change) {
                None
            } else {
                let new = || *new_person.get_or_insert_with(|| PersonId(random::bytes()));
                Some(change.person.unwrap_or_else(new))
            };
            if let Some(body) = &change.body {
                let file = person.and_then(|person| self.caseload().files.get(&person)).map(AsRef::as_ref);
                let others = file.and_then(|file| without_itself(file, body, change.replaces));
                violations.extend(check::body(body, others.as_ref().or(file), now.today));
                let here = self.caseload().station.as_ref();
                violations.extend(here.into_iter().flat_map(|it| check::at_station(body, it, now.today)));
            }
            writings.push(self.writing(person, change)?);
        }
        violations.retain(|it| it.severity == Severity::Refusal || !save.confirmed);
        if !violations.is_empty() {
            return Err(Error::Refused(violations));
        }
        let patch = self.write(writings, now)?;
        if let Some(draft) = save.draft {
            // It is saved: a draft that cannot be dropped is offered once more, which does no harm.
            let _offered_again = self.drop_draft(&draft);
        }
        Ok(patch)
    }

    /// Whether it is about a thing that belongs to no person: it says so, or what it withdraws does.
    fn is_of_office(&self, change: &Change) -> bool {
        match (&change.body, change.replaces) {
            (Some(body), _) => matches!(body, Body::Office(_)),
            (None, Some((object, _))) => self.latest(object).is_some_and(|it| it.person.is_none()),
            (None, None) => false,
        }
    }

    fn writing(&self, person: Option<PersonId>, change: Change) -> Result<Writing, Error> {
        let (object, replaces) = match change.replaces {
            Some((object, entry)) => {
                self.check_latest(object, entry)?;
                (object, Some(entry))
            }
            None => (ObjectId(random::bytes()), None),
        };
        let (kind, said) = match change.body {
            Some(Body::Interview(interview)) => {
                let person = person.ok_or(Error::NoSuchPerson)?;
                let before = self.interview(person, object);
                let body = Body::Interview(freeze(interview, before, person));
                (body.kind().to_owned(), Said::Is(body))
            }
            Some(body) => (body.kind().to_owned(), Said::Is(body)),
            None => {
                let (entry, _) = self.said(replaces.ok_or(Error::NoSuchEntry)?)?;
                (entry.header.kind, Said::Withdrawn)
            }
        };
        Ok(Writing { person, object, kind, replaces, said, undoes: None, imported: false })
    }

    fn interview(&self, person: PersonId, object: ObjectId) -> Option<&Interview> {
        let file = self.caseload().files.get(&person)?;
        file.interviews.iter().find(|it| it.id == object).map(|it| &it.value)
    }
}

/// A referent is compared with the others of the file: not with the version that it replaces (R9.1-03).
fn without_itself(file: &File, body: &Body, replaces: Option<(ObjectId, EntryId)>) -> Option<File> {
    let (object, _) = replaces.filter(|_| matches!(body, Body::Referent(_)))?;
    let mut others = file.clone();
    others.take_out(object);
    Some(others)
}
