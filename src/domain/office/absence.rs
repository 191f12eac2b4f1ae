//! An absence of the counsellor (art. 9-2, R9.2-04, R9.2-05): told to the operational team, and beyond a
//! month replaced.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::code_list;

code_list! {
    /// Why the counsellor is away (R9.2-04).
    AbsenceKind {
        /// Legal leave: told, but neither covered nor replaced.
        Leave = "conges_legaux",
        /// Sickness.
        Sickness = "maladie",
        /// Maternity, paternity, adoption.
        Parenthood = "maternite",
        /// A training course.
        Training = "formation",
        /// The post is vacant: the counsellor has left.
        Vacancy = "poste_vacant",
        /// Anything else.
        Other = "autre",
    }
}

impl AbsenceKind {
    /// Whether the provider must see to it that the work goes on (R9.2-05): legal leave is left out.
    pub const fn must_be_covered(self) -> bool {
        match self {
            Self::Leave => false,
            Self::Sickness | Self::Parenthood | Self::Training | Self::Vacancy | Self::Other => true,
        }
    }
}

/// A whole version of an absence.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absence {
    /// Why.
    pub kind: AbsenceKind,
    /// First day away.
    pub starts_on: NaiveDate,
    /// Last day away, included; none while it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<NaiveDate>,
    /// Day on which the operational team was told (R9.2-04).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notified_on: Option<NaiveDate>,
    /// First day on which somebody does at least half of the work (R9.2-05).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub covered_from: Option<NaiveDate>,
    /// First day of the replacement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_from: Option<NaiveDate>,
    /// Day on which the Métropole expressly agreed to the replacement (R9.2-03).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed_on: Option<NaiveDate>,
    /// Who covers or replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Absence {
    /// An absence of which only the reason and the first day are known.
    pub const fn new(kind: AbsenceKind, starts_on: NaiveDate) -> Self {
        Self {
            kind,
            starts_on,
            ends_on: None,
            notified_on: None,
            covered_from: None,
            replaced_from: None,
            agreed_on: None,
            replaced_by: None,
            note: String::new(),
        }
    }

    /// Whether the counsellor is away on `day`.
    pub fn has(&self, day: NaiveDate) -> bool {
        self.starts_on <= day && self.ends_on.is_none_or(|last| day <= last)
    }
}

impl std::fmt::Debug for Absence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Absence({:?} {} […])", self.kind, self.starts_on)
    }
}
