//! Another day than that of the board: the people whose clocks are others then, and everyone as the
//! two together tell.

use chrono::NaiveDate;

use super::roll::Seat;
use super::watch::{Spot, Watch, Watchlist};
use super::{About, Board};
use crate::domain::as_of::Span;
use crate::domain::id::PersonId;
use crate::domain::parameters::Parameters;
use crate::domain::rules::{AlertCode, Clock, Finding, clocks_of, read};
use crate::domain::state::State;
use crate::journal::fold::Caseload;

/// Somebody whose clocks are not those of the board.
#[derive(Debug)]
struct Moved {
    clocks: Box<[Clock]>,
    same_on: Span,
}

/// Another day. It holds for the board that it was made from, until that one changes.
#[derive(Debug)]
pub struct OtherDay {
    on: NaiveDate,
    parameters: Parameters,
    /// By seat.
    moved: Vec<Option<Moved>>,
    watch: Watchlist,
}

impl OtherDay {
    /// The day itself.
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    fn clocks(&self, seat: Seat) -> Option<&[Clock]> {
        self.moved.get(seat as usize)?.as_ref().map(|it| &*it.clocks)
    }
}

impl Board {
    /// Everyone on another day, under the same pack.
    pub fn at(&self, caseload: &Caseload, on: NaiveDate) -> OtherDay {
        let moved = (0..self.roll.size()).map(|_| None).collect();
        let mut day = OtherDay { on, parameters: self.pack.at(on), moved, watch: Watchlist::default() };
        self.turn(&mut day, caseload, on);
        day
    }

    /// Turns `day`, which was made from this board as it is, to another one: only those whose clocks
    /// may be others then are looked at.
    pub fn turn(&self, day: &mut OtherDay, caseload: &Caseload, on: NaiveDate) {
        let parameters = self.pack.at(on);
        let is_same_pack = parameters == self.parameters;
        let was_same_pack = parameters == day.parameters;
        let mut turned: Vec<Seat> = Vec::new();
        let mut is_turned = vec![false; self.roll.size()];
        for ((seat, same_on), moved) in (0..).zip(&self.same_on).zip(&day.moved) {
            let is_right = match moved {
                Some(moved) => was_same_pack && moved.same_on.has(on),
                None => is_same_pack && same_on.has(on),
            };
            if !is_right {
                turned.push(seat);
                is_turned[seat as usize] = true;
            }
        }
        (day.on, day.parameters) = (on, parameters);
        day.watch.remove(|seat| is_turned[seat as usize]);
        for seat in &turned {
            let file = self.roll.person(*seat).and_then(|person| caseload.files.get(&person));
            day.moved[*seat as usize] = file.map(|file| {
                let state = State::of(file, on);
                let clocks = clocks_of(&state, &parameters).into_boxed_slice();
                Moved { clocks, same_on: state.same_on() }
            });
        }
        let OtherDay { moved, watch, .. } = day;
        let clocks = turned.iter().filter_map(|seat| Some((*seat, &*moved[*seat as usize].as_ref()?.clocks)));
        watch.add(clocks, &self.roll);
    }

    /// Everyone on the day of the board.
    pub const fn today(&self) -> View<'_> {
        View { board: self, day: None }
    }

    /// Everyone on another day, which was made from this board as it is.
    pub const fn on_day<'a>(&'a self, day: &'a OtherDay) -> View<'a> {
        View { board: self, day: Some(day) }
    }
}

/// Everyone on one day.
#[derive(Clone, Copy)]
pub struct View<'a> {
    board: &'a Board,
    day: Option<&'a OtherDay>,
}

impl<'a> View<'a> {
    /// The day.
    pub fn on(self) -> NaiveDate {
        self.day.map_or(self.board.on, |day| day.on)
    }

    fn parameters(self) -> &'a Parameters {
        self.day.map_or(&self.board.parameters, |day| &day.parameters)
    }

    fn clocks(self, seat: Seat) -> &'a [Clock] {
        let moved = self.day.and_then(|day| day.clocks(seat));
        moved.unwrap_or_else(|| self.board.standings.get(seat as usize).map_or(&[], |it| &it.clocks))
    }

    /// What an alert says of anybody: those that are due for the longest first, then by name.
    pub fn of_alert(self, code: AlertCode) -> Vec<Spot> {
        self.watches(code).iter().map(|it| it.spot).collect()
    }

    fn watches(self, code: AlertCode) -> Vec<Watch> {
        let on = self.on();
        let of_board = self.board.watch.of_alert(code).iter();
        let Some(day) = self.day else { return of_board.filter(|it| it.strikes(on)).copied().collect() };
        let has_moved = |it: &&Watch| day.clocks(it.spot.seat).is_some();
        let mut found: Vec<Watch> =
            of_board.filter(|it| it.strikes(on)).filter(|it| !has_moved(it)).copied().collect();
        found.extend(day.watch.of_alert(code).iter().filter(|it| it.strikes(on)));
        found.sort_by(|one, other| one.compare(other, &self.board.roll));
        found
    }

    /// Everything that holds, the most pressing first, then what is due for the longest, then by
    /// alert and by name.
    pub fn due(self) -> Vec<Spot> {
        let on = self.on();
        let mut due = Vec::new();
        for code in AlertCode::ALL {
            let watches = self.watches(*code).into_iter();
            let held = watches.take_while(|it| it.due <= on);
            due.extend(held.map(|it| ((code.severity(), it.due, *code), it.spot)));
        }
        due.sort_by_key(|(rank, _)| *rank);
        due.into_iter().map(|(_, spot)| spot).collect()
    }

    /// What there is at that spot.
    pub fn finding(self, spot: Spot) -> Option<Finding> {
        let person = self.board.roll.person(spot.seat)?;
        self.clocks(spot.seat).get(spot.clock as usize)?.read(person, self.parameters(), self.on())
    }

    /// Whether the finding at that spot holds.
    pub fn is_due(self, spot: Spot) -> bool {
        let clock = self.clocks(spot.seat).get(spot.clock as usize);
        clock.is_some_and(|clock| clock.due() <= self.on())
    }

    /// Where what a finding is about is among these spots.
    pub fn position(self, spots: &[Spot], about: About) -> Option<usize> {
        let seat = self.board.roll.seat(about.person)?;
        spots.iter().position(|spot| spot.seat == seat && self.about(*spot) == Some(about))
    }

    /// What the finding at that spot is about.
    pub fn about(self, spot: Spot) -> Option<About> {
        let person = self.board.roll.person(spot.seat)?;
        let clock = self.clocks(spot.seat).get(spot.clock as usize)?;
        Some(About { person, code: clock.code(), subject: clock.subject().map(|it| it.id) })
    }

    /// What the rules find about a person, the most pressing first, then the oldest.
    pub fn findings(self, person: PersonId) -> Vec<Finding> {
        let Some(seat) = self.board.roll.seat(person) else { return Vec::new() };
        read(self.clocks(seat), person, self.parameters(), self.on())
    }
}
