//! The store: the journal of a station, kept so that no acknowledged save is ever lost.
//!
//! Two copies of one append-only journal, each sealed and verifiable: **segments**, which carry
//! the acknowledgement, and the **engine**, which everything reads. Either can be made again from
//! the other. Beside them small files: keyslots, keyring, drafts, settings. Nothing here knows a
//! language or a screen, and nothing here reads the clock.

mod anchor;
mod attempts;
mod backup;
mod blobs;
mod change;
mod check;
mod closing;
mod create;
mod doctor;
mod engine;
mod erasing;
mod error;
mod files;
mod frame;
mod ground;
mod keyring;
mod keys;
mod lock;
mod mirror;
mod opening;
mod place;
mod record;
mod recovery;
mod repair;
mod restore;
mod saving;
mod segments;
mod shelf;
mod small;
mod stated;
mod station_file;
mod unsealing;
mod upkeep;
mod visit;

use std::collections::HashMap;

use crate::crypto::KdfCost;
use crate::domain::codes::StationRole;
use crate::domain::file::EntryId;
use crate::domain::id::{EpochId, PersonId, StationId};
use crate::journal::entry::Head;

pub use backup::Backup;
pub use blobs::{AttachmentBytes, Sealed};
pub use create::StoreSetup;
pub use doctor::{Check, Status};
pub use engine::ENGINE_THREAD;
pub use erasing::{Reach, Traces};
pub use error::Error;
pub use files::{Files, RealFiles, Written};
pub use ground::Ground;
pub use repair::{LostEntry, Opening, Repair};
pub use restore::Restored;
pub use saving::PAYLOAD_LIMIT;

use engine::Engine;
use keyring::Keyring;
use keys::Keys;
use lock::Lock;
use place::Place;
use segments::Segments;
use shelf::{Area, Shelf};
use station_file::StationFile;

/// An open store: one station's journal and what goes with it.
///
/// Dropping it closes the engine and releases the lock; [`Store::close`] also makes the daily
/// backup and the anchor.
pub struct Store {
    // Closed before the lock is released: fields are dropped in this order.
    engine: Option<Engine>,
    segments: Segments,
    shelf: Shelf,
    keyring: Keyring,
    keys: Keys,
    station: StationFile,
    /// Entries of each person, once the journal was visited.
    index: Option<HashMap<Option<PersonId>, Vec<EntryId>>>,
    place: Place,
    ground: Ground,
    _lock: Lock,
}

impl Store {
    /// Whether there is a store in `folder`, open or not.
    pub fn exists(folder: &std::path::Path) -> bool {
        ["station.json", "slots", "segments"].iter().any(|name| folder.join(name).exists())
    }

    /// The station whose store it is.
    pub const fn station(&self) -> StationId {
        self.station.station
    }

    /// What the station is for.
    pub const fn role(&self) -> StationRole {
        self.station.role
    }

    /// How many lives the store has had: 1, and one more after each restoration.
    pub const fn epoch(&self) -> u64 {
        self.station.epoch
    }

    /// The present life, after a restoration; none in the first.
    pub const fn life(&self) -> Option<EpochId> {
        self.station.life
    }

    /// The journal in which the station writes in this life: named as the station in its first, computed
    /// from both in each that a restoration begins. Nothing is ever added here to that of a life before, so what
    /// a restored store writes does not contradict what it wrote and lost.
    pub fn journal(&self) -> StationId {
        self.station.journal()
    }

    /// Where the journal ends in which the station writes.
    pub fn head(&self) -> Head {
        self.segments.head(self.journal())
    }

    /// Where what was taken in of another station's journal ends.
    pub fn head_of(&self, station: StationId) -> Head {
        self.segments.head(station)
    }

    /// Where each journal ends that has an entry here.
    pub fn heads(&self) -> impl Iterator<Item = (StationId, Head)> {
        self.segments.heads().iter().map(|(station, head)| (*station, *head))
    }

    /// How many entries there are, other stations' included.
    pub fn len(&self) -> u64 {
        self.segments.entries()
    }

    /// Whether nothing was ever saved.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Keeps the draft of a form under `key`, durably when this returns.
    ///
    /// # Errors
    /// Those of the disk, and [`Error::TooLarge`] above 1 MiB.
    pub fn keep_draft(&mut self, key: &str, bytes: &[u8]) -> Result<(), Error> {
        self.shelf.put(&self.keys, Area::Drafts, key, bytes)
    }

    /// Drops a draft; there being none is as good.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn drop_draft(&mut self, key: &str) -> Result<(), Error> {
        self.shelf.drop_key(&self.keys, Area::Drafts, key)
    }

    /// Every draft, by key.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn drafts(&self) -> Result<Vec<(String, Vec<u8>)>, Error> {
        self.shelf.all(&self.keys, Area::Drafts)
    }

    /// Keeps a setting of this store, durably when this returns.
    ///
    /// # Errors
    /// Those of [`Store::keep_draft`].
    pub fn put_local(&mut self, key: &str, bytes: &[u8]) -> Result<(), Error> {
        self.shelf.put(&self.keys, Area::Local, key, bytes)
    }

    /// A setting of this store.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn local(&self, key: &str) -> Result<Option<Vec<u8>>, Error> {
        self.shelf.get(&self.keys, Area::Local, key)
    }

    /// Writes a line of the ledger of bundles, durably when this returns.
    ///
    /// # Errors
    /// Those of [`Store::keep_draft`].
    pub fn put_ledger(&mut self, key: &str, bytes: &[u8]) -> Result<(), Error> {
        self.shelf.put(&self.keys, Area::Ledger, key, bytes)
    }

    /// A line of the ledger of bundles.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn ledger(&self, key: &str) -> Result<Option<Vec<u8>>, Error> {
        self.shelf.get(&self.keys, Area::Ledger, key)
    }

    /// The whole ledger, by key.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn ledger_lines(&self) -> Result<Vec<(String, Vec<u8>)>, Error> {
        self.shelf.all(&self.keys, Area::Ledger)
    }

    /// Every setting, by key.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn locals(&self) -> Result<Vec<(String, Vec<u8>)>, Error> {
        self.shelf.all(&self.keys, Area::Local)
    }

    /// Keeps a secret of the station (signing key, age identity), durably when this returns.
    ///
    /// # Errors
    /// Those of [`Store::keep_draft`].
    pub fn put_secret(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        self.shelf.put(&self.keys, Area::Secrets, name, bytes)
    }

    /// A secret of the station.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn secret(&self, name: &str) -> Result<Option<zeroize::Zeroizing<Vec<u8>>>, Error> {
        Ok(self.shelf.get(&self.keys, Area::Secrets, name)?.map(zeroize::Zeroizing::new))
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Store({}, {} entries […])", self.station(), self.len())
    }
}
