//! A path asked for, completed as it is typed, then Enter: the worker reads or writes the file, the screen
//! never sees a byte of it. What the path is for is said by a [`PathPurpose`].

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Screen;
use super::path::{self, PathField};
use crate::domain::id::PersonId;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::effect::Slot;
use crate::ui::keymap::key::Key;
use crate::ui::layer::Layer;
use crate::ui::step::Step;
use crate::usecase::outcome::Outcome;
use crate::usecase::request::Request;

/// What the path may become.
const WAYS: Slot = Slot(1);
/// What was asked with it is done.
const DONE: Slot = Slot(2);

/// What a path is asked for.
pub trait PathPurpose {
    /// The words of the question, of how to answer it, and of a path that leads nowhere.
    const WORDS: [&'static str; 3];

    /// What the screen is called.
    fn title(&self, cx: &Cx<'_>) -> String;

    /// Whose file it concerns, when it is one person's.
    fn subject(&self) -> Option<PersonId> {
        None
    }

    /// Asks what `typed` may become.
    fn ways(&self, typed: String) -> Request;

    /// Asks for what the path is for.
    fn request(&self, path: String, cx: &Cx<'_>) -> Request;

    /// What follows once that is done; nothing when the outcome says that it is not.
    fn done(&self, path: &str, outcome: &Outcome, cx: &Cx<'_>) -> Option<Step>;
}

/// The question.
pub struct AskPath<P> {
    purpose: P,
    path: PathField,
    /// Whether the worker is at it: a second Enter must not have it done twice.
    is_asked: bool,
}

impl<P: PathPurpose> AskPath<P> {
    /// The question, answered with `suggested` for a start.
    pub fn new(purpose: P, suggested: &str) -> Self {
        Self { purpose, path: PathField::new(suggested), is_asked: false }
    }

    fn ask_ways(&self) -> Step {
        Step::stay().ask(WAYS, self.purpose.ways(self.path.text()))
    }

    fn ask(&mut self, cx: &Cx<'_>) -> Step {
        if std::mem::replace(&mut self.is_asked, true) {
            return Step::stay();
        }
        Step::stay().ask(DONE, self.purpose.request(self.path.text(), cx))
    }
}

impl<P: PathPurpose> Layer for AskPath<P> {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Import, Scope::Search]
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        match action {
            Action::ImportComplete if self.path.complete() => self.ask_ways(),
            // A folder that was chosen in the list is looked into first.
            Action::ListOpen if self.path.enter() => self.ask_ways(),
            Action::ListOpen => self.ask(cx),
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
        if let Outcome::ImportWays { typed, ways } = outcome {
            self.path.offer(&typed, ways);
            return Step::stay();
        }
        let next = if slot == DONE { self.purpose.done(&self.path.text(), &outcome, cx) } else { None };
        next.unwrap_or_else(|| {
            self.is_asked = false;
            Step::stay()
        })
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::ListOpen, Action::ImportComplete, Action::ListDown, Action::ImportLeave]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        path::draw(frame, body, &self.path, P::WORDS, cx);
    }
}

impl<P: PathPurpose> Screen for AskPath<P> {
    fn title(&self, cx: &Cx<'_>) -> String {
        self.purpose.title(cx)
    }

    fn subject(&self) -> Option<PersonId> {
        self.purpose.subject()
    }

    fn enter(&mut self, _cx: &Cx<'_>) -> Step {
        self.ask_ways()
    }
}
