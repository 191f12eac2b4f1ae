//! Reading tables: every file, every sheet of it, and everything that is wrong at once.

use chrono::NaiveDate;

use super::cross;
use super::expected::Expected;
use super::grid::Line;
use super::keys::{self, plain};
use super::mapping;
use super::mapping::file::Proposals;
use super::mapping::{Ignored, Mapping, REASON_TITLE, SheetMapping, is_title, tell};
use super::marks::{Corrected, Mark};
use super::refusal::{Refusal, Warning};
use super::sheet;
use super::tab::{self, Format, Tab};
use super::table::{REFERENCE_AT, Table};
use crate::domain::body::Body;

/// A file.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// Its name, which tells the table of a text file.
    pub name: &'a str,
    /// The table, when the user says so.
    pub table: Option<Table>,
    /// Whether it was named, rather than found in a folder: such a file must tell its table.
    pub is_named: bool,
    /// What is in it.
    pub bytes: &'a [u8],
}

impl<'a> Sheet<'a> {
    /// A file that the user names.
    pub const fn new(name: &'a str, bytes: &'a [u8]) -> Self {
        Self { name, table: None, is_named: true, bytes }
    }
}

/// What reading asks of the rest of Jalon.
#[derive(Clone, Copy)]
pub struct Lookups<'a> {
    /// The day of the import: nothing can have happened later.
    pub today: NaiveDate,
    /// Whether the caseload has a person imported under this reference.
    pub knows_person: &'a dyn Fn(&str) -> bool,
    /// The mapping that the user gives.
    pub mapping: Option<&'a Mapping>,
    /// The mapping that was kept for files with this header.
    pub kept: &'a dyn Fn(&[String]) -> Option<SheetMapping>,
}

impl<'a> Lookups<'a> {
    /// Without any mapping.
    pub fn new(today: NaiveDate, knows_person: &'a dyn Fn(&str) -> bool) -> Self {
        Self { today, knows_person, mapping: None, kept: &|_| None }
    }
}

/// Where the mapping of a sheet comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The titles alone.
    Titles,
    /// The file that the user gave.
    Given,
    /// An earlier import of files with the same header.
    Kept,
}

/// How one sheet was understood.
#[derive(Debug, Clone)]
pub struct SheetReport {
    /// Its name: that of the file, and of the sheet in a workbook.
    pub name: String,
    /// The name of the sheet in a workbook, else that of the file: what a mapping calls it.
    pub own_name: String,
    /// The table.
    pub table: Option<Table>,
    /// The format of the file.
    pub format: Option<Format>,
    /// The header as it stands in the file.
    pub header: Vec<String>,
    /// How many lines stand above the header and are passed over.
    pub above: usize,
    /// For each column of the table, where it stands in the file.
    pub places: Vec<Option<usize>>,
    /// The titles that are none of the table's columns.
    pub ignored: Vec<Ignored>,
    /// How it is read.
    pub mapping: SheetMapping,
    /// Where that comes from.
    pub origin: Origin,
    /// How its dates are written.
    pub dates: DatesSeen,
    /// How many lines it has under the header.
    pub lines: usize,
    /// The first of them.
    pub first: Vec<Line>,
    /// Those that are not taken, whole, in the order of the file.
    pub refused: Vec<Line>,
}

impl SheetReport {
    /// Where the column stands that says why a line was refused by an earlier import.
    pub fn reason_place(&self) -> Option<usize> {
        self.header.iter().position(|title| plain(title) == REASON_TITLE)
    }

    /// What a line says of an earlier import.
    pub fn corrected(&self, line: &Line) -> Corrected {
        match self.reason_place() {
            Some(place) => Mark::read(line.cell(place)).map_or(Corrected::Unmarked, Corrected::Of),
            None => Corrected::No,
        }
    }

    /// The reference that stands in a line.
    pub fn reference<'l>(&'l self, line: &'l Line) -> &'l str {
        match self.places.get(REFERENCE_AT).copied().flatten() {
            Some(place) => line.cell(place).trim(),
            None => self.mapping.constant("ref").unwrap_or_default(),
        }
    }

    /// The columns that are read, where they stand, and their titles.
    pub fn columns(&self) -> impl Iterator<Item = (&'static str, usize, &str)> {
        let columns = self.table.map(|table| table.spec().columns).unwrap_or_default();
        let placed =
            columns.iter().zip(&self.places).filter_map(|(column, place)| Some((column.name, (*place)?)));
        placed.filter_map(|(column, place)| Some((column, place, self.header.get(place)?.trim())))
    }

