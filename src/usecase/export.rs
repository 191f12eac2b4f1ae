//! Writing the bundle: whole, on the disk, read again, or not at all.

use std::collections::{BTreeMap, VecDeque};
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Read as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, RenameFlags, renameat_with};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::error::Error;
use super::returning::Acknowledged;
use super::session::Session;
use crate::domain::codes::StationRole;
use crate::domain::id::{EpochId, StationId};
use crate::domain::now::Now;
use crate::exchange::bundle::contents::{Attachment, CannotCarry, Contents};
use crate::exchange::bundle::name::file_name;
use crate::exchange::bundle::write::{CannotWrite, Cover, Written, write_bundle};
use crate::exchange::recipient::Recipient;
use crate::journal::entry::{Digest, Head};

/// Name of the line of the ledger that says what was sent last.
const SENT: &str = "sent";

/// What was sent last, in one life of the store.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Sent {
    epoch: EpochId,
    seq: u64,
    manifest: Digest,
    to: u64,
}

/// A bundle that is on the disk and was read again.
#[derive(Debug, Clone)]
pub struct Export {
    /// Where it is.
    pub path: PathBuf,
    /// Its number.
    pub seq: u64,
    /// Number of its first entry.
    pub from: u64,
    /// Number of its last entry; one less than `from` when nothing is new.
    pub to: u64,
    /// How many entries.
    pub entries: u64,
    /// Bytes of the file.
    pub size: u64,
    /// How many attachments.
    pub attachments: u64,
    /// How many of those stay behind, damaged or gone.
    pub left_out: u64,
    /// Whose keys open it.
    pub recipients: Vec<Recipient>,
}

impl Session {
    /// How many entries no bundle has carried yet; on the team's station, no return.
    pub fn unsent(&self) -> u64 {
        if self.store.role() == StationRole::Team {
            return self.untold();
        }
        let Ok(epoch) = self.known_epoch() else { return 0 };
        let sent = self.last_sent().ok().flatten().filter(|sent| Some(sent.epoch) == epoch);
        // Of a life before, what the team has is known once it says so; the next bundle tells it.
        let sent = sent.map_or(0, |sent| sent.to);
        self.store.head().sequence.saturating_sub(sent)
    }

    /// Writes the next bundle into `folder`: the journal and its attachments from entry `since`, or from
    /// what follows the last one that the team acknowledged.
    ///
    /// # Errors
    /// No key of the team is known; the folder cannot be written; the copy reads otherwise than
    /// it was written; the store's. No file is left then.
    pub fn export(&mut self, folder: &Path, since: Option<u64>, now: Now) -> Result<Export, Error> {
        let trust = self.trust()?.ok_or(Error::NoTrust)?;
        let recipients = trust.bundle_recipients(now.today);
        self.hand_over(now)?;
        let keys = self.keys()?;
        let epoch = self.epoch()?;
        let before = self.last_sent()?.filter(|sent| sent.epoch == epoch);
        let acked = self.acknowledged()?.filter(|it| it.ack.epoch == epoch && since.is_none());
        let base = acked.as_ref().map_or(0, |it| it.ack.seq);
        let known = self.known_to_team(acked, since);
        let cover = Cover {
            from: self.store.station(),
            epoch,
            seq: before.as_ref().map_or(1, |sent| sent.seq + 1),
            base,
            prev: before.map_or(Digest::ZERO, |sent| sent.manifest),
            generation: self.store.epoch(),
        };
        let from = known[&self.store.journal()] + 1;
        let mut travelling = self.attachments_after(&known)?;
        let mut contents = self.contents(&known)?;
        contents.answer(self.receipts_of_returns()?, Vec::new());
        for (sha256, bytes) in &mut travelling.whole {
            contents.attach(Attachment { sha256: *sha256, size: bytes.size(), bytes });
        }
        let part = Part::write(&folder.join(file_name(cover.from, cover.generation, cover.seq)), |out| {
            write_bundle(out, contents, &cover, &keys.signing, &recipients, now)
        })?;
        let written = part.written.clone();
        let to = self.store.head().sequence;
        let sent = Sent { epoch, seq: cover.seq, manifest: written.manifest_digest, to };
        let line = serde_json::to_vec(&sent).expect("a line of the ledger has string keys");
        // The number is used up before the file can be sent: a cut between the two leaves a gap,
        // which the next bundle heals, and never two bundles of one number.
        self.store.put_ledger(SENT, &line)?;
        let path = part.publish()?;
        let entries = written.manifest.entries;
        let (attachments, left_out) = (travelling.whole.len() as u64, travelling.left_out);
        Ok(Export {
            path,
            seq: cover.seq,
            from,
            to,
            entries,
            size: written.size,
            attachments,
            left_out,
            recipients,
        })
    }

    /// Up to which entry the team has each of this station's journals; `since` says it of the present one.
    pub(super) fn known_to_team(
        &self,
        acked: Option<Acknowledged>,
        since: Option<u64>,
    ) -> BTreeMap<StationId, u64> {
        let (own, present) = (self.store.station(), self.store.journal());
        let heads = acked.map(|it| it.heads(present)).unwrap_or_default();
        let known = |journal: StationId| match since.filter(|_| journal == present) {
            Some(since) => since.saturating_sub(1),
            None => heads.get(&journal).copied().unwrap_or_default(),
        };
        let journals = self.fold.journals().journals_of(own).into_iter();
        // It may have more of a life before than this store has.
        journals.map(|it| (it, known(it).min(self.store.head_of(it).sequence))).collect()
    }

