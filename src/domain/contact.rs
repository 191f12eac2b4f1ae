//! An event of the pathway other than an interview: a call, a letter, an attempt (art. 9-3-5 c), the news given to a
//! prescriber (R9.3.1-01).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::ContactKind;

/// A whole version of such an event.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Its day.
    pub date: NaiveDate,
    /// What it was.
    pub kind: ContactKind,
    /// What came of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub result: String,
}

impl std::fmt::Debug for Contact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Contact({:?} […])", self.kind)
    }
}
