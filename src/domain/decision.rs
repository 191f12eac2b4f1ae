//! A decision of the commission, as a dated fact (art. 7).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::{Business, Ruling};

/// A whole version of a decision.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Day of the session.
    pub session_on: NaiveDate,
    /// What was on the agenda.
    pub business: Business,
    /// What was decided.
    pub ruling: Ruling,
    /// Last day of a suspension, included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suspended_until: Option<NaiveDate>,
    /// Later re-examination set by the commission (R7-16).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_on: Option<NaiveDate>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl std::fmt::Debug for Decision {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Decision({:?}, {:?} […])", self.business, self.ruling)
    }
}
