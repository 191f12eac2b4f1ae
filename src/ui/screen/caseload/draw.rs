//! The caseload on screen: its state in words, the search, the visible lines.

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::column::Layout;
use super::marks::MARKED;
use super::view;
use super::{CaseloadScreen, ROWS_ABOVE};
use crate::ui::cx::Cx;
use crate::ui::reason;
use crate::ui::screen::person_pane;
use crate::ui::theme::Role;
use crate::ui::widget::cells::{self, MARK_COLUMNS};
use crate::ui::widget::clip::{clip, width};

/// Columns of the sign of the most pressing alert and of how many there are.
const SIGN: usize = 4;

impl CaseloadScreen {
    /// What is shown, in words: how many, of whom, in which order.
    fn state_line(&self, columns: usize, cx: &Cx<'_>) -> Line<'static> {
        let mut args = FluentArgs::new();
        args.set("count", self.people.len());
        args.set("sort", cx.words.get(&format!("sort-{}", self.sort.id())).into_owned());
        let mut parts = Vec::new();
        parts.extend(self.marks.in_words(&self.people, cx));
        let shape = self.shape();
        let view = view::all(cx).into_iter().find(|view| !view.is_built_in && view.shape == shape);
        parts.extend(view.map(|view| view.label(cx)));
        parts.push(cx.words.with("caseload-count", &args).into_owned());
        let narrowed = self.facets.in_words(cx);
        if self.search.is_empty() {
            parts.extend((!narrowed.is_empty()).then_some(narrowed));
            let id = if self.is_reversed { "caseload-sorted-back" } else { "caseload-sorted" };
            parts.push(cx.words.with(id, &args).into_owned());
        }
        let said = clip(&parts.join(" · "), columns).into_owned();
        reason::with_signs(Line::from(Span::styled(said, cx.theme.style(Role::Accent))), columns, cx)
    }

    fn draw_search(&self, frame: &mut Frame<'_>, row: Rect, cx: &Cx<'_>) {
        let label = format!("{} ", cx.words.get("caseload-search"));
        let used = u16::try_from(width(&label)).unwrap_or(row.width).min(row.width);
        let mut args = FluentArgs::new();
        args.set("count", self.people.len());
        let found = cx.words.with("caseload-found", &args).into_owned();
        let marked = self.marks.count_in_words(cx).map(|marked| format!("{marked} · "));
        let count = format!("{}{found}", marked.unwrap_or_default());
        let end = u16::try_from(width(&count)).unwrap_or(0).min(row.width - used);
        let field = Rect { x: row.x + used, width: row.width - used - end, ..row };
        frame.render_widget(Span::styled(label, cx.theme.style(Role::Title)), row);
        self.search.draw(frame, field, cx.theme.style(Role::FieldFocus), self.is_searching);
        let at = Rect { x: field.x + field.width, width: end, ..row };
        frame.render_widget(Span::styled(count, cx.theme.style(Role::TextDim)), at);
    }

    /// One person: the sign of the most pressing alert, then the columns.
    fn line(
        &self,
        row: usize,
        is_selected: bool,
        layout: &Layout,
        search: &str,
        cx: &Cx<'_>,
    ) -> Option<Line<'static>> {
        let id = *self.people.get(row)?;
        let standing = cx.model.board.standing(id)?;
        let mut line = cells::line(layout.cells(id, standing, search, cx), is_selected, cx);
        let severity = standing.alerts.first.map(|(severity, _)| severity);
        let sign = severity.map_or("", reason::sign).trim_end();
        let count = match standing.alerts.count {
            0 | 1 => String::new(),
            several => several.min(9).to_string(),
        };
        let role = severity.map_or(Role::Text, reason::role);
        line.spans
            .insert(1, Span::styled(format!("{:<SIGN$}", format!("{sign}{count}")), cx.theme.style(role)));
        if self.marks.has(id) {
            let sign = format!("{}{MARKED}", if is_selected { "›" } else { " " });
            line.spans[0] = Span::styled(sign, cx.theme.style(Role::Accent));
        }
        Some(line)
    }

    pub(super) fn draw_all(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let (list, pane) = person_pane::split(body);
        let columns = usize::from(list.width);
        let top = Rect { height: 1, ..list };
        if self.is_searching {
            self.draw_search(frame, top, cx);
        } else if cx.model.caseload.files.is_empty() {
            return person_pane::draw_empty(frame, body, "caseload-empty", cx);
        } else {
            frame.render_widget(self.state_line(columns, cx), top);
        }
        let rows = Rect { y: list.y + ROWS_ABOVE, height: list.height.saturating_sub(ROWS_ABOVE), ..list };
        if self.people.is_empty() {
            let id = if self.is_searching { "caseload-nobody" } else { "caseload-narrow" };
            return person_pane::draw_empty(frame, rows, id, cx);
        }
        let layout = Layout::of(columns.saturating_sub(MARK_COLUMNS + SIGN), cx);
        let titles = layout.titles(cx).into_iter().map(|cell| cell.role(Role::Title)).collect();
        let mut titles = cells::line(titles, false, cx);
        titles.spans.insert(1, Span::raw(" ".repeat(SIGN)));
        frame.render_widget(titles, Rect { y: list.y + 1, height: 1, ..list });
        let selected = self.window.selected();
        let visible = self.window.visible(self.people.len(), usize::from(rows.height));
        let search = self.search.text();
        let lines = visible.filter_map(|row| self.line(row, row == selected, &layout, &search, cx));
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), rows);
        if let (Some(pane), Some(person)) = (pane, self.selected()) {
            person_pane::draw(frame, pane, person, cx);
        }
    }
}
