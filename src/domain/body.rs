//! What an entry of the journal says: a whole version of one thing.

use chrono::NaiveDate;

use super::assignment::Assignment;
use super::barrier::Barrier;
use super::codes::Outcome;
use super::contact::Contact;
use super::decision::Decision;
use super::diagnosis::Diagnosis;
use super::employment::Employment;
use super::enrolment::Enrolment;
use super::erasure::Erasure;
use super::esf::EsfRecord;
use super::evidence::Evidence;
use super::goal::Goal;
use super::interview::Interview;
use super::legal_hold::LegalHold;
use super::limitation::Limitation;
use super::list_export::ListExport;
use super::office::OfficeBody;
use super::person::Person;
use super::positioning::Positioning;
use super::recommendation::Recommendation;
use super::recorded::Recorded as _;
use super::referent::Referent;
use super::skill::Skill;
use super::special_case::SpecialCase;
use super::station::StationProfile;
use super::step::Step;
use super::submission::Submission;
use super::training::Training;

/// One version of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// The station itself.
    Station(StationProfile),
    /// A list of people left the station.
    ListExport(ListExport),
    /// That a file may not be erased, or may again.
    LegalHold(LegalHold),
    /// That a person was erased.
    Erasure(Erasure),
    /// A person's identity page.
    Person(Person),
    /// A period of adhesion.
    Enrolment(Enrolment),
    /// An interview or an appointment.
    Interview(Interview),
    /// A step.
    Step(Step),
    /// A contact.
    Contact(Contact),
    /// A decision of the commission.
    Decision(Decision),
    /// A period of work.
    Employment(Employment),
    /// A training course.
    Training(Training),
    /// A piece of evidence.
    Evidence(Evidence),
    /// The shared diagnosis.
    Diagnosis(Diagnosis),
    /// An obstacle.
    Barrier(Barrier),
    /// A goal agreed.
    Goal(Goal),
    /// A case of its own for the *Comité technique*.
    SpecialCase(SpecialCase),
    /// A positioning on an offer or an action.
    Positioning(Positioning),
    /// A thing of the station that belongs to no person.
    Office(OfficeBody),
    /// A file submitted to the commission.
    Submission(Submission),
    /// What the commission recommends.
    Recommendation(Recommendation),
    /// Who follows the person from a day on.
    Referent(Referent),
    /// That nothing more is done with what is kept.
    Limitation(Limitation),
    /// A line of the skills booklet.
    Skill(Skill),
    /// What the European Social Fund asks of a participant.
    EsfRecord(EsfRecord),
    /// Who owns the file from a day on.
    Assignment(Assignment),
}

impl Body {
    /// The kind that entry headers carry. Stable.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Station(_) => "station",
            Self::ListExport(_) => "list_export",
            Self::Erasure(_) => "erasure",
            Self::LegalHold(_) => "legal_hold",
            Self::Person(_) => "person",
            Self::Enrolment(_) => Enrolment::KIND,
            Self::Interview(_) => Interview::KIND,
            Self::Step(_) => Step::KIND,
            Self::Contact(_) => Contact::KIND,
            Self::Decision(_) => Decision::KIND,
            Self::Employment(_) => Employment::KIND,
            Self::Training(_) => Training::KIND,
            Self::Evidence(_) => Evidence::KIND,
            Self::Diagnosis(_) => Diagnosis::KIND,
            Self::Barrier(_) => Barrier::KIND,
            Self::Goal(_) => Goal::KIND,
            Self::SpecialCase(_) => SpecialCase::KIND,
            Self::Positioning(_) => Positioning::KIND,
            Self::Office(it) => it.kind(),
            Self::Submission(_) => Submission::KIND,
            Self::Recommendation(_) => Recommendation::KIND,
            Self::Referent(_) => Referent::KIND,
            Self::Limitation(_) => Limitation::KIND,
            Self::Skill(_) => Skill::KIND,
            Self::EsfRecord(_) => EsfRecord::KIND,
            Self::Assignment(_) => Assignment::KIND,
        }
    }

    /// What one calls it: its kind, except that an interview still to come is an appointment.
    pub fn called(&self) -> &'static str {
        match self {
            Self::Interview(it) if it.outcome == Outcome::Planned => "appointment",
            Self::Station(_)
            | Self::ListExport(_)
            | Self::Erasure(_)
            | Self::LegalHold(_)
            | Self::Person(_)
            | Self::Enrolment(_)
            | Self::Interview(_)
            | Self::Step(_)
            | Self::Contact(_)
            | Self::Decision(_)
            | Self::Employment(_)
            | Self::Training(_)
            | Self::Evidence(_)
            | Self::Diagnosis(_)
            | Self::Barrier(_)
            | Self::Goal(_)
            | Self::SpecialCase(_)
            | Self::Positioning(_)
            | Self::Office(_)
            | Self::Submission(_)
            | Self::Recommendation(_)
            | Self::Referent(_)
            | Self::Limitation(_)
            | Self::Skill(_)
            | Self::EsfRecord(_)
            | Self::Assignment(_) => self.kind(),
        }
    }

    /// The day that it is about.
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::ListExport(it) => Some(it.made_on),
            Self::Station(_) | Self::Erasure(_) | Self::LegalHold(_) | Self::Person(_) => None,
            Self::Enrolment(it) => it.day(),
            Self::Interview(it) => it.day(),
            Self::Step(it) => it.day(),
            Self::Contact(it) => it.day(),
            Self::Decision(it) => it.day(),
            Self::Employment(it) => it.day(),
            Self::Training(it) => it.day(),
            Self::Evidence(it) => it.day(),
            Self::Diagnosis(it) => it.day(),
            Self::Barrier(it) => it.day(),
            Self::Goal(it) => it.day(),
            Self::SpecialCase(it) => it.day(),
            Self::Positioning(it) => it.day(),
            Self::Office(it) => it.day(),
            Self::Submission(it) => it.day(),
            Self::Recommendation(it) => it.day(),
            Self::Referent(it) => it.day(),
            Self::Limitation(it) => it.day(),
            Self::Skill(it) => it.day(),
            Self::EsfRecord(it) => it.day(),
            Self::Assignment(it) => it.day(),
        }
    }
}
