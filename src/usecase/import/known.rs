//! What the station knows already: people by the references of the source files, and what earlier
//! imports said. Those whom other stations follow are known by their identity alone: two stations may well
//! use the same reference.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use crate::domain::body::Body;
use crate::domain::file::{EntryId, File};
use crate::domain::id::{ObjectId, PersonId, StationId};
use crate::journal::payload::{self, Said};
use crate::tabular::{Reading, Row, identity};
use crate::usecase::error::Error;
use crate::usecase::session::Session;

/// Whom the caseload knows by the references of the source files.
pub(super) struct Known {
    station: StationId,
    people: HashMap<String, (PersonId, ObjectId)>,
}

impl Known {
    pub(super) fn of(session: &Session) -> Self {
        let own = session.store().station();
        let referenced = |file: &Arc<File>| {
            let reference = match session.owner(file.id) {
                Some(owner) if owner != own => file.id.to_string(),
                Some(_) | None => file.person.value.reference.clone()?,
            };
            Some((reference, (file.id, file.person.id)))
        };
        let files = &session.caseload().files;
        let mut people: HashMap<_, _> = files.values().filter_map(referenced).collect();
        for (reference, person) in session.same_people() {
            if let Some(file) = files.get(&person) {
                people.entry(reference).or_insert((file.id, file.person.id));
            }
        }
        Self { station: own, people }
    }

    /// Whether somebody has this reference.
    pub(super) fn knows(&self, reference: &str) -> bool {
        self.people.contains_key(reference)
    }

    /// The person of this reference: the one who has it, imported or typed in, or the one whom an
    /// import makes.
    pub(super) fn person(&self, reference: &str) -> PersonId {
        let known = self.people.get(reference).map(|(person, _)| *person);
        known.unwrap_or_else(|| identity::person(self.station, reference))
    }

    /// The thing that a line of this rank stands for.
    pub(super) fn object(&self, row: &Row, rank: u32) -> ObjectId {
        match (&row.body, self.people.get(&row.reference)) {
            (Body::Person(_), Some((_, page))) => *page,
            _ => identity::object(self.station, row.table, &row.ranked_key(rank)),
        }
    }
}

/// What the last import said of a thing, at some point of its history.
type LastSaid = Option<Rc<Body>>;

impl Session {
    /// What the last import said of each thing of the reading that still stands. What was undone
    /// was never said; what a counsellor took away by hand still was, and does not come back.
    pub(super) fn last_imported(
        &mut self,
        reading: &Reading,
        known: &Known,
    ) -> Result<HashMap<ObjectId, Rc<Body>>, Error> {
        let people: BTreeSet<PersonId> =
            reading.rows.iter().map(|row| known.person(&row.reference)).collect();
        let mut last: HashMap<ObjectId, LastSaid> = HashMap::new();
        for person in people {
            // What was said before each entry is what undoing it brings back.
            let mut before: HashMap<EntryId, LastSaid> = HashMap::new();
            for entry in self.store_mut().entries_of(person)? {
                let Some(payload) = payload::of(&entry) else { continue };
                let said = last.entry(entry.header.object).or_default();
                before.insert(entry.id(), said.clone());
                match (payload.undoes, payload.said) {
                    (Some(undone), _) => *said = before.get(&undone).cloned().flatten(),
                    (None, Said::Is(body)) if payload.imported => *said = Some(Rc::new(body)),
                    (None, Said::Is(_) | Said::Withdrawn | Said::Unknown) => {}
                }
            }
        }
        Ok(last.into_iter().filter_map(|(object, said)| Some((object, said?))).collect())
    }
}
