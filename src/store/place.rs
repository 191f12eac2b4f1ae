//! Where things stand on disk, and whether they are ours alone.

use std::collections::BTreeSet;
use std::fs::Metadata;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Component, Path, PathBuf};

use super::error::{Error, On as _};
use super::files::Files;
use super::shelf::Area;
use super::small::folder_of;

/// The keyslot that a passphrase opens, inside a store.
pub(super) const SLOT: &str = "slots/00-passphrase.slot";

/// The folder of a store and that of its anchor.
#[derive(Debug, Clone)]
pub(super) struct Place {
    root: PathBuf,
    state: PathBuf,
}

impl Place {
    /// The place of a store in `root`, with its anchor in `state`; both made absolute.
    pub(super) fn new(root: &Path, state: &Path) -> Result<Self, Error> {
        Ok(Self { root: absolute(root)?, state: absolute(state)? })
    }

    /// The same, with the store in another folder.
    pub(super) fn with_root(&self, root: PathBuf) -> Self {
        Self { root, state: self.state.clone() }
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    pub(super) fn station(&self) -> PathBuf {
        self.root.join("station.json")
    }

    pub(super) fn slots(&self) -> PathBuf {
        self.root.join("slots")
    }

    pub(super) fn slot(&self) -> PathBuf {
        self.root.join(SLOT)
    }

    pub(super) fn keyring(&self) -> PathBuf {
        self.root.join("keyring")
    }

    pub(super) fn lock(&self) -> PathBuf {
        self.root.join("lock")
    }

    pub(super) fn engine(&self) -> PathBuf {
        self.root.join("db")
    }

    /// Where the engine is rebuilt before it takes its place.
    pub(super) fn engine_new(&self) -> PathBuf {
        self.root.join("db.new")
    }

    /// Where the last engine that was given up is kept.
    pub(super) fn engine_bad(&self) -> PathBuf {
        self.root.join("db.bad")
    }

    pub(super) fn segments(&self) -> PathBuf {
        self.root.join("segments")
    }

    pub(super) fn backups(&self) -> PathBuf {
        self.root.join("backups")
    }

    pub(super) fn shelf(&self) -> PathBuf {
        self.root.join("shelf")
    }

    pub(super) fn blobs(&self) -> PathBuf {
        self.root.join("blobs")
    }

    pub(super) fn anchor(&self) -> PathBuf {
        self.state.join("anchor")
    }

    pub(super) fn attempts(&self) -> PathBuf {
        self.state.join("attempts")
    }

    /// Makes the folders of a store that are not there, durably: what is put in them must not go
    /// with their names.
    pub(super) fn make_folders(&self, files: &dyn Files) -> Result<(), Error> {
        let mut folders = vec![self.slots(), self.segments(), self.backups(), self.shelf(), self.blobs()];
        folders.extend(["outbox", "quarantine"].map(|name| self.root.join(name)));
        folders.extend(Area::ALL.map(|area| self.shelf().join(area.folder())));
        folders.retain(|folder| !folder.exists());
        for folder in &folders {
            files.make_folder(folder).on(folder)?;
        }
        let above: BTreeSet<&Path> = folders.iter().map(|folder| folder_of(folder)).collect();
        above.into_iter().try_for_each(|folder| files.sync_folder(folder).on(folder))
    }

    /// Checks that no component of the way is a symbolic link, and that the store and what
    /// stands in it are ours and closed to others.
    pub(super) fn check(&self) -> Result<(), Error> {
        refuse_symlinks(&self.root)?;
        if !self.station().exists() && !self.slots().exists() {
            return Err(Error::Missing { path: self.root.clone() });
        }
        check_ours(&self.root)?;
        let shelves = Area::ALL.map(|area| self.shelf().join(area.folder()));
        let folders = [self.root.clone(), self.slots(), self.segments(), self.shelf()];
        folders.iter().chain(&shelves).try_for_each(|folder| check_content(folder, check_ours))?;
        // The engine makes its files for whoever the process lets in; they are closed once it is open, unless
        // it was cut short. Their folder is.
        check_content(&self.engine(), |path| check_owner(path).map(drop))
    }

    /// Checks the folder of the anchor, and makes it when there is none.
    pub(super) fn check_state(&self, files: &dyn Files) -> Result<(), Error> {
        refuse_symlinks(&self.state)?;
        make_private_folders(files, &self.state)?;
        check_ours(&self.state)
    }
}

/// Makes a folder that may be there already, and the missing ones above it, durably and for us
/// only: a store must not go with the name of the folder that it was put in.
pub(super) fn make_private_folders(files: &dyn Files, path: &Path) -> Result<(), Error> {
    let missing: Vec<&Path> = path.ancestors().take_while(|folder| !folder.exists()).collect();
    for folder in missing.into_iter().rev() {
        files.make_folder(folder).on(folder)?;
        files.sync_folder(folder_of(folder)).on(folder)?;
    }
    Ok(())
}

fn absolute(path: &Path) -> Result<PathBuf, Error> {
    std::path::absolute(path).on(path)
}

/// Refuses a way that goes through a symbolic link: whoever may change the link may exchange
/// the store.
pub(super) fn refuse_symlinks(path: &Path) -> Result<(), Error> {
    let mut walked = PathBuf::new();
    for component in path.components() {
        walked.push(component);
        if !matches!(component, Component::Normal(_)) {
            continue;
        }
        match std::fs::symlink_metadata(&walked) {
            Ok(found) if found.is_symlink() => return Err(Error::Symlink { path: walked }),
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(Error::from_io(error, &walked, 0)),
        }
    }
    Ok(())
}

fn check_ours(path: &Path) -> Result<(), Error> {
    let mode = check_owner(path)?.mode() & 0o777;
    if mode & 0o077 == 0 { Ok(()) } else { Err(Error::TooOpen { path: path.to_owned(), mode }) }
}

/// Checks that it is no link, and ours.
fn check_owner(path: &Path) -> Result<Metadata, Error> {
    let found = std::fs::symlink_metadata(path).on(path)?;
    let path = path.to_owned();
    if found.is_symlink() {
        return Err(Error::Symlink { path });
    }
    if found.uid() != rustix::process::geteuid().as_raw() {
        return Err(Error::NotOurs { path });
    }
    Ok(found)
}

fn check_content(folder: &Path, check: fn(&Path) -> Result<(), Error>) -> Result<(), Error> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        // Damage, which is put right later, and no matter of rights.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(()),
        Err(error) => return Err(Error::from_io(error, folder, 0)),
    };
    for entry in entries {
        match check(&entry.on(folder)?.path()) {
            // Whoever has the store open finished with it just now.
            Err(Error::Disk { source, .. }) if source.kind() == ErrorKind::NotFound => {}
            checked => checked?,
        }
    }
    Ok(())
}
