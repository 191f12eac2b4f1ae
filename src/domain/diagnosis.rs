//! The shared diagnosis (*diagnostic partagé*) that the commission decides on: the conditions of
//! adhesion, the three parts that must be there, the plan, and what the counsellor proposes
//! (art. 5, 7 and 9-3-2: R5-02, R5-05, R7-05, R7-06, R9.3.2-01).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::code_list;

code_list! {
    /// What the counsellor proposes to the commission, which alone decides (R7-05).
    Proposal {
        /// Integration into the PLIE.
        Admit = "integrer",
        /// Another support, which suits the person better.
        Redirect = "reorienter",
    }
}

/// A whole version of a diagnosis. Texts are empty until they are written.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnosis {
    /// Day on which it was shared with the person.
    pub made_on: NaiveDate,
    /// Whether the person clearly wants to find a job (R5-02, first condition).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wants_work: Option<bool>,
    /// Whether a job cannot be reached directly, without support (second condition).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needs_support: Option<bool>,
    /// Whether no social difficulty is so heavy that it would hinder the pathway too much (third
    /// condition).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub can_follow: Option<bool>,
    /// Obstacles around work (R7-06, first part).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub obstacles: String,
    /// Capacities and will (second part).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub capacities: String,
    /// Steps that are realistic and that the person accepts (third part).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub realistic_steps: String,
    /// The individual plan of action (R5-05).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub plan: String,
    /// The first step agreed (R9.3.2-01).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub first_step: String,
    /// What is proposed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<Proposal>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reasons: String,
    /// The support that suits better, when that is what is proposed (R7-09).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub other_support: String,
}

code_list! {
    /// What a diagnosis lacks before the commission can decide on it.
    DiagnosisLack {
        /// The answer on the will to work.
        WantsWork = "wants_work",
        /// The answer on the need of support.
        NeedsSupport = "needs_support",
        /// The answer on social difficulties.
        CanFollow = "can_follow",
        /// The part on obstacles.
        Obstacles = "obstacles",
        /// The part on capacities.
        Capacities = "capacities",
        /// The part on realistic steps.
        RealisticSteps = "realistic_steps",
        /// The plan of action.
        Plan = "plan",
        /// The first step.
        FirstStep = "first_step",
        /// The proposal.
        Proposal = "proposal",
        /// The reasons of the proposal.
        Reasons = "reasons",
        /// The support that suits better.
        OtherSupport = "other_support",
    }
}

impl Diagnosis {
    /// One in which nothing is written yet.
    pub const fn new(made_on: NaiveDate) -> Self {
        Self {
            made_on,
            wants_work: None,
            needs_support: None,
            can_follow: None,
            obstacles: String::new(),
            capacities: String::new(),
            realistic_steps: String::new(),
            plan: String::new(),
            first_step: String::new(),
            proposal: None,
            reasons: String::new(),
            other_support: String::new(),
        }
    }

    /// What it lacks, in the order of the form. The plan and the first step are those of a person
    /// who is to be admitted; somebody directed elsewhere is told where (R9.3.2-01, items 6 and 7).
    pub fn lacks(&self) -> Vec<DiagnosisLack> {
        use DiagnosisLack as Lack;
        let is_blank = |text: &str| text.trim().is_empty();
        let (admits, redirects) = match self.proposal {
            Some(Proposal::Admit) | None => (true, false),
            Some(Proposal::Redirect) => (false, true),
        };
        let all = [
            (Lack::WantsWork, self.wants_work.is_none()),
            (Lack::NeedsSupport, self.needs_support.is_none()),
            (Lack::CanFollow, self.can_follow.is_none()),
            (Lack::Obstacles, is_blank(&self.obstacles)),
            (Lack::Capacities, is_blank(&self.capacities)),
            (Lack::RealisticSteps, is_blank(&self.realistic_steps)),
            (Lack::Plan, admits && is_blank(&self.plan)),
            (Lack::FirstStep, admits && is_blank(&self.first_step)),
            (Lack::Proposal, self.proposal.is_none()),
            (Lack::Reasons, is_blank(&self.reasons)),
            (Lack::OtherSupport, redirects && is_blank(&self.other_support)),
        ];
        all.into_iter().filter(|(_, is_lacking)| *is_lacking).map(|(lack, _)| lack).collect()
    }

    /// Whether the three conditions of adhesion are answered yes (R5-02).
    pub fn meets_the_conditions(&self) -> bool {
        [self.wants_work, self.needs_support, self.can_follow].iter().all(|it| *it == Some(true))
    }
}

impl std::fmt::Debug for Diagnosis {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Diagnosis({} {:?} […])", self.made_on, self.proposal)
    }
}
