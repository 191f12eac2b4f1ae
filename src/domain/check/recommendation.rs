//! Checks of a recommendation of the commission (art. 7, R7-16).

use super::{Violations, is_after};
use crate::domain::recommendation::Recommendation;

pub(super) fn check(recommendation: &Recommendation, found: &mut Violations) {
    let session_on = Some(recommendation.session_on);
    found.refuse_blank(&recommendation.title, "title", "title-missing");
    found.refuse_future(session_on, "session_on");
    found.refuse_future(recommendation.done_on, "done_on");
    found.refuse(is_after(session_on, recommendation.due_on), "due_on", "recommended-after-due");
    found.refuse(is_after(session_on, recommendation.done_on), "done_on", "done-before-recommended");
    found.refuse_text(recommendation.title.as_str(), "title");
    found.refuse_text(recommendation.note.as_str(), "note");
}
