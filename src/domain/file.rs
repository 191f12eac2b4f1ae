//! A person's file (*dossier*): the latest version of everything known of one person.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

use super::assignment::Assignment;
use super::barrier::Barrier;
use super::body::Body;
use super::contact::Contact;
use super::decision::Decision;
use super::diagnosis::Diagnosis;
use super::employment::Employment;
use super::enrolment::Enrolment;
use super::esf::EsfRecord;
use super::evidence::Evidence;
use super::goal::Goal;
use super::id::{ObjectId, PersonId, StationId};
use super::interview::Interview;
use super::limitation::Limitation;
use super::person::Person;
use super::positioning::Positioning;
use super::recommendation::Recommendation;
use super::recorded::Recorded;
use super::referent::Referent;
use super::skill::Skill;
use super::special_case::SpecialCase;
use super::step::Step;
use super::submission::Submission;
use super::training::Training;

/// Which entry of which journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId {
    /// The station whose journal it is.
    pub station: StationId,
    /// Its number there, from 1.
    pub sequence: u64,
}

impl std::fmt::Display for EntryId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.station, self.sequence)
    }
}

/// The latest version of one thing, and where it stands in the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Current<T> {
    /// The thing, through all its versions.
    pub id: ObjectId,
    /// The entry that holds this version.
    pub entry: EntryId,
    /// When that entry was written.
    pub written_at: DateTime<Utc>,
    /// The version itself.
    pub value: T,
}

/// Everything known of one person. Lists are sorted by date, then by entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The station that owns it, where that is known: who follows the person works there.
    pub owner: Option<StationId>,
    /// The person, for ever.
    pub id: PersonId,
    /// Day on which its first entry was written: what came before was taken over from elsewhere.
    pub begun_on: NaiveDate,
    /// Identity page.
    pub person: Current<Person>,
    /// Periods of adhesion, oldest first.
    pub enrolments: Vec<Current<Enrolment>>,
    /// Interviews and appointments, oldest first.
    pub interviews: Vec<Current<Interview>>,
    /// Steps, in the order in which they started or were proposed.
    pub steps: Vec<Current<Step>>,
    /// Contacts, oldest first.
    pub contacts: Vec<Current<Contact>>,
    /// Decisions of the commission, oldest first.
    pub decisions: Vec<Current<Decision>>,
    /// Periods of work, in the order in which they began.
    pub employments: Vec<Current<Employment>>,
    /// Training courses, in the order of their first day.
    pub trainings: Vec<Current<Training>>,
    /// Pieces of evidence, by their date.
    pub evidence: Vec<Current<Evidence>>,
    /// Shared diagnoses, oldest first.
    pub diagnoses: Vec<Current<Diagnosis>>,
    /// Obstacles, in the order in which they were last seen.
    pub barriers: Vec<Current<Barrier>>,
    /// Goals, in the order in which they were agreed.
    pub goals: Vec<Current<Goal>>,
    /// Cases for the *Comité technique*, in the order in which they were begun.
    pub special_cases: Vec<Current<SpecialCase>>,
    /// Positionings on offers and actions, oldest first.
    pub positionings: Vec<Current<Positioning>>,
    /// Submissions to the commission, by the session that they aim at.
    pub submissions: Vec<Current<Submission>>,
    /// Recommendations of the commission, by session.
    pub recommendations: Vec<Current<Recommendation>>,
    /// Who follows the person, by the first day of each.
    pub referents: Vec<Current<Referent>>,
    /// Limitations of processing, by their first day.
    pub limitations: Vec<Current<Limitation>>,
    /// The skills booklet, oldest first.
    pub skills: Vec<Current<Skill>>,
    /// What the European Social Fund asks, by the day of the entry.
    pub esf_records: Vec<Current<EsfRecord>>,
    /// Transfers of the file, by their last day.
    pub assignments: Vec<Current<Assignment>>,
    /// Interviews that are no longer what was signed: noted once a version, because the clocks ask
    /// it of every interview on every day.
    changed_since_signed: BTreeSet<ObjectId>,
}

impl File {
    /// The file of a person of whom nothing else is known yet.
    pub fn new(id: PersonId, person: Current<Person>) -> Self {
        Self {
            owner: None,
            id,
            begun_on: person.written_at.date_naive(),
            person,
            enrolments: Vec::new(),
            interviews: Vec::new(),
            steps: Vec::new(),
            contacts: Vec::new(),
            decisions: Vec::new(),
            employments: Vec::new(),
            trainings: Vec::new(),
            evidence: Vec::new(),
            diagnoses: Vec::new(),
            barriers: Vec::new(),
            goals: Vec::new(),
            special_cases: Vec::new(),
            positionings: Vec::new(),
            submissions: Vec::new(),
            recommendations: Vec::new(),
            referents: Vec::new(),
            limitations: Vec::new(),
            skills: Vec::new(),
            esf_records: Vec::new(),
            assignments: Vec::new(),
            changed_since_signed: BTreeSet::new(),
        }
    }

