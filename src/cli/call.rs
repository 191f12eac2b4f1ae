//! One call of the program: the common options, read once.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::ArgMatches;

use super::fail::{Exit, Fail};
use crate::clock;
use crate::config::paths::Paths;
use crate::domain::now::Now;
use crate::i18n::{Language, Words};

/// How results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Table,
    /// For scripts.
    Json,
    /// For spreadsheets.
    Csv,
}

/// The common options of one call.
pub struct Call {
    /// In what language to speak.
    pub words: Words,
    /// How to write results.
    pub format: Format,
    /// Where the station is.
    pub paths: Paths,
    /// Where the passphrase is, if not asked on the terminal.
    pub passphrase_file: Option<PathBuf>,
    /// The date to stand at.
    pub as_of: NaiveDate,
    /// Whether to keep names out of the output.
    pub no_names: bool,
    /// The present.
    pub now: Now,
}

impl Call {
    /// Reads the common options.
    ///
    /// # Errors
    /// A date that is none; no home for the station.
    pub fn new(matches: &ArgMatches, words: Words) -> Result<Self, Fail> {
        let now = clock::now();
        let as_of = matches.get_one::<String>("as-of").map_or(Ok(now.today), |text| day(text))?;
        let format = match matches.get_one::<String>("format").map(String::as_str) {
            Some("json") => Format::Json,
            Some("csv") => Format::Csv,
            Some(_) | None => Format::Table,
        };
        let data_dir = matches.get_one::<PathBuf>("data-dir").cloned();
        let paths = Paths::find(data_dir).ok_or_else(|| Fail::new(Exit::Failed, "no-home", &[]))?;
        let passphrase_file = matches.get_one::<PathBuf>("passphrase-file").cloned();
        let no_names = matches.get_flag("no-names");
        Ok(Self { words, format, paths, passphrase_file, as_of, no_names, now })
    }

    /// A date as this language writes it.
    pub fn date(&self, date: NaiveDate) -> String {
        match self.words.language() {
            Language::French => date.format("%d/%m/%Y").to_string(),
            Language::English => date.format("%Y-%m-%d").to_string(),
        }
    }

    /// A date, or a dash.
    pub fn date_or_dash(&self, date: Option<NaiveDate>) -> String {
        date.map_or_else(|| "–".to_owned(), |date| self.date(date))
    }
}

/// The day that an option gives.
///
/// # Errors
/// It gives none.
pub fn day(text: &str) -> Result<NaiveDate, Fail> {
    parse_date(text).ok_or_else(|| Fail::new(Exit::Usage, "not-a-date", &[("value", text.to_owned())]))
}

/// `2026-03-12` or `12/03/2026`, the year in four digits: `12/03/26` would be the year 26.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let has_whole_year = text.split(['/', '-']).any(|part| part.len() == 4);
    let date =
        NaiveDate::parse_from_str(text, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(text, "%d/%m/%Y"));
    date.ok().filter(|_| has_whole_year)
}
