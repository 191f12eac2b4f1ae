//! The page of events: contacts, decisions of the commission and changes of referent, the latest first.

use chrono::NaiveDate;
use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::list::{self, Row, columns, first_line};
use crate::domain::contact::Contact;
use crate::domain::decision::Decision;
use crate::domain::esf::{EsfRecord, missing_at_entry};
use crate::domain::file::{Current, File};
use crate::domain::id::ObjectId;
use crate::domain::referent::Referent;
use crate::ui::cx::Cx;
use crate::ui::theme::Role;
use crate::ui::widget::window::Window;

/// A contact, a decision, a change of referent or the record of the European Social Fund.
#[derive(Clone, Copy)]
pub(super) enum Event<'a> {
    Contact(&'a Current<Contact>),
    Decision(&'a Current<Decision>),
    Referent(&'a Current<Referent>),
    Esf(&'a Current<EsfRecord>),
}

impl Event<'_> {
    /// The thing.
    pub(super) const fn id(self) -> ObjectId {
        match self {
            Self::Contact(it) => it.id,
            Self::Decision(it) => it.id,
            Self::Referent(it) => it.id,
            Self::Esf(it) => it.id,
        }
    }

    const fn date(self) -> NaiveDate {
        match self {
            Self::Contact(it) => it.value.date,
            Self::Decision(it) => it.value.session_on,
            Self::Referent(it) => it.value.since,
            Self::Esf(it) => it.value.entered_on,
        }
    }
}

/// The events in the order of the page.
pub(super) fn sorted(file: &File) -> Vec<Event<'_>> {
    let contacts = file.contacts.iter().map(Event::Contact);
    let referents = file.referents.iter().map(Event::Referent);
    let records = file.esf_records.iter().map(Event::Esf);
    let mut events: Vec<Event<'_>> =
        contacts.chain(file.decisions.iter().map(Event::Decision)).chain(referents).chain(records).collect();
    events.sort_by_key(|it| std::cmp::Reverse(it.date()));
    events
}

fn row(event: Event<'_>, file: &File, area: Rect, cx: &Cx<'_>) -> Row {
    let date = cx.words.date(event.date());
    let rest = usize::from(area.width).saturating_sub(42);
    match event {
        Event::Contact(it) => {
            let kind = cx.words.label(it.value.kind);
            Row::plain(columns(&[(&date, 10), (&kind, 27)], &first_line(&it.value.result, rest)))
        }
        Event::Decision(it) => {
            let mut args = FluentArgs::new();
            args.set("ruling", cx.words.label(it.value.ruling).into_owned());
            let kind = cx.words.with("event-decision", &args);
            let until = it.value.suspended_until.or(it.value.review_on);
            let until = until.map(|day| format!("→ {} ", cx.words.date(day))).unwrap_or_default();
            let text = format!("{until}{}", first_line(&it.value.reason, rest));
            Row { text: columns(&[(&date, 10), (&kind, 27)], &text), role: Role::Accent }
        }
        Event::Esf(_) => {
            let lacking = missing_at_entry(file, cx.now.today).len();
            let mut args = FluentArgs::new();
            args.set("count", lacking);
            let told = cx.words.with("esf-lacking", &args);
            let kind = cx.words.get("act-esf_record");
            Row::plain(columns(&[(&date, 10), (&kind, 27)], &first_line(&told, rest)))
        }
        Event::Referent(it) => {
            let why = it.value.change.map(|it| cx.words.label(it)).unwrap_or_default();
            let told = [it.value.name.as_str(), &why, &it.value.note];
            let told = told.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ");
            let kind = cx.words.get("act-referent");
            Row { text: columns(&[(&date, 10), (&kind, 27)], &first_line(&told, rest)), role: Role::Accent }
        }
    }
}

/// Draws the page.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, file: &File, window: Window, cx: &Cx<'_>) {
    let events = sorted(file);
    if events.is_empty() {
        return list::empty(frame, area, "file-no-event", cx);
    }
    let title = columns(&[(&cx.words.get("interviews-date"), 10)], &cx.words.get("act-contact"));
    let rows = list::titled(frame, area, &title, cx);
    list::draw(frame, rows, events.len(), window, cx, |rank| {
        events.get(rank).map_or_else(|| Row::plain(String::new()), |it| row(*it, file, area, cx))
    });
}
