//! Undo and redo: compensating entries, never a deletion. What was sent is corrected by what is
//! sent next.

use std::collections::HashSet;

use super::error::Error;
use super::outcome::{ActName, Patch};
use super::session::{Session, Writing};
use crate::domain::file::EntryId;
use crate::domain::now::Now;
use crate::journal::acts::Act;
use crate::journal::payload::Said;

impl Session {
    /// Takes back the last act.
    ///
    /// # Errors
    /// [`Error::NothingToUndo`], [`Error::ChangedMeanwhile`], the store's.
    pub fn undo(&mut self, now: Now) -> Result<(ActName, Patch), Error> {
        let act = self.last_done().ok_or(Error::NothingToUndo)?;
        let name = self.name(&act);
        Ok((name, self.compensate(&act, now)?))
    }

    /// Does again the act that was last taken back.
    ///
    /// # Errors
    /// [`Error::NothingToRedo`], [`Error::ChangedMeanwhile`], the store's.
    pub fn redo(&mut self, now: Now) -> Result<(ActName, Patch), Error> {
        let act = self.last_undone().ok_or(Error::NothingToRedo)?;
        let name = self.name_undone(&act);
        Ok((name, self.compensate(&act, now)?))
    }

    /// Brings back, last first, the version that each entry of the act succeeded.
    fn compensate(&mut self, act: &Act, now: Now) -> Result<Patch, Error> {
        let mut writings = Vec::with_capacity(act.traces.len());
        let mut seen = HashSet::with_capacity(act.traces.len());
        for trace in act.traces.iter().rev() {
            let latest = self.latest(trace.object).map(|latest| latest.entry);
            let is_first = seen.insert(trace.object);
            if is_first && latest.map(|it| self.stands_for(it)) != Some(self.stands_for(trace.entry)) {
                return Err(Error::ChangedMeanwhile);
            }
            let said = match trace.replaces {
                Some(before) => self.said(before)?.1.said,
                None => Said::Withdrawn,
            };
            writings.push(Writing {
                person: trace.person,
                object: trace.object,
                kind: trace.kind.clone(),
                replaces: latest,
                said,
                undoes: Some(trace.entry),
                imported: false,
            });
        }
        self.write(writings, now)
    }

    /// The version that an entry brings back, when it is an undo or a redo; else itself.
    fn stands_for(&self, mut entry: EntryId) -> EntryId {
        while let Some(undone) = self.said(entry).ok().and_then(|(_, payload)| payload.undoes) {
            // What was made is withdrawn: nothing came before it.
            let Some(before) = self.said(undone).ok().and_then(|(undone, _)| undone.header.replaces) else {
                break;
            };
            entry = before;
        }
        entry
    }
}
