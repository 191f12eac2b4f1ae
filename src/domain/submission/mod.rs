//! A file submitted to the commission (*dossier de commission*): which business, which session, what
//! the counsellor prepared, what the action manager thinks of it, and its place on the agenda
//! (art. 7: R7-04, R7-12 to R7-15, R7-18, R7-22 to R7-25; domain.md §5.18).
//!
//! What is missing is computed by [`missing`], never written; what was decided is a
//! [`Decision`](super::decision::Decision).

mod call;
mod gate;
mod standing;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use call::{Call, business_of, calls};
pub use gate::{Gap, Missing, missing};
pub use standing::{SubmissionState, adjournments, decision_on, is_pending, is_waiting_for, state_of};

use super::body::Body;
use super::codes::{Business, ExitReason, code_list};
use super::file::{Current, File};
use super::recorded::Recorded;

code_list! {
    /// Why a file is re-examined (R7-13, R7-14, R7-16, R7-17).
    ReviewGround {
        /// No justified follow-up, or no action proposed, for at least six months (R7-13a).
        OutOfPathway = "hors_parcours",
        /// No individual interview for more than two months (R7-13b).
        InterviewGap = "sans_entretien",
        /// No step for more than two months (R7-13c).
        StepGap = "sans_etape",
        /// The interest of the support is to be assessed again (R7-13d).
        Interest = "interet",
        /// Three years of pathway (R7-14).
        ThreeYears = "trois_ans",
        /// The date that the commission set (R7-16).
        DateSet = "date_fixee",
        /// The end of a suspension (R7-17).
        SuspensionEnd = "fin_suspension",
    }
}

code_list! {
    /// What the action manager thinks of a file (R7-23).
    Opinion {
        /// In favour.
        Favourable = "favorable",
        /// Against.
        Unfavourable = "defavorable",
    }
}

/// A whole version of a submission. Texts are empty until they are written.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// What the commission is asked to decide on.
    pub business: Business,
    /// Day of the session aimed at.
    pub session_on: NaiveDate,
    /// Why, for a re-examination.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<ReviewGround>,
    /// Day on which the file was seen to be up to date (R7-15, first block).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_on: Option<NaiveDate>,
    /// Means used to keep or restore the relation (second block).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub relation: String,
    /// Difficulties and how they are dealt with (third block).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub difficulties: String,
    /// The situation, analysed with the prescriber, the social referent or others (fourth block).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub partners: String,
    /// The exit proposed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exit_reason: Option<ExitReason>,
    /// Its day: that of the fact, else that of the session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exit_on: Option<NaiveDate>,
    /// Day on which the counsellor had it ready; none while it is a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prepared_on: Option<NaiveDate>,
    /// The action manager who checked it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified_by: Option<String>,
    /// Day of that check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified_on: Option<NaiveDate>,
    /// What she thinks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opinion: Option<Opinion>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub opinion_text: String,
    /// Day on which it was put on the agenda.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listed_on: Option<NaiveDate>,
    /// Why it is on the agenda although something is missing; empty when nothing is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub override_because: String,
    /// Who decided so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub override_by: Option<String>,
}

impl Submission {
    /// One of which only the business and the session are known.
    pub const fn new(business: Business, session_on: NaiveDate) -> Self {
        Self {
            business,
            session_on,
            ground: None,
            updated_on: None,
            relation: String::new(),
            difficulties: String::new(),
            partners: String::new(),
            exit_reason: None,
            exit_on: None,
            prepared_on: None,
            verified_by: None,
            verified_on: None,
            opinion: None,
            opinion_text: String::new(),
            listed_on: None,
            override_because: String::new(),
            override_by: None,
        }
    }

    /// The same file for a later session, after an adjournment: what was prepared and checked stays,
    /// its place on the agenda is to be taken again (R7-25).
    #[must_use]
    pub fn carried_to(&self, session_on: NaiveDate) -> Self {
        Self {
            session_on,
            listed_on: None,
            override_because: String::new(),
            override_by: None,
            ..self.clone()
        }
    }

    /// Whether somebody answers for its place on the agenda although something is missing.
    pub fn is_overridden(&self) -> bool {
        !self.override_because.trim().is_empty()
    }
}

impl Recorded for Submission {
    const KIND: &'static str = "submission";

    fn list(file: &File) -> &Vec<Current<Self>> {
        &file.submissions
    }

    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>> {
        &mut file.submissions
    }

    fn into_body(self) -> Body {
        Body::Submission(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.session_on)
    }
}

impl std::fmt::Debug for Submission {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Submission({:?}, {} […])", self.business, self.session_on)
    }
}
