//! How the columns and values of a source file are to be read when they are not called as here.
//!
//! A mapping is what a user writes or accepts once for a provider's files ([`mod@file`] reads and
//! writes it); what it does not say is guessed from the titles ([`mod@place`]).

pub mod file;
mod near;
mod place;
mod titles;

use sha2::{Digest as _, Sha256};

use super::dates::DateOrder;
use super::keys::plain;
use super::table::Table;

pub use near::like;
pub use place::{Ignored, Placing, place, tell};

/// Title of the column that says why a line was refused. It is passed over when the file comes back.
pub const REASON_TITLE: &str = "erreur";

/// How the files of one provider are read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Sheet by sheet.
    pub sheets: Vec<SheetMapping>,
}

/// How one sheet, or one text file, is read.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct SheetMapping {
    /// Which: its name, that of the file for a text file. Otherwise its titles tell.
    pub name: Option<String>,
    /// Its table.
    pub table: Option<Table>,
    /// The order of its dates.
    pub dates: DateOrder,
    /// Titles, and the column that each one is; `None` for one that is left aside on purpose.
    pub columns: Vec<(String, Option<&'static str>)>,
    /// Columns that the sheet does not have, and what they hold on every line.
    pub constants: Vec<(&'static str, String)>,
    /// Column by column, what stands in its cells and what is read instead.
    pub values: Vec<(&'static str, Vec<(String, String)>)>,
}

impl SheetMapping {
    /// The column that a title is said to be; `Some(None)` when it is said to be none.
    pub fn column(&self, title: &str) -> Option<Option<&'static str>> {
        let title = plain(title);
        self.columns.iter().find(|(it, _)| plain(it) == title).map(|(_, column)| *column)
    }

    /// What a column holds on every line.
    pub fn constant(&self, column: &str) -> Option<&str> {
        self.constants.iter().find(|(it, _)| *it == column).map(|(_, value)| value.as_str())
    }

    /// What is read instead of a cell of a column.
    pub fn value(&self, column: &str, cell: &str) -> Option<&str> {
        let (_, values) = self.values.iter().find(|(it, _)| *it == column)?;
        let cell = plain(cell);
        values.iter().find(|(it, _)| plain(it) == cell).map(|(_, value)| value.as_str())
    }

    /// Whether it is about the sheet of this name.
    fn is_named(&self, name: &str) -> bool {
        self.name.as_deref().is_some_and(|it| plain(it) == plain(name))
    }

    /// Whether every title that it gives a column to stands in the header.
    fn fits(&self, header: &[String]) -> bool {
        let names: Vec<String> = header.iter().map(|title| plain(title)).collect();
        let mut titles = self.columns.iter().filter(|(_, column)| column.is_some());
        titles.all(|(title, _)| names.contains(&plain(title)))
    }
}

impl std::fmt::Debug for SheetMapping {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SheetMapping({:?}, {} columns […])", self.table, self.columns.len())
    }
}

impl Mapping {
    /// What it says of a sheet: the one of this name, or else one whose titles are all there.
    pub fn of(&self, name: &str, header: &[String]) -> Option<&SheetMapping> {
        let named = self.sheets.iter().find(|it| it.is_named(name));
        named.or_else(|| self.sheets.iter().find(|it| it.fits(header)))
    }
}

/// Whether a title means a column of any table.
pub fn is_title(title: &str) -> bool {
    let name = plain(title);
    let means =
        |table: Table, column: &str| column == name || titles::of(table, column).contains(&name.as_str());
    Table::ALL.iter().any(|table| table.spec().columns.iter().any(|column| means(*table, column.name)))
}

/// What tells the header of a provider's files from any other, whatever the order of its columns.
pub fn fingerprint(header: &[String]) -> String {
    let mut names: Vec<String> = header.iter().map(|title| plain(title)).collect();
    names.retain(|name| !name.is_empty() && name != REASON_TITLE);
    names.sort_unstable();
    let digest = Sha256::digest(names.join("\n"));
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
