//! Positive exit by agency assignments: 26 weeks within nine months, of 28 hours on average (R2-06,
//! A-11, V19 to V24).
//!
//! Weeks are those of ISO 8601 with at least one hour worked; the mean is over those weeks. The total
//! of an assignment is shared between its calendar days, weekly hours between working days, so that
//! an assignment that crosses an end of the window counts for its days inside. The total of hours and
//! the days covered are shown beside, and decide nothing.

use chrono::{Datelike, NaiveDate, Weekday};

use super::contracts::days_within;
use super::days::{Days, Tally};
use super::{Course, Measure, Obstacle, Reading};
use crate::domain::employment::{Employment, ExitWeight};
use crate::domain::parameters::ParameterKey;

/// Minutes from which a week counts as worked.
const LEAST_MINUTES: u64 = 60;

/// Working days of a week, between which weekly hours are shared.
const WORKING_DAYS: u64 = 5;

/// What the assignments of a window add up to.
struct Worked {
    weeks: u64,
    minutes: u64,
}

impl Worked {
    fn within(course: &Course<'_>, window: Days) -> Self {
        let is_worked = |week: &Days| course.agency_minutes.within(*week) >= LEAST_MINUTES;
        let weeks = weeks_of(window).filter(is_worked).count() as u64;
        Self { weeks, minutes: course.agency_minutes.within(window) }
    }

    fn obstacles(&self, course: &Course<'_>) -> Vec<Obstacle> {
        let least = |key| u64::from(course.parameters.get(key));
        let mut found = Vec::new();
        if self.weeks < least(ParameterKey::AgencyWeeks) {
            found.push(Obstacle::TooFewWeeks);
        }
        if self.weeks == 0 || self.minutes < least(ParameterKey::AgencyWeeklyHours) * 60 * self.weeks {
            found.push(Obstacle::TooFewHours);
        }
        found
    }
}

/// Whether the assignments are enough on `on` (P4).
pub(super) fn are_enough(course: &Course<'_>, on: NaiveDate) -> bool {
    Worked::within(course, course.window(on)).obstacles(course).is_empty()
}

/// P4.
pub(super) fn read(course: &Course<'_>, on: NaiveDate) -> Reading {
    let window = course.window(on);
    let worked = Worked::within(course, window);
    let assignments = course.employments.iter().filter(|it| it.value.weight() == ExitWeight::Hours);
    let (rests_on, days): (Vec<_>, Vec<_>) =
        assignments.filter_map(|it| Some((it.id, days_within(&it.value, window)?))).unzip();
    let days = Tally::of_days(window, days.into_iter()).within(window);
    let mean = worked.minutes.checked_div(worked.weeks).unwrap_or(0);
    let obstacles = worked.obstacles(course);
    let measured = [
        (Measure::Weeks, worked.weeks),
        (Measure::MeanWeeklyMinutes, mean),
        (Measure::TotalMinutes, worked.minutes),
        (Measure::Days, days),
    ];
    let measured = measured.map(|(measure, value)| (measure, u32::try_from(value).unwrap_or(u32::MAX)));
    Reading { holds: obstacles.is_empty(), measured: measured.into(), obstacles, rests_on }
}

/// Minutes that count on one day of an assignment that ends on `last`: whole minutes, that add up to
/// its total.
pub(super) fn minutes_on(assignment: &Employment, last: NaiveDate, day: NaiveDate) -> u64 {
    if let Some(total) = assignment.total_minutes {
        let count = |to: NaiveDate| u64::from(Days { from: assignment.starts_on, to }.count());
        let share = |days: u64| u64::from(total) * days / count(last).max(1);
        return share(count(day)) - share(count(day) - 1);
    }
    let is_working_day = !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    u64::from(assignment.weekly_minutes.unwrap_or(0)) * u64::from(is_working_day) / WORKING_DAYS
}

/// The same days, week by week.
fn weeks_of(days: Days) -> impl Iterator<Item = Days> {
    let mut from = Some(days.from);
    std::iter::from_fn(move || {
        let first = from.filter(|it| *it <= days.to)?;
        let sunday = first.week(Weekday::Mon).last_day();
        from = sunday.succ_opt();
        Some(Days { from: first, to: sunday.min(days.to) })
    })
}
