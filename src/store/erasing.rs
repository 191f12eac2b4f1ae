//! Erasing a person: their key is destroyed in every place that has one, with what is sealed under
//! another key and speaks of them. What stays of them in segments and engine opens no more.
//!
//! The store's own keyring comes last: while it has the key, nothing says that the erasure is over,
//! and whoever opens the store does it again. Each step is as good twice as once.

use std::path::{Path, PathBuf};

use super::anchor::Anchor;
use super::backup::backups;
use super::blobs::listed;
use super::error::{Error, On as _};
use super::keyring::{Keyring, PersonKey};
use super::place::Place;
use super::shelf::{Area, Shelf};
use super::small::{folder_of, read_both, remove_if_there, replace, replace_both};
use super::stated::{STATED, Stated};
use super::{Ground, Store};
use crate::domain::id::{PersonId, to_hex};
use crate::journal::entry::Digest;

/// What is sealed under other keys than the person's, and goes with them.
pub trait Traces {
    /// Whether a draft speaks of the person.
    fn has_draft(&self, key: &str, bytes: &[u8]) -> bool;

    /// A setting without what it says of the person; `None` when it says nothing of them.
    fn without(&self, key: &str, bytes: &[u8]) -> Option<Vec<u8>>;
}

/// What an erasure reaches on this disk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Backups of the store, and stores that a restoration put aside, with their backups.
    pub copies: Vec<PathBuf>,
    /// Drafts of the store itself.
    pub drafts: u64,
}

impl Store {
    /// Whether the store still has the key of `person`.
    pub fn has_key_of(&self, person: PersonId) -> bool {
        matches!(self.keyring.get(person), Some(PersonKey::Kept(_)))
    }

    /// Whether the person was erased from this store.
    pub fn is_erased(&self, person: PersonId) -> bool {
        matches!(self.keyring.get(person), Some(PersonKey::Erased))
    }

