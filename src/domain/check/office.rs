//! Checks of what belongs to no person.

use super::{Violations, is_after};
use crate::domain::office::{Absence, OfficeBody};

pub(super) fn check(body: &OfficeBody, found: &mut Violations) {
    match body {
        OfficeBody::Absence(it) => absence(it, found),
    }
}

fn absence(absence: &Absence, found: &mut Violations) {
    let starts_on = Some(absence.starts_on);
    found.refuse(is_after(starts_on, absence.ends_on), "ends_on", "ends-before-start");
    found.refuse_future(absence.notified_on, "notified_on");
    let early = is_after(starts_on, absence.covered_from);
    found.doubt(early, "covered_from", "absence-covered-before-start");
    let early = is_after(starts_on, absence.replaced_from);
    found.doubt(early, "replaced_from", "absence-covered-before-start");
    found.refuse_text(absence.replaced_by.as_deref(), "replaced_by");
    found.refuse_text(absence.note.as_str(), "note");
}
