//! Opening: lock, keyslot, keyring, then the two copies of the journal compared and put right.

use std::path::{Path, PathBuf};

use super::attempts::Attempts;
use super::engine::{Engine, EngineError};
use super::error::{Error, On as _};
use super::keyring::Keyring;
use super::keys::Keys;
use super::lock::Lock;
use super::mirror;
use super::place::Place;
use super::record::open_header;
use super::segments::{Segments, Walk, file_name, walk};
use super::shelf::Shelf;
use super::small::{PART, TWIN, read_both, read_if_there, replace_both, with_suffix};
use super::station_file::{FORMAT, StationFile};
use super::{Ground, Opening, Repair, Store};
use crate::crypto::{CryptoError, Key, Passphrase, SlotError, unwrap_key};
use crate::domain::file::EntryId;
use crate::domain::id::StationId;
use crate::domain::now::Now;
use crate::journal::entry::{Entry, Head};

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
        place.check_state()?;
        let lock = Lock::take(&place.lock(), now)?;
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
        let station = open_station(&ground, &place, &keys, opening)?;
        let keyring = open_keyring(&ground, &place, &keys, opening)?;
        let shelf = Shelf::new(ground.files.clone(), place.shelf());
        let folder = place.segments();
        // The two copies are read at the same time, one on each core.
        let (walk, engine) = std::thread::scope(|scope| {
            let walk = scope.spawn(|| walk(files, &folder, &keys));
            let engine = open_engine(&ground, &place);
            (walk.join().expect("reading segments does not panic"), engine)
        });
        let mut walk = walk?;
        cut_torn_tail(&ground, &place, &mut walk, opening)?;
        let engine = match engine {
            Err(EngineError::Environment(error)) => {
                return Err(Error::from_io(error, &place.engine(), 0));
            }
            Err(EngineError::Broken(_)) => None,
            Ok(engine) => Some(engine),
        };
        let segments = Segments::open(ground.files.clone(), folder, ground.segment_bytes, walk)?;
        let mut store =
            Self { engine, segments, shelf, keyring, keys, station, index: None, place, ground, _lock: lock };
        store.bring_engine_up(opening)?;
        store.compare_anchor(opening)?;
        store.mend_shelf(opening)?;
        Ok(store)
    }

    /// Compares the store with what is known of it outside; an older one takes a new epoch, so
    /// that what it writes from here on is not taken for what it wrote before.
    fn compare_anchor(&mut self, opening: &mut Opening) -> Result<(), Error> {
        let anchor = self.read_anchor(opening)?;
        if let Some(anchor) = anchor
            && (anchor.number > self.segments.last_number()
                || anchor.epoch > self.epoch()
                || anchor.keyring > self.keyring.generation())
        {
            let (known, found) = (anchor.head.sequence, self.head().sequence);
            opening.repairs.push(Repair::RolledBack { known, found });
            self.begin_epoch(anchor.epoch.max(self.epoch()) + 1)?;
            return self.write_anchor();
        }
        if anchor.is_none() { self.write_anchor() } else { Ok(()) }
    }

    pub(super) fn begin_epoch(&mut self, epoch: u64) -> Result<(), Error> {
        let station = StationFile::new(&self.keys, self.role(), epoch);
        replace_both(&*self.ground.files, &self.place.station(), &station.to_bytes())?;
        self.station = station;
        Ok(())
    }

    fn mend_shelf(&self, opening: &mut Opening) -> Result<(), Error> {
        let (mended, lost) = self.shelf.mend(&self.keys)?;
        let name =
            |path: PathBuf| path.strip_prefix(self.place.root()).unwrap_or(&path).display().to_string();
        opening.repairs.extend(mended.into_iter().map(|path| Repair::CopyMended { file: name(path) }));
        opening.repairs.extend(lost.into_iter().map(|path| Repair::ShelfDamaged { file: name(path) }));
        Ok(())
    }

    /// Inserts into the engine what it lacks, or makes another when it does not match.
    fn bring_engine_up(&mut self, opening: &mut Opening) -> Result<(), Error> {
        let behind = match &self.engine {
            Some(engine) => self.entries_behind(engine),
            None => None,
        };
        match (behind, &self.engine) {
            (Some(0), Some(_)) => {}
            (Some(entries), Some(engine)) => {
                self.fill_engine(engine)?;
                opening.repairs.push(Repair::EngineBehind { entries });
            }
            (Some(_) | None, _) => self.rebuild_engine(opening)?,
        }
        Ok(())
    }

    /// How many entries the engine lacks at the end; `None` when it does not match the segments.
    fn entries_behind(&self, engine: &Engine) -> Option<u64> {
        let mut behind = 0;
        for (station, ours) in self.segments.heads() {
            let theirs = mirror::head(engine, &self.keys, *station).ok()?.unwrap_or(Head::EMPTY);
            if theirs.sequence > ours.sequence || self.digest_at(*station, theirs.sequence) != Some(theirs) {
                return None;
            }
            behind += ours.sequence - theirs.sequence;
        }
        Some(behind)
    }

    /// Where the journal stood after entry `sequence`, as the segments have it.
    fn digest_at(&self, station: StationId, sequence: u64) -> Option<Head> {
        let head = self.segments.head(station);
        if sequence == 0 || sequence == head.sequence {
            return Some(if sequence == 0 { Head::EMPTY } else { head });
        }
        let id = EntryId { station, sequence };
        let record = self.segments.record(&self.keys, id)?;
        let (header, _) = open_header(&self.keys, id, &record).ok()?;
        Entry::from_bytes(header, None).ok().map(|entry| entry.head())
    }

    fn fill_engine(&self, engine: &Engine) -> Result<(), Error> {
        for (station, ours) in self.segments.heads() {
            let head = mirror::head(engine, &self.keys, *station).ok().flatten().unwrap_or(Head::EMPTY);
            for records in self.segments.records_from(*station, head.sequence + 1) {
                engine
                    .put(records.into_iter().map(|(id, record)| (mirror::record_key(id), record)).collect());
            }
            engine.put(vec![mirror::head_pair(&self.keys, *station, *ours)?]);
        }
        match engine.settle() {
            Err(EngineError::Environment(error)) => Err(Error::from_io(error, &self.place.engine(), 0)),
            // It is given up as in a session: the segments answer.
            Err(EngineError::Broken(_)) | Ok(()) => Ok(()),
        }
    }

    /// Makes an engine from the segments beside the one that is given up, which is kept aside.
    fn rebuild_engine(&mut self, opening: &mut Opening) -> Result<(), Error> {
        self.engine = None;
        let files = &*self.ground.files;
        let (here, new, bad) = (self.place.engine(), self.place.engine_new(), self.place.engine_bad());
        remove_folder_if_there(&self.ground, &new)?;
        files.make_folder(&new).on(&new)?;
        let environment = |error: EngineError| match error {
            EngineError::Environment(error) => Some(Error::from_io(error, &new, 0)),
            EngineError::Broken(_) => None,
        };
        match Engine::open(new.clone()) {
            Ok(engine) => self.fill_engine(&engine)?,
            Err(error) => {
                opening.repairs.push(Repair::EngineStopped);
                return environment(error).map_or(Ok(()), Err);
            }
        }
        if here.exists() {
            remove_folder_if_there(&self.ground, &bad)?;
            files.rename(&here, &bad).on(&bad)?;
        }
        files.rename(&new, &here).on(&here)?;
        files.sync_folder(self.place.root()).on(self.place.root())?;
        match Engine::open(here) {
            Ok(engine) => self.engine = Some(engine),
            Err(EngineError::Environment(error)) => {
                return Err(Error::from_io(error, &self.place.engine(), 0));
            }
            Err(EngineError::Broken(_)) => opening.repairs.push(Repair::EngineStopped),
        }
        let entries = self.segments.entries();
        if entries > 0 {
            opening.repairs.push(Repair::EngineRebuilt { entries });
        }
        Ok(())
    }
}

