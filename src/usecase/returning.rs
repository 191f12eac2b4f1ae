//! What the centre answers to each station: how far its journal was taken in, and what was refused. And what
//! the station does with the answer: it sends from there on.

use std::fs::File;
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::error::Error;
use super::export::Part;
use super::session::{Session, whole_seconds};
use super::taken::SenderStatus;
use crate::domain::file::EntryId;
use crate::domain::id::{EpochId, StationId};
use crate::domain::now::Now;
use crate::exchange::bundle::code::Verdict;
use crate::exchange::bundle::contents::Contents;
use crate::exchange::bundle::manifest::{Ack, Manifest, Nack};
use crate::exchange::bundle::name::return_name;
use crate::exchange::bundle::read::{Reader, inspect};
use crate::exchange::bundle::write::{Cover, write_bundle};
use crate::exchange::trust::SenderRole;
use crate::journal::entry::Digest;

/// How the names of lines of what was answered begin.
const RETURNED: &str = "returned/";
/// Most refusals that are answered at once.
const MOST_REFUSED: usize = 100;
/// Name of the line of the last receipt that came from the team.
const ACKNOWLEDGED: &str = "acknowledged";

/// What was answered last to a station.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Returned {
    acks: Vec<Ack>,
    epoch: EpochId,
    manifest: Digest,
    nacks: Vec<Nack>,
    seq: u64,
}

/// A receipt of the team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acknowledged {
    /// Up to where.
    pub ack: Ack,
    /// When it came.
    pub on: DateTime<Utc>,
}

/// A return bundle that is on the disk.
#[derive(Debug, Clone)]
pub struct Return {
    /// For whom.
    pub station: StationId,
    /// Where it is.
    pub path: PathBuf,
    /// Its number, among those for this station.
    pub seq: u64,
    /// What it acknowledges.
    pub ack: Ack,
    /// How many bundles it says were refused.
    pub refused: usize,
}

impl Session {
    /// Writes into `folder` what is to be told to each station: one bundle for each of which something came,
    /// or was refused, since it was last told. A station that wrote two histories is told nothing.
    ///
    /// # Errors
    /// Not the team's station; the folder cannot be written; the store's.
    pub fn export_returns(
        &mut self,
        folder: &Path,
        quarantine: &Path,
        now: Now,
    ) -> Result<Vec<Return>, Error> {
        // A folder that is not there is said even when there is nothing to write.
        std::fs::read_dir(folder).map_err(Error::medium(folder))?;
        let refused = self.refused(quarantine)?;
        let mut written = Vec::new();
        for sender in self.senders()?.into_iter().filter(|sender| !sender.is_frozen) {
            let of_it = refused.iter().filter(|(station, _)| *station == sender.station);
            let nacks = of_it.map(|(_, nack)| nack.clone()).collect();
            written.extend(self.export_return(&sender, nacks, folder, now)?);
        }
        Ok(written)
    }

    fn export_return(
        &mut self,
        sender: &SenderStatus,
        nacks: Vec<Nack>,
        folder: &Path,
        now: Now,
    ) -> Result<Option<Return>, Error> {
        let keys = self.programme_keys()?.ok_or(Error::NotATeam)?;
        let trust = self.trust()?.ok_or(Error::NoTrust)?;
        // One that was struck off the list is told nothing any more.
        let Some(recipients) = trust.return_recipients(sender.station) else { return Ok(None) };
        let last = &sender.last;
        let head = sender.head;
        let ack = Ack { epoch: last.epoch, head: head.digest, seq: last.seq, to: head.sequence };
        let name = format!("{RETURNED}{}", sender.station);
        let epoch = self.epoch()?;
        let before: Option<Returned> =
            self.store.ledger(&name)?.and_then(|line| serde_json::from_slice(&line).ok());
        let before = before.filter(|it| it.epoch == epoch);
        if before.as_ref().is_some_and(|it| it.acks == [ack.clone()] && it.nacks == nacks) {
            return Ok(None);
        }
        let seq = before.as_ref().map_or(1, |it| it.seq + 1);
        let prev = before.map_or(Digest::ZERO, |it| it.manifest);
        let cover = Cover { from: keys.centre, epoch, seq, base: 0, prev, generation: self.store.epoch() };
        let mut contents = Contents::new();
        contents.answer(vec![ack.clone()], nacks.clone());
        let part = Part::write(&folder.join(return_name(sender.station, seq)), |out| {
            write_bundle(out, contents, &cover, &keys.ops, &recipients, now)
        })?;
        let refused = nacks.len();
        let manifest = part.written.manifest_digest;
        let line = Returned { acks: vec![ack.clone()], epoch, manifest, nacks, seq };
        // As for a station's own bundles: a number is used up before its file can travel.
        self.store.put_ledger(&name, &serde_json::to_vec(&line).expect("string keys"))?;
        let path = part.publish()?;
        Ok(Some(Return { station: sender.station, path, seq, ack, refused }))
    }

