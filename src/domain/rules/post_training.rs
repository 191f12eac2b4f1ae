//! AL-14: the six months of support that follow a diploma or a title are over (art. 2, R2-11, R2-13).
//!
//! The clock starts at the award. A job found meanwhile, or a training of a higher level,
//! stops it; a ruling on the exit since clears it. Inclusive.

use super::clock::Clock;
use super::finding::AlertCode;
use crate::domain::codes::Business;
use crate::domain::dates::sub_days;
use crate::domain::exit::Course;
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::{Fact, FactKind, State};

pub(super) fn clock(state: &State<'_>, parameters: &Parameters) -> Option<Clock> {
    if !state.is_in_file_active() || state.file.trainings.is_empty() {
        return None;
    }
    let course = Course::of(state.file, parameters, state.on());
    let support = course.post_training(state.as_of())?;
    let mut rulings = state.period.rulings();
    if rulings.any(|it| it.value.business == Business::Exit && it.value.session_on >= support.until) {
        return None;
    }
    let starts_with = Fact { kind: FactKind::Training, id: support.training.id, date: support.since };
    let soon_from = sub_days(support.until, parameters.get(ParameterKey::PostTrainingNotice));
    Some(Clock::new(AlertCode::PostTraining, starts_with, support.until, soon_from))
}
