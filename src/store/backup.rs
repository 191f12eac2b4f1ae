//! Backups: sealed copies of the journal and of the small files, verified by reading them again
//! before they count.

use std::cmp::Reverse;
use std::path::{Path, PathBuf};

use super::anchor::Anchor;
use super::blobs::listed;
use super::error::{Error, On as _};
use super::files::Files;
use super::keyring::Keyring;
use super::keys::Keys;
use super::place::{Place, SLOT};
use super::segments::walk;
use super::shelf::Shelf;
use super::small::{PART, folder_of, read_both, with_suffix, write_new};
use super::stated::{STATED, Stated};
use super::station_file::StationFile;
use super::upkeep::remove_folder_if_there;
use super::{Ground, Store};
use crate::crypto::is_slot;
use crate::domain::id::to_hex;
use crate::domain::now::Now;
use crate::journal::entry::Head;

/// How many of its own backups a store keeps.
const KEPT: usize = 2;
/// What of a store is copied.
const COPIED: [&str; 8] =
    ["station.json", "station.json.twin", "keyring", "keyring.twin", "slots", "shelf", "blobs", "segments"];

/// A backup that was made and verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its folder.
    pub path: PathBuf,
    /// How many entries it has.
    pub entries: u64,
}

/// The store's own backups, the last day first.
pub(super) fn backups(files: &dyn Files, place: &Place) -> Result<Vec<PathBuf>, Error> {
    let folder = place.backups();
    let names = files.list(&folder).on(&folder)?;
    let finished = names.iter().rev().filter(|name| !name.ends_with(PART));
    Ok(finished.map(|name| folder.join(name)).collect())
}

/// The store's own backups, the one that has come furthest first: once the clock went back, the
/// last day is not the newest backup. One that does not say how far it came stands last.
pub(super) fn furthest_first(files: &dyn Files, place: &Place, keys: &Keys) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    for folder in backups(files, place)? {
        let anchor = Stated::read(files, keys, &folder)?.map(|stated| stated.anchor);
        found.push((anchor.map(|it| (it.epoch, it.keyring, it.entries, it.shelf)), folder));
    }
    found.sort_by_key(|(came, _)| Reverse(*came));
    Ok(found.into_iter().map(|(_, folder)| folder).collect())
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
        let made = furthest_first(files, &self.place, &self.keys)?;
        if made.contains(&wanted) {
            return Ok(None);
        }
        if let Some(newest) = made.first()
            && Stated::read(files, &self.keys, newest)? == Some(self.stated()?)
        {
            return Ok(None);
        }
        let backup = self.backup_as(&wanted)?;
        for old in made.iter().skip(KEPT - 1) {
            // Under another name first: half a backup must not pass for one.
            let part = with_suffix(old, PART);
            files.rename(old, &part).on(old)?;
            files.sync_folder(folder_of(old)).on(old)?;
            files.remove_folder(&part).on(old)?;
        }
        Ok(Some(backup))
    }

    /// What the store's own backups hold, the one that came furthest first: `None` for one that is not sound.
    pub fn own_backups(&self) -> Result<Vec<(PathBuf, Option<u64>)>, Error> {
        let made = furthest_first(&*self.ground.files, &self.place, &self.keys)?;
        let sound = |path: PathBuf| {
            let entries = verify(&self.ground, &self.keys, &path).ok();
            (path, entries)
        };
        Ok(made.into_iter().map(sound).collect())
    }

    /// What a backup made now says of itself.
    pub(super) fn stated(&self) -> Result<Stated, Error> {
        Stated::of(
            self.anchor_now(),
            &self.shelf,
            &self.keys,
            &listed(&*self.ground.files, &self.place.blobs())?,
        )
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
        write_new(files, &to.join(STATED), &self.stated()?.to_sealed(&self.keys)?)?;
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
    let files = &*ground.files;
    let stated = Stated::read(files, keys, backup)?.ok_or_else(bad)?;
    let found = walk(files, &backup.join("segments"), keys)?;
    let entries = found.frames.iter().map(|at| u64::from(at.frame.count)).sum();
    let keyring = read_both(files, &backup.join("keyring"), |bytes| {
        Keyring::from_sealed(keys, bytes).map(|(generation, _)| (generation, generation))
    })?;
    let station = read_both(files, &backup.join("station.json"), |bytes| {
        let file = StationFile::from_bytes(bytes).filter(|file| file.is_authentic(keys))?;
        Some((file.epoch, (file.epoch, file.journal())))
    })?;
    let (epoch, journal) = station.best.map(|(said, _)| said).ok_or_else(bad)?;
    let slot = read_both(files, &backup.join(SLOT), |bytes| is_slot(bytes).then_some((0, ())))?;
    let keyring = keyring.best.map(|(generation, _)| generation).ok_or_else(bad)?;
    let head = found.heads().get(&journal).copied().unwrap_or(Head::EMPTY);
    let anchor = Anchor { epoch, keyring, entries, head, shelf: 0 };
    let shelf = Shelf::new(ground.files.clone(), backup.join("shelf"));
    let holds = found.broken.is_empty() && slot.best.is_some();
    let blobs = listed(files, &backup.join("blobs"))?;
    if holds && Stated::of(anchor, &shelf, keys, &blobs)? == stated { Ok(entries) } else { Err(bad()) }
}
