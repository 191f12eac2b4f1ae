//! Positive exits by a contract or an activity that lasts, and by contracts that add up: R2-03 to
//! R2-05, R2-07, R2-08, A-07 to A-10.

use chrono::NaiveDate;

use super::days::{Days, Tally};
use super::{Course, Measure, Obstacle, Reading};
use crate::domain::codes::ExitReason;
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
        .filter(|it| it.value.weight() == weight && it.value.is_running_on(on))
        .collect();
    running.sort_by_key(|it| it.value.starts_on);
    let Some(longest) = running.first() else {
        return Reading::failing(vec![(Measure::Months, 0)], Obstacle::NotRunning);
    };
    let measured = vec![(Measure::Months, months_between(longest.value.starts_on, on))];
    let has_lasted = |it: &&&Current<Employment>| add_months(it.value.starts_on, six_months) <= on;
    let bars = |it: &Current<Employment>| bars(&it.value, course.parameters);
    let Some(best) = running.iter().filter(has_lasted).min_by_key(|it| bars(it).len()) else {
        return Reading { rests_on: vec![longest.id], ..Reading::failing(measured, Obstacle::TooShort) };
    };
    let obstacles = bars(best);
    Reading { holds: obstacles.is_empty(), measured, obstacles, rests_on: vec![best.id] }
}

/// Whether contracts that may be added up are enough on `on` (P2): one of six calendar months, or
/// days that add up to 26 weeks, within nine months (R2-04).
pub(super) fn are_enough(course: &Course<'_>, on: NaiveDate) -> bool {
    let window = course.window(on);
    let free = course.employments.iter().filter(|it| course.is_free(&it.value));
    is_enough(&course.days_free, free, window, course.parameters)
}

/// P2. Contracts of other kinds that were broken are added to fixed terms.
pub(super) fn added_up(course: &Course<'_>, on: NaiveDate) -> Reading {
    let window = course.window(on);
    let covered = course.days_free.within(window);
    let pool: Vec<_> = course
        .employments
        .iter()
        .filter(|it| counts_in_days(it.value.weight()) && days_within(&it.value, window).is_some())
        .collect();
    let holds = are_enough(course, on);
    let mut obstacles = Vec::new();
    if !holds {
        let days = pool.iter().filter_map(|it| days_within(&it.value, window));
        let all = Tally::of_days(window, days);
        if is_enough(&all, pool.iter().copied(), window, course.parameters) {
            obstacles.extend(pool.iter().flat_map(|it| bars(&it.value, course.parameters)));
            obstacles.sort_unstable();
            obstacles.dedup();
        } else {
            obstacles.push(Obstacle::TooShort);
        }
    }
    let measured = vec![(Measure::Days, u32::try_from(covered).unwrap_or(u32::MAX))];
    Reading { holds, measured, obstacles, rests_on: pool.iter().map(|it| it.id).collect() }
}

/// Days of every job within the window, whatever its kind, which the *Comité technique* looks at; it holds
/// once that body has validated the case (P9, R2-09).
pub(super) fn case_of_its_own(course: &Course<'_>, on: NaiveDate) -> Reading {
    let window = course.window(on);
    let jobs = course.employments.iter().filter(|it| it.value.weight() != ExitWeight::Step);
    let (rests_on, days): (Vec<_>, Vec<_>) =
        jobs.filter_map(|it| Some((it.id, days_within(&it.value, window)?))).unzip();
    let covered = Tally::of_days(window, days.into_iter()).within(window);
    let measured = vec![(Measure::Days, u32::try_from(covered).unwrap_or(u32::MAX))];
    let holds = course.holds(ExitReason::SpecialCase, on);
    Reading {
        holds,
        rests_on,
        obstacles: if holds { Vec::new() } else { vec![Obstacle::CaseByCase] },
        measured,
    }
}

/// The days of a contract within `window`: one without an end goes on to its last day.
pub(super) fn days_within(employment: &Employment, window: Days) -> Option<Days> {
    let to = employment.last_day().unwrap_or(window.to);
    (employment.starts_on <= to).then_some(Days { from: employment.starts_on, to })?.within(window)
}

/// Whether days of this kind of contract may be added up.
pub(super) const fn counts_in_days(weight: ExitWeight) -> bool {
    match weight {
        ExitWeight::Lasting | ExitWeight::Days | ExitWeight::WorkStudy => true,
        ExitWeight::Hours | ExitWeight::Activity | ExitWeight::CaseByCase | ExitWeight::Step => false,
    }
}

/// Enough days in all, or six calendar months of one contract: these may be 181 days (V11, V12).
fn is_enough<'a>(
    days: &Tally,
    mut contracts: impl Iterator<Item = &'a Current<Employment>>,
    window: Days,
    parameters: &Parameters,
) -> bool {
    let six_months = parameters.get(ParameterKey::ExitMonths);
    let has_six_months = |it: Days| it.to >= sub_days(add_months(it.from, six_months), 1);
    days.within(window) >= u64::from(parameters.get(ParameterKey::ExitDays))
        || contracts.any(|it| days_within(&it.value, window).is_some_and(has_six_months))
}

/// What keeps a contract from counting by itself: too few hours without a basis, or hours that do
/// not suit the person (R2-08). Hours that nobody recorded keep nothing back.
pub(super) fn bars(employment: &Employment, parameters: &Parameters) -> Vec<Obstacle> {
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
