//! AL-10: the commitment deed is not fully signed (art. 7, R7-08, A-28).
//!
//! The clock starts at the adhesion. Strict: the last day of the time allowed is still allowed.

use super::clock::Clock;
use super::finding::AlertCode;
use crate::domain::as_of::Day as _;
use crate::domain::dates::add_days;
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::State;

pub(super) fn clock(state: &State<'_>, parameters: &Parameters) -> Option<Clock> {
    let starts_with = state.period.adhesion.filter(|_| state.is_in_file_active())?;
    let signed_on = state.period.enrolment.and_then(|it| it.value.deed_signed_on);
    if signed_on.is_some_and(|signed_on| state.as_of().has_come(signed_on)) {
        return None;
    }
    let due = add_days(starts_with.date, parameters.get(ParameterKey::DeedTime).saturating_add(1));
    Some(Clock::new(AlertCode::Deed, starts_with, due, due))
}
