//! Working time of a contract, as article 2 compares it (R2-08, V18).

/// Weeks of a year, as the law counts them.
const WEEKS: u32 = 52;

/// Months of a year.
const MONTHS: u32 = 12;

/// Minutes of work a month that go with so many minutes a week, rounded down: 24 h a week are
/// 104 h a month.
pub const fn monthly_minutes(weekly_minutes: u32) -> u32 {
    weekly_minutes.saturating_mul(WEEKS) / MONTHS
}
