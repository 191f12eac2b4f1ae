//! The board: where everyone stands and what the rules find, on one day, kept ready for every
//! screen.
//!
//! It is computed whole when the station opens and at midnight, then person by person as files
//! change. Another day is this one but for the people whose clocks are others then. It is derived
//! and never stored; it holds names, dates and codes, no words.

mod day;
mod roll;
mod standing;
mod watch;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::as_of::Span;
use crate::domain::file::File;
use crate::domain::id::{ObjectId, PersonId, StationId};
use crate::domain::parameters::{Pack, Parameters};
use crate::domain::referent::written_on;
use crate::domain::rules::{AlertCode, Finding, Status};
use crate::journal::fold::{Caseload, OtherStation};
use roll::{Roll, Seat};
use watch::Watchlist;

pub use day::{OtherDay, View};
pub use standing::{Alerts, Appointment, Standing, between, is_to_sign};
pub use watch::Spot;

/// How many findings of one alert there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Those that hold.
    pub due: usize,
    /// Those that will hold soon.
    pub soon: usize,
}

/// What a finding is about: the same finding, from one day and one version of a file to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// Whom.
    pub person: PersonId,
    /// Which alert.
    pub code: AlertCode,
    /// The one thing that it is about, where it is about one.
    pub subject: Option<ObjectId>,
}

impl About {
    /// What this finding is about.
    pub fn of(finding: &Finding) -> Self {
        Self { person: finding.person, code: finding.code, subject: finding.subject.map(|it| it.id) }
    }
}

/// Where everyone stands on one day.
#[derive(Debug)]
pub struct Board {
    pack: Pack,
    parameters: Parameters,
    on: NaiveDate,
    roll: Roll,
    /// By seat; of a free one, that of the last person who sat there.
    standings: Vec<Standing>,
    /// By seat: the days on which the clocks are these.
    same_on: Vec<Span>,
    watch: Watchlist,
    counts: [Count; AlertCode::ALL.len()],
    /// The communes that people live in, as INSEE codes.
    communes: BTreeSet<Arc<str>>,
    /// The counsellor of the station.
    own: String,
    /// Those of the other stations.
    elsewhere: BTreeMap<StationId, Arc<str>>,
}

impl Default for Board {
    /// The board of a station that is closed: nobody.
    fn default() -> Self {
        Self::of(&Caseload::default(), &Pack::default(), NaiveDate::MIN)
    }
}

impl Board {
    /// Where everyone stands on `on`, under `pack`.
    pub fn of(caseload: &Caseload, pack: &Pack, on: NaiveDate) -> Self {
        let roll = Roll::of(caseload.files.iter().map(|(id, file)| (*id, &file.person.value)));
        let mut board = Self {
            pack: pack.clone(),
            parameters: pack.at(on),
            on,
            standings: Vec::with_capacity(roll.size()),
            same_on: Vec::with_capacity(roll.size()),
            roll,
            watch: Watchlist::default(),
            counts: Default::default(),
            communes: BTreeSet::new(),
            own: name_of(caseload),
            elsewhere: elsewhere(caseload),
        };
        for seat in 0..board.roll.size() {
            let file = board.roll.person(seat as Seat).and_then(|person| caseload.files.get(&person));
            let file = file.expect("everyone who is seated is in the caseload");
            board.judge(seat, file);
        }
        let clocks = (0..).zip(&board.standings).map(|(seat, it)| (seat, &*it.clocks));
        board.watch.add(clocks, &board.roll);
        board
    }

    /// Takes in the files of `people` as they are now in `caseload`.
    pub fn update(&mut self, caseload: &Caseload, people: impl IntoIterator<Item = PersonId>) {
        self.own = name_of(caseload);
        self.elsewhere = elsewhere(caseload);
        for person in people {
            if let Some(seat) = self.roll.seat(person) {
                self.count(seat, |count| *count -= 1);
                self.watch.remove_one(seat, &self.standings[seat as usize].clocks, &self.roll);
            }
            let Some(file) = caseload.files.get(&person) else {
                self.roll.remove(person);
                continue;
            };
            let seat = self.roll.put(person, &file.person.value);
            self.judge(seat as usize, file);
            self.watch.add_one(seat, &self.standings[seat as usize].clocks, &self.roll);
        }
    }

