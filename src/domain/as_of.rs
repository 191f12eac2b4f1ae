//! The day as of which a file is looked at, and between which days it looks the same.
//!
//! What a file says on a day depends on that day only through questions of one kind: has this date
//! come? [`AsOf`] answers them and remembers how near the answers were to being others. Until the
//! first date that had not come, and back to the last one that had, every answer stays what it was,
//! and so does whatever was made of them. Nothing that is to be kept from one day to another may
//! look at the day in another way.

use std::cell::Cell;

use chrono::NaiveDate;

/// A day on which dates have come or not.
pub trait Day: Copy {
    /// Whether `date` has come by the end of the day.
    fn has_come(self, date: NaiveDate) -> bool;

    /// The day itself: for what is told, never for what is kept.
    fn day(self) -> NaiveDate;

    /// Whether `date` is over: the day is a later one.
    fn is_past(self, date: NaiveDate) -> bool {
        date.succ_opt().is_some_and(|next| self.has_come(next))
    }
}

impl Day for NaiveDate {
    fn has_come(self, date: NaiveDate) -> bool {
        date <= self
    }

    fn day(self) -> NaiveDate {
        self
    }
}

/// Consecutive days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Span {
    /// Whether `day` is one of them.
    pub fn has(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }
}

/// A day that remembers which dates it was asked about.
#[derive(Debug, Clone)]
pub struct AsOf {
    day: NaiveDate,
    same: Cell<Span>,
}

impl AsOf {
    /// A day of which nothing was asked yet.
    pub const fn new(day: NaiveDate) -> Self {
        Self { day, same: Cell::new(Span { from: NaiveDate::MIN, to: NaiveDate::MAX }) }
    }

    /// The days on which everything that was asked so far would be answered in the same way.
    pub const fn same_on(&self) -> Span {
        self.same.get()
    }
}

impl Day for &AsOf {
    fn has_come(self, date: NaiveDate) -> bool {
        let Span { from, to } = self.same.get();
        let has_come = date <= self.day;
        self.same.set(if has_come {
            Span { from: from.max(date), to }
        } else {
            Span { from, to: to.min(date.pred_opt().unwrap_or(date)) }
        });
        has_come
    }

    fn day(self) -> NaiveDate {
        self.day
    }
}
