//! AL-02: no individual interview for more than two months (art. 7, R7-13b).
//!
//! Any interview held stops this clock, whatever its modality. Strict: the last day of the
//! two months is still allowed (V3).

use super::clock::Clock;
use super::finding::AlertCode;
use crate::domain::dates::{add_days, add_months, sub_days};
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::{Fact, State};

pub(super) fn clock(state: &State<'_>, parameters: &Parameters) -> Option<Clock> {
    let last = state.last_interview().map(Fact::interview);
    let starts_with = state.clock_start(last).filter(|_| state.is_followed())?;
    let due = add_days(add_months(starts_with.date, parameters.get(ParameterKey::InterviewGap)), 1);
    let soon_from = sub_days(due, parameters.get(ParameterKey::InterviewNotice));
    Some(Clock::new(AlertCode::InterviewGap, starts_with, due, soon_from))
}