    /// The titles that are read as a column of another name, and that name.
    pub fn renamed(&self) -> impl Iterator<Item = (&str, &'static str)> {
        let titled = self.columns().map(|(column, _, title)| (title, column));
        titled.filter(|(title, column)| plain(title) != *column)
    }

    /// How it is read, said in full, and what could be added: what is told of the next files.
    pub fn whole_mapping(&self, refusals: &[&Refusal]) -> (SheetMapping, Proposals) {
        let mut mapping =
            SheetMapping { name: Some(self.own_name.clone()), table: self.table, ..self.mapping.clone() };
        mapping.columns = self.columns().map(|(column, _, title)| (title.to_owned(), Some(column))).collect();
        let mut proposals = Proposals::default();
        for it in &self.ignored {
            match it.like {
                Some(column) => proposals.columns.push((it.title.clone(), column)),
                None => mapping.columns.push((it.title.clone(), None)),
            }
        }
        for refusal in refusals {
            if let (Some(column), Expected::Code { like: Some(like), .. }) =
                (refusal.column, &refusal.expected)
            {
                let proposal = (column, refusal.found.0.clone(), *like);
                if !refusal.found.is_cut() && !proposals.values.contains(&proposal) {
                    proposals.values.push(proposal);
                }
            }
        }
        (mapping, proposals)
    }
}

/// How the dates of a sheet are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DatesSeen {
    /// Dates that start with the day.
    pub day_first: usize,
    /// Dates that start with the year.
    pub year_first: usize,
    /// Cells that are dates only if they start with the month.
    pub month_first: usize,
}

/// A sheet that is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftAside {
    /// Its name, with that of its file.
    pub name: String,
    /// Whether it is because it is hidden; otherwise it tells no table.
    pub is_hidden: bool,
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
    /// What tells it from the other lines of its table, but for those that are only told apart by
    /// their rank ([`super::plan`]).
    pub key: String,
    /// Where it stands among the lines of the same key: periods of adhesion by their dates, for
    /// files are sorted in any way, all others as they come.
    pub order: (Option<NaiveDate>, usize),
    /// Whether it was refused before, and corrected since.
    pub corrected: Corrected,
    /// What it says.
    pub body: Body,
}

impl Row {
    /// The key of the line once it is ranked among those of the same key, from 1.
    pub fn ranked_key(&self, rank: u32) -> String {
        keys::nth(&self.key, rank)
    }
}

/// Everything that was read.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// What tells this import from the others, in the marks of its refused lines.
    pub mark: String,
    /// How each sheet was understood.
    pub sheets: Vec<SheetReport>,
    /// The sheets of workbooks that are not read.
    pub left_aside: Vec<LeftAside>,
    /// The lines that can be taken in: people first, then table by table, in the files' order.
    pub rows: Vec<Row>,
    /// What is wrong, by sheet and line. Unless the user accepts a part, nothing is taken in
    /// while there is any.
    pub refusals: Vec<Refusal>,
    /// What is unlikely.
    pub warnings: Vec<Warning>,
}

impl Reading {
    /// How the sheets are read, as a mapping file to correct and give back.
    pub fn mapping_file(&self) -> String {
        let sheets = self.sheets.iter().enumerate().filter(|(_, sheet)| sheet.table.is_some());
        let whole = sheets.map(|(at, sheet)| {
            let refusals: Vec<&Refusal> = self.refusals.iter().filter(|it| it.sheet == at).collect();
            sheet.whole_mapping(&refusals)
        });
        mapping::file::write(&whole.collect::<Vec<_>>())
    }

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
    /// Where the column of the reference stands.
    pub reference_place: Option<usize>,
    /// Its key, not yet numbered, and what it says; `None` when a cell of it is refused.
    pub said: Option<(String, Body)>,
    /// The line as it stands.
    pub source: Line,
}