    /// What erasing a person would reach.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn reach_of(&self, traces: &dyn Traces) -> Result<Reach, Error> {
        let drafts = self.drafts()?.iter().filter(|(key, bytes)| traces.has_draft(key, bytes)).count();
        Ok(Reach { copies: copies_of(&self.ground, &self.place)?, drafts: drafts as u64 })
    }

    /// Destroys the key of `person` in the store, in its backups and in the stores that a
    /// restoration put aside, with the `attachments` and the `traces` that they have. When this
    /// returns it is durable; when it fails or is cut short, the store still has the key and the
    /// same call finishes.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn erase(
        &mut self,
        person: PersonId,
        attachments: &[Digest],
        traces: &dyn Traces,
    ) -> Result<(), Error> {
        let names: Vec<String> = attachments
            .iter()
            .map(|sha256| to_hex(&self.keys.names.name(&[b"blobs", &person.0, &sha256.0])))
            .collect();
        for copy in copies_of(&self.ground, &self.place)? {
            self.erase_in(&copy, person, &names, traces)?;
        }
        let root = self.place.root().to_owned();
        self.clear(&root, &names, traces)?;
        self.shelf.recount(&self.keys)?;
        let keyring = self.keyring.without(person);
        replace_both(&*self.ground.files, &self.place.keyring(), &keyring.to_sealed(&self.keys)?)?;
        self.keyring = keyring;
        self.write_anchor()
    }

    /// Erases from this store everybody who was erased from the one at `place`, or from a copy of it.
    pub(super) fn erase_as_in(&mut self, place: &Place) -> Result<(), Error> {
        let mut roots = copies_of(&self.ground, place)?;
        roots.push(place.root().to_owned());
        for root in roots {
            let found = read_both(&*self.ground.files, &root.join("keyring"), |bytes| {
                Keyring::from_sealed(&self.keys, bytes)
            })?;
            let erased: Vec<PersonId> = found.best.iter().flat_map(|(keyring, _)| keyring.erased()).collect();
            for person in erased {
                if !self.is_erased(person) {
                    self.erase(person, &[], &ById(person))?;
                }
            }
        }
        Ok(())
    }

    /// Erases a person from one copy.
    fn erase_in(
        &self,
        copy: &Path,
        person: PersonId,
        attachments: &[String],
        traces: &dyn Traces,
    ) -> Result<(), Error> {
        let files = &*self.ground.files;
        let stated = Stated::read(files, &self.keys, copy)?;
        let path = copy.join("keyring");
        let found = read_both(files, &path, |bytes| Keyring::from_sealed(&self.keys, bytes))?;
        // What does not open with the keys of this store opens with no key that it has.
        let Some((keyring, sealed)) = found.best else { return Ok(()) };
        let sound = match stated {
            Some(stated) => {
                let is_whole = self.stated_of(copy, stated.anchor)? == stated;
                is_whole || keyring.generation() != stated.anchor.keyring
            }
            None => false,
        };
        // First, and even where there is no key: that its number runs ahead of what the copy states
        // tells an erasure cut short from damage.
        let keyring = match keyring.get(person) {
            Some(PersonKey::Kept(_)) | None => {
                let keyring = keyring.without(person);
                replace_both(files, &path, &keyring.to_sealed(&self.keys)?)?;
                keyring
            }
            // The other copy may be an older one, that still has the key.
            Some(PersonKey::Erased) if found.differ => {
                replace_both(files, &path, &sealed)?;
                keyring
            }
            Some(PersonKey::Erased) => keyring,
        };
        self.clear(copy, attachments, traces)?;
        if let Some(stated) = stated.filter(|_| sound) {
            let anchor = Anchor { keyring: keyring.generation(), ..stated.anchor };
            let now = self.stated_of(copy, anchor)?;
            if now != stated {
                replace(files, &copy.join(STATED), &now.to_sealed(&self.keys)?)?;
            }
        }
        Ok(())
    }

    fn stated_of(&self, copy: &Path, anchor: Anchor) -> Result<Stated, Error> {
        let shelf = Shelf::new(self.ground.files.clone(), copy.join("shelf"));
        Stated::of(anchor, &shelf, &self.keys, &listed(&*self.ground.files, &copy.join("blobs"))?)
    }

    /// Removes what speaks of the person from one copy of the shelf and of the attachments.
    fn clear(&self, copy: &Path, attachments: &[String], traces: &dyn Traces) -> Result<(), Error> {
        let files = &*self.ground.files;
        let blobs = copy.join("blobs");
        for name in attachments {
            remove_if_there(files, &blobs.join(name))?;
        }
        if !attachments.is_empty() && blobs.exists() {
            files.sync_folder(&blobs).on(&blobs)?;
        }
        let mut shelf = Shelf::new(self.ground.files.clone(), copy.join("shelf"));
        // Where two copies of a thing differ the older one is read by nobody, and may speak all the same.
        shelf.mend(&self.keys, &[])?;
        for (key, bytes) in shelf.all(&self.keys, Area::Drafts)? {
            if traces.has_draft(&key, &bytes) {
                shelf.drop_key(&self.keys, Area::Drafts, &key)?;
            }
        }
        for (key, bytes) in shelf.all(&self.keys, Area::Local)? {
            if let Some(rest) = traces.without(&key, &bytes) {
                shelf.put(&self.keys, Area::Local, &key, &rest)?;
            }
        }
        Ok(())
    }
}

/// Every copy of the store at `place` on this disk that may open with its master key.
fn copies_of(ground: &Ground, place: &Place) -> Result<Vec<PathBuf>, Error> {
    let files = &*ground.files;
    let mut copies = backups(files, place)?;
    let root = place.root();
    let before = format!("{}.before-", root.file_name().unwrap_or_default().to_string_lossy());
    let above = folder_of(root);
    for name in files.list(above).on(above)?.iter().filter(|name| name.starts_with(&before)) {
        let aside = above.join(name);
        let own = aside.join("backups");
        copies.extend(files.list(&own).on(&own)?.iter().map(|name| own.join(name)));
        copies.push(aside);
    }
    Ok(copies)
}

/// What tells the traces of a person of whom only the identity is known.
struct ById(PersonId);

impl Traces for ById {
    fn has_draft(&self, key: &str, _: &[u8]) -> bool {
        key.contains(&self.0.to_string())
    }

    fn without(&self, _: &str, _: &[u8]) -> Option<Vec<u8>> {
        None
    }
}
