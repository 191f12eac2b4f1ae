//! What home lists, in order: today's appointments, drafts, people to act on, what the commission recommended,
//! records to sign.

use chrono::NaiveDate;

use crate::domain::codes::PathwayState;
use crate::domain::id::{ObjectId, PersonId};
use crate::domain::rules::{self, AlertCode, StationFinding};
use crate::ui::board::{About, Appointment, Spot, Standing};
use crate::ui::cx::Cx;
use crate::usecase::request::DraftKey;

/// A part of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Today's appointments.
    Appointments,
    /// What the rules find about the station itself.
    Station,
    /// People about whom a finding holds.
    ToActOn,
    /// What the commission recommended, until it is done (R7-16).
    Recommended,
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
    /// What the rules find about the station.
    Station(StationFinding),
    /// Somebody to act on, and why first.
    ToActOn(PersonId, Spot),
    /// A recommendation to follow.
    Recommended(PersonId, ObjectId),
    /// A record to sign.
    ToSign(PersonId, ObjectId),
    /// A draft.
    Draft(DraftKey),
}

impl Line {
    /// Whom the line is about.
    pub const fn person(&self) -> Option<PersonId> {
        match self {
            Self::Heading(..) | Self::Station(_) => None,
            Self::Appointment(person, _)
            | Self::Recommended(person, _)
            | Self::ToSign(person, _)
            | Self::ToActOn(person, _) => Some(*person),
            Self::Draft(key) => key.person,
        }
    }

    /// The interview that the line is about.
    pub fn interview(&self, cx: &Cx<'_>) -> Option<ObjectId> {
        match self {
            Self::Heading(..) | Self::Draft(_) | Self::Station(_) | Self::Recommended(..) => None,
            Self::Appointment(_, id) | Self::ToSign(_, id) => Some(*id),
            Self::ToActOn(_, spot) => cx.model.board.today().about(*spot).and_then(record_of),
        }
    }

    /// Whether it names a part, and cannot be selected.
    pub const fn is_heading(&self) -> bool {
        matches!(self, Self::Heading(..))
    }

    /// Whether two lines are about the same thing, or the same person to act on, though why first may
    /// have changed.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::ToActOn(one, _), Self::ToActOn(other, _)) => one == other,
            (one, other) => one == other,
        }
    }
}

/// The interview whose record a finding is about.
pub fn record_of(about: About) -> Option<ObjectId> {
    about.subject.filter(|_| about.code == AlertCode::InterviewRecord)
}

/// Every line of home.
pub fn gather(cx: &Cx<'_>) -> Vec<Line> {
    let to_act_on = cx.model.board.to_act_on().into_iter().map(|(person, spot)| Line::ToActOn(person, spot));
    let drafts = cx.model.drafts.iter().map(|draft| Line::Draft(draft.key.clone()));
    let parts = [
        (Part::Appointments, appointments(cx)),
        // What was typed and not saved comes before what the rules say: it is one's own.
        (Part::Drafts, drafts.collect()),
        (Part::Station, of_station(cx)),
        (Part::ToActOn, to_act_on.collect()),
        (Part::Recommended, recommended(cx)),
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

/// What the rules find about the station today.
pub fn station_findings(cx: &Cx<'_>, on: NaiveDate) -> Vec<StationFinding> {
    rules::station_findings(&cx.model.caseload.office, cx.model.board.pack(), on)
}

fn of_station(cx: &Cx<'_>) -> Vec<Line> {
    station_findings(cx, cx.now.today).into_iter().map(Line::Station).collect()
}

fn appointments(cx: &Cx<'_>) -> Vec<Line> {
    let met = listed(cx, |standing| &standing.met_today);
    let mut found: Vec<_> = met.map(|(rank, person, it)| (it.start, rank, it.id, person)).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, _, id, person)| Line::Appointment(person, id)).collect()
}

/// What the commission recommended about those who are still followed: what is due first, then what has no
/// day.
fn recommended(cx: &Cx<'_>) -> Vec<Line> {
    let asked = cx.model.board.people().filter(|(_, standing)| {
        standing.is_recommended_something && standing.pathway != PathwayState::Exited
    });
    let mut found: Vec<_> = asked
        .enumerate()
        .flat_map(|(rank, (person, _))| {
            let file = cx.file(person).into_iter();
            let open = file.flat_map(|file| &file.recommendations).filter(|it| it.value.is_open());
            open.map(move |it| (it.value.due_on.is_none(), it.value.due_on, rank, it.id, person))
        })
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(.., id, person)| Line::Recommended(person, id)).collect()
}

/// Interviews held in the time left to sign: older ones are findings.
fn to_sign(cx: &Cx<'_>) -> Vec<Line> {
    let awaited = listed(cx, |standing| &standing.to_sign);
    let mut found: Vec<_> = awaited.map(|(rank, person, it)| (it.date, rank, it.id, person)).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, _, id, person)| Line::ToSign(person, id)).collect()
}

/// Interviews of everyone, each with where its person comes in the order of names.
fn listed<'a>(
    cx: &Cx<'a>,
    of: impl Fn(&'a Standing) -> &'a [Appointment],
) -> impl Iterator<Item = (usize, PersonId, &'a Appointment)> {
    let people = cx.model.board.people().enumerate();
    people.flat_map(move |(rank, (person, standing))| of(standing).iter().map(move |it| (rank, person, it)))
}
