//! What a cell of a workbook shows, as the text that the same cell has in a CSV file.
//!
//! Nothing is computed: formulas count for the value that the spreadsheet last kept of them.

use chrono::{Days, NaiveDate, NaiveDateTime, Timelike as _};

/// Seconds of a day.
const DAY: f64 = 86_400.0;
/// From here on a number has more digits than a spreadsheet keeps.
const LEAST_INEXACT: f64 = 1e15;
/// Last day of the calendar of spreadsheets, 31 December 9999, counted from 1900.
const LAST_DAY: f64 = 2_958_465.0;

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// As a number, with at least so many digits: `01000`.
    Number(usize),
    /// As a day.
    Date,
    /// As a day and a time.
    DateTime,
    /// As a time of day.
    Time,
    /// As a duration, which may exceed a day.
    Elapsed,
}

/// From when a workbook counts its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calendar {
    /// From 1900, which is believed to have had a 29 February.
    From1900,
    /// From 1904, as on old Macintoshes.
    From1904,
}

/// The shape of a number format, as XLSX writes it.
pub fn shape_of(format: &str) -> Shape {
    let (mut has_date, mut has_time, mut is_elapsed, mut has_months) = (false, false, false, false);
    let mut letters = format.split(';').next().unwrap_or_default().chars();
    while let Some(letter) = letters.next() {
        match letter.to_ascii_lowercase() {
            '"' => letters.by_ref().take_while(|it| *it != '"').for_each(drop),
            '\\' | '_' | '*' => drop(letters.next()),
            '[' => {
                let inside: String = letters.by_ref().take_while(|it| *it != ']').collect();
                is_elapsed |=
                    matches!(inside.to_ascii_lowercase().as_str(), "h" | "hh" | "m" | "mm" | "s" | "ss");
            }
            'y' | 'd' => has_date = true,
            'h' | 's' => has_time = true,
            'm' => has_months = true,
            _ => {}
        }
    }
    match (is_elapsed, has_date || (has_months && !has_time), has_time) {
        (true, ..) => Shape::Elapsed,
        (_, true, true) => Shape::DateTime,
        (_, true, false) => Shape::Date,
        (_, false, true) => Shape::Time,
        (_, false, false) => Shape::Number(least_digits(format)),
    }
}

/// The shape of a number format that XLSX gives by its number alone.
pub const fn built_in(number: u64) -> Option<Shape> {
    match number {
        14..=17 | 27..=31 | 34..=36 | 50..=54 | 57 | 58 => Some(Shape::Date),
        18..=21 | 32 | 33 | 45 | 47 | 55 | 56 => Some(Shape::Time),
        22 => Some(Shape::DateTime),
        46 => Some(Shape::Elapsed),
        0..=13 | 37..=40 | 48 | 49 => Some(Shape::Number(1)),
        _ => None,
    }
}

/// How many digits a format such as `00000` or `0#" "##" "##" "##" "##` shows at least.
fn least_digits(format: &str) -> usize {
    let mut places = String::new();
    let mut letters = format.split(';').next().unwrap_or_default().chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => letters.by_ref().take_while(|it| *it != '"').for_each(drop),
            '\\' => drop(letters.next()),
            '0' | '#' => places.push(letter),
            ' ' | '-' | '\u{a0}' | '\u{202f}' => {}
            // Decimals, thousands, percents: not an identifier.
            _ => return 1,
        }
    }
    places.find('0').map_or(1, |first| places.len() - first)
}

/// What a number shows.
pub fn number(raw: &str, shape: Shape, calendar: Calendar) -> String {
    let raw = raw.trim();
    let Ok(value) = raw.parse::<f64>() else { return raw.to_owned() };
    let shown = match shape {
        Shape::Number(_) => None,
        Shape::Date => moment(value, calendar).map(|at| day(at.date())),
        Shape::DateTime => moment(value, calendar).map(day_and_time),
        Shape::Time => seconds(value.fract()).map(|seconds| time(seconds % 86_400)),
        Shape::Elapsed => seconds(value).map(time),
    };
    let digits = if let Shape::Number(digits) = shape { digits } else { 1 };
    shown.unwrap_or_else(|| plain_number(raw, value, digits))
}

/// `2026-03-12` or `2026-03-12T14:30:00`, as ODS and some XLSX write it.
pub fn iso_moment(raw: &str) -> Option<String> {
    let raw = raw.trim().trim_end_matches('Z');
    if let Ok(date) = NaiveDate::parse_from_str(raw, "%Y-%m-%d") {
        return Some(day(date));
    }
    let at = NaiveDateTime::parse_from_str(raw, "%Y-%m-%dT%H:%M:%S%.f").ok()?;
    Some(day_and_time(at))
}

/// `PT14H30M00S`, as ODS writes times and durations.
pub fn iso_time(raw: &str) -> Option<String> {
    let mut total = 0_u64;
    let mut digits = String::new();
    for letter in raw.trim().strip_prefix("PT")?.chars() {
        match letter {
            '0'..='9' | '.' | ',' => digits.push(letter),
            'H' | 'M' | 'S' => {
                let unit = match letter {
                    'H' => 3600,
                    'M' => 60,
                    _ => 1,
                };
                let whole = digits.split(['.', ',']).next().unwrap_or_default();
                total = total.checked_add(whole.parse::<u64>().ok()?.checked_mul(unit)?)?;
                digits.clear();
            }
            _ => return None,
        }
    }
    Some(time(total))
}

/// A number that is none of a date: whole, or with a comma.
pub fn plain_number(raw: &str, value: f64, least_digits: usize) -> String {
    let digits = raw.strip_prefix('-').unwrap_or(raw);
    let is_whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if value.fract() == 0.0 && value.abs() < LEAST_INEXACT {
        return if value < 0.0 { format!("{value:.0}") } else { format!("{value:0>least_digits$.0}") };
    }
    if is_whole || !value.is_finite() || value.abs() >= LEAST_INEXACT {
        return raw.to_owned();
    }
    // Fifteen digits, as a spreadsheet shows: 0.1 + 0.2 is 0,3.
    let rounded = format!("{value:.14e}").parse::<f64>().unwrap_or(value);
    rounded.to_string().replace('.', ",")
}

fn moment(value: f64, calendar: Calendar) -> Option<NaiveDateTime> {
    if !(0.0..=LAST_DAY).contains(&value) {
        return None;
    }
    let seconds = seconds(value)?;
    let (days, left) = (seconds / 86_400, seconds % 86_400);
    let (year, month, first) = match calendar {
        Calendar::From1904 => (1904, 1, 1),
        // Before the day that never was, days are one later.
        Calendar::From1900 if days < 60 => (1899, 12, 31),
        Calendar::From1900 if days == 60 => return None,
        Calendar::From1900 => (1899, 12, 30),
    };
    let date = NaiveDate::from_ymd_opt(year, month, first)?.checked_add_days(Days::new(days))?;
    date.and_hms_opt(0, 0, 0)?.checked_add_signed(chrono::TimeDelta::seconds(i64::try_from(left).ok()?))
}

/// To the nearest second: a twenty-fourth of a day is not exact.
fn seconds(days: f64) -> Option<u64> {
    let seconds = (days * DAY).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be in range")]
    (0.0..1e12).contains(&seconds).then_some(seconds as u64)
}

fn day(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

fn day_and_time(at: NaiveDateTime) -> String {
    format!("{} {}", day(at.date()), time(u64::from(at.num_seconds_from_midnight())))
}

fn time(seconds: u64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 { format!("{hours:02}:{minutes:02}") } else { format!("{hours:02}:{minutes:02}:{rest:02}") }
}