fn open_engine(ground: &Ground, place: &Place) -> Result<Engine, EngineError> {
    let folder = place.engine();
    if !folder.exists() {
        ground.files.make_folder(&folder).map_err(EngineError::Environment)?;
    }
    Engine::open(folder)
}

/// Files that were being written when a process ended mean nothing.
fn remove_unfinished(ground: &Ground, place: &Place) -> Result<(), Error> {
    for folder in [place.root().to_owned(), place.slots(), place.segments()] {
        for name in ground.files.list(&folder).on(&folder)?.iter().filter(|name| name.ends_with(PART)) {
            let path = folder.join(name);
            ground.files.remove(&path).on(&path)?;
        }
    }
    remove_folder_if_there(ground, &place.engine_new())
}

fn remove_folder_if_there(ground: &Ground, path: &Path) -> Result<(), Error> {
    if path.exists() { ground.files.remove_folder(path).on(path) } else { Ok(()) }
}

/// What the copies of `station.json` say, without knowing yet which is authentic.
fn station_files(ground: &Ground, place: &Place) -> Result<Vec<StationFile>, Error> {
    let mut found = Vec::new();
    for path in [place.station(), with_suffix(&place.station(), TWIN)] {
        let bytes = read_if_there(&*ground.files, &path)?;
        found.extend(bytes.and_then(|bytes| StationFile::from_bytes(&bytes)));
    }
    if let Some(newer) = found.iter().find(|file| file.format > FORMAT) {
        return Err(Error::NewerFormat { found: newer.format });
    }
    if found.is_empty() { Err(Error::Damaged { path: place.station() }) } else { Ok(found) }
}

