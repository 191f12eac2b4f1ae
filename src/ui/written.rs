//! Short dates, as lists write them in both languages.

use chrono::NaiveDate;

/// `12/03/26`, where room is short.
pub fn short_day(date: NaiveDate) -> String {
    date.format("%d/%m/%y").to_string()
}

/// `12/03` for a day of the months to come, `03/27` for a later month: where room is shorter still.
pub fn near_day(date: NaiveDate, today: NaiveDate) -> String {
    /// Days after which a day and a month could be those of this year.
    const MOST_DAYS: i64 = 330;
    let is_near = (date - today).num_days() <= MOST_DAYS;
    date.format(if is_near { "%d/%m" } else { "%m/%y" }).to_string()
}
