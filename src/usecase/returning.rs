//! What the centre answers to each station: how far its journal was taken in, what was refused, and what was
//! decided of its files. And what each does with the receipt of the other: it sends from there on.

use std::collections::BTreeMap;
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
use crate::exchange::bundle::contents::{Attachment, Contents};
use crate::exchange::bundle::manifest::{Ack, Manifest, Nack};
use crate::exchange::bundle::name::return_name;
use crate::exchange::bundle::read::{Reader, inspect};
use crate::exchange::bundle::write::{Cover, write_bundle};
use crate::exchange::return_journal::return_journal;
use crate::exchange::trust::SenderRole;
use crate::journal::entry::{Digest, Head};

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
    /// Number of the last entry that it carried.
    #[serde(default)]
    to: u64,
}

/// A receipt of the team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acknowledged {
    /// Up to where.
    pub ack: Ack,
    /// When it came.
    pub on: DateTime<Utc>,
    /// Number of the last entry of each journal of this station that it has: of its lives before, the present
    /// one aside.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub before: BTreeMap<StationId, u64>,
}

impl Acknowledged {
    /// Number of the last entry that the team has of each journal of the station, whose present one this is.
    pub(super) fn heads(self, present: StationId) -> BTreeMap<StationId, u64> {
        let mut heads = self.before;
        heads.insert(present, self.ack.to);
        heads
    }
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
    /// What it acknowledges; nothing of a station of which nothing came.
    pub ack: Option<Ack>,
    /// How many bundles it says were refused.
    pub refused: usize,
    /// How many entries of the centre it carries.
    pub entries: u64,
}

