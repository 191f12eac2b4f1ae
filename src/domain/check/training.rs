//! Checks of a training course (art. 2).

use super::enrolment::LEVELS;
use super::{Violations, is_after};
use crate::domain::training::Training;

pub(super) fn check(training: &Training, found: &mut Violations) {
    found.refuse_blank(&training.title, "title", "title-missing");
    found.refuse(is_after(training.starts_on, training.ends_on), "ends_on", "ends-before-start");
    found.refuse_future(training.awarded_on, "awarded_on");
    found.doubt(is_after(training.starts_on, training.awarded_on), "awarded_on", "awarded-before-start");
    found.refuse(training.level.is_some_and(|it| !LEVELS.contains(&it)), "level", "level-unknown");
    found.refuse_text(training.title.as_str(), "title");
    found.refuse_text(training.provider.as_deref(), "provider");
}
