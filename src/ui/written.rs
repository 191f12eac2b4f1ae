//! Hours and short dates, as lists write them in both languages.

use chrono::{NaiveDate, NaiveTime};

/// `12/03/26`, where room is short.
pub fn short_day(date: NaiveDate) -> String {
    date.format("%d/%m/%y").to_string()
}

/// `14:30`.
pub fn hour(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}
