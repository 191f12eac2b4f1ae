//! Fields of what the European Social Fund asks of a participant.

use super::{Field, Teller, text};
use crate::domain::esf::EsfRecord;

impl Teller<'_> {
    pub(super) fn esf_record(&self, it: &EsfRecord) -> Vec<Field> {
        vec![
            ("entered_on", self.date(Some(it.entered_on))),
            ("status", it.status.and_then(|it| self.label(it))),
            ("months_looking", it.months_looking.map(|it| it.to_string())),
            ("is_registered", it.is_registered.and_then(|it| self.yes_no(it))),
            ("diploma", it.diploma.and_then(|it| self.label(it))),
            ("household", it.household.and_then(|it| self.label(it))),
            ("has_children", it.has_children.and_then(|it| self.yes_no(it))),
            ("benefits", self.labels(&it.benefits)),
            ("disability", it.disability.and_then(|it| self.label(it))),
            ("housing", it.housing.and_then(|it| self.label(it))),
            ("parent_abroad", it.parent_abroad.and_then(|it| self.label(it))),
            ("third_country", it.third_country.and_then(|it| self.yes_no(it))),
            ("relay", text(&it.relay)),
            ("signed_on", self.date(it.signed_on)),
            ("exit_status", it.exit_status.and_then(|it| self.label(it))),
            ("exit_seen_on", self.date(it.exit_seen_on)),
            ("is_qualified", it.is_qualified.and_then(|it| self.yes_no(it))),
            ("later_status", it.later_status.and_then(|it| self.label(it))),
            ("later_seen_on", self.date(it.later_seen_on)),
        ]
    }
}
