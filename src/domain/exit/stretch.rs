//! From when to when something holds, day by day: the first and last valid days of a criterion.

use chrono::NaiveDate;

use super::days::Days;

/// Consecutive days on which something holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stretch {
    /// First day; `None` when it holds on no day that was looked at.
    pub first_day: Option<NaiveDate>,
    /// Last day; `None` when it holds as far as one can tell.
    pub last_day: Option<NaiveDate>,
}

/// The days on which `holds`, that day or the nearest: those around `on`; failing that the next
/// ones; failing that the last ones. Looks at the days of `within`, which has `on` in it.
pub fn stretch(on: NaiveDate, within: Days, holds: impl Fn(NaiveDate) -> bool) -> Stretch {
    let later = || on.iter_days().take_while(|day| *day <= within.to);
    let earlier = |from: NaiveDate| from.iter_days().rev().take_while(|day| *day >= within.from);
    let last_from = |day: NaiveDate| {
        let end = day.iter_days().find(|day| *day > within.to || !holds(*day))?;
        if end > within.to { None } else { end.pred_opt() }
    };
    if holds(on) {
        let first_day = earlier(on).take_while(|day| holds(*day)).last();
        return Stretch { first_day, last_day: last_from(on) };
    }
    if let Some(first) = later().find(|day| holds(*day)) {
        return Stretch { first_day: Some(first), last_day: last_from(first) };
    }
    let Some(last) = earlier(on).find(|day| holds(*day)) else { return Stretch::default() };
    Stretch { first_day: earlier(last).take_while(|day| holds(*day)).last(), last_day: Some(last) }
}
