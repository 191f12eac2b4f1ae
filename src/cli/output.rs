//! The one place that writes to the standard output: tables for people, JSON and CSV for scripts.

use std::borrow::Cow;
use std::io::{self, IsTerminal as _, Write as _};

use serde::Serialize;

use unicode_width::UnicodeWidthStr as _;

use super::call::Format;
use crate::domain::text::{Lines, first_unprintable, printable};
use crate::tabular;

/// Writes `text` as it is. A reader that closed the pipe is no error.
pub fn text(text: &str) {
    let mut out = io::stdout().lock();
    let _closed = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Writes a line for people. It may quote a file name or a cell, which command no terminal.
pub fn line(line: &str) {
    text(&format!("{}\n", printable(line, Lines::Many)));
}

/// Writes a line to the standard error.
pub fn error(line: &str) {
    let mut out = io::stderr().lock();
    let _closed = writeln!(out, "{}", printable(line, Lines::Many));
}

/// Writes a value as JSON: indented for a terminal, on one line for a pipe.
pub fn json(value: &impl Serialize) {
    let written = if io::stdout().is_terminal() {
        serde_json::to_string_pretty(value)
    } else {
        serde_json::to_string(value)
    };
    text(&format!("{}\n", escaped(&written.expect("the output has string keys"))));
}

/// JSON in which what may not be shown is an escape: the same value to who reads JSON, and no
/// command to the terminal of who does not.
fn escaped(json: &str) -> Cow<'_, str> {
    if first_unprintable(json, Lines::Many).is_none() {
        return Cow::Borrowed(json);
    }
    let mut text = String::with_capacity(json.len());
    for character in json.chars() {
        let mut bytes = [0; 4];
        if first_unprintable(character.encode_utf8(&mut bytes), Lines::Many).is_none() {
            text.push(character);
        } else {
            // Outside strings JSON has nothing of the kind.
            for unit in character.encode_utf16(&mut [0; 2]) {
                text.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    Cow::Owned(text)
}

/// Writes rows as a table or as CSV.
pub fn rows(header: &[String], rows: &[Vec<String>], format: Format) {
    match format {
        Format::Csv => {
            let header: Vec<&str> = header.iter().map(String::as_str).collect();
            let rows: Vec<Vec<_>> = rows.iter().map(|row| shown(row, Lines::Many)).collect();
            let rows = rows.iter().map(|row| row.iter().map(|cell| &**cell));
            text(&String::from_utf8_lossy(&tabular::write_list(&header, rows)));
        }
        Format::Table | Format::Json => table(header, rows),
    }
}

/// The cells of a row as they may be shown.
fn shown(row: &[String], lines: Lines) -> Vec<Cow<'_, str>> {
    row.iter().map(|cell| printable(cell, lines)).collect()
}

/// Writes rows under a header, in columns; the last column takes what it needs.
pub fn table(header: &[String], rows: &[Vec<String>]) {
    let header = shown(header, Lines::One);
    let rows: Vec<Vec<_>> = rows.iter().map(|row| shown(row, Lines::One)).collect();
    let mut widths: Vec<usize> = header.iter().map(|cell| cell.width()).collect();
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let mut out = String::new();
    for row in std::iter::once(&header).chain(&rows) {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width - cell.width() + 2));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    text(&out);
}
