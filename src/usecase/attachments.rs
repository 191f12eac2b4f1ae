//! Files kept with pieces of evidence: taken from where the user says, sealed, and given back where
//! they say. Jalon never opens nor runs one: it looks at the first bytes, and at nothing else.

use std::collections::BTreeMap;
use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Cursor, Read as _, Write as _};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::Path;

use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;
use secrecy::zeroize::Zeroizing;

use super::error::Error;
use super::import::files::at_home;
use super::outcome::Patch;
use super::request::{Change, Save};
use super::session::Session;
use crate::domain::body::Body;
use crate::domain::evidence::{Attachment, AttachmentKind, Evidence, LARGEST_ATTACHMENT_BYTES};
use crate::domain::file::EntryId;
use crate::domain::id::{ObjectId, PersonId, StationId, from_hex};
use crate::domain::now::Now;
use crate::domain::text::{Lines, cleaned};
use crate::journal::entry::Digest;
use crate::journal::payload::Said;
use crate::store::AttachmentBytes;

/// Bytes by which the kind of a file is told.
const SNIFFED_BYTES: usize = 8 * 1024;
/// Most characters of a name that are kept.
const LONGEST_NAME: usize = 120;

/// A piece of evidence and the file to keep with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attaching {
    /// Whose file.
    pub person: PersonId,
    /// The thing, and the version of it that was shown; `None` makes a new one.
    pub replaces: Option<(ObjectId, EntryId)>,
    /// The document; whatever was attached to it before gives way.
    pub evidence: Evidence,
    /// Where the file is; `~` is the home folder.
    pub path: String,
}

/// The attachments of entries on their way to a bundle.
pub(super) struct Travelling {
    pub(super) whole: Vec<(Digest, AttachmentBytes)>,
    /// How many stay behind: they are damaged or gone.
    pub(super) left_out: u64,
}

impl Session {
    /// Seals a file and saves the piece of evidence that it is kept with. When this returns, both are
    /// on the disk; after a cut before, neither is.
    ///
    /// # Errors
    /// What is named is no ordinary file, is empty, too large, of no kind that is kept, or changed
    /// while it was read; those of [`Session::save`].
    pub fn attach(&mut self, attaching: Attaching, now: Now) -> Result<Patch, Error> {
        self.file(attaching.person)?;
        let path = at_home(attaching.path.trim());
        let attachment = self.seal_file(attaching.person, Path::new(&path))?;
        let body = Body::Evidence(Evidence { attachment: Some(attachment), ..attaching.evidence });
        let person = Some(attaching.person);
        let change = Change { person, replaces: attaching.replaces, body: Some(body) };
        self.save(Save { changes: vec![change], draft: None, confirmed: true }, now)
    }

    /// Writes the file of a piece of evidence to a new file `to` (mode 0600), and says what it is.
    ///
    /// # Errors
    /// There is none; `to` exists or cannot be written; the file is damaged. Nothing is left at `to`
    /// then.
    pub fn extract(&self, person: PersonId, evidence: ObjectId, to: &Path) -> Result<Attachment, Error> {
        let file = self.file(person)?;
        let found = file.evidence.iter().find(|it| it.id == evidence).ok_or(Error::NoSuchAttachment)?;
        let attachment = found.value.attachment.clone().ok_or(Error::NoSuchAttachment)?;
        let sha256 = digest_of(&attachment).ok_or(Error::NoSuchAttachment)?;
        // The whole of it is good before the first byte is written.
        self.store.check_attachment(person, sha256)?;
        let mut bytes = self.store.attachment(person, sha256)?;
        let medium = Error::medium(to);
        let mut out =
            OpenOptions::new().write(true).create_new(true).mode(0o600).open(to).map_err(&medium)?;
        let written = copy(&mut bytes, &mut out).and_then(|()| out.sync_all());
        if let Err(error) = written {
            let _taken_away = std::fs::remove_file(to);
            return Err(medium(error));
        }
        Ok(attachment)
    }

