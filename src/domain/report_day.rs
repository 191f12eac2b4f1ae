//! The days of the activity reports (art. 11, R11-03 to R11-05): as at which day each is made, and the last day
//! on which it is sent. The days are written in the CCTP as they are, and counted from nothing: 28 February
//! stands in leap years too, and the last report has a shorter time.

use chrono::{Datelike as _, NaiveDate};

use super::codes::code_list;

code_list! {
    /// What report it is.
    ReportKind {
        /// As at 30 June (R11-03).
        Interim = "intermediaire",
        /// As at 31 December (R11-04).
        Annual = "annuel",
        /// As at the end of the contract (R11-05).
        Last = "final",
    }
}

/// Year in which the contract ends.
const LAST_YEAR: i32 = 2027;

/// A report, and its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportDay {
    /// What report it is.
    pub kind: ReportKind,
    /// The day as at which it is made.
    pub as_at: NaiveDate,
    /// The last day on which it is sent, included.
    pub by: NaiveDate,
}

impl ReportDay {
    /// The report as at that day; `None` when none is made then.
    pub fn as_at(day: NaiveDate) -> Option<Self> {
        let on = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        let (year, next) = (day.year(), day.year() + 1);
        let (kind, by) = match (day.month(), day.day()) {
            (6, 30) if year <= LAST_YEAR => (ReportKind::Interim, on(year, 9, 30)),
            (12, 31) if year < LAST_YEAR => (ReportKind::Annual, on(next, 2, 28)),
            (12, 31) if year == LAST_YEAR => (ReportKind::Last, on(next, 1, 31)),
            (_, _) => return None,
        };
        Some(Self { kind, as_at: day, by: by? })
    }

    /// The report that is to be sent next on `today`: the first whose last day has not passed, among those as at a
    /// day that has come or will. `None` after the last one.
    pub fn next(today: NaiveDate) -> Option<Self> {
        let ends = |year| [NaiveDate::from_ymd_opt(year, 6, 30), NaiveDate::from_ymd_opt(year, 12, 31)];
        let days = (today.year() - 1..=today.year()).flat_map(ends).flatten();
        days.filter_map(Self::as_at).find(|report| today <= report.by)
    }
}
