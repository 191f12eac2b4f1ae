//! `import`: files in, every error at once, or the caseload.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::{Value, json};

use super::call::{Call, Format};
use super::fail::{Exit, Fail};
use super::{files, import_words as words, output};
use crate::tabular::{Reading, Sheet, Table, refused_lines};
use crate::usecase::import::ImportCount;
use crate::usecase::session::Session;

/// Largest file that is read, in bytes.
const LARGEST_BYTES: u64 = 256 << 20;

struct File {
    name: String,
    bytes: Vec<u8>,
}

/// Takes files in, or says everything that is wrong with them.
///
/// # Errors
/// A file that cannot be read; lines that are refused, unless the others are accepted.
pub fn run(session: &mut Session, matches: &ArgMatches, call: &Call) -> Result<Exit, Fail> {
    let files = read_files(matches)?;
    let table = table(matches)?;
    let sheets: Vec<Sheet<'_>> =
        files.iter().map(|file| Sheet { name: &file.name, table, bytes: &file.bytes }).collect();
    let reading = session.read_import(&sheets, call.now);
    let partial = matches.get_one::<PathBuf>("accept-partial");
    let accepted = reading.refusals.is_empty() || (partial.is_some() && reading.may_be_partial());
    let is_done = accepted && !matches.get_flag("dry-run");
    let count = if is_done {
        if let Some(path) = partial {
            write_refused(&reading, path, call)?;
        }
        session.import(&reading, call.now)?.0
    } else {
        session.count_import(&reading)?
    };
    report(&reading, count, is_done, call);
    match (accepted, reading.refusals.is_empty() && reading.warnings.is_empty()) {
        (false, _) => {
            let count = reading.refusals.len().to_string();
            Err(Fail::new(Exit::Failed, "import-refused", &[("count", count)]))
        }
        (true, true) => Ok(Exit::Done),
        (true, false) => Ok(Exit::Warnings),
    }
}

fn report(reading: &Reading, count: ImportCount, is_done: bool, call: &Call) {
    match call.format {
        Format::Json => output::json(&summary(reading, count, is_done, call)),
        Format::Table | Format::Csv => {
            for line in words::report(reading, count, call) {
                output::line(&line);
            }
        }
    }
}

fn summary(reading: &Reading, count: ImportCount, is_done: bool, call: &Call) -> Value {
    let name = |sheet: usize| reading.sheets.get(sheet).map(|it| it.name.clone());
    let errors = reading.refusals.iter().map(|it| {
        json!({
            "sheet": name(it.sheet),
            "table": it.table.map(Table::name),
            "line": it.line,
            "column": it.column,
            "value": (!call.no_names).then_some(&it.found.0),
            "code": it.expected.id(),
            "expected": words::reason(it, &call.words),
        })
    });
    let warnings = reading
        .warnings
        .iter()
        .map(|it| json!({ "sheet": name(it.sheet), "line": it.line, "column": it.column, "code": it.id }));
    let sheets = reading.sheets.iter().map(|it| {
        json!({ "sheet": it.name, "table": it.table.map(Table::name), "lines": it.lines, "ignored": it.ignored })
    });
    json!({
        "done": is_done,
        "new": count.new,
        "changed": count.changed,
        "unchanged": count.unchanged,
        "sheets": sheets.collect::<Vec<_>>(),
        "errors": errors.collect::<Vec<_>>(),
        "warnings": warnings.collect::<Vec<_>>(),
    })
}

/// The files named, and those of the folders named, in the order of their names.
fn read_files(matches: &ArgMatches) -> Result<Vec<File>, Fail> {
    let mut paths = Vec::new();
    for given in matches.get_many::<PathBuf>("files").into_iter().flatten() {
        if given.is_dir() {
            let mut inside: Vec<PathBuf> = fs::read_dir(given)
                .map_err(|error| files::failed(given, error))?
                .filter_map(|entry| entry.ok().map(|entry| entry.path()))
                .filter(|path| Table::from_file_name(&path.to_string_lossy()).is_some())
                .collect();
            inside.sort();
            paths.append(&mut inside);
        } else {
            paths.push(given.clone());
        }
    }
    paths.iter().map(|path| read_file(path)).collect()
}

fn read_file(path: &Path) -> Result<File, Fail> {
    let size = fs::metadata(path).map_err(|error| files::failed(path, error))?.len();
    if size > LARGEST_BYTES {
        return Err(Fail::new(
            Exit::Failed,
            "file-too-large",
            &[("path", path.display().to_string()), ("limit", (LARGEST_BYTES >> 20).to_string())],
        ));
    }
    let bytes = files::read(path)?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    Ok(File { name, bytes })
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
fn write_refused(reading: &Reading, path: &Path, call: &Call) -> Result<(), Fail> {
    let refused: Vec<(usize, Vec<u8>)> = (0..reading.sheets.len())
        .filter_map(|sheet| {
            let reason = |refusal: &crate::tabular::Refusal| words::reason(refusal, &call.words);
            refused_lines(reading, sheet, reason).map(|bytes| (sheet, bytes))
        })
        .collect();
    let is_alone = refused.len() == 1;
    for (sheet, bytes) in refused {
        let target = if is_alone { path.to_owned() } else { beside(path, &reading.sheets[sheet].name) };
        files::write_new(&target, &bytes)?;
    }
    Ok(())
}

/// `refus.csv` and `personnes.csv` make `refus-personnes.csv`.
fn beside(path: &Path, sheet: &str) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name = sheet.rsplit_once('.').map_or(sheet, |(name, _)| name);
    path.with_file_name(format!("{stem}-{name}.csv"))
}
