//! What is wrong with a table, line by line, and what is merely unlikely.

use super::expected::Expected;
use super::table::Table;

/// What a cell held. For the terminal of the user who gave the file, never for a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Found(pub String);

/// Most characters of a cell that are quoted: a forgotten quote makes one of megabytes.
const LONGEST_FOUND: usize = 80;

impl Found {
    /// The beginning of a cell, enough to find it.
    pub fn in_cell(cell: &str) -> Self {
        match cell.char_indices().nth(LONGEST_FOUND) {
            Some((end, _)) => Self(format!("{}…", &cell[..end])),
            None => Self(cell.to_owned()),
        }
    }
}

impl Found {
    /// Whether it is only the beginning.
    pub fn is_cut(&self) -> bool {
        self.0.ends_with('…')
    }
}

impl std::fmt::Debug for Found {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Found([…])")
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Which of the sheets read, from 0.
    pub sheet: usize,
    /// Its table, once told.
    pub table: Option<Table>,
    /// Physical line, from 1; `None` when it is the whole file.
    pub line: Option<u64>,
    /// The column, by the name that Jalon gives it.
    pub column: Option<&'static str>,
    /// Where that column stands in the file, from 0, if it does.
    pub place: Option<usize>,
    /// What was found.
    pub found: Found,
    /// What was expected.
    pub expected: Expected,
}

/// One thing that is unlikely, that the user must know of, and that was taken all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Warning {
    /// Which of the sheets read, from 0.
    pub sheet: usize,
    /// Physical line, from 1.
    pub line: u64,
    /// The column.
    pub column: &'static str,
    /// Where that column stands in the file, from 0, if it does.
    pub place: Option<usize>,
    /// Code of the doubt: messages `violation-<id>` and `violation-<id>-remedy`.
    pub id: &'static str,
}

/// The letters that spreadsheets give to a column, from 0: `A`, `Z`, `AA`.
pub fn column_letters(place: usize) -> String {
    let mut letters = Vec::new();
    let mut left = place + 1;
    while left > 0 {
        let rank = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + rank));
        left = (left - 1) / 26;
    }
    letters.into_iter().rev().collect()
}
