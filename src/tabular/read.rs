//! Reading tables: every sheet, every line, every cell, and everything that is wrong at once.

use chrono::NaiveDate;

use super::cell::{self, Cells, Value, one_line, trim};
use super::cross;
use super::grid::{Line, Lines, UnclosedQuote, guess_separator};
use super::keys::plain;
use super::refusal::{Expected, Found, Refusal, Warning};
use super::table::{Column, REFERENCE_AT, Table, TableSpec};
use super::text::{self, Encoding};
use crate::domain::body::Body;
use crate::domain::check;
use crate::domain::violation::{Severity, Violation};

/// Code of the doubt about a home outside the territory (R5-01).
const OUTSIDE: &str = "commune-outside";

/// A file, or a sheet of a workbook.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// Its name, which tells the table.
    pub name: &'a str,
    /// The table, when the user says so.
    pub table: Option<Table>,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// What reading asks of the rest of Jalon.
#[derive(Clone, Copy)]
pub struct Lookups<'a> {
    /// The day of the import: nothing can have happened later.
    pub today: NaiveDate,
    /// Whether the caseload has a person imported under this reference.
    pub knows_person: &'a dyn Fn(&str) -> bool,
}

/// How one sheet was understood.
#[derive(Debug, Clone)]
pub struct SheetReport {
    /// Its name.
    pub name: String,
    /// The table.
    pub table: Option<Table>,
    /// The encoding.
    pub encoding: Option<Encoding>,
    /// The separator.
    pub separator: Option<char>,
    /// The header as it stands in the file.
    pub header: Vec<String>,
    /// The columns that the table does not have.
    pub ignored: Vec<String>,
    /// How many lines it has under the header.
    pub lines: usize,
    /// Those that are not taken, whole, in the order of the file.
    pub refused: Vec<Line>,
}

/// A line that can be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its table.
    pub table: Table,
    /// Which of the sheets read, from 0.
    pub sheet: usize,
    /// Physical line, from 1.
    pub line: u64,
    /// The person's identifier in the source file.
    pub reference: String,
    /// What tells it from every other line of its table.
    pub key: String,
    /// What it says.
    pub body: Body,
}

/// Everything that was read.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// How each sheet was understood.
    pub sheets: Vec<SheetReport>,
    /// The lines that can be taken in: people first, then table by table, in the files' order.
    pub rows: Vec<Row>,
    /// What is wrong, by sheet and line. Unless the user accepts a part, nothing is taken in
    /// while there is any.
    pub refusals: Vec<Refusal>,
    /// What is unlikely.
    pub warnings: Vec<Warning>,
}

impl Reading {
    /// Whether the lines that are right may be taken in without the others: not when a file
    /// could not be read to its end, for what is missing would not be among the refused lines.
    pub fn may_be_partial(&self) -> bool {
        !self.refusals.iter().any(|refusal| refusal.expected.is_of_whole_file())
    }
}

/// A line before its person is checked.
pub struct Candidate {
    /// Its table.
    pub table: Table,
    /// Which of the sheets read.
    pub sheet: usize,
    /// The reference that stands in it, empty if none does.
    pub reference: String,
    /// Its key, not yet numbered, and what it says; `None` when a cell of it is refused.
    pub said: Option<(String, Body)>,
    /// The line as it stands.
    pub source: Line,
}

/// Reads `sheets`, all of them before saying what is wrong.
pub fn read(sheets: &[Sheet<'_>], lookups: &Lookups<'_>) -> Reading {
    let mut reading = Reading::default();
    let mut candidates = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let report = blank_report(sheet);
        let mut reader = SheetReader { at, lookups, report, refusals: Vec::new(), warnings: Vec::new() };
        if let Err(expected) = reader.read(sheet, &mut candidates) {
            reader.refuse(None, None, "", expected);
        }
        reading.sheets.push(reader.report);
        reading.refusals.append(&mut reader.refusals);
        reading.warnings.append(&mut reader.warnings);
    }
    cross::check(candidates, lookups, &mut reading);
    reading
}

/// The table that the header tells, for a file whose name does not: the refused lines of an import,
/// corrected, are one.
fn table_of_header(text: &str) -> Option<Table> {
    let is_known = |name: &str| Table::ALL.iter().any(|table| table.spec().knows(&plain(name)));
    let (separator, text, first_line) = guess_separator(text, is_known);
    let header = Lines::new(text, separator, first_line).next()?.ok()?;
    let names: Vec<String> = header.cells.iter().map(|name| plain(name)).collect();
    Table::from_header(&names)
}

fn blank_report(sheet: &Sheet<'_>) -> SheetReport {
    SheetReport {
        name: sheet.name.to_owned(),
        table: sheet.table.or_else(|| Table::from_file_name(sheet.name)),
        encoding: None,
        separator: None,
        header: Vec::new(),
        ignored: Vec::new(),
        lines: 0,
        refused: Vec::new(),
    }
}

struct SheetReader<'a> {
    at: usize,
    lookups: &'a Lookups<'a>,
    report: SheetReport,
    refusals: Vec<Refusal>,
    warnings: Vec<Warning>,
}

