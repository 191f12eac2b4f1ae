//! Everything about one person, written to a folder for them (GDPR, articles 15 and 20): the pages that
//! the caller made of it, and every attachment. The journal keeps a line of it.

use std::collections::BTreeSet;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use super::error::Error;
use super::outcome::Version;
use super::session::{Session, Writing};
use crate::domain::body::Body;
use crate::domain::evidence::Attachment;
use crate::domain::id::{PersonId, from_hex};
use crate::domain::list_export::{ListExport, ListFormat};
use crate::domain::now::Now;
use crate::journal::entry::Digest;

/// Folder of the attachments.
const ATTACHMENTS: &str = "pieces";
/// Most characters of an attachment's own name that are kept.
const LONGEST_NAME: usize = 60;

/// A file of the folder.
#[derive(Clone)]
pub struct Page {
    /// Its name.
    pub name: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A folder to be written, with pages that were made of what the station told.
#[derive(Clone)]
pub struct DossierAsked {
    /// Whose.
    pub person: PersonId,
    /// The folder, as the user typed it.
    pub path: String,
    /// How many versions the pages were made of: they tell all there is, or are not written.
    pub versions: usize,
    /// The pages.
    pub pages: Vec<Page>,
}

impl std::fmt::Debug for DossierAsked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DossierAsked({} […])", self.person)
    }
}

/// A folder that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    /// Where it is.
    pub path: PathBuf,
    /// How many versions of things the station has of the person.
    pub versions: u64,
    /// How many attachments are in it.
    pub attachments: u64,
    /// How many are not: they are damaged or gone.
    pub left_out: u64,
}

impl Session {
    /// Writes everything about a person to a new folder `to` (0700, its files 0600). `pages` makes the
    /// readable and the machine form of every version, newest first. When this returns the folder and
    /// the line of the journal are on the disk; when it fails there is no such folder.
    ///
    /// # Errors
    /// [`Error::NoSuchPerson`]; the folder exists or cannot be written; the store's.
    pub fn write_dossier(
        &mut self,
        person: PersonId,
        to: &Path,
        pages: impl FnOnce(&[Version]) -> Vec<Page>,
        now: Now,
    ) -> Result<Dossier, Error> {
        self.file(person)?;
        let versions = self.history(person)?;
        DirBuilder::new().mode(0o700).create(to).map_err(Error::medium(to))?;
        let written = self.fill_dossier(person, to, &versions, pages(&versions));
        let told = written.and_then(|(attachments, left_out)| {
            let format = ListFormat::Json;
            let line = ListExport { made_on: now.today, people: 1, format, person: Some(person) };
            self.write(vec![Writing::of_station(Body::ListExport(line))], now)?;
            let versions = versions.len() as u64;
            Ok(Dossier { path: to.to_owned(), versions, attachments, left_out })
        });
        if told.is_err() {
            let _taken_away = std::fs::remove_dir_all(to);
        }
        told
    }

    fn fill_dossier(
        &self,
        person: PersonId,
        to: &Path,
        versions: &[Version],
        pages: Vec<Page>,
    ) -> Result<(u64, u64), Error> {
        for page in pages {
            let path = to.join(page.name);
            let write = |mut file: File| file.write_all(&page.bytes).and_then(|()| file.sync_all());
            create(&path).and_then(write).map_err(Error::medium(&path))?;
        }
        let folder = to.join(ATTACHMENTS);
        let attached = attachments(versions);
        if !attached.is_empty() {
            DirBuilder::new().mode(0o700).create(&folder).map_err(Error::medium(&folder))?;
        }
        let mut left_out = 0;
        for (rank, (attachment, sha256)) in attached.iter().enumerate() {
            let path = folder.join(file_name(rank + 1, attachment));
            if self.store.check_attachment(person, *sha256).is_err() {
                left_out += 1;
                continue;
            }
            let mut bytes = self.store.attachment(person, *sha256)?;
            let copy = |mut file: File| io::copy(&mut bytes, &mut file).and_then(|_| file.sync_all());
            create(&path).and_then(copy).map_err(Error::medium(&path))?;
        }
        let sync = |path: &Path| File::open(path).and_then(|it| it.sync_all()).map_err(Error::medium(path));
        sync(to)?;
        Ok((attached.len() as u64 - left_out, left_out))
    }
}

fn create(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

/// Every file that any version was kept with, each once.
fn attachments(versions: &[Version]) -> Vec<(Attachment, Digest)> {
    let mut seen = BTreeSet::new();
    let attached = versions.iter().filter_map(|version| match &version.body {
        Some(Body::Evidence(evidence)) => evidence.attachment.clone(),
        Some(_) | None => None,
    });
    let attached = attached.filter_map(|it| Some((from_hex(&it.sha256).map(Digest)?, it)));
    attached.filter(|(sha256, _)| seen.insert(sha256.0)).map(|(sha256, it)| (it, sha256)).collect()
}

/// A name that no system takes for anything but a name, with the ending of what the file is.
fn file_name(rank: usize, attachment: &Attachment) -> String {
    let stem = attachment.name.rsplit_once('.').map_or(attachment.name.as_str(), |(stem, _)| stem);
    let plain = |letter: char| if letter.is_alphanumeric() || letter == '-' { letter } else { '_' };
    let stem: String = stem.chars().take(LONGEST_NAME).map(plain).collect();
    format!("{rank:03}-{stem}.{}", attachment.kind.ending())
}
