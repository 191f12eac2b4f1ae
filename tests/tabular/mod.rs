//! Reading import tables: what is taken, what is refused and where, and what a second import does.

mod identity;
mod refused;
mod taken;
mod text;
mod words;
mod write;

use jalon::tabular::{Lookups, Reading, Sheet, read};

/// A few communes, as the table of the domain would know them.
pub fn commune(told: &str) -> Option<String> {
    let code = match told.to_lowercase().as_str() {
        "76540" | "rouen" => "76540",
        "76484" | "oissel" | "oissel-sur-seine" => "76484",
        _ => return None,
    };
    Some(code.to_owned())
}

/// Reads texts as files of these names, knowing nobody.
pub fn read_texts(sheets: &[(&str, &str)]) -> Reading {
    let sheets: Vec<Sheet<'_>> =
        sheets.iter().map(|(name, text)| Sheet { name, table: None, bytes: text.as_bytes() }).collect();
    read(&sheets, &Lookups { commune: &commune, knows_person: &|_| false, today: today() })
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

/// One person, to hang other tables on.
pub const NADIA: (&str, &str) = ("personnes.csv", "ref;nom;prenom;naissance\n1;Belkacem;Nadia;12/03/1985\n");

/// The day on which the tests import.
fn today() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date")
}
