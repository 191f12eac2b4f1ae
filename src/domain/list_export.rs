//! A list of people, or a document, that left the station as a file: the line that the journal keeps of it. Who was on the
//! list and where it went are not in it: both may tell of a person.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::code_list;
use super::id::PersonId;

code_list! {
    /// How a list is written.
    ListFormat {
        /// For a spreadsheet: UTF-8 with its mark, `;`.
        Csv = "csv",
        /// For a program: the fields of `jalon list --format json`.
        Json = "json",
        /// To be printed: text of 80 columns.
        Text = "txt",
    }
}

/// That a list left. It is written once, and neither changed nor undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListExport {
    /// The day on which it left.
    pub made_on: NaiveDate,
    /// How many people were on it.
    pub people: u32,
    /// How it was written.
    pub format: ListFormat,
    /// Whose whole file left, when it was no list but everything about one person (GDPR, articles 15
    /// and 20).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
}