    /// Puts on a seat the person of this file, and counts what is found.
    fn judge(&mut self, seat: usize, file: &File) {
        let commune = file.person.value.commune.as_deref().map(|code| self.commune(code));
        let (mut standing, same_on) = Standing::of(file, commune, &self.parameters, self.on);
        let elsewhere = file.owner.and_then(|owner| self.elsewhere.get(&owner));
        standing.referent = match written_on(file, self.on) {
            Some(written) => Some(written.name.trim()).filter(|name| self.own != *name).map(Arc::from),
            None => elsewhere.cloned(),
        };
        if seat == self.standings.len() {
            self.standings.push(standing);
            self.same_on.push(same_on);
        } else {
            (self.standings[seat], self.same_on[seat]) = (standing, same_on);
        }
        self.count(seat as Seat, |count| *count += 1);
    }

    fn count(&mut self, seat: Seat, change: impl Fn(&mut usize)) {
        for clock in &self.standings[seat as usize].clocks {
            let count = &mut self.counts[clock.code() as usize];
            match clock.strikes(self.on) {
                Some((Status::Due, _)) => change(&mut count.due),
                Some((Status::Soon, _)) => change(&mut count.soon),
                None => {}
            }
        }
    }

    /// The code of a commune, of which everyone who lives there has the same copy.
    fn commune(&mut self, code: &str) -> Arc<str> {
        if let Some(known) = self.communes.get(code) {
            return Arc::clone(known);
        }
        let new: Arc<str> = Arc::from(code);
        self.communes.insert(Arc::clone(&new));
        new
    }

    /// The day it was computed for.
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// The thresholds it was computed with.
    pub const fn pack(&self) -> &Pack {
        &self.pack
    }

    /// Where a person stands.
    pub fn standing(&self, person: PersonId) -> Option<&Standing> {
        self.roll.seat(person).and_then(|seat| self.standings.get(seat as usize))
    }

    /// What the rules find about a person, the most pressing first, then the oldest.
    pub fn findings(&self, person: PersonId) -> Vec<Finding> {
        self.today().findings(person)
    }

    /// Everyone, by name.
    pub fn people(&self) -> impl Iterator<Item = (PersonId, &Standing)> {
        let person = |seat: &Seat| Some((self.roll.person(*seat)?, self.standings.get(*seat as usize)?));
        self.roll.by_name().iter().filter_map(person)
    }

    /// Whether somebody else bears the same name: what differs is to be shown then.
    pub fn has_namesake(&self, person: PersonId) -> bool {
        self.roll.seat(person).is_some_and(|seat| self.roll.has_namesake(seat))
    }

    /// Where a person comes in the order of names.
    pub fn name_rank(&self, person: PersonId) -> Option<u32> {
        self.roll.seat(person).map(|seat| self.roll.rank(seat))
    }

    /// Columns of a person's name.
    pub fn name_columns(&self, person: PersonId) -> usize {
        self.roll.seat(person).map_or(0, |seat| self.roll.columns(seat))
    }

    /// The communes that people live in, as INSEE codes.
    pub fn communes(&self) -> impl Iterator<Item = &str> {
        self.communes.iter().map(AsRef::as_ref)
    }

    /// How many findings of each alert there are, in the order of [`AlertCode::ALL`].
    pub fn counts(&self) -> impl Iterator<Item = (AlertCode, Count)> {
        AlertCode::ALL.iter().copied().zip(self.counts)
    }

    /// People about whom a finding holds: the most pressing first, then the oldest, each with that
    /// finding.
    pub fn to_act_on(&self) -> Vec<(PersonId, Spot)> {
        let mut is_told = vec![false; self.roll.size()];
        let first = |spot: &Spot| !std::mem::replace(&mut is_told[spot.seat as usize], true);
        let due = self.today().due().into_iter().filter(first);
        due.filter_map(|spot| Some((self.roll.person(spot.seat)?, spot))).collect()
    }
}

fn elsewhere(caseload: &Caseload) -> BTreeMap<StationId, Arc<str>> {
    let named = |(station, other): (&StationId, &Arc<OtherStation>)| {
        Some((*station, Arc::from(other.profile.as_ref()?.name.trim())))
    };
    caseload.others.iter().filter_map(named).collect()
}

fn name_of(caseload: &Caseload) -> String {
    caseload.station.as_ref().map_or_else(String::new, |it| it.name.trim().to_owned())
}
