//! Taking in a bundle: verified whole before anything of it is written, then written whole. A refused one
//! changes nothing here; it is put aside as it came, still encrypted, with its code.
//!
//! What is on the disk when it stops half-way is what was there before, or more attachments that nothing
//! speaks of, or everything but the line of the ledger: taking the same bundle in again ends it.

use std::collections::HashMap;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, BufReader, Read, Seek as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use super::error::Error;
use super::gathering::{Gathered, Gathering, Sealing};
use super::session::Session;
use super::taken::TakenLine;
use crate::domain::id::{PersonId, StationId};
use crate::domain::now::Now;
use crate::exchange::bundle::code::{Code, Verdict};
use crate::exchange::bundle::limit;
use crate::exchange::bundle::manifest::{Ack, Life, Manifest};
use crate::exchange::bundle::read::{Inspection, Reader, read_bundle};
use crate::exchange::recipient::Identity;
use crate::exchange::return_journal::return_journal;
use crate::exchange::trust::SenderRole;
use crate::journal::entry::{Digest, Entry};

/// Most bytes of entries that are kept in memory before their bundle is known to be sound.
const COLLECTED_BYTES: usize = 64 << 20;
/// How the names of the parts that are attachments begin.
const BLOBS: &str = "blobs/";

/// What became of a bundle.
#[derive(Debug, Clone)]
pub struct Received {
    /// What was seen of it.
    pub seen: Inspection,
    /// Entries that were new here.
    pub entries_new: u64,
    /// Entries that were here already.
    pub entries_known: u64,
    /// Attachments that were new here.
    pub attachments_new: u64,
    /// The receipt that a return bundle brought.
    pub receipt: Option<Ack>,
    /// Where a refused one was put aside.
    pub quarantined: Option<PathBuf>,
    /// Whose files it changed.
    pub people: Vec<PersonId>,
}

impl Received {
    fn refused(seen: Inspection, quarantined: Option<PathBuf>) -> Self {
        Self {
            seen,
            entries_new: 0,
            entries_known: 0,
            attachments_new: 0,
            receipt: None,
            quarantined,
            people: Vec::new(),
        }
    }
}

impl Session {
    /// The keys that open what is sent to this station.
    ///
    /// # Errors
    /// The store's.
    pub fn identities(&mut self) -> Result<Vec<Identity>, Error> {
        let mut identities = vec![self.keys()?.identity];
        if let Some(programme) = self.programme_keys()? {
            identities.extend(programme.import.into_values());
            identities.push(programme.rescue);
        }
        Ok(identities)
    }

