//! What a screen or an overlay answers to a key: where to go, what to ask, what to say.
//!
//! A layer never touches the stack itself: [`super::app::App`] applies its step.

use super::action::Action;
use super::effect::Slot;
use super::layer::Layer;
use super::message::Message;
use super::overlay::Reply;
use super::screen::Screen;
use super::screen::caseload::view::Shape;
use super::terminal::learnt::Learnt;
use super::terminal::signs::Signs;
use crate::usecase::request::Request;

/// One move on the stack of layers.
pub enum Turn {
    /// Open a screen above this one. From an overlay: close it first.
    Push(Box<dyn Screen>),
    /// Open a place: a screen above home, whatever stood there.
    Place(Box<dyn Screen>),
    /// Show a view of the caseload: there if it is on top, else as a place.
    View(Shape),
    /// Close this layer.
    Pop,
    /// Close this layer and open a screen instead.
    Replace(Box<dyn Screen>),
    /// Open an overlay; its reply comes back with the slot.
    Open(Slot, Box<dyn Layer>),
    /// Close this overlay and give its reply to whoever opened it.
    Answer(Reply),
    /// Close this overlay and do as if the action's key had been pressed.
    Perform(Action),
    /// Write these signs on the terminal from now on.
    Write(Signs),
    /// Remember what trying the terminal out has taught.
    Learn(Learnt),
}

/// One request, and which of the layer's own it is.
pub struct Ask {
    /// Comes back with the outcome.
    pub slot: Slot,
    /// What is asked.
    pub request: Request,
    /// Whether keys typed meanwhile are kept for what follows the answer.
    pub holds_keys: bool,
}

/// The answer of a layer. Moves are applied in order, then requests are sent.
#[derive(Default)]
pub struct Step {
    pub(super) turns: Vec<Turn>,
    pub(super) asks: Vec<Ask>,
    pub(super) message: Option<Message>,
    pub(super) is_told: bool,
}

impl Step {
    /// Nothing changes but the layer itself.
    pub fn stay() -> Self {
        Self::default()
    }

    /// Opens a screen above this one.
    pub fn push(screen: impl Screen + 'static) -> Self {
        Self::stay().then(Turn::Push(Box::new(screen)))
    }

    /// Closes this layer.
    pub fn pop() -> Self {
        Self::stay().then(Turn::Pop)
    }

    /// Puts a screen in the place of this layer.
    pub fn replace(screen: impl Screen + 'static) -> Self {
        Self::stay().then(Turn::Replace(Box::new(screen)))
    }

    /// Opens an overlay; its reply comes back with `slot`.
    pub fn open(slot: Slot, overlay: impl Layer + 'static) -> Self {
        Self::stay().then(Turn::Open(slot, Box::new(overlay)))
    }

    /// Closes this overlay with a reply.
    pub fn answer(reply: Reply) -> Self {
        Self::stay().then(Turn::Answer(reply))
    }

    /// Closes this overlay and performs an action.
    pub fn perform(action: Action) -> Self {
        Self::stay().then(Turn::Perform(action))
    }

    /// A message and nothing else.
    pub fn say(message: Message) -> Self {
        Self::stay().saying(message)
    }

    /// Adds a move.
    #[must_use]
    pub fn then(mut self, turn: Turn) -> Self {
        self.turns.push(turn);
        self
    }

    /// Adds a request whose answer may come whenever it comes.
    #[must_use]
    pub fn ask(mut self, slot: Slot, request: Request) -> Self {
        self.asks.push(Ask { slot, request, holds_keys: false });
        self
    }

    /// Adds a request; keys typed until its answer are kept and replayed after it.
    #[must_use]
    pub fn ask_and_wait(mut self, slot: Slot, request: Request) -> Self {
        self.asks.push(Ask { slot, request, holds_keys: true });
        self
    }

    /// Puts a message on the status line.
    #[must_use]
    pub fn saying(mut self, message: Message) -> Self {
        self.message = Some(message);
        self
    }

    /// Whether it tells the user something by itself.
    pub(super) fn tells(&self) -> bool {
        self.is_told || self.message.is_some() || !self.turns.is_empty()
    }

    /// The layer shows the failure itself: no overlay is needed.
    #[must_use]
    pub const fn told(mut self) -> Self {
        self.is_told = true;
        self
    }
}
