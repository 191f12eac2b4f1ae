//! What home lists, in order: today's appointments, drafts, people to act on, records to sign.

use chrono::NaiveDate;

use crate::domain::codes::Outcome;
use crate::domain::dates::sub_days;
use crate::domain::file::{Current, File};
use crate::domain::id::{ObjectId, PersonId};
use crate::domain::interview::{Interview, Signature};
use crate::domain::parameters::ParameterKey;
use crate::domain::rules::{AlertCode, Finding};
use crate::ui::cx::Cx;
use crate::usecase::request::DraftKey;

/// A part of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Today's appointments.
    Appointments,
    /// People about whom a finding holds.
    ToActOn,
    /// Records of the last days that somebody has still to sign.
    ToSign,
    /// What was typed and not saved.
    Drafts,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The name of a part, and how many lines it has.
    Heading(Part, usize),
    /// An appointment of today.
    Appointment(PersonId, ObjectId),
    /// Somebody to act on, and why first.
    ToActOn(Finding),
    /// A record to sign.
    ToSign(PersonId, ObjectId),
    /// A draft.
    Draft(DraftKey),
}

impl Line {
    /// Whom the line is about.
    pub const fn person(&self) -> Option<PersonId> {
        match self {
            Self::Heading(..) => None,
            Self::Appointment(person, _) | Self::ToSign(person, _) => Some(*person),
            Self::ToActOn(finding) => Some(finding.person),
            Self::Draft(key) => key.person,
        }
    }

    /// The interview that the line is about.
    pub fn interview(&self) -> Option<ObjectId> {
        match self {
            Self::Heading(..) | Self::Draft(_) => None,
            Self::Appointment(_, id) | Self::ToSign(_, id) => Some(*id),
            Self::ToActOn(finding) => record_of(finding),
        }
    }

    /// Whether it names a part, and cannot be selected.
    pub const fn is_heading(&self) -> bool {
        matches!(self, Self::Heading(..))
    }

    /// Whether two lines are about the same thing, though its finding may have moved on.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::ToActOn(one), Self::ToActOn(other)) => {
                (one.person, one.code, one.subject) == (other.person, other.code, other.subject)
            }
            (one, other) => one == other,
        }
    }
}

/// The interview whose record the finding is about.
pub fn record_of(finding: &Finding) -> Option<ObjectId> {
    finding.subject.filter(|_| finding.code == AlertCode::InterviewRecord).map(|it| it.id)
}

/// Every line of home.
pub fn gather(cx: &Cx<'_>) -> Vec<Line> {
    let to_act_on = cx.model.board.to_act_on().into_iter().cloned().map(Line::ToActOn);
    let drafts = cx.model.drafts.iter().map(|draft| Line::Draft(draft.key.clone()));
    let parts = [
        (Part::Appointments, appointments(cx)),
        // What was typed and not saved comes before what the rules say: it is one's own.
        (Part::Drafts, drafts.collect()),
        (Part::ToActOn, to_act_on.collect()),
        (Part::ToSign, to_sign(cx)),
    ];
    let mut lines = Vec::new();
    for (part, of_part) in parts {
        if !of_part.is_empty() || part == Part::Appointments {
            lines.push(Line::Heading(part, of_part.len()));
            lines.extend(of_part);
        }
    }
    lines
}

fn appointments(cx: &Cx<'_>) -> Vec<Line> {
    let today = cx.now.today;
    let mut found = Vec::new();
    for file in cx.model.caseload.files.values() {
        for it in between(file, today, today) {
            found.push((it.value.start, file.person.value.display_name(), file.id, it.id));
        }
    }
    found.sort();
    found.into_iter().map(|(_, _, person, id)| Line::Appointment(person, id)).collect()
}

/// Interviews held in the time left to sign: older ones are findings.
fn to_sign(cx: &Cx<'_>) -> Vec<Line> {
    let today = cx.now.today;
    let signing_time = cx.model.board.pack().at(today).get(ParameterKey::SigningTime);
    let from = sub_days(today, signing_time);
    let mut found = Vec::new();
    for file in cx.model.caseload.files.values() {
        for it in between(file, from, today).filter(|it| is_to_sign(it, file)) {
            found.push((it.value.date, file.person.value.display_name(), file.id, it.id));
        }
    }
    found.sort();
    found.into_iter().map(|(_, _, person, id)| Line::ToSign(person, id)).collect()
}

/// The interviews of those days, both included.
pub fn between(file: &File, from: NaiveDate, until: NaiveDate) -> impl Iterator<Item = &Current<Interview>> {
    let first = file.interviews.partition_point(|it| it.value.date < from);
    file.interviews[first..].iter().take_while(move |it| it.value.date <= until)
}

/// Whether the interview was held and somebody has still to sign its record, for the first time or
/// again.
pub fn is_to_sign(interview: &Current<Interview>, file: &File) -> bool {
    let it = &interview.value;
    let signatures = [&it.participant_signature, &it.counsellor_signature];
    let is_awaited = signatures.contains(&&Signature::ToSign) || file.is_changed_since_signed(interview.id);
    it.outcome == Outcome::Held && is_awaited
}
