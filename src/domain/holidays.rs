//! Days on which nobody is received: week-ends and the public holidays of metropolitan France
//! (Code du travail, art. L3133-1).

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Holidays with the same month and day every year.
const FIXED: &[(u32, u32)] = &[(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];

/// Days from Easter Sunday to the holidays that follow it: Easter Monday, Ascension, Whit Monday.
const AFTER_EASTER_DAYS: &[i64] = &[1, 39, 50];

/// Easter Sunday of a year of the Gregorian calendar, by the rule of Meeus (*Astronomical
/// Algorithms*, ch. 8).
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rank) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15).rem_euclid(30);
    let weekday = (32 + 2 * (century % 4) + 2 * (rank / 4) - epact - rank % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31).ok()? + 1)
}

/// Whether `date` is a public holiday.
pub fn is_holiday(date: NaiveDate) -> bool {
    let since_easter = easter(date.year()).map(|sunday| (date - sunday).num_days());
    FIXED.contains(&(date.month(), date.day()))
        || since_easter.is_some_and(|days| AFTER_EASTER_DAYS.contains(&days))
}

/// Whether people are received on `date`: neither a week-end nor a holiday.
pub fn is_open(date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && !is_holiday(date)
}

/// The first day from `date` on, that day included, on which people are received.
pub fn open_from(date: NaiveDate) -> NaiveDate {
    date.iter_days().find(|day| is_open(*day)).unwrap_or(date)
}

/// The same weekday `weeks` later, or the first day after it on which people are received.
pub fn weeks_later(date: NaiveDate, weeks: u32) -> NaiveDate {
    open_from(date.checked_add_days(Days::new(u64::from(weeks) * 7)).unwrap_or(NaiveDate::MAX))
}

/// How many days on which people are received lie strictly between two days.
pub fn open_days_between(first: NaiveDate, last: NaiveDate) -> usize {
    first.iter_days().skip(1).take_while(|day| *day < last).filter(|day| is_open(*day)).count()
}
