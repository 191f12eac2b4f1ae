//! A piece of evidence (*pièce*): a document that proves something of a file, and the file that may
//! be attached to it (art. 7, 9-3-5; domain.md §5.19, §7.8).

mod attachment;
mod demand;
mod kind;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use attachment::{Attachment, AttachmentKind, LARGEST_ATTACHMENT_BYTES};
pub use demand::{Demand, Gate, Lack, Standing, Wanted, demands, gates_ahead, missing, next_asked};
pub use kind::{Claim, EvidenceForm, EvidenceKind};

/// A whole version of a piece of evidence.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// What document it is.
    pub kind: EvidenceKind,
    /// What it proves, when its kind may prove several things.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<Claim>,
    /// The date that it bears.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated_on: Option<NaiveDate>,
    /// Last day on which it is valid, when it says one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<NaiveDate>,
    /// First day of the period that it proves: of the contract, of the pay slips.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub covers_from: Option<NaiveDate>,
    /// Last day of that period, included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub covers_to: Option<NaiveDate>,
    /// Day on which it was received; none while it is only asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_on: Option<NaiveDate>,
    /// Original, copy, or merely seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<EvidenceForm>,
    /// Who checked it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_by: Option<String>,
    /// Day of that check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<NaiveDate>,
    /// Why it was refused; none when it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused_because: Option<String>,
    /// The job that a version of the CV aims at (R9.3.3-02, R9.3.6-05).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occupation: Option<String>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The file that is kept with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attachment: Option<Attachment>,
}

impl Evidence {
    /// A document of which only the kind is known.
    pub const fn new(kind: EvidenceKind) -> Self {
        Self {
            kind,
            claim: None,
            dated_on: None,
            valid_until: None,
            covers_from: None,
            covers_to: None,
            received_on: None,
            form: None,
            checked_by: None,
            checked_on: None,
            refused_because: None,
            occupation: None,
            note: String::new(),
            attachment: None,
        }
    }

    /// Whether it proves `claim`: its kind may, and nobody said that it proves something else.
    pub fn supports(&self, claim: Claim) -> bool {
        claim.documents().contains(&self.kind) && self.claim.is_none_or(|said| said == claim)
    }
}

impl std::fmt::Debug for Evidence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Evidence({:?} […])", self.kind)
    }
}
