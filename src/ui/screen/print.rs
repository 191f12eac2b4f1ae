//! A document to a file that the user names: which one, then where. What goes out takes two strokes, and the
//! screen says where it is, that it is sealed no more, and how many people were left out of it.

use chrono::NaiveDate;
use fluent_bundle::FluentArgs;

use crate::document::{
    DocumentKind, Maker, agenda, attendance, dossier, email, minutes, on_the_agenda, review, submission_of,
};
use crate::domain::codes::{Coded as _, StationRole};
use crate::domain::file::File;
use crate::domain::id::PersonId;
use crate::domain::office::CommissionSession;
use crate::ui::cx::Cx;
use crate::ui::effect::Slot;
use crate::ui::message::Message;
use crate::ui::overlay::pick::Pick;
use crate::ui::screen::ask_path::{AskPath, PathPurpose};
use crate::ui::step::Step;
use crate::ui::who;
use crate::usecase::import::screen::ImportRequest;
use crate::usecase::outcome::Outcome;
use crate::usecase::printing::DocumentAsked;
use crate::usecase::request::Request;

/// How many signs of a person's number are in the name of a file.
const WHOSE: usize = 6;

/// What there is to print: of whom, of which session.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Printable {
    /// Whose file, when somebody is selected.
    pub person: Option<PersonId>,
    /// Which session, on the screen of the commission.
    pub session_on: Option<NaiveDate>,
}

impl Printable {
    /// The documents that can be made of it, in the order of their list.
    fn kinds(self, cx: &Cx<'_>) -> Vec<DocumentKind> {
        let file = self.person.and_then(|person| cx.file(person));
        let is_there = |kind: &DocumentKind| match kind {
            DocumentKind::Agenda | DocumentKind::Attendance | DocumentKind::Review => {
                self.session_on.is_some()
            }
            DocumentKind::Minutes => self.session_on.is_some() && is_the_centre(cx),
            DocumentKind::Dossier => file.is_some_and(|file| submission_of(file).is_some()),
            DocumentKind::Email => file.is_some_and(|file| email::to_tell(file, cx.now.today).is_some()),
        };
        DocumentKind::ALL.iter().copied().filter(is_there).collect()
    }

    /// Whether there is anything to print.
    pub fn is_something(self, cx: &Cx<'_>) -> bool {
        !self.kinds(cx).is_empty()
    }

    /// Asks which document.
    pub fn choose(self, slot: Slot, cx: &Cx<'_>) -> Step {
        let labels = self.kinds(cx).into_iter().map(|it| cx.words.label(it).into_owned()).collect();
        Step::open(slot, Pick::new(cx.words.get("print-title").into_owned(), labels, cx))
    }

    /// Asks where to write the document of that rank.
    pub fn ask(self, rank: usize, cx: &Cx<'_>) -> Step {
        let Some(kind) = self.kinds(cx).get(rank).copied() else { return Step::stay() };
        let day = self.session_on.unwrap_or(cx.now.today);
        let whose = whose(self.person.filter(|_| kind.is_of_a_person()));
        let name = format!("~/{}-{day}{whose}.txt", kind.stable_code());
        Step::push(AskPath::new(Printing { of: self, kind }, &name))
    }
}

/// What tells the file of one person from that of another on the same day, and tells nobody who it is.
fn whose(person: Option<PersonId>) -> String {
    let start = |person: PersonId| person.to_string().chars().take(WHOSE).collect::<String>();
    person.map(|person| format!("-{}", start(person))).unwrap_or_default()
}

/// A document that is being written.
struct Printing {
    of: Printable,
    kind: DocumentKind,
}

/// A document, who is in it, and how many people were left out.
struct Made {
    text: String,
    people: Vec<PersonId>,
    left_out: usize,
}

/// Whether the station is the operational team's, which alone writes the minutes.
fn is_the_centre(cx: &Cx<'_>) -> bool {
    cx.station().is_some_and(|it| it.role == StationRole::Team)
}

