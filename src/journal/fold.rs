//! Entries in, caseload out: the latest version of each thing, person by person.
//!
//! Who created a file owns it: what another station writes of that person is a proposal, which changes
//! nothing until the owner takes it up. What the centre decides of them counts. What another station says
//! of itself stands apart from what this one says.
//!
//! **Invariant**: journals may be read in any order among themselves, all at once or as they come: the same
//! caseload comes of it. Those of one station's lives alone are read as they were written ([`super::lives`]).

mod placing;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use self::placing::Place;
use super::entry::Entry;
use super::journals::Journals;
use super::payload::{self, Said};
use crate::domain::body::Body;
use crate::domain::erasure::Erasure;
use crate::domain::file::{Current, EntryId, File};
use crate::domain::id::{ObjectId, PersonId, StationId};
use crate::domain::legal_hold::LegalHold;
use crate::domain::office::Office;
use crate::domain::recorded::Recorded;
use crate::domain::station::StationProfile;

/// Where the latest version of a thing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Latest {
    /// The entry that holds it.
    pub entry: EntryId,
    /// The person it concerns.
    pub person: Option<PersonId>,
    /// Whether that version withdraws the thing.
    pub withdrawn: bool,
}

/// What another station says of itself.
#[derive(Debug, Clone, Default)]
pub struct OtherStation {
    /// Its profile.
    pub profile: Option<StationProfile>,
    /// What belongs to no person there.
    pub office: Office,
}

/// The caseload: the station and every file, cheap to clone (files are shared).
#[derive(Debug, Clone, Default)]
pub struct Caseload {
    /// The station's own profile.
    pub station: Option<StationProfile>,
    /// What belongs to no person.
    pub office: Arc<Office>,
    /// The other stations whose journals were taken in.
    pub others: BTreeMap<StationId, Arc<OtherStation>>,
    /// Files by person.
    pub files: BTreeMap<PersonId, Arc<File>>,
    /// Files that another station has since: what they were when they left.
    pub departed: BTreeMap<PersonId, Arc<File>>,
    /// Certificates of those who were erased, in the order of the journal.
    pub erasures: Vec<Current<Erasure>>,
    /// Legal holds, as they were last said.
    pub holds: BTreeMap<PersonId, Current<LegalHold>>,
}

impl Caseload {
    /// The other station that follows a person, where it is one.
    pub fn other_of(&self, file: &File) -> Option<&OtherStation> {
        self.others.get(&file.owner?).map(AsRef::as_ref)
    }

    /// Who follows a person of whom no other referent is written: whose station it is.
    pub fn counsellor_of(&self, file: &File) -> Option<&str> {
        let profile = match self.other_of(file) {
            Some(other) => other.profile.as_ref(),
            None => self.station.as_ref(),
        };
        profile.map(|it| it.name.as_str())
    }
}

/// What the entries applied so far add up to.
#[derive(Debug, Clone, Default)]
pub struct Fold {
    /// What people see.
    pub caseload: Caseload,
    journals: Journals,
    /// What the centre wrote, until every journal was read once: it may speak of what is read after it.
    waiting: Option<Vec<(Entry, Said)>>,
    /// People whose file changed hands: theirs are made again from all that is known of them.
    moved: BTreeSet<PersonId>,
    /// Those of them of whom something new was read.
    to_refold: BTreeSet<PersonId>,
    /// Whether this is one file being made again.
    is_refolding: bool,
    /// Entries of the centre that a later one succeeds.
    succeeded: HashSet<EntryId>,
    /// Who created each file.
    owners: BTreeMap<PersonId, StationId>,
    /// Entries about somebody whose file another station owns.
    proposals: Vec<EntryId>,
    /// Files of people whose creation was undone: kept so that a redo finds everything again.
    withdrawn: BTreeMap<PersonId, Arc<File>>,
    /// Latest version of each thing.
    latest: HashMap<ObjectId, Latest>,
    /// Entries whose payload is of an unknown kind or cannot be read.
    unread: u64,
}

impl Fold {
    /// Nothing yet, before every journal of a store is read: then comes [`Fold::finish`].
    pub fn of(journals: Journals) -> Self {
        Self { journals, waiting: Some(Vec::new()), ..Self::default() }
    }

