//! Reading one sheet: where its columns stand, then line by line, cell by cell.

use super::cell::{self, Cells, Habits, Value, lost_zero, one_line, trim};
use super::dates::{is_month_first, is_year_first};
use super::expected::Expected;
use super::grid::{Flaw, Line};
use super::mapping::{SheetMapping, place};
use super::read::{Candidate, DatesSeen, Lookups, Opened, Origin, Reading, Sheet, SheetReport};
use super::refusal::{Found, Refusal, Warning};
use super::tab::Format;
use super::table::{Column, Kind, REFERENCE_AT, TableSpec};
use crate::domain::check;
use crate::domain::violation::{Severity, Violation};

/// Code of the doubt about a home outside the territory (R5-01).
const OUTSIDE: &str = "commune-outside";
/// Code of the doubt about a telephone number without its first zero.
const LOST_ZERO: &str = "phone-lost-zero";
/// Lines among which the header is looked for: titles and dates of export stand above it.
const MOST_ABOVE: usize = 10;
/// Lines that are shown before anything is taken.
const FIRST_LINES: usize = 3;

/// Reads a sheet: its lines go to `candidates`, all the rest to `reading`.
pub fn read(opened: Opened, lookups: &Lookups<'_>, reading: &mut Reading, candidates: &mut Vec<Candidate>) {
    let mut reader = SheetReader {
        at: reading.sheets.len(),
        lookups,
        report: SheetReport {
            table: opened.table,
            format: Some(opened.format),
            above: opened.header_at,
            mapping: opened.mapping,
            origin: opened.origin,
            ..blank_report(opened.name, opened.own_name)
        },
        refusals: Vec::new(),
        warnings: Vec::new(),
    };
    if let Err(expected) = reader.read(opened.tab.lines, opened.header_at, candidates) {
        reader.refuse(None, None, "", expected);
    }
    if let Some((line, expected)) = opened.tab.broken {
        reader.refuse(line, None, "", expected);
    }
    reading.sheets.push(reader.report);
    reading.refusals.append(&mut reader.refusals);
    reading.warnings.append(&mut reader.warnings);
}

/// Refuses a file of which nothing can be read.
pub fn refuse_file(file: &Sheet<'_>, format: Option<Format>, expected: Expected, reading: &mut Reading) {
    let sheet = reading.sheets.len();
    let report = blank_report(file.name.to_owned(), file.name.to_owned());
    reading.sheets.push(SheetReport { table: file.table, format, ..report });
    let found = Found(String::new());
    reading.refusals.push(Refusal {
        sheet,
        table: file.table,
        line: None,
        column: None,
        place: None,
        found,
        expected,
    });
}

/// Which line is the header: the first among the first lines that has two titles, or else the first.
pub fn header_at(lines: &[Line], is_known: impl Fn(&str) -> bool) -> usize {
    let has_two = |line: &Line| line.cells.iter().filter(|cell| is_known(cell)).take(2).count() == 2;
    lines.iter().take(MOST_ABOVE).position(has_two).unwrap_or(0)
}

