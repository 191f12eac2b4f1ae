//! Opening: lock, keyslot, keyring, then the two copies of the journal compared and put right.

use std::path::{Path, PathBuf};

use super::anchor::Anchor;
use super::attempts::Attempts;
use super::backup::{backups, furthest_first};
use super::engine::EngineError;
use super::error::{Error, On as _};
use super::keys::Keys;
use super::lock::Lock;
use super::place::Place;
use super::recovery::Recovery;
use super::segments::{Segments, walk};
use super::shelf::{Area, Shelf};
use super::small::{PART, read_if_there, replace_both};
use super::station_file::StationFile;
use super::unsealing::{authentic_keys, open_keyring, open_slot, open_station, station_files};
use super::upkeep::{open_engine, remove_folder_if_there};
use super::{Ground, Opening, Repair, Store};
use crate::crypto::{Passphrase, random_bytes};
use crate::domain::id::EpochId;
use crate::domain::now::Now;

impl Store {
    /// Opens the store in `folder`, whose anchor is in `state`.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], [`Error::Wait`], those of the surroundings, which touch
    /// nothing, and [`Error::Damaged`] when a small file and its copies are all damaged.
    pub fn unlock(
        folder: &Path,
        state: &Path,
        passphrase: &Passphrase,
        now: Now,
    ) -> Result<(Self, Opening), Error> {
        Self::unlock_on(Ground::default(), folder, state, passphrase, now)
    }

    /// [`Store::unlock`] on another ground.
    ///
    /// # Errors
    /// Those of [`Store::unlock`].
    pub fn unlock_on(
        ground: Ground,
        folder: &Path,
        state: &Path,
        passphrase: &Passphrase,
        now: Now,
    ) -> Result<(Self, Opening), Error> {
        let place = Place::new(folder, state)?;
        place.check()?;
        place.check_state(&*ground.files)?;
        let lock = Lock::take(place.root(), now)?;
        let attempts = Attempts::new(&*ground.files, place.attempts());
        attempts.check(now)?;
        let mut opening = Opening::default();
        let candidates = station_files(&ground, &place)?;
        let master = match open_slot(&ground, &place, passphrase, &mut opening) {
            Err(Error::WrongPassphrase { .. }) => return Err(attempts.failed(now)),
            other => other?,
        };
        opening.failed_attempts = attempts.succeeded()?;
        let keys = authentic_keys(&master, &candidates).ok_or(Error::Damaged { path: place.station() })?;
        let store = Self::open_with(ground.clone(), place, lock, keys, &mut opening)?;
        Ok((store, opening))
    }

    /// Opens with the keys in hand.
    pub(super) fn open_with(
        ground: Ground,
        place: Place,
        lock: Lock,
        keys: Keys,
        opening: &mut Opening,
    ) -> Result<Self, Error> {
        let files = &*ground.files;
        remove_unfinished(&ground, &place)?;
        let shelf = Shelf::new(ground.files.clone(), place.shelf());
        let missing_drafts = shelf.missing_drafts();
        place.make_folders(files)?;
        let station = open_station(&ground, &place, &keys, opening)?;
        let keyring = open_keyring(&ground, &place, &keys, opening)?;
        let folder = place.segments();
        // The two copies are read at the same time, one on each core.
        let (walk, engine) = std::thread::scope(|scope| {
            let walk = scope.spawn(|| walk(files, &folder, &keys));
            let engine = open_engine(&ground, &place);
            (walk.join().expect("reading segments does not panic"), engine)
        });
        let walk = walk?;
        let engine = match engine {
            Err(EngineError::Environment(error)) => {
                return Err(Error::from_io(error, &place.engine(), 0));
            }
            Err(EngineError::Broken(_)) => None,
            Ok(engine) => Some(engine),
        };
        let anchor = read_anchor(&ground, &place, &keys, opening)?;
        let of_life = |anchor: &&Anchor| anchor.epoch == station.epoch;
        let recovery = Recovery {
            files,
            keys: &keys,
            keyring: &keyring,
            folder: &folder,
            backups: backups(files, &place)?.iter().map(|backup| backup.join("segments")).collect(),
            engine: engine.as_ref(),
            anchored: anchor.map(|anchor| anchor.entries),
            known: anchor.iter().filter(of_life).map(|it| (station.journal(), it.head.sequence)).collect(),
        };
        let walk = recovery.run(walk, opening)?;
        let segments = Segments::open(ground.files.clone(), folder, ground.segment_bytes, walk)?;
        let mut store =
            Self { engine, segments, shelf, keyring, keys, station, index: None, place, ground, _lock: lock };
        store.bring_engine_up(anchor, opening)?;
        store.mend_shelf(missing_drafts, opening)?;
        store.compare_anchor(anchor, opening)?;
        Ok(store)
    }

