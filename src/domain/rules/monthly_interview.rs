//! AL-01: no physical interview in a calendar month (art. 9-3-6, R9.3.6-02, A-20).
//!
//! A month counts when the person is present in it, that is in the file active and not suspended,
//! for at least [`ParameterKey::PresentDays`]; days after the as-of day are taken as days of
//! presence. The alert is due on the day after the first month that counts and has no physical
//! interview, from the month of what starts the clock on; it stays due until a physical interview
//! is held. It is announced from [`ParameterKey::MonthlySoonDay`] of that month.

use chrono::NaiveDate;

use super::finding::{AlertCode, Clearing, Clock, Finding};
use crate::domain::dates::{add_days, month_start, next_month, sub_days};
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::{Fact, State};

pub(super) fn find(state: &State<'_>, parameters: &Parameters) -> Option<Finding> {
    let last = state.last_physical_interview().filter(|_| state.is_followed()).map(Fact::interview);
    let starts_with = state.clock_start(last).filter(|_| state.is_followed())?;
    let satisfied = last.map(|it| month_start(it.date));
    let needed = parameters.get(ParameterKey::PresentDays);
    let missed = months_from(starts_with.date)
        .take_while(|month| *month <= state.on)
        .find(|month| satisfied != Some(*month) && days_present(state, *month) >= needed)?;
    let soon_day = parameters.get(ParameterKey::MonthlySoonDay);
    Clock {
        code: AlertCode::MonthlyInterview,
        starts_with,
        due: next_month(missed),
        soon_from: add_days(missed, soon_day.saturating_sub(1)),
    }
    .read(
        state,
        parameters,
        &[Clearing::PhysicalInterview],
        &[ParameterKey::PresentDays, ParameterKey::MonthlySoonDay],
    )
}

/// First days of the months from that of `date` on.
fn months_from(date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(Some(month_start(date)), |month| {
        Some(next_month(*month)).filter(|next| next > month)
    })
}

/// Days of the month that starts on `month` in which the person is in the file active and not
/// suspended, for a person who is so on the as-of day.
fn days_present(state: &State<'_>, month: NaiveDate) -> u32 {
    let Some(enrolled_on) = state.enrolled_on() else { return 0 };
    let first = month.max(enrolled_on);
    let last = sub_days(next_month(month), 1);
    let days = u32::try_from((last - first).num_days() + 1).unwrap_or(0);
    let suspended: u32 = state.suspensions.iter().map(|it| it.days_within(first, last)).sum();
    days.saturating_sub(suspended)
}
