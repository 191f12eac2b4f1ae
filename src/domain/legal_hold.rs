//! A legal hold (*gel*): somebody's file may not be erased, for a lawsuit or for as long as the evidence
//! of the ESF must be kept (domain.md §2.9, §5.18). Why is a code of a list: a text may tell of a person.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::code_list;
use super::id::PersonId;

code_list! {
    /// What obliges to keep a file. No word of its own: that would outlive the person's erasure.
    HoldReason {
        /// A lawsuit.
        Lawsuit = "litige",
        /// The evidence of the ESF.
        EsfEvidence = "pieces_fse",
        /// An audit or an inspection.
        Audit = "controle",
    }
}

/// What holds of one person, until something else is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalHold {
    /// Whose file.
    pub person: PersonId,
    /// What obliges to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<HoldReason>,
    /// The last day of it; `None` until it is lifted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Whether it is lifted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lifted: bool,
    /// Who said so: the name of the station.
    pub by: String,
}

impl LegalHold {
    /// Whether it forbids erasing on `day`.
    pub fn forbids(&self, day: NaiveDate) -> bool {
        !self.lifted && self.until.is_none_or(|until| day <= until)
    }
}
