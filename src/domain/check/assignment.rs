//! Checks of a transfer: it is made of what two stations did, and only its reason is typed.

use super::Violations;
use crate::domain::assignment::Assignment;

pub(super) fn check(it: &Assignment, found: &mut Violations) {
    found.refuse_text(it.reason.as_str(), "reason");
    found.refuse_text(it.from_name.as_str(), "from_name");
    found.refuse_text(it.to_name.as_str(), "to_name");
}
