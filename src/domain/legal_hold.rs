//! A legal hold (*gel*): somebody's file may not be erased, for a lawsuit or for as long as the evidence
//! of the ESF must be kept (domain.md §2.9, §5.18). It says nothing of why: that may tell of a person.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::PersonId;

/// What holds of one person, until something else is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalHold {
    /// Whose file.
    pub person: PersonId,
    /// The last day of it; `None` until it is lifted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Whether it is lifted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lifted: bool,
    /// Who said so: the name of the station.
    pub by: String,
}

impl LegalHold {
    /// Whether it forbids erasing on `day`.
    pub fn forbids(&self, day: NaiveDate) -> bool {
        !self.lifted && self.until.is_none_or(|until| day <= until)
    }
}
