//! Backups: sealed copies of the journal and of the small files, verified by reading them again
//! before they count.

use std::path::{Path, PathBuf};

use super::anchor::Anchor;
use super::error::{Error, On as _};
use super::files::Files;
use super::keyring::Keyring;
use super::keys::Keys;
use super::place::Place;
use super::segments::walk;
use super::small::{PART, folder_of, with_suffix, write_new};
use super::upkeep::remove_folder_if_there;
use super::{Ground, Store};
use crate::domain::id::to_hex;
use crate::domain::now::Now;
use crate::journal::entry::Head;

/// How many of its own backups a store keeps.
const KEPT: usize = 2;
/// What of a store is copied.
const COPIED: [&str; 7] =
    ["station.json", "station.json.twin", "keyring", "keyring.twin", "slots", "shelf", "segments"];
/// What a backup says of itself, sealed.
const STATED: &str = "stated";

/// A backup that was made and verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its folder.
    pub path: PathBuf,
    /// How many entries it has.
    pub entries: u64,
}

/// The store's own backups, the newest first.
pub(super) fn backups(files: &dyn Files, place: &Place) -> Result<Vec<PathBuf>, Error> {
    let folder = place.backups();
    let names = files.list(&folder).on(&folder)?;
    let finished = names.iter().rev().filter(|name| !name.ends_with(PART));
    Ok(finished.map(|name| folder.join(name)).collect())
}

impl Store {
    /// Makes a verified backup in a new folder of `folder`, which exists: another disk, a share.
    ///
    /// # Errors
    /// Those of the disk, and [`Error::BadBackup`] when what was written does not read back.
    pub fn backup_to(&self, folder: &Path, now: Now) -> Result<Backup, Error> {
        let folder = std::path::absolute(folder).on(folder)?;
        let station = to_hex(&self.station().0[..3]);
        let names = self.ground.files.list(&folder).on(&folder)?;
        let name = (1..)
            .map(|rank: u32| {
                let more = if rank == 1 { String::new() } else { format!("-{rank}") };
                format!("jalon-{station}-{}{more}", now.today)
            })
            .find(|name| !names.contains(name))
            .expect("a folder has not every name");
        self.backup_as(&folder.join(name))
    }

    /// Makes the backup of the day, unless there is one or nothing changed since the last, and
    /// drops those beyond the two newest. Gives the one that was made.
    ///
    /// # Errors
    /// Those of [`Store::backup_to`].
    pub fn backup_daily(&self, now: Now) -> Result<Option<Backup>, Error> {
        let files = &*self.ground.files;
        let wanted = self.place.backups().join(now.today.to_string());
        let made = backups(files, &self.place)?;
        let latest = made.first().is_some_and(|newest| self.is_backed_up_in(newest));
        if latest || made.contains(&wanted) {
            return Ok(None);
        }
        let backup = self.backup_as(&wanted)?;
        for old in made.iter().skip(KEPT - 1) {
            files.remove_folder(old).on(old)?;
        }
        Ok(Some(backup))
    }

    /// What the store's own backups hold, the newest first: `None` for one that is not sound.
    pub fn own_backups(&self) -> Result<Vec<(PathBuf, Option<u64>)>, Error> {
        let made = backups(&*self.ground.files, &self.place)?;
        let sound = |path: PathBuf| {
            let entries = verify(&self.ground, &self.keys, &path).ok();
            (path, entries)
        };
        Ok(made.into_iter().map(sound).collect())
    }

    fn is_backed_up_in(&self, backup: &Path) -> bool {
        let stated = stated(&self.ground, &self.keys, backup);
        stated.is_some_and(|stated| stated == self.anchor_now())
    }

    fn backup_as(&self, to: &Path) -> Result<Backup, Error> {
        let files = &*self.ground.files;
        let part = with_suffix(to, PART);
        remove_folder_if_there(&self.ground, &part)?;
        files.make_folder(&part).on(&part)?;
        let made = self.fill_backup(&part).and_then(|()| verify(&self.ground, &self.keys, &part));
        let entries = match made {
            Ok(entries) => entries,
            Err(error) => {
                drop(files.remove_folder(&part));
                return Err(error);
            }
        };
        files.rename(&part, to).on(to)?;
        files.sync_folder(folder_of(to)).on(to)?;
        Ok(Backup { path: to.to_owned(), entries })
    }

    fn fill_backup(&self, to: &Path) -> Result<(), Error> {
        let files = &*self.ground.files;
        for name in COPIED {
            copy_all(files, &self.place.root().join(name), &to.join(name))?;
        }
        let stated = self.anchor_now().to_sealed(&self.keys)?;
        write_new(files, &to.join(STATED), &stated)?;
        files.sync_folder(to).on(to)
    }
}

/// Copies a file or a folder and all it holds, durably; there being none is as good.
pub(super) fn copy_all(files: &dyn Files, from: &Path, to: &Path) -> Result<(), Error> {
    if !from.exists() {
        return Ok(());
    }
    if !from.is_dir() {
        return write_new(files, to, &files.read(from).on(from)?);
    }
    files.make_folder(to).on(to)?;
    for name in files.list(from).on(from)?.iter().filter(|name| !name.ends_with(PART)) {
        copy_all(files, &from.join(name), &to.join(name))?;
    }
    files.sync_folder(to).on(to)
}

/// Checks a whole backup, and gives how many entries it has.
fn verify(ground: &Ground, keys: &Keys, backup: &Path) -> Result<u64, Error> {
    let bad = || Error::BadBackup { path: backup.to_owned() };
    let stated = stated(ground, keys, backup).ok_or_else(bad)?;
    let found = walk(&*ground.files, &backup.join("segments"), keys)?;
    let head = found.heads().get(&keys.station).copied().unwrap_or(Head::EMPTY);
    let entries = found.frames.iter().map(|at| u64::from(at.frame.count)).sum();
    let keyring = ground.files.read(&backup.join("keyring")).ok();
    let keyring = keyring.and_then(|sealed| Keyring::from_sealed(keys, &sealed)).ok_or_else(bad)?;
    let sound = found.broken.is_empty()
        && head == stated.head
        && entries == stated.entries
        && keyring.0 == stated.keyring;
    if sound { Ok(entries) } else { Err(bad()) }
}

/// What a backup says of itself.
fn stated(ground: &Ground, keys: &Keys, backup: &Path) -> Option<Anchor> {
    Anchor::from_sealed(keys, &ground.files.read(&backup.join(STATED)).ok()?)
}
