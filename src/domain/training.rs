//! A training course and what it was validated by (art. 2, R2-10 to R2-14).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::{ExitReason, code_list};

code_list! {
    /// Who delivers a diploma or a title (R2-10).
    Certification {
        /// In the name of the State.
        State = "etat",
        /// A chamber.
        Chamber = "consulaire",
        /// A private body.
        Private = "prive",
        /// The social partners of a branch.
        Branch = "cqp",
    }
}

impl Certification {
    /// The positive exit that it may qualify.
    pub const fn exit(self) -> ExitReason {
        match self {
            Self::State => ExitReason::StateDiploma,
            Self::Chamber | Self::Private => ExitReason::OtherDiploma,
            Self::Branch => ExitReason::Cqp,
        }
    }
}

/// A whole version of a training course.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Training {
    /// What it is.
    pub title: String,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts_on: Option<NaiveDate>,
    /// Last day, included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<NaiveDate>,
    /// Who gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// Who delivers the diploma or title aimed at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certification: Option<Certification>,
    /// Day of the award.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub awarded_on: Option<NaiveDate>,
    /// Level, 1 to 8 (nomenclature of 2019).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// Last day of the post-training support, when the operational team extended it (R2-12).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support_until: Option<NaiveDate>,
    /// Day on which the *Comité technique* gave its opinion on that (R2-12).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension_opinion_on: Option<NaiveDate>,
    /// Day on which the operational team decided it (R2-12).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extended_on: Option<NaiveDate>,
}

impl Training {
    /// A course of which only the title is known.
    pub fn new(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            starts_on: None,
            ends_on: None,
            provider: None,
            certification: None,
            awarded_on: None,
            level: None,
            support_until: None,
            extension_opinion_on: None,
            extended_on: None,
        }
    }

    /// First day that is known: its own, or the last one of a course that only says when it ended.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.starts_on.or(self.ends_on)
    }
}

impl std::fmt::Debug for Training {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Training({:?} […])", self.certification)
    }
}
