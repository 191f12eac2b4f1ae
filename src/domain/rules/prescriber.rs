//! AL-11: the prescriber was not told what the commission decided of the entry (art. 7, R7-11).
//!
//! The clock starts at the session, and runs in working days. It does not run for who came without a
//! prescriber. Strict: the last working day of the time allowed is still allowed.

use chrono::NaiveDate;

use super::clock::Clock;
use super::finding::AlertCode;
use crate::domain::as_of::Day as _;
use crate::domain::codes::{ContactKind, PrescriberKind};
use crate::domain::dates::add_days;
use crate::domain::holidays::is_open;
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::{Fact, State};

pub(super) fn clock(state: &State<'_>, parameters: &Parameters) -> Option<Clock> {
    let starts_with = Fact::decision(state.last_entry_ruling().filter(|_| has_prescriber(state))?);
    let is_told = state.file.contacts.iter().any(|it| {
        it.value.kind == ContactKind::PrescriberInformed
            && it.value.date >= starts_with.date
            && state.as_of().has_come(it.value.date)
    });
    if is_told {
        return None;
    }
    let last_allowed = working_days_after(starts_with.date, parameters.get(ParameterKey::PrescriberTime));
    let due = add_days(last_allowed, 1);
    Some(Clock::new(AlertCode::Prescriber, starts_with, due, due).about_its_start())
}

/// Whether somebody referred the person.
fn has_prescriber(state: &State<'_>) -> bool {
    let kind = state.period.enrolment.and_then(|it| it.value.prescriber_kind);
    kind.is_some_and(PrescriberKind::is_somebody)
}

/// The last of so many working days after `date`.
fn working_days_after(date: NaiveDate, days: u32) -> NaiveDate {
    let open = date.iter_days().skip(1).filter(|day| is_open(*day));
    open.take(days as usize).last().unwrap_or(date)
}
