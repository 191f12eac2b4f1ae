//! Another day than that of the board: the people whose clocks are others then, and everyone as the
//! two together tell.

use chrono::NaiveDate;

use super::roll::Seat;
use super::watch::{Spot, Watch, Watchlist, merged};
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
    /// By seat: the same in short.
    has_moved: Vec<bool>,
    watch: Watchlist,
    left: Left,
}

/// What is left to do before a day is whole.
#[derive(Debug, Default)]
struct Left {
    to_judge: Vec<Seat>,
    /// The alerts whose clocks are not in order yet.
    to_list: Vec<AlertCode>,
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
        let mut day = self.day();
        self.turn(&mut day, on);
        while !self.advance(&mut day, caseload, usize::MAX) {}
        day
    }

    /// The day of the board, to be turned to another one.
    pub fn day(&self) -> OtherDay {
        let moved = (0..self.roll.size()).map(|_| None).collect();
        let (parameters, watch) = (self.parameters, Watchlist::default());
        let has_moved = vec![false; self.roll.size()];
        OtherDay { on: self.on, parameters, moved, has_moved, watch, left: Left::default() }
    }

    /// Begins to turn `day`, which was made from this board as it is, to another one: only those whose clocks
    /// may be others then are looked at anew, so many people. [`Board::advance`] does it.
    pub fn turn(&self, day: &mut OtherDay, on: NaiveDate) -> usize {
        let mut is_turned = vec![false; self.roll.size()];
        let turned = self.others_on(day, on).into_iter().chain(day.left.to_judge.drain(..));
        turned.for_each(|seat| is_turned[seat as usize] = true);
        (day.on, day.parameters) = (on, self.pack.at(on));
        day.watch.remove(|seat| is_turned[seat as usize]);
        day.left.to_judge = (0..).zip(is_turned).filter(|(_, is)| *is).map(|(seat, _)| seat).collect();
        day.left.to_judge.len()
    }

    /// The people whose clocks may be others on `on` than on that day.
    fn others_on(&self, day: &OtherDay, on: NaiveDate) -> Vec<Seat> {
        let parameters = self.pack.at(on);
        let is_same_pack = parameters == self.parameters;
        let was_same_pack = parameters == day.parameters;
        let seats = (0..).zip(&self.same_on).zip(&day.moved);
        let others = seats.filter(|((_, same_on), moved)| match moved {
            Some(moved) => !(was_same_pack && moved.same_on.has(on)),
            None => !(is_same_pack && same_on.has(on)),
        });
        others.map(|((seat, _), _)| seat).collect()
    }

    /// Goes on with a day that is not whole yet: judges so many people, or lists the clocks of one alert. Says
    /// whether it is whole now.
    pub fn advance(&self, day: &mut OtherDay, caseload: &Caseload, people: usize) -> bool {
        let OtherDay { on, parameters, moved, has_moved, watch, left } = day;
        if !left.to_judge.is_empty() {
            let rest = left.to_judge.len().saturating_sub(people);
            for seat in left.to_judge.drain(rest..) {
                let file = self.roll.person(seat).and_then(|person| caseload.files.get(&person));
                has_moved[seat as usize] = file.is_some();
                moved[seat as usize] = file.map(|file| {
                    let state = State::of(file, *on);
                    let clocks = clocks_of(&state, parameters).into_boxed_slice();
                    watch.add_later(seat, &clocks);
                    Moved { clocks, same_on: state.same_on() }
                });
            }
            left.to_list = AlertCode::ALL.to_vec();
        } else if let Some(code) = left.to_list.pop() {
            watch.list(code, &self.roll);
        }
        left.to_judge.is_empty() && left.to_list.is_empty()
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
        self.watches(code).map(|it| it.spot).collect()
    }

    fn watches(self, code: AlertCode) -> impl Iterator<Item = Watch> {
        let on = self.on();
        let (moved, others): (&[bool], &[Watch]) = match self.day {
            Some(day) => (&day.has_moved, day.watch.of_alert(code)),
            None => (&[], &[]),
        };
        let stays = |it: &&Watch| !moved.get(it.spot.seat as usize).is_some_and(|has_moved| *has_moved);
        let of_board = self.board.watch.of_alert(code).iter().filter(stays);
        merged(of_board, others.iter(), &self.board.roll).filter(move |it| it.strikes(on))
    }

    /// Everything that holds, the most pressing first, then what is due for the longest, then by
    /// alert and by name.
    pub fn due(self) -> Vec<Spot> {
        let on = self.on();
        let mut due = Vec::new();
        for code in AlertCode::ALL {
            let held = self.watches(*code).take_while(|it| it.due <= on);
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
