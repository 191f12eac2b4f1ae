//! What was read, line by line: errors first, for they decide; words are put to a line when it shows.

use crate::i18n::import::Cells;
use crate::ui::cx::Cx;
use crate::ui::theme::Role;
use crate::usecase::import::{Other, Preview, Reading, Twin};

/// One line.
pub(super) enum Row {
    /// What follows, and how many there are.
    Heading(&'static str, usize),
    /// An error.
    Refusal(usize),
    /// How many lines only wait for others to be corrected.
    Consequences(usize),
    /// Something unlikely.
    Warning(usize),
    /// Somebody who seems to be there already.
    Twin(usize),
    /// A line about somebody whose processing is limited.
    PassedOver(usize),
    /// How a sheet was understood.
    Sheet(usize),
    /// Something to know of a sheet, by rank.
    Note(usize, usize),
    /// The columns that are read of a sheet.
    Columns(usize),
    /// One of the first lines of a sheet.
    First(usize, usize),
    /// A sheet that is not read.
    Aside(usize),
}

/// Everything there is to show.
pub(super) fn gather(preview: &Preview, cx: &Cx<'_>) -> Vec<Row> {
    let reading = &preview.reading;
    let mut rows = Vec::new();
    let all = 0..reading.refusals.len();
    let is_consequence = |rank: &usize| reading.refusals[*rank].expected.is_consequence();
    let (consequences, causes): (Vec<usize>, Vec<usize>) = all.partition(is_consequence);
    if !causes.is_empty() {
        rows.push(Row::Heading("importing-errors", causes.len()));
        rows.extend(causes.into_iter().map(Row::Refusal));
    }
    if !consequences.is_empty() {
        rows.push(Row::Consequences(consequences.len()));
    }
    let unlikely = reading.warnings.len() + preview.twins.len();
    if unlikely > 0 {
        rows.push(Row::Heading("importing-unlikely", unlikely));
        rows.extend((0..preview.twins.len()).map(Row::Twin));
        rows.extend((0..reading.warnings.len()).map(Row::Warning));
    }
    if !preview.passed_over.is_empty() {
        rows.push(Row::Heading("importing-passed-over", preview.passed_over.len()));
        rows.extend((0..preview.passed_over.len()).map(Row::PassedOver));
    }
    rows.push(Row::Heading("importing-sheets", reading.sheets.len()));
    for (at, sheet) in reading.sheets.iter().enumerate() {
        rows.push(Row::Sheet(at));
        rows.extend((0..cx.words.import_notes(sheet).len()).map(|rank| Row::Note(at, rank)));
        if sheet.columns().next().is_some() {
            rows.push(Row::Columns(at));
        }
        rows.extend((0..sheet.first.len()).map(|rank| Row::First(at, rank)));
    }
    if !reading.left_aside.is_empty() {
        rows.push(Row::Heading("importing-aside", reading.left_aside.len()));
        rows.extend((0..reading.left_aside.len()).map(Row::Aside));
    }
    rows
}

/// The start of a line: the name of the workbook, which stands above the list, goes without saying.
pub(super) fn short(row: &Row, preview: &Preview, cx: &Cx<'_>) -> (Role, String) {
    let (role, text) = told(row, preview, cx);
    let names = preview.reading.sheets.iter().filter_map(|sheet| sheet.name.strip_suffix(&sheet.own_name));
    let rest = names.filter(|file| !file.is_empty()).find_map(|file| text.strip_prefix(file));
    let rest = rest.map(str::to_owned);
    (role, rest.unwrap_or(text))
}

/// A line in words, and how it looks. What stands in the cells does not show in discreet mode.
pub(super) fn told(row: &Row, preview: &Preview, cx: &Cx<'_>) -> (Role, String) {
    let reading = &preview.reading;
    let cells = if cx.model.is_discreet { Cells::Hidden } else { Cells::Shown };
    match row {
        Row::Heading(id, count) => (Role::Title, super::counted(id, *count, cx)),
        Row::Refusal(rank) => {
            (Role::Danger, cx.words.import_refusal(&reading.refusals[*rank], reading, cells))
        }
        Row::Consequences(count) => (Role::TextDim, super::counted("import-consequences", *count, cx)),
        Row::Warning(rank) => (Role::Doubt, cx.words.import_warning(&reading.warnings[*rank], reading)),
        Row::Twin(rank) => (Role::Doubt, twin(&preview.twins[*rank], reading, cx)),
        Row::PassedOver(rank) => {
            let it = &preview.passed_over[*rank];
            let file = cx.file(it.person).map(|file| cx.name(it.person, &file.person.value));
            let name = file.unwrap_or_else(|| it.reference.clone());
            (Role::Doubt, cx.words.import_passed_over(it.line, &name, reading.sheets.get(it.sheet)))
        }
        Row::Sheet(at) => {
            let sheet = &reading.sheets[*at];
            (Role::Text, cx.words.import_sheet(sheet).unwrap_or_else(|| sheet.name.clone()))
        }
        Row::Note(at, rank) => {
            let notes = cx.words.import_notes(&reading.sheets[*at]);
            (Role::TextDim, notes.into_iter().nth(*rank).unwrap_or_default())
        }
        Row::Columns(at) => {
            (Role::TextDim, cx.words.import_columns(&reading.sheets[*at]).unwrap_or_default())
        }
        Row::First(at, rank) => {
            let sheet = &reading.sheets[*at];
            let text = match cells {
                Cells::Shown => cx.words.import_line(sheet, &sheet.first[*rank]),
                Cells::Hidden => "…".to_owned(),
            };
            (Role::TextDim, text)
        }
        Row::Aside(rank) => {
            let aside = &reading.left_aside[*rank];
            let id = if aside.is_hidden { "import-hidden" } else { "import-no-table" };
            (Role::TextDim, cx.words.filled(id, [("sheet", aside.name.as_str())]))
        }
    }
}

fn twin(twin: &Twin, reading: &Reading, cx: &Cx<'_>) -> String {
    let sheet = reading.sheets.get(twin.sheet).map_or("", |sheet| sheet.name.as_str());
    let line = twin.line.to_string();
    let (id, other) = match &twin.other {
        Other::Line { line, .. } => ("import-twin-line", line.to_string()),
        Other::Known(person) => {
            let file = cx.file(*person);
            let name = file.map(|file| cx.name(*person, &file.person.value)).unwrap_or_default();
            ("importing-twin", name)
        }
    };
    let args = [
        ("sheet", sheet),
        ("line", line.as_str()),
        ("reference", twin.reference.as_str()),
        ("other", other.as_str()),
    ];
    cx.words.filled(id, args)
}

/// How many things would change, or did.
pub(super) fn counts(preview: &Preview, id: &str, cx: &Cx<'_>) -> String {
    let refused: usize = preview.reading.sheets.iter().map(|sheet| sheet.refused.len()).sum();
    let count = preview.count;
    let counts = [count.new, count.changed, count.unchanged, refused].map(|it| it.to_string());
    let names = ["new", "changed", "unchanged", "refused"];
    cx.words.filled(id, names.into_iter().zip(counts.iter().map(String::as_str)))
}
