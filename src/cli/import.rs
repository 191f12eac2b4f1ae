//! `import`: files in, every error at once, or the caseload.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::{Value, json};

use super::call::{Call, Format};
use super::fail::{Exit, Fail};
use super::{files, import_words as words, output};
use crate::domain::id::PersonId;
use crate::tabular::mapping::Mapping;
use crate::tabular::{self, Reading, Refusal, Sheet, SheetReport, Table, column_letters, refused_lines};
use crate::usecase::import::files::{ImportFile, gather, read_mapping};
use crate::usecase::import::{ImportCount, Other, Preview, Twin};
use crate::usecase::session::Session;

/// What was done, beside what was read.
pub struct Done {
    /// What was read, and what it would change.
    pub preview: Preview,
    /// What changed, or would change.
    pub count: ImportCount,
    /// Whether it changed.
    pub is_done: bool,
    /// Whether the user asked to see first.
    pub is_shown: bool,
    /// Where the refused lines are.
    pub refused_files: Vec<PathBuf>,
}

/// Takes files in, or says everything that is wrong with them.
///
/// # Errors
/// A file that cannot be read; lines that are refused, unless the others are accepted.
pub fn run(session: &mut Session, matches: &ArgMatches, call: &Call) -> Result<Exit, Fail> {
    let files = gather(matches.get_many::<PathBuf>("files").into_iter().flatten())?;
    let table = table(matches)?;
    let given = matches.get_one::<PathBuf>("map").map(|path| read_mapping(path)).transpose()?;
    let mut preview = look(session, &files, table, given.as_ref(), call)?;
    if preview.reading.sheets.is_empty() {
        return Err(Fail::new(Exit::Failed, "import-no-file", &[]));
    }
    if let Some(same) = matches.get_many::<String>("same") {
        let same =
            same.map(|reference| person_of(&preview.twins, reference)).collect::<Result<Vec<_>, _>>()?;
        session.keep_same(&same)?;
        preview = look(session, &files, table, given.as_ref(), call)?;
    }
    if let Some(path) = matches.get_one::<PathBuf>("map-out") {
        files::write_new(path, preview.reading.mapping_file().as_bytes())?;
    }
    let partial = matches.get_one::<PathBuf>("accept-partial");
    let is_accepted = preview.is_right() || (partial.is_some() && preview.reading.may_be_partial());
    let is_shown = matches.get_flag("dry-run");
    let is_done = is_accepted && !is_shown;
    let (count, refused_files) = if is_done {
        take_in(session, &preview.reading, partial, call)?
    } else {
        (preview.count, Vec::new())
    };
    let done = Done { preview, count, is_done, is_shown, refused_files };
    match call.format {
        Format::Json => output::json(&summary(&done, session, call)),
        Format::Table | Format::Csv => {
            words::report(&done, session.caseload(), call).iter().for_each(|line| output::line(line));
        }
    }
    let reading = &done.preview.reading;
    if !is_accepted {
        let id = if reading.may_be_partial() { "import-refused" } else { "import-unreadable" };
        return Err(Fail::new(Exit::Failed, id, &[("count", reading.refusals.len().to_string())]));
    }
    let is_sure = reading.warnings.is_empty() && done.preview.twins.is_empty();
    let is_clean = done.preview.is_right() && is_sure && done.preview.passed_over.is_empty();
    Ok(if is_clean { Exit::Done } else { Exit::Warnings })
}

fn look(
    session: &mut Session,
    files: &[ImportFile],
    table: Option<Table>,
    mapping: Option<&Mapping>,
    call: &Call,
) -> Result<Preview, Fail> {
    let sheets: Vec<Sheet<'_>> = files.iter().map(|file| file.sheet(table)).collect();
    let reading = session.read_mapped(&sheets, mapping, call.now);
    Ok(session.preview_import(reading, call.now)?)
}

/// Whom a reference is said to be: somebody of the caseload whom the import proposes.
fn person_of(twins: &[Twin], reference: &str) -> Result<(String, PersonId), Fail> {
    let twin = twins.iter().find(|twin| twin.reference == reference);
    match twin.map(|twin| &twin.other) {
        Some(Other::Known(person)) => Ok((reference.to_owned(), *person)),
        Some(Other::Line { .. }) | None => {
            Err(Fail::new(Exit::Usage, "import-not-a-twin", &[("reference", reference.to_owned())]))
        }
    }
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

fn summary(done: &Done, session: &Session, call: &Call) -> Value {
    let Preview { reading, twins, passed_over, .. } = &done.preview;
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
    let duplicates = twins.iter().map(|it| {
        let (person, line) = match &it.other {
            Other::Known(person) => (Some(*person), None),
            Other::Line { line, .. } => (None, Some(*line)),
        };
        let file = person.and_then(|person| session.caseload().files.get(&person));
        json!({
            "sheet": name(it.sheet),
            "line": it.line,
            "ref": it.reference,
            "person": person.map(|person| person.to_string()),
            "person_ref": file.and_then(|file| file.person.value.reference.clone()),
            "other_line": line,
        })
    });
    let passed_over = passed_over.iter().map(|it| {
        json!({ "sheet": name(it.sheet), "table": it.table.name(), "line": it.line, "ref": it.reference,
                "person": it.person.to_string(), "code": "processing-limited" })
    });
    json!({
        "done": done.is_done,
        "new": done.count.new,
        "changed": done.count.changed,
        "unchanged": done.count.unchanged,
        "refused_files": done.refused_files,
        "left_aside": reading.left_aside.iter().map(|it| &it.name).collect::<Vec<_>>(),
        "sheets": reading.sheets.iter().map(sheet).collect::<Vec<_>>(),
        "errors": errors.collect::<Vec<_>>(),
        "warnings": warnings.collect::<Vec<_>>(),
        "duplicates": duplicates.collect::<Vec<_>>(),
        "passed_over": passed_over.collect::<Vec<_>>(),
    })
}

fn sheet(it: &SheetReport) -> Value {
    let (format, encoding, separator) = match it.format {
        Some(tabular::Format::Csv { encoding, separator }) => ("csv", Some(encoding.name()), Some(separator)),
        Some(tabular::Format::Xlsx) => ("xlsx", None, None),
        Some(tabular::Format::Ods) => ("ods", None, None),
        None => ("unknown", None, None),
    };
    let columns = it.columns().map(
        |(column, place, title)| json!({ "column": column, "letter": column_letters(place), "title": title }),
    );
    let proposals = it.ignored.iter().filter_map(|it| Some(json!({ "title": it.title, "column": it.like? })));
    json!({
        "sheet": it.name,
        "table": it.table.map(Table::name),
        "format": format,
        "encoding": encoding,
        "separator": separator,
        "lines": it.lines,
        "columns": columns.collect::<Vec<_>>(),
        "ignored": it.ignored.iter().map(|it| &it.title).collect::<Vec<_>>(),
        "proposals": proposals.collect::<Vec<_>>(),
    })
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
        let target = if is_alone { path.to_owned() } else { beside(path, &reading.sheets[sheet]) };
        files::write_new(&target, &bytes)?;
        written.push(target);
    }
    Ok(())
}

/// `refus.csv` and `personnes.csv` make `refus-personnes.csv`, and so does a sheet `Personnes`.
fn beside(path: &Path, sheet: &SheetReport) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name: String =
        sheet.own_name.chars().map(|it| if it == '/' || it.is_control() { '-' } else { it }).collect();
    path.with_file_name(format!("{stem}-{name}.csv"))
}
