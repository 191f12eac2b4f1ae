//! Which rows of a long list are on screen, and which one is selected. Rows are as high as each
//! other; only those that are visible are ever built.
//!
//! Moving by one row over the edge turns half a page: every row of the window is written again, some
//! 2 KB on a slow link, and that must not happen at every key.

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
        let before = self.top;
        self.go_to(to, count, page);
        if matches!(action, Action::ListUp | Action::ListDown) {
            self.turn_half_a_page(before, count, page);
        }
        true
    }

    /// Goes on in the direction in which the window has just moved from `before`.
    fn turn_half_a_page(&mut self, before: usize, count: usize, page: usize) {
        if self.top > before {
            self.top = (self.top + page / 2).min(count.saturating_sub(page)).max(self.top);
        } else if self.top < before {
            self.top = self.top.saturating_sub(page / 2);
        }
    }

    /// The rows to build, of `count`, when `rows` fit.
    pub fn visible(&self, count: usize, rows: usize) -> Range<usize> {
        let top = self.top.min(count);
        top..count.min(top + rows)
    }
}
