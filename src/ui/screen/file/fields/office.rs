//! Every field of what belongs to no person, in words.

use super::{Field, Teller, text};
use crate::domain::office::{Absence, OfficeBody};

impl Teller<'_> {
    pub(super) fn office(&self, body: &OfficeBody) -> Vec<Field> {
        match body {
            OfficeBody::Absence(it) => self.absence(it),
        }
    }

    fn absence(&self, it: &Absence) -> Vec<Field> {
        vec![
            ("kind", self.label(it.kind)),
            ("starts_on", self.date(Some(it.starts_on))),
            ("ends_on", self.date(it.ends_on)),
            ("notified_on", self.date(it.notified_on)),
            ("covered_from", self.date(it.covered_from)),
            ("replaced_from", self.date(it.replaced_from)),
            ("agreed_on", self.date(it.agreed_on)),
            ("replaced_by", it.replaced_by.clone()),
            ("note", text(&it.note)),
        ]
    }
}
