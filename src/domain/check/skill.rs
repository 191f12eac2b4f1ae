//! Checks of a line of the skills booklet (R9.3.6-05).

use super::Violations;
use crate::domain::skill::Skill;

pub(super) fn check(skill: &Skill, found: &mut Violations) {
    found.refuse_blank(&skill.title, "title", "title-missing");
    found.refuse_future(Some(skill.seen_on), "seen_on");
    found.refuse_text(skill.title.as_str(), "title");
    found.refuse_text(skill.note.as_str(), "note");
}
