//! Dates, durations and numbers as each language writes them.
//!
//! Dates are day first in both: a station's screens and papers are read side by side.

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, NaiveTime};
use fluent_bundle::FluentArgs;

use super::{Language, Words};
use crate::domain::dates::next_month;
use crate::domain::parameters::{ParameterKey, Unit};

/// Minutes of an hour.
const HOUR: u32 = 60;
/// The month whose length depends on the year.
const FEBRUARY: u32 = 2;

impl Words {
    /// `12/03/2026`.
    pub fn date(&self, date: NaiveDate) -> String {
        date.format("%d/%m/%Y").to_string()
    }

    /// `jeu. 12/03/2026`.
    pub fn long_date(&self, date: NaiveDate) -> String {
        let weekday = format!("format-weekday-{}", date.weekday().number_from_monday());
        format!("{} {}", self.get(&weekday), self.date(date))
    }

    /// `12/03/2026 à 14h30`.
    pub fn moment(&self, at: NaiveDateTime) -> String {
        let mut args = FluentArgs::new();
        args.set("date", self.date(at.date()));
        args.set("hour", self.time(at.time()));
        self.with("moment-at", &args).into_owned()
    }

    /// `14h30`, `14:30`.
    pub fn time(&self, time: NaiveTime) -> String {
        let shape = match self.language() {
            Language::French => "%Hh%M",
            Language::English => "%H:%M",
        };
        time.format(shape).to_string()
    }

    /// `mars 2026`.
    pub fn month(&self, date: NaiveDate) -> String {
        format!("{} {}", self.get(&format!("format-month-{}", date.month())), date.year())
    }

    /// `juin a 30 jours`, `février 2026 a 28 jours`, of the month that begins on `first`.
    pub fn month_length(&self, first: NaiveDate) -> String {
        let mut args = FluentArgs::new();
        let name = self.get(&format!("format-month-{}", first.month()));
        args.set("month", if first.month() == FEBRUARY { self.month(first) } else { name.into_owned() });
        args.set("days", self.days((next_month(first) - first).num_days()));
        self.with("format-month-length", &args).into_owned()
    }

    /// `45 min`, `2 h`, `1 h 15`.
    pub fn duration(&self, minutes: u32) -> String {
        let (hours, rest) = (minutes / HOUR, minutes % HOUR);
        let mut args = FluentArgs::new();
        args.set("hours", hours.to_string());
        match (hours, rest) {
            (0, rest) => {
                args.set("minutes", rest.to_string());
                self.with("format-minutes", &args).into_owned()
            }
            (_, 0) => self.with("format-hours", &args).into_owned(),
            (_, rest) => {
                args.set("minutes", format!("{rest:02}"));
                self.with("format-hours-minutes", &args).into_owned()
            }
        }
    }

    /// `2 700`: digits by three.
    pub fn count(&self, number: u64) -> String {
        let separator = match self.language() {
            Language::French => '\u{202f}',
            Language::English => ',',
        };
        let digits = number.to_string();
        let mut text = String::with_capacity(digits.len() * 2);
        for (rank, digit) in digits.chars().enumerate() {
            if rank > 0 && (digits.len() - rank).is_multiple_of(3) {
                text.push(separator);
            }
            text.push(digit);
        }
        text
    }

    /// `12 jours`, whatever the sign.
    pub fn days(&self, days: i64) -> String {
        self.counted("format-days", days.unsigned_abs())
    }

    /// `2 mois`.
    pub fn months(&self, months: u32) -> String {
        self.counted("format-months", u64::from(months))
    }

    /// `26 semaines`.
    pub fn weeks(&self, weeks: u32) -> String {
        self.counted("format-weeks", u64::from(weeks))
    }

    /// The value of a threshold with its unit: `2 mois`, `15 jours`.
    pub fn threshold(&self, key: ParameterKey, value: u32) -> String {
        match key.unit() {
            Unit::Days => self.days(i64::from(value)),
            Unit::Months => self.months(value),
            Unit::Year => value.to_string(),
            Unit::WorkingDays => self.counted("format-working-days", u64::from(value)),
            Unit::Weeks => self.weeks(value),
            Unit::Hours => self.counted("format-whole-hours", u64::from(value)),
            Unit::DayOfMonth => self.counted("format-day-of-month", u64::from(value)),
        }
    }

    fn counted(&self, message: &str, number: u64) -> String {
        let mut args = FluentArgs::new();
        args.set("number", number);
        args.set("count", self.count(number));
        self.with(message, &args).into_owned()
    }
}
