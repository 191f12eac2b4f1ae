//! Fields of the skills booklet.

use super::{Field, Teller, text};
use crate::domain::skill::Skill;

impl Teller<'_> {
    pub(super) fn skill(&self, it: &Skill) -> Vec<Field> {
        vec![
            ("title", text(&it.title)),
            ("level", self.label(it.level)),
            ("seen_on", self.date(Some(it.seen_on))),
            // The step is a thing of the file, which is not at hand here: that there is one is said.
            ("step", it.step.and_then(|_| self.yes_no(true))),
            ("note", text(&it.note)),
        ]
    }
}