    /// Says that every journal was read: what the centre wrote finds its place.
    pub fn finish(&mut self) {
        let waiting = self.waiting.take().unwrap_or_default();
        self.succeeded.extend(waiting.iter().filter_map(|(entry, _)| entry.header.replaces));
        for (entry, said) in waiting {
            self.apply_said(&entry, Some(said));
        }
    }

    /// Whose journal is which.
    pub const fn journals(&self) -> &Journals {
        &self.journals
    }

    /// The same, when more becomes known.
    pub const fn journals_mut(&mut self) -> &mut Journals {
        &mut self.journals
    }

    /// Applies the next entry, and says whose file it changed.
    pub fn apply(&mut self, entry: &Entry) -> Option<PersonId> {
        self.apply_said(entry, payload::of(entry).map(|payload| payload.said))
    }

    /// The same, for who has read what the entry says, or could not.
    pub fn apply_said(&mut self, entry: &Entry, said: Option<Said>) -> Option<PersonId> {
        let header = &entry.header;
        let Some(said) = said.filter(|said| *said != Said::Unknown) else {
            self.unread += 1;
            return None;
        };
        if let Some(person) = header.person {
            if self.has_moved(person, entry, &said) {
                self.to_refold.insert(person);
                return None;
            }
            match self.place_of(person, entry, &said) {
                Place::File => {}
                Place::Waiting => {
                    self.waiting.get_or_insert_default().push((entry.clone(), said));
                    return None;
                }
                Place::Succeeded => return None,
                Place::Proposals => {
                    self.proposals.push(entry.id());
                    return None;
                }
            }
        }
        self.put_said(entry, said)
    }

    /// Puts what an entry says where it belongs, whoever wrote it.
    fn put_said(&mut self, entry: &Entry, said: Said) -> Option<PersonId> {
        let header = &entry.header;
        let latest = Latest { entry: entry.id(), person: header.person, withdrawn: said == Said::Withdrawn };
        self.latest.insert(header.object, latest);
        match (said, header.person) {
            (Said::Is(Body::Station(profile)), _) => {
                match self.other(header.station) {
                    Some(other) => other.profile = Some(profile),
                    None => {
                        self.caseload.station = Some(profile);
                        let office = Arc::make_mut(&mut self.caseload.office);
                        office.begun_on.get_or_insert(header.at.date_naive());
                    }
                }
                None
            }
            (Said::Is(Body::ListExport(it)), None) => {
                self.office_of(header.station).list_exports.push(current(entry, it));
                None
            }
            (Said::Is(Body::LegalHold(hold)), _) => {
                // Nobody forbids, or allows, erasing somebody whom another station follows.
                let owner = self.owners.get(&hold.person).copied();
                if self.is_own(header.station) || owner == Some(self.journals.station_of(header.station)) {
                    self.caseload.holds.insert(hold.person, current(entry, hold));
                }
                None
            }
            (Said::Is(Body::Erasure(erasure)), _) => {
                self.caseload.erasures.push(current(entry, erasure));
                None
            }
            (Said::Is(Body::Office(thing)), None) => {
                self.office_of(header.station).put(current(entry, thing));
                None
            }
            (Said::Withdrawn, None) => {
                self.office_of(header.station).take_out(header.object);
                None
            }
            (Said::Is(body), Some(person)) => {
                self.put(person, entry, body);
                Some(person)
            }
            (Said::Withdrawn, Some(person)) => {
                self.withdraw(person, header.object);
                Some(person)
            }
            (Said::Is(_) | Said::Unknown, None) | (Said::Unknown, Some(_)) => None,
        }
    }

    fn is_own(&self, journal: StationId) -> bool {
        self.journals.is_own(journal)
    }

    /// The station whose journal this is, as it is known; none when it is this one.
    fn other(&mut self, journal: StationId) -> Option<&mut OtherStation> {
        if self.is_own(journal) {
            return None;
        }
        let station = self.journals.station_of(journal);
        Some(Arc::make_mut(self.caseload.others.entry(station).or_default()))
    }

    fn office_of(&mut self, journal: StationId) -> &mut Office {
        if self.is_own(journal) {
            Arc::make_mut(&mut self.caseload.office)
        } else {
            let station = self.journals.station_of(journal);
            &mut Arc::make_mut(self.caseload.others.entry(station).or_default()).office
        }
    }