    /// Notes whether this version of an interview is what was signed. Whoever puts a version in
    /// [`File::interviews`] says so here.
    pub fn compare_with_signed(&mut self, id: ObjectId, version: &Interview) {
        if version.is_changed_since_signed(self.id) {
            self.changed_since_signed.insert(id);
        } else {
            self.changed_since_signed.remove(&id);
        }
    }

    /// Whether that interview was changed after it was signed.
    pub fn is_changed_since_signed(&self, interview: ObjectId) -> bool {
        self.changed_since_signed.contains(&interview)
    }

    /// Puts a version in its place in the list of its kind: instead of the one it succeeds, in the
    /// order of the days, then of writing.
    pub fn put<T: Recorded>(&mut self, version: Current<T>) {
        let list = T::list_mut(self);
        if let Some(old) = list.iter().position(|it| it.id == version.id) {
            list.remove(old);
        }
        let rank = |it: &Current<T>| {
            (it.value.day(), it.value.time(), it.written_at, it.entry.sequence, it.entry.station)
        };
        let at = list.partition_point(|it| rank(it) <= rank(&version));
        list.insert(at, version);
    }

    /// Takes a thing out, whatever its kind.
    pub fn take_out(&mut self, object: ObjectId) {
        fn from<T: Recorded>(file: &mut File, object: ObjectId) {
            T::list_mut(file).retain(|it| it.id != object);
        }
        from::<Enrolment>(self, object);
        from::<Interview>(self, object);
        from::<Step>(self, object);
        from::<Contact>(self, object);
        from::<Decision>(self, object);
        from::<Employment>(self, object);
        from::<Training>(self, object);
        from::<Evidence>(self, object);
        from::<Diagnosis>(self, object);
        from::<Barrier>(self, object);
        from::<Goal>(self, object);
        from::<SpecialCase>(self, object);
        from::<Positioning>(self, object);
        from::<Submission>(self, object);
        from::<Recommendation>(self, object);
        from::<Referent>(self, object);
        from::<Limitation>(self, object);
        from::<Skill>(self, object);
        from::<EsfRecord>(self, object);
        from::<Assignment>(self, object);
        self.changed_since_signed.remove(&object);
    }

    /// The latest version of a thing, and the entry that holds it.
    pub fn version(&self, object: ObjectId) -> Option<(EntryId, Body)> {
        fn among<T: Recorded>(file: &File, object: ObjectId) -> Option<(EntryId, Body)> {
            let it = T::list(file).iter().find(|it| it.id == object)?;
            Some((it.entry, it.value.clone().into_body()))
        }
        if self.person.id == object {
            return Some((self.person.entry, Body::Person(self.person.value.clone())));
        }
        among::<Enrolment>(self, object)
            .or_else(|| among::<Interview>(self, object))
            .or_else(|| among::<Step>(self, object))
            .or_else(|| among::<Contact>(self, object))
            .or_else(|| among::<Decision>(self, object))
            .or_else(|| among::<Employment>(self, object))
            .or_else(|| among::<Training>(self, object))
            .or_else(|| among::<Evidence>(self, object))
            .or_else(|| among::<Diagnosis>(self, object))
            .or_else(|| among::<Barrier>(self, object))
            .or_else(|| among::<Goal>(self, object))
            .or_else(|| among::<SpecialCase>(self, object))
            .or_else(|| among::<Positioning>(self, object))
            .or_else(|| among::<Submission>(self, object))
            .or_else(|| among::<Recommendation>(self, object))
            .or_else(|| among::<Referent>(self, object))
            .or_else(|| among::<Limitation>(self, object))
            .or_else(|| among::<Skill>(self, object))
            .or_else(|| among::<EsfRecord>(self, object))
            .or_else(|| among::<Assignment>(self, object))
    }

    /// Everything that is written of the person, the identity page apart, list by list.
    pub fn bodies(&self) -> Vec<Body> {
        fn all<T: Recorded>(list: &[Current<T>]) -> impl Iterator<Item = Body> {
            list.iter().map(|it| it.value.clone().into_body())
        }
        let mut bodies = Vec::new();
        bodies.extend(all(&self.enrolments));
        bodies.extend(all(&self.interviews));
        bodies.extend(all(&self.steps));
        bodies.extend(all(&self.contacts));
        bodies.extend(all(&self.decisions));
        bodies.extend(all(&self.employments));
        bodies.extend(all(&self.trainings));
        bodies.extend(all(&self.evidence));
        bodies.extend(all(&self.diagnoses));
        bodies.extend(all(&self.barriers));
        bodies.extend(all(&self.goals));
        bodies.extend(all(&self.special_cases));
        bodies.extend(all(&self.positionings));
        bodies.extend(all(&self.submissions));
        bodies.extend(all(&self.recommendations));
        bodies.extend(all(&self.referents));
        bodies.extend(all(&self.limitations));
        bodies.extend(all(&self.skills));
        bodies.extend(all(&self.esf_records));
        bodies.extend(all(&self.assignments));
        bodies
    }
}
