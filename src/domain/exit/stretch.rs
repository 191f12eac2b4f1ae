//! From when to when something holds, day by day: the first and last valid days of a criterion.

use chrono::NaiveDate;

use super::days::Days;
use crate::domain::as_of::Day;

/// Consecutive days on which something holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stretch {
    /// First day; `None` when it holds on no day that was looked at.
    pub first_day: Option<NaiveDate>,
    /// Last day; `None` when it holds as far as one can tell.
    pub last_day: Option<NaiveDate>,
}

impl Stretch {
    /// Whether it has begun.
    fn has_begun(self, on: impl Day) -> bool {
        self.first_day.is_some_and(|first| on.has_come(first))
    }

    /// Whether it is over.
    fn is_over(self, on: impl Day) -> bool {
        self.last_day.is_some_and(|last| on.is_past(last))
    }
}

/// Every stretch of days of `span` on which `holds`, in order. One that reaches the end of the span
/// has no last day.
pub fn stretches(span: Days, holds: impl Fn(NaiveDate) -> bool) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut first_day = None;
    for day in span.from.iter_days().take_while(|day| *day <= span.to) {
        match (first_day, holds(day)) {
            (None, true) => first_day = Some(day),
            (Some(_), false) => {
                found.push(Stretch { first_day: first_day.take(), last_day: day.pred_opt() });
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    found.extend(first_day.map(|first| Stretch { first_day: Some(first), last_day: None }));
    found
}

/// The stretch of that day or the nearest: the one around it; failing that the next one; failing that
/// the last one.
pub fn nearest(stretches: &[Stretch], on: impl Day) -> Stretch {
    let begun = stretches.iter().take_while(|it| it.has_begun(on)).count();
    let last = begun.checked_sub(1).map(|rank| stretches[rank]);
    match (last.filter(|it| !it.is_over(on)), stretches.get(begun)) {
        (Some(current), _) => current,
        (None, Some(next)) => *next,
        (None, None) => last.unwrap_or_default(),
    }
}