    /// Which station owns a person's file.
    pub fn owner(&self, person: PersonId) -> Option<StationId> {
        self.owners.get(&person).copied()
    }

    /// Entries about somebody whose file another station owns, in the order of the journals.
    pub fn proposals(&self) -> &[EntryId] {
        &self.proposals
    }

    /// Where the latest version of a thing stands.
    pub fn latest(&self, object: ObjectId) -> Option<Latest> {
        self.latest.get(&object).copied()
    }

    /// How many entries could not be read: newer kinds, or erased people.
    pub const fn unread(&self) -> u64 {
        self.unread
    }

    /// Forgets a person who was erased, as if their entries had never been read.
    pub fn forget(&mut self, person: PersonId, entries: u64) {
        self.take_away(person);
        self.latest.retain(|_, latest| latest.person != Some(person));
        self.moved.remove(&person);
        self.to_refold.remove(&person);
        self.unread += entries;
    }

    fn put(&mut self, id: PersonId, entry: &Entry, body: Body) {
        match body {
            // None of them belongs in anybody's file, whoever wrote it there.
            Body::Station(_)
            | Body::Erasure(_)
            | Body::LegalHold(_)
            | Body::Office(_)
            | Body::ListExport(_) => {}
            Body::Person(person) => {
                let current = current(entry, person);
                if let Some(file) = self.withdrawn.remove(&id) {
                    self.caseload.files.insert(id, file);
                }
                match self.caseload.files.get_mut(&id) {
                    Some(file) => Arc::make_mut(file).person = current,
                    None => {
                        let owner = self.owners.get(&id).copied();
                        let mut file = File::new(id, current);
                        file.owner = owner;
                        self.caseload.files.insert(id, Arc::new(file));
                    }
                }
            }
            Body::Enrolment(it) => self.keep(id, entry, it),
            Body::Interview(it) => {
                if let Some(file) = self.file_mut(id) {
                    file.compare_with_signed(entry.header.object, &it);
                }
                self.keep(id, entry, it);
            }
            Body::Step(it) => self.keep(id, entry, it),
            Body::Contact(it) => self.keep(id, entry, it),
            Body::Decision(it) => self.keep(id, entry, it),
            Body::Employment(it) => self.keep(id, entry, it),
            Body::Training(it) => self.keep(id, entry, it),
            Body::Evidence(it) => self.keep(id, entry, it),
            Body::Diagnosis(it) => self.keep(id, entry, it),
            Body::Barrier(it) => self.keep(id, entry, it),
            Body::Goal(it) => self.keep(id, entry, it),
            Body::SpecialCase(it) => self.keep(id, entry, it),
            Body::Positioning(it) => self.keep(id, entry, it),
            Body::Submission(it) => self.keep(id, entry, it),
            Body::Recommendation(it) => self.keep(id, entry, it),
            Body::Referent(it) => self.keep(id, entry, it),
            Body::Limitation(it) => self.keep(id, entry, it),
            Body::Skill(it) => self.keep(id, entry, it),
            Body::EsfRecord(it) => self.keep(id, entry, it),
            Body::Assignment(it) => self.keep(id, entry, it),
        }
    }

    fn keep<T: Recorded>(&mut self, id: PersonId, entry: &Entry, value: T) {
        if let Some(file) = self.file_mut(id) {
            file.put(current(entry, value));
        }
    }

    fn withdraw(&mut self, id: PersonId, object: ObjectId) {
        if self.caseload.files.get(&id).is_some_and(|file| file.person.id == object) {
            if let Some(file) = self.caseload.files.remove(&id) {
                self.withdrawn.insert(id, file);
            }
        } else if let Some(file) = self.file_mut(id) {
            file.take_out(object);
        }
    }

    fn file_mut(&mut self, id: PersonId) -> Option<&mut File> {
        self.caseload.files.get_mut(&id).or_else(|| self.withdrawn.get_mut(&id)).map(Arc::make_mut)
    }
}

fn current<T>(entry: &Entry, value: T) -> Current<T> {
    Current { id: entry.header.object, entry: entry.id(), written_at: entry.header.at, value }
}
