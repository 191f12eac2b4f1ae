//! Reading import tables: what is taken, what is refused and where, and what a second import does.

mod hostile;
mod identity;
mod refused;
mod taken;
mod text;
mod words;
mod workbook;
mod write;

use chrono::NaiveDate;
use jalon::tabular::{Lookups, Reading, Sheet, read};

/// The day on which the tables are read.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date")
}

/// Reads texts as files of these names, knowing nobody.
pub fn read_texts(sheets: &[(&str, &str)]) -> Reading {
    let sheets: Vec<Sheet<'_>> =
        sheets.iter().map(|(name, text)| Sheet::new(name, text.as_bytes())).collect();
    read(&sheets, &Lookups::new(today(), &|_| false))
}

/// Every refusal on one line each: `sheet:line column id found`.
pub fn refusals(reading: &Reading) -> Vec<String> {
    let show = |it: &jalon::tabular::Refusal| {
        let line = it.line.map_or_else(|| "-".to_owned(), |line| line.to_string());
        let id = it.expected.id().trim_start_matches("import-");
        format!("{}:{line} {} {id} {}", it.sheet, it.column.unwrap_or("-"), it.found.0).trim_end().to_owned()
    };
    reading.refusals.iter().map(show).collect()
}

/// The titles of the columns that a sheet has and its table has not.
pub fn ignored(reading: &Reading, sheet: usize) -> Vec<&str> {
    reading.sheets[sheet].ignored.iter().map(|it| it.title.as_str()).collect()
}

/// One person, to hang other tables on.
pub const NADIA: (&str, &str) = ("personnes.csv", "ref;nom;prenom;naissance\n1;Belkacem;Nadia;12/03/1985\n");
