//! Checks of an obstacle (art. 9-3-3).

use super::Violations;
use crate::domain::barrier::Barrier;

pub(super) fn check(barrier: &Barrier, found: &mut Violations) {
    found.refuse_blank(&barrier.situation, "situation", "title-missing");
    found.refuse_future(Some(barrier.seen_on), "seen_on");
    found.refuse_text(barrier.situation.as_str(), "situation");
    found.refuse_text(barrier.action.as_str(), "action");
}