impl SheetReader<'_> {
    /// Reads one sheet; an error is one that leaves nothing to read.
    fn read(&mut self, sheet: &Sheet<'_>, candidates: &mut Vec<Candidate>) -> Result<(), Expected> {
        let (text, encoding) = text::decode(sheet.bytes)?;
        self.report.encoding = Some(encoding);
        let table = self.report.table.or_else(|| table_of_header(&text)).ok_or(Expected::Table)?;
        self.report.table = Some(table);
        let spec = table.spec();
        let is_known = |name: &str| spec.knows(&plain(name));
        let (separator, text, first_line) = guess_separator(&text, is_known);
        self.report.separator = Some(separator);
        let mut lines = Lines::new(text, separator, first_line);
        let columns = match lines.next() {
            None => return Err(Expected::NotEmpty),
            Some(Err(quote)) => {
                self.refuse_quote(quote);
                return Ok(());
            }
            Some(Ok(header)) => self.place_columns(spec, header),
        };
        let Some(columns) = columns else { return Ok(()) };
        for line in lines {
            match line {
                Ok(line) => self.take_line(spec, &columns, line, candidates),
                Err(quote) => self.refuse_quote(quote),
            }
        }
        Ok(())
    }

    /// Where each column of the table stands in the file; `None` when one is missing or twice.
    fn place_columns(&mut self, spec: &TableSpec, header: Line) -> Option<Vec<Option<usize>>> {
        let names: Vec<String> = header.cells.iter().map(|name| plain(name)).collect();
        let mut places = Vec::with_capacity(spec.columns.len());
        let mut is_right = true;
        for column in spec.columns {
            let mut found = names.iter().enumerate().filter(|(_, name)| *name == column.name);
            let place = found.next().map(|(at, _)| at);
            if place.is_none() && column.required {
                self.refuse(Some(header.number), Some(column.name), "", Expected::Column);
                is_right = false;
            }
            if found.next().is_some() {
                self.refuse(Some(header.number), Some(column.name), column.name, Expected::ColumnOnce);
                is_right = false;
            }
            places.push(place);
        }
        let is_ignored = |name: &&String| !name.trim().is_empty() && !spec.knows(&plain(name));
        self.report.ignored =
            header.cells.iter().filter(is_ignored).map(|name| name.trim().to_owned()).collect();
        self.report.header = header.cells;
        is_right.then_some(places)
    }

    fn take_line(
        &mut self,
        spec: &'static TableSpec,
        places: &[Option<usize>],
        line: Line,
        candidates: &mut Vec<Candidate>,
    ) {
        self.report.lines += 1;
        let refusals_before = self.refusals.len();
        let cell = |place: &Option<usize>| place.and_then(|at| line.cells.get(at)).map_or("", |it| trim(it));
        let mut values = vec![None; places.len()];
        if self.has_right_width(&line) {
            for ((column, place), value) in spec.columns.iter().zip(places).zip(&mut values) {
                *value = self.read_cell(column, line.number, cell(place));
            }
        }
        let reference = one_line(cell(&places[REFERENCE_AT]));
        let cells = Cells::new(spec, values);
        self.check_orders(spec, line.number, &cells);
        let is_read = self.refusals.len() == refusals_before;
        let body = is_read.then(|| (spec.body)(&cells));
        if let Some(body) = &body {
            for violation in check::body(body, None, self.lookups.today) {
                let at = spec.columns.iter().position(|column| column.field == violation.field);
                let column = at.map(|at| spec.columns[at].name);
                let found = at.map_or("", |at| cell(&places[at]));
                self.weigh(line.number, column, found, &violation);
            }
        }
        let is_right = self.refusals.len() == refusals_before;
        let said = body.filter(|_| is_right).map(|body| ((spec.key)(&cells), body));
        candidates.push(Candidate { table: spec.table, sheet: self.at, reference, said, source: line });
    }

    fn read_cell(&mut self, column: &Column, line: u64, text: &str) -> Option<Value> {
        if text.is_empty() {
            if column.required {
                self.refuse(Some(line), Some(column.name), "", Expected::Something);
            }
            return None;
        }
        match cell::read(column.kind, text) {
            Ok(value) => Some(value),
            Err(expected) => {
                self.refuse(Some(line), Some(column.name), text, expected);
                None
            }
        }
    }

    /// What the domain refuses is refused. Of what it doubts, only a home outside the territory is
    /// told: the rest of an existing caseload is what it is, and screens will show it.
    fn weigh(&mut self, line: u64, column: Option<&'static str>, found: &str, violation: &Violation) {
        match (violation.severity, column) {
            (Severity::Refusal, column) => {
                let expected = Expected::Possible { violation: violation.code };
                self.refuse(Some(line), column, found, expected);
            }
            (Severity::Doubt, Some(column)) if violation.code == OUTSIDE => {
                self.warnings.push(Warning { sheet: self.at, line, column, id: violation.code });
            }
            (Severity::Doubt, _) => {}
        }
    }

    /// As many cells as columns, but for empty ones at the end, which spreadsheets add.
    fn has_right_width(&mut self, line: &Line) -> bool {
        let columns = self.report.header.len();
        let spare = line.cells.get(columns..);
        if spare.is_some_and(|spare| spare.iter().all(|cell| cell.trim().is_empty())) {
            return true;
        }
        self.refuse(Some(line.number), None, "", Expected::Cells { columns, cells: line.cells.len() });
        false
    }

    fn check_orders(&mut self, spec: &TableSpec, line: u64, cells: &Cells) {
        for (earlier, later) in spec.orders {
            if let (Some(first), Some(second)) = (cells.date(earlier), cells.date(later))
                && second < first
            {
                let found = second.format("%d/%m/%Y").to_string();
                self.refuse(Some(line), Some(later), &found, Expected::NotBefore { column: earlier });
            }
        }
    }

    fn refuse_quote(&mut self, quote: UnclosedQuote) {
        self.refuse(Some(quote.0), None, "", Expected::ClosingQuote);
    }

    fn refuse(&mut self, line: Option<u64>, column: Option<&'static str>, found: &str, expected: Expected) {
        let refusal = Refusal {
            sheet: self.at,
            table: self.report.table,
            line,
            column,
            found: Found::in_cell(found),
            expected,
        };
        self.refusals.push(refusal);
    }
}
