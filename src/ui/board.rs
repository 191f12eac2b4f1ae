//! The board: where everyone stands and what the rules find, on one day, kept ready for every
//! screen.
//!
//! It is computed whole when the station opens and at midnight, then person by person as files
//! change. It is derived and never stored; it holds identities, dates and codes, no words.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};

use crate::domain::codes::{Lot, PathwayState, Public};
use crate::domain::file::{Current, File};
use crate::domain::id::{ObjectId, PersonId};
use crate::domain::interview::Interview;
use crate::domain::parameters::{Pack, Parameters};
use crate::domain::rules::{AlertCode, Finding, Severity, Status, findings_of};
use crate::domain::state::State;
use crate::journal::fold::Caseload;

/// An appointment that is still to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appointment {
    /// The interview.
    pub id: ObjectId,
    /// Its day.
    pub date: NaiveDate,
    /// Its hour, when it is known.
    pub start: Option<NaiveTime>,
}

/// Where one person stands on the day of the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Where in the pathway.
    pub pathway: PathwayState,
    /// Whether the person counts in the file active (D-4).
    pub is_in_file_active: bool,
    /// Whole months since the adhesion.
    pub months_in_pathway: Option<u32>,
    /// Lot of the current period.
    pub lot: Option<Lot>,
    /// Youth or adult.
    pub public: Option<Public>,
    /// Day of the last interview held.
    pub last_interview_on: Option<NaiveDate>,
    /// Day since which nothing was heard of the person: the last interview held, or what began the
    /// period when there was none.
    pub silent_since: Option<NaiveDate>,
    /// The next appointment, today's included.
    pub next_appointment: Option<Appointment>,
    /// What the rules find, the most pressing first, then the oldest.
    pub findings: Vec<Finding>,
}

impl Standing {
    fn of(file: &File, parameters: &Parameters, on: NaiveDate) -> Self {
        let state = State::of(file, on);
        let enrolment = state.period.enrolment.map(|it| &it.value);
        let last_interview_on = state.last_interview().map(|it| it.value.date);
        let began_on = enrolment.and_then(|it| it.received_on.or(it.referred_on));
        let appointment =
            |it: &Current<Interview>| Appointment { id: it.id, date: it.value.date, start: it.value.start };
        Self {
            pathway: state.pathway(),
            is_in_file_active: state.is_in_file_active(),
            months_in_pathway: state.months_in_pathway(),
            lot: enrolment.and_then(|it| it.lot),
            public: enrolment.and_then(|it| it.public),
            last_interview_on,
            silent_since: last_interview_on.or(state.enrolled_on()).or(began_on),
            next_appointment: state.next_appointment().map(appointment),
            findings: findings_of(&state, parameters),
        }
    }

    /// Whether nobody follows the person any more: they left, or did not enter.
    pub const fn is_over(&self) -> bool {
        match self.pathway {
            PathwayState::Exited | PathwayState::Refused => true,
            PathwayState::Candidate
            | PathwayState::InPathway
            | PathwayState::InWork
            | PathwayState::PostTraining
            | PathwayState::Suspended => false,
        }
    }

    /// How pressing the most pressing finding is, if there is any.
    pub fn severity(&self) -> Option<Severity> {
        self.findings.first().map(|it| it.severity)
    }

    /// Findings that hold, without those that will soon.
    pub fn due(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|it| it.status == Status::Due)
    }
}

/// How many findings of one alert there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Those that hold.
    pub due: usize,
    /// Those that will hold soon.
    pub soon: usize,
}

/// Where everyone stands on one day.
#[derive(Debug, Clone)]
pub struct Board {
    pack: Pack,
    on: NaiveDate,
    people: BTreeMap<PersonId, Standing>,
    /// Shared by the boards of other days.
    namesakes: Arc<Namesakes>,
}

/// Who shares a name with whom.
#[derive(Debug, Clone, Default)]
struct Namesakes {
    by_name: BTreeMap<String, BTreeSet<PersonId>>,
    names: BTreeMap<PersonId, (String, NaiveDate)>,
}

