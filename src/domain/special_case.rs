//! A case of its own (*cas particulier*): an exit that no criterion of article 2 strictly covers, and
//! that the *Comité technique* may validate all the same on five grounds (R2-09).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::code_list;

code_list! {
    /// How far a case is.
    CaseState {
        /// Being written.
        Draft = "en_preparation",
        /// Handed to the operational team, which proposes it.
        Proposed = "proposee",
        /// Validated by the *Comité technique*: the commission may rule on the exit.
        Validated = "validee",
        /// Refused by it: the pathway goes on.
        Refused = "refusee",
    }
}

code_list! {
    /// A ground on which the *Comité technique* considers a case, in the order of article 2.
    CaseGround {
        /// What the PLIE did in the pathway.
        PlieRole = "plie_role",
        /// Training or validation of experience during the job, and skills evaluated regularly.
        Evaluation = "evaluation",
        /// The job: qualification, duration, hours.
        Job = "job",
        /// The person: age, gender, social situation.
        Situation = "situation",
        /// What the job leads to.
        Prospects = "prospects",
    }
}

/// A whole version of a case. Texts are empty until they are written.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialCase {
    /// Day on which it was begun.
    pub prepared_on: NaiveDate,
    /// How far it is.
    pub state: CaseState,
    /// What the PLIE did in the pathway.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub plie_role: String,
    /// Training and evaluation during the job.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evaluation: String,
    /// The job.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub job: String,
    /// The person's situation.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub situation: String,
    /// What the job leads to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prospects: String,
    /// Session of the *Comité technique* that validated or refused it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ruled_on: Option<NaiveDate>,
}

impl SpecialCase {
    /// One in which nothing is written yet.
    pub const fn new(prepared_on: NaiveDate) -> Self {
        Self {
            prepared_on,
            state: CaseState::Draft,
            plie_role: String::new(),
            evaluation: String::new(),
            job: String::new(),
            situation: String::new(),
            prospects: String::new(),
            ruled_on: None,
        }
    }

    /// What is written on a ground.
    pub fn on(&self, ground: CaseGround) -> &str {
        match ground {
            CaseGround::PlieRole => &self.plie_role,
            CaseGround::Evaluation => &self.evaluation,
            CaseGround::Job => &self.job,
            CaseGround::Situation => &self.situation,
            CaseGround::Prospects => &self.prospects,
        }
    }

    /// The grounds on which nothing is written yet.
    pub fn lacks(&self) -> Vec<CaseGround> {
        CaseGround::ALL.iter().copied().filter(|ground| self.on(*ground).trim().is_empty()).collect()
    }

    /// The session that validated it.
    pub fn validated_on(&self) -> Option<NaiveDate> {
        self.ruled_on.filter(|_| self.state == CaseState::Validated)
    }
}

impl std::fmt::Debug for SpecialCase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SpecialCase({:?} {} […])", self.state, self.prepared_on)
    }
}