impl Session {
    /// Writes into `folder` what is to be told to each station: one bundle for each of which something came,
    /// or was refused, or for which something was decided, since it was last told. A station that wrote two
    /// histories is told nothing.
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
        self.grant_what_came(now)?;
        let refused = self.refused(quarantine)?;
        let senders = self.senders()?;
        let stations: Vec<StationId> =
            self.trust()?.ok_or(Error::NoTrust)?.stations.iter().map(|it| it.id).collect();
        let mut written = Vec::new();
        for station in stations {
            let sender = senders.iter().find(|sender| sender.station == station);
            if sender.is_some_and(|sender| sender.is_frozen) {
                continue;
            }
            let of_it = refused.iter().filter(|(refused, _)| *refused == station);
            let nacks = of_it.map(|(_, nack)| nack.clone()).collect();
            written.extend(self.export_return(station, sender, nacks, folder, now)?);
        }
        Ok(written)
    }

    fn export_return(
        &mut self,
        station: StationId,
        sender: Option<&SenderStatus>,
        nacks: Vec<Nack>,
        folder: &Path,
        now: Now,
    ) -> Result<Option<Return>, Error> {
        let keys = self.programme_keys()?.ok_or(Error::NotATeam)?;
        let trust = self.trust()?.ok_or(Error::NoTrust)?;
        // One that was struck off the list is told nothing any more.
        let Some(recipients) = trust.return_recipients(station) else { return Ok(None) };
        let acks: Vec<Ack> = sender.map(|it| self.receipts_for(it)).unwrap_or_default();
        let journal = return_journal(keys.centre, station);
        let head = self.store.head_of(journal);
        let epoch = self.epoch()?;
        let before = self.returned(station, Some(epoch))?;
        let told = before.as_ref().map_or((&[][..], &[][..], 0), |it| (&it.acks, &it.nacks, it.to));
        if told == (&acks, &nacks, head.sequence) {
            return Ok(None);
        }
        let heard = self.said_by(station)?.heard.filter(|ack| ack.epoch == epoch);
        let base = heard.as_ref().map_or(0, |ack| ack.seq);
        let known = heard.map_or(Head::EMPTY, |ack| Head { sequence: ack.to, digest: ack.head });
        let seq = before.as_ref().map_or(1, |it| it.seq + 1);
        let prev = before.map_or(Digest::ZERO, |it| it.manifest);
        let cover = Cover { from: keys.centre, epoch, seq, base, prev, generation: self.store.epoch() };
        let lost = self.lost_by(station)?;
        let stretches: BTreeMap<StationId, Head> = lost.into_iter().chain([(journal, known)]).collect();
        let known = stretches.iter().map(|(journal, known)| (*journal, known.sequence)).collect();
        let mut travelling = self.attachments_after(&known)?;
        let mut contents = self.told_of(stretches)?;
        contents.speak_of(self.lives_of(station));
        for (sha256, bytes) in &mut travelling.whole {
            contents.attach(Attachment { sha256: *sha256, size: bytes.size(), bytes });
        }
        let entries = contents.entries();
        let (ack, refused) = (acks.first().cloned(), nacks.len());
        contents.answer(acks.clone(), nacks.clone());
        let part = Part::write(&folder.join(return_name(station, cover.generation, seq)), |out| {
            write_bundle(out, contents, &cover, &keys.ops, &recipients, now)
        })?;
        let manifest = part.written.manifest_digest;
        let line = Returned { acks, epoch, manifest, nacks, seq, to: head.sequence };
        // As for a station's own bundles: a number is used up before its file can travel.
        let name = format!("{RETURNED}{station}");
        self.store.put_ledger(&name, &serde_json::to_vec(&line).expect("string keys"))?;
        let path = part.publish()?;
        Ok(Some(Return { station, path, seq, ack, refused, entries }))
    }

    /// How many entries that the centre wrote for stations no return has carried yet.
    pub(super) fn untold(&self) -> u64 {
        let Ok(epoch) = self.known_epoch() else { return 0 };
        let untold = |(journal, station): (StationId, StationId)| {
            let told = self.returned(station, epoch).ok().flatten().map_or(0, |it| it.to);
            self.store.head_of(journal).sequence.saturating_sub(told)
        };
        self.fold.journals().returns().map(untold).sum()
    }

    /// What was answered last to a station, in this life of the store.
    fn returned(&self, station: StationId, epoch: Option<EpochId>) -> Result<Option<Returned>, Error> {
        let line = self.store.ledger(&format!("{RETURNED}{station}"))?;
        let line = line.and_then(|line| serde_json::from_slice::<Returned>(&line).ok());
        Ok(line.filter(|it| Some(it.epoch) == epoch))
    }

    /// How far the journals of a station are here, the one in which it writes first.
    fn receipts_for(&self, sender: &SenderStatus) -> Vec<Ack> {
        let SenderStatus { station, last, .. } = sender;
        let receipt = |journal: StationId| {
            let head = self.store.head_of(journal);
            let of = Some(journal).filter(|journal| journal != station);
            Ack { epoch: last.epoch, head: head.digest, journal: of, seq: last.seq, to: head.sequence }
        };
        let mut journals = self.fold.journals().journals_of(*station);
        journals.sort_by_key(|journal| *journal != sender.journal);
        journals.into_iter().map(receipt).collect()
    }

    /// What follows in each journal that is told to a station.
    fn told_of<'a>(&self, stretches: BTreeMap<StationId, Head>) -> Result<Contents<'a>, Error> {
        let mut contents = Contents::new();
        for (journal, known) in stretches {
            let last = self.store.head_of(journal).sequence;
            if last == 0 {
                continue;
            }
            contents.begin(journal, known).map_err(Error::Carry)?;
            for sequence in known.sequence + 1..=last {
                let entry = self.store.read(EntryId { station: journal, sequence });
                contents.push(&entry.ok_or(Error::NoSuchEntry)?).map_err(Error::Carry)?;
            }
        }
        Ok(contents)
    }

    /// What a station tells the centre: how far it has what was written for it.
    pub(super) fn receipts_of_returns(&self) -> Result<Vec<Ack>, Error> {
        let Some(trust) = self.trust()? else { return Ok(Vec::new()) };
        let own = self.store.station();
        let from_centre =
            self.senders()?.into_iter().find(|it| trust.ops.iter().any(|ops| ops.id == it.station));
        Ok(from_centre
            .map(|it| {
                let head = self.store.head_of(return_journal(it.station, own));
                Ack {
                    epoch: it.last.epoch,
                    head: head.digest,
                    journal: None,
                    seq: it.last.seq,
                    to: head.sequence,
                }
            })
            .into_iter()
            .collect())
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

    /// Keeps the receipt that a bundle carries, of the journal that was written for who sends it. One of
    /// another life of this store, or of a history that is not this one, is not believed: the next bundle sends
    /// everything again.
    pub(super) fn take_answer(
        &mut self,
        manifest: &Manifest,
        role: SenderRole,
        now: Now,
    ) -> Result<Option<Ack>, Error> {
        let epoch = self.epoch()?;
        let is_ours = |ack: &&Ack| {
            let journal = match role {
                SenderRole::Centre => ack.journal.unwrap_or_else(|| self.store.station()),
                SenderRole::Station => return_journal(self.store.station(), manifest.from),
            };
            ack.epoch == epoch && self.head_at(journal, ack.to).is_ok_and(|head| head.digest == ack.head)
        };
        let acks: Vec<Ack> = manifest.acks.iter().filter(is_ours).cloned().collect();
        match role {
            SenderRole::Centre => self.take_receipt(acks, now),
            SenderRole::Station => {
                self.note_said(manifest, acks.into_iter().max_by_key(|ack| ack.to))?;
                Ok(None)
            }
        }
    }

    /// Keeps what the team says to have of this station's journals, if it speaks of the present one.
    fn take_receipt(&mut self, acks: Vec<Ack>, now: Now) -> Result<Option<Ack>, Error> {
        let (own, present) = (self.store.station(), self.store.journal());
        let journal = |ack: &Ack| ack.journal.unwrap_or(own);
        let (of_life, before): (Vec<Ack>, Vec<Ack>) =
            acks.into_iter().partition(|ack| journal(ack) == present);
        let Some(ack) = of_life.into_iter().max_by_key(|ack| ack.to) else { return Ok(None) };
        let before = before.iter().map(|ack| (journal(ack), ack.to)).collect();
        let line = Acknowledged { ack: ack.clone(), on: whole_seconds(now), before };
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
