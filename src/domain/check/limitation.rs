//! Checks of a limitation of processing (GDPR, article 18).

use super::{Violations, is_after};
use crate::domain::limitation::Limitation;

pub(super) fn check(it: &Limitation, found: &mut Violations) {
    found.refuse_future(Some(it.since), "since");
    found.refuse_future(it.lifted_on, "lifted_on");
    found.refuse(is_after(Some(it.since), it.lifted_on), "lifted_on", "lifted-before-limited");
    let is_unexplained = it.lifted_on.is_some() && it.lifted_because.trim().is_empty();
    found.refuse(is_unexplained, "lifted_because", "lifted-without-reason");
    found.refuse_text(it.note.as_str(), "note");
    found.refuse_text(it.lifted_because.as_str(), "lifted_because");
}
