//! The engine beside the segments: brought up to them when it is behind, made again when it does
//! not match.

use std::path::Path;

use super::anchor::Anchor;
use super::engine::{Engine, EngineError};
use super::error::{Error, On as _};
use super::mirror;
use super::place::Place;
use super::record::open_header;
use super::{Ground, Opening, Repair, Store};
use crate::domain::file::EntryId;
use crate::domain::id::StationId;
use crate::journal::entry::{Entry, Head};

impl Store {
    /// Inserts into the engine what it lacks, or makes another when it does not match, or has
    /// forgotten what it had said to be durable when the store was anchored.
    pub(super) fn bring_engine_up(
        &mut self,
        anchor: Option<Anchor>,
        opening: &mut Opening,
    ) -> Result<(), Error> {
        let behind = match &self.engine {
            Some(engine) => self.entries_behind(engine),
            None => None,
        };
        let settled = anchor.map_or(0, |anchor| anchor.entries);
        let has_forgotten = |behind: u64| (1..settled).contains(&self.len().saturating_sub(behind));
        match (behind, &self.engine) {
            (Some(0), Some(_)) => {}
            (Some(entries), Some(_)) if has_forgotten(entries) => {
                self.rebuild_engine(&mut opening.repairs)?
            }
            (Some(entries), Some(engine)) => {
                self.fill_engine(engine)?;
                // An engine that had nothing was lost, and made again empty.
                opening.repairs.push(if entries == self.len() {
                    Repair::EngineRebuilt { entries }
                } else {
                    Repair::EngineBehind { entries }
                });
            }
            (Some(_) | None, _) => self.rebuild_engine(&mut opening.repairs)?,
        }
        Ok(())
    }

    /// How many entries the engine lacks at the end; `None` when it does not match the segments.
    fn entries_behind(&self, engine: &Engine) -> Option<u64> {
        let mut behind = 0;
        for (station, ours) in self.segments.heads() {
            let theirs = mirror::head(engine, &self.keys, *station).ok()?.unwrap_or(Head::EMPTY);
            if theirs.sequence > ours.sequence || self.digest_at(*station, theirs.sequence) != Some(theirs) {
                return None;
            }
            behind += ours.sequence - theirs.sequence;
        }
        Some(behind)
    }

    /// Where the journal stood after entry `sequence`, as the segments have it.
    pub(super) fn digest_at(&self, station: StationId, sequence: u64) -> Option<Head> {
        let head = self.segments.head(station);
        if sequence == 0 || sequence == head.sequence {
            return Some(if sequence == 0 { Head::EMPTY } else { head });
        }
        let id = EntryId { station, sequence };
        let record = self.segments.record(&self.keys, id)?;
        let (header, _) = open_header(&self.keys, id, &record).ok()?;
        Entry::from_bytes(header, None).ok().map(|entry| entry.head())
    }

    fn fill_engine(&self, engine: &Engine) -> Result<(), Error> {
        for (station, ours) in self.segments.heads() {
            let head = mirror::head(engine, &self.keys, *station).ok().flatten().unwrap_or(Head::EMPTY);
            for records in self.segments.records_from(&self.keys, *station, head.sequence + 1) {
                engine
                    .put(records.into_iter().map(|(id, record)| (mirror::record_key(id), record)).collect());
            }
            engine.put(vec![mirror::head_pair(&self.keys, *station, *ours)?]);
        }
        match engine.settle() {
            Err(EngineError::Environment(error)) => Err(Error::from_io(error, &self.place.engine(), 0)),
            // It is given up as in a session: the segments answer.
            Err(EngineError::Broken(_)) | Ok(()) => Ok(()),
        }
    }

    /// Makes an engine from the segments beside the one that is given up, which is kept aside.
    pub(super) fn rebuild_engine(&mut self, repairs: &mut Vec<Repair>) -> Result<(), Error> {
        self.engine = None;
        let files = &*self.ground.files;
        let (here, new, bad) = (self.place.engine(), self.place.engine_new(), self.place.engine_bad());
        remove_folder_if_there(&self.ground, &new)?;
        files.make_folder(&new).on(&new)?;
        let environment = |error: EngineError| match error {
            EngineError::Environment(error) => Some(Error::from_io(error, &new, 0)),
            EngineError::Broken(_) => None,
        };
        match Engine::open(new.clone()) {
            Ok(engine) => {
                self.fill_engine(&engine)?;
                engine.close();
            }
            Err(error) => {
                repairs.push(Repair::EngineStopped);
                return environment(error).map_or(Ok(()), Err);
            }
        }
        if here.exists() {
            remove_folder_if_there(&self.ground, &bad)?;
            files.rename(&here, &bad).on(&bad)?;
        }
        files.rename(&new, &here).on(&here)?;
        files.sync_folder(self.place.root()).on(self.place.root())?;
        match Engine::open(here) {
            Ok(engine) => self.engine = Some(engine),
            Err(EngineError::Environment(error)) => {
                return Err(Error::from_io(error, &self.place.engine(), 0));
            }
            Err(EngineError::Broken(_)) => repairs.push(Repair::EngineStopped),
        }
        let entries = self.segments.entries();
        if entries > 0 {
            repairs.push(Repair::EngineRebuilt { entries });
        }
        Ok(())
    }
}

/// Opens the engine of a store, an empty one when there is none.
pub(super) fn open_engine(ground: &Ground, place: &Place) -> Result<Engine, EngineError> {
    let folder = place.engine();
    if !folder.exists() {
        ground.files.make_folder(&folder).map_err(EngineError::Environment)?;
    }
    Engine::open(folder)
}

pub(super) fn remove_folder_if_there(ground: &Ground, path: &Path) -> Result<(), Error> {
    if path.exists() { ground.files.remove_folder(path).on(path) } else { Ok(()) }
}
