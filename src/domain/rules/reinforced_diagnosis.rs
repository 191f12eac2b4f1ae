//! AL-07: a reinforced diagnosis lasts more than four weeks, or than the commission gave it (art. 7, R7-10).
//!
//! The clock starts at the session that decided it, for candidates; a later ruling on the entry
//! clears it. Strict: the last day is still allowed (V25).

use super::clock::Clock;
use super::finding::AlertCode;
use crate::domain::codes::{PathwayState, Ruling};
use crate::domain::dates::{add_days, sub_days};
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::{Fact, State};

pub(super) fn clock(state: &State<'_>, parameters: &Parameters) -> Option<Clock> {
    let ruling = state
        .last_entry_ruling()
        .filter(|it| it.value.ruling == Ruling::ReinforcedDiagnosis)
        .filter(|_| state.pathway() == PathwayState::Candidate)?;
    let starts_with = Fact::decision(ruling);
    let longest = add_days(starts_with.date, parameters.get(ParameterKey::DiagnosisLength));
    let last_allowed = ruling.value.diagnosis_until.map_or(longest, |until| until.min(longest));
    let due = add_days(last_allowed, 1);
    let soon_from = sub_days(due, parameters.get(ParameterKey::DiagnosisNotice));
    Some(Clock::new(AlertCode::ReinforcedDiagnosis, starts_with, due, soon_from).about_its_start())
}
