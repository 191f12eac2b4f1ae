//! Rows of a page: the visible slice only, the selected one marked by a sign and a style.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::ui::action::Scope;
use crate::ui::cx::Cx;
use crate::ui::theme::Role;
use crate::ui::widget::clip::{clip, fit, width, wrap};
use crate::ui::widget::keys;
use crate::ui::widget::window::Window;

/// One row: its columns already joined, and how it looks when it is not selected.
pub(in crate::ui::screen) struct Row {
    pub(in crate::ui::screen) text: String,
    pub(in crate::ui::screen) role: Role,
}

impl Row {
    pub(in crate::ui::screen) const fn plain(text: String) -> Self {
        Self { text, role: Role::Text }
    }
}

/// Columns of a row that show that it is selected: few, so that moving writes little.
const MARKED: usize = 12;

/// Draws the rows in the window, each made by `row`.
pub(in crate::ui::screen) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    count: usize,
    window: Window,
    cx: &Cx<'_>,
    row: impl Fn(usize) -> Row,
) {
    let columns = usize::from(area.width);
    let lines = window.visible(count, usize::from(area.height)).map(|rank| {
        let Row { text, role } = row(rank);
        let is_selected = rank == window.selected();
        let (sign, marked) = if is_selected { ("› ", Role::Selection) } else { ("  ", role) };
        let text = clip(&text, columns.saturating_sub(2)).into_owned();
        let (start, rest) = split_at_column(&text, MARKED);
        Line::from(vec![
            Span::styled(format!("{sign}{start}"), cx.theme.style(marked)),
            Span::styled(rest.to_owned(), cx.theme.style(role)),
        ])
    });
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), area);
}

/// The text cut before the first grapheme that would go beyond so many columns.
fn split_at_column(text: &str, columns: usize) -> (&str, &str) {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += width(grapheme);
        if used > columns {
            return text.split_at(at);
        }
    }
    (text, "")
}

/// Draws the title of the columns, and gives what is left under it.
pub(in crate::ui::screen) fn titled(frame: &mut Frame<'_>, area: Rect, title: &str, cx: &Cx<'_>) -> Rect {
    let line = Line::styled(format!("  {title}"), cx.theme.style(Role::Title));
    frame.render_widget(line, Rect { height: area.height.min(1), ..area });
    Rect { y: area.y + area.height.min(1), height: area.height.saturating_sub(1), ..area }
}

/// Says what an empty page is, and what to do next.
pub(in crate::ui::screen) fn empty(frame: &mut Frame<'_>, area: Rect, message: &str, cx: &Cx<'_>) {
    let columns = usize::from(area.width.saturating_sub(4)).max(1);
    let text = keys::message(message, &[Scope::File, Scope::List], cx);
    let lines: Vec<Line<'_>> = wrap(&text, columns)
        .into_iter()
        .map(|line| Line::styled(format!("  {line}"), cx.theme.style(Role::TextDim)))
        .collect();
    frame.render_widget(Paragraph::new(lines), area);
}

/// Columns joined: each clipped or padded to its width, the last one left as it is.
pub(in crate::ui::screen) fn columns(cells: &[(&str, usize)], last: &str) -> String {
    let mut text: String = cells.iter().map(|(cell, width)| format!("{} ", fit(cell, *width))).collect();
    text.push_str(last);
    text
}

/// The first line of a text, clipped.
pub(in crate::ui::screen) fn first_line(text: &str, columns: usize) -> String {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    clip(line.trim(), columns).into_owned()
}
