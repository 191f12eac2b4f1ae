//! An XLSX workbook: which sheets it has, and the cells of each, in the order of the file.

use std::collections::HashMap;

use super::figure::{self, Calendar};
use super::parts::Parts;
use super::shapes::Shapes;
use super::strings::{self, Strings};
use super::xml::{Piece, Tag, Xml};
use super::{MOST_COLUMNS, MOST_MERGED, Page, Room, push_text};

use crate::tabular::expected::Expected;
use crate::tabular::grid::{Flaw, Line};
use crate::tabular::tab::Tab;

/// Where a part leads, by identifier: the end of what it is, and the name of the other part.
type Relations = HashMap<String, (String, String)>;

/// A sheet as the workbook announces it.
struct Announced {
    name: String,
    is_hidden: bool,
    relation: String,
}

/// What the sheets share.
struct Shared {
    strings: Strings,
    shapes: Shapes,
    calendar: Calendar,
}

/// The sheets of a workbook.
pub(super) fn read(parts: &mut Parts<'_>) -> Result<Vec<Tab>, Expected> {
    let mut room = Room::new();
    let root = relations(parts, "", "_rels/.rels", &mut room)?;
    let book = part_of(&root, "officeDocument").unwrap_or("xl/workbook.xml").to_owned();
    if !parts.has(&book) {
        return Err(Expected::Workbook);
    }
    if !book.to_lowercase().ends_with(".xml") {
        return Err(Expected::NewerWorkbook);
    }
    let (folder, file) = book.rsplit_once('/').unwrap_or(("", &book));
    let relations = relations(parts, folder, &join(folder, &format!("_rels/{file}.rels")), &mut room)?;
    let (sheets, calendar) = announced(parts, &book, &mut room)?;
    let strings =
        part_of(&relations, "sharedStrings").map_or_else(|| join(folder, "sharedStrings.xml"), str::to_owned);
    let styles = part_of(&relations, "styles").map_or_else(|| join(folder, "styles.xml"), str::to_owned);
    let shared = Shared {
        strings: Strings::read(parts, &strings, &mut room)?,
        shapes: Shapes::read(parts, &styles, &mut room)?,
        calendar,
    };
    let mut tabs = Vec::new();
    for sheet in sheets {
        match relations.get(&sheet.relation) {
            Some((kind, part)) if kind == "worksheet" => {
                let mut page = Page::new(&mut room);
                let read = read_sheet(parts, part, &shared, &mut page);
                let after = page.lines.last().map(|line| line.number);
                let broken = read.err().map(|expected| (after, expected));
                tabs.push(Tab { name: sheet.name, is_hidden: sheet.is_hidden, lines: page.lines, broken });
            }
            // Charts and macros have sheets of their own.
            Some(_) => {}
            None => return Err(Expected::Whole),
        }
    }
    Ok(tabs)
}

fn relations(
    parts: &mut Parts<'_>,
    folder: &str,
    part: &str,
    room: &mut Room,
) -> Result<Relations, Expected> {
    let mut relations = Relations::new();
    let Some(mut xml) = parts.xml(part)? else { return Ok(relations) };
    loop {
        match xml.next()? {
            Piece::Open(tag) if tag.name() == "Relationship" => {
                let (Some(id), Some(target)) = (tag.attribute("Id"), tag.attribute("Target")) else {
                    continue;
                };
                // What is outside the workbook is not looked at.
                if tag.attribute("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("external")) {
                    continue;
                }
                let kind = tag.attribute("Type").unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                room.take(id.len() + kind.len() + target.len())?;
                relations.insert(id, (kind, join(folder, &target)));
            }
            Piece::Open(_) | Piece::Close(_) | Piece::Text(_) | Piece::Nothing => {}
            Piece::End => return Ok(relations),
        }
    }
}

fn part_of<'a>(relations: &'a Relations, kind: &str) -> Option<&'a str> {
    relations.values().find(|(it, _)| it == kind).map(|(_, part)| part.as_str())
}

