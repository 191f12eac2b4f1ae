//! From the text of a cell to the value that its column holds.

use chrono::{NaiveDate, NaiveTime};

use super::keys::plain;
use super::refusal::Expected;
use super::table::{Kind, TableSpec};
use crate::domain::codes::Sector;
use crate::domain::communes;
use crate::domain::text::{self, Lines, cleaned};

/// Most characters of a reference.
const LONGEST_REFERENCE: usize = 64;
/// Years between which a date is believed.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// A party's signature, as the source file gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    /// Signed that day.
    On(NaiveDate),
    /// Refused.
    Refused,
}

/// What a cell holds.
#[derive(Clone)]
pub enum Value {
    /// Text, or a code that has no list.
    Text(String),
    /// A date.
    Date(NaiveDate),
    /// Yes or no.
    YesNo(bool),
    /// One code.
    Code(&'static str),
    /// Several codes.
    Codes(Vec<&'static str>),
    /// A number.
    Number(u16),
    /// A time.
    Time(NaiveTime),
    /// Minutes of work.
    Minutes(u32),
    /// The INSEE code of a commune, and the sector of Rouen if that is what was written.
    Commune(String, Option<Sector>),
    /// A signature.
    Signature(Signed),
}

/// The values of one line, by column.
pub struct Cells {
    spec: &'static TableSpec,
    values: Vec<Option<Value>>,
}

impl Cells {
    /// A line of `spec` with one value per column, in the order of the specification.
    pub const fn new(spec: &'static TableSpec, values: Vec<Option<Value>>) -> Self {
        Self { spec, values }
    }

    fn value(&self, column: &str) -> Option<&Value> {
        let at = self.spec.columns.iter().position(|it| it.name == column)?;
        self.values.get(at)?.as_ref()
    }

    /// The person's identifier in the source file, empty if there is none.
    pub fn reference(&self) -> &str {
        if let Some(Value::Text(text)) = self.value("ref") { text } else { "" }
    }

    /// The text of a column.
    pub fn text(&self, column: &str) -> Option<String> {
        if let Some(Value::Text(text)) = self.value(column) { Some(text.clone()) } else { None }
    }

    /// The date of a column, that of a signature included.
    pub fn date(&self, column: &str) -> Option<NaiveDate> {
        if let Some(Value::Date(date) | Value::Signature(Signed::On(date))) = self.value(column) {
            Some(*date)
        } else {
            None
        }
    }

    /// What a column says, when it says yes or no.
    pub fn yes_or_no(&self, column: &str) -> Option<bool> {
        if let Some(Value::YesNo(value)) = self.value(column) { Some(*value) } else { None }
    }

    /// The minutes of work of a column.
    pub fn minutes(&self, column: &str) -> Option<u32> {
        if let Some(Value::Minutes(minutes)) = self.value(column) { Some(*minutes) } else { None }
    }

    /// Whether a column says yes.
    pub fn is_yes(&self, column: &str) -> bool {
        matches!(self.value(column), Some(Value::YesNo(true)))
    }

    /// The code of a column.
    pub fn code(&self, column: &str) -> Option<&'static str> {
        if let Some(Value::Code(code)) = self.value(column) { Some(code) } else { None }
    }

    /// The codes of a column.
    pub fn codes(&self, column: &str) -> &[&'static str] {
        if let Some(Value::Codes(codes)) = self.value(column) { codes } else { &[] }
    }

    /// The number of a column.
    pub fn number(&self, column: &str) -> Option<u16> {
        if let Some(Value::Number(number)) = self.value(column) { Some(*number) } else { None }
    }

    /// The time of a column.
    pub fn time(&self, column: &str) -> Option<NaiveTime> {
        if let Some(Value::Time(time)) = self.value(column) { Some(*time) } else { None }
    }

    /// The commune of a column and its sector.
    pub fn commune(&self, column: &str) -> Option<(String, Option<Sector>)> {
        if let Some(Value::Commune(code, sector)) = self.value(column) {
            Some((code.clone(), *sector))
        } else {
            None
        }
    }

    /// The signature of a column.
    pub fn signature(&self, column: &str) -> Option<Signed> {
        if let Some(Value::Signature(signed)) = self.value(column) { Some(*signed) } else { None }
    }
}

/// The text of a cell as it is read: without the spaces around it, nor the apostrophe that
/// lists put before a formula.
pub fn trim(cell: &str) -> &str {
    let cell = cell.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    match cell.strip_prefix('\'') {
        Some(guarded) if guarded.starts_with(super::write::FORMULA) => guarded,
        Some(_) | None => cell,
    }
}

/// Reads a cell that is not empty.
pub fn read(kind: Kind, cell: &str) -> Result<Value, Expected> {
    match kind {
        Kind::Reference => text(cell, LONGEST_REFERENCE),
        Kind::Text(limit) => text(cell, limit),
        Kind::LongText => long_text(cell),
        Kind::Date => date(cell).map(Value::Date),
        Kind::YesNo => yes_no(cell).map(Value::YesNo).ok_or(Expected::YesNo),
        Kind::Code(list) => code(cell, &list()).map(Value::Code),
        Kind::Codes(list) => codes(cell, &list()).map(Value::Codes),
        Kind::Number(min, max) => number(cell, min, max).map(Value::Number),
        Kind::Time => time(cell).map(Value::Time).ok_or(Expected::Time),
        Kind::Hours(most) => hours(cell, most).map(Value::Minutes).ok_or(Expected::Hours { most: most / 60 }),
        Kind::Commune => commune(cell).ok_or(Expected::Commune),
        Kind::PostalCode => postal_code(cell).map(Value::Text).ok_or(Expected::PostalCode),
        Kind::Qpv => qpv(cell).map(Value::Text).ok_or(Expected::Qpv),
        Kind::Signature => signature(cell).map(Value::Signature),
    }
}

/// Runs of white space, new lines included, become one space.
pub fn one_line(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text(cell: &str, limit: usize) -> Result<Value, Expected> {
    let text = one_line(cell);
    if text.chars().count() > limit {
        return Err(Expected::ShorterCell { limit });
    }
    if text.chars().any(char::is_control) {
        return Err(Expected::PlainText);
    }
    Ok(Value::Text(cleaned(&text, Lines::One).into_owned()))
}

fn long_text(cell: &str) -> Result<Value, Expected> {
    if cell.chars().count() > text::LONGEST {
        return Err(Expected::ShorterCell { limit: text::LONGEST });
    }
    let text = cell.replace('\t', " ");
    let is_plain = text.chars().all(|letter| letter == '\n' || !letter.is_control());
    if is_plain {
        Ok(Value::Text(cleaned(&text, Lines::Many).into_owned()))
    } else {
        Err(Expected::PlainText)
    }
}

fn date(cell: &str) -> Result<NaiveDate, Expected> {
    let (separator, year_first) = if cell.contains('/') { ('/', false) } else { ('-', true) };
    let mut parts: Vec<&str> = cell.split(separator).map(str::trim).collect();
    if !year_first {
        parts.reverse();
    }
    let [year, month, day] = parts[..] else { return Err(Expected::Date) };
    if ![year, month, day].iter().all(|part| is_digits(part, 1..=4)) || month.len() > 2 || day.len() > 2 {
        return Err(Expected::Date);
    }
    if year.len() != 4 {
        return Err(Expected::FourDigitYear);
    }
    let year = year.parse().map_err(|_| Expected::Date)?;
    let (month, day) = (month.parse().unwrap_or(0), day.parse().unwrap_or(0));
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or(Expected::ExistingDay)?;
    if YEARS.contains(&year) {
        Ok(date)
    } else {
        Err(Expected::LikelyYear { from: *YEARS.start(), to: *YEARS.end() })
    }
}

fn is_digits(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn yes_no(cell: &str) -> Option<bool> {
    match plain(cell).as_str() {
        "oui" => Some(true),
        "non" => Some(false),
        _ => None,
    }
}

/// Case, accents, spaces and hyphens aside: `En cours` is `en_cours`.
fn code(cell: &str, list: &[&'static str]) -> Result<&'static str, Expected> {
    let wanted = plain(cell);
    let found = list.iter().find(|code| plain(code) == wanted);
    found.copied().ok_or_else(|| Expected::Code { allowed: list.to_vec() })
}

fn codes(cell: &str, list: &[&'static str]) -> Result<Vec<&'static str>, Expected> {
    let mut codes = Vec::new();
    for part in cell.split('|').map(str::trim).filter(|part| !part.is_empty()) {
        let code = code(part, list)?;
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    Ok(codes)
}

fn number(cell: &str, min: u16, max: u16) -> Result<u16, Expected> {
    let number = if is_digits(cell, 1..=5) { cell.parse().ok() } else { None };
    number.filter(|number| (min..=max).contains(number)).ok_or(Expected::Number { min, max })
}

/// `14:30`, `14h30`, `14h`, `14:30:00`.
fn time(cell: &str) -> Option<NaiveTime> {
    let (hour, rest) = cell.split_once(['h', 'H', ':'])?;
    let (minute, second) = rest.split_once(':').unwrap_or((rest, "0"));
    let minute = if minute.trim().is_empty() && !cell.contains(':') { "0" } else { minute.trim() };
    let parts = [hour.trim(), minute, second.trim()];
    if !parts.iter().all(|part| is_digits(part, 1..=2)) {
        return None;
    }
    let [hour, minute, second] = parts.map(|part| part.parse().unwrap_or(u32::MAX));
    // Seconds are a habit of spreadsheets, not something that a counsellor means.
    if second >= 60 { None } else { NaiveTime::from_hms_opt(hour, minute, 0) }
}

/// `35`, `24,5`, `24.50`, `24h30`, `35 h`, in minutes.
fn hours(cell: &str, most: u32) -> Option<u32> {
    let compact: String = cell.split_whitespace().collect();
    let (whole, rest) = compact.split_once(['h', 'H', ',', '.']).unwrap_or((&compact, ""));
    let is_clock = compact.contains(['h', 'H']);
    if !is_digits(whole, 1..=4) || !(rest.is_empty() || is_digits(rest, 1..=2)) {
        return None;
    }
    let part: u32 = if rest.is_empty() { 0 } else { rest.parse().ok()? };
    let minutes = match (is_clock, rest.len()) {
        (true, _) => (part < 60).then_some(part)?,
        (false, 1) => part * 6,
        (false, _) => part * 60 / 100,
    };
    whole.parse::<u32>().ok().map(|hours| hours * 60 + minutes).filter(|minutes| *minutes <= most)
}

/// A commune of the territory by any of its names; another only by its INSEE code.
fn commune(cell: &str) -> Option<Value> {
    if let Some(commune) = communes::find(cell) {
        return Some(Value::Commune(commune.code.to_owned(), communes::sector_in(cell)));
    }
    let digits = cell.strip_prefix("2A").or_else(|| cell.strip_prefix("2B")).unwrap_or(cell);
    let is_code = cell.len() == 5 && is_digits(digits, 3..=5);
    // A postal code of the territory looks like an INSEE code: it covers several communes.
    let is_postal_code = communes::with_postal_code(cell).next().is_some();
    (is_code && !is_postal_code).then(|| Value::Commune(cell.to_owned(), None))
}

fn postal_code(cell: &str) -> Option<String> {
    let digits: String = cell.split_whitespace().collect();
    is_digits(&digits, 5..=5).then_some(digits)
}

fn qpv(cell: &str) -> Option<String> {
    if let Some(yes) = yes_no(cell) {
        return Some(if yes { "oui" } else { "non" }.to_owned());
    }
    let code = cell.to_ascii_uppercase();
    let is_code = (4..=12).contains(&code.len())
        && code.starts_with(|letter: char| letter.is_ascii_uppercase())
        && code.ends_with(|letter: char| letter.is_ascii_alphanumeric())
        && code.bytes().any(|byte| byte.is_ascii_digit())
        && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_code.then_some(code)
}

fn signature(cell: &str) -> Result<Signed, Expected> {
    if matches!(plain(cell).as_str(), "refus" | "refuse" | "refusee") {
        return Ok(Signed::Refused);
    }
    match date(cell) {
        Ok(on) => Ok(Signed::On(on)),
        Err(Expected::Date) => Err(Expected::Signature),
        Err(other) => Err(other),
    }
}
