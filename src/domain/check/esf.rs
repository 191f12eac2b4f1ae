//! Checks of the record of a participant (R10-07).

use super::{Violations, is_after};
use crate::domain::esf::EsfRecord;

/// Months without work beyond which the number is worth a second look.
const MANY_MONTHS: u16 = 480;

pub(super) fn check(it: &EsfRecord, found: &mut Violations) {
    found.refuse_future(Some(it.entered_on), "entered_on");
    found.refuse_future(it.signed_on, "signed_on");
    found.refuse_future(it.exit_seen_on, "exit_seen_on");
    found.refuse_future(it.later_seen_on, "later_seen_on");
    let is_undated = |status: bool, day: bool| status && !day;
    let exit = (it.exit_status.is_some(), it.exit_seen_on.is_some());
    found.refuse(is_undated(exit.0, exit.1), "exit_seen_on", "situation-without-day");
    let later = (it.later_status.is_some(), it.later_seen_on.is_some());
    found.refuse(is_undated(later.0, later.1), "later_seen_on", "situation-without-day");
    let entered_on = Some(it.entered_on);
    found.refuse(is_after(entered_on, it.exit_seen_on), "exit_seen_on", "seen-before-entry");
    found.refuse(is_after(it.exit_seen_on, it.later_seen_on), "later_seen_on", "seen-before-exit");
    found.doubt(
        it.months_looking.is_some_and(|it| it > MANY_MONTHS),
        "months_looking",
        "many-months-looking",
    );
    found.refuse_text(it.relay.as_str(), "relay");
}
