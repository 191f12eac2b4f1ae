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

use zeroize::Zeroizing;

use super::error::Error;
use super::session::Session;
use super::taken::TakenLine;
use crate::domain::body::Body;
use crate::domain::evidence::Evidence;
use crate::domain::id::{PersonId, from_hex};
use crate::domain::now::Now;
use crate::exchange::bundle::code::{Code, Verdict};
use crate::exchange::bundle::limit;
use crate::exchange::bundle::manifest::Ack;
use crate::exchange::bundle::read::{Inspection, Reader, Visitor, read_bundle};
use crate::exchange::recipient::Identity;
use crate::exchange::return_journal::return_journal;
use crate::exchange::trust::SenderRole;
use crate::journal::entry::{Digest, Entry};
use crate::journal::payload::{self, Said};
use crate::store::Store;

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
        let from_centre = seen.sender.as_ref().is_some_and(|it| it.role == SenderRole::Centre);
        if from_centre && seen.verdict() == Verdict::Accepted && self.programme_keys()?.is_some() {
            // Its rescue key opens what the centre wrote to others.
            seen.code = Code::NotAddressed;
            return Ok(Received::refused(seen, None));
        }
        if from_centre && seen.verdict() == Verdict::Accepted && !self.is_written_for_this(&seen) {
            seen.code = Code::ForeignJournal;
        }
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
        self.take_in(&entries)?;
        let receipt = match (&seen.manifest, &seen.sender) {
            (Some(manifest), Some(sender)) => self.take_answer(manifest, sender.role, now)?,
            (Some(_) | None, _) => None,
        };
        self.note_taken(&TakenLine::of(&seen, now))?;
        self.finish_erasing_of_others();
        if self.programme_keys()?.is_none() {
            self.hand_over(now)?;
        }
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

    /// Whether what the centre sends is what it wrote for this station: it speaks in nobody else's name.
    fn is_written_for_this(&self, seen: &Inspection) -> bool {
        let Some(manifest) = &seen.manifest else { return false };
        let journal = return_journal(manifest.from, self.store.station());
        manifest.journals.iter().all(|stretch| stretch.station == journal)
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

/// What is new of a bundle.
#[derive(Default)]
struct Gathered {
    entries: Vec<Entry>,
    known: u64,
    /// Whose file speaks of each attachment.
    carriers: HashMap<Digest, PersonId>,
    /// Whether there was no room for all of it: nothing is gathered then.
    is_too_long: bool,
}

/// Gathers what is new of the entries while they are verified.
struct Gathering<'a> {
    store: &'a Store,
    gathered: Gathered,
    /// Bytes that may still be gathered.
    room: usize,
}

impl Visitor for Gathering<'_> {
    fn entry(&mut self, mut entry: Entry) {
        if self.gathered.is_too_long {
            return;
        }
        let bytes = entry.header_bytes.len() + entry.payload.as_ref().map_or(0, Vec::len);
        let Some(room) = self.room.checked_sub(bytes) else {
            self.gathered = Gathered { is_too_long: true, ..Gathered::default() };
            return;
        };
        self.room = room;
        let header = &entry.header;
        if let (Some(person), Some(digest)) = (header.person, attachment_of(&entry)) {
            self.gathered.carriers.insert(digest, person);
        }
        if header.sequence <= self.store.head_of(header.station).sequence {
            self.gathered.known += 1;
            return;
        }
        // Whoever was erased here stays so, whatever another station still has.
        if header.person.is_some_and(|person| self.store.is_erased(person)) {
            entry.payload = None;
        }
        self.gathered.entries.push(entry);
    }

    fn blob(&mut self, _sha256: &Digest, _bytes: &[u8]) {}
}

fn attachment_of(entry: &Entry) -> Option<Digest> {
    match payload::of(entry)?.said {
        Said::Is(Body::Evidence(Evidence { attachment: Some(it), .. })) => from_hex(&it.sha256).map(Digest),
        Said::Is(_) | Said::Withdrawn | Said::Unknown => None,
    }
}

/// Seals attachments one by one, as they come out of the bundle.
struct Sealing<'a> {
    session: &'a mut Session,
    carriers: &'a HashMap<Digest, PersonId>,
    open: Option<(Digest, Zeroizing<Vec<u8>>)>,
    new: u64,
    failed: Option<Error>,
}

impl Sealing<'_> {
    fn close(&mut self) {
        let Some((digest, bytes)) = self.open.take() else { return };
        // One that no entry speaks of belongs to nobody: there is no key to seal it with.
        let Some(person) = self.carriers.get(&digest).copied().filter(|_| self.failed.is_none()) else {
            return;
        };
        let store = &mut self.session.store;
        if store.is_erased(person) || store.attachment(person, digest).is_ok() {
            return;
        }
        let mut rest = bytes.as_slice();
        let sealed =
            store.put_attachment(person, |buffer| rest.read(buffer).map_err(Error::medium(Path::new(""))));
        match sealed {
            Ok(_) => self.new += 1,
            Err(error) => self.failed = Some(error),
        }
    }
}

impl Visitor for Sealing<'_> {
    fn entry(&mut self, _entry: Entry) {}

    fn blob(&mut self, sha256: &Digest, bytes: &[u8]) {
        if self.open.as_ref().is_none_or(|(open, _)| open != sha256) {
            self.close();
            self.open = Some((*sha256, Zeroizing::new(Vec::new())));
        }
        if let Some((_, gathered)) = &mut self.open {
            gathered.extend_from_slice(bytes);
        }
    }
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
