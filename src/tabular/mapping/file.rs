//! A mapping as a TOML file, which a user can read and change.
//!
//! ```toml
//! [[feuille]]
//! nom = "Bénéficiaires"
//! table = "personnes"
//! dates = "jj/mm/aaaa"
//! colonnes = { "N° dossier" = "ref", "Remarques" = "" }
//! constantes = { secteur = "rive_gauche" }
//! valeurs.sexe = { "Madame" = "F", "Monsieur" = "M" }
//! ```

use std::fmt::Write as _;

use super::{Mapping, SheetMapping, like};
use crate::tabular::cell::{self, Habits};
use crate::tabular::dates::DateOrder;
use crate::tabular::keys::plain;
use crate::tabular::table::{Table, TableSpec};

/// Largest mapping that is read, in bytes.
pub const LARGEST: usize = 1 << 20;

/// What is wrong with a mapping file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unclear {
    /// It is not TOML.
    #[error("line {line} is not TOML")]
    Syntax {
        /// The line, from 1.
        line: usize,
    },
    /// A key that means nothing, or whose value is of another kind.
    #[error("unknown or misused key {key}")]
    Key {
        /// The key.
        key: String,
    },
    /// A table that there is not.
    #[error("unknown table {found}")]
    Table {
        /// What stands there.
        found: String,
    },
    /// A column that the table does not have.
    #[error("unknown column {found}")]
    Column {
        /// What stands there.
        found: String,
        /// The table.
        table: Table,
        /// A column that it is like, or all of them.
        allowed: String,
    },
    /// An order of dates that is not known.
    #[error("unknown order of dates {found}")]
    Dates {
        /// What stands there.
        found: String,
    },
    /// A value that the column cannot hold.
    #[error("a value that column {column} cannot hold")]
    Value {
        /// The column.
        column: &'static str,
        /// What stands there.
        found: String,
    },
}

impl Unclear {
    /// Stable id: messages `err-<id>` and `err-<id>-remedy`.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "mapping-syntax",
            Self::Key { .. } => "mapping-key",
            Self::Table { .. } => "mapping-table",
            Self::Column { .. } => "mapping-column",
            Self::Dates { .. } => "mapping-dates",
            Self::Value { .. } => "mapping-value",
        }
    }

    /// Values of the messages.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Syntax { line } => vec![("line", line.to_string())],
            Self::Key { key } => vec![("key", key.clone())],
            Self::Table { found } => {
                let tables: Vec<&str> = Table::ALL.iter().map(|table| table.name()).collect();
                vec![("found", found.clone()), ("allowed", tables.join(", "))]
            }
            Self::Column { found, table, allowed } => {
                vec![
                    ("found", found.clone()),
                    ("table", table.name().to_owned()),
                    ("allowed", allowed.clone()),
                ]
            }
            Self::Dates { found } => {
                let patterns: Vec<&str> = DateOrder::ALL.iter().map(|order| order.pattern()).collect();
                vec![("found", found.clone()), ("allowed", patterns.join(", "))]
            }
            Self::Value { column, found } => vec![("column", (*column).to_owned()), ("found", found.clone())],
        }
    }
}

/// Reads a mapping file.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn read(text: &str) -> Result<Mapping, Unclear> {
    let whole: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start.min(text.len()));
        Unclear::Syntax { line: text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1 }
    })?;
    let mut mapping = Mapping::default();
    for (key, value) in &whole {
        match (key.as_str(), value.as_array()) {
            ("feuille", Some(sheets)) => {
                for sheet in sheets {
                    mapping.sheets.push(read_sheet(sheet.as_table().ok_or_else(|| misused(key))?)?);
                }
            }
            _ => return Err(misused(key)),
        }
    }
    Ok(mapping)
}

fn read_sheet(sheet: &toml::Table) -> Result<SheetMapping, Unclear> {
    let name = sheet.get("table").and_then(toml::Value::as_str).ok_or_else(|| misused("table"))?;
    let table = Table::from_name(name).ok_or_else(|| Unclear::Table { found: name.to_owned() })?;
    let spec = table.spec();
    let mut read = SheetMapping { table: Some(table), ..SheetMapping::default() };
    for (key, value) in sheet {
        let text = || value.as_str().ok_or_else(|| misused(key));
        match key.as_str() {
            "table" => {}
            "nom" => read.name = Some(text()?.to_owned()),
            "dates" => {
                let found = text()?;
                let order = DateOrder::from_pattern(found);
                read.dates = order.ok_or_else(|| Unclear::Dates { found: found.to_owned() })?;
            }
            "colonnes" => {
                for (title, column) in pairs(key, value)? {
                    let column = if column.is_empty() { None } else { Some(known(&column, spec)?) };
                    read.columns.push((title, column));
                }
            }
            "constantes" => {
                for (column, constant) in pairs(key, value)? {
                    read.constants.push((known(&column, spec)?, constant));
                }
            }
            "valeurs" => {
                for (column, values) in value.as_table().ok_or_else(|| misused(key))? {
                    read.values.push((known(column, spec)?, pairs(column, values)?));
                }
            }
            _ => return Err(misused(key)),
        }
    }
    check(&read, spec)?;
    Ok(read)
}

