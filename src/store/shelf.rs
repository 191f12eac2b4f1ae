//! What is kept beside the journal: drafts, settings, the ledger of bundles, the station's
//! secrets. Each is one sealed file under a name that tells nothing, replaced whole and durably.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::{Error, On as _};
use super::files::Files;
use super::keys::Keys;
use super::small::{
    PART, TWIN, read_both, read_if_there, remove_if_there, replace, replace_both, with_suffix,
};
use crate::crypto::{open, seal};
use crate::domain::id::to_hex;
use crate::journal::entry::Digest;

/// What a thing on the shelf is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Area {
    /// Form drafts: kept once, as they come and go while somebody types.
    Drafts,
    /// Settings that belong to the store.
    Local,
    /// Bundles sent and taken in, receipts.
    Ledger,
    /// The station's own keys.
    Secrets,
}

impl Area {
    pub(super) const ALL: [Self; 4] = [Self::Drafts, Self::Local, Self::Ledger, Self::Secrets];

    pub(super) const fn folder(self) -> &'static str {
        match self {
            Self::Drafts => "drafts",
            Self::Local => "local",
            Self::Ledger => "ledger",
            Self::Secrets => "secrets",
        }
    }

    const fn is_kept_twice(self) -> bool {
        match self {
            Self::Drafts => false,
            Self::Local | Self::Ledger | Self::Secrets => true,
        }
    }
}

/// Most bytes of one thing: a form of many pages.
pub(super) const LARGEST: usize = 1024 * 1024;

/// One thing, opened.
struct Kept {
    generation: u64,
    key: String,
    bytes: Vec<u8>,
}

/// The shelf.
pub(super) struct Shelf {
    files: Arc<dyn Files>,
    folder: PathBuf,
}

impl Shelf {
    pub(super) fn new(files: Arc<dyn Files>, folder: PathBuf) -> Self {
        Self { files, folder }
    }

    /// Keeps `bytes` under `key`, durably when this returns.
    pub(super) fn put(&self, keys: &Keys, area: Area, key: &str, bytes: &[u8]) -> Result<(), Error> {
        if bytes.len() > LARGEST {
            return Err(Error::TooLarge { bytes: bytes.len() as u64, limit_bytes: LARGEST as u64 });
        }
        let path = self.path(keys, area, key);
        let generation = self.read(keys, area, &path)?.map_or(1, |kept| kept.generation + 1);
        let mut plain = Vec::with_capacity(16 + key.len() + bytes.len());
        plain.extend_from_slice(&generation.to_be_bytes());
        plain.extend_from_slice(&(key.len() as u64).to_be_bytes());
        plain.extend_from_slice(key.as_bytes());
        plain.extend_from_slice(bytes);
        let sealed = seal(&keys.shelf, &context(keys, area, &path), &plain)?;
        if area.is_kept_twice() {
            replace_both(&*self.files, &path, &sealed)
        } else {
            replace(&*self.files, &path, &sealed)
        }
    }

    /// What is kept under `key`.
    pub(super) fn get(&self, keys: &Keys, area: Area, key: &str) -> Result<Option<Vec<u8>>, Error> {
        let path = self.path(keys, area, key);
        Ok(self.read(keys, area, &path)?.filter(|kept| kept.key == key).map(|kept| kept.bytes))
    }

    /// Drops what is kept under `key`, durably when this returns.
    pub(super) fn drop_key(&self, keys: &Keys, area: Area, key: &str) -> Result<(), Error> {
        let path = self.path(keys, area, key);
        remove_if_there(&*self.files, &path)?;
        if area.is_kept_twice() {
            remove_if_there(&*self.files, &with_suffix(&path, TWIN))?;
        }
        let folder = self.folder.join(area.folder());
        self.files.sync_folder(&folder).on(&folder)
    }

    /// Everything in an area, by key.
    pub(super) fn all(&self, keys: &Keys, area: Area) -> Result<Vec<(String, Vec<u8>)>, Error> {
        let mut all = Vec::new();
        for path in self.paths(area)? {
            if let Some(kept) = self.read(keys, area, &path)? {
                all.push((kept.key, kept.bytes));
            }
        }
        all.sort();
        Ok(all)
    }

    /// Puts right the copies that differ, and gives the files that neither copy can give back.
    pub(super) fn mend(&self, keys: &Keys) -> Result<(Vec<PathBuf>, Vec<PathBuf>), Error> {
        let (mut mended, mut lost) = (Vec::new(), Vec::new());
        for area in Area::ALL {
            for path in self.paths(area)? {
                let copies = read_both(&*self.files, &path, |bytes| opened(keys, area, &path, bytes))?;
                match copies.best {
                    Some((_, sealed)) if area.is_kept_twice() && copies.differ => {
                        replace_both(&*self.files, &path, &sealed)?;
                        mended.push(path);
                    }
                    Some(_) => {}
                    None => lost.push(path),
                }
            }
        }
        Ok((mended, lost))
    }

    /// Digest of all that is kept; what neither copy can give back counts as nothing.
    pub(super) fn digest(&self, keys: &Keys) -> Result<Digest, Error> {
        let mut listed = Vec::new();
        for area in Area::ALL {
            for path in self.paths(area)? {
                let Some(kept) = self.read(keys, area, &path)? else { continue };
                listed.extend_from_slice(path.file_name().unwrap_or_default().as_encoded_bytes());
                listed.extend_from_slice(&Digest::of(area.folder().as_bytes(), &kept.bytes).0);
            }
        }
        Ok(Digest::of(b"jalon-shelf-v1", &listed))
    }

    fn read(&self, keys: &Keys, area: Area, path: &Path) -> Result<Option<Kept>, Error> {
        let read = |bytes: &[u8]| opened(keys, area, path, bytes);
        if area.is_kept_twice() {
            return Ok(read_both(&*self.files, path, read)?.best.map(|(kept, _)| kept));
        }
        Ok(read_if_there(&*self.files, path)?.and_then(|bytes| read(&bytes)).map(|(_, kept)| kept))
    }

    /// The first copies of an area; of a thing that has only its second, the path that the first
    /// would have.
    fn paths(&self, area: Area) -> Result<Vec<PathBuf>, Error> {
        let folder = self.folder.join(area.folder());
        let names = self.files.list(&folder).on(&folder)?;
        let names = names.iter().filter(|name| !name.ends_with(PART));
        let mut paths: Vec<_> =
            names.map(|name| folder.join(name.strip_suffix(TWIN).unwrap_or(name))).collect();
        paths.dedup();
        Ok(paths)
    }

    fn path(&self, keys: &Keys, area: Area, key: &str) -> PathBuf {
        let name = keys.names.name(&[area.folder().as_bytes(), key.as_bytes()]);
        self.folder.join(area.folder()).join(to_hex(&name))
    }
}

fn context(keys: &Keys, area: Area, path: &Path) -> Vec<u8> {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    keys.context("shelf/1", &[area.folder().as_bytes(), b"/", name])
}

fn opened(keys: &Keys, area: Area, path: &Path, sealed: &[u8]) -> Option<(u64, Kept)> {
    let plain = open(&keys.shelf, &context(keys, area, path), sealed).ok()?;
    let (generation, rest) = plain.split_first_chunk::<8>()?;
    let generation = u64::from_be_bytes(*generation);
    let (length, rest) = rest.split_first_chunk::<8>()?;
    let (key, bytes) = rest.split_at_checked(usize::try_from(u64::from_be_bytes(*length)).ok()?)?;
    let key = std::str::from_utf8(key).ok()?.to_owned();
    Some((generation, Kept { generation, key, bytes: bytes.to_vec() }))
}
