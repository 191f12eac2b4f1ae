//! A life of a team and its stations, month by month, as a die says.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;

use chrono::TimeDelta;
use jalon::demo::dice::Dice;
use jalon::domain::body::Body;
use jalon::domain::codes::{ContactKind, Ruling};
use jalon::domain::contact::Contact;
use jalon::domain::id::{PersonId, StationId};
use jalon::domain::now::Now;
use jalon::exchange::bundle::code::Verdict;
use jalon::usecase::error::Error;

use super::super::deciding::{ruling, write};
use super::super::restoring::{copy_of, restored};
use super::super::transferring::{asked, go_round};
use super::super::{Member, network, today};
use super::agreeing::notes_in;

/// In a hundred months of a station, how many times what happens.
#[derive(Clone, Copy)]
pub struct Accidents {
    pub restored: u32,
    pub departed: u32,
}

/// What is on its way, and to whom: the team, or a station.
#[derive(Default)]
struct Mail {
    to_team: Vec<PathBuf>,
    to_stations: Vec<(usize, PathBuf)>,
}

/// A call that was written of somebody, and acknowledged.
pub struct Note {
    pub person: PersonId,
    pub said: String,
    by: usize,
}

/// A copy of a station, and how much had been written in all then.
struct Copied {
    at: PathBuf,
    notes: usize,
    people: usize,
}

/// A team, its stations, and what everybody knows that was written.
pub struct Life {
    dice: Dice,
    accidents: Accidents,
    now: Now,
    pub team: Member,
    /// None where the counsellor left, and the station with them.
    pub members: Vec<Option<Member>>,
    mail: Mail,
    /// Stations that are no more: what they sent may still be on its way.
    gone: Vec<Member>,
    copies: Vec<Vec<Copied>>,
    pub people: Vec<(PersonId, usize)>,
    pub written: Vec<Note>,
    /// What a station may have taken with it.
    pub may_be_gone: BTreeSet<String>,
    pub people_who_may_be_gone: BTreeSet<PersonId>,
    pub decided: BTreeMap<PersonId, usize>,
    pub transfers: usize,
    pub bundles: usize,
    pub restored: usize,
    pub departed: usize,
}

impl Life {
    pub fn new(seed: u64, stations: usize, accidents: Accidents) -> Self {
        let (team, members) = network(stations);
        Self {
            dice: Dice::new(seed, 7),
            accidents,
            now: today(),
            team,
            members: members.into_iter().map(Some).collect(),
            mail: Mail::default(),
            gone: Vec::new(),
            copies: (0..stations).map(|_| Vec::new()).collect(),
            people: Vec::new(),
            written: Vec::new(),
            may_be_gone: BTreeSet::new(),
            people_who_may_be_gone: BTreeSet::new(),
            decided: BTreeMap::new(),
            transfers: 0,
            bundles: 0,
            restored: 0,
            departed: 0,
        }
    }

    fn pick(&mut self, count: usize) -> usize {
        self.dice.below(u32::try_from(count).unwrap()) as usize
    }

    /// A minute later, for everybody.
    fn tick(&mut self) -> Now {
        let at = self.now.at + TimeDelta::minutes(1);
        self.now = Now { at, today: at.date_naive() };
        for member in self.members.iter_mut().flatten().chain([&mut self.team]) {
            member.now = self.now;
        }
        self.now
    }

    pub fn month(&mut self, month: usize) {
        for who in 0..self.members.len() {
            self.accidents_at(who);
            if self.members[who].is_some() {
                self.work(who, month);
                self.send(who);
            }
        }
        self.team_reads();
        self.team_decides();
        self.answer();
        self.stations_read();
    }

    fn send(&mut self, who: usize) {
        self.tick();
        let bundle = self.members[who].as_mut().unwrap().send();
        self.bundles += 1;
        let times = self.times();
        self.mail.to_team.extend(std::iter::repeat_n(bundle, times));
    }

    fn answer(&mut self) {
        self.tick();
        let mut answers: HashMap<StationId, PathBuf> =
            self.team.answer().into_iter().map(|it| (it.station, it.path)).collect();
        // Identities are random: what happens follows the stations, so that a seed tells all of it.
        for to in 0..self.members.len() {
            let id = self.members[to].as_ref().map(Member::id);
            let Some(answer) = id.and_then(|id| answers.remove(&id)) else { continue };
            let times = self.times();
            self.mail.to_stations.extend(std::iter::repeat_n((to, answer), times));
        }
    }

    /// One bundle in five is lost, one in ten goes twice.
    fn times(&mut self) -> usize {
        [0, 0, 1, 1, 1, 1, 1, 1, 1, 2][self.pick(10)]
    }

    fn accidents_at(&mut self, who: usize) {
        let Some(member) = &self.members[who] else { return };
        let now = self.now;
        if self.dice.chance(30) {
            let at = copy_of(member, now);
            let (notes, people) = (self.written.len(), self.people.len());
            self.copies[who].push(Copied { at, notes, people });
        }
        self.tick();
        let is_restored = self.dice.chance(self.accidents.restored);
        if is_restored && !self.copies[who].is_empty() {
            self.restore(who);
        }
        let present = self.members.iter().flatten().count();
        if self.dice.chance(self.accidents.departed) && present > 2 {
            self.may_go(who, 0, 0);
            self.gone.extend(self.members[who].take());
            self.departed += 1;
        }
    }

    fn restore(&mut self, who: usize) {
        let rank = self.pick(self.copies[who].len());
        let Copied { at, notes, people } = &self.copies[who][rank];
        let (at, notes, people) = (at.clone(), *notes, *people);
        self.may_go(who, notes, people);
        let member = self.members[who].take().unwrap();
        self.members[who] = Some(restored(member, &at, self.now));
        self.restored += 1;
    }

