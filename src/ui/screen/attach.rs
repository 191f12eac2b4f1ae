//! Attaching a file to a piece of evidence: its path, completed as it is typed, then Enter. The worker
//! reads and seals it; the screen never sees a byte of it.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Screen;
use super::path::{self, PathField};
use crate::domain::evidence::Evidence;
use crate::domain::file::{Current, EntryId};
use crate::domain::id::{ObjectId, PersonId};
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::effect::Slot;
use crate::ui::keymap::key::Key;
use crate::ui::layer::Layer;
use crate::ui::saved;
use crate::ui::step::Step;
use crate::usecase::attachments::Attaching;
use crate::usecase::outcome::Outcome;
use crate::usecase::request::Request;

/// What the path may become.
const WAYS: Slot = Slot(1);
/// It is attached.
const ATTACHED: Slot = Slot(2);

/// The path of a file to keep with a piece of evidence.
pub struct AttachScreen {
    person: PersonId,
    replaces: (ObjectId, EntryId),
    evidence: Evidence,
    path: PathField,
    /// Whether it is being sealed: a second Enter must not attach it twice.
    is_sealing: bool,
}

impl AttachScreen {
    /// Asks for the file to keep with this version.
    pub fn new(person: PersonId, version: &Current<Evidence>) -> Self {
        Self {
            person,
            replaces: (version.id, version.entry),
            evidence: version.value.clone(),
            path: PathField::new("~/"),
            is_sealing: false,
        }
    }

    fn ask_ways(&self) -> Step {
        Step::stay().ask(WAYS, Request::AttachableWays(self.path.text()))
    }

    fn attach(&mut self) -> Step {
        if std::mem::replace(&mut self.is_sealing, true) {
            return Step::stay();
        }
        let attaching = Attaching {
            person: self.person,
            replaces: Some(self.replaces),
            evidence: self.evidence.clone(),
            path: self.path.text(),
        };
        Step::stay().ask(ATTACHED, Request::Attach(Box::new(attaching)))
    }
}

impl Layer for AttachScreen {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Import, Scope::Search]
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        match action {
            Action::ImportComplete if self.path.complete() => self.ask_ways(),
            // A folder that was chosen in the list is looked into first.
            Action::ListOpen if self.path.enter() => self.ask_ways(),
            Action::ListOpen => self.attach(),
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
            Outcome::Saved(_) if slot == ATTACHED => return Step::pop().saying(saved::message(cx)),
            _ => self.is_sealing = false,
        }
        Step::stay()
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::ListOpen, Action::ImportComplete, Action::ListDown, Action::ImportLeave]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        path::draw(frame, body, &self.path, ["attach-question", "attach-how", "attach-no-way"], cx);
    }
}

impl Screen for AttachScreen {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("attach-title").into_owned()
    }

    fn subject(&self) -> Option<PersonId> {
        Some(self.person)
    }

    fn enter(&mut self, _cx: &Cx<'_>) -> Step {
        self.ask_ways()
    }
}
