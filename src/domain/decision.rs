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
    /// Later re-examination set by the commission (R7-16); of an adjournment, the session that the file
    /// is carried to (R7-25).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_on: Option<NaiveDate>,
    /// Last day of a reinforced diagnosis, included (R7-10).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub diagnosis_until: Option<NaiveDate>,
    /// The support that suits better than the PLIE, with a refusal (R7-09).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub other_support: String,
    /// Whether it was written down at the session, and the minutes do not confirm it yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_provisional: bool,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl Decision {
    /// A decision of which only the essential is said.
    pub const fn new(session_on: NaiveDate, business: Business, ruling: Ruling) -> Self {
        Self {
            session_on,
            business,
            ruling,
            suspended_until: None,
            review_on: None,
            diagnosis_until: None,
            other_support: String::new(),
            is_provisional: false,
            reason: String::new(),
        }
    }
}

impl std::fmt::Debug for Decision {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Decision({:?}, {:?} […])", self.business, self.ruling)
    }
}
