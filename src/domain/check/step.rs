//! Checks of a pathway step (art. 9-1, 9-3-6).

use super::{Violations, is_after};
use crate::domain::codes::StepStatus;
use crate::domain::step::Step;

pub(super) fn check(step: &Step, found: &mut Violations) {
    found.refuse_blank(&step.title, "title", "title-missing");
    found.refuse(is_after(step.starts_on, step.ends_on), "ends_on", "ends-before-start");
    for (date, field) in [
        (step.proposed_on, "proposed_on"),
        (step.objectives_sent_on, "objectives_sent_on"),
        (step.partner_review_on, "partner_review_on"),
    ] {
        found.refuse_future(date, field);
    }
    found.doubt(is_after(step.proposed_on, step.starts_on), "proposed_on", "proposed-after-start");
    check_status(step, found);
    found.refuse_text(step.title.as_str(), "title");
    found.refuse_text(step.partner.as_deref(), "partner");
}

/// The status and the dates tell the same story: the clocks read both (D-7, D-8).
fn check_status(step: &Step, found: &mut Violations) {
    let today = Some(found.today);
    match step.status {
        StepStatus::Running => {
            found.doubt(step.starts_on.is_none(), "starts_on", "start-missing");
            found.doubt(is_after(step.starts_on, today), "starts_on", "running-not-started");
            found.doubt(is_after(today, step.ends_on), "ends_on", "running-but-over");
        }
        StepStatus::Done => {
            let undated = step.starts_on.is_none() && step.ends_on.is_none();
            found.doubt(undated, "ends_on", "end-missing");
            found.doubt(is_after(step.ends_on.or(step.starts_on), today), "ends_on", "done-not-over");
        }
        StepStatus::Abandoned => {
            found.doubt(is_after(step.starts_on, today), "starts_on", "abandoned-not-started");
        }
        StepStatus::Proposed | StepStatus::Declined => {
            found.doubt(step.proposed_on.is_none(), "proposed_on", "proposal-date-missing");
        }
        StepStatus::Considered | StepStatus::Accepted | StepStatus::Waiting | StepStatus::Cancelled => {}
    }
}
