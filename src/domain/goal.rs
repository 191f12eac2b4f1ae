//! A goal agreed with the person (*contrat d'objectifs*): what is aimed at, how one will see that it
//! is reached, until when, and who signed (art. 9-3-6, R9.3.6-01).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::code_list;

code_list! {
    /// How far a goal is.
    GoalState {
        /// Being worked for.
        Running = "en_cours",
        /// Reached.
        Reached = "atteint",
        /// Reached in part.
        PartlyReached = "partiellement_atteint",
        /// Not reached when its day came.
        Missed = "non_atteint",
        /// Given up, or another one took its place.
        Dropped = "abandonne",
    }
}

/// A whole version of a goal.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// What is aimed at, in the words agreed.
    pub title: String,
    /// How one will see that it is reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// Day of the agreement.
    pub agreed_on: NaiveDate,
    /// Day by which it is to be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<NaiveDate>,
    /// How far it is.
    pub state: GoalState,
    /// Day on which that was seen, once it no longer runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<NaiveDate>,
    /// Day on which the person signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participant_signed_on: Option<NaiveDate>,
    /// Day on which the counsellor signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counsellor_signed_on: Option<NaiveDate>,
}

impl Goal {
    /// Whether both signed it.
    pub const fn is_signed(&self) -> bool {
        self.participant_signed_on.is_some() && self.counsellor_signed_on.is_some()
    }

    /// Whether its day has passed while it runs.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.state == GoalState::Running && self.due_on.is_some_and(|due| due < today)
    }
}

impl std::fmt::Debug for Goal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Goal({:?} {} […])", self.state, self.agreed_on)
    }
}
