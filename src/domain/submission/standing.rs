//! How far a submission is, from the draft to the prescriber told: derived from what it holds, what it
//! lacks, and what the commission decided on its day (domain.md §5.18).

use super::{Submission, missing};
use crate::domain::codes::{Business, ContactKind, Ruling, code_list};
use crate::domain::decision::Decision;
use crate::domain::file::{Current, File};
use crate::domain::parameters::Parameters;

code_list! {
    /// How far a submission is.
    SubmissionState {
        /// The counsellor is preparing it.
        Draft = "brouillon",
        /// Said to be ready, and something is missing.
        Incomplete = "incomplet",
        /// Nothing is missing but the opinion.
        Complete = "complet",
        /// Nothing is missing: it may be put on the agenda.
        Verified = "verifie",
        /// On the agenda.
        Listed = "inscrit",
        /// The commission adjourned it.
        Adjourned = "ajourne",
        /// The commission decided.
        Decided = "decide",
        /// It decided of an entry, and the prescriber knows.
        Notified = "notifie",
    }
}

impl SubmissionState {
    /// Whether the commission still has to see it.
    pub const fn is_pending(self) -> bool {
        match self {
            Self::Draft | Self::Incomplete | Self::Complete | Self::Verified | Self::Listed => true,
            Self::Adjourned | Self::Decided | Self::Notified => false,
        }
    }
}

/// What the commission did of it on its day.
pub fn decision_on<'a>(file: &'a File, submission: &Submission) -> Option<&'a Current<Decision>> {
    let is_of = |it: &&Current<Decision>| {
        it.value.session_on == submission.session_on && it.value.business == submission.business
    };
    file.decisions.iter().rev().find(is_of)
}

/// Whether the commission still has to see it.
pub fn is_pending(file: &File, submission: &Submission) -> bool {
    decision_on(file, submission).is_none()
}

/// Whether a submission for that business is pending.
pub fn is_waiting_for(file: &File, business: Business) -> bool {
    file.submissions.iter().any(|it| it.value.business == business && is_pending(file, &it.value))
}

/// How far it is.
pub fn state_of(file: &File, submission: &Submission, parameters: &Parameters) -> SubmissionState {
    if let Some(decision) = decision_on(file, submission) {
        return if decision.value.ruling == Ruling::Adjourned {
            SubmissionState::Adjourned
        } else if submission.business == Business::Entry && is_told_since(file, &decision.value) {
            SubmissionState::Notified
        } else {
            SubmissionState::Decided
        };
    }
    if submission.listed_on.is_some() {
        return SubmissionState::Listed;
    }
    if submission.prepared_on.is_none() {
        return SubmissionState::Draft;
    }
    let lacks = missing(file, submission, parameters);
    if lacks.is_empty() {
        SubmissionState::Verified
    } else if lacks.iter().all(|it| it.is_the_managers()) {
        SubmissionState::Complete
    } else {
        SubmissionState::Incomplete
    }
}

fn is_told_since(file: &File, decision: &Decision) -> bool {
    let tells = |kind| kind == ContactKind::PrescriberInformed;
    file.contacts.iter().any(|it| tells(it.value.kind) && it.value.date >= decision.session_on)
}

/// How many times the commission adjourned that business since it last decided on it (R7-25).
pub fn adjournments(file: &File, business: Business) -> usize {
    let decisions = file.decisions.iter().rev().filter(|it| it.value.business == business);
    decisions.take_while(|it| it.value.ruling == Ruling::Adjourned).count()
}