fn blank_report(name: String, own_name: String) -> SheetReport {
    SheetReport {
        name,
        own_name,
        table: None,
        format: None,
        header: Vec::new(),
        above: 0,
        places: Vec::new(),
        ignored: Vec::new(),
        mapping: SheetMapping::default(),
        origin: Origin::Titles,
        dates: DatesSeen::default(),
        lines: 0,
        first: Vec::new(),
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
    /// Reads the lines; an error is one that leaves nothing to read.
    fn read(
        &mut self,
        lines: Vec<Line>,
        header_at: usize,
        into: &mut Vec<Candidate>,
    ) -> Result<(), Expected> {
        let mut lines = lines.into_iter().skip(header_at);
        // A quote of the header is never closed: that is said of its own.
        let Some(header) = lines.next() else { return Ok(()) };
        let spec = self.report.table.ok_or(Expected::Table)?.spec();
        if !self.place_columns(spec, header) {
            return Ok(());
        }
        for line in lines {
            self.take_line(spec, line, into);
        }
        Ok(())
    }

    /// Finds where each column of the table stands in the file; false when one is missing or twice.
    fn place_columns(&mut self, spec: &TableSpec, header: Line) -> bool {
        let placing = place(&header.cells, spec, &self.report.mapping);
        let mut is_right = true;
        for (at, column) in spec.columns.iter().enumerate() {
            let is_given = self.report.mapping.constant(column.name).is_some();
            if column.required && placing.places[at].is_none() && !is_given {
                let like = placing.ignored.iter().find(|it| it.like == Some(column.name));
                let like = like.map(|it| Found::in_cell(&it.title).0);
                self.refuse(Some(header.number), Some(column.name), "", Expected::Column { like });
                is_right = false;
            }
            if placing.twice.contains(&at) {
                self.refuse(Some(header.number), Some(column.name), column.name, Expected::ColumnOnce);
                is_right = false;
            }
        }
        self.report.places = placing.places;
        self.report.ignored = placing.ignored;
        self.report.header = header.cells;
        is_right
    }

    fn take_line(&mut self, spec: &'static TableSpec, line: Line, candidates: &mut Vec<Candidate>) {
        self.report.lines += 1;
        if self.report.first.len() < FIRST_LINES {
            self.report.first.push(line.clone());
        }
        let refusals_before = self.refusals.len();
        let mut values = vec![None; spec.columns.len()];
        if self.has_right_width(&line) {
            for (at, (column, value)) in spec.columns.iter().zip(&mut values).enumerate() {
                *value = self.read_cell(column, at, &line);
            }
        }
        let reference = one_line(self.text(REFERENCE_AT, spec.columns[REFERENCE_AT].name, &line));
        let cells = Cells::new(spec, values);
        self.check_orders(spec, line.number, &cells);
        let is_read = self.refusals.len() == refusals_before;
        let body = is_read.then(|| (spec.body)(&cells));
        if let Some(body) = &body {
            for violation in check::body(body, None, self.lookups.today) {
                let at = spec.columns.iter().position(|column| column.field == violation.field);
                let column = at.map(|at| spec.columns[at].name);
                let found = at.map_or("", |at| self.text(at, spec.columns[at].name, &line)).to_owned();
                self.weigh(line.number, column, &found, &violation);
            }
        }
        let is_right = self.refusals.len() == refusals_before;
        let said = body.filter(|_| is_right).map(|body| ((spec.key)(&cells), body));
        let reference_place = self.report.places[REFERENCE_AT];
        candidates.push(Candidate {
            table: spec.table,
            sheet: self.at,
            reference,
            reference_place,
            said,
            source: line,
        });
    }

    /// What stands in a column of the table: in the cell, or what the mapping says of every line.
    fn text<'t>(&'t self, at: usize, column: &str, line: &'t Line) -> &'t str {
        match self.report.places.get(at).copied().flatten() {
            Some(place) => trim(line.cell(place)),
            None => self.report.mapping.constant(column).map_or("", trim),
        }
    }

    fn read_cell(&mut self, column: &Column, at: usize, line: &Line) -> Option<Value> {
        let place = self.report.places[at];
        let flaw = line.flaws.iter().find(|(it, _)| Some(*it) == place).map(|(_, flaw)| match flaw {
            Flaw::NotComputed => Expected::Computed,
            Flaw::Merged => Expected::NotMerged,
        });
        if let Some(expected) = flaw {
            self.refuse(Some(line.number), Some(column.name), "", expected);
            return None;
        }
        let found = self.text(at, column.name, line).to_owned();
        let text = self.report.mapping.value(column.name, &found).map_or(found.as_str(), trim).to_owned();
        if text.is_empty() {
            if column.required {
                self.refuse(Some(line.number), Some(column.name), &found, Expected::Something);
            }
            return None;
        }
        let habits = Habits { dates: self.report.mapping.dates, today: self.lookups.today };
        self.look_at(column, place, line.number, &text);
        match cell::read(column.kind, &text, habits) {
            Ok(value) => Some(value),
            Err(expected) => {
                self.refuse(Some(line.number), Some(column.name), &found, expected);
                None
            }
        }
    }

    /// What the user is told of the cells besides their errors.
    fn look_at(&mut self, column: &Column, place: Option<usize>, line: u64, text: &str) {
        match column.kind {
            Kind::Date | Kind::Signature => {
                let dates = &mut self.report.dates;
                if is_year_first(text) {
                    dates.year_first += 1;
                } else if is_month_first(text, self.lookups.today) {
                    dates.month_first += 1;
                } else {
                    dates.day_first += usize::from(text.contains(|letter: char| letter.is_ascii_digit()));
                }
            }
            Kind::Phone if lost_zero(text) => {
                let id = LOST_ZERO;
                self.warnings.push(Warning { sheet: self.at, line, column: column.name, place, id });
            }
            Kind::Phone
            | Kind::Reference
            | Kind::Text(_)
            | Kind::LongText
            | Kind::YesNo
            | Kind::Code(_)
            | Kind::Codes(_)
            | Kind::Number(..)
            | Kind::Minutes(..)
            | Kind::Hours(_)
            | Kind::Time
            | Kind::Commune
            | Kind::PostalCode
            | Kind::Qpv => {}
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
                let place = self.place_of(column);
                self.warnings.push(Warning { sheet: self.at, line, column, place, id: violation.code });
            }
            (Severity::Doubt, _) => {}
        }
    }

    /// As many cells as columns, but for empty ones at the end, which spreadsheets add.
    fn has_right_width(&mut self, line: &Line) -> bool {
        let columns = self.report.header.len();
        let spare = line.cells.get(columns..);
        let is_ragged = self.report.format.is_some_and(Format::is_ragged);
        if is_ragged || spare.is_some_and(|spare| spare.iter().all(|cell| cell.trim().is_empty())) {
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

    fn place_of(&self, column: &str) -> Option<usize> {
        let columns = self.report.table.map(|table| table.spec().columns).unwrap_or_default();
        let at = columns.iter().position(|it| it.name == column)?;
        self.report.places.get(at).copied().flatten()
    }

    fn refuse(&mut self, line: Option<u64>, column: Option<&'static str>, found: &str, expected: Expected) {
        let refusal = Refusal {
            sheet: self.at,
            table: self.report.table,
            line,
            column,
            place: column.and_then(|column| self.place_of(column)),
            found: Found::in_cell(found),
            expected,
        };
        self.refusals.push(refusal);
    }
}
