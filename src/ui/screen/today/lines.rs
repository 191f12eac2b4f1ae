//! What home lists, in order: today's appointments, drafts, people to act on, records to sign.

use crate::domain::dates::sub_days;
use crate::domain::file::File;
use crate::domain::id::{ObjectId, PersonId};
use crate::domain::parameters::ParameterKey;
use crate::domain::rules::AlertCode;
use crate::ui::board::{About, Standing, between, is_to_sign};
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
    ToActOn(About),
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
            Self::ToActOn(about) => Some(about.person),
            Self::Draft(key) => key.person,
        }
    }

    /// The interview that the line is about.
    pub fn interview(&self) -> Option<ObjectId> {
        match self {
            Self::Heading(..) | Self::Draft(_) => None,
            Self::Appointment(_, id) | Self::ToSign(_, id) => Some(*id),
            Self::ToActOn(about) => record_of(*about),
        }
    }

    /// Whether it names a part, and cannot be selected.
    pub const fn is_heading(&self) -> bool {
        matches!(self, Self::Heading(..))
    }
}

/// The interview whose record a finding is about.
pub fn record_of(about: About) -> Option<ObjectId> {
    about.subject.filter(|_| about.code == AlertCode::InterviewRecord)
}

/// Every line of home.
pub fn gather(cx: &Cx<'_>) -> Vec<Line> {
    let to_act_on = cx.model.board.to_act_on().into_iter().map(Line::ToActOn);
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
    for (rank, file) in files(cx, |standing| standing.comes_today) {
        found.extend(between(file, today, today).map(|it| (it.value.start, rank, file.id, it.id)));
    }
    found.sort_unstable();
    found.into_iter().map(|(_, _, person, id)| Line::Appointment(person, id)).collect()
}

/// Interviews held in the time left to sign: older ones are findings.
fn to_sign(cx: &Cx<'_>) -> Vec<Line> {
    let today = cx.now.today;
    let signing_time = cx.model.board.pack().at(today).get(ParameterKey::SigningTime);
    let from = sub_days(today, signing_time);
    let mut found = Vec::new();
    for (rank, file) in files(cx, |standing| standing.has_to_sign) {
        let awaited = between(file, from, today).filter(|it| is_to_sign(it, file));
        found.extend(awaited.map(|it| (it.value.date, rank, file.id, it.id)));
    }
    found.sort_unstable();
    found.into_iter().map(|(_, _, person, id)| Line::ToSign(person, id)).collect()
}

/// The files of some people, each with where it comes in the order of names.
fn files<'a>(cx: &Cx<'a>, is_one: impl Fn(&Standing) -> bool) -> impl Iterator<Item = (usize, &'a File)> {
    let people = cx.model.board.people().enumerate().filter(move |(_, (_, standing))| is_one(standing));
    let caseload = &cx.model.caseload;
    people.filter_map(|(rank, (person, _))| Some((rank, caseload.files.get(&person)?.as_ref())))
}
