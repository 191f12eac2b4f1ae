//! From the bytes of a file to its tables of cells, whatever its format: a text file has one, a
//! workbook has its sheets.

use super::expected::Expected;
use super::grid::{Line, Lines, UnclosedQuote, guess_separator};
use super::text::{self, Encoding};
use super::workbook;

/// One table of cells.
pub struct Tab {
    /// The name of the sheet; empty in a text file.
    pub name: String,
    /// Whether the user who opens the workbook does not see it.
    pub is_hidden: bool,
    /// Its lines, blank ones left out.
    pub lines: Vec<Line>,
    /// Why it could not be read to its end, and at which line.
    pub broken: Option<(Option<u64>, Expected)>,
}

/// How a file was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text.
    Csv {
        /// In this encoding.
        encoding: Encoding,
        /// With this separator.
        separator: char,
    },
    /// Office Open XML, which Excel writes.
    Xlsx,
    /// OpenDocument, which LibreOffice writes.
    Ods,
}

impl Format {
    /// Whether a line may have fewer cells than there are columns, or more: a workbook writes those
    /// that hold something.
    pub const fn is_ragged(self) -> bool {
        match self {
            Self::Csv { .. } => false,
            Self::Xlsx | Self::Ods => true,
        }
    }
}

/// The tables of a file. What is in it tells its format, whatever its name says; `is_known` tells
/// the titles of columns.
pub fn open(bytes: &[u8], is_known: impl Fn(&str) -> bool) -> Result<(Format, Vec<Tab>), Expected> {
    if workbook::is_one(bytes) {
        return workbook::open(bytes);
    }
    let (text, encoding) = text::decode(bytes)?;
    let (separator, text, first_line) = guess_separator(&text, is_known);
    let mut tab = Tab { name: String::new(), is_hidden: false, lines: Vec::new(), broken: None };
    for line in Lines::new(text, separator, first_line) {
        match line {
            Ok(line) => tab.lines.push(line),
            Err(UnclosedQuote(number)) => tab.broken = Some((Some(number), Expected::ClosingQuote)),
        }
    }
    Ok((Format::Csv { encoding, separator }, vec![tab]))
}
