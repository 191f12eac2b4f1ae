//! A document to a file that the user names: plain text, made of what the station told, never over another
//! file, with a line in the journal. A document that is in a file always has its line.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use super::error::Error;
use super::import::files::at_home;
use super::outcome::Patch;
use super::session::{Session, Writing};
use crate::domain::body::Body;
use crate::domain::id::PersonId;
use crate::domain::list_export::{ListExport, ListFormat};
use crate::domain::now::Now;

/// A document, and where it goes.
#[derive(Clone, PartialEq, Eq)]
pub struct DocumentAsked {
    /// The file, as the user typed it.
    pub path: String,
    /// Who is in it.
    pub people: Vec<PersonId>,
    /// The document.
    pub text: String,
}

impl std::fmt::Debug for DocumentAsked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DocumentAsked({} people […])", self.people.len())
    }
}

impl Session {
    /// Writes a document to a file that must not exist yet, mode 0600, and a line in the journal that says so.
    /// When this returns both are on the disk; when it fails there is no such file.
    ///
    /// # Errors
    /// [`Error::ProcessingLimited`] when the processing of what is kept of somebody in it is limited (GDPR,
    /// article 18); the file exists or cannot be written; the store's.
    pub fn write_document(&mut self, asked: &DocumentAsked, now: Now) -> Result<Patch, Error> {
        if asked.people.iter().any(|person| self.is_limited_on(*person, now)) {
            return Err(Error::ProcessingLimited);
        }
        let line = ListExport {
            made_on: now.today,
            people: u32::try_from(asked.people.len()).unwrap_or(u32::MAX),
            format: ListFormat::Text,
            person: None,
        };
        self.write_out(&PathBuf::from(at_home(asked.path.trim())), asked.text.as_bytes(), line, now)
    }

    /// Writes `bytes` to a new file and `line` in the journal: both, or neither.
    pub(super) fn write_out(
        &mut self,
        path: &Path,
        bytes: &[u8],
        line: ListExport,
        now: Now,
    ) -> Result<Patch, Error> {
        let medium = Error::medium(path);
        let open = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
        let mut file = open.map_err(&medium)?;
        let written = file.write_all(bytes).and_then(|()| file.sync_all()).map_err(medium);
        let told = written.and_then(|()| self.write(vec![Writing::of_station(Body::ListExport(line))], now));
        if told.is_err() {
            let _taken_away = std::fs::remove_file(path);
        }
        told
    }
}