impl Namesakes {
    fn put(&mut self, id: PersonId, file: Option<&File>) {
        if let Some((name, _)) = self.names.remove(&id)
            && let Some(bearers) = self.by_name.get_mut(&name)
        {
            bearers.remove(&id);
        }
        if let Some(file) = file {
            let name = file.person.value.display_name().to_lowercase();
            self.by_name.entry(name.clone()).or_default().insert(id);
            self.names.insert(id, (name, file.person.value.birth_date));
        }
    }

    fn has(&self, id: PersonId) -> bool {
        let bearers = self.names.get(&id).and_then(|(name, _)| self.by_name.get(name));
        bearers.is_some_and(|bearers| bearers.len() > 1)
    }
}

impl Default for Board {
    /// The board of a station that is closed: nobody.
    fn default() -> Self {
        Self { pack: Pack::default(), on: NaiveDate::MIN, people: BTreeMap::new(), namesakes: Arc::default() }
    }
}

impl Board {
    /// Where everyone stands on `on`, under `pack`.
    pub fn of(caseload: &Caseload, pack: &Pack, on: NaiveDate) -> Self {
        let mut board = Self { pack: pack.clone(), on, ..Self::default() };
        board.update(caseload, caseload.files.keys().copied());
        board
    }

    /// The same people and thresholds on another day.
    #[must_use]
    pub fn at(&self, caseload: &Caseload, on: NaiveDate) -> Self {
        let parameters = self.pack.at(on);
        let standing = |(id, file): (&PersonId, &Arc<File>)| (*id, Standing::of(file, &parameters, on));
        Self {
            pack: self.pack.clone(),
            on,
            people: caseload.files.iter().map(standing).collect(),
            namesakes: Arc::clone(&self.namesakes),
        }
    }

    /// Takes in the files of `people` as they are now in `caseload`.
    pub fn update(&mut self, caseload: &Caseload, people: impl IntoIterator<Item = PersonId>) {
        let parameters = self.pack.at(self.on);
        for person in people {
            let file = caseload.files.get(&person);
            Arc::make_mut(&mut self.namesakes).put(person, file.map(Arc::as_ref));
            match file {
                Some(file) => self.people.insert(person, Standing::of(file, &parameters, self.on)),
                None => self.people.remove(&person),
            };
        }
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
        self.people.get(&person)
    }

    /// What the rules find about a person, the most pressing first.
    pub fn findings(&self, person: PersonId) -> &[Finding] {
        self.people.get(&person).map_or(&[], |it| &it.findings)
    }

    /// Everyone, by identity.
    pub fn people(&self) -> impl Iterator<Item = (PersonId, &Standing)> {
        self.people.iter().map(|(id, standing)| (*id, standing))
    }

    /// Whether somebody else bears the same name: what differs is to be shown then.
    pub fn has_namesake(&self, person: PersonId) -> bool {
        self.namesakes.has(person)
    }

    /// Puts people whom nothing else tells apart in the order of their names, then of their ages.
    pub fn name_key(&self, person: PersonId) -> Option<&(String, NaiveDate)> {
        self.namesakes.names.get(&person)
    }

    /// How many findings of each alert there are, in the order of [`AlertCode::ALL`].
    pub fn counts(&self) -> Vec<(AlertCode, Count)> {
        let mut counts = vec![Count::default(); AlertCode::ALL.len()];
        for finding in self.people.values().flat_map(|it| &it.findings) {
            let count = &mut counts[finding.code as usize];
            match finding.status {
                Status::Due => count.due += 1,
                Status::Soon => count.soon += 1,
            }
        }
        AlertCode::ALL.iter().copied().zip(counts).collect()
    }

    /// People about whom a finding holds: the most pressing first, then the oldest, each with that
    /// finding.
    pub fn to_act_on(&self) -> Vec<&Finding> {
        let mut first: Vec<&Finding> = self.people.values().filter_map(|it| it.due().next()).collect();
        first.sort_by_cached_key(|it| (it.rank(), self.name_key(it.person), it.person));
        first
    }
}
