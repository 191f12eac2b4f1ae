//! The ledger of what was taken in: a line a bundle, kept sealed in the store.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::error::Error;
use super::session::Session;
use crate::domain::id::{EpochId, StationId};
use crate::domain::now::Now;
use crate::exchange::bundle::ledger::{Ledger, Taken};
use crate::exchange::bundle::read::Inspection;
use crate::journal::entry::{Digest, Head};

/// How the names of lines of bundles begin.
const TAKEN: &str = "taken/";
/// How the names of lines of frozen senders begin.
const FROZEN: &str = "frozen/";

/// A bundle that was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenLine {
    /// When it was taken in.
    pub at: DateTime<Utc>,
    /// How many entries it carried.
    pub entries: u64,
    /// The life of the sender's store.
    pub epoch: EpochId,
    /// Who sent it.
    pub from: StationId,
    /// How many lives the sender's store had had.
    #[serde(default)]
    pub generation: u64,
    /// Digest of its manifest.
    pub manifest: Digest,
    /// What it said of the bundle before it.
    pub prev: Digest,
    /// Its number.
    pub seq: u64,
    /// Number of the last entry of the sender's journal in it.
    pub to: u64,
    /// The same of the journals of other lives of its store than the first.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub lives: BTreeMap<StationId, u64>,
    /// The journal in which the sender wrote, if it is not that of the first life of its store.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub journal: Option<StationId>,
    /// When it was written, as its sender says.
    pub written: DateTime<Utc>,
}

/// A life of a store from which nothing more is taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct FrozenLine {
    from: StationId,
    epoch: EpochId,
}

impl TakenLine {
    /// The line of a bundle that was verified to its end.
    pub(super) fn of(seen: &Inspection, now: Now) -> Self {
        let manifest = seen.manifest.as_ref().expect("a bundle that was accepted has a manifest");
        let own = manifest.journals.iter().find(|stretch| stretch.station == manifest.from);
        let lives: Vec<StationId> = manifest.journals_of(manifest.from).skip(1).collect();
        let others = manifest.journals.iter().filter(|stretch| lives.contains(&stretch.station));
        Self {
            at: super::session::whole_seconds(now),
            entries: manifest.entries,
            epoch: manifest.epoch,
            from: manifest.from,
            generation: manifest.generation,
            manifest: seen.manifest_digest.expect("so has its digest"),
            prev: manifest.prev,
            seq: manifest.seq,
            to: own.map_or(0, |stretch| stretch.to),
            lives: others.map(|stretch| (stretch.station, stretch.to)).collect(),
            journal: Some(manifest.present_journal()).filter(|journal| *journal != manifest.from),
            written: manifest.time,
        }
    }
}

/// What was received of one station.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SenderStatus {
    /// Which.
    pub station: StationId,
    /// The last bundle taken in of the life that sent last.
    pub last: TakenLine,
    /// The journal in which it writes.
    pub journal: StationId,
    /// Where that journal ends here.
    pub head: Head,
    /// Numbers of bundles of that life that never came. The last one made up for their entries.
    pub missing: Vec<u64>,
    /// Whether two histories came from it: nothing more is taken in.
    pub is_frozen: bool,
}

impl Session {
    /// Every bundle that was taken in, by sender, life and number.
    ///
    /// # Errors
    /// The store's.
    pub fn taken(&self) -> Result<Vec<TakenLine>, Error> {
        let lines = self.store.ledger_lines()?;
        let taken = lines.iter().filter(|(name, _)| name.starts_with(TAKEN));
        let mut taken: Vec<TakenLine> =
            taken.filter_map(|(_, bytes)| serde_json::from_slice(bytes).ok()).collect();
        taken.sort_by_key(|line| (line.from, line.epoch, line.seq));
        Ok(taken)
    }

    /// What is known of bundles, to judge the next one by.
    ///
    /// # Errors
    /// The store's.
    pub fn bundle_ledger(&self) -> Result<Ledger, Error> {
        let mut ledger = Ledger::new();
        for line in self.taken()? {
            let taken = Taken { manifest: line.manifest, prev: line.prev };
            ledger.note_taken(line.from, line.epoch, line.seq, taken);
        }
        for (from, epoch) in self.frozen()? {
            ledger.freeze(from, epoch);
        }
        for (station, head) in self.store.heads() {
            ledger.note_journal(station, head);
        }
        for SenderStatus { station, journal: present, .. } in self.senders()? {
            let journals = self.fold.journals().journals_of(station).into_iter();
            journals.filter(|journal| *journal != present).for_each(|journal| ledger.close(journal));
        }
        Ok(ledger)
    }

    /// What was received of each station, in the order of their identities.
    ///
    /// # Errors
    /// The store's.
    pub fn senders(&self) -> Result<Vec<SenderStatus>, Error> {
        let frozen = self.frozen()?;
        let mut by_station: BTreeMap<StationId, Vec<TakenLine>> = BTreeMap::new();
        for line in self.taken()? {
            by_station.entry(line.from).or_default().push(line);
        }
        let statuses = by_station.into_iter().filter_map(|(station, lines)| {
            let last = lines.iter().max_by_key(|line| (line.generation, line.at, line.seq))?.clone();
            let came: Vec<u64> =
                lines.iter().filter(|line| line.epoch == last.epoch).map(|line| line.seq).collect();
            let missing = (1..last.seq).filter(|seq| !came.contains(seq)).collect();
            // Another life, begun by a restoration, is another history.
            let is_frozen = frozen.iter().any(|(from, epoch)| *from == station && *epoch == last.epoch);
            let journal = last.journal.unwrap_or(station);
            let head = self.store.head_of(journal);
            Some(SenderStatus { station, journal, head, last, missing, is_frozen })
        });
        Ok(statuses.collect())
    }

    pub(super) fn note_taken(&mut self, line: &TakenLine) -> Result<(), Error> {
        let bytes = serde_json::to_vec(line).expect("a line of the ledger has string keys");
        let name = format!("{TAKEN}{}/{}/{}", line.from, line.epoch, line.seq);
        Ok(self.store.put_ledger(&name, &bytes)?)
    }

    /// Takes nothing more in from a life of a store that wrote two histories.
    pub(super) fn freeze(&mut self, seen: &Inspection) -> Result<(), Error> {
        let Some(manifest) = &seen.manifest else { return Ok(()) };
        let line = FrozenLine { from: manifest.from, epoch: manifest.epoch };
        let bytes = serde_json::to_vec(&line).expect("a line of the ledger has string keys");
        Ok(self.store.put_ledger(&format!("{FROZEN}{}/{}", line.from, line.epoch), &bytes)?)
    }

    fn frozen(&self) -> Result<Vec<(StationId, EpochId)>, Error> {
        let lines = self.store.ledger_lines()?;
        let frozen = lines.iter().filter(|(name, _)| name.starts_with(FROZEN));
        let read = frozen.filter_map(|(_, bytes)| serde_json::from_slice::<FrozenLine>(bytes).ok());
        Ok(read.map(|line| (line.from, line.epoch)).collect())
    }
}
