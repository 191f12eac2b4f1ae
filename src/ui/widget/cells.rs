//! One line of a list: cells side by side, each clipped to its columns.
//!
//! Only the mark and the first cell change when a line is selected, so that moving by one line
//! writes a few dozen bytes on a slow link.

use std::ops::Range;

use ratatui::text::{Line, Span};

use super::clip::{fit, fit_end};
use crate::ui::cx::Cx;
use crate::ui::theme::Role;

/// Columns of the mark before the first cell.
pub const MARK_COLUMNS: usize = 2;

/// One cell.
pub struct Cell {
    text: String,
    columns: usize,
    role: Role,
    is_end: bool,
    /// Byte ranges of the text that answer a search.
    found: Vec<Range<usize>>,
}

impl Cell {
    /// A text that starts its columns.
    pub fn new(text: impl Into<String>, columns: usize) -> Self {
        Self { text: text.into(), columns, role: Role::Text, is_end: false, found: Vec::new() }
    }

    /// A figure, against the end of its columns.
    pub fn end(text: impl Into<String>, columns: usize) -> Self {
        Self { is_end: true, ..Self::new(text, columns) }
    }

    /// Looks like this.
    #[must_use]
    pub fn role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }

    /// Shows which letters answer a search.
    #[must_use]
    pub fn found(mut self, found: Vec<Range<usize>>) -> Self {
        self.found = found;
        self
    }

    /// The pieces of the cell: plain, found, plain…
    fn spans(&self, role: Role, cx: &Cx<'_>) -> Vec<Span<'static>> {
        let text = self.fitted();
        let mut spans = Vec::with_capacity(self.found.len() * 2 + 1);
        let mut from = 0;
        for found in &self.found {
            // A clipped name may have lost what was found in it.
            let Some((plain, letters)) = text.get(from..found.start).zip(text.get(found.clone())) else {
                break;
            };
            spans.push(Span::styled(plain.to_owned(), cx.theme.style(role)));
            let style = cx.theme.style(role).patch(cx.theme.style(Role::Match));
            spans.push(Span::styled(letters.to_owned(), style));
            from = found.end;
        }
        spans.push(Span::styled(text.get(from..).unwrap_or_default().to_owned(), cx.theme.style(role)));
        spans
    }

    fn fitted(&self) -> String {
        if self.is_end { fit_end(&self.text, self.columns) } else { fit(&self.text, self.columns) }
    }
}

/// The line that these cells make, one column apart.
pub fn line(cells: Vec<Cell>, is_selected: bool, cx: &Cx<'_>) -> Line<'static> {
    let mut spans = Vec::with_capacity(cells.len() * 2 + 1);
    spans.push(Span::styled(if is_selected { "› " } else { "  " }, cx.theme.style(Role::Accent)));
    for (rank, cell) in cells.into_iter().enumerate() {
        if rank > 0 {
            spans.push(Span::raw(" "));
        }
        let role = if rank == 0 && is_selected { Role::Selection } else { cell.role };
        spans.extend(cell.spans(role, cx));
    }
    Line::from(spans)
}
