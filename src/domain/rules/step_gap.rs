//! AL-03: no pathway step for more than two months (art. 7, R7-13c, D-7, A-06).
//!
//! A step that runs stops the clock; the end of the last one starts it again; a step that was only
//! planned does neither. Strict: the last day of the two months is still allowed.

use super::finding::{AlertCode, Clearing, Clock, Finding};
use crate::domain::dates::{add_days, add_months, sub_days};
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::State;

pub(super) fn find(state: &State<'_>, parameters: &Parameters) -> Option<Finding> {
    let starts_with = state.clock_start(state.last_step()).filter(|_| state.is_followed())?;
    if state.last_step().is_some_and(|it| it.date == state.on) {
        return None;
    }
    let due = add_days(add_months(starts_with.date, parameters.get(ParameterKey::StepGap)), 1);
    let soon_from = sub_days(due, parameters.get(ParameterKey::StepNotice));
    Clock { code: AlertCode::StepGap, starts_with, due, soon_from }.read(
        state,
        parameters,
        &[Clearing::Step],
        &[ParameterKey::StepGap, ParameterKey::StepNotice],
    )
}
