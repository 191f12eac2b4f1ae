//! Which rows of a long list are on screen, and which one is selected. Rows are as high as each
//! other; only those that are visible are ever built.

use std::ops::Range;

use crate::ui::action::Action;

/// A selection and the first row shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    selected: usize,
    top: usize,
}

impl Window {
    /// The selected row.
    pub const fn selected(&self) -> usize {
        self.selected
    }

    /// Selects a row of `count`, and scrolls so that it shows among `page` rows.
    pub fn go_to(&mut self, row: usize, count: usize, page: usize) {
        let page = page.max(1);
        self.selected = row.min(count.saturating_sub(1));
        let first = (self.selected + 1).saturating_sub(page);
        self.top = self.top.clamp(first, self.selected).min(count.saturating_sub(page).max(first));
    }

    /// Moves as an action of a list says; whether it was one.
    pub fn act(&mut self, action: Action, count: usize, page: usize) -> bool {
        let to = match action {
            Action::ListUp => self.selected.saturating_sub(1),
            Action::ListDown => self.selected + 1,
            Action::ListPageUp => self.selected.saturating_sub(page.max(1)),
            Action::ListPageDown => self.selected + page.max(1),
            Action::ListFirst => 0,
            Action::ListLast => usize::MAX,
            _ => return false,
        };
        self.go_to(to, count, page);
        true
    }

    /// The rows to build, of `count`, when `rows` fit.
    pub fn visible(&self, count: usize, rows: usize) -> Range<usize> {
        let top = self.top.min(count);
        top..count.min(top + rows)
    }
}
