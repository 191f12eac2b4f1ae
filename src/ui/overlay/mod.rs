//! What stands above a screen: help, palette, questions. An overlay is a [`super::layer::Layer`]
//! that answers whoever opened it with a [`Reply`].

pub mod confirm;
pub mod day;
pub mod help;
pub mod notice;
pub mod palette;
pub mod pick;
pub mod question;
pub mod reading;
pub mod typed;
pub mod why;

use chrono::NaiveDate;

/// What an overlay answers when it closes.
#[derive(Clone, PartialEq, Eq)]
pub enum Reply {
    /// The question was confirmed.
    Confirmed,
    /// One of the choices, by its rank in the list that was given.
    Picked(usize),
    /// A day.
    Day(NaiveDate),
    /// A text.
    Text(String),
    /// It was closed without an answer.
    Closed,
}
