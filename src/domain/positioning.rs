//! A person put forward (*positionnement*) for an offer of work or for an action of the PLIE, and what
//! came of it (R9.3.3-02, R10-06).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::code_list;

code_list! {
    /// What a person is put forward for.
    PositioningTarget {
        /// An offer of work.
        Offer = "offre",
        /// An action that the PLIE runs or funds.
        PlieAction = "action_plie",
        /// A place in a structure of integration through work.
        Integration = "siae",
    }
}

code_list! {
    /// What came of it.
    PositioningResult {
        /// No answer yet.
        Waiting = "en_attente",
        /// An interview is proposed.
        Interview = "entretien",
        /// Accepted.
        Accepted = "retenu",
        /// Not accepted.
        NotAccepted = "non_retenu",
        /// The person declined.
        Declined = "refus_adherent",
        /// No answer ever came, or the offer was withdrawn.
        Dropped = "sans_suite",
    }
}

/// A whole version of a positioning.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Positioning {
    /// Day on which the person was put forward.
    pub on: NaiveDate,
    /// For what kind of thing.
    pub target: PositioningTarget,
    /// The offer or the action, as it is called.
    pub title: String,
    /// Employer or structure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
    /// What came of it.
    pub result: PositioningResult,
    /// Day on which that was known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_on: Option<NaiveDate>,
    /// What to remember of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl std::fmt::Debug for Positioning {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Positioning({:?} {} {:?} […])", self.target, self.on, self.result)
    }
}
