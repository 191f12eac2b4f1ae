//! Days, as they are typed in one field: `12/3`, `1203`, `120326`, `12 mars`, `h`, `lu`, `+4s`.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::search::fold;

/// Which way a field looks when the year, or more, is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// To the past, today included: what happened.
    Past,
    /// To the future, today included: what is planned.
    Future,
    /// To the nearest, the past first.
    Near,
}

/// The first three letters that tell months apart, French then English; four for June and July.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["fev", "feb"],
    &["mar"],
    &["avr", "apr"],
    &["mai", "may"],
    &["juin", "jun"],
    &["juil", "jul"],
    &["aou", "aug"],
    &["sep"],
    &["oct"],
    &["nov"],
    &["dec"],
];

const WEEKDAYS: [(Weekday, &str, &str); 7] = [
    (Weekday::Mon, "lundi", "monday"),
    (Weekday::Tue, "mardi", "tuesday"),
    (Weekday::Wed, "mercredi", "wednesday"),
    (Weekday::Thu, "jeudi", "thursday"),
    (Weekday::Fri, "vendredi", "friday"),
    (Weekday::Sat, "samedi", "saturday"),
    (Weekday::Sun, "dimanche", "sunday"),
];

/// Earliest year that anyone means.
const FIRST_YEAR: i32 = 1900;
/// Latest year that anyone means.
const LAST_YEAR: i32 = 2099;
/// 29 February may be this many years away.
const LEAP_SEARCH_YEARS: i32 = 8;

/// The day that `text` means on `today`.
pub fn parse(text: &str, today: NaiveDate, look: Look) -> Option<NaiveDate> {
    let text = text.trim().to_lowercase();
    let day = near_word(&text, today)
        .or_else(|| weekday(&text, today, look))
        .or_else(|| offset(&text, today))
        .or_else(|| written(&text, today, look))?;
    (FIRST_YEAR..=LAST_YEAR).contains(&day.year()).then_some(day)
}

fn near_word(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    match fold::words(text).join(" ").as_str() {
        "a" | "auj" | "aujourd hui" | "today" => Some(today),
        "h" | "hier" | "yesterday" => today.pred_opt(),
        "d" | "demain" | "tomorrow" => today.succ_opt(),
        _ => None,
    }
}

/// `lu` … `di`: the last such day, today included, or the next one, today excluded.
fn weekday(text: &str, today: NaiveDate, look: Look) -> Option<NaiveDate> {
    if text.chars().count() < 2 || !text.chars().all(char::is_alphabetic) {
        return None;
    }
    let (wanted, ..) =
        WEEKDAYS.iter().find(|(_, french, english)| french.starts_with(text) || english.starts_with(text))?;
    let since = today.weekday().days_since(*wanted);
    let until = match wanted.days_since(today.weekday()) {
        0 => 7,
        days => days,
    };
    let looks_back = match look {
        Look::Past => true,
        Look::Future => false,
        Look::Near => since <= until,
    };
    if looks_back {
        today.checked_sub_days(Days::new(u64::from(since)))
    } else {
        today.checked_add_days(Days::new(u64::from(until)))
    }
}

/// `-3`, `+4s`, `+2m`, `-1a`: days, weeks, months, years from today.
fn offset(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let is_back = text.starts_with('-');
    let text = text.strip_prefix(['+', '-'])?.trim();
    let digits = text.trim_end_matches(char::is_alphabetic);
    let count: u32 = digits.trim_end().parse().ok()?;
    let unit = &text[digits.len()..];
    let (days, months) = match unit {
        "" | "j" | "d" => (u64::from(count), 0),
        "s" | "w" => (u64::from(count) * 7, 0),
        "m" => (0, count),
        "a" | "y" => (0, count.checked_mul(12)?),
        _ => return None,
    };
    if is_back {
        today.checked_sub_months(Months::new(months))?.checked_sub_days(Days::new(days))
    } else {
        today.checked_add_months(Months::new(months))?.checked_add_days(Days::new(days))
    }
}

/// A day, maybe a month, maybe a year, in digits or with the month in letters.
fn written(text: &str, today: NaiveDate, look: Look) -> Option<NaiveDate> {
    match numbers(text) {
        Some((day, month, None)) => dated(day, month, today, look),
        Some((day, month, Some(year))) => dated_in(day, month, year, today, look),
        None => with_day(number(text, 2)?, today, look),
    }
}

