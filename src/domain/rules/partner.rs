//! AL-15 to AL-17: steps with a partner, and what is about to end (art. 9-3-3 and 9-3-6,
//! R9.3.3-03, R9.3.6-06).
//!
//! AL-15: the objectives were not sent before the step began; due on its first day. AL-16: the
//! partner's signed review is missing; strict, from its last day. AL-17 only announces: a step that
//! runs, or a contract, ends within a month, and what comes next is to be prepared. One finding per
//! step or contract.

use chrono::NaiveDate;

use super::clock::Clock;
use super::finding::AlertCode;
use crate::domain::as_of::Day as _;
use crate::domain::codes::StepStatus;
use crate::domain::dates::{add_days, sub_days};
use crate::domain::file::Current;
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::{Fact, FactKind, State};
use crate::domain::step::Step;

pub(super) fn clocks(state: &State<'_>, parameters: &Parameters) -> Vec<Clock> {
    if !state.is_in_file_active() {
        return Vec::new();
    }
    let steps = state.file.steps.iter().flat_map(|it| {
        let objectives = objectives_not_sent(it, state, parameters);
        let review = review_missing(it, state, parameters);
        [objectives, review, step_ending(it, state, parameters)]
    });
    let contracts = state.file.employments.iter().map(|it| {
        let subject = Fact { kind: FactKind::Employment, id: it.id, date: it.value.starts_on };
        let planned_end = it.value.planned_end.filter(|_| it.value.ended_on.is_none())?;
        ending(subject, planned_end, state, parameters)
    });
    steps.chain(contracts).flatten().collect()
}

fn objectives_not_sent(it: &Current<Step>, state: &State<'_>, parameters: &Parameters) -> Option<Clock> {
    let step = &it.value;
    let goes_on = match step.status {
        StepStatus::Accepted | StepStatus::Waiting | StepStatus::Running => true,
        StepStatus::Considered
        | StepStatus::Proposed
        | StepStatus::Declined
        | StepStatus::Done
        | StepStatus::Abandoned
        | StepStatus::Cancelled => false,
    };
    if !goes_on || step.partner.is_none() || is_done(step.objectives_sent_on, state) {
        return None;
    }
    let due = step.starts_on?;
    let soon_from = sub_days(due, parameters.get(ParameterKey::ObjectivesNotice));
    let starts_with = Fact { kind: FactKind::Step, id: it.id, date: due };
    Some(Clock::new(AlertCode::Objectives, starts_with, due, soon_from).about_its_start())
}

fn review_missing(it: &Current<Step>, state: &State<'_>, parameters: &Parameters) -> Option<Clock> {
    let step = &it.value;
    let is_carried_out = matches!(step.status, StepStatus::Running | StepStatus::Done);
    if !is_carried_out || step.partner.is_none() || is_done(step.partner_review_on, state) {
        return None;
    }
    let ends_on = step.ends_on?;
    let due = add_days(ends_on, parameters.get(ParameterKey::PartnerReviewTime).saturating_add(1));
    let starts_with = Fact { kind: FactKind::Step, id: it.id, date: ends_on };
    Some(Clock::new(AlertCode::PartnerReview, starts_with, due, due).about_its_start())
}

fn step_ending(it: &Current<Step>, state: &State<'_>, parameters: &Parameters) -> Option<Clock> {
    let ends_on = it.value.ends_on.filter(|_| it.value.status == StepStatus::Running)?;
    let date = it.value.starts_on.unwrap_or(ends_on);
    ending(Fact { kind: FactKind::Step, id: it.id, date }, ends_on, state, parameters)
}

/// AL-17, for what has begun and is not over.
fn ending(subject: Fact, ends_on: NaiveDate, state: &State<'_>, parameters: &Parameters) -> Option<Clock> {
    if !state.as_of().has_come(subject.date) || state.as_of().is_past(ends_on) {
        return None;
    }
    let due = add_days(ends_on, 1);
    let soon_from = sub_days(due, parameters.get(ParameterKey::EndingNotice));
    Some(Clock::new(AlertCode::Ending, subject, due, soon_from).about_its_start())
}

/// Whether a day is written that has come.
fn is_done(date: Option<NaiveDate>, state: &State<'_>) -> bool {
    date.is_some_and(|date| state.as_of().has_come(date))
}
