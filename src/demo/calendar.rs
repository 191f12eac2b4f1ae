//! Days of work: when people are received and when the commission sits.

use chrono::{Datelike, NaiveDate, Weekday};

use super::dice::Dice;
use crate::domain::dates::{add_days, add_months, month_start, next_month, sub_days};
use crate::domain::holidays::is_open;

/// The last day up to `date` on which people are received.
pub fn open_until(date: NaiveDate) -> NaiveDate {
    let mut day = date;
    while !is_open(day) {
        day = sub_days(day, 1);
    }
    day
}

/// Any open day between two dates, both possible; `None` when there is none.
pub fn any_open_day(dice: &mut Dice, from: NaiveDate, to: NaiveDate) -> Option<NaiveDate> {
    let days: Vec<NaiveDate> =
        from.iter_days().take_while(|day| *day <= to).filter(|day| is_open(*day)).collect();
    if days.is_empty() { None } else { Some(dice.pick(&days)) }
}

/// Any day between two dates.
pub fn any_day(dice: &mut Dice, from: NaiveDate, to: NaiveDate) -> NaiveDate {
    let span = u32::try_from((to - from).num_days()).unwrap_or(0);
    add_days(from, dice.between(0, span))
}

/// The last day of the month of `date`.
pub fn month_end(date: NaiveDate) -> NaiveDate {
    sub_days(next_month(date), 1)
}

/// The first day of the month `count` months before that of `date`.
pub fn months_before(date: NaiveDate, count: u32) -> NaiveDate {
    let mut start = month_start(date);
    for _ in 0..count {
        start = month_start(sub_days(start, 1));
    }
    start
}

/// The same day `count` months before, clamped to the end of that month.
pub fn back(date: NaiveDate, count: u32) -> NaiveDate {
    let start = months_before(date, count);
    add_days(start, date.day0()).min(month_end(start))
}

/// The session of a month: its first Thursday that is not a holiday, but in January and August
/// (ten sessions a year, R7-03).
fn session_of(month: NaiveDate) -> Option<NaiveDate> {
    if matches!(month.month(), 1 | 8) {
        return None;
    }
    let mut thursdays = month.iter_days().take(21).filter(|day| day.weekday() == Weekday::Thu);
    thursdays.find(|day| is_open(*day))
}

/// The first session of the commission on `date` or later.
pub fn session_from(date: NaiveDate) -> NaiveDate {
    let mut month = month_start(date);
    loop {
        if let Some(session) = session_of(month).filter(|session| *session >= date) {
            return session;
        }
        month = add_months(month, 1);
    }
}

/// The last session of the commission on `date` or before.
pub fn session_until(date: NaiveDate) -> NaiveDate {
    let mut month = month_start(date);
    loop {
        if let Some(session) = session_of(month).filter(|session| *session <= date) {
            return session;
        }
        month = month_start(sub_days(month, 1));
    }
}