    /// Compares the store with what is known of it outside; an older one takes a new epoch, so
    /// that what it writes, and how it numbers its bundles, is not taken for what it did before.
    fn compare_anchor(&mut self, anchor: Option<Anchor>, opening: &mut Opening) -> Result<(), Error> {
        let Some(anchor) = anchor else { return self.write_anchor() };
        if self.is_older_than(anchor) || self.differs_from(anchor) {
            let (known, found) = (anchor.head.sequence, self.head().sequence);
            opening.repairs.push(Repair::RolledBack { known, found });
        } else if self.shelf.writings() < anchor.shelf {
            let is_said = |repair: &Repair| {
                matches!(repair, Repair::ShelfFromBackup { .. } | Repair::ShelfDamaged { .. })
            };
            if !opening.repairs.iter().any(is_said) {
                opening.repairs.push(Repair::ShelfOlder);
            }
        } else {
            return Ok(());
        }
        self.begin_epoch(anchor.epoch.max(self.epoch()) + 1)?;
        self.write_anchor()
    }

    fn is_older_than(&self, anchor: Anchor) -> bool {
        let is_of_life = anchor.epoch == self.epoch();
        anchor.entries > self.len()
            || (is_of_life && anchor.head.sequence > self.head().sequence)
            || anchor.epoch > self.epoch()
            || anchor.keyring > self.keyring.generation()
    }

    /// Whether another entry stands where the anchor knows one; a lost one tells nothing.
    fn differs_from(&self, anchor: Anchor) -> bool {
        let known = self.digest_at(self.journal(), anchor.head.sequence);
        anchor.epoch == self.epoch() && known.is_some_and(|head| head != anchor.head)
    }

    /// Begins another life: what is written from now on stands in a journal of its own.
    pub(super) fn begin_epoch(&mut self, epoch: u64) -> Result<(), Error> {
        let life = EpochId(random_bytes()?);
        let station = StationFile::new(&self.keys, self.role(), epoch, Some(life));
        replace_both(&*self.ground.files, &self.place.station(), &station.to_bytes())?;
        self.station = station;
        Ok(())
    }

    /// Puts the shelf right.
    fn mend_shelf(&mut self, missing_drafts: Option<PathBuf>, opening: &mut Opening) -> Result<(), Error> {
        let folders = furthest_first(&*self.ground.files, &self.place, &self.keys)?;
        let older = folders.iter().map(|backup| Shelf::new(self.ground.files.clone(), backup.join("shelf")));
        let mended = self.shelf.mend(&self.keys, &older.collect::<Vec<_>>())?;
        let name =
            |path: PathBuf| path.strip_prefix(self.place.root()).unwrap_or(&path).display().to_string();
        let by_its_twin = mended.by_its_twin.into_iter().map(|path| Repair::CopyMended { file: name(path) });
        let from_backup =
            mended.from_backup.into_iter().map(|path| Repair::ShelfFromBackup { file: name(path) });
        let lost = mended.lost.into_iter().chain(missing_drafts);
        let lost = lost.map(|path| Repair::ShelfDamaged { file: name(path) });
        opening.repairs.extend(by_its_twin.chain(from_backup).chain(lost));
        Ok(())
    }
}

/// What was being written when a process ended means nothing.
fn remove_unfinished(ground: &Ground, place: &Place) -> Result<(), Error> {
    let mut folders =
        vec![place.root().to_owned(), place.slots(), place.segments(), place.backups(), place.blobs()];
    folders.extend(Area::ALL.map(|area| place.shelf().join(area.folder())));
    for folder in folders {
        for name in ground.files.list(&folder).on(&folder)?.iter().filter(|name| name.ends_with(PART)) {
            let path = folder.join(name);
            if path.is_dir() { ground.files.remove_folder(&path) } else { ground.files.remove(&path) }
                .on(&path)?;
        }
    }
    remove_folder_if_there(ground, &place.engine_new())
}

/// How far the store was; notes an anchor that cannot be read.
fn read_anchor(
    ground: &Ground,
    place: &Place,
    keys: &Keys,
    opening: &mut Opening,
) -> Result<Option<Anchor>, Error> {
    let Some(sealed) = read_if_there(&*ground.files, &place.anchor())? else { return Ok(None) };
    let anchor = Anchor::from_sealed(keys, &sealed);
    if anchor.is_none() {
        opening.repairs.push(Repair::AnchorDamaged);
    }
    Ok(anchor)
}
