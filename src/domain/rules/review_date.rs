//! AL-06: the date that the commission set for a re-examination is reached (art. 7, R7-16).
//!
//! The date is that of the last ruling; any later ruling clears it, an adjournment does not
//! (R7-25). Inclusive.

use super::clock::Clock;
use super::finding::AlertCode;
use super::is_under_the_commission;
use crate::domain::dates::sub_days;
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::{Fact, State};

pub(super) fn clock(state: &State<'_>, parameters: &Parameters) -> Option<Clock> {
    let ruling = state.last_ruling().filter(|_| is_under_the_commission(state))?;
    let due = ruling.value.review_on?;
    let soon_from = sub_days(due, parameters.get(ParameterKey::ReviewDateNotice));
    Some(Clock::new(AlertCode::ReviewDate, Fact::decision(ruling), due, soon_from).about_its_start())
}
