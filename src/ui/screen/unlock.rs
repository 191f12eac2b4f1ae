//! The locked station: at the start and after a lock, the same screen.
//!
//! It looks whether there is a station at all, and gives way to the first run when there is none.
//! It holds nothing of anybody; what was typed is wiped when it is sent.

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::Screen;
use super::first_run::FirstRun;
use super::terminal_check::TerminalCheck;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::effect::Slot;
use crate::ui::keymap::key::Key;
use crate::ui::layer::Layer;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::clip::wrap;
use crate::ui::widget::panel;
use crate::ui::widget::secret::Secret;
use crate::usecase::demo::PASSPHRASE;
use crate::usecase::outcome::{Failure, Found, Outcome};
use crate::usecase::request::Request;

/// Whether there is a station.
const LOOK: Slot = Slot(1);
/// Whether the passphrase opens it.
const OPEN: Slot = Slot(2);
/// Widest text, in columns.
const COLUMNS: u16 = 66;

/// Where the unlocking stands.
enum Stage {
    /// Nothing is known yet.
    Looking,
    /// The passphrase is being typed.
    Typing,
    /// It is being tried: that takes about a second on purpose.
    Trying,
}

/// The locked station.
pub struct Unlock {
    stage: Stage,
    secret: Secret,
    failure: Option<Failure>,
}

impl Default for Unlock {
    fn default() -> Self {
        Self { stage: Stage::Looking, secret: Secret::default(), failure: None }
    }
}

impl Unlock {
    fn is_typing(&self) -> bool {
        matches!(self.stage, Stage::Typing)
    }

    fn try_it(&mut self) -> Step {
        if !self.is_typing() || self.secret.is_empty() {
            return Step::stay();
        }
        self.stage = Stage::Trying;
        self.failure = None;
        Step::stay().ask_and_wait(OPEN, Request::Unlock(self.secret.take()))
    }

    fn paragraphs(&self, cx: &Cx<'_>) -> Vec<(Role, String)> {
        let word = |id: &str| cx.words.get(id).into_owned();
        let mut told = vec![(Role::Title, word("unlock-heading")), (Role::Text, String::new())];
        match self.stage {
            Stage::Looking => told.push((Role::TextDim, word("unlock-looking"))),
            Stage::Typing if self.secret.is_empty() => told.push((Role::Text, word("unlock-prompt"))),
            // The same words whatever the length typed.
            Stage::Typing => told.push((Role::Text, word("unlock-typing"))),
            Stage::Trying => told.push((Role::Text, word("unlock-trying"))),
        }
        if cx.model.is_demo && self.is_typing() {
            let mut args = FluentArgs::new();
            args.set("passphrase", PASSPHRASE);
            told.push((Role::Demo, cx.words.with("unlock-demo", &args).into_owned()));
        }
        if let Some(failure) = &self.failure {
            let (said, remedy) = in_words(failure, cx);
            told.extend([(Role::Text, String::new()), (Role::Danger, said), (Role::Text, remedy)]);
            told.extend([(Role::Text, String::new()), (Role::TextDim, word("unlock-doctor"))]);
        }
        told
    }
}

/// What failed and what to do about it.
pub fn in_words(failure: &Failure, cx: &Cx<'_>) -> (String, String) {
    let args = || failure.args.iter().map(|(name, value)| (*name, value.as_str()));
    let id = format!("err-{}", failure.id);
    (cx.words.filled(&id, args()), cx.words.filled(&format!("{id}-remedy"), args()))
}

impl Layer for Unlock {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Locked]
    }

    fn act(&mut self, action: Action, _cx: &Cx<'_>) -> Step {
        match action {
            Action::LockedAccept | Action::FormNext | Action::FormSave => self.try_it(),
            _ => Step::stay(),
        }
    }

    fn wants(&self, key: Key) -> bool {
        self.is_typing() && Secret::wants(key)
    }

    fn type_key(&mut self, key: Key, _cx: &Cx<'_>) -> Step {
        self.secret.type_key(key);
        Step::stay()
    }

    fn paste(&mut self, text: &str, _cx: &Cx<'_>) -> Step {
        if self.is_typing() {
            self.secret.paste(text);
        }
        Step::stay()
    }

    fn done(&mut self, slot: Slot, outcome: Outcome, cx: &Cx<'_>) -> Step {
        self.stage = Stage::Typing;
        match outcome {
            Outcome::Found(Found::Nothing { place }) if slot == LOOK => {
                let place = place.display().to_string();
                return if cx.terminal.is_tried {
                    Step::replace(FirstRun::new(place))
                } else {
                    Step::replace(TerminalCheck::before_first_run(place))
                };
            }
            Outcome::Failed(failure) => self.failure = Some(failure),
            _ => {}
        }
        // The failure stays on this page: the status line would lose it at the next key.
        Step::stay().told()
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::LockedAccept, Action::Language]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let columns = COLUMNS.min(body.width);
        let mut lines = Vec::new();
        for (role, text) in self.paragraphs(cx) {
            let wrapped = wrap(&text, usize::from(columns)).into_iter();
            let before = lines.len();
            lines.extend(wrapped.map(|line| Line::styled(line, cx.theme.style(role))));
            if lines.len() == before {
                lines.push(Line::default());
            }
        }
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let area = panel::centred(body, columns, rows);
        frame.render_widget(Paragraph::new(lines), area);
        if self.is_typing() {
            // The cursor never moves: the length of what is typed is nobody's business.
            frame.set_cursor_position(Position::new(area.x, area.y + 2));
        }
    }
}

impl Screen for Unlock {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("unlock-title").into_owned()
    }

    fn enter(&mut self, _cx: &Cx<'_>) -> Step {
        Step::stay().ask_and_wait(LOOK, Request::Look)
    }
}
