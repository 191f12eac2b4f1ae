//! AL-12 and AL-13: six months in employment are reached, so an exit is to be proposed, and it may
//! be lost (art. 2, R2-02, A-07).
//!
//! Both look at the criteria of the exit by employment. AL-12 is due from the first day on which one
//! of them holds. AL-13 is due from the day after the last one, when nothing else holds or is about
//! to: the exit can then no longer be proposed as it is. A ruling on the exit since the first day
//! clears both, whatever it is (R7-21). Inclusive.

use chrono::NaiveDate;

use super::clock::Clock;
use super::finding::AlertCode;
use crate::domain::as_of::Day as _;
use crate::domain::codes::{Business, ExitReason};
use crate::domain::dates::{add_days, sub_days};
use crate::domain::exit::{Course, nearest};
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::{Fact, FactKind, State};

/// The exits that employment qualifies.
const BY_EMPLOYMENT: [ExitReason; 5] = [
    ExitReason::Permanent,
    ExitReason::FixedTerm,
    ExitReason::WorkStudy,
    ExitReason::Agency,
    ExitReason::OwnActivity,
];

/// The days of the first criterion that holds, or held, or will.
struct Qualified {
    starts_with: Fact,
    first_day: NaiveDate,
    /// `None` while one of them holds as far as one can tell.
    last_day: Option<NaiveDate>,
}

/// AL-12, then AL-13.
pub(super) fn clocks(state: &State<'_>, parameters: &Parameters) -> impl Iterator<Item = Clock> {
    let qualified = qualified(state, parameters);
    let due = qualified.as_ref().map(|it| {
        let soon_from = sub_days(it.first_day, parameters.get(ParameterKey::ExitNotice));
        Clock::new(AlertCode::ExitDue, it.starts_with, it.first_day, soon_from)
    });
    let has_begun = |it: &Qualified| state.as_of().has_come(it.first_day);
    let lost = qualified.filter(has_begun).and_then(|it| {
        let due = add_days(it.last_day?, 1);
        let soon_from = sub_days(due, parameters.get(ParameterKey::WindowNotice));
        Some(Clock::new(AlertCode::ExitWindow, it.starts_with, due, soon_from))
    });
    due.into_iter().chain(lost)
}

/// What employment qualifies, unless the commission has ruled on the exit since.
fn qualified(state: &State<'_>, parameters: &Parameters) -> Option<Qualified> {
    if !state.is_in_file_active() || state.file.employments.is_empty() {
        return None;
    }
    let course = Course::of(state.file, parameters, state.on());
    let valid = BY_EMPLOYMENT.iter().filter_map(|exit| {
        let valid = nearest(&course.stretches(*exit), state.as_of());
        Some((*exit, valid.first_day?, valid.last_day))
    });
    let valid: Vec<_> = valid.collect();
    let (exit, first_day, _) = valid.iter().min_by_key(|(_, first_day, _)| *first_day).copied()?;
    let mut rulings = state.period.rulings();
    if rulings.any(|it| it.value.business == Business::Exit && it.value.session_on >= first_day) {
        return None;
    }
    let last_day = valid.iter().map(|(_, _, last_day)| *last_day);
    let last_day = last_day.max_by_key(|it| it.unwrap_or(NaiveDate::MAX))?;
    Some(Qualified { starts_with: starts_with(&course, exit, first_day)?, first_day, last_day })
}

/// The first of the contracts that are counted.
fn starts_with(course: &Course<'_>, exit: ExitReason, first_day: NaiveDate) -> Option<Fact> {
    let counted = course.read(exit, first_day)?.rests_on;
    let first = course.employments.iter().find(|it| counted.contains(&it.id))?;
    Some(Fact { kind: FactKind::Employment, id: first.id, date: first.value.starts_on })
}
