//! Workbooks in: XLSX and ODS, as the lines that the same sheets have in CSV files.
//!
//! They are read by our own hand, piece after piece, because what comes from elsewhere must not
//! exhaust the machine: no size that a workbook declares is believed, nothing is expanded, no
//! formula is computed, no link is followed. What is kept is counted ([`Room`]).

mod figure;
mod ods;
mod parts;
mod shapes;
mod strings;
mod xlsx;
mod xml;

use super::expected::Expected;
use super::grid::{Flaw, Line};
use super::tab::{Format, Tab};
use super::text::LARGEST_FILE;
use parts::{LARGEST_CELL, Parts, too_large};

/// Most lines of a sheet, as spreadsheets have it.
const MOST_LINES: u64 = 1 << 20;
/// Most columns of a sheet, as spreadsheets have it.
const MOST_COLUMNS: usize = 1 << 14;
/// Columns in which merged cells are looked at: a title across a sheet is not a value.
const MOST_MERGED: usize = 1024;
/// Start of a password-protected or older workbook: both are OLE containers.
const CONTAINER: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// The stream of a container that holds an encrypted workbook, as its directory writes it.
const ENCRYPTED: &str = "EncryptedPackage";

/// Whether the bytes are those of a workbook, of whatever kind.
pub fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK") || bytes.starts_with(CONTAINER)
}

/// The sheets of a workbook.
pub fn open(bytes: &[u8]) -> Result<(Format, Vec<Tab>), Expected> {
    if bytes.len() > LARGEST_FILE {
        return Err(Expected::SmallerFile { limit_mib: LARGEST_FILE >> 20 });
    }
    if bytes.starts_with(CONTAINER) {
        let name: Vec<u8> = ENCRYPTED.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_encrypted = bytes.windows(name.len()).any(|bytes| bytes == name);
        return Err(if is_encrypted { Expected::Unlocked } else { Expected::NewerWorkbook });
    }
    let mut parts = Parts::open(bytes)?;
    if parts.has("content.xml") {
        return ods::read(&mut parts).map(|tabs| (Format::Ods, tabs));
    }
    if parts.has("[Content_Types].xml") && parts.has("_rels/.rels") {
        return xlsx::read(&mut parts).map(|tabs| (Format::Xlsx, tabs));
    }
    // LibreOffice can also seal a whole document as one part.
    Err(if parts.has("encrypted-package") { Expected::Unlocked } else { Expected::Workbook })
}

/// How much more is kept of a workbook: text, and what holds it.
struct Room(usize);

impl Room {
    const fn new() -> Self {
        Self(LARGEST_FILE)
    }

    fn take(&mut self, bytes: usize) -> Result<(), Expected> {
        self.0 = self.0.checked_sub(bytes).ok_or_else(too_large)?;
        Ok(())
    }
}

/// The lines of a sheet as they are read.
struct Page<'r> {
    lines: Vec<Line>,
    line: Line,
    room: &'r mut Room,
}

impl<'r> Page<'r> {
    const fn new(room: &'r mut Room) -> Self {
        Self { lines: Vec::new(), line: Line { number: 0, cells: Vec::new(), flaws: Vec::new() }, room }
    }

    /// Goes to a line, which comes after the one before.
    fn go_to(&mut self, number: u64) -> Result<(), Expected> {
        if number <= self.line.number {
            return Err(Expected::Whole);
        }
        self.line = Line { number, cells: Vec::new(), flaws: Vec::new() };
        Ok(())
    }

    /// Puts a text in a column, from 0.
    fn put(&mut self, column: usize, text: String) -> Result<(), Expected> {
        if column >= MOST_COLUMNS {
            return Err(Expected::Whole);
        }
        if text.is_empty() {
            return Ok(());
        }
        let added = (column + 1).saturating_sub(self.line.cells.len());
        self.room.take(text.len() + added * size_of::<String>())?;
        self.line.cells.resize(self.line.cells.len() + added, String::new());
        self.line.cells[column] = text;
        Ok(())
    }

    /// Marks a cell as one that cannot be taken as it stands.
    fn mark(&mut self, column: usize, flaw: Flaw) -> Result<(), Expected> {
        self.room.take(size_of::<(usize, Flaw)>())?;
        self.line.flaws.push((column, flaw));
        Ok(())
    }

    /// Ends the line, which stands there so many times. The copies are paid for before any is made.
    fn end(&mut self, times: u64) -> Result<(), Expected> {
        let first = self.line.number;
        let last = first.saturating_add(times - 1);
        if self.line.is_blank() {
            self.line.number = last;
            return Ok(());
        }
        if last > MOST_LINES {
            return Err(Expected::Whole);
        }
        let text: usize = self.line.cells.iter().map(|cell| cell.len() + size_of::<String>()).sum();
        let copies = usize::try_from(times - 1).unwrap_or(usize::MAX);
        self.room.take(copies.saturating_mul(text + size_of::<Line>()).saturating_add(size_of::<Line>()))?;
        for number in first..=last {
            self.line.number = number;
            self.lines.push(self.line.clone());
        }
        Ok(())
    }
}

/// Adds to the text of a cell.
fn push_text(cell: &mut String, text: &str) -> Result<(), Expected> {
    if cell.len() + text.len() > LARGEST_CELL {
        return Err(Expected::SmallerCell { limit_mib: LARGEST_CELL >> 20 });
    }
    cell.push_str(text);
    Ok(())
}
