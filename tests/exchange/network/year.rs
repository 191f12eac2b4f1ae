//! Months of work of a team and its stations, with late, lost, doubled and shuffled bundles both ways, decisions
//! and files that change stations: in the end everybody agrees, and nothing that was written is missing.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jalon::demo::dice::Dice;
use jalon::domain::body::Body;
use jalon::domain::codes::{ContactKind, Ruling};
use jalon::domain::contact::Contact;
use jalon::domain::id::PersonId;
use jalon::exchange::bundle::code::Verdict;
use jalon::usecase::error::Error;

use super::super::stock_tools::say;
use super::deciding::{ruling, write};
use super::transferring::asked;
use super::{Member, has_all_of, network, today};

/// Stations, months and how many times: `JALON_YEARS_OF_EXCHANGE=14x12x20` says other numbers.
fn size() -> [usize; 3] {
    let said = std::env::var("JALON_YEARS_OF_EXCHANGE").unwrap_or_default();
    let numbers: Vec<usize> = said.split('x').filter_map(|number| number.parse().ok()).collect();
    numbers.try_into().unwrap_or([3, 5, 2])
}

/// What is on its way, and to whom: the team, or a station.
#[derive(Default)]
struct Mail {
    to_team: Vec<PathBuf>,
    to_stations: Vec<(usize, PathBuf)>,
}

/// A team, its stations, and what everybody knows that was written.
struct Life {
    dice: Dice,
    team: Member,
    members: Vec<Member>,
    mail: Mail,
    people: Vec<PersonId>,
    /// What was written of each, and acknowledged.
    written: BTreeMap<PersonId, Vec<String>>,
    decided: BTreeMap<PersonId, usize>,
    transfers: usize,
    bundles: usize,
}

impl Life {
    fn new(seed: u64, stations: usize) -> Self {
        let (team, members) = network(stations);
        let dice = Dice::new(seed, 7);
        let (mail, people, written) = (Mail::default(), Vec::new(), BTreeMap::new());
        let (decided, transfers, bundles) = (BTreeMap::new(), 0, 0);
        Self { dice, team, members, mail, people, written, decided, transfers, bundles }
    }

    fn pick(&mut self, count: usize) -> usize {
        self.dice.below(u32::try_from(count).unwrap()) as usize
    }

    fn month(&mut self, month: usize) {
        for who in 0..self.members.len() {
            self.work(who, month);
            let bundle = self.members[who].send();
            self.bundles += 1;
            // One in five is lost, one in ten goes twice.
            let times = [0, 0, 1, 1, 1, 1, 1, 1, 1, 2][self.pick(10)];
            self.mail.to_team.extend(std::iter::repeat_n(bundle, times));
        }
        self.team_reads();
        self.team_decides(month);
        for it in self.team.answer() {
            let to = self.members.iter().position(|member| member.id() == it.station).unwrap();
            let times = [0, 0, 1, 1, 1, 1, 1, 1, 1, 2][self.pick(10)];
            self.mail.to_stations.extend(std::iter::repeat_n((to, it.path), times));
        }
        self.stations_read();
    }

    fn work(&mut self, who: usize, month: usize) {
        if self.dice.chance(60) {
            let person = self.members[who].add(&format!("Benali {month} {who}"));
            self.people.push(person);
        }
        for _ in 0..2 {
            if self.people.is_empty() {
                return;
            }
            let rank = self.pick(self.people.len());
            let person = self.people[rank];
            let said = format!("{month}-{who}-{}", self.written.values().map(Vec::len).sum::<usize>());
            let date = "2026-03-10".parse().unwrap();
            let call = Body::Contact(Contact { date, kind: ContactKind::ALL[0], result: said.clone() });
            let session = &mut self.members[who].session;
            if !session.caseload().files.contains_key(&person) {
                continue;
            }
            match write(session, person, None, call, today()) {
                Ok(()) => self.written.entry(person).or_default().push(said),
                Err(error) => assert!(matches!(error, Error::TransferUnderway), "{error:?}"),
            }
        }
    }

    fn team_reads(&mut self) {
        let arrived = self.arrived(|mail| &mut mail.to_team);
        for bundle in arrived {
            let verdict = self.team.take(&bundle).seen.verdict();
            assert!(is_ordinary(verdict), "{verdict:?}");
        }
    }

    fn stations_read(&mut self) {
        let arrived = self.arrived(|mail| &mut mail.to_stations);
        for (to, bundle) in arrived {
            let verdict = self.members[to].take(&bundle).seen.verdict();
            assert!(is_ordinary(verdict), "{verdict:?}");
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

    fn team_decides(&mut self, month: usize) {
        let known: Vec<PersonId> = self.team.session.caseload().files.keys().copied().collect();
        if known.is_empty() {
            return;
        }
        let person = known[self.pick(known.len())];
        match write(&mut self.team.session, person, None, ruling(Ruling::ALL[0]), today()) {
            Ok(()) => *self.decided.entry(person).or_default() += 1,
            Err(error) => assert!(matches!(error, Error::TransferUnderway), "{error:?}"),
        }
        let (person, to) = (known[self.pick(known.len())], self.pick(self.members.len()));
        match self.team.session.transfer(asked(person, &self.members[to]), today()) {
            Ok(_) => self.transfers += 1,
            Err(error) => {
                let is_expected = matches!(error, Error::TransferUnderway | Error::NoSuchStation);
                assert!(is_expected, "month {month}: {error:?}");
            }
        }
    }

    /// Nothing is lost any more: a few rounds, and the stations are opened again.
    fn settle(mut self) -> Self {
        self.mail = Mail::default();
        for _ in 0..4 {
            super::transferring::go_round(&mut self.team, &mut self.members);
        }
        self.team = self.team.again();
        self.members = self.members.into_iter().map(Member::again).collect();
        self
    }

    fn everybody_agrees(&self) {
        let team = &self.team.session;
        for member in &self.members {
            assert!(has_all_of(team, &member.session));
        }
        assert_eq!(team.caseload().files.len(), self.people.len(), "nobody is missing");
        for person in &self.people {
            let has = |member: &&Member| member.session.caseload().files.contains_key(person);
            let owners: Vec<&Member> = self.members.iter().filter(has).collect();
            assert_eq!(owners.len(), 1, "one station has the file, and one alone");
            let file = owners[0].session.file(*person).unwrap();
            let mut said: Vec<&String> = file.contacts.iter().map(|it| &it.value.result).collect();
            said.sort();
            let mut expected: Vec<&String> = self.written.get(person).into_iter().flatten().collect();
            expected.sort();
            assert_eq!(said, expected, "all that was written of them is there, once");
            assert_eq!(file.decisions.len(), self.decided.get(person).copied().unwrap_or_default());
        }
        assert!(team.proposals().is_empty(), "nobody wrote what was not theirs to write");
    }
}

const fn is_ordinary(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Accepted | Verdict::Already | Verdict::Late | Verdict::Gap)
}

#[test]
fn after_months_of_lost_and_late_bundles_everybody_agrees() {
    let [stations, months, times] = size();
    let (mut transfers, mut bundles, mut written) = (0, 0, 0);
    for seed in 0..times {
        let mut life = Life::new(seed as u64, stations);
        (0..months).for_each(|month| life.month(month));
        let life = life.settle();
        life.everybody_agrees();
        transfers += life.transfers;
        bundles += life.bundles;
        written += life.written.values().map(Vec::len).sum::<usize>();
    }
    say(&format!(
        "{times} × {stations} stations × {months} months: {bundles} bundles, {transfers} transfers, \
         {written} notes, none lost, none twice"
    ));
}
