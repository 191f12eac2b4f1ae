//! Attachments: one sealed file each, under a key that derives from the person's, named by a keyed
//! digest. Whatever their size, a quarter of a mebibyte of them is in memory at a time.
//!
//! ```text
//! magic 8 | nonce 16 | sealed chunks, all of one length but the last | closing: sealed length
//! ```
//! A chunk binds the nonce and its rank, the closing binds how many there are and the digest of all
//! that they hide: one that was cut, renamed or exchanged does not open, and never gives other bytes.
//! Nothing here knows what the bytes are, and nothing in plain ever touches the disk.

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::Store;
use super::error::{Error, On as _};
use super::files::Files;
use super::keyring::PersonKey;
use super::small::{PART, folder_of, remove_if_there};
use crate::crypto::{Key, SEALING_BYTES, open, random_bytes, seal};
use crate::domain::id::{PersonId, to_hex};
use crate::journal::entry::Digest;

/// Starts every file.
const MAGIC: &[u8; 8] = b"JalonBl1";
/// Bytes before the first chunk.
const START: usize = 24;
/// Most plain bytes of a chunk.
const CHUNK: usize = 256 * 1024;
/// Bytes of the closing.
const CLOSING: usize = SEALING_BYTES + 8;

/// An attachment that is on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sealed {
    /// SHA-256 of its bytes.
    pub sha256: Digest,
    /// How many there are.
    pub size: u64,
}

/// What ties the chunks of one file together.
struct Bond<'a> {
    store: &'a Store,
    person: PersonId,
    nonce: [u8; 16],
}

impl Bond<'_> {
    fn chunk(&self, rank: u64) -> Vec<u8> {
        self.store.keys.context("blob/1", &[&self.person.0, &self.nonce, &rank.to_be_bytes()])
    }

    fn closing(&self, chunks: u64, sha256: Digest) -> Vec<u8> {
        let place: [&[u8]; 4] = [&self.person.0, &self.nonce, &chunks.to_be_bytes(), &sha256.0];
        self.store.keys.context("blob-end/1", &place)
    }
}

impl Store {
    /// Seals what `next` gives, a buffer at a time until it gives nothing, as an attachment of
    /// `person`, durably when this returns. The same bytes twice are kept once.
    ///
    /// # Errors
    /// Those of `next`, those of the disk, and [`Error::Erased`] when the person has no key. Nothing
    /// is left then.
    pub fn put_attachment<E: From<Error>>(
        &mut self,
        person: PersonId,
        next: impl FnMut(&mut [u8]) -> Result<usize, E>,
    ) -> Result<Sealed, E> {
        let part =
            self.place.blobs().join(format!("{}{PART}", to_hex(&random_bytes::<8>().map_err(Error::from)?)));
        let written = self.write_attachment(person, &part, next).and_then(|sealed| {
            let path = self.attachment_path(person, sealed.sha256);
            let files = &*self.ground.files;
            files.rename(&part, &path).on(&path)?;
            files.sync_folder(folder_of(&path)).on(&path)?;
            Ok(sealed)
        });
        if written.is_err() {
            // The error says what happened; what is left is removed at the next opening.
            let _swept_later = remove_if_there(&*self.ground.files, &part);
        }
        written
    }

    fn write_attachment<E: From<Error>>(
        &self,
        person: PersonId,
        part: &Path,
        mut next: impl FnMut(&mut [u8]) -> Result<usize, E>,
    ) -> Result<Sealed, E> {
        let key = self.attachment_key(person)?;
        let bond = Bond { store: self, person, nonce: random_bytes().map_err(Error::from)? };
        let mut file = self.ground.files.create(part).on(part)?;
        let mut append = |bytes: &[u8]| file.append(bytes).needing(bytes.len(), part);
        append(&[MAGIC.as_slice(), &bond.nonce].concat())?;
        let mut buffer = zeroize::Zeroizing::new(vec![0; CHUNK]);
        let (mut hash, mut size, mut rank) = (Sha256::new(), 0_u64, 0_u64);
        loop {
            let filled = fill(&mut buffer, &mut next)?;
            if filled == 0 {
                break;
            }
            let plain = &buffer[..filled];
            hash.update(plain);
            append(&seal(&key, &bond.chunk(rank), plain).map_err(Error::from)?)?;
            (size, rank) = (size + filled as u64, rank + 1);
            if filled < CHUNK {
                break;
            }
        }
        let sha256 = Digest(hash.finalize().into());
        let closing = seal(&key, &bond.closing(rank, sha256), &size.to_be_bytes()).map_err(Error::from)?;
        append(&closing)?;
        file.sync().needing(CHUNK, part)?;
        Ok(Sealed { sha256, size })
    }

