//! The e-mail that tells the prescriber what the commission decided of an entry (art. 7, R7-11): its text,
//! to be copied into the counsellor's own mail, and the note that it was sent. It names the person by
//! initials and reference only, and gives no reason: the prescriber knows whom they referred.

use crate::domain::body::Body;
use crate::domain::codes::{ContactKind, Ruling};
use crate::domain::contact::Contact;
use crate::domain::decision::Decision;
use crate::domain::enrolment::Enrolment;
use crate::domain::file::File;
use crate::domain::id::PersonId;
use crate::domain::state::State;
use crate::ui::cx::Cx;
use crate::ui::overlay::confirm::Confirm;
use crate::usecase::request::{Change, Request, Save};

/// The entry that the prescriber is to be told of, and who referred the person.
fn to_tell<'a>(file: &'a File, cx: &Cx<'_>) -> Option<(&'a Decision, &'a Enrolment)> {
    let state = State::of(file, cx.now.today);
    let decision = state.last_entry_ruling()?;
    let enrolment = state.period.enrolment.filter(|it| it.value.prescriber_kind.is_some())?;
    Some((&decision.value, &enrolment.value))
}

/// Whether there is something to tell somebody.
pub(super) fn has_something_to_tell(file: &File, cx: &Cx<'_>) -> bool {
    to_tell(file, cx).is_some()
}

/// The e-mail, and the question whether it was sent.
pub(super) fn mail(file: &File, cx: &Cx<'_>) -> Option<Confirm> {
    let (decision, enrolment) = to_tell(file, cx)?;
    let words = cx.words;
    let date = words.date(decision.session_on);
    let person = match &file.person.value.reference {
        Some(reference) => format!("{} ({reference})", file.person.value.initials()),
        None => file.person.value.initials(),
    };
    let kind = enrolment.prescriber_kind.map(|it| words.label(it).into_owned()).unwrap_or_default();
    let to = enrolment.prescriber.clone().unwrap_or(kind);
    let ruling = words.label(decision.ruling);
    let mut paragraphs = vec![
        words.filled("mail-to", [("to", to.as_str())]),
        words.filled("mail-subject", [("date", date.as_str())]),
        words.filled("mail-told", [("person", person.as_str()), ("date", &date), ("ruling", &ruling)]),
    ];
    match decision.ruling {
        Ruling::Refused if !decision.other_support.is_empty() => {
            paragraphs.push(words.filled("mail-other", [("support", decision.other_support.as_str())]));
        }
        Ruling::ReinforcedDiagnosis => {
            let until = decision.diagnosis_until.map(|day| words.date(day));
            paragraphs.extend(until.map(|day| words.filled("mail-until", [("date", day.as_str())])));
        }
        Ruling::Admitted
        | Ruling::Refused
        | Ruling::Adjourned
        | Ruling::Suspended
        | Ruling::Resumed
        | Ruling::Continued
        | Ruling::Exited
        | Ruling::ExitRefused => {}
    }
    if decision.is_provisional {
        paragraphs.push(words.get("mail-provisional").into_owned());
    }
    let name = cx.station().map(|it| it.name.clone()).unwrap_or_default();
    paragraphs.push(words.filled("mail-end", [("name", name.as_str())]));
    paragraphs.push(words.get("mail-sent").into_owned());
    Some(Confirm::new(words.get("mail-title").into_owned(), paragraphs))
}

/// That it was sent today.
pub(super) fn sent(person: PersonId, cx: &Cx<'_>) -> Request {
    let (date, kind) = (cx.now.today, ContactKind::PrescriberInformed);
    let contact = Contact { date, kind, result: String::new() };
    let change = Change { person: Some(person), replaces: None, body: Some(Body::Contact(contact)) };
    Request::Save(Box::new(Save { changes: vec![change], draft: None, confirmed: true }))
}
