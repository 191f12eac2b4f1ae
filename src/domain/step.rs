//! A pathway step (*étape de parcours*): art. 9-1, 9-3-6, R9.1-01, R9.3.3-07, D-7, D-8.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::{StepCategory, StepStatus};
use super::id::ObjectId;

/// A whole version of a step.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Its kind.
    pub category: StepCategory,
    /// What it is, in the counsellor's words.
    pub title: String,
    /// Where it stands.
    pub status: StepStatus,
    /// Partner who carries it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<String>,
    /// Whether it is an action funded by the PLIE itself.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub plie_action: bool,
    /// Day on which it was proposed to the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed_on: Option<NaiveDate>,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts_on: Option<NaiveDate>,
    /// Last day, included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<NaiveDate>,
    /// Day on which the objectives were sent to the partner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objectives_sent_on: Option<NaiveDate>,
    /// Day on which the partner signed the final review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner_review_on: Option<NaiveDate>,
    /// The goal that it serves (R9.3.3-07).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<ObjectId>,
    /// The obstacle that it treats, when it treats one (R9.3.3-07).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub barrier: Option<ObjectId>,
}

impl Step {
    /// A step of which only the kind, title and status are known.
    pub fn new(category: StepCategory, title: &str, status: StepStatus) -> Self {
        Self {
            category,
            title: title.to_owned(),
            status,
            partner: None,
            plie_action: false,
            proposed_on: None,
            starts_on: None,
            ends_on: None,
            objectives_sent_on: None,
            partner_review_on: None,
            goal: None,
            barrier: None,
        }
    }

    /// Whether it is linked to nothing, which the quality of a pathway is read from (R9.3.3-07).
    pub const fn is_stray(&self) -> bool {
        self.goal.is_none() && self.barrier.is_none()
    }
}

impl std::fmt::Debug for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Step({:?}, {:?} […])", self.category, self.status)
    }
}
