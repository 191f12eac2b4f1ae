//! A workshop held for several people (R9.3.3-02): its day, how long it lasted, who came. What it was for
//! each of them stands in their file, written by the same act.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::domain::codes::{StepCategory, StepStatus, code_list};
use crate::domain::id::{ObjectId, PersonId};
use crate::domain::step::Step;

code_list! {
    /// What a workshop is about.
    WorkshopKind {
        /// Job-search techniques.
        JobSearch = "recherche_emploi",
        /// CV and cover letter.
        Cv = "cv_lettre",
        /// Job interviews.
        Interview = "entretien_embauche",
        /// Computers.
        Digital = "numerique",
        /// The career project.
        Project = "projet",
        /// Knowing trades and companies.
        Companies = "decouverte_metiers",
        /// Collective information.
        Briefing = "information_collective",
        /// Anything else.
        Other = "autre",
    }
}

code_list! {
    /// Whether somebody came.
    Presence {
        /// Came.
        Came = "present",
        /// Did not come.
        Missed = "absent",
        /// Had said that they would not.
        Excused = "excuse",
    }
}

impl WorkshopKind {
    /// What kind of step it is for those who come.
    pub const fn category(self) -> StepCategory {
        match self {
            Self::JobSearch | Self::Cv | Self::Interview => StepCategory::JobSearch,
            Self::Project | Self::Companies => StepCategory::CareerProject,
            Self::Digital | Self::Briefing | Self::Other => StepCategory::Mobilisation,
        }
    }
}

/// Whether one person came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Who.
    pub person: PersonId,
    /// Whether they came.
    pub presence: Presence,
    /// The step that tells it in their file; none before it is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<ObjectId>,
}

/// A whole version of a workshop.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workshop {
    /// What it is about.
    pub kind: WorkshopKind,
    /// Its day.
    pub date: NaiveDate,
    /// When it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveTime>,
    /// How long it lasted, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_min: Option<u16>,
    /// Its title: that of the steps that it writes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Who was expected, and who came.
    pub participants: Vec<Participant>,
}

impl Workshop {
    /// How many came.
    pub fn came(&self) -> usize {
        self.participants.iter().filter(|it| it.presence == Presence::Came).count()
    }

    /// What it was for somebody, as their file tells it: a step carried out for who came, one that was proposed
    /// and given up for who did not, one that waits for who had said so. Only the first one starts on a day, so
    /// that only it counts as a step (AL-03). What the file says besides, in `before`, stays.
    pub fn step_for(&self, presence: Presence, before: Option<&Step>) -> Step {
        let status = match presence {
            Presence::Came => StepStatus::Done,
            Presence::Missed => StepStatus::Abandoned,
            Presence::Excused => StepStatus::Waiting,
        };
        let day = (presence == Presence::Came).then_some(self.date);
        let base = before.cloned().unwrap_or_else(|| Step::new(self.kind.category(), &self.title, status));
        Step {
            category: self.kind.category(),
            title: self.title.clone(),
            status,
            proposed_on: Some(self.date),
            starts_on: day,
            ends_on: day,
            ..base
        }
    }
}

impl std::fmt::Debug for Workshop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Workshop({:?} {}, {} […])", self.kind, self.date, self.participants.len())
    }
}