    /// Takes in the bundle at `path`; puts one that is refused aside in `quarantine`. When it says that the
    /// bundle was accepted, everything is on the disk.
    ///
    /// # Errors
    /// Nobody is trusted yet; it is no file, or cannot be read; the disk. A bundle that is refused is none.
    pub fn receive(&mut self, path: &Path, quarantine: &Path, now: Now) -> Result<Received, Error> {
        let trust = self.trust()?.ok_or(Error::NoTrust)?;
        let identities = self.identities()?;
        let ledger = self.bundle_ledger()?;
        let reader = Reader { identities: &identities, trust: Some(&trust), ledger: Some(&ledger) };
        // A pipe that nobody writes to would hold the station for ever.
        if !std::fs::metadata(path).map_err(Error::medium(path))?.is_file() {
            return Err(Error::NotAnOrdinaryFile { path: path.to_owned() });
        }
        let mut file = File::open(path).map_err(Error::medium(path))?;
        let (mut seen, mut gathered) = self.gather(&file, &reader, COLLECTED_BYTES);
        if is_from_centre(&seen) && seen.verdict() == Verdict::Accepted && self.programme_keys()?.is_some() {
            // Its rescue key opens what the centre wrote to others.
            seen.code = Code::NotAddressed;
            return Ok(Received::refused(seen, None));
        }
        self.judge(&mut seen);
        if seen.code == Code::Fork {
            self.freeze(&seen)?;
        }
        if seen.verdict() != Verdict::Accepted {
            let aside = put_aside(&seen, path, quarantine)?;
            return Ok(Received::refused(seen, aside));
        }
        if gathered.is_too_long {
            // It was verified without being kept: now it may take the memory that it needs.
            file.rewind().map_err(Error::medium(path))?;
            let (again, whole) = self.gather(&file, &reader, usize::MAX);
            if again.manifest_digest != seen.manifest_digest || again.verdict() != Verdict::Accepted {
                return Err(Error::BundleChanged);
            }
            gathered = whole;
        }
        let Gathered { entries, known, carriers, .. } = gathered;
        let parts = seen.manifest.iter().flat_map(|manifest| &manifest.parts);
        let has_attachments = parts.into_iter().any(|part| part.name.starts_with(BLOBS));
        let attachments_new = if !has_attachments {
            0
        } else {
            file.rewind().map_err(Error::medium(path))?;
            self.store.make_keys(entries.iter().filter_map(|entry| entry.header.person))?;
            self.take_attachments(&mut BufReader::new(&file), &reader, &carriers)?
        };
        let receipt = self.take_whole(&seen, &entries, now)?;
        let mut people: Vec<PersonId> = entries.iter().filter_map(|entry| entry.header.person).collect();
        people.sort_unstable();
        people.dedup();
        Ok(Received {
            seen,
            entries_new: entries.len() as u64,
            entries_known: known,
            attachments_new,
            receipt,
            quarantined: None,
            people,
        })
    }

    /// Judges what only this store can: whether the centre speaks for itself, and of one history.
    fn judge(&self, seen: &mut Inspection) {
        let Some(manifest) = seen.manifest.as_ref().filter(|_| seen.verdict() == Verdict::Accepted) else {
            return;
        };
        if is_from_centre(seen) && !self.is_written_for_this(manifest) {
            seen.code = Code::ForeignJournal;
        } else if !self.is_of_one_history(manifest) {
            seen.code = Code::Fork;
        }
    }

    /// Writes what a bundle that was accepted brought, then what follows of it; gives the receipt that it brought.
    fn take_whole(&mut self, seen: &Inspection, entries: &[Entry], now: Now) -> Result<Option<Ack>, Error> {
        let mut receipt = None;
        if let Some(manifest) = &seen.manifest {
            let is_return = is_from_centre(seen);
            let of = if is_return { self.store.station() } else { manifest.from };
            let lives: Vec<Life> = manifest.lives.iter().filter(|it| it.station == of).copied().collect();
            self.learn_lives(&lives)?;
            self.take_in(entries)?;
            if let Some(sender) = &seen.sender {
                receipt = self.take_answer(manifest, sender.role, now)?;
            }
        }
        self.note_taken(&TakenLine::of(seen, now))?;
        self.finish_erasing_of_others();
        if self.programme_keys()?.is_none() {
            self.hand_over(now)?;
        }
        Ok(receipt)
    }

    /// Whether what the centre sends is what it wrote for this station, or what this one wrote in a life
    /// before: it speaks in nobody else's name.
    fn is_written_for_this(&self, manifest: &Manifest) -> bool {
        let (own, present) = (self.store.station(), self.store.journal());
        let journal = return_journal(manifest.from, own);
        let is_of_past = |it: StationId| it != present && manifest.journals_of(own).any(|own| own == it);
        manifest.journals.iter().all(|stretch| stretch.station == journal || is_of_past(stretch.station))
    }

    /// Reads a bundle, and gathers what is new of it as far as there is room.
    fn gather(&self, file: &File, reader: &Reader<'_>, room: usize) -> (Inspection, Gathered) {
        let mut gathering = Gathering { store: &self.store, gathered: Gathered::default(), room };
        let seen = read_bundle(&mut BufReader::new(file), reader, &mut gathering);
        (seen, gathering.gathered)
    }

