//! Making a store: beside its place, proved by reopening, then put there by one rename, so that
//! half a store never exists.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::error::{Error, On as _};
use super::keyring::Keyring;
use super::keys::Keys;
use super::lock::Lock;
use super::place::{Place, make_private_folders, refuse_symlinks};
use super::small::{folder_of, replace_both};
use super::station_file::StationFile;
use super::{Ground, KdfCost, Opening, StationId, StationRole, Store};
use crate::crypto::{Key, Passphrase, random_bytes, unwrap_key, wrap_key};
use crate::domain::id::to_hex;
use crate::domain::now::Now;

/// What a new store is made of.
#[derive(Debug)]
pub struct StoreSetup<'a> {
    /// What opens it. Whether it is strong enough was judged before.
    pub passphrase: &'a Passphrase,
    /// What trying a passphrase costs.
    pub cost: KdfCost,
    /// What the station is for.
    pub role: StationRole,
    /// The station's identity; drawn at random when there is none.
    pub station: Option<StationId>,
}

impl Store {
    /// Makes a store in `folder`, which does not exist or is empty, with its anchor in `state`,
    /// and opens it.
    ///
    /// # Errors
    /// [`Error::AlreadyThere`], and those of the surroundings. Nothing is left behind in `folder`.
    pub fn create(folder: &Path, state: &Path, setup: &StoreSetup<'_>, now: Now) -> Result<Self, Error> {
        Self::create_on(Ground::default(), folder, state, setup, now)
    }

    /// [`Store::create`] on another ground.
    ///
    /// # Errors
    /// Those of [`Store::create`].
    pub fn create_on(
        ground: Ground,
        folder: &Path,
        state: &Path,
        setup: &StoreSetup<'_>,
        now: Now,
    ) -> Result<Self, Error> {
        let place = Place::new(folder, state)?;
        refuse_symlinks(place.root())?;
        place.check_state(&*ground.files)?;
        refuse_occupied(place.root())?;
        make_private_folders(&*ground.files, folder_of(place.root()))?;
        remove_abandoned(&ground, &place)?;
        let beside = place.with_root(beside(place.root(), &random_bytes::<4>()?));
        let made = fill(&ground, &beside, setup, now).and_then(|(keys, lock)| {
            put_in_place(&ground, beside.root(), place.root())?;
            Ok((keys, lock))
        });
        match made {
            Ok((keys, lock)) => {
                let mut opening = Opening::default();
                Self::open_with(ground, place, lock, keys, &mut opening)
            }
            Err(error) => {
                drop(ground.files.remove_folder(beside.root()));
                Err(error)
            }
        }
    }
}

/// Puts a finished store where it belongs; an empty folder there gives way.
pub(super) fn put_in_place(ground: &Ground, from: &Path, to: &Path) -> Result<(), Error> {
    ground.files.rename(from, to).on(to)?;
    let parent = folder_of(to);
    ground.files.sync_folder(parent).on(parent)
}

/// A folder beside `root`, for a store that is being made.
pub(super) fn beside(root: &Path, mark: &[u8]) -> PathBuf {
    root.with_file_name(format!("{}{}", abandoned_prefix(root), to_hex(mark)))
}

fn abandoned_prefix(root: &Path) -> String {
    format!(".{}.new-", root.file_name().unwrap_or_default().to_string_lossy())
}

/// Removes what a creation that was cut short left beside.
fn remove_abandoned(ground: &Ground, place: &Place) -> Result<(), Error> {
    let parent = folder_of(place.root());
    let prefix = abandoned_prefix(place.root());
    for name in ground.files.list(parent).on(parent)?.iter().filter(|name| name.starts_with(&prefix)) {
        let path = parent.join(name);
        ground.files.remove_folder(&path).on(&path)?;
    }
    Ok(())
}

fn refuse_occupied(root: &Path) -> Result<(), Error> {
    match std::fs::read_dir(root) {
        Ok(mut entries) => match entries.next() {
            None => Ok(()),
            Some(_) => Err(Error::AlreadyThere { path: root.to_owned() }),
        },
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            Err(Error::AlreadyThere { path: root.to_owned() })
        }
        Err(error) => Err(Error::from_io(error, root, 0)),
    }
}

/// Fills the folder of a new store, and takes its lock.
fn fill(ground: &Ground, place: &Place, setup: &StoreSetup<'_>, now: Now) -> Result<(Keys, Lock), Error> {
    let files = &*ground.files;
    files.make_folder(place.root()).on(place.root())?;
    place.make_folders(files)?;
    let lock = Lock::take(place.root(), now)?;
    let master = Key::random()?;
    let slot = wrap_key(&*ground.stretch, setup.passphrase, setup.cost, &master)?;
    replace_both(files, &place.slot(), slot.as_bytes())?;
    // The passphrase is proved on what was written, before anything is sealed for good.
    let written = files.read(&place.slot()).on(&place.slot())?;
    let proved = unwrap_key(&*ground.stretch, setup.passphrase, &written).ok();
    if proved.is_none_or(|proved| proved.expose() != master.expose()) {
        return Err(Error::Damaged { path: place.slot() });
    }
    let station = match setup.station {
        Some(station) => station,
        None => StationId(random_bytes()?),
    };
    let keys = Keys::new(master, station);
    replace_both(files, &place.keyring(), &Keyring::default().to_sealed(&keys)?)?;
    let station = StationFile::new(&keys, setup.role, 1, None);
    replace_both(files, &place.station(), &station.to_bytes())?;
    files.sync_folder(place.root()).on(place.root())?;
    Ok((keys, lock))
}
