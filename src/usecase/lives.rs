//! The lives of stores: a restoration begins one, and what is written in it has a journal of its own. What the
//! backup lacked and the team had comes back, as what was written before.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::error::Error;
use super::session::Session;
use crate::domain::file::EntryId;
use crate::domain::id::{EpochId, StationId};
use crate::exchange::bundle::manifest::{Ack, Life, Manifest};
use crate::journal::entry::Head;

/// How the names of lines of the ledger begin that say a life.
const LIFE: &str = "life/";
/// How the names of lines of the ledger begin that say what a station said last.
const SAID: &str = "said/";

/// What a station said, in its last bundle, to have of its own journals, and of what the centre wrote for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SaidBy {
    /// The life of its store in which it said so.
    pub(super) epoch: Option<EpochId>,
    /// How many lives its store had had.
    #[serde(default)]
    pub(super) generation: u64,
    /// Number of the bundle.
    pub(super) seq: u64,
    /// Number of the last entry of each journal.
    pub(super) heads: BTreeMap<StationId, u64>,
    /// How far it has what the centre wrote for it: nothing, if it was restored from a copy that had nothing.
    #[serde(default)]
    pub(super) heard: Option<Ack>,
}

impl SaidBy {
    /// Whether it was said before a bundle was written. Two lives that began from one copy on two disks have
    /// one number: the one that was heard of last is the present one.
    fn is_before(&self, manifest: &Manifest) -> bool {
        match self.epoch == Some(manifest.epoch) {
            true => self.seq < manifest.seq,
            false => self.generation <= manifest.generation,
        }
    }
}

impl Session {
    /// Tells the fold which lives are known here. One that cannot be read keeps nobody from their files.
    pub(super) fn note_lives(&mut self) -> Result<(), Error> {
        if let Some(life) = self.store.life() {
            self.learn_lives(&[Life { id: life, station: self.store.station() }])?;
        }
        for (_, bytes) in self.store.ledger_lines()?.iter().filter(|(name, _)| name.starts_with(LIFE)) {
            if let Ok(Life { id, station }) = serde_json::from_slice(bytes) {
                self.fold.journals_mut().note_life(station, id);
            }
        }
        Ok(())
    }

    /// Keeps lives that a bundle speaks of, before anything that was written in them.
    pub(super) fn learn_lives(&mut self, lives: &[Life]) -> Result<(), Error> {
        for life in lives {
            self.fold.journals_mut().note_life(life.station, life.id);
            let name = format!("{LIFE}{}/{}", life.station, life.id);
            if self.store.ledger(&name)?.is_none() {
                let line = serde_json::to_vec(life).expect("a line of the ledger has string keys");
                self.store.put_ledger(&name, &line)?;
            }
        }
        Ok(())
    }

    /// The lives of a station that a bundle has to say, for its journals to be known.
    pub(super) fn lives_of(&self, station: StationId) -> Vec<Life> {
        self.fold.journals().lives_of(station).map(|id| Life { id, station }).collect()
    }

    /// Whether what a bundle says of the end of a journal, where it ends before what is here, is what is here.
    pub(super) fn is_of_one_history(&self, manifest: &Manifest) -> bool {
        manifest.journals.iter().all(|stretch| {
            let is_shorter = (1..self.store.head_of(stretch.station).sequence).contains(&stretch.to);
            let id = EntryId { station: stretch.station, sequence: stretch.to };
            !is_shorter || self.store.read(id).is_none_or(|entry| entry.head().digest == stretch.head)
        })
    }

    /// Keeps what a station says to have, of its own journals and of what was written for it: it is sent what it
    /// lacks.
    pub(super) fn note_said(&mut self, manifest: &Manifest, heard: Option<Ack>) -> Result<(), Error> {
        if !self.said_by(manifest.from)?.is_before(manifest) {
            return Ok(());
        }
        let heads = manifest.journals.iter().map(|stretch| (stretch.station, stretch.to)).collect();
        let (epoch, generation, seq) = (Some(manifest.epoch), manifest.generation, manifest.seq);
        let said = SaidBy { epoch, generation, seq, heads, heard };
        let line = serde_json::to_vec(&said).expect("a line of the ledger has string keys");
        Ok(self.store.put_ledger(&format!("{SAID}{}", manifest.from), &line)?)
    }

    /// What a station said last.
    pub(super) fn said_by(&self, station: StationId) -> Result<SaidBy, Error> {
        let line = self.store.ledger(&format!("{SAID}{station}"))?;
        Ok(line.and_then(|line| serde_json::from_slice(&line).ok()).unwrap_or_default())
    }

    /// Where each stretch begins that a station lacks of its own journals: what it wrote in a life before and
    /// lost. Nothing is sent back of the journal in which it writes.
    pub(super) fn lost_by(&self, station: StationId) -> Result<Vec<(StationId, Head)>, Error> {
        let has = self.said_by(station)?;
        let journals = self.fold.journals();
        let lives: Vec<EpochId> = journals.lives_of(station).collect();
        let Some(present) = has.epoch.filter(|epoch| lives.contains(epoch)) else { return Ok(Vec::new()) };
        let present = crate::journal::journals::life_journal(station, present);
        let mut lost = Vec::new();
        for journal in journals.journals_of(station).into_iter().filter(|journal| *journal != present) {
            let known = has.heads.get(&journal).copied().unwrap_or_default();
            if known < self.store.head_of(journal).sequence {
                lost.push((journal, self.head_at(journal, known)?));
            }
        }
        Ok(lost)
    }

    /// Where a journal stood at an entry of it.
    pub(super) fn head_at(&self, journal: StationId, sequence: u64) -> Result<Head, Error> {
        match sequence {
            0 => Ok(Head::EMPTY),
            _ => {
                let entry = self.store.read(EntryId { station: journal, sequence });
                Ok(entry.ok_or(Error::NoSuchEntry)?.head())
            }
        }
    }
}
