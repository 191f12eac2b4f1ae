//! Fields of who follows the person, of who owns the file, and of what limits the processing.

use super::{Field, Teller, text};
use crate::domain::assignment::Assignment;
use crate::domain::limitation::Limitation;
use crate::domain::referent::Referent;

impl Teller<'_> {
    pub(super) fn referent(&self, it: &Referent) -> Vec<Field> {
        vec![
            ("name", text(&it.name)),
            ("since", self.date(Some(it.since))),
            ("change", it.change.and_then(|it| self.label(it))),
            ("note", text(&it.note)),
        ]
    }

    pub(super) fn assignment(&self, it: &Assignment) -> Vec<Field> {
        vec![
            ("phase", self.label(it.phase)),
            ("on", self.date(Some(it.on))),
            ("from", text(&it.from_name)),
            ("to", text(&it.to_name)),
            ("until", self.date(it.until)),
            ("reason", text(&it.reason)),
        ]
    }

    pub(super) fn limitation(&self, it: &Limitation) -> Vec<Field> {
        vec![
            ("reason", self.label(it.reason)),
            ("since", self.date(Some(it.since))),
            ("note", text(&it.note)),
            ("lifted_on", self.date(it.lifted_on)),
            ("lifted_because", text(&it.lifted_because)),
        ]
    }
}
