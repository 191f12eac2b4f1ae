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
pub(super) struct Watchlist {
    listed: [Vec<Watch>; AlertCode::ALL.len()],
    /// Those that are not in their place yet.
    new: [Vec<Watch>; AlertCode::ALL.len()],
    /// What a list was before it grew.
    before: Vec<Watch>,
}

impl Watchlist {
    pub(super) fn of_alert(&self, code: AlertCode) -> &[Watch] {
        &self.listed[code as usize]
    }

    /// Adds the clocks of somebody who has none here.
    pub(super) fn add_one(&mut self, seat: Seat, clocks: &[Clock], roll: &Roll) {
        for (code, watch) in watches(seat, clocks) {
            let list = &mut self.listed[code as usize];
            let at = list.partition_point(|other| other.compare(&watch, roll).is_lt());
            list.insert(at, watch);
        }
    }

    /// Takes out the clocks of somebody, who still has the name under which they were added.
    pub(super) fn remove_one(&mut self, seat: Seat, clocks: &[Clock], roll: &Roll) {
        for (code, watch) in watches(seat, clocks) {
            let list = &mut self.listed[code as usize];
            if let Ok(at) = list.binary_search_by(|other| other.compare(&watch, roll)) {
                list.remove(at);
            }
        }
    }

    /// Adds the clocks of people who have none here.
    pub(super) fn add<'a>(&mut self, people: impl Iterator<Item = (Seat, &'a [Clock])>, roll: &Roll) {
        people.for_each(|(seat, clocks)| self.add_later(seat, clocks));
        AlertCode::ALL.iter().for_each(|code| self.list(*code, roll));
    }

    /// Adds the clocks of somebody who has none here, out of order until [`Watchlist::list`] puts them there.
    pub(super) fn add_later(&mut self, seat: Seat, clocks: &[Clock]) {
        for (code, watch) in watches(seat, clocks) {
            self.new[code as usize].push(watch);
        }
    }

    /// Puts the new clocks of an alert in their place.
    pub(super) fn list(&mut self, code: AlertCode, roll: &Roll) {
        let (listed, new) = (&mut self.listed[code as usize], &mut self.new[code as usize]);
        if !new.is_empty() {
            new.sort_unstable_by(|one, other| one.compare(other, roll));
            // The memory of the list before serves the next one.
            self.before.clear();
            self.before.extend(merged(listed.iter(), new.iter(), roll));
            std::mem::swap(listed, &mut self.before);
            new.clear();
        }
    }

    /// Takes out the clocks of some people.
    pub(super) fn remove(&mut self, is_one: impl Fn(Seat) -> bool) {
        for list in self.listed.iter_mut().chain(&mut self.new) {
            list.retain(|it| !is_one(it.spot.seat));
        }
    }
}

/// What two lists that are in order hold, in order.
pub(super) fn merged<'a>(
    one: impl Iterator<Item = &'a Watch>,
    other: impl Iterator<Item = &'a Watch>,
    roll: &Roll,
) -> impl Iterator<Item = Watch> {
    let (mut one, mut other) = (one.peekable(), other.peekable());
    std::iter::from_fn(move || {
        let is_of_other = match (one.peek(), other.peek()) {
            (Some(first), Some(second)) => first.compare(second, roll).is_gt(),
            (first, _) => first.is_none(),
        };
        if is_of_other { other.next() } else { one.next() }.copied()
    })
}

/// What is needed to list the clocks of somebody.
fn watches(seat: Seat, clocks: &[Clock]) -> impl Iterator<Item = (AlertCode, Watch)> {
    (0..).zip(clocks).map(move |(clock, it)| {
        (it.code(), Watch { due: it.due(), soon_from: it.soon_from(), spot: Spot { seat, clock } })
    })
}