/// The name of a part that another part of `folder` gives.
fn join(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

fn announced(
    parts: &mut Parts<'_>,
    book: &str,
    room: &mut Room,
) -> Result<(Vec<Announced>, Calendar), Expected> {
    let mut sheets = Vec::new();
    let mut calendar = Calendar::From1900;
    let Some(mut xml) = parts.xml(book)? else { return Err(Expected::Workbook) };
    loop {
        match xml.next()? {
            Piece::Open(tag) => match tag.name() {
                "workbookPr" if tag.is_yes("date1904") => calendar = Calendar::From1904,
                "sheet" => {
                    let (Some(name), Some(relation)) = (tag.attribute("name"), tag.relation()) else {
                        continue;
                    };
                    room.take(name.len() + relation.len() + size_of::<Announced>())?;
                    let is_hidden = tag.attribute("state").is_some_and(|state| state != "visible");
                    sheets.push(Announced { name, is_hidden, relation });
                }
                _ => {}
            },
            Piece::Close(_) | Piece::Text(_) | Piece::Nothing => {}
            Piece::End => return Ok((sheets, calendar)),
        }
    }
}

/// A cell as it is read.
#[derive(Default)]
struct Cell {
    column: usize,
    kind: String,
    style: Option<u64>,
    text: String,
    has_formula: bool,
}

/// Where in a sheet the reading stands.
#[derive(Default)]
struct Place {
    cell: Option<Cell>,
    next_column: usize,
    is_value: bool,
    is_phonetic: bool,
    merged: Vec<[usize; 4]>,
}

fn read_sheet(
    parts: &mut Parts<'_>,
    part: &str,
    shared: &Shared,
    page: &mut Page<'_>,
) -> Result<(), Expected> {
    let Some(mut xml) = parts.xml(part)? else { return Err(Expected::Whole) };
    let mut place = Place::default();
    read_cells(&mut xml, &mut place, shared, page)?;
    mark_merged(&place.merged, page)
}

fn read_cells(
    xml: &mut Xml<'_>,
    place: &mut Place,
    shared: &Shared,
    page: &mut Page<'_>,
) -> Result<(), Expected> {
    loop {
        match xml.next()? {
            Piece::Open(tag) => open_tag(&tag, place, page)?,
            Piece::Text(text) if place.is_value && !place.is_phonetic => {
                if let Some(cell) = &mut place.cell {
                    push_text(&mut cell.text, &text)?;
                }
            }
            Piece::Close(tag) => match tag.name() {
                "v" | "t" => place.is_value = false,
                "rPh" => place.is_phonetic = false,
                "c" => {
                    if let Some(cell) = place.cell.take() {
                        put(cell, shared, page)?;
                    }
                }
                "row" => page.end(1)?,
                _ => {}
            },
            Piece::Text(_) | Piece::Nothing => {}
            Piece::End => return Ok(()),
        }
    }
}

fn open_tag(tag: &Tag<'_>, place: &mut Place, page: &mut Page<'_>) -> Result<(), Expected> {
    match tag.name() {
        "row" => {
            place.next_column = 0;
            page.go_to(tag.number("r").unwrap_or(page.line.number + 1))?;
        }
        "c" => {
            let named = tag.attribute("r").map(|name| column_of(&name).ok_or(Expected::Whole)).transpose()?;
            let column = named.unwrap_or(place.next_column);
            place.next_column = column + 1;
            let kind = tag.attribute("t").unwrap_or_default();
            let style = tag.number("s");
            place.cell = Some(Cell { column, kind, style, ..Cell::default() });
        }
        "v" | "t" => place.is_value = true,
        "f" => {
            if let Some(cell) = &mut place.cell {
                cell.has_formula = true;
            }
        }
        "rPh" => place.is_phonetic = true,
        "mergeCell" => {
            if let Some(merged) = tag.attribute("ref").and_then(|name| rectangle(&name)) {
                page.room.take(size_of::<[usize; 4]>())?;
                place.merged.push(merged);
            }
        }
        _ => {}
    }
    Ok(())
}

/// Puts what a cell shows on its line.
fn put(cell: Cell, shared: &Shared, page: &mut Page<'_>) -> Result<(), Expected> {
    let Cell { column, kind, style, text, has_formula } = cell;
    if has_formula && text.is_empty() && kind != "str" {
        return page.mark(column, Flaw::NotComputed);
    }
    let shown = match kind.as_str() {
        "s" => {
            let rank = text.trim().parse().ok();
            rank.and_then(|rank| shared.strings.get(rank)).ok_or(Expected::Whole)?.to_owned()
        }
        "inlineStr" | "str" => strings::plain(&text),
        // As a CSV file of the same sheet, once it is in French.
        "b" => if text.trim() == "1" { "VRAI" } else { "FAUX" }.to_owned(),
        "d" => figure::iso_moment(&text).unwrap_or(text),
        "e" => text,
        _ if text.trim().is_empty() => String::new(),
        _ => figure::number(&text, shared.shapes.get(style), shared.calendar),
    };
    page.put(column, shown)
}

/// Marks the cells that a merged one covers: what it says, they only seem to say.
fn mark_merged(merged: &[[usize; 4]], page: &mut Page<'_>) -> Result<(), Expected> {
    for &[first_column, first_line, last_column, last_line] in merged {
        let from = page.lines.partition_point(|line| (line.number as usize) < first_line);
        let to = page.lines.partition_point(|line| (line.number as usize) <= last_line);
        let columns = first_column..last_column.min(MOST_MERGED) + 1;
        let covered = |line: &Line, column: usize| {
            (line.number as usize, column) != (first_line, first_column)
                && line.cells.get(column).is_none_or(String::is_empty)
        };
        for line in &mut page.lines[from..to.max(from)] {
            // Paid for even where nothing is marked: merged cells may all cover the same lines.
            page.room.take(columns.len())?;
            for column in columns.clone().filter(|column| covered(line, *column)).collect::<Vec<_>>() {
                page.room.take(size_of::<(usize, Flaw)>())?;
                line.flaws.push((column, Flaw::Merged));
            }
        }
    }
    Ok(())
}

/// `B2:C5`: first column, first line, last column, last line. Columns from 0, lines from 1.
fn rectangle(name: &str) -> Option<[usize; 4]> {
    let (first, last) = name.split_once(':')?;
    Some([column_of(first)?, line_of(first)?, column_of(last)?, line_of(last)?])
}

/// The column of `AB12`, from 0.
fn column_of(name: &str) -> Option<usize> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters.fold(0_usize, |column, letter| {
        let rank = usize::from(letter.to_ascii_uppercase() - b'A') + 1;
        column.saturating_mul(26).saturating_add(rank)
    });
    column.checked_sub(1).filter(|column| *column < MOST_COLUMNS)
}

fn line_of(name: &str) -> Option<usize> {
    name.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).parse().ok()
}