/// The month of a text that names a day and a month which has no such day (`31/02`): its first day.
/// `None` for everything else.
pub fn month_without_that_day(text: &str, today: NaiveDate, look: Look) -> Option<NaiveDate> {
    let text = text.trim().to_lowercase();
    let (day, month, year) = numbers(&text)?;
    let first = match year {
        None => dated(1, month, today, look),
        // A birth in another century has the same months, February apart.
        Some(year) => dated_in(1, month, year, today, Look::Near),
    }?;
    first.with_day(day).is_none().then_some(first)
}

/// The day, the month and the year that are written, in digits or with the month in letters: `12/3`,
/// `12 mars 26`, `2026-03-12`, `120326`, `12mars`. Nothing says yet that there is such a day.
fn numbers(text: &str) -> Option<(u32, u32, Option<&str>)> {
    let separated = |c: char| matches!(c, '/' | '.' | '-' | ':' | ' ');
    let parts: Vec<&str> = text.split(separated).filter(|part| !part.is_empty()).collect();
    if text.starts_with(separated) || text.ends_with(|c| separated(c) && c != ' ') {
        return None;
    }
    match parts[..] {
        [all] if all.len() >= 4 => together(all),
        [year, month, day] if year.len() == 4 => Some((number(day, 2)?, number(month, 2)?, Some(year))),
        [day, month] => Some((day_number(day)?, month_number(month)?, None)),
        [day, month, year] => Some((day_number(day)?, month_number(month)?, Some(year))),
        _ => None,
    }
}

/// `1203`, `120326`, `12032026`, `12mars`.
fn together(text: &str) -> Option<(u32, u32, Option<&str>)> {
    if !text.is_ascii() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (day, month) = text.split_at(digits);
        return Some((number(day, 2)?, month_number(month)?, None));
    }
    let (day, month) = (number(&text[..2], 2)?, number(&text[2..4], 2)?);
    match text.len() {
        4 => Some((day, month, None)),
        6 | 8 => Some((day, month, Some(&text[4..]))),
        _ => None,
    }
}

/// That day of the month: this month or the one that the field looks to.
fn with_day(day: u32, today: NaiveDate, look: Look) -> Option<NaiveDate> {
    let first = today.with_day(1)?;
    let month = |offset: i32| {
        let months = Months::new(offset.unsigned_abs());
        let of = if offset < 0 { first.checked_sub_months(months) } else { first.checked_add_months(months) };
        of?.with_day(day)
    };
    choose((-2..=2).filter_map(month), today, look)
}

fn dated(day: u32, month: u32, today: NaiveDate, look: Look) -> Option<NaiveDate> {
    let years = today.year() - LEAP_SEARCH_YEARS..=today.year() + LEAP_SEARCH_YEARS;
    choose(years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day)), today, look)
}

fn dated_in(day: u32, month: u32, year: &str, today: NaiveDate, look: Look) -> Option<NaiveDate> {
    let typed = i32::try_from(number(year, 4)?).ok()?;
    match year.len() {
        4 => NaiveDate::from_ymd_opt(typed, month, day),
        2 => {
            let this_century = NaiveDate::from_ymd_opt(2000 + typed, month, day);
            // What happened cannot be in the future: 54 is the year of a birth.
            match (look, this_century) {
                (Look::Past, Some(date)) if date > today => NaiveDate::from_ymd_opt(1900 + typed, month, day),
                (Look::Past | Look::Future | Look::Near, date) => date,
            }
        }
        _ => None,
    }
}

/// Of several days, oldest first, the one that the field means.
fn choose(days: impl Iterator<Item = NaiveDate>, today: NaiveDate, look: Look) -> Option<NaiveDate> {
    let mut days = days;
    match look {
        Look::Past => days.filter(|day| *day <= today).last(),
        Look::Future => days.find(|day| *day >= today),
        Look::Near => days.min_by_key(|day| (*day - today).num_days().abs()),
    }
}

fn number(text: &str, longest: usize) -> Option<u32> {
    let is_number = !text.is_empty() && text.len() <= longest && text.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

/// `12`, or `1er`, `1st`.
fn day_number(text: &str) -> Option<u32> {
    number(text.trim_end_matches("er").trim_end_matches("st"), 2)
}

fn month_number(text: &str) -> Option<u32> {
    if let Some(month) = number(text, 2) {
        return Some(month);
    }
    let word = fold::words(text).concat();
    let at = MONTHS.iter().position(|starts| starts.iter().any(|start| word.starts_with(start)))?;
    u32::try_from(at + 1).ok()
}