/// Who sat at the session of that day, when it is noted.
fn noted<'a>(on: NaiveDate, cx: &Cx<'a>) -> Option<&'a CommissionSession> {
    let sessions = &cx.model.caseload.office.sessions;
    sessions.iter().rev().find(|it| it.value.date == on).map(|it| &it.value)
}

impl Printing {
    /// The minutes, of everybody whom the centre knows.
    fn minutes(&self, maker: &Maker<'_>, cx: &Cx<'_>) -> Option<Made> {
        let on = self.of.session_on?;
        let mut heard = minutes::heard(cx.model.caseload.files.values().map(AsRef::as_ref), on);
        let all = heard.len();
        heard.retain(|it| !who::is_limited(it.file.id, cx));
        let text = minutes::written(&heard, on, noted(on, cx), maker, cx.words);
        let left_out = all - heard.len();
        Some(Made { text, people: heard.iter().map(|it| it.file.id).collect(), left_out })
    }

    fn made(&self, cx: &Cx<'_>) -> Option<Made> {
        let station = cx.station().map(|it| it.name.clone()).unwrap_or_default();
        let maker = Maker { station: &station, today: cx.now.today };
        let file = self.of.person.and_then(|person| cx.file(person));
        let alone = |file: &File, text: String| Made { text, people: vec![file.id], left_out: 0 };
        match self.kind {
            DocumentKind::Dossier => {
                let file = file?;
                Some(alone(file, dossier::written(file, submission_of(file)?, &maker, cx.words)))
            }
            DocumentKind::Email => {
                let file = file?;
                Some(alone(file, email::written(file, cx.now.today, &station, cx.words)?))
            }
            DocumentKind::Attendance => {
                let on = self.of.session_on?;
                let text = attendance::written(on, noted(on, cx), &maker, cx.words);
                Some(Made { text, people: Vec::new(), left_out: 0 })
            }
            DocumentKind::Minutes => self.minutes(&maker, cx),
            DocumentKind::Agenda | DocumentKind::Review => {
                let on = self.of.session_on?;
                let mut listed = on_the_agenda(cx.model.caseload.files.values().map(AsRef::as_ref), on);
                let all = listed.len();
                // Whose processing is limited is left out of what goes out (GDPR, article 18).
                listed.retain(|(file, _)| !who::is_limited(file.id, cx));
                let text = if self.kind == DocumentKind::Agenda {
                    agenda::written(&listed, on, &maker, cx.words)
                } else {
                    review::written(&listed, on, &maker, cx.words)
                };
                let left_out = all - listed.len();
                Some(Made { text, people: listed.iter().map(|(file, _)| file.id).collect(), left_out })
            }
        }
    }
}

impl PathPurpose for Printing {
    const WORDS: [&'static str; 3] = ["print-question", "print-how", "list-out-no-way"];

    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.label(self.kind).into_owned()
    }

    fn subject(&self) -> Option<PersonId> {
        self.of.person.filter(|_| self.kind.is_of_a_person())
    }

    fn ways(&self, typed: String) -> Request {
        Request::Import(ImportRequest::Ways(typed))
    }

    fn request(&self, path: String, cx: &Cx<'_>) -> Request {
        let (text, people) = self.made(cx).map(|it| (it.text, it.people)).unwrap_or_default();
        Request::WriteDocument(Box::new(DocumentAsked { path, people, text }))
    }

    fn done(&self, path: &str, outcome: &Outcome, cx: &Cx<'_>) -> Option<Step> {
        if !matches!(outcome, Outcome::Saved(_)) {
            return None;
        }
        let mut args = FluentArgs::new();
        args.set("path", path);
        args.set("limited", self.made(cx).map_or(0, |it| it.left_out));
        let told = cx.words.with("print-done", &args).into_owned();
        Some(Step::pop().saying(Message::done(told)))
    }
}
