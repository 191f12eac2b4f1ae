//! What an entry of the journal says: a whole version of one thing.

use super::contact::Contact;
use super::decision::Decision;
use super::employment::Employment;
use super::enrolment::Enrolment;
use super::interview::Interview;
use super::person::Person;
use super::station::StationProfile;
use super::step::Step;
use super::training::Training;

/// One version of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// The station itself.
    Station(StationProfile),
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
}

impl Body {
    /// The kind that entry headers carry. Stable.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Station(_) => "station",
            Self::Person(_) => "person",
            Self::Enrolment(_) => "enrolment",
            Self::Interview(_) => "interview",
            Self::Step(_) => "step",
            Self::Contact(_) => "contact",
            Self::Decision(_) => "decision",
            Self::Employment(_) => "employment",
            Self::Training(_) => "training",
        }
    }
}
