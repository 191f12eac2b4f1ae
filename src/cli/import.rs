//! `import`: files in, every error at once, or the caseload.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::{Value, json};

use super::call::{Call, Format};
use super::fail::{Exit, Fail};
use super::{files, import_words as words, output};
use crate::tabular::{Reading, Refusal, Sheet, Table, column_letters, refused_lines};
use crate::usecase::import::ImportCount;
use crate::usecase::session::Session;

/// Largest file that is read, in bytes.
const LARGEST_BYTES: u64 = 256 << 20;

struct File {
    name: String,
    is_named: bool,
    bytes: Vec<u8>,
}

/// What was done, beside what was read.
pub struct Done {
    /// What changed, or would change.
    pub count: ImportCount,
    /// Whether it changed.
    pub is_done: bool,
    /// Where the refused lines are.
    pub refused_files: Vec<PathBuf>,
}

/// Takes files in, or says everything that is wrong with them.
///
/// # Errors
/// A file that cannot be read; lines that are refused, unless the others are accepted.
pub fn run(session: &mut Session, matches: &ArgMatches, call: &Call) -> Result<Exit, Fail> {
    let files = read_files(matches)?;
    let table = table(matches)?;
    let sheets: Vec<Sheet<'_>> = files
        .iter()
        .map(|it| Sheet { table, is_named: it.is_named, ..Sheet::new(&it.name, &it.bytes) })
        .collect();
    let reading = session.read_import(&sheets, call.now);
    if reading.sheets.is_empty() {
        return Err(Fail::new(Exit::Failed, "import-no-file", &[]));
    }
    let partial = matches.get_one::<PathBuf>("accept-partial");
    let is_accepted = reading.refusals.is_empty() || (partial.is_some() && reading.may_be_partial());
    let is_done = is_accepted && !matches.get_flag("dry-run");
    let (count, refused_files) = if is_done {
        take_in(session, &reading, partial, call)?
    } else {
        (session.count_import(&reading)?, Vec::new())
    };
    let done = Done { count, is_done, refused_files };
    match call.format {
        Format::Json => output::json(&summary(&reading, &done, call)),
        Format::Table | Format::Csv => {
            words::report(&reading, &done, call).iter().for_each(|line| output::line(line));
        }
    }
    if !is_accepted {
        let id = if reading.may_be_partial() { "import-refused" } else { "import-unreadable" };
        return Err(Fail::new(Exit::Failed, id, &[("count", reading.refusals.len().to_string())]));
    }
    let is_clean = reading.refusals.is_empty() && reading.warnings.is_empty();
    Ok(if is_clean { Exit::Done } else { Exit::Warnings })
}

/// Writes the refused lines, then takes the others in: a line is in one place or the other.
fn take_in(
    session: &mut Session,
    reading: &Reading,
    partial: Option<&PathBuf>,
    call: &Call,
) -> Result<(ImportCount, Vec<PathBuf>), Fail> {
    let mut written = Vec::new();
    let taken = partial
        .map_or(Ok(()), |path| write_refused(reading, path, call, &mut written))
        .and_then(|()| Ok(session.import(reading, call.now)?.0));
    match taken {
        Ok(count) => Ok((count, written)),
        Err(fail) => {
            for path in written {
                let _already_gone = fs::remove_file(path);
            }
            Err(fail)
        }
    }
}

fn summary(reading: &Reading, done: &Done, call: &Call) -> Value {
    let name = |sheet: usize| reading.sheets.get(sheet).map(|it| it.name.clone());
    let errors = reading.refusals.iter().map(|it| {
        json!({
            "sheet": name(it.sheet),
            "table": it.table.map(Table::name),
            "line": it.line,
            "column": it.column,
            "letter": it.place.map(column_letters),
            "value": (!call.no_names).then_some(&it.found.0),
            "code": it.expected.id(),
            "expected": call.words.import_reason(it),
        })
    });
    let warnings = reading
        .warnings
        .iter()
        .map(|it| json!({ "sheet": name(it.sheet), "line": it.line, "column": it.column, "code": it.id }));
    let sheets = reading.sheets.iter().map(|it| {
        json!({ "sheet": it.name, "table": it.table.map(Table::name), "lines": it.lines, "ignored": it.ignored.iter().map(|it| &it.title).collect::<Vec<_>>() })
    });
    json!({
        "done": done.is_done,
        "new": done.count.new,
        "changed": done.count.changed,
        "unchanged": done.count.unchanged,
        "refused_files": done.refused_files,
        "left_aside": reading.left_aside.iter().map(|it| &it.name).collect::<Vec<_>>(),
        "sheets": sheets.collect::<Vec<_>>(),
        "errors": errors.collect::<Vec<_>>(),
        "warnings": warnings.collect::<Vec<_>>(),
    })
}

