//! Fields of who follows the person.

use super::{Field, Teller, text};
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
}
