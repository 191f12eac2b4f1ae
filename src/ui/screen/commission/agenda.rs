//! The lines of the screen: every session that files aim at, its agenda by kind of business, then what
//! calls for the commission and is on no agenda yet, and the sessions whose attendance is noted.

use chrono::NaiveDate;

use crate::domain::codes::Business;
use crate::domain::id::{ObjectId, PersonId};
use crate::domain::parameters::Pack;
use crate::domain::submission::{Call, Missing, SubmissionState, calls, is_pending, missing, state_of};
use crate::ui::cx::Cx;

/// A file of a session.
#[derive(Clone)]
pub(super) struct Listed {
    /// Whose.
    pub(super) person: PersonId,
    /// How far it is.
    pub(super) state: SubmissionState,
    /// How many things it lacks, and the first.
    pub(super) lacks: (usize, Option<Missing>),
    /// Whether somebody answers for what it lacks.
    pub(super) is_overridden: bool,
}

/// One line.
#[derive(Clone)]
pub(super) enum Row {
    /// A session, and how many files it has.
    Session(NaiveDate, usize),
    /// A kind of business of it.
    Business(Business, usize),
    /// A file of it.
    File(Listed),
    /// What is on no agenda, and how many.
    Waiting(usize),
    /// One of them.
    Call(PersonId, Call),
    /// Sessions that are noted, and how many.
    Noted(usize),
    /// One of them.
    Sitting(ObjectId, NaiveDate),
}

impl Row {
    /// Whom the line is about, if it can be selected.
    pub(super) const fn person(&self) -> Option<PersonId> {
        match self {
            Self::File(it) => Some(it.person),
            Self::Call(person, _) => Some(*person),
            Self::Session(..)
            | Self::Business(..)
            | Self::Waiting(_)
            | Self::Noted(_)
            | Self::Sitting(..) => None,
        }
    }

    /// Whether it can be selected: titles cannot.
    pub(super) const fn is_selectable(&self) -> bool {
        match self {
            Self::File(_) | Self::Call(..) | Self::Sitting(..) => true,
            Self::Session(..) | Self::Business(..) | Self::Waiting(_) | Self::Noted(_) => false,
        }
    }
}

/// Every line, from the next session on; sessions that are past keep the files not decided yet.
pub(super) fn rows(cx: &Cx<'_>) -> Vec<Row> {
    let mut pending: Vec<(NaiveDate, Business, Listed)> = Vec::new();
    let mut waiting = Vec::new();
    for (person, _) in cx.model.board.people() {
        let Some(file) = cx.file(person) else { continue };
        for it in file.submissions.iter().filter(|it| is_pending(file, &it.value)) {
            let parameters = Pack::default().at(it.value.session_on);
            let lacks = missing(file, &it.value, &parameters);
            let listed = Listed {
                person,
                state: state_of(file, &it.value, &parameters),
                lacks: (lacks.len(), lacks.first().copied()),
                is_overridden: it.value.is_overridden(),
            };
            pending.push((it.value.session_on, it.value.business, listed));
        }
        let findings = cx.model.board.findings(person);
        waiting.extend(calls(file, &findings).into_iter().map(|call| (person, call)));
    }
    pending.sort_by_key(|(session_on, business, _)| (*session_on, *business));
    let mut rows = Vec::new();
    for of_session in pending.chunk_by(|one, next| one.0 == next.0) {
        rows.push(Row::Session(of_session[0].0, of_session.len()));
        for of_business in of_session.chunk_by(|one, next| one.1 == next.1) {
            rows.push(Row::Business(of_business[0].1, of_business.len()));
            rows.extend(of_business.iter().map(|(.., listed)| Row::File(listed.clone())));
        }
    }
    if !waiting.is_empty() {
        waiting.sort_by_key(|(_, call)| call.alert);
        rows.push(Row::Waiting(waiting.len()));
        rows.extend(waiting.into_iter().map(|(person, call)| Row::Call(person, call)));
    }
    let sessions = &cx.model.caseload.office.sessions;
    if !sessions.is_empty() {
        rows.push(Row::Noted(sessions.len()));
        rows.extend(sessions.iter().rev().map(|it| Row::Sitting(it.id, it.value.date)));
    }
    rows
}

/// The session that the row of that rank belongs to; the next one for who is on no agenda.
pub(super) fn session_at(rows: &[Row], rank: usize) -> Option<NaiveDate> {
    match rows.get(rank)? {
        Row::Sitting(_, date) => Some(*date),
        Row::Session(..) | Row::Business(..) | Row::File(_) => {
            rows[..=rank].iter().rev().find_map(|row| match row {
                Row::Session(date, _) => Some(*date),
                Row::Business(..) | Row::File(_) | Row::Waiting(_) | Row::Call(..) => None,
                Row::Noted(_) | Row::Sitting(..) => None,
            })
        }
        Row::Waiting(_) | Row::Call(..) | Row::Noted(_) => None,
    }
}
