//! Checks of a positioning (art. 9-3-3).

use super::{Violations, is_after};
use crate::domain::positioning::{Positioning, PositioningResult};

pub(super) fn check(positioning: &Positioning, found: &mut Violations) {
    found.refuse_blank(&positioning.title, "title", "title-missing");
    found.refuse_future(Some(positioning.on), "on");
    found.refuse_future(positioning.answered_on, "answered_on");
    let is_before = is_after(Some(positioning.on), positioning.answered_on);
    found.refuse(is_before, "answered_on", "answered-before-positioned");
    let waits = positioning.result == PositioningResult::Waiting;
    found.doubt(waits && positioning.answered_on.is_some(), "result", "answered-but-waiting");
    found.refuse_text(positioning.title.as_str(), "title");
    found.refuse_text(positioning.employer.as_deref(), "employer");
    found.refuse_text(positioning.note.as_deref(), "note");
}
