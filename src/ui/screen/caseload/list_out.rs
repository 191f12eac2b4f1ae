//! The list taken out: those who are marked, else those on screen, in their order, to a file that the user
//! names. The key, the name, then Enter: what goes out takes two strokes. The worker writes it; the screen
//! says where it will be, and that it is sealed no more.

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::CaseloadScreen;
use crate::domain::id::PersonId;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::effect::Slot;
use crate::ui::keymap::key::Key;
use crate::ui::layer::Layer;
use crate::ui::message::Message;
use crate::ui::screen::Screen;
use crate::ui::screen::path::{self, PathField};
use crate::ui::step::Step;
use crate::usecase::import::screen::ImportRequest;
use crate::usecase::listing::ListAsked;
use crate::usecase::outcome::Outcome;
use crate::usecase::request::Request;

/// What the path may become.
const WAYS: Slot = Slot(1);
/// It is written.
const WRITTEN: Slot = Slot(2);
/// The titles of the columns, the same as those of `jalon list`, and the next appointment.
const TITLES: [&str; 8] = [
    "out-name",
    "out-birth",
    "out-commune",
    "out-lot",
    "out-state",
    "out-last-interview",
    "list-out-next",
    "out-alerts",
];

impl CaseloadScreen {
    /// Asks where to write those who are marked, else the list on screen.
    pub(super) fn take_out(&self, cx: &Cx<'_>) -> Step {
        let people = if self.marks.is_empty() { self.people.clone() } else { self.marks.by_name(cx) };
        Step::push(ListOutScreen::new(people, cx))
    }
}

/// The path of a file to write a list to.
struct ListOutScreen {
    people: Vec<PersonId>,
    path: PathField,
    /// Whether it is being written: a second Enter must not find its own file there.
    is_writing: bool,
}

impl ListOutScreen {
    fn new(people: Vec<PersonId>, cx: &Cx<'_>) -> Self {
        let name = format!("~/{}-{}.csv", cx.words.get("list-out-file"), cx.now.today);
        Self { people, path: PathField::new(&name), is_writing: false }
    }

    fn ask_ways(&self) -> Step {
        Step::stay().ask(WAYS, Request::Import(ImportRequest::Ways(self.path.text())))
    }

    fn write(&mut self, cx: &Cx<'_>) -> Step {
        if std::mem::replace(&mut self.is_writing, true) {
            return Step::stay();
        }
        let asked = ListAsked {
            path: self.path.text(),
            people: self.people.clone(),
            titles: TITLES.map(|id| cx.words.get(id).into_owned()).to_vec(),
            lines: self.people.iter().filter_map(|person| line(*person, cx)).collect(),
        };
        Step::stay().ask(WRITTEN, Request::WriteList(Box::new(asked)))
    }

    fn in_words(&self, id: &str, cx: &Cx<'_>) -> String {
        let mut args = FluentArgs::new();
        args.set("count", self.people.len());
        args.set("path", self.path.text());
        cx.words.with(id, &args).into_owned()
    }
}

/// One person, in words.
fn line(person: PersonId, cx: &Cx<'_>) -> Option<Vec<String>> {
    let (file, standing) = (cx.file(person)?, cx.model.board.standing(person)?);
    let date = |day: Option<chrono::NaiveDate>| day.map(|day| cx.words.date(day)).unwrap_or_default();
    let mut alerts: Vec<&str> = cx.model.board.findings(person).iter().map(|it| it.code.code()).collect();
    alerts.sort_unstable();
    alerts.dedup();
    Some(vec![
        file.person.value.display_name(),
        date(Some(standing.birth_date)),
        standing.commune.as_deref().map(|code| cx.commune(code)).unwrap_or_default(),
        standing.lot.map(|lot| lot.code().to_owned()).unwrap_or_default(),
        cx.words.label(standing.pathway).into_owned(),
        date(standing.last_interview_on),
        date(standing.next_appointment.map(|it| it.date)),
        alerts.join(" "),
    ])
}

impl Layer for ListOutScreen {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Import, Scope::Search]
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        match action {
            Action::ImportComplete if self.path.complete() => self.ask_ways(),
            // A folder that was chosen in the list is looked into first.
            Action::ListOpen if self.path.enter() => self.ask_ways(),
            Action::ListOpen => self.write(cx),
            Action::ImportLeave => Step::pop(),
            other => {
                self.path.choose(other, path::rows(body_of(cx.size)));
                Step::stay()
            }
        }
    }

    fn wants(&self, key: Key) -> bool {
        self.path.wants(key)
    }

    fn type_key(&mut self, key: Key, _cx: &Cx<'_>) -> Step {
        if self.path.type_key(key) { self.ask_ways() } else { Step::stay() }
    }

    fn paste(&mut self, text: &str, _cx: &Cx<'_>) -> Step {
        if self.path.paste(text) { self.ask_ways() } else { Step::stay() }
    }

    fn done(&mut self, slot: Slot, outcome: Outcome, cx: &Cx<'_>) -> Step {
        match outcome {
            Outcome::ImportWays { typed, ways } => self.path.offer(&typed, ways),
            Outcome::Saved(_) if slot == WRITTEN => {
                return Step::pop().saying(Message::done(self.in_words("list-out-done", cx)));
            }
            _ => self.is_writing = false,
        }
        Step::stay()
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::ListOpen, Action::ImportComplete, Action::ListDown, Action::ImportLeave]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        path::draw(frame, body, &self.path, ["list-out-question", "list-out-how", "list-out-no-way"], cx);
    }
}

impl Screen for ListOutScreen {
    fn title(&self, cx: &Cx<'_>) -> String {
        self.in_words("list-out-title", cx)
    }

    fn enter(&mut self, _cx: &Cx<'_>) -> Step {
        self.ask_ways()
    }
}