    /// Takes in bundles, and those of folders, in whatever order they come: one that waits for another is
    /// tried again once that one is in.
    ///
    /// # Errors
    /// Those of [`Session::receive`]; what was taken in before stays.
    pub fn receive_all(
        &mut self,
        given: &[PathBuf],
        quarantine: &Path,
        now: Now,
    ) -> Result<Vec<(PathBuf, Received)>, Error> {
        let found = given.iter().map(|path| bundles_at(path)).collect::<Result<Vec<_>, _>>()?;
        let (mut waiting, mut done) = (found.concat(), Vec::new());
        loop {
            let (before, mut still) = (waiting.len(), Vec::new());
            for path in waiting {
                let received = self.receive(&path, quarantine, now)?;
                let is_early = received.seen.verdict() == Verdict::Gap;
                if is_early { still.push((path, received)) } else { done.push((path, received)) }
            }
            if still.is_empty() || still.len() == before {
                done.extend(still);
                return Ok(done);
            }
            waiting = still.into_iter().map(|(path, _)| path).collect();
        }
    }

    /// Seals the attachments of a bundle that was verified, reading it once more.
    fn take_attachments(
        &mut self,
        input: &mut dyn Read,
        reader: &Reader<'_>,
        carriers: &HashMap<Digest, PersonId>,
    ) -> Result<u64, Error> {
        let mut sealing = Sealing { session: self, carriers, open: None, new: 0, failed: None };
        let seen = read_bundle(input, reader, &mut sealing);
        sealing.close();
        match sealing.failed {
            Some(error) => Err(error),
            // It was whole a moment ago.
            None if seen.verdict() != Verdict::Accepted => Err(Error::BundleChanged),
            None => Ok(sealing.new),
        }
    }
}

/// Whether a file has the name of a bundle: what it is, reading it tells.
pub fn is_named_as_bundle(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "age")
}

fn bundles_at(given: &Path) -> Result<Vec<PathBuf>, Error> {
    if !given.is_dir() {
        return Ok(vec![given.to_owned()]);
    }
    let listed = std::fs::read_dir(given).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let entries = listed.map_err(Error::medium(given))?;
    let paths = entries.into_iter().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| is_named_as_bundle(path) && path.is_file()).collect();
    paths.sort();
    Ok(paths)
}

/// Whether the centre sent it.
fn is_from_centre(seen: &Inspection) -> bool {
    seen.sender.as_ref().is_some_and(|it| it.role == SenderRole::Centre)
}

/// Whether a refused bundle is worth a look: it opened, or was altered on its way.
fn is_worth_a_look(seen: &Inspection) -> bool {
    match seen.verdict() {
        Verdict::Fork | Verdict::Revoked | Verdict::BadSignature | Verdict::Newer => true,
        Verdict::Malformed => !seen.recipient_kinds.is_empty(),
        Verdict::Accepted
        | Verdict::Already
        | Verdict::Gap
        | Verdict::Late
        | Verdict::NotForUs
        | Verdict::Unreadable => false,
    }
}

/// Keeps a copy of a refused bundle that is worth a look.
fn put_aside(seen: &Inspection, path: &Path, quarantine: &Path) -> Result<Option<PathBuf>, Error> {
    if !is_worth_a_look(seen) {
        return Ok(None);
    }
    let medium = Error::medium(quarantine);
    if !quarantine.exists() {
        DirBuilder::new().recursive(true).mode(0o700).create(quarantine).map_err(&medium)?;
    }
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let target = quarantine.join(format!("{name}.{}.age", seen.code.code()));
    let open = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&target);
    let mut copy = match open {
        // The same one was put aside before.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(Some(target)),
        other => other.map_err(Error::medium(&target))?,
    };
    let source = File::open(path).map_err(Error::medium(path))?;
    let copied = io::copy(&mut source.take(limit::TOTAL), &mut copy).and_then(|_| copy.sync_all());
    if let Err(error) = copied {
        let _taken_away = std::fs::remove_file(&target);
        return Err(Error::medium(&target)(error));
    }
    Ok(Some(target))
}
