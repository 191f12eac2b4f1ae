//! A workshop: written once for the station and in the file of everybody who was expected, in one act that
//! is undone as one. Whoever is taken off the list loses the step that it had written.

use super::error::Error;
use super::outcome::Patch;
use super::random;
use super::request::DraftKey;
use super::session::{Session, Writing};
use crate::domain::body::Body;
use crate::domain::check;
use crate::domain::file::{Current, EntryId};
use crate::domain::id::{ObjectId, PersonId};
use crate::domain::now::Now;
use crate::domain::office::{OfficeBody, Workshop};
use crate::domain::step::Step;
use crate::domain::violation::Severity;
use crate::journal::payload::Said;

/// A workshop to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recording {
    /// As it is from now on, participants included.
    pub workshop: Workshop,
    /// The workshop, and the version of it that was looked at; `None` makes a new one.
    pub replaces: Option<(ObjectId, EntryId)>,
    /// The draft that it makes pointless.
    pub draft: Option<DraftKey>,
    /// Whether the user confirmed what is unlikely.
    pub confirmed: bool,
}

impl Session {
    /// Writes a workshop, and what it was for each participant in their file.
    ///
    /// # Errors
    /// Those of [`Session::save`]. Nothing was saved then.
    pub fn record_workshop(&mut self, recording: Recording, now: Now) -> Result<Patch, Error> {
        let Recording { mut workshop, replaces, draft, confirmed } = recording;
        if let Some((object, entry)) = replaces {
            self.check_latest(object, entry)?;
        }
        let mut writings = self.steps_taken_off(&workshop, replaces.map(|(object, _)| object));
        let mut violations = Vec::new();
        let told = workshop.clone();
        for participant in &mut workshop.participants {
            let Some(file) = self.caseload().files.get(&participant.person) else { continue };
            let before = self.step(participant.person, participant.step);
            let step = told.step_for(participant.presence, before.map(|it| &it.value));
            if before.is_some_and(|it| it.value == step) {
                continue;
            }
            let body = Body::Step(step);
            violations.extend(check::body(&body, Some(file), now.today));
            let object = before.map_or_else(|| ObjectId(random::bytes()), |it| it.id);
            participant.step = Some(object);
            writings.push(Writing::new(Some(participant.person), object, before.map(|it| it.entry), body));
        }
        let body = Body::Office(OfficeBody::Workshop(workshop));
        violations.extend(check::body(&body, None, now.today));
        violations.retain(|it| it.severity == Severity::Refusal || !confirmed);
        if !violations.is_empty() {
            return Err(Error::Refused(violations));
        }
        let (object, replaces) = match replaces {
            Some((object, entry)) => (object, Some(entry)),
            None => (ObjectId(random::bytes()), None),
        };
        // First: the act is named after it.
        writings.insert(0, Writing::new(None, object, replaces, body));
        let patch = self.write(writings, now)?;
        if let Some(draft) = draft {
            // It is saved: a draft that cannot be dropped is offered once more, which does no harm.
            let _offered_again = self.drop_draft(&draft);
        }
        Ok(patch)
    }

    /// The latest version of a step that a workshop wrote, if it is still in the file.
    fn step(&self, person: PersonId, step: Option<ObjectId>) -> Option<&Current<Step>> {
        let file = self.caseload().files.get(&person)?;
        file.steps.iter().find(|it| Some(it.id) == step)
    }

    /// Withdraws the steps of those who were participants and are none any more.
    fn steps_taken_off(&self, workshop: &Workshop, object: Option<ObjectId>) -> Vec<Writing> {
        let office = &self.caseload().office;
        let before = office.workshops.iter().find(|it| Some(it.id) == object);
        let expected = before.into_iter().flat_map(|it| &it.value.participants);
        let gone = expected.filter(|it| workshop.participants.iter().all(|kept| kept.person != it.person));
        let steps = gone.filter_map(|it| Some((it.person, self.step(it.person, it.step)?)));
        steps
            .map(|(person, step)| Writing {
                said: Said::Withdrawn,
                ..Writing::new(Some(person), step.id, Some(step.entry), Body::Step(step.value.clone()))
            })
            .collect()
    }
}
