//! Checks of a goal (art. 9-3-6).

use super::{Violations, is_after};
use crate::domain::goal::{Goal, GoalState};

pub(super) fn check(goal: &Goal, found: &mut Violations) {
    found.refuse_blank(&goal.title, "title", "title-missing");
    found.refuse_future(Some(goal.agreed_on), "agreed_on");
    found.refuse(is_after(Some(goal.agreed_on), goal.due_on), "due_on", "due-before-agreed");
    let (participant, counsellor) = (goal.participant_signed_on, goal.counsellor_signed_on);
    for (date, field) in [
        (goal.ended_on, "ended_on"),
        (participant, "participant_signed_on"),
        (counsellor, "counsellor_signed_on"),
    ] {
        found.refuse_future(date, field);
    }
    found.refuse(is_after(Some(goal.agreed_on), goal.ended_on), "ended_on", "ended-before-agreed");
    let runs = goal.state == GoalState::Running;
    found.doubt(runs && goal.ended_on.is_some(), "state", "goal-ended-but-running");
    found.refuse_text(goal.title.as_str(), "title");
    found.refuse_text(goal.measure.as_deref(), "measure");
}
