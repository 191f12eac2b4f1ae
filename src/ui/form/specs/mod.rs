//! Jalon's forms: their fields as data, and how values become a version of a thing and back.
//!
//! A [`Paper`] knows one form; it neither asks nor draws. Words are in `forms.ftl` under
//! `form-<form>` and `form-<form>-<field>`.

mod appointment;
mod barrier;
mod contact;
mod decision;
mod diagnosis;
mod employment;
mod enrolment;
mod esf;
mod evidence;
mod goal;
mod interview;
pub mod letters;
mod limitation;
pub mod office;
mod person;
mod positioning;
mod reception;
mod recommendation;
mod referent;
mod referral;
mod skill;
mod special_case;
mod step;
mod submission;
mod training;

use super::spec::FormSpec;
use super::value::{Value, Values};
use crate::domain::body::Body;
use crate::domain::file::{EntryId, File};
use crate::domain::id::ObjectId;
use crate::ui::cx::Cx;
use crate::ui::theme::Role;

pub use appointment::APPOINTMENT;
pub use barrier::BARRIER;
pub use contact::CONTACT;
pub use decision::DECISION;
pub use diagnosis::DIAGNOSIS;
pub use employment::EMPLOYMENT;
pub use enrolment::ENROLMENT;
pub use esf::{ESF_ENTRY, ESF_EXIT};
pub use evidence::EVIDENCE;
pub use goal::GOAL;
pub use interview::{INTERVIEW, lacking};
pub use limitation::LIMITATION;
pub use person::PERSON;
pub use positioning::POSITIONING;
pub use reception::RECEPTION;
pub use recommendation::RECOMMENDATION;
pub use referent::REFERENT;
pub use referral::REFERRAL;
pub use skill::SKILL;
pub use special_case::SPECIAL_CASE;
pub use step::STEP;
pub use submission::SUBMISSION;
pub use training::TRAINING;

/// What a form is opened with: names of fields and their values.
pub type Given = Vec<(&'static str, Value)>;

/// The version that a form is opened on.
#[derive(Clone)]
pub struct Version {
    /// The thing.
    pub object: ObjectId,
    /// The entry that holds the version.
    pub entry: EntryId,
    /// The version.
    pub body: Body,
}

/// What a form holds, and what it is about.
pub struct Filled<'a> {
    /// The values understood.
    pub values: &'a Values,
    /// The person's file; `None` for somebody new.
    pub file: Option<&'a File>,
    /// The version being changed; `None` for a new thing.
    pub before: Option<&'a Body>,
    /// Time, words and people.
    pub cx: &'a Cx<'a>,
}

