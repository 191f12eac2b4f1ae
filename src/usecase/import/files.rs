//! The files that an import reads, named one by one or found in folders, and what a path being
//! typed may become.

use std::fs;
use std::path::{Path, PathBuf};

use crate::tabular::mapping::Mapping;
use crate::tabular::mapping::file::{self, LARGEST};
use crate::tabular::{Sheet, Table};
use crate::usecase::error::Error;

/// Largest file that is read, in bytes.
const LARGEST_BYTES: u64 = 256 << 20;
/// Endings of the files that spreadsheets write.
const ENDINGS: &[&str] = &["csv", "tsv", "txt", "xlsx", "xlsm", "ods"];
/// Most ways in which a path may go on that are shown.
const MOST_WAYS: usize = 200;

/// A file to import.
pub struct ImportFile {
    name: String,
    is_named: bool,
    bytes: Vec<u8>,
}

impl ImportFile {
    /// The file as tables are read from it.
    pub fn sheet(&self, table: Option<Table>) -> Sheet<'_> {
        Sheet { table, is_named: self.is_named, ..Sheet::new(&self.name, &self.bytes) }
    }
}

/// Reads the files named, and what spreadsheets write in the folders named, in the order of their
/// names.
///
/// # Errors
/// A file or folder that cannot be read; a file that is too large.
pub fn gather<'a>(given: impl IntoIterator<Item = &'a PathBuf>) -> Result<Vec<ImportFile>, Error> {
    let mut files = Vec::new();
    for path in given {
        if !path.is_dir() {
            files.push(read_file(path, true)?);
            continue;
        }
        let entries = fs::read_dir(path).map_err(Error::medium(path))?;
        let inside = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
        let mut inside: Vec<PathBuf> = inside.filter(|path| is_of_spreadsheet(path)).collect();
        inside.sort();
        for path in inside {
            files.push(read_file(&path, false)?);
        }
    }
    Ok(files)
}

/// Reads a mapping file.
///
/// # Errors
/// It cannot be read, or it is unclear.
pub fn read_mapping(path: &Path) -> Result<Mapping, Error> {
    let size = fs::metadata(path).map_err(Error::medium(path))?.len();
    if size > LARGEST as u64 {
        return Err(too_large(path, LARGEST as u64));
    }
    let bytes = fs::read(path).map_err(Error::medium(path))?;
    let text = String::from_utf8(bytes).map_err(|_| Error::Mapping(file::Unclear::Syntax { line: 1 }))?;
    Ok(file::read(&text)?)
}

/// What a path that is being typed may become: folders, which end with `/`, and files that are
/// `wanted`. `~` is the home folder.
pub fn ways(typed: &str, wanted: fn(&Path) -> bool) -> Vec<String> {
    let whole = at_home(typed);
    let (folder, start) =
        whole.rsplit_once('/').map_or(("", whole.as_str()), |(folder, start)| (folder, start));
    let folder_path = match (folder, whole.starts_with('/')) {
        ("", true) => Path::new("/"),
        ("", false) => Path::new("."),
        _ => Path::new(folder),
    };
    let shown = typed.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let Ok(entries) = fs::read_dir(folder_path) else { return Vec::new() };
    let names = entries.filter_map(|entry| {
        let path = entry.ok()?.path();
        let name = path.file_name()?.to_str()?.to_owned();
        let is_hidden = name.starts_with('.') && !start.starts_with('.');
        let is_way = name.to_lowercase().starts_with(&start.to_lowercase()) && !is_hidden;
        let end = if path.is_dir() { "/" } else { "" };
        (is_way && (path.is_dir() || wanted(&path))).then(|| format!("{shown}{name}{end}"))
    });
    let mut ways: Vec<String> = names.collect();
    ways.sort();
    ways.truncate(MOST_WAYS);
    ways
}

/// The path that is meant: `~` is the home folder.
pub fn at_home(typed: &str) -> String {
    let home = || directories::BaseDirs::new().map(|dirs| dirs.home_dir().display().to_string());
    match typed.strip_prefix('~') {
        Some(rest) if rest.is_empty() || rest.starts_with('/') => {
            home().map_or_else(|| typed.to_owned(), |home| home + rest)
        }
        Some(_) | None => typed.to_owned(),
    }
}

/// Whether a spreadsheet writes such files: not its locks, nor the copies that editors leave.
pub fn is_of_spreadsheet(path: &Path) -> bool {
    let ending = path.extension().map(|it| it.to_string_lossy().to_lowercase());
    let is_known = ending.is_some_and(|it| ENDINGS.contains(&it.as_str()));
    is_known && !name_of(path).starts_with(['.', '~']) && path.is_file()
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn read_file(path: &Path, is_named: bool) -> Result<ImportFile, Error> {
    let size = fs::metadata(path).map_err(Error::medium(path))?.len();
    if size > LARGEST_BYTES {
        return Err(too_large(path, LARGEST_BYTES));
    }
    let bytes = fs::read(path).map_err(Error::medium(path))?;
    Ok(ImportFile { name: name_of(path), is_named, bytes })
}

fn too_large(path: &Path, limit_bytes: u64) -> Error {
    Error::FileTooLarge { path: path.to_owned(), limit_mib: limit_bytes >> 20 }
}
