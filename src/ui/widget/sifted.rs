//! A list that shrinks to what holds the words typed: which rows are kept, and which one is selected.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::editor::Editor;
use super::fold::contains_words;
use super::window::Window;
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::keymap::key::Key;
use crate::ui::theme::Role;

/// What is typed, and what it leaves of a list that somebody else holds.
pub struct Sifted {
    typed: Editor,
    /// Ranks of the rows kept.
    kept: Vec<usize>,
    window: Window,
}

impl Sifted {
    /// Nothing typed, the first of `labels` selected.
    pub fn new<'a>(labels: impl Iterator<Item = &'a str>, page: usize) -> Self {
        let mut sifted = Self { typed: Editor::line(""), kept: Vec::new(), window: Window::default() };
        sifted.sift(labels, page);
        sifted
    }

    /// Keeps those of `labels` that hold every word typed, and selects the first.
    pub fn sift<'a>(&mut self, labels: impl Iterator<Item = &'a str>, page: usize) {
        let typed = self.typed.text();
        let kept = labels.enumerate().filter(|(_, label)| contains_words(label, &typed));
        self.kept = kept.map(|(rank, _)| rank).collect();
        self.go_to(0, page);
    }

    /// How many rows are kept.
    pub fn count(&self) -> usize {
        self.kept.len()
    }

    /// The rank of the selected row among all, if any is kept.
    pub fn chosen(&self) -> Option<usize> {
        self.kept.get(self.window.selected()).copied()
    }

    /// Selects a row of those that are kept.
    pub fn go_to(&mut self, row: usize, page: usize) {
        self.window.go_to(row, self.kept.len(), page);
    }

    /// Stays on the selected row in a window of another height.
    pub fn refresh(&mut self, page: usize) {
        self.go_to(self.window.selected(), page);
    }

    /// Moves as an action of a list says.
    pub fn act(&mut self, action: Action, page: usize) {
        self.window.act(action, self.kept.len(), page);
    }

    /// Whether what is typed takes this key.
    pub fn wants(&self, key: Key) -> bool {
        self.typed.wants(key)
    }

    /// Types a key; whether the list is to be sifted again.
    pub fn type_key(&mut self, key: Key) -> bool {
        self.typed.type_key(key)
    }

    /// Types what is pasted: the list is to be sifted again.
    pub fn paste(&mut self, text: &str) {
        self.typed.paste(text);
    }

    /// The rows to draw when `rows` fit: the rank of each, and whether it is the selected one.
    pub fn rows(&self, rows: usize) -> impl Iterator<Item = (usize, bool)> {
        self.visible(rows).map(|row| (self.kept[row], row == self.window.selected()))
    }

    /// Whether rows are left below the `rows` that fit.
    pub fn goes_on_below(&self, rows: usize) -> bool {
        self.visible(rows).end < self.kept.len()
    }

    /// Draws what is typed on the first line, and leaves the others for the list.
    pub fn draw_typed(&self, frame: &mut Frame<'_>, area: Rect, cx: &Cx<'_>) -> Rect {
        let field = Rect { height: area.height.min(1), ..area };
        self.typed.draw(frame, field, cx.theme.style(Role::FieldFocus), true);
        Rect { y: area.y + field.height, height: area.height - field.height, ..area }
    }

    fn visible(&self, rows: usize) -> Range<usize> {
        self.window.visible(self.kept.len(), rows)
    }
}
