//! Checks of a shared diagnosis (art. 5 and 7). What it lacks is told at the gate, not here.

use super::{Violations, is_after};
use crate::domain::diagnosis::{Diagnosis, Proposal};

pub(super) fn check(diagnosis: &Diagnosis, found: &mut Violations) {
    found.refuse_future(Some(diagnosis.made_on), "made_on");
    let says_no =
        [diagnosis.wants_work, diagnosis.needs_support, diagnosis.can_follow].contains(&Some(false));
    let admits = diagnosis.proposal == Some(Proposal::Admit);
    found.doubt(admits && says_no, "proposal", "admitted-against-a-condition");
    let (made_on, proposed_on) = (Some(diagnosis.made_on), diagnosis.proposed_on);
    found.refuse_future(proposed_on, "proposed_on");
    found.doubt(is_after(made_on, proposed_on), "proposed_on", "dates-out-of-order");
    for (text, field) in [
        (&diagnosis.wants_work_note, "wants_work_note"),
        (&diagnosis.needs_support_note, "needs_support_note"),
        (&diagnosis.can_follow_note, "can_follow_note"),
        (&diagnosis.obstacles, "obstacles"),
        (&diagnosis.capacities, "capacities"),
        (&diagnosis.realistic_steps, "realistic_steps"),
        (&diagnosis.plan, "plan"),
        (&diagnosis.first_step, "first_step"),
        (&diagnosis.reasons, "reasons"),
        (&diagnosis.other_support, "other_support"),
    ] {
        found.refuse_text(text.as_str(), field);
    }
}
