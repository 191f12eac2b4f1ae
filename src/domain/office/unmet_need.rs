//! A need that the local offer does not meet (R10-06): counted and told, never by the name of anyone.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::code_list;

code_list! {
    /// What the offer lacks.
    NeedTheme {
        /// Training.
        Training = "formation",
        /// Jobs, placements in work.
        Jobs = "emploi",
        /// Getting there.
        Mobility = "mobilite",
        /// Care of children.
        Childcare = "garde_enfants",
        /// A home.
        Housing = "logement",
        /// Health.
        Health = "sante",
        /// French, reading, writing, counting.
        Language = "langue",
        /// Computers.
        Digital = "numerique",
        /// Rights and social support.
        Rights = "droits",
        /// Anything else.
        Other = "autre",
    }
}

/// A whole version of an unmet need.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnmetNeed {
    /// What the offer lacks.
    pub theme: NeedTheme,
    /// Day on which it was seen.
    pub seen_on: NaiveDate,
    /// How many people it concerns, when they were counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u16>,
    /// What is lacking, without any name.
    pub description: String,
    /// Day on which the operational team was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_on: Option<NaiveDate>,
}

impl std::fmt::Debug for UnmetNeed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "UnmetNeed({:?} {} […])", self.theme, self.seen_on)
    }
}