/// The files named, and what spreadsheets write in the folders named, in the order of their names.
fn read_files(matches: &ArgMatches) -> Result<Vec<File>, Fail> {
    let mut paths = Vec::new();
    for given in matches.get_many::<PathBuf>("files").into_iter().flatten() {
        if !given.is_dir() {
            paths.push((given.clone(), true));
            continue;
        }
        let entries = fs::read_dir(given).map_err(|error| files::failed(given, error))?;
        let inside = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
        let mut inside: Vec<PathBuf> = inside.filter(|path| is_of_spreadsheet(path)).collect();
        inside.sort();
        paths.extend(inside.into_iter().map(|path| (path, false)));
    }
    paths.iter().map(|(path, is_named)| read_file(path, *is_named)).collect()
}

/// Whether a spreadsheet writes such files: not its locks, nor the copies that editors leave.
fn is_of_spreadsheet(path: &Path) -> bool {
    let extension = path.extension().map(|it| it.to_string_lossy().to_lowercase());
    let is_known =
        extension.is_some_and(|it| ["csv", "tsv", "txt", "xlsx", "xlsm", "ods"].contains(&it.as_str()));
    is_known && !name_of(path).starts_with('.') && path.is_file()
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn read_file(path: &Path, is_named: bool) -> Result<File, Fail> {
    let size = fs::metadata(path).map_err(|error| files::failed(path, error))?.len();
    if size > LARGEST_BYTES {
        return Err(Fail::new(
            Exit::Failed,
            "file-too-large",
            &[("path", path.display().to_string()), ("limit", (LARGEST_BYTES >> 20).to_string())],
        ));
    }
    let bytes = files::read(path)?;
    Ok(File { name: name_of(path), is_named, bytes })
}

fn table(matches: &ArgMatches) -> Result<Option<Table>, Fail> {
    let Some(name) = matches.get_one::<String>("table") else { return Ok(None) };
    let unknown = || {
        let known: Vec<_> = Table::ALL.iter().map(|table| table.name()).collect();
        Fail::new(Exit::Usage, "unknown-code", &[("value", name.clone()), ("codes", known.join(", "))])
    };
    Table::from_name(name).map(Some).ok_or_else(unknown)
}

/// Writes the refused lines of every sheet, to be corrected and imported again. One sheet goes to
/// the path given, several beside it under their tables' names.
fn write_refused(
    reading: &Reading,
    path: &Path,
    call: &Call,
    written: &mut Vec<PathBuf>,
) -> Result<(), Fail> {
    let reason = |refusal: &Refusal| call.words.import_reason(refusal);
    let lines_of = |sheet| refused_lines(reading, sheet, reason).map(|bytes| (sheet, bytes));
    let refused: Vec<(usize, Vec<u8>)> = (0..reading.sheets.len()).filter_map(lines_of).collect();
    let is_alone = refused.len() == 1;
    for (sheet, bytes) in refused {
        let target = if is_alone { path.to_owned() } else { beside(path, &reading.sheets[sheet].name) };
        files::write_new(&target, &bytes)?;
        written.push(target);
    }
    Ok(())
}

/// `refus.csv` and `personnes.csv` make `refus-personnes.csv`.
fn beside(path: &Path, sheet: &str) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name = sheet.rsplit_once('.').map_or(sheet, |(name, _)| name);
    path.with_file_name(format!("{stem}-{name}.csv"))
}
