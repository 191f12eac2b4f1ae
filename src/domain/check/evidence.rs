//! Checks of a piece of evidence (art. 7).

use super::{Violations, is_after};
use crate::domain::evidence::Evidence;

pub(super) fn check(evidence: &Evidence, found: &mut Violations) {
    found.refuse_future(evidence.dated_on, "dated_on");
    found.refuse_future(evidence.received_on, "received_on");
    found.refuse_future(evidence.checked_on, "checked_on");
    found.refuse(is_after(evidence.covers_from, evidence.covers_to), "covers_to", "ends-before-start");
    found.doubt(
        is_after(evidence.dated_on, evidence.valid_until),
        "valid_until",
        "evidence-valid-before-dated",
    );
    found.doubt(
        is_after(evidence.dated_on, evidence.received_on),
        "received_on",
        "evidence-received-before-dated",
    );
    found.doubt(
        is_after(evidence.received_on, evidence.checked_on),
        "checked_on",
        "evidence-checked-before-received",
    );
    found.refuse_text(evidence.checked_by.as_deref(), "checked_by");
    found.refuse_text(evidence.refused_because.as_deref(), "refused_because");
    found.refuse_text(evidence.occupation.as_deref(), "occupation");
    found.refuse_text(evidence.note.as_str(), "note");
    found.refuse_text(evidence.attachment.as_ref().map(|it| it.name.as_str()), "attachment");
}
