//! Limited processing (GDPR, article 18; domain.md §2.9): what is kept of a person is kept, and nothing more
//! is done with it until the limitation is lifted.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::as_of::Day;
use super::body::Body;
use super::codes::code_list;
use super::file::{Current, File};
use super::recorded::Recorded;

code_list! {
    /// Why processing is limited: the four cases of article 18.
    LimitationReason {
        /// The person contests that what is kept is right, while it is checked.
        Contested = "exactitude",
        /// The processing is unlawful, and the person would not have it erased.
        Unlawful = "illicite",
        /// The person needs it for a claim.
        Claim = "droits",
        /// The person objects, while it is weighed.
        Objection = "opposition",
    }
}

/// A whole version of a limitation.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limitation {
    /// First day.
    pub since: NaiveDate,
    /// Why.
    pub reason: LimitationReason,
    /// What the person says.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Day from which it no longer holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifted_on: Option<NaiveDate>,
    /// Why it was lifted.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lifted_because: String,
}

impl Limitation {
    /// Whether it holds on that day.
    pub fn holds(&self, day: impl Day) -> bool {
        day.has_come(self.since) && !self.lifted_on.is_some_and(|lifted| day.has_come(lifted))
    }
}

/// The limitation that holds on that day.
pub fn on(file: &File, day: impl Day) -> Option<&Current<Limitation>> {
    file.limitations.iter().find(|it| it.value.holds(day))
}

impl Recorded for Limitation {
    const KIND: &'static str = "limitation";

    fn list(file: &File) -> &Vec<Current<Self>> {
        &file.limitations
    }

    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>> {
        &mut file.limitations
    }

    fn into_body(self) -> Body {
        Body::Limitation(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.since)
    }
}

impl std::fmt::Debug for Limitation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Limitation({:?} {} […])", self.reason, self.since)
    }
}
