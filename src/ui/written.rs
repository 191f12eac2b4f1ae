//! Short dates, as lists write them in both languages.

use chrono::NaiveDate;

/// `12/03/26`, where room is short.
pub fn short_day(date: NaiveDate) -> String {
    date.format("%d/%m/%y").to_string()
}
