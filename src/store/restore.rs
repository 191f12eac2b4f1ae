//! Restoring: a backup is copied beside, opened and read there to the last entry, and only then
//! takes the place of the store, which is kept.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::backup::copy_all;
use super::create::{beside, put_in_place};
use super::error::{Error, On as _};
use super::lock::Lock;
use super::place::{Place, make_private_folders, refuse_symlinks};
use super::small::{folder_of, read_if_there, remove_if_there, replace, with_suffix};
use super::stated::{STATED, Stated};
use super::station_file::StationFile;
use super::{Ground, Repair, Store};
use crate::crypto::{Passphrase, random_bytes};
use crate::domain::now::Now;

/// A store that was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// How many entries it has.
    pub entries: u64,
    /// Its epoch from now on.
    pub epoch: u64,
    /// Where the store that it replaces is kept, if there was one.
    pub kept: Option<PathBuf>,
}

impl Store {
    /// Puts the backup in `from` in the place of the store in `folder`, if there is one, after
    /// reading all of it. The restored store takes a new epoch, so that the centre does not take
    /// what it writes for what was written before. Whoever was erased from the present store is
    /// erased from the restored one.
    ///
    /// # Errors
    /// [`Error::BadBackup`] when an entry of the backup cannot be read, [`Error::WrongPassphrase`]
    /// for that of the backup, [`Error::Held`] when the store is open, and those of the disk. The
    /// present store is untouched.
    pub fn restore(
        from: &Path,
        folder: &Path,
        state: &Path,
        passphrase: &Passphrase,
        now: Now,
    ) -> Result<Restored, Error> {
        Self::restore_on(Ground::default(), [from, folder, state], passphrase, now)
    }

    /// [`Store::restore`] on another ground.
    ///
    /// # Errors
    /// Those of [`Store::restore`].
    pub fn restore_on(
        ground: Ground,
        [from, folder, state]: [&Path; 3],
        passphrase: &Passphrase,
        now: Now,
    ) -> Result<Restored, Error> {
        let place = Place::new(folder, state)?;
        refuse_symlinks(place.root())?;
        place.check_state(&*ground.files)?;
        make_private_folders(&*ground.files, folder_of(place.root()))?;
        let is_there = place.station().exists() || place.lock().exists();
        let _held = if is_there { Some(Lock::take(place.root(), now)?) } else { None };
        let present = read_if_there(&*ground.files, &place.station())?;
        let present = present.and_then(|bytes| StationFile::from_bytes(&bytes)).map_or(0, |file| file.epoch);
        let here = place.clone();
        let rehearsal = place.with_root(beside(place.root(), &random_bytes::<4>()?));
        let state = with_suffix(rehearsal.root(), ".state");
        let rehearsed = rehearse(&ground, from, &rehearsal, &state, |place| {
            let (mut store, opening) =
                Self::unlock_on(ground.clone(), place.root(), &state, passphrase, now)?;
            let mut repairs = opening.repairs;
            repairs.extend(store.visit(drop)?);
            if repairs.iter().any(Repair::is_serious) || !store.is_whole(from)? {
                return Err(Error::BadBackup { path: from.to_owned() });
            }
            store.erase_as_in(&here)?;
            store.begin_epoch(present.max(store.epoch()) + 1)?;
            Ok((store.anchor_now().to_sealed(&store.keys)?, store.len(), store.epoch()))
        });
        drop(ground.files.remove_folder(&state));
        let swapped = rehearsed.and_then(|made| Ok((made, swap(&ground, &rehearsal, &place, now)?)));
        match swapped {
            Ok(((anchor, entries, epoch), kept)) => {
                replace(&*ground.files, &place.anchor(), &anchor)?;
                Ok(Restored { entries, epoch, kept })
            }
            Err(error) => {
                drop(ground.files.remove_folder(rehearsal.root()));
                Err(error)
            }
        }
    }
}

impl Store {
    /// Whether the store that was opened from a copy of `from` has all that the backup there says
    /// it has. What has an engine is no backup but a store, copied or put aside: it says nothing.
    fn is_whole(&self, from: &Path) -> Result<bool, Error> {
        let stated = Stated::read(&*self.ground.files, &self.keys, from)?;
        let is_a_store = from.join("db").exists() && !from.join(STATED).exists();
        Ok(is_a_store || stated == Some(self.stated()?))
    }
}

/// Copies the backup beside, makes what it lacks of a store, and tries it. The anchor of the
/// present store must not judge the past, so the copy is tried with another one.
fn rehearse<T>(
    ground: &Ground,
    from: &Path,
    place: &Place,
    state: &Path,
    trial: impl FnOnce(&Place) -> Result<T, Error>,
) -> Result<T, Error> {
    let files = &*ground.files;
    copy_all(files, from, place.root())?;
    if !place.slots().exists() {
        return Err(Error::BadBackup { path: from.to_owned() });
    }
    // It speaks of the backup, not of the store that it becomes.
    remove_if_there(files, &place.root().join(STATED))?;
    files.make_folder(state).on(state)?;
    trial(place)
}

/// Puts the rehearsed store in its place, and what stood there aside. When this fails, what
/// stood there still does.
fn swap(ground: &Ground, rehearsal: &Place, place: &Place, now: Now) -> Result<Option<PathBuf>, Error> {
    if !place.root().exists() {
        put_in_place(ground, rehearsal.root(), place.root())?;
        return Ok(None);
    }
    let files = &*ground.files;
    let name = place.root().file_name().unwrap_or_default().to_string_lossy().into_owned();
    let kept = (1..)
        .map(|rank: u32| place.root().with_file_name(format!("{name}.before-{}-{rank}", now.today)))
        .find(|path| !path.exists())
        .expect("a folder has not every name");
    match files.exchange(rehearsal.root(), place.root()) {
        Ok(()) => {
            let named = put_in_place(ground, rehearsal.root(), &kept);
            Ok(Some(if named.is_ok() { kept } else { rehearsal.root().to_owned() }))
        }
        // Not every file system can exchange at once.
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => {
            put_in_place(ground, place.root(), &kept)?;
            let placed = put_in_place(ground, rehearsal.root(), place.root());
            if placed.is_err() {
                files.rename(&kept, place.root()).on(place.root())?;
            }
            placed.map(|()| Some(kept))
        }
        Err(error) => Err(Error::from_io(error, place.root(), 0)),
    }
}
