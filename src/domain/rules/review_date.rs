//! AL-06: the date that the commission set for a re-examination is reached (art. 7, R7-16).
//!
//! The date is that of the last ruling; any later ruling clears it, an adjournment does not
//! (R7-25). Inclusive.

use super::finding::{AlertCode, Clearing, Clock, Finding};
use super::is_under_the_commission;
use crate::domain::dates::sub_days;
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::{Fact, State};

pub(super) fn find(state: &State<'_>, parameters: &Parameters) -> Option<Finding> {
    let ruling = state.last_ruling().filter(|_| is_under_the_commission(state))?;
    let due = ruling.value.review_on?;
    let starts_with = Fact::decision(ruling);
    let soon_from = sub_days(due, parameters.get(ParameterKey::ReviewDateNotice));
    let finding = Clock { code: AlertCode::ReviewDate, starts_with, due, soon_from }.read(
        state,
        parameters,
        &[Clearing::Ruling],
        &[ParameterKey::ReviewDateNotice],
    )?;
    Some(Finding { subject: Some(starts_with), ..finding })
}
