//! The skills booklet (*livret de compétences*): what a person can do, written down at each key step of the
//! pathway, so that they make it their own (R9.3.6-05).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::body::Body;
use super::codes::code_list;
use super::file::{Current, File};
use super::id::ObjectId;
use super::recorded::Recorded;

code_list! {
    /// How far a skill is the person's own.
    SkillLevel {
        /// Being acquired.
        Emerging = "en_cours",
        /// Acquired.
        Acquired = "acquise",
        /// Seen at work by somebody else.
        Confirmed = "confirmee",
    }
}

/// A whole version of a line of the booklet.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skill {
    /// The skill, as the person would say it.
    pub title: String,
    /// How far it is theirs.
    pub level: SkillLevel,
    /// Day on which that was seen.
    pub seen_on: NaiveDate,
    /// The step in which it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<ObjectId>,
    /// What shows it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Recorded for Skill {
    const KIND: &'static str = "skill";

    fn list(file: &File) -> &Vec<Current<Self>> {
        &file.skills
    }

    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>> {
        &mut file.skills
    }

    fn into_body(self) -> Body {
        Body::Skill(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.seen_on)
    }
}

impl std::fmt::Debug for Skill {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Skill({:?} {} […])", self.level, self.seen_on)
    }
}
