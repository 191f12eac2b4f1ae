//! How the import looks: a path above what it may become; then counts, a list, and the selected
//! line in full below it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::Shown;
use super::rows;
use crate::domain::text::{self, Lines};
use crate::ui::cx::Cx;
use crate::ui::theme::Role;
use crate::ui::widget::cells::{self, Cell, MARK_COLUMNS};
use crate::ui::widget::clip::{clip, clip_start, wrap};

/// Rows above the list: the path and the counts.
const ROWS_ABOVE: u16 = 3;
/// Rows of the selected line in full.
const ROWS_BELOW: u16 = 5;

/// How many lines of what was read fit.
pub(super) fn list_rows(body: Rect) -> usize {
    usize::from(body.height.saturating_sub(ROWS_ABOVE + ROWS_BELOW)).max(1)
}

/// The files are being read, or taken in.
pub(super) fn waiting(frame: &mut Frame<'_>, body: Rect, id: &str, path: &str, cx: &Cx<'_>) {
    let columns = usize::from(body.width);
    let lines = vec![
        Line::styled(clip_start(&printable(path), columns).into_owned(), cx.theme.style(Role::Title)),
        Line::styled(clip(&cx.words.get(id), columns).into_owned(), cx.theme.style(Role::Text)),
    ];
    frame.render_widget(Paragraph::new(lines), body);
}

/// What was read.
pub(super) fn seen(frame: &mut Frame<'_>, body: Rect, path: &str, shown: &Shown, cx: &Cx<'_>) {
    let columns = usize::from(body.width);
    let counts = rows::counts(&shown.preview, "importing-plan", cx);
    let role = if shown.preview.is_right() { Role::Accent } else { Role::Danger };
    let head = vec![
        Line::styled(clip_start(&printable(path), columns).into_owned(), cx.theme.style(Role::Title)),
        Line::styled(clip(&counts, columns).into_owned(), cx.theme.style(role)),
    ];
    frame.render_widget(Paragraph::new(head), Rect { height: body.height.min(2), ..body });
    let height = u16::try_from(list_rows(body)).unwrap_or(u16::MAX);
    let list =
        Rect { y: body.y + ROWS_ABOVE, height: height.min(body.height.saturating_sub(ROWS_ABOVE)), ..body };
    let selected = shown.window.selected();
    let visible = shown.window.visible(shown.rows.len(), usize::from(list.height));
    let lines = visible.map(|rank| {
        let (role, text) = rows::short(&shown.rows[rank], &shown.preview, cx);
        let text = printable(&text);
        let room = columns.saturating_sub(MARK_COLUMNS);
        cells::line(vec![Cell::new(clip(&text, room).into_owned(), room).role(role)], rank == selected, cx)
    });
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), list);
    let below = Rect { y: list.bottom(), height: body.bottom().saturating_sub(list.bottom()), ..body };
    draw_whole(frame, below, shown, cx);
}

/// The selected line in full, under a rule.
fn draw_whole(frame: &mut Frame<'_>, below: Rect, shown: &Shown, cx: &Cx<'_>) {
    let Some(row) = shown.rows.get(shown.window.selected()) else { return };
    let columns = usize::from(below.width);
    let (role, text) = rows::told(row, &shown.preview, cx);
    let rule = Line::styled("─".repeat(columns), cx.theme.style(Role::Border));
    let whole = wrap(&printable(&text), columns).into_iter();
    let whole = whole.map(|line| Line::from(Span::styled(line, cx.theme.style(role))));
    let lines: Vec<Line<'_>> = std::iter::once(rule).chain(whole).take(usize::from(below.height)).collect();
    frame.render_widget(Paragraph::new(lines), below);
}

/// Names of files and sheets come from elsewhere: they may command no terminal.
fn printable(text: &str) -> String {
    text::printable(text, Lines::One).into_owned()
}