    /// Opens an attachment, to be read from its beginning.
    ///
    /// # Errors
    /// [`Error::AttachmentMissing`], [`Error::AttachmentDamaged`] when it was cut, renamed or
    /// exchanged; those of the disk, and [`Error::Erased`]. Bytes damaged within are found when they
    /// are read.
    pub fn attachment(&self, person: PersonId, sha256: Digest) -> Result<AttachmentBytes, Error> {
        let path = self.attachment_path(person, sha256);
        let files = &self.ground.files;
        let length = match std::fs::symlink_metadata(&path) {
            Ok(found) if found.is_file() => found.len(),
            Ok(_) => return Err(Error::AttachmentDamaged { path }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(Error::AttachmentMissing { path });
            }
            Err(error) => return Err(Error::from_io(error, &path, 0)),
        };
        let key = self.attachment_key(person)?;
        let damaged = || Error::AttachmentDamaged { path: path.clone() };
        let end = length.checked_sub((START + CLOSING) as u64).ok_or_else(damaged)? + START as u64;
        let start = files.read_at(&path, 0, START).on(&path)?;
        let nonce = start.strip_prefix(MAGIC).and_then(|nonce| nonce.try_into().ok()).ok_or_else(damaged)?;
        let bond = Bond { store: self, person, nonce };
        let chunks = (end - START as u64).div_ceil((CHUNK + SEALING_BYTES) as u64);
        let closing = files.read_at(&path, end, CLOSING).on(&path)?;
        let size = open(&key, &bond.closing(chunks, sha256), &closing).map_err(|_| damaged())?;
        let size = <[u8; 8]>::try_from(size.as_slice()).map_err(|_| damaged())?;
        Ok(AttachmentBytes {
            files: files.clone(),
            size: u64::from_be_bytes(size),
            contexts: (0..chunks).map(|rank| bond.chunk(rank)).collect(),
            key,
            end,
            rank: 0,
            open: zeroize::Zeroizing::new(Vec::new()),
            given: 0,
            path,
        })
    }

    /// Reads a whole attachment again, and gives its length.
    ///
    /// # Errors
    /// Those of [`Store::attachment`].
    pub fn check_attachment(&self, person: PersonId, sha256: Digest) -> Result<u64, Error> {
        let mut bytes = self.attachment(person, sha256)?;
        let path = bytes.path.clone();
        let damaged = |_| Error::AttachmentDamaged { path: path.clone() };
        let mut hash = Sha256::new();
        let read = io::copy(&mut bytes, &mut hash).map_err(damaged)?;
        let is_same = read == bytes.size && <[u8; 32]>::from(hash.finalize()) == sha256.0;
        if is_same { Ok(read) } else { Err(Error::AttachmentDamaged { path }) }
    }

    fn attachment_key(&self, person: PersonId) -> Result<Key, Error> {
        match self.keyring.get(person) {
            Some(PersonKey::Kept(key)) => Ok(key.subkey("jalon/attachment/v1")),
            Some(PersonKey::Erased) | None => Err(Error::Erased),
        }
    }

    fn attachment_path(&self, person: PersonId, sha256: Digest) -> PathBuf {
        let name = self.keys.names.name(&[b"blobs", &person.0, &sha256.0]);
        self.place.blobs().join(to_hex(&name))
    }
}

/// The bytes of an attachment, opened chunk by chunk.
pub struct AttachmentBytes {
    files: Arc<dyn Files>,
    path: PathBuf,
    key: Key,
    /// How many there are.
    size: u64,
    /// What each chunk binds.
    contexts: Vec<Vec<u8>>,
    /// Where the closing starts.
    end: u64,
    rank: u64,
    open: zeroize::Zeroizing<Vec<u8>>,
    given: usize,
}

impl AttachmentBytes {
    /// How many bytes there are.
    pub const fn size(&self) -> u64 {
        self.size
    }

    fn open_next(&mut self) -> io::Result<()> {
        let Some(context) = usize::try_from(self.rank).ok().and_then(|rank| self.contexts.get(rank)) else {
            self.open.clear();
            return Ok(());
        };
        let whole = (CHUNK + SEALING_BYTES) as u64;
        let at = START as u64 + self.rank * whole;
        let length = usize::try_from(whole.min(self.end - at)).map_err(io::Error::other)?;
        let sealed = self.files.read_at(&self.path, at, length)?;
        let plain = open(&self.key, context, &sealed).map_err(|_| io::ErrorKind::InvalidData)?;
        self.open = zeroize::Zeroizing::new(plain);
        self.rank += 1;
        Ok(())
    }
}

impl Read for AttachmentBytes {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given == self.open.len() {
            self.given = 0;
            self.open_next()?;
        }
        let rest = &self.open[self.given..];
        let given = rest.len().min(buffer.len());
        buffer[..given].copy_from_slice(&rest[..given]);
        self.given += given;
        Ok(given)
    }
}

impl std::fmt::Debug for AttachmentBytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "AttachmentBytes({} bytes […])", self.size)
    }
}

/// Fills the buffer as far as there is something to fill it with.
fn fill<E>(buffer: &mut [u8], next: &mut impl FnMut(&mut [u8]) -> Result<usize, E>) -> Result<usize, E> {
    let mut filled = 0;
    while filled < buffer.len() {
        match next(&mut buffer[filled..])? {
            0 => break,
            read => filled += read,
        }
    }
    Ok(filled)
}

/// What stands in a folder of attachments: name, length and closing of each, which binds all of it.
pub(super) fn listed(files: &dyn Files, folder: &Path) -> Result<Vec<u8>, Error> {
    let mut listed = Vec::new();
    for name in files.list(folder).on(folder)?.iter().filter(|name| !name.ends_with(PART)) {
        let path = folder.join(name);
        let length = std::fs::symlink_metadata(&path).on(&path)?.len();
        let closing = length.checked_sub(CLOSING as u64);
        let closing =
            closing.map_or_else(Vec::new, |at| files.read_at(&path, at, CLOSING).unwrap_or_default());
        listed.extend_from_slice(name.as_bytes());
        listed.extend_from_slice(&length.to_be_bytes());
        listed.extend_from_slice(&closing);
    }
    Ok(listed)
}
