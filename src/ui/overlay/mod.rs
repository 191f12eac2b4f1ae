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
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::cx::Cx;
use super::theme::Role;
use super::widget::clip;

/// Columns of a question as wide as `widest`, and those of its text, off the frame on both sides.
fn columns_of(body: Rect, widest: u16) -> (u16, usize) {
    let columns = widest.min(body.width);
    (columns, usize::from(columns.saturating_sub(4)).max(1))
}

/// The lines of a paragraph of a question, a column off the frame.
fn paragraph(text: &str, room: usize, cx: &Cx<'_>) -> impl Iterator<Item = Line<'static>> {
    let style = cx.theme.style(Role::Text);
    clip::wrap(text, room).into_iter().map(move |line| Line::styled(format!(" {line}"), style))
}

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
