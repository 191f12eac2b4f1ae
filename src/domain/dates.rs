//! Date arithmetic of domain.md §5.1 (D-1, D-2): civil dates, month ends clamped, never chained.

use chrono::{Datelike, Days, Months, NaiveDate};

/// The same day number `months` later, clamped to the last day of that month (D-1).
///
/// Dates stop at the ends of what [`NaiveDate`] can hold.
pub fn add_months(date: NaiveDate, months: u32) -> NaiveDate {
    date.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// `days` later, stopping at the last date that can be held.
pub fn add_days(date: NaiveDate, days: u32) -> NaiveDate {
    date.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}

/// `days` earlier, stopping at the first date that can be held.
pub fn sub_days(date: NaiveDate, days: u32) -> NaiveDate {
    date.checked_sub_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MIN)
}

/// The first day of the month of `date`.
pub fn month_start(date: NaiveDate) -> NaiveDate {
    date.with_day(1).expect("every month has a first day")
}

/// The first day of the month after that of `date`.
pub fn next_month(date: NaiveDate) -> NaiveDate {
    add_months(month_start(date), 1)
}

/// Years completed on `date` by a person born on `birth`; born on 29 February, one year older
/// on 1 March of common years (D-2). Before birth, 0.
pub fn age(birth: NaiveDate, date: NaiveDate) -> u32 {
    date.years_since(birth).unwrap_or(0)
}

/// The day on which a person born on `birth` reaches an age, in years: of those born on 29 February,
/// 1 March of common years (D-2).
pub fn reaches_age_on(birth: NaiveDate, years: u32) -> NaiveDate {
    let year = birth.year().saturating_add(i32::try_from(years).unwrap_or(i32::MAX));
    let first_of_march = || NaiveDate::from_ymd_opt(year, 3, 1);
    birth.with_year(year).or_else(first_of_march).unwrap_or(NaiveDate::MAX)
}

/// Whole months completed between two dates; 0 when `to` comes before `from`.
pub fn months_between(from: NaiveDate, to: NaiveDate) -> u32 {
    if to < from {
        return 0;
    }
    let span = (to.year() - from.year()) * 12 + to.month0() as i32 - from.month0() as i32;
    let span = u32::try_from(span).unwrap_or(0);
    if add_months(from, span) > to { span - 1 } else { span }
}

/// Whether more than `months` have passed (D-1, strict): the last day of the time is not enough.
pub fn is_more_than_months_ago(date: NaiveDate, months: u32, on: NaiveDate) -> bool {
    on > add_months(date, months)
}

/// Whether at least `months` have passed (D-1, inclusive): the day itself is enough.
pub fn is_months_ago(date: NaiveDate, months: u32, on: NaiveDate) -> bool {
    on >= add_months(date, months)
}

/// The first day of the `months` that end with `last`, both included (A-07, V8, V9).
pub fn window_start(last: NaiveDate, months: u32) -> NaiveDate {
    add_days(last.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN), 1)
}
