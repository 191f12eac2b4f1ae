//! Checks of a change of referent (R9.1-03): one at a time.

use super::Violations;
use crate::domain::file::File;
use crate::domain::referent::{self, Referent};

/// `file` holds no other version of this one.
pub(super) fn check(it: &Referent, file: Option<&File>, found: &mut Violations) {
    found.refuse_blank(&it.name, "name", "referent-missing");
    found.refuse_future(Some(it.since), "since");
    found.refuse_text(it.name.as_str(), "name");
    found.refuse_text(it.note.as_str(), "note");
    let Some(file) = file else { return };
    let is_taken = file.referents.iter().any(|other| other.value.since == it.since);
    found.refuse(is_taken, "since", "two-referents");
    let is_already = |other: &Referent| other.since < it.since && other.name.trim() == it.name.trim();
    let before = referent::written_on(file, it.since);
    found.refuse(before.is_some_and(is_already), "name", "referent-already");
    found.refuse(referent::is_after_exit(file, it.since), "since", "referent-after-exit");
}
