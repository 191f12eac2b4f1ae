//! Checks of a case of its own (R2-09).

use super::{Violations, is_after};
use crate::domain::codes::Coded as _;
use crate::domain::special_case::{CaseGround, CaseState, SpecialCase};

pub(super) fn check(case: &SpecialCase, found: &mut Violations) {
    found.refuse_future(Some(case.prepared_on), "prepared_on");
    found.refuse_future(case.ruled_on, "ruled_on");
    found.refuse(is_after(Some(case.prepared_on), case.ruled_on), "ruled_on", "ruled-before-prepared");
    let is_ruled = matches!(case.state, CaseState::Validated | CaseState::Refused);
    found.refuse(is_ruled && case.ruled_on.is_none(), "ruled_on", "case-without-session");
    found.doubt(case.state != CaseState::Draft && !case.lacks().is_empty(), "state", "case-incomplete");
    for ground in CaseGround::ALL {
        found.refuse_text(case.on(*ground), ground.stable_code());
    }
}
