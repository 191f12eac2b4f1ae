//! Acts: the entries that one gesture wrote, and which of them undo and redo would touch.
//!
//! An undo is itself an act, made of compensating entries; redoing is undoing that one. The two
//! stacks are a pure function of the journal, so they outlive a session.

use std::collections::VecDeque;

use super::entry::Header;
use crate::domain::assignment::Assignment;
use crate::domain::file::EntryId;
use crate::domain::id::{BatchId, ObjectId, PersonId};
use crate::domain::office::OfficeBody;
use crate::domain::recorded::Recorded as _;

/// How many acts undo reaches back.
pub const REACH_ACTS: usize = 100;

/// One entry of an act, without its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The entry.
    pub entry: EntryId,
    /// The thing it is a version of.
    pub object: ObjectId,
    /// Whose file.
    pub person: Option<PersonId>,
    /// Kind of the thing.
    pub kind: String,
    /// The version before.
    pub replaces: Option<EntryId>,
}

/// The entries that one gesture wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    batch: Option<BatchId>,
    undoes: Option<EntryId>,
    /// Its entries, in the order of the journal.
    pub traces: Vec<Trace>,
}

impl Act {
    fn first(&self) -> Option<EntryId> {
        self.traces.first().map(|trace| trace.entry)
    }
}

/// The acts that undo and redo would touch, last one on top.
#[derive(Debug, Clone, Default)]
pub struct Acts {
    /// The act being read: closed by the first entry of another one.
    open: Option<Act>,
    done: VecDeque<Act>,
    undone: VecDeque<Act>,
}

impl Acts {
    /// Takes the next entry of the journal, written together with those of its `batch`. What a station says of itself is not an act of
    /// the counsellor's, and undo passes over it.
    pub fn push(&mut self, header: &Header, batch: Option<BatchId>, undoes: Option<EntryId>) {
        let is_of_office = OfficeBody::KINDS.contains(&header.kind.as_str());
        // What two stations agreed on is not taken back by one.
        if (header.person.is_none() && !is_of_office) || header.kind == Assignment::KIND {
            return self.close();
        }
        let trace = Trace {
            entry: EntryId { station: header.station, sequence: header.sequence },
            object: header.object,
            person: header.person,
            kind: header.kind.clone(),
            replaces: header.replaces,
        };
        match &mut self.open {
            Some(act) if batch.is_some() && act.batch == batch => act.traces.push(trace),
            Some(_) | None => {
                self.close();
                self.open = Some(Act { batch, undoes, traces: vec![trace] });
            }
        }
    }

    /// The act that undo would take back.
    pub fn last_done(&mut self) -> Option<&Act> {
        self.close();
        self.done.back()
    }

    /// The act whose undoing redo would take back.
    pub fn last_undone(&mut self) -> Option<&Act> {
        self.close();
        self.undone.back()
    }

    /// Forgets what acts wrote of a person who was erased: nothing of it comes back.
    pub fn forget(&mut self, person: PersonId) {
        self.close();
        for acts in [&mut self.done, &mut self.undone] {
            acts.iter_mut().for_each(|act| act.traces.retain(|trace| trace.person != Some(person)));
            acts.retain(|act| !act.traces.is_empty());
        }
    }

    fn close(&mut self) {
        let Some(act) = self.open.take() else { return };
        let compensates = |other: Option<&Act>| {
            act.undoes.is_some()
                && other.is_some_and(|it| it.traces.iter().any(|t| Some(t.entry) == act.undoes))
        };
        if compensates(self.done.back()) {
            self.done.pop_back();
            self.undone.push_back(act);
        } else if compensates(self.undone.back()) {
            self.undone.pop_back();
            self.done.push_back(act);
        } else if act.first().is_some() {
            self.undone.clear();
            self.done.push_back(act);
        }
        if self.done.len() > REACH_ACTS {
            self.done.pop_front();
        }
    }
}
