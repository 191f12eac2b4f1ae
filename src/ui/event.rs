//! What reaches the application.

use ratatui::layout::Size;

use super::effect::Ticket;
use super::keymap::key::Key;
use crate::usecase::outcome::Outcome;

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted, in one piece.
    Paste(String),
    /// The window has a new size.
    Resize(Size),
    /// A timer asked for by [`super::app::App::wake_in`] has elapsed.
    Wake,
    /// A request was answered.
    Done(Ticket, Outcome),
    /// The program is being suspended, or was just resumed: lock, and draw everything again.
    Suspended,
    /// The connection died, or the system asks the program to stop.
    Ended,
}
