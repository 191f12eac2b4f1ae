//! What the application asks of the world.

use super::terminal::learnt::Learnt;
use super::terminal::signs::Signs;
use crate::usecase::request::Request;

/// Ties an outcome to the request that it answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub u64);

/// Which of its own requests or overlays a screen is told about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot(pub u8);

/// One thing to do, in order.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Ask the worker; the outcome comes back with the ticket.
    Run(Ticket, Request),
    /// Write these signs on the terminal from now on.
    Write(Signs),
    /// Keep what trying the terminal out has taught.
    Learn(Learnt),
    /// Wait for what was asked, give the terminal back and end.
    Quit,
}