    /// What the team lacks of each journal, and where each ends here, even if it lacks nothing of it: of a life
    /// before, it may have more.
    fn contents<'a>(&mut self, known: &BTreeMap<StationId, u64>) -> Result<Contents<'a>, Error> {
        let mut contents = Contents::new();
        contents.speak_of(self.lives_of(self.store.station()));
        let heads = known.iter().map(|(journal, known)| Ok((*journal, self.head_at(*journal, *known)?)));
        let mut to_begin: VecDeque<(StationId, Head)> = heads.collect::<Result<_, Error>>()?;
        let mut refused = Ok(());
        // Journals come in the order of their identities, here and there.
        self.store.visit(|entry| {
            let header = &entry.header;
            let is_lacking = known.get(&header.station).is_some_and(|known| header.sequence > *known);
            if is_lacking && refused.is_ok() {
                refused = begin(&mut contents, &mut to_begin, Some(header.station))
                    .and_then(|()| contents.push(&entry));
            }
        })?;
        refused.and_then(|()| begin(&mut contents, &mut to_begin, None)).map_err(Error::Carry)?;
        Ok(contents)
    }

    /// Number of the bundle written last, and of the last entry that it carried; none yet on a station that
    /// has sent nothing in this life of its store.
    ///
    /// # Errors
    /// The store's.
    pub fn last_export(&self) -> Result<Option<(u64, u64)>, Error> {
        let epoch = self.known_epoch()?;
        Ok(self.last_sent()?.filter(|sent| Some(sent.epoch) == epoch).map(|sent| (sent.seq, sent.to)))
    }

    fn last_sent(&self) -> Result<Option<Sent>, Error> {
        let line = self.store.ledger(SENT)?;
        Ok(line.and_then(|line| serde_json::from_slice(&line).ok()))
    }
}

/// Begins the stretches of the journals up to `last`, or of all that are left.
fn begin(
    contents: &mut Contents<'_>,
    to_begin: &mut VecDeque<(StationId, Head)>,
    last: Option<StationId>,
) -> Result<(), CannotCarry> {
    while let Some((journal, known)) = to_begin.front().filter(|next| last.is_none_or(|last| next.0 <= last))
    {
        contents.begin(*journal, *known)?;
        to_begin.pop_front();
    }
    Ok(())
}

/// A bundle under another name: whole, on the disk, read again. Dropped unpublished, it is taken
/// away.
pub(super) struct Part {
    path: PathBuf,
    target: PathBuf,
    pub(super) written: Written,
}

impl Part {
    pub(super) fn write(
        target: &Path,
        write: impl FnOnce(&mut BufWriter<&File>) -> Result<Written, CannotWrite>,
    ) -> Result<Self, Error> {
        let failed = failed_in(target);
        // A link is there too, wherever it leads.
        if target.symlink_metadata().is_ok() {
            return Err(Error::medium(target)(io::ErrorKind::AlreadyExists.into()));
        }
        let path = target.with_extension("part");
        // A part that was left by a cut is of no use to anyone.
        let _left_over = std::fs::remove_file(&path);
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path);
        let file = file.map_err(|error| failed(error.into()))?;
        let filled = fill(&file, write)
            .and_then(|written| Ok((reads_the_same(&path, &written)?, written)))
            .map_err(&failed);
        match filled {
            Ok((true, written)) => Ok(Self { path, target: target.to_owned(), written }),
            Ok((false, _)) => {
                let _taken_away = std::fs::remove_file(&path);
                Err(Error::CopyDiffers)
            }
            Err(error) => {
                let _taken_away = std::fs::remove_file(&path);
                Err(error)
            }
        }
    }

    pub(super) fn publish(self) -> Result<PathBuf, Error> {
        let target = self.target.clone();
        let renamed = renameat_with(CWD, &self.path, CWD, &target, RenameFlags::NOREPLACE);
        let kept = renamed.map_err(io::Error::from).and_then(|()| File::open(folder_of(&target))?.sync_all());
        kept.map_err(|error| failed_in(&target)(error.into()))?;
        Ok(target)
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        let _gone_once_published = std::fs::remove_file(&self.path);
    }
}

fn folder_of(target: &Path) -> &Path {
    target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// What the medium says is said of the folder: the user named it, and no file is left in it.
fn failed_in(target: &Path) -> impl Fn(CannotWrite) -> Error {
    let folder = folder_of(target);
    move |error| match error {
        CannotWrite::Medium(source) => Error::medium(folder)(source),
        refusal => Error::Bundle(refusal),
    }
}

fn fill(
    file: &File,
    write: impl FnOnce(&mut BufWriter<&File>) -> Result<Written, CannotWrite>,
) -> Result<Written, CannotWrite> {
    let mut out = BufWriter::new(file);
    let written = write(&mut out)?;
    out.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.sync_all()?;
    Ok(written)
}

/// Media lie: what was written is read again before anybody is told that it is there.
fn reads_the_same(path: &Path, written: &Written) -> io::Result<bool> {
    let mut file = File::open(path)?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    let mut size = 0;
    loop {
        match file.read(&mut buffer)? {
            0 => break,
            read => {
                hash.update(&buffer[..read]);
                size += read as u64;
            }
        }
    }
    Ok(size == written.size && <[u8; 32]>::from(hash.finalize()) == written.sha256.0)
}
