//! The counsellor is the single contact of the PLIE for a structure (R9.3.6-08), from a day on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A whole version of a designation.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Designation {
    /// Name of the structure.
    pub structure: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day, included; none while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Anything else: who decided it, whom one sees there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Designation {
    /// Whether it holds on `day`.
    pub fn has(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|last| day <= last)
    }
}

impl std::fmt::Debug for Designation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Designation({} […])", self.from)
    }
}
