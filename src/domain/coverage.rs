//! How the person was met, calendar month by calendar month (art. 9-3-6): what the rule of one
//! physical interview a month looks like over time. Nothing here judges.

use chrono::NaiveDate;

use super::codes::code_list;
use super::dates::{month_start, next_month, sub_days};
use super::state::State;

code_list! {
    /// How the person was met in one month.
    Coverage {
        /// Face to face at least once.
        Physical = "physical",
        /// At a distance only.
        Remote = "remote",
        /// Not at all.
        Nothing = "nothing",
        /// Nobody was expected: before the adhesion, after the exit, or suspended all month.
        Away = "away",
    }
}

/// One calendar month, as far as the as-of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: NaiveDate,
    /// How the person was met.
    pub coverage: Coverage,
}

/// The last `count` months up to that of the as-of day, oldest first.
pub fn last_months(state: &State<'_>, count: u32) -> Vec<Month> {
    let last = month_start(state.on());
    let months = (0..count).rev().map(|back| sub_months(last, back));
    months.map(|first| Month { first, coverage: coverage(state, first) }).collect()
}

/// The first of the month, `months` earlier: month starts exist in every month.
fn sub_months(first: NaiveDate, months: u32) -> NaiveDate {
    first.checked_sub_months(chrono::Months::new(months)).unwrap_or(NaiveDate::MIN)
}

fn coverage(state: &State<'_>, first: NaiveDate) -> Coverage {
    let last = sub_days(next_month(first), 1).min(state.on());
    let held = || {
        state
            .interviews()
            .filter(|it| it.value.is_held_by(state.as_of()) && (first..=last).contains(&it.value.date))
    };
    if held().any(|it| it.value.is_physical_by(state.as_of())) {
        Coverage::Physical
    } else if held().next().is_some() {
        Coverage::Remote
    } else if is_expected(state, first, last) {
        Coverage::Nothing
    } else {
        Coverage::Away
    }
}

/// Whether the person was in the file active and not suspended on at least one of these days.
fn is_expected(state: &State<'_>, first: NaiveDate, last: NaiveDate) -> bool {
    let Some(enrolled_on) = state.enrolled_on() else { return false };
    let from = first.max(enrolled_on);
    let until = state.period.exited_on.map_or(last, |exit| last.min(exit));
    let days = u32::try_from((until - from).num_days() + 1).unwrap_or(0);
    let suspended: u32 = state.suspensions.iter().map(|it| it.days_within(from, until)).sum();
    days > suspended
}
