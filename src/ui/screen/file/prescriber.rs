//! The e-mail that tells the prescriber what the commission decided of an entry (art. 7, R7-11): its text,
//! to be copied into the counsellor's own mail, and the note that it was sent.

use crate::document::email;
use crate::domain::body::Body;
use crate::domain::codes::ContactKind;
use crate::domain::contact::Contact;
use crate::domain::file::File;
use crate::domain::id::PersonId;
use crate::ui::cx::Cx;
use crate::ui::overlay::confirm::Confirm;
use crate::usecase::request::{Change, Request, Save};

/// Whether there is something to tell somebody.
pub(super) fn has_something_to_tell(file: &File, cx: &Cx<'_>) -> bool {
    email::to_tell(file, cx.now.today).is_some()
}

/// The e-mail, and the question whether it was sent.
pub(super) fn mail(file: &File, cx: &Cx<'_>) -> Option<Confirm> {
    let name = cx.station().map(|it| it.name.clone()).unwrap_or_default();
    let mut paragraphs = email::paragraphs(file, cx.now.today, &name, cx.words)?;
    paragraphs.push(cx.words.get("mail-sent").into_owned());
    Some(Confirm::new(cx.words.get("mail-title").into_owned(), paragraphs))
}

/// That it was sent today.
pub(super) fn sent(person: PersonId, cx: &Cx<'_>) -> Request {
    let (date, kind) = (cx.now.today, ContactKind::PrescriberInformed);
    let contact = Contact { date, kind, result: String::new() };
    let change = Change { person: Some(person), replaces: None, body: Some(Body::Contact(contact)) };
    Request::Save(Box::new(Save { changes: vec![change], draft: None, confirmed: true }))
}
