//! What calls for the commission by itself: the alerts that only it clears, each with the business and
//! the ground under which the file is to be submitted (R7-13a, R7-14, R7-16, R7-17, R2-02, R7-10).

use super::{ReviewGround, is_waiting_for};
use crate::domain::codes::Business;
use crate::domain::file::File;
use crate::domain::rules::{AlertCode, Finding};

/// Why a file is to be submitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Call {
    /// Under which business.
    pub business: Business,
    /// On which ground, for a re-examination.
    pub ground: Option<ReviewGround>,
    /// The alert that says so.
    pub alert: AlertCode,
}

/// What an alert calls for; `None` for those that others clear. Those of two months are left to
/// appreciation (R7-13b to d) and call for nothing by themselves.
pub const fn call_of(alert: AlertCode) -> Option<Call> {
    let (business, ground) = match alert {
        AlertCode::OutOfPathway => (Business::Review, Some(ReviewGround::OutOfPathway)),
        AlertCode::PathwayReview => (Business::Review, Some(ReviewGround::ThreeYears)),
        AlertCode::ReviewDate => (Business::Review, Some(ReviewGround::DateSet)),
        AlertCode::SuspensionEnd => (Business::Review, Some(ReviewGround::SuspensionEnd)),
        AlertCode::ReinforcedDiagnosis => (Business::Entry, None),
        AlertCode::ExitDue | AlertCode::ExitWindow => (Business::Exit, None),
        AlertCode::MonthlyInterview
        | AlertCode::InterviewGap
        | AlertCode::StepGap
        | AlertCode::InterviewRecord
        | AlertCode::Deed
        | AlertCode::Prescriber
        | AlertCode::PostTraining
        | AlertCode::Objectives
        | AlertCode::PartnerReview
        | AlertCode::Ending => return None,
    };
    Some(Call { business, ground, alert })
}

/// What these findings about `file` call for and no submission answers yet, the most pressing first,
/// one of each business.
pub fn calls(file: &File, findings: &[Finding]) -> Vec<Call> {
    let mut found: Vec<Call> = Vec::new();
    for call in findings.iter().filter_map(|it| call_of(it.code)) {
        let is_known = found.iter().any(|it| it.business == call.business);
        if !is_known && !is_waiting_for(file, call.business) {
            found.push(call);
        }
    }
    found
}
