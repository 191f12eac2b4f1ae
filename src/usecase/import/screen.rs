//! What the import screen asks: one path at a time, read, shown, then taken in.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::{at_home, gather, read_mapping};
use super::{ImportCount, Preview};
use crate::domain::id::PersonId;
use crate::domain::now::Now;
use crate::tabular::{Refusal, Sheet, refused_lines};
use crate::usecase::error::Error;
use crate::usecase::outcome::Patch;
use crate::usecase::session::Session;

/// What stands after the name of a source in that of its mapping.
const MAPPING: &str = "correspondance.toml";
/// What stands after the name of a source in that of its refused lines.
const REFUSED: &str = "refus";
/// Most names that are tried for a file that is there already.
const MOST_NAMES: u32 = 99;

/// What to read: a file or a folder, as the user typed it, and references said to be those of
/// people of the caseload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportAsked {
    /// The path.
    pub path: String,
    /// The references, and whose they are.
    pub same: Vec<(String, PersonId)>,
}

/// What the import screen asks.
#[derive(Debug, Clone)]
pub enum ImportRequest {
    /// What a path being typed may become.
    Ways(String),
    /// Read files and say everything of them, without changing anything.
    Look(ImportAsked),
    /// Take in what was shown, and write what is refused of it beside its file.
    TakeIn {
        /// The path that was read.
        path: String,
        /// What was shown.
        preview: Arc<Preview>,
        /// The refused lines; none when nothing is refused.
        refused: Vec<RefusedFile>,
    },
    /// Write how the files were read beside them.
    WriteMapping {
        /// The path that was read.
        path: String,
        /// What was shown.
        preview: Arc<Preview>,
    },
}

/// The refused lines of one sheet, in words, as a file to correct.
#[derive(Clone, PartialEq, Eq)]
pub struct RefusedFile {
    /// The name of the sheet; empty when it is the only one.
    pub sheet: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for RefusedFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RefusedFile({} bytes […])", self.bytes.len())
    }
}

/// What an import did.
#[derive(Debug, Clone)]
pub struct Imported {
    /// What changed.
    pub count: ImportCount,
    /// What people see of it; `None` when nothing changed.
    pub patch: Option<Patch>,
    /// Where the refused lines are.
    pub refused_files: Vec<PathBuf>,
}

/// The refused lines of a preview, sheet by sheet; `reason` puts words to a refusal.
pub fn refused_files(preview: &Preview, reason: impl Fn(&Refusal) -> String) -> Vec<RefusedFile> {
    let reading = &preview.reading;
    let of_sheet = |at: usize| {
        let sheet = reading.sheets[at].own_name.clone();
        refused_lines(reading, at, &reason).map(|bytes| RefusedFile { sheet, bytes })
    };
    let mut files: Vec<RefusedFile> = (0..reading.sheets.len()).filter_map(of_sheet).collect();
    if let [alone] = &mut files[..] {
        alone.sheet.clear();
    }
    files
}

impl Session {
    /// Reads what the user typed the path of. A mapping that stands beside it says how.
    ///
    /// # Errors
    /// A file that cannot be read, an unclear mapping, the store's.
    pub fn look_at_import(&mut self, asked: &ImportAsked, now: Now) -> Result<Preview, Error> {
        let path = PathBuf::from(at_home(&asked.path));
        let files = gather([&path])?;
        if files.is_empty() {
            return Err(Error::NothingToImport);
        }
        let mapping = beside(&path, MAPPING);
        let mapping = if mapping.is_file() { Some(read_mapping(&mapping)?) } else { None };
        if !asked.same.is_empty() {
            self.keep_same(&asked.same)?;
        }
        let sheets: Vec<Sheet<'_>> = files.iter().map(|file| file.sheet(None)).collect();
        let reading = self.read_mapped(&sheets, mapping.as_ref(), now);
        if reading.sheets.is_empty() {
            return Err(Error::NothingToImport);
        }
        self.preview_import(reading, now)
    }

    /// Takes in what was shown, and writes the refused lines beside the file that they come from.
    ///
    /// # Errors
    /// A file that cannot be written, the store's: nothing was taken in then, nor any file left.
    pub fn take_in_shown(
        &mut self,
        path: &str,
        preview: &Arc<Preview>,
        refused: &[RefusedFile],
        now: Now,
    ) -> Result<Imported, Error> {
        let path = PathBuf::from(at_home(path));
        let mut written = Vec::new();
        let taken =
            write_refused(&path, refused, &mut written).and_then(|()| self.import(&preview.reading, now));
        match taken {
            Ok((count, patch)) => Ok(Imported { count, patch, refused_files: written }),
            Err(error) => {
                for path in written {
                    let _already_gone = std::fs::remove_file(path);
                }
                Err(error)
            }
        }
    }
}

/// Writes how the files of a path are read beside them, to be corrected: the next reading obeys it.
///
/// # Errors
/// It is there already, or it cannot be written.
pub fn write_mapping(path: &str, preview: &Preview) -> Result<PathBuf, Error> {
    let target = beside(&PathBuf::from(at_home(path)), MAPPING);
    write_new(&target, preview.reading.mapping_file().as_bytes()).map_err(Error::medium(&target))?;
    Ok(target)
}

fn write_refused(path: &Path, refused: &[RefusedFile], written: &mut Vec<PathBuf>) -> Result<(), Error> {
    for file in refused {
        let name: String = file.sheet.chars().filter(|it| *it != '/' && !it.is_control()).collect();
        let name = if name.is_empty() { REFUSED.to_owned() } else { format!("{REFUSED}-{name}") };
        let mut number = 1;
        let target = loop {
            let end = if number == 1 { format!("{name}.csv") } else { format!("{name}-{number}.csv") };
            let target = beside(path, &end);
            match write_new(&target, &file.bytes) {
                Ok(()) => break target,
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < MOST_NAMES => {
                    number += 1
                }
                Err(error) => return Err(Error::medium(&target)(error)),
            }
        };
        written.push(target);
    }
    Ok(())
}

/// `reprise.xlsx` and `refus.csv` make `reprise-refus.csv`; in a folder, the end is the whole name.
fn beside(path: &Path, end: &str) -> PathBuf {
    if path.is_dir() {
        return path.join(end);
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}-{end}"))
}

/// Writes a file that must not exist yet, for its owner only, whole or not at all.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).inspect_err(|_| {
        let _already_gone = std::fs::remove_file(path);
    })
}
