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

code_list! {
    /// The three conditions of adhesion (art. 5, R5-02); their codes are the fields that answer them.
    Condition {
        /// The person clearly wants to find a job.
        WantsWork = "wants_work",
        /// A job cannot be reached without support.
        NeedsSupport = "needs_support",
        /// No social difficulty hinders the pathway too much.
        CanFollow = "can_follow",
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
    /// What that answer rests on.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub wants_work_note: String,
    /// Whether a job cannot be reached directly, without support (second condition).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needs_support: Option<bool>,
    /// What that answer rests on.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub needs_support_note: String,
    /// Whether no social difficulty is so heavy that it would hinder the pathway too much (third
    /// condition).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub can_follow: Option<bool>,
    /// What that answer rests on.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub can_follow_note: String,
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
    /// Day on which it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed_on: Option<NaiveDate>,
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
            wants_work_note: String::new(),
            needs_support: None,
            needs_support_note: String::new(),
            can_follow: None,
            can_follow_note: String::new(),
            obstacles: String::new(),
            capacities: String::new(),
            realistic_steps: String::new(),
            plan: String::new(),
            first_step: String::new(),
            proposal: None,
            proposed_on: None,
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

    /// The answer to a condition of adhesion.
    pub const fn answer(&self, condition: Condition) -> Option<bool> {
        match condition {
            Condition::WantsWork => self.wants_work,
            Condition::NeedsSupport => self.needs_support,
            Condition::CanFollow => self.can_follow,
        }
    }

    /// The same, to be changed.
    pub const fn answer_mut(&mut self, condition: Condition) -> &mut Option<bool> {
        match condition {
            Condition::WantsWork => &mut self.wants_work,
            Condition::NeedsSupport => &mut self.needs_support,
            Condition::CanFollow => &mut self.can_follow,
        }
    }

    /// What the answer to a condition rests on; empty when nothing was said.
    pub fn note(&self, condition: Condition) -> &str {
        match condition {
            Condition::WantsWork => &self.wants_work_note,
            Condition::NeedsSupport => &self.needs_support_note,
            Condition::CanFollow => &self.can_follow_note,
        }
    }

    /// Day of the proposal: the one said, or else that of the diagnosis.
    pub fn proposed_on(&self) -> Option<NaiveDate> {
        self.proposal.map(|_| self.proposed_on.unwrap_or(self.made_on))
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
