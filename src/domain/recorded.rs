//! What a file keeps versions of besides the person: each kind of thing has its list, in the order
//! of its days, and its place in a [`Body`]. To add a kind, write its type, implement [`Recorded`]
//! for it here, and give it a list in [`File`] and a variant in [`Body`].

use chrono::{NaiveDate, NaiveTime};

use super::barrier::Barrier;
use super::body::Body;
use super::contact::Contact;
use super::decision::Decision;
use super::diagnosis::Diagnosis;
use super::employment::Employment;
use super::enrolment::Enrolment;
use super::evidence::Evidence;
use super::file::{Current, File};
use super::goal::Goal;
use super::interview::Interview;
use super::positioning::Positioning;
use super::special_case::SpecialCase;
use super::step::Step;
use super::training::Training;

/// A thing of a person's file.
pub trait Recorded: Clone {
    /// The kind that entry headers carry. Stable.
    const KIND: &'static str;

    /// The list of its kind.
    fn list(file: &File) -> &Vec<Current<Self>>;

    /// The same, to be changed.
    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>>;

    /// The thing as a body.
    fn into_body(self) -> Body;

    /// The day that it is about, by which its list is sorted; `None` comes first.
    fn day(&self) -> Option<NaiveDate>;

    /// The time within that day.
    fn time(&self) -> Option<NaiveTime> {
        None
    }
}

impl Recorded for Enrolment {
    const KIND: &'static str = "enrolment";

    fn list(file: &File) -> &Vec<Current<Self>> {
        &file.enrolments
    }

    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>> {
        &mut file.enrolments
    }

    fn into_body(self) -> Body {
        Body::Enrolment(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        self.enrolled_on.or(self.referred_on)
    }
}

impl Recorded for Interview {
    const KIND: &'static str = "interview";

    fn list(file: &File) -> &Vec<Current<Self>> {
        &file.interviews
    }

    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>> {
        &mut file.interviews
    }

    fn into_body(self) -> Body {
        Body::Interview(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.date)
    }

    fn time(&self) -> Option<NaiveTime> {
        self.start
    }
}

impl Recorded for Step {
    const KIND: &'static str = "step";

    fn list(file: &File) -> &Vec<Current<Self>> {
        &file.steps
    }

    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>> {
        &mut file.steps
    }

    fn into_body(self) -> Body {
        Body::Step(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        self.starts_on.or(self.proposed_on)
    }
}

impl Recorded for Contact {
    const KIND: &'static str = "contact";

    fn list(file: &File) -> &Vec<Current<Self>> {
        &file.contacts
    }

    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>> {
        &mut file.contacts
    }

    fn into_body(self) -> Body {
        Body::Contact(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.date)
    }
}

impl Recorded for Decision {
    const KIND: &'static str = "decision";

    fn list(file: &File) -> &Vec<Current<Self>> {
        &file.decisions
    }

    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>> {
        &mut file.decisions
    }

    fn into_body(self) -> Body {
        Body::Decision(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.session_on)
    }
}

impl Recorded for Employment {
    const KIND: &'static str = "employment";

    fn list(file: &File) -> &Vec<Current<Self>> {
        &file.employments
    }

    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>> {
        &mut file.employments
    }

    fn into_body(self) -> Body {
        Body::Employment(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.starts_on)
    }
}

impl Recorded for Training {
    const KIND: &'static str = "training";

    fn list(file: &File) -> &Vec<Current<Self>> {
        &file.trainings
    }

    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>> {
        &mut file.trainings
    }

    fn into_body(self) -> Body {
        Body::Training(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        self.first_day()
    }
}

impl Recorded for Evidence {
    const KIND: &'static str = "evidence";

    fn list(file: &File) -> &Vec<Current<Self>> {
        &file.evidence
    }

    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>> {
        &mut file.evidence
    }

    fn into_body(self) -> Body {
        Body::Evidence(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        self.dated_on.or(self.received_on)
    }
}

impl Recorded for Diagnosis {
    const KIND: &'static str = "diagnosis";

    fn list(file: &File) -> &Vec<Current<Self>> {
        &file.diagnoses
    }

    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>> {
        &mut file.diagnoses
    }

    fn into_body(self) -> Body {
        Body::Diagnosis(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.made_on)
    }
}

impl Recorded for Barrier {
    const KIND: &'static str = "barrier";

    fn list(file: &File) -> &Vec<Current<Self>> {
        &file.barriers
    }

    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>> {
        &mut file.barriers
    }

    fn into_body(self) -> Body {
        Body::Barrier(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.seen_on)
    }
}

impl Recorded for Goal {
    const KIND: &'static str = "goal";

    fn list(file: &File) -> &Vec<Current<Self>> {
        &file.goals
    }

    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>> {
        &mut file.goals
    }

    fn into_body(self) -> Body {
        Body::Goal(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.agreed_on)
    }
}

impl Recorded for SpecialCase {
    const KIND: &'static str = "special_case";

    fn list(file: &File) -> &Vec<Current<Self>> {
        &file.special_cases
    }

    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>> {
        &mut file.special_cases
    }

    fn into_body(self) -> Body {
        Body::SpecialCase(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.prepared_on)
    }
}

impl Recorded for Positioning {
    const KIND: &'static str = "positioning";

    fn list(file: &File) -> &Vec<Current<Self>> {
        &file.positionings
    }

    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>> {
        &mut file.positionings
    }

    fn into_body(self) -> Body {
        Body::Positioning(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.on)
    }
}