/// Reads files, all of them before saying what is wrong.
pub fn read(files: &[Sheet<'_>], lookups: &Lookups<'_>) -> Reading {
    let mut reading = Reading::default();
    let mut candidates = Vec::new();
    for file in files {
        let before = reading.sheets.len();
        match tab::open(file.bytes, |title| is_known(title, lookups)) {
            Ok((format, tabs)) => {
                for opened in chosen(file, format, tabs, lookups, &mut reading) {
                    sheet::read(opened, lookups, &mut reading, &mut candidates);
                }
                if reading.sheets.len() == before && file.is_named {
                    let expected =
                        if reading.left_aside.is_empty() { Expected::NotEmpty } else { Expected::Table };
                    sheet::refuse_file(file, Some(format), expected, &mut reading);
                }
            }
            Err(_) if !file.is_named && Table::from_file_name(file.name).is_none() => {
                reading.left_aside.push(LeftAside { name: file.name.to_owned(), is_hidden: false });
            }
            Err(expected) => sheet::refuse_file(file, None, expected, &mut reading),
        }
    }
    cross::check(candidates, lookups, &mut reading);
    reading
}

/// A sheet that is to be read, and what is known of it beforehand.
pub struct Opened {
    /// Its name, with that of its file.
    pub name: String,
    /// Its own name.
    pub own_name: String,
    /// Its table, if told.
    pub table: Option<Table>,
    /// The format of its file.
    pub format: Format,
    /// Which of its lines is the header.
    pub header_at: usize,
    /// How it is to be read.
    pub mapping: SheetMapping,
    /// Where that comes from.
    pub origin: Origin,
    /// Its lines.
    pub tab: Tab,
}

/// The sheets of a file that are read: in a workbook, those that tell their table and are not
/// hidden. The others are named.
fn chosen(
    file: &Sheet<'_>,
    format: Format,
    tabs: Vec<Tab>,
    lookups: &Lookups<'_>,
    reading: &mut Reading,
) -> Vec<Opened> {
    if !format.is_ragged() {
        let (told, others): (Vec<_>, Vec<_>) = tabs
            .into_iter()
            .map(|tab| opened(file, format, tab, lookups))
            .partition(|sheet| sheet.table.is_some() || file.is_named);
        reading.left_aside.extend(others.into_iter().map(|it| LeftAside { name: it.name, is_hidden: false }));
        return told;
    }
    let full = tabs.into_iter().filter(|tab| !tab.lines.is_empty() || tab.broken.is_some());
    let all: Vec<(bool, Opened)> =
        full.map(|tab| (tab.is_hidden, opened(file, format, tab, lookups))).collect();
    let seen = all.iter().filter(|(is_hidden, _)| !is_hidden).count();
    let mut chosen = Vec::new();
    for (is_hidden, mut sheet) in all {
        let is_said = sheet.origin == Origin::Given;
        if seen == 1 && !is_hidden {
            sheet.table = file.table.or(sheet.table);
        }
        let is_asked = file.table.is_none_or(|table| sheet.table == Some(table));
        // The only sheet there is to see is read, or refused with its reason.
        if is_said
            || (!is_hidden
                && ((seen == 1 && file.is_named)
                    || sheet.tab.broken.is_some()
                    || (sheet.table.is_some() && is_asked)))
        {
            chosen.push(sheet);
        } else {
            reading.left_aside.push(LeftAside { name: sheet.name, is_hidden });
        }
    }
    chosen
}

fn opened(file: &Sheet<'_>, format: Format, tab: Tab, lookups: &Lookups<'_>) -> Opened {
    let is_text = tab.name.is_empty();
    let own_name = if is_text { stem(file.name).to_owned() } else { tab.name.clone() };
    let name = if is_text { file.name.to_owned() } else { format!("{} › {}", file.name, tab.name) };
    let header_at = sheet::header_at(&tab.lines, |title| is_known(title, lookups));
    let header = tab.lines.get(header_at).map(|line| line.cells.as_slice()).unwrap_or_default();
    let given = lookups.mapping.and_then(|mapping| mapping.of(&own_name, header)).cloned();
    let (mapping, origin) = match given {
        Some(mapping) => (mapping, Origin::Given),
        None => match (lookups.kept)(header) {
            Some(mapping) => (mapping, Origin::Kept),
            None => (SheetMapping::default(), Origin::Titles),
        },
    };
    let said = if is_text { file.table } else { None };
    let named = if is_text { Table::from_file_name(file.name) } else { Table::from_words(&own_name) };
    let table = said.or(mapping.table).or(named).or_else(|| tell(header, &mapping));
    Opened { name, own_name, table, format, header_at, mapping, origin, tab }
}

/// The name of a file without what tells its format.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Whether a title is a column of any table, by itself or because the mapping says so.
fn is_known(title: &str, lookups: &Lookups<'_>) -> bool {
    let is_mapped = |sheet: &SheetMapping| sheet.column(title).is_some();
    is_title(title) || lookups.mapping.is_some_and(|mapping| mapping.sheets.iter().any(is_mapped))
}
