//! Positive exit by agency assignments: 26 weeks within nine months, of 28 hours on average (R2-06,
//! A-11, V19 to V24).
//!
//! Weeks are those of ISO 8601 with at least one hour worked; the mean is over those weeks. Hours of
//! an assignment that crosses an end of the window are shared between its calendar days. The total
//! of hours and the days covered are shown beside, and decide nothing.

use std::collections::BTreeMap;

use chrono::{Datelike, IsoWeek, NaiveDate, Weekday};

use super::contracts::days_worked;
use super::days::{Days, days_covered};
use super::{Course, Measure, Obstacle, Reading};
use crate::domain::employment::{Employment, ExitWeight};
use crate::domain::id::ObjectId;
use crate::domain::parameters::ParameterKey;

/// Minutes from which a week counts as worked.
const LEAST_MINUTES: u64 = 60;

/// Working days of a week, between which weekly hours are shared.
const WORKING_DAYS: u64 = 5;

/// P4.
pub(super) fn read(course: &Course<'_>, on: NaiveDate) -> Reading {
    let window = course.window(on);
    let mut weeks: BTreeMap<IsoWeek, u64> = BTreeMap::new();
    let mut minutes = 0;
    let mut periods: Vec<(ObjectId, Days)> = Vec::new();
    for it in course.employments.iter().filter(|it| it.value.weight() == ExitWeight::Hours) {
        let Some(days) = days_worked(&it.value, on).and_then(|days| days.within(window)) else { continue };
        periods.push((it.id, days));
        minutes += minutes_within(&it.value, days);
        for week in weeks_of(days) {
            *weeks.entry(week.from.iso_week()).or_default() += minutes_within(&it.value, week);
        }
    }
    let worked = weeks.values().filter(|minutes| **minutes >= LEAST_MINUTES).count() as u64;
    let least_weeks = u64::from(course.parameters.get(ParameterKey::AgencyWeeks));
    let least_mean = u64::from(course.parameters.get(ParameterKey::AgencyWeeklyHours)) * 60;
    let (rests_on, days): (Vec<_>, Vec<_>) = periods.into_iter().unzip();
    let measured = vec![
        (Measure::Weeks, whole(worked)),
        (Measure::MeanWeeklyMinutes, whole(minutes.checked_div(worked).unwrap_or(0))),
        (Measure::TotalMinutes, whole(minutes)),
        (Measure::Days, days_covered(days)),
    ];
    let mut obstacles = Vec::new();
    if worked < least_weeks {
        obstacles.push(Obstacle::TooFewWeeks);
    }
    if minutes < least_mean * worked || worked == 0 {
        obstacles.push(Obstacle::TooFewHours);
    }
    Reading { holds: obstacles.is_empty(), measured, obstacles, rests_on }
}

/// Minutes worked on `days` of an assignment: its total shared between its calendar days, or its
/// weekly hours between working days.
fn minutes_within(assignment: &Employment, days: Days) -> u64 {
    if let Some(total) = assignment.total_minutes {
        let last = assignment.last_day().unwrap_or(days.to).max(assignment.starts_on);
        let all = Days { from: assignment.starts_on, to: last };
        return u64::from(total) * u64::from(days.count()) / u64::from(all.count().max(1));
    }
    let is_working_day = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let working_days = days.from.iter_days().take_while(|day| *day <= days.to).filter(is_working_day).count();
    u64::from(assignment.weekly_minutes.unwrap_or(0)) * working_days as u64 / WORKING_DAYS
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

fn whole(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
