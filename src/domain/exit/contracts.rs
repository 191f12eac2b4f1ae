//! Positive exits by a contract or an activity that lasts, and by contracts that add up: R2-03 to
//! R2-05, R2-07, R2-08, A-07 to A-10.

use chrono::NaiveDate;

use super::days::{Days, days_covered};
use super::{Course, Measure, Obstacle, Reading};
use crate::domain::dates::{add_months, months_between, sub_days};
use crate::domain::employment::{Employment, ExitWeight};
use crate::domain::file::Current;
use crate::domain::parameters::{ParameterKey, Parameters};

/// P1, P3 and P5: one contract, or one activity, that has lasted six months and still runs (R2-02).
pub(super) fn lasting(course: &Course<'_>, weight: ExitWeight, on: NaiveDate) -> Reading {
    let six_months = course.parameters.get(ParameterKey::ExitMonths);
    let mut running: Vec<_> = course
        .employments
        .iter()
        .filter(|it| it.value.weight() == weight && it.value.starts_on <= on)
        .filter(|it| it.value.is_running_on(on))
        .collect();
    running.sort_by_key(|it| it.value.starts_on);
    let Some(longest) = running.first() else {
        return Reading::failing(vec![(Measure::Months, 0)], Obstacle::NotRunning);
    };
    let measured = vec![(Measure::Months, months_between(longest.value.starts_on, on))];
    let has_lasted = |it: &&&Current<Employment>| add_months(it.value.starts_on, six_months) <= on;
    let Some(best) =
        running.iter().filter(has_lasted).min_by_key(|it| bars(&it.value, course.parameters).len())
    else {
        return Reading { rests_on: vec![longest.id], ..Reading::failing(measured, Obstacle::TooShort) };
    };
    let obstacles = bars(&best.value, course.parameters);
    Reading { holds: obstacles.is_empty(), measured, obstacles, rests_on: vec![best.id] }
}

/// P2: one contract of six calendar months, or contracts whose days add up to 26 weeks, within nine
/// months (R2-04). Contracts of other kinds that were broken are added to them.
pub(super) fn added_up(course: &Course<'_>, on: NaiveDate) -> Reading {
    let window = course.window(on);
    let pool: Vec<_> = course
        .employments
        .iter()
        .filter(|it| counts_in_days(it.value.weight()))
        .filter_map(|it| Some((it, days_worked(&it.value, on)?.within(window)?)))
        .collect();
    let free: Vec<_> = pool.iter().filter(|(it, _)| bars(&it.value, course.parameters).is_empty()).collect();
    let covered = days_covered(free.iter().map(|(_, days)| *days).collect());
    let measured = vec![(Measure::Days, covered)];
    let rests_on = pool.iter().map(|(it, _)| it.id).collect();
    if is_enough(free.iter().map(|(_, days)| *days), covered, course.parameters) {
        return Reading { holds: true, measured, obstacles: Vec::new(), rests_on };
    }
    let all: Vec<Days> = pool.iter().map(|(_, days)| *days).collect();
    let would_be_enough = is_enough(all.iter().copied(), days_covered(all.clone()), course.parameters);
    let mut obstacles: Vec<Obstacle> = if would_be_enough {
        pool.iter().flat_map(|(it, _)| bars(&it.value, course.parameters)).collect()
    } else {
        vec![Obstacle::TooShort]
    };
    obstacles.sort_unstable();
    obstacles.dedup();
    Reading { holds: false, measured, obstacles, rests_on }
}

/// Days of every job within the window, whatever its kind: what the *Comité technique* looks at (P9).
pub(super) fn days_of_every_job(course: &Course<'_>, on: NaiveDate) -> Reading {
    let window = course.window(on);
    let jobs = course.employments.iter().filter(|it| it.value.weight() != ExitWeight::Step);
    let (rests_on, days): (Vec<_>, Vec<_>) =
        jobs.filter_map(|it| Some((it.id, days_worked(&it.value, on)?.within(window)?))).unzip();
    let measured = vec![(Measure::Days, days_covered(days))];
    Reading { rests_on, ..Reading::failing(measured, Obstacle::CaseByCase) }
}

/// The days of a contract up to `on`: those to come never count.
pub(super) fn days_worked(employment: &Employment, on: NaiveDate) -> Option<Days> {
    let to = employment.last_day().map_or(on, |last| last.min(on));
    (employment.starts_on <= to).then_some(Days { from: employment.starts_on, to })
}

const fn counts_in_days(weight: ExitWeight) -> bool {
    match weight {
        ExitWeight::Lasting | ExitWeight::Days | ExitWeight::WorkStudy => true,
        ExitWeight::Hours | ExitWeight::Activity | ExitWeight::CaseByCase | ExitWeight::Step => false,
    }
}

/// Enough days in all, or six calendar months of one contract: these may be 181 days (V11, V12).
fn is_enough(mut periods: impl Iterator<Item = Days>, covered: u32, parameters: &Parameters) -> bool {
    let six_months = parameters.get(ParameterKey::ExitMonths);
    covered >= parameters.get(ParameterKey::ExitDays)
        || periods.any(|it| it.to >= sub_days(add_months(it.from, six_months), 1))
}

/// What keeps a contract from counting by itself: too few hours without a basis, or hours that do
/// not suit the person (R2-08). Hours that nobody recorded keep nothing back.
fn bars(employment: &Employment, parameters: &Parameters) -> Vec<Obstacle> {
    let least = parameters.get(ParameterKey::ShortWeeklyHours) * 60;
    let is_short = employment.weekly_minutes.is_some_and(|minutes| minutes < least);
    let has_basis = employment.short_hours_basis.as_deref().is_some_and(|it| !it.trim().is_empty());
    let mut found = Vec::new();
    if is_short && !has_basis {
        found.push(Obstacle::HoursWithoutBasis);
    }
    if employment.suits_person == Some(false) {
        found.push(Obstacle::HoursDoNotSuit);
    }
    found
}
