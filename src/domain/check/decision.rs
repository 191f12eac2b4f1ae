//! Checks of a decision of the commission (art. 7, R7-04, R7-07, R7-09, R7-10, R7-16, R7-18, R7-25).

use super::{Violations, is_after};
use crate::domain::codes::Ruling;
use crate::domain::dates::add_days;
use crate::domain::decision::Decision;
use crate::domain::parameters::{Pack, ParameterKey};

/// What a ruling cannot be without, when it is written down at the session. A row of an import
/// (`is_written_here` is false) tells what was decided elsewhere, long ago perhaps: what is missing
/// there is unlikely, not impossible.
pub(super) fn check(decision: &Decision, is_written_here: bool, found: &mut Violations) {
    let session_on = Some(decision.session_on);
    found.refuse_future(session_on, "session_on");
    found.doubt(!decision.ruling.is_of(decision.business), "ruling", "ruling-not-of-business");
    let (suspends, until) = (decision.ruling == Ruling::Suspended, decision.suspended_until);
    found.refuse(suspends && until.is_none(), "suspended_until", "suspension-end-missing");
    found.doubt(!suspends && until.is_some(), "suspended_until", "suspension-not-decided");
    found.refuse(is_after(session_on, until), "suspended_until", "suspension-ends-before-session");
    let is_early = decision.review_on.is_some_and(|it| it <= decision.session_on);
    found.refuse(is_early, "review_on", "review-before-session");
    let mut ask = |is_missing, field, code| {
        if is_written_here {
            found.refuse(is_missing, field, code);
        } else {
            found.doubt(is_missing, field, code);
        }
    };
    let has_no_review = sets_review_date(decision.ruling) && decision.review_on.is_none();
    ask(has_no_review, "review_on", "review-date-missing");
    if is_written_here {
        let is_refusal = decision.ruling == Ruling::Refused;
        let says_nothing = decision.other_support.trim().is_empty();
        ask(is_refusal && says_nothing, "other_support", "other-support-missing");
        let is_adjourned = decision.ruling == Ruling::Adjourned;
        ask(is_adjourned && decision.reason.trim().is_empty(), "reason", "adjournment-without-reason");
        let has_no_end = decision.ruling == Ruling::ReinforcedDiagnosis && decision.diagnosis_until.is_none();
        ask(has_no_end, "diagnosis_until", "diagnosis-end-missing");
    }
    let longest = Pack::default().at(decision.session_on).get(ParameterKey::DiagnosisLength);
    let last_day = add_days(decision.session_on, longest);
    let is_long = decision.diagnosis_until.is_some_and(|it| it > last_day);
    found.refuse(is_long, "diagnosis_until", "diagnosis-too-long");
    let is_past = decision.diagnosis_until.is_some_and(|it| it < decision.session_on);
    found.refuse(is_past, "diagnosis_until", "diagnosis-ends-before-session");
    found.refuse_text(decision.other_support.as_str(), "other_support");
    found.refuse_text(decision.reason.as_str(), "reason");
}

/// Whether the commission must set a later re-examination with this ruling (R7-16).
const fn sets_review_date(ruling: Ruling) -> bool {
    match ruling {
        Ruling::Suspended | Ruling::Resumed | Ruling::Continued => true,
        Ruling::Admitted
        | Ruling::Refused
        | Ruling::ReinforcedDiagnosis
        | Ruling::Adjourned
        | Ruling::Exited
        | Ruling::ExitRefused => false,
    }
}
