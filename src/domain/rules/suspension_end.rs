//! AL-08: the last day of a suspension is reached (art. 7, R7-17).
//!
//! A suspension never ends silently: the person is to be re-examined, until a ruling other than an
//! adjournment is made. Inclusive.

use super::clock::Clock;
use super::finding::AlertCode;
use super::is_under_the_commission;
use crate::domain::codes::Ruling;
use crate::domain::dates::sub_days;
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::{Fact, State};

pub(super) fn clock(state: &State<'_>, parameters: &Parameters) -> Option<Clock> {
    let ruling = state
        .last_ruling()
        .filter(|it| it.value.ruling == Ruling::Suspended)
        .filter(|_| is_under_the_commission(state))?;
    let due = ruling.value.suspended_until?;
    let soon_from = sub_days(due, parameters.get(ParameterKey::SuspensionNotice));
    Some(Clock::new(AlertCode::SuspensionEnd, Fact::decision(ruling), due, soon_from).about_its_start())
}
