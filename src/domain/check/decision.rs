//! Checks of a decision of the commission (art. 7, R7-04, R7-07, R7-16, R7-18).

use super::{Violations, is_after};
use crate::domain::codes::Ruling;
use crate::domain::decision::Decision;

pub(super) fn check(decision: &Decision, found: &mut Violations) {
    let session_on = Some(decision.session_on);
    found.refuse_future(session_on, "session_on");
    found.doubt(!decision.ruling.is_of(decision.business), "ruling", "ruling-not-of-business");
    let (suspends, until) = (decision.ruling == Ruling::Suspended, decision.suspended_until);
    found.refuse(suspends && until.is_none(), "suspended_until", "suspension-end-missing");
    found.doubt(!suspends && until.is_some(), "suspended_until", "suspension-not-decided");
    found.refuse(is_after(session_on, until), "suspended_until", "suspension-ends-before-session");
    let is_early = decision.review_on.is_some_and(|it| it <= decision.session_on);
    found.refuse(is_early, "review_on", "review-before-session");
    let is_missing = sets_review_date(decision.ruling) && decision.review_on.is_none();
    found.doubt(is_missing, "review_on", "review-date-missing");
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
