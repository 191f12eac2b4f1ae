//! From the text of a cell to the value that its column holds.

use chrono::{NaiveDate, NaiveTime};

use super::dates::{self, DateOrder, is_digits};
use super::expected::Expected;
use super::keys::plain;
use super::mapping::like;
use super::table::{Kind, TableSpec};
use crate::domain::codes::Sector;
use crate::domain::communes;
use crate::domain::text::{self, Lines, cleaned};

/// Most characters of a reference.
const LONGEST_REFERENCE: usize = 64;
/// Most characters of a name, and of what is as short.
pub const LONGEST_NAME: usize = 100;

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

/// What a spreadsheet shows instead of the result of a formula, in French and in English.
const FORMULA_ERRORS: &[&str] = &[
    "#N/A", "#REF!", "#VALEUR!", "#VALUE!", "#NOM?", "#NAME?", "#DIV/0!", "#NOMBRE!", "#NUM!", "#NUL!",
    "#NULL!", "#CALC!", "#EPARS!", "#SPILL!", "#ERREUR!", "#ERROR!",
];

/// How the cells of a sheet are read.
#[derive(Debug, Clone, Copy)]
pub struct Habits {
    /// The order of its dates.
    pub dates: DateOrder,
    /// The day of the import.
    pub today: NaiveDate,
}

/// Reads a cell that is not empty.
pub fn read(kind: Kind, cell: &str, habits: Habits) -> Result<Value, Expected> {
    if FORMULA_ERRORS.contains(&cell) || (cell.starts_with("Err:") && is_digits(&cell[4..], 3..=3)) {
        return Err(Expected::NoFormulaError);
    }
    match kind {
        Kind::Reference => text(cell, LONGEST_REFERENCE),
        Kind::Text(limit) => text(cell, limit),
        Kind::LongText => long_text(cell),
        Kind::Date => date(cell, habits).map(Value::Date),
        Kind::YesNo => yes_no(cell).map(Value::YesNo).ok_or(Expected::YesNo),
        Kind::Code(list) => code(cell, &list()).map(Value::Code),
        Kind::Codes(list) => codes(cell, &list()).map(Value::Codes),
        Kind::Number(min, max) => number(cell, min, max).map(Value::Number),
        Kind::Minutes(min, max) => minutes(cell, min, max).map(Value::Number),
        Kind::Time => dates::time(cell).map(Value::Time).ok_or(Expected::Time),
        Kind::Hours(most) => hours(cell, most).map(Value::Minutes).ok_or(Expected::Hours { most: most / 60 }),
        Kind::Commune => commune(cell).ok_or(Expected::Commune),
        Kind::Phone => phone(cell),
        Kind::PostalCode => postal_code(cell).map(Value::Text).ok_or(Expected::PostalCode),
        Kind::Qpv => qpv(cell).map(Value::Text).ok_or(Expected::Qpv),
        Kind::Signature => signature(cell, habits).map(Value::Signature),
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

fn yes_no(cell: &str) -> Option<bool> {
    match plain(cell).as_str() {
        // A spreadsheet writes so the boxes that are ticked.
        "oui" | "vrai" | "true" => Some(true),
        "non" | "faux" | "false" => Some(false),
        _ => None,
    }
}

/// Case, accents, spaces and hyphens aside: `En cours` is `en_cours`.
fn code(cell: &str, list: &[&'static str]) -> Result<&'static str, Expected> {
    let wanted = plain(cell);
    let found = list.iter().find(|code| plain(code) == wanted);
    found.copied().ok_or_else(|| Expected::Code { allowed: list.to_vec(), like: alike(&wanted, list) })
}

/// Words that stand for a code without being like it.
const SPOKEN: &[(&str, &str)] = &[
    ("femme", "F"),
    ("feminin", "F"),
    ("madame", "F"),
    ("mme", "F"),
    ("homme", "M"),
    ("h", "M"),
    ("masculin", "M"),
    ("monsieur", "M"),
    ("mr", "M"),
    ("rdv_honore", "tenu"),
    ("present", "tenu"),
    ("honore", "tenu"),
    ("realise", "tenu"),
    ("non_venu", "absent"),
    ("lapin", "absent"),
    ("bureau", "presentiel"),
    ("visioconference", "visio"),
    ("tel", "telephone"),
    ("france_travail", "PE"),
    ("pole_emploi", "PE"),
    ("mission_locale", "ML"),
    ("terminee", "realisee"),
    ("cours", "en_cours"),
];

/// The code that an unknown one is like.
fn alike(wanted: &str, list: &[&'static str]) -> Option<&'static str> {
    let spoken = SPOKEN.iter().find(|(word, code)| *word == wanted && list.contains(code));
    if let Some((_, code)) = spoken {
        return list.iter().find(|it| *it == code).copied();
    }
    let names: Vec<String> = list.iter().map(|code| plain(code)).collect();
    let found = like(wanted, names.iter().map(String::as_str))?;
    list.iter().zip(&names).find(|(_, name)| *name == found).map(|(code, _)| *code)
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

fn minutes(cell: &str, min: u16, max: u16) -> Result<u16, Expected> {
    let minutes = dates::minutes(cell).and_then(|minutes| u16::try_from(minutes).ok());
    minutes.filter(|minutes| (min..=max).contains(minutes)).ok_or(Expected::Number { min, max })
}

/// A French number whose first zero a spreadsheet took for nothing gets it back.
fn phone(cell: &str) -> Result<Value, Expected> {
    if lost_zero(cell) { text(&format!("0{cell}"), LONGEST_NAME) } else { text(cell, LONGEST_NAME) }
}

/// Whether a telephone number is nine digits without the zero that comes first.
pub fn lost_zero(cell: &str) -> bool {
    is_digits(cell, 9..=9) && !cell.starts_with('0')
}

/// `35`, `24,5`, `24.50`, `24h30`, `24:30`, `35 h`, in minutes.
fn hours(cell: &str, most: u32) -> Option<u32> {
    let compact: String = cell.split_whitespace().collect();
    let (whole, rest) = compact.split_once(['h', 'H', ':', ',', '.']).unwrap_or((&compact, ""));
    let is_clock = compact.contains(['h', 'H', ':']);
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

fn date(cell: &str, habits: Habits) -> Result<NaiveDate, Expected> {
    dates::date(cell, habits.dates, habits.today)
}

fn signature(cell: &str, habits: Habits) -> Result<Signed, Expected> {
    if matches!(plain(cell).as_str(), "refus" | "refuse" | "refusee") {
        return Ok(Signed::Refused);
    }
    match date(cell, habits) {
        Ok(on) => Ok(Signed::On(on)),
        Err(Expected::Date) => Err(Expected::Signature),
        Err(other) => Err(other),
    }
}
