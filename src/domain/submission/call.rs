//! What calls for the commission by itself: the alerts that only it clears, each with the business and
//! the ground under which the file is to be submitted (R7-13a, R7-14, R7-16, R7-17, R2-02, R7-10).

use chrono::NaiveDate;

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
    /// The first day on which it holds.
    pub due: NaiveDate,
}

/// The business and the ground that an alert calls for; `None` for those that others clear. Those of two
/// months are left to appreciation (R7-13b to d) and call for nothing by themselves.
pub const fn business_of(alert: AlertCode) -> Option<(Business, Option<ReviewGround>)> {
    match alert {
        AlertCode::OutOfPathway => Some((Business::Review, Some(ReviewGround::OutOfPathway))),
        AlertCode::PathwayReview => Some((Business::Review, Some(ReviewGround::ThreeYears))),
        AlertCode::ReviewDate => Some((Business::Review, Some(ReviewGround::DateSet))),
        AlertCode::SuspensionEnd => Some((Business::Review, Some(ReviewGround::SuspensionEnd))),
        AlertCode::ReinforcedDiagnosis => Some((Business::Entry, None)),
        AlertCode::ExitDue | AlertCode::ExitWindow => Some((Business::Exit, None)),
        AlertCode::MonthlyInterview
        | AlertCode::InterviewGap
        | AlertCode::StepGap
        | AlertCode::InterviewRecord
        | AlertCode::Deed
        | AlertCode::Prescriber
        | AlertCode::PostTraining
        | AlertCode::Objectives
        | AlertCode::PartnerReview
        | AlertCode::Ending
        | AlertCode::Cv
        | AlertCode::Documents
        | AlertCode::Esf
        | AlertCode::Destination => None,
    }
}

/// What these findings about `file` call for and no submission answers yet, the most pressing first,
/// one of each business.
pub fn calls(file: &File, findings: &[Finding]) -> Vec<Call> {
    let mut found: Vec<Call> = Vec::new();
    for it in findings {
        let Some((business, ground)) = business_of(it.code) else { continue };
        let is_known = found.iter().any(|it| it.business == business);
        if !is_known && !is_waiting_for(file, business) {
            found.push(Call { business, ground, alert: it.code, due: it.due });
        }
    }
    found
}
