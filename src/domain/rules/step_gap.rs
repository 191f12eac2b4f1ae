//! AL-03: no pathway step for more than two months (art. 7, R7-13c, D-7, A-06).
//!
//! A step that runs stops the clock; the end of the last one starts it again; a step that was only
//! planned does neither. Strict: the last day of the two months is still allowed.

use super::clock::Clock;
use super::finding::AlertCode;
use crate::domain::dates::{add_days, add_months, sub_days};
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::State;

pub(super) fn clock(state: &State<'_>, parameters: &Parameters) -> Option<Clock> {
    if !state.is_followed() || state.is_in_step() {
        return None;
    }
    let starts_with = state.clock_start(state.last_step())?;
    let due = add_days(add_months(starts_with.date, parameters.get(ParameterKey::StepGap)), 1);
    let soon_from = sub_days(due, parameters.get(ParameterKey::StepNotice));
    Some(Clock::new(AlertCode::StepGap, starts_with, due, soon_from))
}