    /// What was put aside of each station and did not come whole since. Refusing writes nothing in the store:
    /// what lies in `quarantine` is looked at again.
    fn refused(&mut self, quarantine: &Path) -> Result<Vec<(StationId, Nack)>, Error> {
        let (identities, trust) = (self.identities()?, self.trust()?);
        let came = self.taken()?;
        let reader = Reader { identities: &identities, trust: trust.as_ref(), ledger: None };
        let mut refused = Vec::new();
        let listed = match std::fs::read_dir(quarantine) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(refused),
            other => other.and_then(Iterator::collect::<Result<Vec<_>, _>>),
        };
        for entry in listed.map_err(Error::medium(quarantine))? {
            let path = entry.path();
            let file = File::open(&path).map_err(Error::medium(&path))?;
            let seen = inspect(BufReader::new(file), &reader);
            let (Some(manifest), Some(_)) = (seen.manifest, seen.sender) else { continue };
            let is_made_up_for = came
                .iter()
                .any(|it| it.from == manifest.from && it.epoch == manifest.epoch && it.seq >= manifest.seq);
            if seen.code.verdict() != Verdict::Accepted && !is_made_up_for {
                let code = seen.code.code().to_owned();
                refused.push((manifest.from, Nack { code, epoch: manifest.epoch, seq: manifest.seq }));
            }
        }
        refused.sort_by_key(|(station, nack)| (*station, nack.seq));
        refused.truncate(MOST_REFUSED);
        Ok(refused)
    }

    /// Keeps the receipt that a return bundle carries. One of another life of this store, or of a history that
    /// is not this one, is not believed: the next bundle sends everything again.
    pub(super) fn take_answer(
        &mut self,
        manifest: &Manifest,
        role: SenderRole,
        now: Now,
    ) -> Result<Option<Ack>, Error> {
        if role != SenderRole::Centre {
            return Ok(None);
        }
        let (station, epoch) = (self.store.station(), self.epoch()?);
        let is_ours = |ack: &&Ack| {
            let entry = self.store.read(EntryId { station, sequence: ack.to });
            ack.epoch == epoch && entry.is_some_and(|entry| entry.head().digest == ack.head)
        };
        let Some(ack) = manifest.acks.iter().filter(is_ours).max_by_key(|ack| ack.to).cloned() else {
            return Ok(None);
        };
        let line = Acknowledged { ack: ack.clone(), on: whole_seconds(now) };
        self.store.put_ledger(ACKNOWLEDGED, &serde_json::to_vec(&line).expect("string keys"))?;
        Ok(Some(ack))
    }

    /// The last receipt of the team.
    ///
    /// # Errors
    /// The store's.
    pub fn acknowledged(&self) -> Result<Option<Acknowledged>, Error> {
        let line = self.store.ledger(ACKNOWLEDGED)?;
        Ok(line.and_then(|line| serde_json::from_slice(&line).ok()))
    }
}