fn authentic_keys(master: &Key, candidates: &[StationFile]) -> Option<Keys> {
    candidates.iter().find_map(|file| {
        let keys = Keys::new(master.clone(), file.station);
        file.is_authentic(&keys).then_some(keys)
    })
}

/// The master key, from either copy of the slot.
fn open_slot(
    ground: &Ground,
    place: &Place,
    passphrase: &Passphrase,
    opening: &mut Opening,
) -> Result<Key, Error> {
    let mut copies: Vec<Vec<u8>> = Vec::new();
    for path in [place.slot(), with_suffix(&place.slot(), TWIN)] {
        copies.extend(read_if_there(&*ground.files, &path)?);
    }
    let differ = copies.len() != 2 || copies[0] != copies[1];
    copies.dedup();
    let mut worst = Error::Damaged { path: place.slot() };
    for copy in copies {
        match unwrap_key(&*ground.stretch, passphrase, &copy) {
            Ok(master) => {
                if differ {
                    replace_both(&*ground.files, &place.slot(), &copy)?;
                    opening.repairs.push(Repair::CopyMended { file: "slots/00-passphrase.slot".to_owned() });
                }
                return Ok(master);
            }
            Err(SlotError::Closed) => worst = Error::WrongPassphrase { failures: 0, wait_seconds: 0 },
            Err(SlotError::Memory) => return Err(CryptoError::Memory.into()),
            Err(SlotError::Newer) => return Err(Error::NewerFormat { found: 2 }),
            Err(SlotError::Malformed | SlotError::Cost) => {}
        }
    }
    Err(worst)
}

fn open_station(
    ground: &Ground,
    place: &Place,
    keys: &Keys,
    opening: &mut Opening,
) -> Result<StationFile, Error> {
    let path = place.station();
    let copies = read_both(&*ground.files, &path, |bytes| {
        StationFile::from_bytes(bytes).filter(|file| file.is_authentic(keys)).map(|file| (file.epoch, file))
    })?;
    let Some((station, bytes)) = copies.best else { return Err(Error::Damaged { path }) };
    if copies.differ {
        replace_both(&*ground.files, &path, &bytes)?;
        opening.repairs.push(Repair::CopyMended { file: "station.json".to_owned() });
    }
    Ok(station)
}

fn open_keyring(
    ground: &Ground,
    place: &Place,
    keys: &Keys,
    opening: &mut Opening,
) -> Result<Keyring, Error> {
    let path = place.keyring();
    let copies = read_both(&*ground.files, &path, |bytes| Keyring::from_sealed(keys, bytes))?;
    let Some((keyring, bytes)) = copies.best else { return Err(Error::Damaged { path }) };
    if copies.differ {
        replace_both(&*ground.files, &path, &bytes)?;
        opening.repairs.push(Repair::CopyMended { file: "keyring".to_owned() });
    }
    Ok(keyring)
}

/// Cuts what a save that never finished left at the end of the last segment.
fn cut_torn_tail(
    ground: &Ground,
    place: &Place,
    walk: &mut Walk,
    opening: &mut Opening,
) -> Result<(), Error> {
    let Some(last) = walk.segments.last_key_value().map(|(segment, _)| *segment) else { return Ok(()) };
    let Some(at) = walk.broken.iter().position(|broken| broken.segment == last && broken.ends_segment) else {
        return Ok(());
    };
    let broken = walk.broken.remove(at);
    let path: PathBuf = place.segments().join(file_name(last));
    let mut file = ground.files.reopen(&path).on(&path)?;
    file.cut(broken.offset).on(&path)?;
    file.sync().on(&path)?;
    walk.segments.insert(last, broken.offset);
    opening.repairs.push(Repair::TornTail { bytes: broken.length });
    Ok(())
}
