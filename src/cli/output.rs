//! The one place that writes to the standard output: tables for people, JSON and CSV for scripts.

use std::io::{self, IsTerminal as _, Write as _};

use serde::Serialize;

use unicode_width::UnicodeWidthStr as _;

use super::call::Format;
use crate::domain::text::{Lines, printable};
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
    text(&format!("{}\n", written.expect("the output has string keys")));
}

/// Writes rows as a table or as CSV.
pub fn rows(header: &[String], rows: &[Vec<String>], format: Format) {
    match format {
        Format::Csv => {
            let header: Vec<&str> = header.iter().map(String::as_str).collect();
            let rows = rows.iter().map(|row| row.iter().map(String::as_str));
            text(&String::from_utf8_lossy(&tabular::write_list(&header, rows)));
        }
        Format::Table | Format::Json => table(header, rows),
    }
}

/// Writes rows under a header, in columns; the last column takes what it needs.
pub fn table(header: &[String], rows: &[Vec<String>]) {
    let mut widths: Vec<usize> = header.iter().map(|cell| cell.width()).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let mut out = String::new();
    for row in std::iter::once(header).chain(rows.iter().map(Vec::as_slice)) {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width - cell.width() + 2));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    text(&printable(&out, Lines::Many));
}
