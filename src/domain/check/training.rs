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
    for (date, field) in
        [(training.extension_opinion_on, "extension_opinion_on"), (training.extended_on, "extended_on")]
    {
        found.refuse_future(date, field);
    }
    let has_opinion = training.extension_opinion_on.is_some();
    let is_late = is_after(training.extension_opinion_on, training.extended_on);
    let is_decided = training.extended_on.is_some();
    found.doubt(is_decided && (!has_opinion || is_late), "extension_opinion_on", "extension-without-opinion");
    found.refuse_text(training.title.as_str(), "title");
    found.refuse_text(training.provider.as_deref(), "provider");
}
