//! What the commission recommends with a decision (*recommandation*): a dated thing to do, kept in sight
//! until it is done (art. 7, R7-16).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::body::Body;
use super::file::{Current, File};
use super::recorded::Recorded;

/// A whole version of a recommendation.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    /// What is to be done.
    pub title: String,
    /// Day of the session that recommends it.
    pub session_on: NaiveDate,
    /// Day by which it is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<NaiveDate>,
    /// Day on which it was done, or seen to be pointless.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_on: Option<NaiveDate>,
    /// What came of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Recommendation {
    /// Whether it is still to be done.
    pub const fn is_open(&self) -> bool {
        self.done_on.is_none()
    }

    /// Whether its day has passed while it is still to be done.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.is_open() && self.due_on.is_some_and(|due| due < today)
    }
}

impl Recorded for Recommendation {
    const KIND: &'static str = "recommendation";

    fn list(file: &File) -> &Vec<Current<Self>> {
        &file.recommendations
    }

    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>> {
        &mut file.recommendations
    }

    fn into_body(self) -> Body {
        Body::Recommendation(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.session_on)
    }
}

impl std::fmt::Debug for Recommendation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Recommendation({} […])", self.session_on)
    }
}
