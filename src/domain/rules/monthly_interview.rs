//! AL-01: no physical interview in a calendar month (art. 9-3-6, R9.3.6-02, A-20).
//!
//! A month counts when the person is present in it, that is in the file active and not suspended,
//! for at least [`ParameterKey::PresentDays`]; days after the as-of day are taken as days of
//! presence. The alert is due on the day after the first month that counts and has no physical
//! interview, from the month of what starts the clock on; it stays due until a physical interview
//! is held. It is announced from [`ParameterKey::MonthlySoonDay`] of that month.

use chrono::NaiveDate;

use super::clock::Clock;
use super::finding::AlertCode;
use crate::domain::dates::{add_days, month_start, next_month, sub_days};
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::{Fact, State};

/// How many months are looked at: the first or the second counts, unless more days of presence are
/// asked for than a month has.
const MOST_MONTHS: usize = 1_200;

pub(super) fn clock(state: &State<'_>, parameters: &Parameters) -> Option<Clock> {
    let last = state.last_physical_interview().filter(|_| state.is_followed()).map(Fact::interview);
    let starts_with = state.clock_start(last).filter(|_| state.is_followed())?;
    let satisfied = last.map(|it| month_start(it.date));
    let needed = parameters.get(ParameterKey::PresentDays);
    let missed = months_from(starts_with.date)
        .take(MOST_MONTHS)
        .find(|month| satisfied != Some(*month) && days_present(state, *month) >= needed)?;
    let soon_day = parameters.get(ParameterKey::MonthlySoonDay);
    let soon_from = add_days(missed, soon_day.saturating_sub(1));
    Some(Clock::new(AlertCode::MonthlyInterview, starts_with, next_month(missed), soon_from))
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
