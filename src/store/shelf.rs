//! What is kept beside the journal: drafts, settings, the ledger of bundles, the station's
//! secrets. Each is a sealed file and its twin under a name that tells nothing, replaced whole and
//! durably.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::{Error, On as _};
use super::files::Files;
use super::keys::Keys;
use super::small::{Copies, PART, TWIN, read_both, remove_if_there, replace_both, with_suffix};
use crate::crypto::{open, seal};
use crate::domain::id::to_hex;
use crate::journal::entry::Digest;

/// What a thing on the shelf is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Area {
    /// Form drafts.
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

    /// Whether what a backup has is missing when it is not there: drafts are dropped.
    const fn is_kept_for_good(self) -> bool {
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

/// What was found when the shelf was gone through.
#[derive(Default)]
pub(super) struct Mended {
    /// One copy was missing, damaged or older.
    pub(super) by_its_twin: Vec<PathBuf>,
    /// Both copies were damaged; a backup had it as it was then.
    pub(super) from_backup: Vec<PathBuf>,
    /// Damaged everywhere.
    pub(super) lost: Vec<PathBuf>,
}

/// The shelf.
pub(super) struct Shelf {
    files: Arc<dyn Files>,
    folder: PathBuf,
    /// See [`Shelf::writings`].
    writings: u64,
}

impl Shelf {
    pub(super) fn new(files: Arc<dyn Files>, folder: PathBuf) -> Self {
        Self { files, folder, writings: 0 }
    }

    /// How often something that is kept for good was put there, once the shelf was gone through:
    /// it only ever grows.
    pub(super) const fn writings(&self) -> u64 {
        self.writings
    }

    /// Keeps `bytes` under `key`, durably when this returns.
    pub(super) fn put(&mut self, keys: &Keys, area: Area, key: &str, bytes: &[u8]) -> Result<(), Error> {
        if bytes.len() > LARGEST {
            return Err(Error::TooLarge { bytes: bytes.len() as u64, limit_bytes: LARGEST as u64 });
        }
        let path = self.path(keys, area, key);
        let before = self.copies(keys, area, &path)?.best;
        let generation = before.map_or(1, |(kept, _)| kept.generation + 1);
        let mut plain = Vec::with_capacity(16 + key.len() + bytes.len());
        plain.extend_from_slice(&generation.to_be_bytes());
        plain.extend_from_slice(&(key.len() as u64).to_be_bytes());
        plain.extend_from_slice(key.as_bytes());
        plain.extend_from_slice(bytes);
        let sealed = seal(&keys.shelf, &context(keys, area, &path), &plain)?;
        replace_both(&*self.files, &path, &sealed)?;
        self.writings += u64::from(area.is_kept_for_good());
        Ok(())
    }

    /// What is kept under `key`.
    ///
    /// # Errors
    /// [`Error::Damaged`] when it is there and neither copy gives it back: whoever takes that for
    /// nothing would put something else in its place.
    pub(super) fn get(&self, keys: &Keys, area: Area, key: &str) -> Result<Option<Vec<u8>>, Error> {
        let path = self.path(keys, area, key);
        let copies = self.copies(keys, area, &path)?;
        match copies.best {
            Some((kept, _)) => Ok(Some(kept.bytes).filter(|_| kept.key == key)),
            None if copies.is_there => Err(Error::Damaged { path }),
            None => Ok(None),
        }
    }

    /// Drops what is kept under `key`, durably when this returns.
    pub(super) fn drop_key(&self, keys: &Keys, area: Area, key: &str) -> Result<(), Error> {
        let path = self.path(keys, area, key);
        remove_if_there(&*self.files, &path)?;
        remove_if_there(&*self.files, &with_suffix(&path, TWIN))?;
        let folder = self.folder.join(area.folder());
        self.files.sync_folder(&folder).on(&folder)
    }

    /// Everything in an area, by key.
    pub(super) fn all(&self, keys: &Keys, area: Area) -> Result<Vec<(String, Vec<u8>)>, Error> {
        let mut all = Vec::new();
        for path in self.paths(area)? {
            if let Some((kept, _)) = self.copies(keys, area, &path)?.best {
                all.push((kept.key, kept.bytes));
            }
        }
        all.sort();
        Ok(all)
    }

    /// Puts right the copies that differ; what neither copy gives back is taken from the shelves
    /// of `backups`, the newest first.
    pub(super) fn mend(&mut self, keys: &Keys, backups: &[Self]) -> Result<Mended, Error> {
        let mut mended = Mended::default();
        for area in Area::ALL {
            let mut paths = self.paths(area)?;
            if let Some(backup) = backups.first().filter(|_| area.is_kept_for_good()) {
                let there = backup.paths(area)?;
                let names = there.iter().filter_map(|path| path.strip_prefix(&backup.folder).ok());
                paths.extend(names.map(|name| self.folder.join(name)));
                paths.sort();
                paths.dedup();
            }
            for path in paths {
                let copies = self.copies(keys, area, &path)?;
                if let Some((_, sealed)) = copies.best {
                    if copies.differ {
                        replace_both(&*self.files, &path, &sealed)?;
                        mended.by_its_twin.push(path);
                    }
                } else if let Some(sealed) = older(keys, area, &path, backups)? {
                    replace_both(&*self.files, &path, &sealed)?;
                    mended.from_backup.push(path);
                } else {
                    mended.lost.push(path);
                }
            }
        }
        self.recount(keys)?;
        Ok(mended)
    }

    /// Counts again how often something was put there, after it was by another way.
    pub(super) fn recount(&mut self, keys: &Keys) -> Result<(), Error> {
        self.writings = self.examine(keys)?.1;
        Ok(())
    }

    /// Digest of all that is kept, and its [`Shelf::writings`]; what neither copy can give back
    /// counts as nothing.
    pub(super) fn examine(&self, keys: &Keys) -> Result<(Digest, u64), Error> {
        let (mut listed, mut writings) = (Vec::new(), 0);
        for area in Area::ALL {
            for path in self.paths(area)? {
                let Some((kept, _)) = self.copies(keys, area, &path)?.best else { continue };
                writings += if area.is_kept_for_good() { kept.generation } else { 0 };
                listed.extend_from_slice(path.file_name().unwrap_or_default().as_encoded_bytes());
                listed.extend_from_slice(&Digest::of(area.folder().as_bytes(), &kept.bytes).0);
            }
        }
        Ok((Digest::of(b"jalon-shelf-v1", &listed), writings))
    }

    fn copies(&self, keys: &Keys, area: Area, path: &Path) -> Result<Copies<Kept>, Error> {
        read_both(&*self.files, path, |bytes| opened(keys, area, path, bytes))
    }

    /// The folder of the drafts, when it is gone with what stood in it. That the others are gone
    /// is told by [`Shelf::writings`].
    pub(super) fn missing_drafts(&self) -> Option<PathBuf> {
        let folder = self.folder.join(Area::Drafts.folder());
        (!folder.exists()).then_some(folder)
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

/// What the newest of `backups` that has it soundly has of a thing.
fn older(keys: &Keys, area: Area, path: &Path, backups: &[Shelf]) -> Result<Option<Vec<u8>>, Error> {
    for backup in backups {
        let there = backup.folder.join(area.folder()).join(path.file_name().unwrap_or_default());
        if let Some((_, sealed)) = backup.copies(keys, area, &there)?.best {
            return Ok(Some(sealed));
        }
    }
    Ok(None)
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
