//! Contracts on a line of days, over the months that an exit looks back at: which days are worked,
//! which are to come, on which an exit may be proposed. Pure: dates and a width in, text out; signs
//! carry the meaning, colour none.

use chrono::{Datelike, NaiveDate};

use crate::domain::dates::{add_days, add_months, month_start, next_month, sub_days};
use crate::domain::employment::Employment;
use crate::domain::exit::{Days, ExitReview, Stretch};

/// Days shown before the first one that counts.
const BEFORE: u32 = 45;
/// Days shown after the day of the exit, at least.
const AFTER: u32 = 45;
/// Months shown after the day of the exit, at most: farther days are told in figures.
const FARTHEST: u32 = 7;
/// Cells that a year takes.
const YEAR_WIDTH: usize = 4;

/// The days shown, laid out on a number of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContractLine {
    shown: Days,
    window: Days,
    columns: usize,
}

impl ContractLine {
    /// The months that `review` looks back at, and as many of the days to come as its criteria name.
    /// `None` without room.
    pub fn of(review: &ExitReview, columns: usize) -> Option<Self> {
        let named = review.criteria.iter().flat_map(|it| [it.valid.first_day, it.valid.last_day]);
        let farthest = add_months(review.on, FARTHEST);
        let named = named.flatten().map(|day| add_days(day, AFTER)).filter(|day| *day <= farthest);
        let to = named.max().unwrap_or(review.on).max(add_days(review.on, AFTER));
        let shown = Days { from: sub_days(review.window.from, BEFORE), to };
        (columns > YEAR_WIDTH).then_some(Self { shown, window: review.window, columns })
    }

    /// The days shown.
    pub const fn shown(&self) -> Days {
        self.shown
    }

    /// Months where they begin, each by the initial that `initial` gives to its number, 1 to 12; a
    /// year in place of its January.
    pub fn months(&self, initial: impl Fn(u32) -> char) -> String {
        let mut cells = vec![' '; self.columns];
        let mut month = next_month(month_start(self.shown.from));
        while month <= self.shown.to {
            let at = self.cell(month);
            if month.month() == 1 && at + YEAR_WIDTH <= self.columns {
                let year = month.year().to_string();
                cells[at..].iter_mut().zip(year.chars()).for_each(|(cell, c)| *cell = c);
            } else if at == 0 || (cells[at] == ' ' && cells[at - 1] == ' ') {
                cells[at] = initial(month.month());
            }
            month = next_month(month);
        }
        cells.into_iter().collect()
    }

    /// The months that are looked back at: `├───┤`, the day of the exit under the end.
    pub fn window(&self) -> String {
        let mut line = self.marked(self.window, '─');
        let (first, last) = (self.cell(self.window.from), self.cell(self.window.to));
        line[first] = '├';
        line[last] = '┤';
        line.into_iter().collect()
    }

    /// A contract: `━` up to the day of the exit, `╌` what is planned after it.
    pub fn work(&self, employment: &Employment) -> String {
        let days = Days { from: employment.starts_on, to: employment.last_day().unwrap_or(self.shown.to) };
        let mut line = self.marked(days, '╌');
        if let Some(worked) = days.within(Days { from: self.shown.from, to: self.window.to }) {
            line[self.cell(worked.from)..=self.cell(worked.to)].fill('━');
        }
        line.into_iter().collect()
    }

    /// One day: `●`.
    pub fn day(&self, day: NaiveDate) -> String {
        self.marked(Days { from: day, to: day }, '●').into_iter().collect()
    }

    /// The days on which an exit may be proposed: `■`.
    pub fn valid(&self, valid: Stretch) -> String {
        let days = valid.first_day.map(|from| Days { from, to: valid.last_day.unwrap_or(self.shown.to) });
        days.map_or_else(String::new, |days| self.marked(days, '■').into_iter().collect())
    }

    /// The cells of the days that are shown, marked.
    fn marked(&self, days: Days, sign: char) -> Vec<char> {
        let mut line = vec![' '; self.columns];
        if let Some(days) = days.within(self.shown) {
            line[self.cell(days.from)..=self.cell(days.to)].fill(sign);
        }
        line
    }

    /// The cell of a day, or the end of the line that it lies beyond.
    fn cell(&self, day: NaiveDate) -> usize {
        let until = |day: NaiveDate| usize::try_from((day - self.shown.from).num_days()).unwrap_or(0);
        let day = day.clamp(self.shown.from, self.shown.to);
        until(day) * (self.columns - 1) / until(self.shown.to).max(1)
    }
}
