//! An ODS workbook: the tables of its content, in the order of the file.

use std::collections::HashSet;

use super::figure;
use super::parts::Parts;
use super::xml::{Piece, Tag, Xml};
use super::{LARGEST_CELL, MOST_MERGED, Page, Room, push_text};

use crate::tabular::expected::Expected;
use crate::tabular::grid::Flaw;
use crate::tabular::tab::Tab;

/// What the part `mimetype` of a spreadsheet, or of a model of one, starts with.
const KIND: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
/// Most spaces that one tag stands for.
const MOST_SPACES: u64 = 1000;

/// The sheets of a workbook.
pub(super) fn read(parts: &mut Parts<'_>) -> Result<Vec<Tab>, Expected> {
    if is_encrypted(parts)? {
        return Err(Expected::Unlocked);
    }
    if parts.start_of("mimetype", KIND.len() as u64)? != KIND {
        return Err(Expected::Workbook);
    }
    let Some(mut xml) = parts.xml("content.xml")? else { return Err(Expected::Whole) };
    let mut room = Room::new();
    let mut tabs = Vec::new();
    let mut hidden = HashSet::new();
    let mut style = None;
    let mut is_linked = false;
    loop {
        match xml.next()? {
            Piece::Open(tag) => match tag.name() {
                "style" => style = tag.attribute("style:name"),
                "table-properties" if tag.attribute("table:display").is_some_and(|it| it == "false") => {
                    room.take(style.as_ref().map_or(0, String::len))?;
                    hidden.extend(style.take());
                }
                // What the workbook keeps of another one is not its own.
                "dde-links" => is_linked = true,
                "table" => {
                    let name = tag.attribute("table:name").unwrap_or_default();
                    let is_hidden = tag.attribute("table:style-name").is_some_and(|it| hidden.contains(&it));
                    room.take(name.len() + size_of::<Tab>())?;
                    let mut page = Page::new(&mut room);
                    let table = Table::read(&mut xml, &mut page);
                    let after = page.lines.last().map(|line| line.number);
                    let (is_copy, broken) = match table {
                        Ok(table) => (table.is_copy, None),
                        Err(expected) => (false, Some((after, expected))),
                    };
                    let is_last = broken.is_some();
                    if !is_copy && !is_linked {
                        tabs.push(Tab { name, is_hidden, lines: page.lines, broken });
                    }
                    if is_last {
                        return Ok(tabs);
                    }
                }
                _ => {}
            },
            Piece::Close(tag) if tag.name() == "dde-links" => is_linked = false,
            Piece::Close(_) | Piece::Text(_) | Piece::Nothing => {}
            Piece::End => return Ok(tabs),
        }
    }
}

/// Whether the manifest says that parts are encrypted.
fn is_encrypted(parts: &mut Parts<'_>) -> Result<bool, Expected> {
    let Some(mut xml) = parts.xml("META-INF/manifest.xml")? else { return Ok(false) };
    loop {
        match xml.next()? {
            Piece::Open(tag) if tag.name() == "encryption-data" => return Ok(true),
            Piece::Open(_) | Piece::Close(_) | Piece::Text(_) | Piece::Nothing => {}
            Piece::End => return Ok(false),
        }
    }
}

/// A cell as it is read.
#[derive(Default)]
struct Cell {
    times: u64,
    kind: String,
    value: Option<String>,
    text: String,
    paragraphs: usize,
    has_formula: bool,
    is_covered: bool,
}

/// A table as it is read.
#[derive(Default)]
struct Table {
    /// How many times the line stands there.
    line_times: u64,
    /// Number of the next line.
    next_line: u64,
    next_column: usize,
    cell: Option<Cell>,
    paragraph_depth: usize,
    /// Depth inside a comment, which is not what the cell says.
    comment_depth: usize,
    /// Whether it is what the workbook keeps of another one.
    is_copy: bool,
}

impl Table {
    /// Reads up to the end of the table.
    fn read(xml: &mut Xml<'_>, page: &mut Page<'_>) -> Result<Self, Expected> {
        let mut table = Self { next_line: 1, ..Self::default() };
        loop {
            match xml.next()? {
                Piece::Open(tag) => table.open(&tag, page)?,
                Piece::Text(text) => table.text(&text)?,
                Piece::Close(tag) if tag.name() == "table" => return Ok(table),
                Piece::Close(tag) => table.close(tag.name(), page)?,
                Piece::Nothing => {}
                Piece::End => return Err(Expected::Whole),
            }
        }
    }