    /// The attachments that the entries of a journal after `after` speak of, the damaged ones counted.
    pub(super) fn attachments_after(
        &mut self,
        known: &BTreeMap<StationId, u64>,
    ) -> Result<Travelling, Error> {
        let mut named = Vec::new();
        let lacking = known.iter().flat_map(|(station, known)| {
            let to = self.store.head_of(*station).sequence;
            (known + 1..=to).map(|sequence| EntryId { station: *station, sequence })
        });
        for id in lacking {
            let Ok((entry, payload)) = self.said(id) else { continue };
            if let (Some(person), Said::Is(Body::Evidence(Evidence { attachment: Some(it), .. }))) =
                (entry.header.person, payload.said)
            {
                named.extend(digest_of(&it).map(|sha256| (person, sha256)));
            }
        }
        named.sort_unstable_by_key(|(person, sha256)| (sha256.0, *person));
        named.dedup_by_key(|(_, sha256)| sha256.0);
        let mut travelling = Travelling { whole: Vec::new(), left_out: 0 };
        for (person, sha256) in named {
            // What is damaged must not keep everything else from the team.
            match self
                .store
                .check_attachment(person, sha256)
                .and_then(|_| self.store.attachment(person, sha256))
            {
                Ok(bytes) => travelling.whole.push((sha256, bytes)),
                Err(_) => travelling.left_out += 1,
            }
        }
        Ok(travelling)
    }

    fn seal_file(&mut self, person: PersonId, path: &Path) -> Result<Attachment, Error> {
        let (mut file, before) = open_ordinary(path)?;
        let mut start = Zeroizing::new(Vec::with_capacity(SNIFFED_BYTES));
        (&mut file).take(SNIFFED_BYTES as u64).read_to_end(&mut start).map_err(Error::medium(path))?;
        let kind =
            AttachmentKind::sniffed(&start).ok_or_else(|| Error::AttachmentKind { path: path.to_owned() })?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let name = cleaned(&name, Lines::One).chars().take(LONGEST_NAME).collect();
        // The source is read once: what was looked at is what is sealed.
        let mut source = Cursor::new(start.as_slice()).chain((&file).take(LARGEST_ATTACHMENT_BYTES + 1));
        let mut read = 0;
        let sealed = self.store.put_attachment(person, |buffer| {
            let more = source.read(buffer).map_err(Error::medium(path))?;
            read += more as u64;
            if read > before.len() { Err(changed(path)) } else { Ok(more) }
        })?;
        let after = file.metadata().map_err(Error::medium(path))?;
        let stamp = |found: &Metadata| (found.len(), found.mtime(), found.mtime_nsec());
        if sealed.size != before.len() || stamp(&before) != stamp(&after) {
            return Err(changed(path));
        }
        Ok(Attachment { name, kind, size: sealed.size, sha256: sealed.sha256.to_string() })
    }
}

/// Whether a file has the name of one that may be attached: what it is, its bytes will tell.
pub fn may_be_attached(path: &Path) -> bool {
    const ENDINGS: [&str; 7] = ["pdf", "jpg", "jpeg", "png", "tif", "tiff", "txt"];
    let ending = path.extension().map(|it| it.to_string_lossy().to_lowercase());
    ending.is_some_and(|it| ENDINGS.contains(&it.as_str()))
}

/// Opens a file that is an ordinary one: no folder, device, pipe or link, not empty, not too large.
fn open_ordinary(path: &Path) -> Result<(File, Metadata), Error> {
    let refused = || Error::NotAnOrdinaryFile { path: path.to_owned() };
    // Without waiting: a pipe that nobody writes to would hold the station for ever.
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let file: File = match rustix::fs::open(path, flags, Mode::empty()) {
        Ok(file) => file.into(),
        Err(Errno::LOOP | Errno::NXIO | Errno::NODEV) => return Err(refused()),
        Err(error) => return Err(Error::medium(path)(error.into())),
    };
    let found = file.metadata().map_err(Error::medium(path))?;
    if !found.is_file() {
        return Err(refused());
    }
    if found.len() == 0 {
        return Err(Error::AttachmentEmpty { path: path.to_owned() });
    }
    if found.len() > LARGEST_ATTACHMENT_BYTES {
        let limit_mib = LARGEST_ATTACHMENT_BYTES >> 20;
        return Err(Error::FileTooLarge { path: path.to_owned(), limit_mib });
    }
    Ok((file, found))
}

fn changed(path: &Path) -> Error {
    Error::AttachmentChanged { path: path.to_owned() }
}

fn digest_of(attachment: &Attachment) -> Option<Digest> {
    from_hex(&attachment.sha256).map(Digest)
}

fn copy(bytes: &mut AttachmentBytes, out: &mut File) -> io::Result<()> {
    let mut buffer = Zeroizing::new(vec![0; 64 * 1024]);
    loop {
        match bytes.read(&mut buffer)? {
            0 => return Ok(()),
            read => out.write_all(&buffer[..read])?,
        }
    }
}