/// One form of Jalon.
pub struct Paper {
    /// Its fields.
    pub spec: &'static FormSpec,
    /// What a new one is opened with, besides the defaults of the spec.
    pub proposed: fn(&File, &Cx<'_>) -> Given,
    /// What one opened on a version shows.
    pub given: fn(&Body, Option<&File>, &Cx<'_>) -> Given,
    /// The versions that saving it writes: first the thing itself, then what goes with it. `None`
    /// while a field that makes the thing what it is has no value.
    pub bodies: fn(&Filled<'_>) -> Option<Vec<Body>>,
    /// What is worth knowing while it is filled in, below the fields.
    pub aside: fn(&Filled<'_>) -> Vec<(String, Role)>,
    /// The field of the form that shows a field of the domain.
    pub field_of: fn(&'static str) -> &'static str,
}

impl Paper {
    /// Stable id: that of the spec.
    pub const fn id(&self) -> &'static str {
        self.spec.id
    }

    /// Whether what it makes belongs to no person.
    pub fn is_of_office(&self) -> bool {
        office::ALL.iter().any(|paper| paper.id() == self.id())
    }

    /// The message that names it.
    pub fn title(&self) -> String {
        format!("form-{}", self.spec.id)
    }
}

/// Every form of a thing of a person's file.
pub const ALL: [&Paper; 24] = [
    &INTERVIEW,
    &APPOINTMENT,
    &PERSON,
    &ENROLMENT,
    &STEP,
    &CONTACT,
    &DECISION,
    &EMPLOYMENT,
    &TRAINING,
    &EVIDENCE,
    &DIAGNOSIS,
    &BARRIER,
    &GOAL,
    &SPECIAL_CASE,
    &POSITIONING,
    &SUBMISSION,
    &RECOMMENDATION,
    &REFERENT,
    &LIMITATION,
    &SKILL,
    &ESF_ENTRY,
    &ESF_EXIT,
    &REFERRAL,
    &RECEPTION,
];

/// The form of this id.
pub fn by_id(id: &str) -> Option<&'static Paper> {
    ALL.into_iter().chain(office::ALL).find(|paper| paper.id() == id)
}

/// The form in which a version is changed: a planned interview is an appointment.
pub fn paper_of(body: &Body) -> Option<&'static Paper> {
    match body {
        Body::Station(_)
        | Body::Erasure(_)
        | Body::LegalHold(_)
        | Body::ListExport(_)
        | Body::Assignment(_) => None,
        Body::Person(_) => Some(&PERSON),
        Body::Enrolment(_) => Some(&ENROLMENT),
        Body::Interview(it) if it.outcome == crate::domain::codes::Outcome::Planned => Some(&APPOINTMENT),
        Body::Interview(_) => Some(&INTERVIEW),
        Body::Step(_) => Some(&STEP),
        Body::Contact(_) => Some(&CONTACT),
        Body::Decision(_) => Some(&DECISION),
        Body::Employment(_) => Some(&EMPLOYMENT),
        Body::Training(_) => Some(&TRAINING),
        Body::Evidence(_) => Some(&EVIDENCE),
        Body::Diagnosis(_) => Some(&DIAGNOSIS),
        Body::Barrier(_) => Some(&BARRIER),
        Body::Goal(_) => Some(&GOAL),
        Body::SpecialCase(_) => Some(&SPECIAL_CASE),
        Body::Positioning(_) => Some(&POSITIONING),
        Body::Office(it) => Some(office::paper_of(it)),
        Body::Submission(_) => Some(&SUBMISSION),
        Body::Recommendation(_) => Some(&RECOMMENDATION),
        Body::Referent(_) => Some(&REFERENT),
        Body::Limitation(_) => Some(&LIMITATION),
        Body::Skill(_) => Some(&SKILL),
        Body::EsfRecord(_) => Some(&ESF_ENTRY),
    }
}

/// The latest version of a thing of a file.
pub fn version_of(file: &File, object: ObjectId) -> Option<Version> {
    file.version(object).map(|(entry, body)| Version { object, entry, body })
}

/// Nothing to propose.
fn nothing(_file: &File, _cx: &Cx<'_>) -> Given {
    Vec::new()
}

/// Nothing to say.
fn silent(_filled: &Filled<'_>) -> Vec<(String, Role)> {
    Vec::new()
}

/// Fields of the form and of the domain have the same names.
const fn same(field: &'static str) -> &'static str {
    field
}

/// Adds a value that there is.
fn add<T>(given: &mut Given, name: &'static str, value: Option<T>, make: impl Fn(T) -> Value) {
    given.extend(value.map(|value| (name, make(value))));
}

/// Adds a text that is not empty.
fn add_text(given: &mut Given, name: &'static str, text: &str) {
    if !text.is_empty() {
        given.push((name, Value::Text(text.to_owned())));
    }
}

/// The code of a value of a code list.
fn code_of<C: crate::domain::codes::Coded>(value: C) -> Value {
    Value::Code(value.stable_code().to_owned())
}

/// The codes of values of a code list.
fn codes_of<C: crate::domain::codes::Coded>(values: &[C]) -> Value {
    Value::Codes(values.iter().map(|it| it.stable_code().to_owned()).collect())
}

/// The text of a field, empty when there is none.
fn text(values: &Values, name: &str) -> String {
    values.text(name).unwrap_or_default().to_owned()
}

/// The text of a field that may be left out.
fn maybe_text(values: &Values, name: &str) -> Option<String> {
    values.text(name).map(str::to_owned)
}
