//! Everyone's clocks in the order in which lists show them: alert by alert, those that are due for
//! the longest first, then by name. The order does not depend on the day that is looked at: what is
//! due then comes before what will be soon, because its day came before.

use std::cmp::Ordering;

use chrono::NaiveDate;

use super::roll::{Roll, Seat};
use crate::domain::rules::{AlertCode, Clock};

/// Where a clock is on the board, until the board changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub(super) seat: Seat,
    /// Which of the person's.
    pub(super) clock: u32,
}

/// One clock: what is needed to list it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Watch {
    pub(super) due: NaiveDate,
    soon_from: NaiveDate,
    pub(super) spot: Spot,
}

impl Watch {
    /// Whether there is something to say on a day.
    pub(super) fn strikes(&self, on: NaiveDate) -> bool {
        self.due <= on || self.soon_from <= on
    }

    /// The order of a list.
    pub(super) fn compare(&self, other: &Self, roll: &Roll) -> Ordering {
        let rank = |it: &Self| (roll.rank(it.spot.seat), it.spot.clock);
        self.due.cmp(&other.due).then_with(|| rank(self).cmp(&rank(other)))
    }
}

/// Clocks, alert by alert.
#[derive(Debug, Default)]
pub(super) struct Watchlist([Vec<Watch>; AlertCode::ALL.len()]);

impl Watchlist {
    pub(super) fn of_alert(&self, code: AlertCode) -> &[Watch] {
        &self.0[code as usize]
    }

    /// Adds the clocks of people who have none here.
    pub(super) fn add<'a>(&mut self, people: impl Iterator<Item = (Seat, &'a [Clock])>, roll: &Roll) {
        let before = self.0.each_ref().map(Vec::len);
        for (seat, clocks) in people {
            for (clock, it) in (0..).zip(clocks) {
                let spot = Spot { seat, clock };
                self.0[it.code() as usize].push(Watch { due: it.due(), soon_from: it.soon_from(), spot });
            }
        }
        for (list, before) in self.0.iter_mut().zip(before) {
            if list.len() > before {
                // What was in order stays so: this sort goes over what is sorted once.
                list[before..].sort_by(|one, other| one.compare(other, roll));
                list.sort_by(|one, other| one.compare(other, roll));
            }
        }
    }

    /// Takes out the clocks of some people.
    pub(super) fn remove(&mut self, is_one: impl Fn(Seat) -> bool) {
        for list in &mut self.0 {
            list.retain(|it| !is_one(it.spot.seat));
        }
    }
}