    /// What a station wrote from these places on, and the team has not heard of, may be gone.
    fn may_go(&mut self, who: usize, notes: usize, people: usize) {
        let safe = notes_in(&self.team.session);
        let gone = self.written[notes..].iter().filter(|it| it.by == who && !safe.contains(&it.said));
        self.may_be_gone.extend(gone.map(|it| it.said.clone()));
        let files = &self.team.session.caseload().files;
        let gone = self.people[people..].iter().filter(|(it, by)| *by == who && !files.contains_key(it));
        self.people_who_may_be_gone.extend(gone.map(|(it, _)| *it));
    }

    fn work(&mut self, who: usize, month: usize) {
        self.tick();
        if self.dice.chance(60) {
            let person = self.members[who].as_mut().unwrap().add(&format!("Benali {month} {who}"));
            self.people.push((person, who));
        }
        for _ in 0..2 {
            if self.people.is_empty() {
                return;
            }
            let now = self.tick();
            let rank = self.pick(self.people.len());
            let person = self.people[rank].0;
            let said = format!("{month}-{who}-{}", self.written.len());
            let date = "2026-03-10".parse().unwrap();
            let call = Body::Contact(Contact { date, kind: ContactKind::ALL[0], result: said.clone() });
            let session = &mut self.members[who].as_mut().unwrap().session;
            if !session.caseload().files.contains_key(&person) {
                continue;
            }
            match write(session, person, None, call, now) {
                Ok(()) => self.written.push(Note { person, said, by: who }),
                Err(error) => assert!(matches!(error, Error::TransferUnderway), "{error:?}"),
            }
        }
    }

    fn team_reads(&mut self) {
        for bundle in self.arrived(|mail| &mut mail.to_team) {
            self.tick();
            let seen = self.team.take(&bundle).seen;
            assert!(is_ordinary(seen.verdict()), "{:?}", seen.code);
        }
    }

    fn stations_read(&mut self) {
        for (to, bundle) in self.arrived(|mail| &mut mail.to_stations) {
            self.tick();
            let Some(member) = &mut self.members[to] else { continue };
            let seen = member.take(&bundle).seen;
            assert!(is_ordinary(seen.verdict()), "{:?}", seen.code);
        }
    }

    /// Two in three of what is on its way, in any order; the rest comes later.
    fn arrived<T>(&mut self, of: impl Fn(&mut Mail) -> &mut Vec<T>) -> Vec<T> {
        let mut underway = std::mem::take(of(&mut self.mail));
        for rank in (1..underway.len()).rev() {
            let other = self.pick(rank + 1);
            underway.swap(rank, other);
        }
        let late = underway.split_off(underway.len() * 2 / 3);
        *of(&mut self.mail) = late;
        underway
    }

    fn known_to_team(&self) -> Vec<PersonId> {
        let files = &self.team.session.caseload().files;
        self.people.iter().map(|(person, _)| *person).filter(|it| files.contains_key(it)).collect()
    }

    fn team_decides(&mut self) {
        let known = self.known_to_team();
        self.take_from_departed(&known);
        if known.is_empty() {
            return;
        }
        let now = self.tick();
        let person = known[self.pick(known.len())];
        match write(&mut self.team.session, person, None, ruling(Ruling::ALL[0]), now) {
            Ok(()) => *self.decided.entry(person).or_default() += 1,
            Err(error) => assert!(matches!(error, Error::TransferUnderway), "{error:?}"),
        }
        let (person, to) = (known[self.pick(known.len())], self.pick(self.members.len()));
        let (now, Some(to)) = (self.tick(), &self.members[to]) else { return };
        match self.team.session.transfer(asked(person, to), now) {
            Ok(_) => self.transfers += 1,
            Err(error) => {
                assert!(matches!(error, Error::TransferUnderway | Error::NoSuchStation), "{error:?}");
            }
        }
    }

    /// The files of stations that are no more are given to others.
    fn take_from_departed(&mut self, known: &[PersonId]) {
        let there: Vec<_> = self.members.iter().flatten().map(Member::id).collect();
        for person in known {
            let is_followed = self.team.session.owner(*person).is_some_and(|owner| there.contains(&owner));
            if is_followed || self.departed == 0 {
                continue;
            }
            let now = self.tick();
            let to = self.members.iter().flatten().next().expect("two stations stay at least");
            let lost = jalon::usecase::transferring::Transfer { is_lost: true, ..asked(*person, to) };
            match self.team.session.transfer(lost, now) {
                Ok(_) => self.transfers += 1,
                // It was asked of the one that left already, for another one.
                Err(error) => assert!(matches!(error, Error::TransferUnderway), "{error:?}"),
            }
        }
    }

    /// Nothing is lost any more: a few rounds, and the stations are opened again.
    pub fn settle(mut self) -> Self {
        self.mail = Mail::default();
        let mut members: Vec<Member> = std::mem::take(&mut self.members).into_iter().flatten().collect();
        for _ in 0..5 {
            self.members = members.into_iter().map(Some).collect();
            let known = self.known_to_team();
            self.take_from_departed(&known);
            self.tick();
            members = std::mem::take(&mut self.members).into_iter().flatten().collect();
            go_round(&mut self.team, &mut members);
        }
        self.team = self.team.again();
        self.members = members.into_iter().map(Member::again).map(Some).collect();
        self
    }
}

const fn is_ordinary(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Accepted | Verdict::Already | Verdict::Late | Verdict::Gap)
}