    fn open(&mut self, tag: &Tag<'_>, page: &mut Page<'_>) -> Result<(), Expected> {
        match tag.name() {
            _ if self.comment_depth > 0 => self.comment_depth += 1,
            "annotation" => self.comment_depth = 1,
            "table-source" => self.is_copy = true,
            // A table inside a cell: no spreadsheet of today writes one.
            "table" => return Err(Expected::Whole),
            "table-row" => {
                self.line_times = tag.number("table:number-rows-repeated").unwrap_or(1).max(1);
                self.next_column = 0;
                page.go_to(self.next_line)?;
                self.next_line = self.next_line.saturating_add(self.line_times);
            }
            name @ ("table-cell" | "covered-table-cell") => {
                self.cell = Some(Cell { is_covered: name == "covered-table-cell", ..cell(tag) });
            }
            "p" => {
                self.paragraph_depth += 1;
                if let Some(cell) = &mut self.cell {
                    if cell.paragraphs > 0 {
                        push_text(&mut cell.text, "\n")?;
                    }
                    cell.paragraphs += 1;
                }
            }
            "s" => {
                let spaces = tag.number("text:c").unwrap_or(1).min(MOST_SPACES);
                for _ in 0..spaces {
                    self.text(" ")?;
                }
            }
            "tab" => self.text("\t")?,
            "line-break" => self.text("\n")?,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Expected> {
        match &mut self.cell {
            Some(cell) if self.paragraph_depth > 0 && self.comment_depth == 0 => {
                push_text(&mut cell.text, text)
            }
            Some(_) | None => Ok(()),
        }
    }

    fn close(&mut self, name: &str, page: &mut Page<'_>) -> Result<(), Expected> {
        match name {
            _ if self.comment_depth > 0 => self.comment_depth -= 1,
            "p" => self.paragraph_depth = self.paragraph_depth.saturating_sub(1),
            "table-cell" | "covered-table-cell" => {
                if let Some(cell) = self.cell.take() {
                    self.put(&cell, page)?;
                }
            }
            "table-row" => page.end(self.line_times)?,
            _ => {}
        }
        Ok(())
    }

    fn put(&mut self, cell: &Cell, page: &mut Page<'_>) -> Result<(), Expected> {
        let shown = if cell.is_covered { String::new() } else { shown(cell) };
        let flaw = match (cell.is_covered, cell.has_formula && cell.kind.is_empty()) {
            (true, _) => Some(Flaw::Merged),
            (false, true) if shown.is_empty() => Some(Flaw::NotComputed),
            (false, _) => None,
        };
        let last = usize::try_from(cell.times).unwrap_or(usize::MAX).saturating_add(self.next_column);
        if shown.is_empty() && flaw.is_none() {
            self.next_column = last;
            return Ok(());
        }
        let last = if flaw.is_some() { last.min(MOST_MERGED) } else { last };
        for column in self.next_column..last {
            if let Some(flaw) = flaw {
                page.mark(column, flaw)?;
            }
            page.put(column, shown.clone())?;
        }
        self.next_column = last;
        Ok(())
    }
}

fn cell(tag: &Tag<'_>) -> Cell {
    let kind = tag.attribute("office:value-type").unwrap_or_default();
    let value = match kind.as_str() {
        "date" => tag.attribute("office:date-value"),
        "time" => tag.attribute("office:time-value"),
        "boolean" => tag.attribute("office:boolean-value"),
        "string" => tag.attribute("office:string-value").filter(|text| text.len() <= LARGEST_CELL),
        "" => None,
        _ => tag.attribute("office:value"),
    };
    Cell {
        times: tag.number("table:number-columns-repeated").unwrap_or(1).max(1),
        has_formula: tag.attribute("table:formula").is_some(),
        kind,
        value,
        ..Cell::default()
    }
}

/// What a cell shows.
fn shown(cell: &Cell) -> String {
    let value = cell.value.as_deref().unwrap_or_default();
    let shown = match cell.kind.as_str() {
        "date" => figure::iso_moment(value),
        "time" => figure::iso_time(value),
        "boolean" => Some(if value == "true" { "VRAI" } else { "FAUX" }.to_owned()),
        "string" if cell.paragraphs == 0 => Some(value.to_owned()),
        "string" | "" => None,
        _ => value.parse::<f64>().ok().map(|number| number_shown(value, number, &cell.text)),
    };
    shown.unwrap_or_else(|| cell.text.clone())
}

/// A number, as it is written in the cell when that keeps zeros that the number has not.
fn number_shown(value: &str, number: f64, text: &str) -> String {
    let digits: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let is_same = digits.bytes().all(|byte| byte.is_ascii_digit()) && digits.parse() == Ok(number);
    if is_same && digits.starts_with('0') { digits } else { figure::plain_number(value, number, 1) }
}
