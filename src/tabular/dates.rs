//! Dates, times and durations as source files write them.

use chrono::{Days, NaiveDate, NaiveTime};

use super::expected::Expected;

/// Years between which a date is believed.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;
/// Numbers that spreadsheets give to the days between 1930 and 2100, too large for anything else.
const DAY_NUMBERS: std::ops::RangeInclusive<u64> = 10_959..=73_415;
/// Days between the two calendars of spreadsheets.
const FROM_1904: u64 = 1_462;

/// In which order the parts of a date come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DateOrder {
    /// The year in four digits tells: `12/03/2026` or `2026-03-12`.
    #[default]
    Plain,
    /// `12/03/26`: the century is the last one that does not lie ahead.
    ShortYear,
    /// `03/12/2026`.
    MonthFirst,
    /// `46093`, the number of the day in a spreadsheet.
    Number,
    /// The same in a workbook that counts from 1904.
    NumberFrom1904,
}

impl DateOrder {
    /// Every order.
    pub const ALL: &'static [Self] =
        &[Self::Plain, Self::ShortYear, Self::MonthFirst, Self::Number, Self::NumberFrom1904];

    /// How a mapping file writes it.
    pub const fn pattern(self) -> &'static str {
        match self {
            Self::Plain => "jj/mm/aaaa",
            Self::ShortYear => "jj/mm/aa",
            Self::MonthFirst => "mm/jj/aaaa",
            Self::Number => "numero",
            Self::NumberFrom1904 => "numero-1904",
        }
    }

    /// The order that a mapping file writes so.
    pub fn from_pattern(pattern: &str) -> Option<Self> {
        // The year first needs no saying.
        let pattern = if pattern == "aaaa-mm-jj" { "jj/mm/aaaa" } else { pattern };
        Self::ALL.iter().copied().find(|order| order.pattern() == pattern)
    }
}

/// Reads a date; `today` tells the century of a short year.
pub fn date(cell: &str, order: DateOrder, today: NaiveDate) -> Result<NaiveDate, Expected> {
    let cell = without_midnight(cell)?;
    if let Ok(number) = cell.parse::<u64>()
        && DAY_NUMBERS.contains(&number)
    {
        return numbered(number, order);
    }
    let Some((parts, is_year_first)) = parts(cell) else { return Err(Expected::Date) };
    let [year, month, day] = match (is_year_first, order) {
        (true, _) => parts,
        (false, DateOrder::MonthFirst) => [parts[2], parts[0], parts[1]],
        (false, _) => [parts[2], parts[1], parts[0]],
    };
    if month.len() > 2 || day.len() > 2 {
        return Err(Expected::Date);
    }
    let year = match (year.len(), order) {
        (4, _) => year.parse().map_err(|_| Expected::Date)?,
        (2, DateOrder::ShortYear) => century(year.parse().map_err(|_| Expected::Date)?, today),
        _ => return Err(Expected::FourDigitYear),
    };
    let (month, day) = (month.parse().unwrap_or(0), day.parse().unwrap_or(0));
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or(Expected::ExistingDay)?;
    believed(date)
}

/// Whether the cell is a date only when its month comes first.
pub fn is_month_first(cell: &str, today: NaiveDate) -> bool {
    date(cell, DateOrder::Plain, today).is_err() && date(cell, DateOrder::MonthFirst, today).is_ok()
}

/// Whether the year comes first.
pub fn is_year_first(cell: &str) -> bool {
    parts(cell).is_some_and(|(_, is_year_first)| is_year_first)
}

/// `14:30`, `14h30`, `14h`, `14:30:00`.
pub fn time(cell: &str) -> Option<NaiveTime> {
    let (hour, minute) = hours_and_minutes(cell)?;
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// `45`, `45 min`, `0:45`, `1h15`, `1h`: minutes.
pub fn minutes(cell: &str) -> Option<u32> {
    let number = cell.trim_end_matches(|letter: char| letter.is_alphabetic() || letter == '.').trim_end();
    let unit = cell[number.len()..].trim().to_lowercase();
    if is_digits(number, 1..=5) && matches!(unit.as_str(), "" | "m" | "mn" | "min" | "min." | "minutes") {
        return number.parse().ok();
    }
    let (hours, minutes) = hours_and_minutes(cell)?;
    hours.checked_mul(60)?.checked_add(minutes)
}

/// Digits only, in such a number.
pub fn is_digits(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The year, month and day of `2026-03-12`, or the three parts as they come, and whether the year
/// comes first.
fn parts(cell: &str) -> Option<([&str; 3], bool)> {
    let separator = cell.chars().find(|letter| ['/', '-', '.'].contains(letter))?;
    let mut parts = cell.split(separator).map(str::trim);
    let [first, second, third] = [parts.next()?, parts.next()?, parts.next()?];
    let is_date = parts.next().is_none() && [first, second, third].iter().all(|part| is_digits(part, 1..=4));
    is_date.then_some(([first, second, third], first.len() == 4))
}

/// Databases write a time after every date: midnight says nothing, another says something.
fn without_midnight(cell: &str) -> Result<&str, Expected> {
    let Some((date, time)) = cell.split_once([' ', 'T']) else { return Ok(cell) };
    let is_time =
        time.contains(':') && time.bytes().all(|byte| byte.is_ascii_digit() || b":.Z ".contains(&byte));
    if !is_time || parts(date).is_none() {
        return Ok(cell);
    }
    if time.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) { Err(Expected::DateAlone) } else { Ok(date) }
}

fn numbered(number: u64, order: DateOrder) -> Result<NaiveDate, Expected> {
    let days = match order {
        DateOrder::Plain | DateOrder::ShortYear | DateOrder::MonthFirst => {
            return Err(Expected::DateNotNumber);
        }
        DateOrder::Number => number,
        DateOrder::NumberFrom1904 => number + FROM_1904,
    };
    let date =
        NaiveDate::from_ymd_opt(1899, 12, 30).and_then(|first| first.checked_add_days(Days::new(days)));
    believed(date.ok_or(Expected::ExistingDay)?)
}

fn believed(date: NaiveDate) -> Result<NaiveDate, Expected> {
    use chrono::Datelike as _;
    if YEARS.contains(&date.year()) {
        Ok(date)
    } else {
        Err(Expected::LikelyYear { from: *YEARS.start(), to: *YEARS.end() })
    }
}

/// A year of two digits: this century's up to the next ten years, else the last one's.
fn century(year: i32, today: NaiveDate) -> i32 {
    use chrono::Datelike as _;
    let this = today.year() / 100 * 100 + year;
    if this > today.year() + 10 { this - 100 } else { this }
}

fn hours_and_minutes(cell: &str) -> Option<(u32, u32)> {
    let (hours, rest) = cell.split_once(['h', 'H', ':'])?;
    let (minutes, seconds) = rest.split_once(':').unwrap_or((rest, "0"));
    let minutes = if minutes.trim().is_empty() && !cell.contains(':') { "0" } else { minutes.trim() };
    let parts = [hours.trim(), minutes, seconds.trim()];
    if !parts.iter().all(|part| is_digits(part, 1..=2)) {
        return None;
    }
    let [hours, minutes, seconds] = parts.map(|part| part.parse().unwrap_or(u32::MAX));
    // Seconds are a habit of spreadsheets, not something that a counsellor means.
    (minutes < 60 && seconds < 60).then_some((hours, minutes))
}
