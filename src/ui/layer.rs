//! What a screen and an overlay have in common: keys in, steps out, and a drawing.
//!
//! A layer changes in answer to keys, outcomes and [`Layer::refresh`] only; drawing it changes
//! nothing. It keeps identities and choices, and reads people from the model at each use.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::action::{Action, Scope};
use super::cx::Cx;
use super::effect::Slot;
use super::keymap::key::Key;
use super::overlay::Reply;
use super::screen::caseload::view::Shape;
use super::step::Step;
use crate::usecase::outcome::Outcome;
use crate::usecase::request::DraftKey;

/// Why an action does nothing here and now: the id of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Why(pub &'static str);

impl Why {
    /// Whether nothing done here would ever make it possible: it belongs to another screen, or to
    /// a station that is open.
    pub fn is_of_another_place(self) -> bool {
        matches!(self.0, "why-elsewhere" | "why-locked") || self.is_of_another_station()
    }

    /// Whether nothing on this station would ever make it possible: the tour is the demonstration’s.
    pub fn is_of_another_station(self) -> bool {
        self.0 == "why-demo-only"
    }
}

/// Typing that is not on the disk yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unkept {
    /// Letters in a field: kept at most two seconds later.
    Typing,
    /// A field was left: kept now.
    FieldLeft,
}

/// One thing of the stack: a screen, or an overlay above it.
pub trait Layer {
    /// Where its keys are looked up, innermost first. For a screen [`Scope::Global`] follows by
    /// itself; an overlay lets only essential actions through.
    fn scopes(&self) -> &'static [Scope];

    /// The model, the size of the window or the day changed, or the layer above was closed.
    fn refresh(&mut self, _cx: &Cx<'_>) {}

    /// An action of its scopes, already found available.
    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step;

    /// Whether a focused text field takes this key before any binding.
    fn wants(&self, _key: Key) -> bool {
        false
    }

    /// A key that it wanted.
    fn type_key(&mut self, _key: Key, _cx: &Cx<'_>) -> Step {
        Step::stay()
    }

    /// Pasted text. Line ends in it are text, never Enter.
    fn paste(&mut self, _text: &str, _cx: &Cx<'_>) -> Step {
        Step::stay()
    }

    /// The answer to its own request. The model is already up to date. A failure for which the
    /// step holds neither a message nor a move is shown in an overlay, with its remedy.
    fn done(&mut self, _slot: Slot, _outcome: Outcome, _cx: &Cx<'_>) -> Step {
        Step::stay()
    }

    /// The reply of an overlay that it opened.
    fn replied(&mut self, _slot: Slot, _reply: Reply, _cx: &Cx<'_>) -> Step {
        Step::stay()
    }

    /// Shows a view of the caseload, and keeps what is marked; says whether it can.
    fn take_view(&mut self, _shape: &Shape, _cx: &Cx<'_>) -> bool {
        false
    }

    /// What Esc lets go of before it leaves: what was marked. Says whether there was any.
    fn let_go(&mut self) -> bool {
        false
    }

    /// Whether one of its actions can be done now.
    ///
    /// # Errors
    /// Why it cannot.
    fn available(&self, _action: Action, _cx: &Cx<'_>) -> Result<(), Why> {
        Ok(())
    }

    /// The actions worth a place on the bottom line, most useful first. Those without a key or
    /// not available are left out by themselves.
    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        Vec::new()
    }

    /// The signs that it draws and what they mean: the help tells them.
    fn signs(&self, _cx: &Cx<'_>) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    /// Whether something typed is not on the disk yet.
    fn unkept(&self) -> Option<Unkept> {
        None
    }

    /// Hands over the draft to put on the disk; from then on it is no longer unkept.
    fn keep(&mut self) -> Option<(DraftKey, Vec<u8>)> {
        None
    }

    /// Whether something long is left to do: it is done piece by piece, so that keys are never kept waiting.
    fn is_working(&self) -> bool {
        false
    }

    /// Does the next piece.
    fn work(&mut self, _cx: &Cx<'_>) {}

    /// Draws itself in the body of the window. An overlay chooses its own place there.
    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>);
}