/// What it puts in cells can be read there: otherwise every line of the file would be refused.
fn check(mapping: &SheetMapping, spec: &TableSpec) -> Result<(), Unclear> {
    let habits = Habits { dates: mapping.dates, today: chrono::NaiveDate::MAX };
    let values =
        mapping.values.iter().flat_map(|(column, values)| values.iter().map(|(_, it)| (*column, it)));
    let constants = mapping.constants.iter().map(|(column, value)| (*column, value));
    for (name, value) in constants.chain(values).filter(|(_, value)| !value.trim().is_empty()) {
        let kind = spec.columns.iter().find(|column| column.name == name).map(|column| column.kind);
        if kind.is_some_and(|kind| cell::read(kind, cell::trim(value), habits).is_err()) {
            return Err(Unclear::Value { column: name, found: value.clone() });
        }
    }
    Ok(())
}

fn pairs(key: &str, value: &toml::Value) -> Result<Vec<(String, String)>, Unclear> {
    let pairs = value.as_table().ok_or_else(|| misused(key))?.iter();
    pairs
        .map(|(key, value)| Ok((key.clone(), value.as_str().ok_or_else(|| misused(key))?.to_owned())))
        .collect()
}

fn known(name: &str, spec: &TableSpec) -> Result<&'static str, Unclear> {
    let names = || spec.columns.iter().map(|column| column.name);
    let sought = plain(name);
    names().find(|it| *it == sought).ok_or_else(|| Unclear::Column {
        found: name.to_owned(),
        table: spec.table,
        allowed: like(&sought, names()).map_or_else(|| names().collect::<Vec<_>>().join(", "), str::to_owned),
    })
}

fn misused(key: &str) -> Unclear {
    Unclear::Key { key: key.to_owned() }
}

/// A mapping as a file, with what could be added to each sheet behind a `#`: column by its title, then
/// column, what stands in the cell and what it is like.
pub fn write(sheets: &[(SheetMapping, Proposals)]) -> String {
    let mut text = String::new();
    for (sheet, proposals) in sheets {
        write_sheet(&mut text, sheet, proposals);
    }
    text
}

/// What a user could add to the mapping of a sheet.
#[derive(Clone, Default)]
pub struct Proposals {
    /// Titles, and the column that each is like; left aside when empty.
    pub columns: Vec<(String, &'static str)>,
    /// Column, what stands in cells of it, and what that is like.
    pub values: Vec<(&'static str, String, &'static str)>,
}

fn write_sheet(text: &mut String, sheet: &SheetMapping, proposals: &Proposals) {
    let mut line = |words: String| {
        let _infallible = writeln!(text, "{words}");
    };
    line("[[feuille]]".to_owned());
    if let Some(name) = &sheet.name {
        line(format!("nom = {}", quoted(name)));
    }
    if let Some(table) = sheet.table {
        line(format!("table = {}", quoted(table.name())));
    }
    line(format!("dates = {}", quoted(sheet.dates.pattern())));
    line("\n[feuille.colonnes]".to_owned());
    for (title, column) in &sheet.columns {
        line(format!("{} = {}", quoted(title), quoted(column.unwrap_or_default())));
    }
    for (title, column) in &proposals.columns {
        line(format!("# {} = {}", quoted(title), quoted(column)));
    }
    if !sheet.constants.is_empty() {
        line("\n[feuille.constantes]".to_owned());
    }
    for (column, value) in &sheet.constants {
        line(format!("{column} = {}", quoted(value)));
    }
    let mut columns: Vec<&str> = sheet.values.iter().map(|(column, _)| *column).collect();
    columns.extend(proposals.values.iter().map(|(column, ..)| *column));
    columns.sort_unstable();
    columns.dedup();
    for column in columns {
        line(format!("\n[feuille.valeurs.{column}]"));
        for (found, value) in
            sheet.values.iter().filter(|(it, _)| *it == column).flat_map(|(_, values)| values)
        {
            line(format!("{} = {}", quoted(found), quoted(value)));
        }
        for (_, found, value) in proposals.values.iter().filter(|(it, ..)| *it == column) {
            line(format!("# {} = {}", quoted(found), quoted(value)));
        }
    }
    line(String::new());
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            control if control.is_control() => {
                let _infallible = write!(quoted, "\\u{:04X}", u32::from(control));
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
