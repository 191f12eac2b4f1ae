//! The small files without which nothing opens: keyslot, `station.json`, keyring. Each has two
//! copies, and older ones in the backups for when both are gone.

use std::path::{Path, PathBuf};

use super::backup::backups;
use super::error::Error;
use super::keyring::Keyring;
use super::keys::Keys;
use super::place::{Place, SLOT, make_private_folders};
use super::small::{TWIN, read_both, read_if_there, replace_both, with_suffix};
use super::station_file::{FORMAT, StationFile};
use super::{Ground, Opening, Repair};
use crate::crypto::{CryptoError, Key, Passphrase, SlotError, unwrap_key};

/// What the copies of `station.json` say, without knowing yet which is authentic.
pub(super) fn station_files(ground: &Ground, place: &Place) -> Result<Vec<StationFile>, Error> {
    let mut found = read_copies(ground, &place.station())?;
    let readable = |found: &[Vec<u8>]| -> Vec<StationFile> {
        found.iter().filter_map(|bytes| StationFile::from_bytes(bytes)).collect()
    };
    if readable(&found).is_empty() {
        found.extend(copies_in_backups(ground, place, &place.station())?);
    }
    let (known, newer): (Vec<_>, Vec<_>) =
        readable(&found).into_iter().partition(|file| file.format <= FORMAT);
    match (known.is_empty(), newer.first()) {
        (false, _) => Ok(known),
        (true, Some(newer)) => Err(Error::NewerFormat { found: newer.format }),
        (true, None) => Err(Error::Damaged { path: place.station() }),
    }
}

/// The keys of the store that is authentically the one of `master`.
pub(super) fn authentic_keys(master: &Key, candidates: &[StationFile]) -> Option<Keys> {
    candidates.iter().find_map(|file| {
        let keys = Keys::new(master.clone(), file.station);
        file.is_authentic(&keys).then_some(keys)
    })
}

/// The master key, from the first copy of the slot that opens.
pub(super) fn open_slot(
    ground: &Ground,
    place: &Place,
    passphrase: &Passphrase,
    opening: &mut Opening,
) -> Result<Key, Error> {
    let path = place.slot();
    let copies = read_copies(ground, &path)?;
    let mut differ = copies.len() != 2 || copies[0] != copies[1];
    let mut tried = try_slots(ground, passphrase, &copies)?;
    if tried == Tried::Unreadable {
        differ = true;
        tried = try_slots(ground, passphrase, &copies_in_backups(ground, place, &path)?)?;
    }
    match tried {
        Tried::Opened(master, copy) => {
            if differ {
                make_private_folders(&*ground.files, &place.slots())?;
                replace_both(&*ground.files, &path, &copy)?;
                opening.repairs.push(Repair::CopyMended { file: SLOT.to_owned() });
            }
            Ok(master)
        }
        Tried::Closed => Err(Error::WrongPassphrase { failures: 0, wait_seconds: 0 }),
        Tried::Newer => Err(Error::NewerFormat { found: FORMAT + 1 }),
        Tried::Unreadable => Err(Error::Damaged { path }),
    }
}

/// What trying copies of a slot gave, the best last.
#[derive(PartialEq)]
enum Tried {
    Unreadable,
    Newer,
    Closed,
    Opened(Key, Vec<u8>),
}

fn try_slots(ground: &Ground, passphrase: &Passphrase, copies: &[Vec<u8>]) -> Result<Tried, Error> {
    let mut best = Tried::Unreadable;
    for (rank, copy) in copies.iter().enumerate() {
        if copies[..rank].contains(copy) {
            continue;
        }
        best = match unwrap_key(&*ground.stretch, passphrase, copy) {
            Ok(master) => return Ok(Tried::Opened(master, copy.clone())),
            Err(SlotError::Memory) => return Err(CryptoError::Memory.into()),
            Err(SlotError::Closed) => Tried::Closed,
            Err(SlotError::Newer) if best == Tried::Unreadable => Tried::Newer,
            Err(SlotError::Newer | SlotError::Malformed | SlotError::Cost) => best,
        };
    }
    Ok(best)
}

/// `station.json`, put right from its better copy.
pub(super) fn open_station(
    ground: &Ground,
    place: &Place,
    keys: &Keys,
    opening: &mut Opening,
) -> Result<StationFile, Error> {
    let path = place.station();
    let read = |bytes: &[u8]| {
        let file = StationFile::from_bytes(bytes).filter(|file| file.is_authentic(keys))?;
        Some((file.epoch, file))
    };
    let copies = read_both(&*ground.files, &path, read)?;
    let best = match copies.best {
        Some(best) => Some(best),
        None => copies_in_backups(ground, place, &path)?
            .into_iter()
            .find_map(|bytes| Some((read(&bytes)?.1, bytes))),
    };
    let Some((station, bytes)) = best else { return Err(Error::Damaged { path }) };
    if copies.differ {
        replace_both(&*ground.files, &path, &bytes)?;
        opening.repairs.push(Repair::CopyMended { file: "station.json".to_owned() });
    }
    Ok(station)
}

/// The keyring, put right from its better copy, or else from the newest backup that has one.
pub(super) fn open_keyring(
    ground: &Ground,
    place: &Place,
    keys: &Keys,
    opening: &mut Opening,
) -> Result<Keyring, Error> {
    let path = place.keyring();
    let copies = read_both(&*ground.files, &path, |bytes| Keyring::from_sealed(keys, bytes))?;
    if let Some((keyring, bytes)) = copies.best {
        if copies.differ {
            replace_both(&*ground.files, &path, &bytes)?;
            opening.repairs.push(Repair::CopyMended { file: "keyring".to_owned() });
        }
        return Ok(keyring);
    }
    // The last keyring, whatever the days of the backups say: an older one lacks people's keys.
    let older = copies_in_backups(ground, place, &path)?;
    let known = older.into_iter().filter_map(|bytes| Some((Keyring::from_sealed(keys, &bytes)?, bytes)));
    let Some(((_, keyring), bytes)) = known.max_by_key(|((generation, _), _)| *generation) else {
        return Err(Error::Damaged { path });
    };
    replace_both(&*ground.files, &path, &bytes)?;
    opening.repairs.push(Repair::KeyringFromBackup);
    Ok(keyring)
}

fn read_copies(ground: &Ground, path: &Path) -> Result<Vec<Vec<u8>>, Error> {
    let mut copies = Vec::new();
    for path in [path.to_owned(), with_suffix(path, TWIN)] {
        copies.extend(read_if_there(&*ground.files, &path)?);
    }
    Ok(copies)
}

/// The copies of a small file in the store's own backups, the last day first.
fn copies_in_backups(ground: &Ground, place: &Place, path: &Path) -> Result<Vec<Vec<u8>>, Error> {
    let inside = path.strip_prefix(place.root()).expect("small files stand in the store");
    let mut copies = Vec::new();
    for backup in backups(&*ground.files, place)? {
        copies.extend(read_copies(ground, &backup.join(PathBuf::from(inside)))?);
    }
    Ok(copies)
}
