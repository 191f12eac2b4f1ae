//! Exchanges (*échanges*): what is to be sent and where, what the team said that it has, what came of each
//! station. Enter sends what the screen shows: two strokes from anywhere, the first of which reads it out.

mod draw;
mod paths;

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::domain::codes::StationRole;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::effect::Slot;
use crate::ui::layer::{Layer, Why};
use crate::ui::message::Message;
use crate::ui::screen::{Screen, ways};
use crate::ui::step::Step;
use crate::ui::widget::window::Window;
use crate::usecase::exchanges::{ExchangeRequest, ExchangeState, Exchanged, SentFile};
use crate::usecase::outcome::Outcome;
use crate::usecase::request::Request;
use paths::{ReceiveFrom, SendTo};

/// Where things stand.
const STATE: Slot = Slot(1);
/// It is written.
const SENT: Slot = Slot(2);
/// The preference that keeps the folder.
const FOLDER: &str = "exchange-folder";

/// What is exchanged with the team.
#[derive(Default)]
pub struct ExchangeScreen {
    state: Option<ExchangeState>,
    window: Window,
    /// Whether it is being written: a second Enter must not write it twice.
    is_sending: bool,
}

impl ExchangeScreen {
    /// The screen, which asks where things stand.
    pub fn new() -> Self {
        Self::default()
    }

    fn count(&self) -> usize {
        self.state.as_ref().map_or(0, |state| state.senders.len())
    }

    fn send(&mut self, cx: &Cx<'_>) -> Step {
        if std::mem::replace(&mut self.is_sending, true) {
            return Step::stay();
        }
        Step::stay().ask_and_wait(SENT, Request::Exchange(ExchangeRequest::Send(folder(cx))))
    }

    /// Asks where things stand; an Enter that comes before the answer waits for it.
    fn look() -> Step {
        Step::stay().ask_and_wait(STATE, Request::Exchange(ExchangeRequest::Look))
    }
}

/// Where bundles are written: where the last ones were, else at home.
fn folder(cx: &Cx<'_>) -> String {
    let kept = cx.model.remembered.get(FOLDER).and_then(|bytes| String::from_utf8(bytes.clone()).ok());
    kept.unwrap_or_else(|| "~/".to_owned())
}

/// What is said of files that were written.
fn written(files: &[SentFile], cx: &Cx<'_>) -> Message {
    let Some(first) = files.first() else { return Message::note(cx.words.get("exchange-nothing-sent")) };
    let mut args = FluentArgs::new();
    args.set("count", files.len());
    args.set("number", first.seq.to_string());
    args.set("entries", first.entries);
    args.set("path", first.path.display().to_string());
    Message::done(cx.words.with("exchange-sent", &args))
}

impl Layer for ExchangeScreen {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Exchange, Scope::List]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let rows = draw::rows(self.state.as_ref(), cx);
        self.window.go_to(self.window.selected(), self.count(), rows);
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        match action {
            Action::ExchangeSend => return self.send(cx),
            Action::ExchangeFolder => return Step::push(SendTo::screen(&folder(cx))),
            Action::ExchangeReceive => return Step::push(ReceiveFrom::screen()),
            Action::ListSearch => return ways::search(cx),
            other => self.window.act(other, self.count(), draw::rows(self.state.as_ref(), cx)),
        };
        Step::stay()
    }

    fn done(&mut self, slot: Slot, outcome: Outcome, cx: &Cx<'_>) -> Step {
        match outcome {
            Outcome::Exchanged(Exchanged::State(state)) if slot == STATE => {
                self.state = Some(*state);
                self.refresh(cx);
                Step::stay()
            }
            Outcome::Exchanged(Exchanged::Sent(files, _)) if slot == SENT => {
                self.is_sending = false;
                Self::look().saying(written(&files, cx))
            }
            _ => {
                self.is_sending = false;
                Step::stay()
            }
        }
    }

    fn available(&self, action: Action, _cx: &Cx<'_>) -> Result<(), Why> {
        let is_known = self.state.as_ref().is_some_and(|state| state.is_trusted);
        match action {
            Action::ExchangeSend | Action::ExchangeFolder | Action::ExchangeReceive if !is_known => {
                Err(Why("why-no-team"))
            }
            Action::ListOpen | Action::ListSort | Action::ListFacet | Action::Why => {
                Err(Why("why-elsewhere"))
            }
            _ => Ok(()),
        }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::ExchangeSend, Action::ExchangeReceive, Action::ExchangeFolder]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        if let Some(state) = &self.state {
            draw::draw(frame, body, state, self.window, cx);
        }
    }
}

impl Screen for ExchangeScreen {
    fn title(&self, cx: &Cx<'_>) -> String {
        let is_team = self.state.as_ref().is_some_and(|state| state.role == StationRole::Team);
        cx.words.get(if is_team { "exchange-title-team" } else { "exchange-title" }).into_owned()
    }

    fn enter(&mut self, _cx: &Cx<'_>) -> Step {
        Self::look()
    }
}
