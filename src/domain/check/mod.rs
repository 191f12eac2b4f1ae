//! Checks of what someone typed or imported, before it is written.
//!
//! A *refusal* is impossible and never saved; a *doubt* is unlikely and saved once confirmed. What
//! is merely missing is neither: an incomplete file can always be saved, and is completed before it
//! goes to the commission. Nothing here corrects or drops anything.

mod assignment;
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
mod limitation;
mod nir;
mod office;
mod person;
mod positioning;
mod recommendation;
mod referent;
mod skill;
mod special_case;
mod station;
mod step;
mod submission;
mod training;

use chrono::NaiveDate;

pub use nir::{has_social_security_number, social_security_number, without_social_security_numbers};

use super::body::Body;
use super::file::File;
use super::state::State;
use super::station::StationProfile;
use super::text;
use super::violation::{Severity, Violation};

/// What is wrong with a body, entered on `today`; `file` is that of the person it concerns, if
/// there is one already.
pub fn body(body: &Body, file: Option<&File>, today: NaiveDate) -> Vec<Violation> {
    let mut found = Violations { today, found: Vec::new() };
    match body {
        Body::Station(it) => station::check(it, &mut found),
        // Nobody types one.
        Body::Erasure(_) | Body::LegalHold(_) => {}
        Body::Person(it) => person::check(it, &mut found),
        Body::Enrolment(it) => enrolment::check(it, file, &mut found),
        Body::Interview(it) => {
            let state = file.map(|file| State::of(file, today));
            interview::check(it, state.as_ref(), &mut found);
        }
        Body::Step(it) => step::check(it, &mut found),
        Body::Contact(it) => contact::check(it, &mut found),
        Body::Decision(it) => decision::check(it, file.is_some(), &mut found),
        Body::Employment(it) => employment::check(it, &mut found),
        Body::Training(it) => training::check(it, &mut found),
        Body::Evidence(it) => evidence::check(it, &mut found),
        Body::Diagnosis(it) => diagnosis::check(it, &mut found),
        Body::Barrier(it) => barrier::check(it, &mut found),
        Body::Goal(it) => goal::check(it, &mut found),
        Body::SpecialCase(it) => special_case::check(it, &mut found),
        Body::Positioning(it) => positioning::check(it, &mut found),
        Body::Office(it) => office::check(it, &mut found),
        // Written by what writes the list, and by nobody else.
        Body::ListExport(_) => {}
        Body::Submission(it) => submission::check(it, file, &mut found),
        Body::Recommendation(it) => recommendation::check(it, &mut found),
        Body::Referent(it) => referent::check(it, file, &mut found),
        Body::Limitation(it) => limitation::check(it, &mut found),
        Body::Skill(it) => skill::check(it, &mut found),
        Body::EsfRecord(it) => esf::check(it, &mut found),
        Body::Assignment(it) => assignment::check(it, &mut found),
    }
    found.found
}

/// What is wrong with a body because of who works at the station where it is written.
pub fn at_station(body: &Body, station: &StationProfile, today: NaiveDate) -> Vec<Violation> {
    let mut found = Violations { today, found: Vec::new() };
    if let Body::Submission(it) = body {
        submission::check_author(it, station, &mut found);
    }
    found.found
}

/// What is found wrong, as the checks go along.
struct Violations {
    today: NaiveDate,
    found: Vec<Violation>,
}

impl Violations {
    fn refuse(&mut self, is_wrong: bool, field: &'static str, code: &'static str) {
        self.push(is_wrong, field, code, Severity::Refusal);
    }

    fn doubt(&mut self, is_unlikely: bool, field: &'static str, code: &'static str) {
        self.push(is_unlikely, field, code, Severity::Doubt);
    }

    fn push(&mut self, holds: bool, field: &'static str, code: &'static str, severity: Severity) {
        if holds {
            self.found.push(Violation { field, code, severity });
        }
    }

    /// What is said to have happened cannot be later than today.
    fn refuse_future(&mut self, date: Option<NaiveDate>, field: &'static str) {
        self.refuse(date.is_some_and(|date| date > self.today), field, "date-in-future");
    }

    /// A text that must not be empty.
    fn refuse_blank(&mut self, text: &str, field: &'static str, code: &'static str) {
        self.refuse(text.trim().is_empty(), field, code);
    }

    /// What no text may be: longer than an entry can carry, or a social security number, which is
    /// never stored, wherever it is typed.
    fn refuse_text<'a>(&mut self, text: impl Into<Option<&'a str>>, field: &'static str) {
        let text = text.into().unwrap_or_default();
        self.refuse(text.chars().count() > text::LONGEST, field, "text-too-long");
        self.refuse(has_social_security_number(text), field, "social-security-number");
    }
}

/// Whether both dates are known and the first is later.
fn is_after(first: Option<NaiveDate>, second: Option<NaiveDate>) -> bool {
    first.zip(second).is_some_and(|(first, second)| first > second)
}
