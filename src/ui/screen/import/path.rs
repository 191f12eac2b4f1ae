//! The path being typed, and what it may become.

use crate::ui::action::Action;
use crate::ui::keymap::key::Key;
use crate::ui::widget::editor::Editor;
use crate::ui::widget::window::Window;

/// A path being typed.
pub(super) struct PathField {
    pub(super) editor: Editor,
    /// Whole paths: folders, which end with `/`, and files.
    pub(super) ways: Vec<String>,
    pub(super) window: Window,
    /// Whether one of the ways is chosen, rather than what is typed.
    pub(super) is_chosen: bool,
}

impl PathField {
    pub(super) fn new(text: &str) -> Self {
        Self { editor: Editor::line(text), ways: Vec::new(), window: Window::default(), is_chosen: false }
    }

    pub(super) fn text(&self) -> String {
        self.editor.text()
    }

    pub(super) fn wants(&self, key: Key) -> bool {
        self.editor.wants(key)
    }

    /// Takes a key; says whether the path changed.
    pub(super) fn type_key(&mut self, key: Key) -> bool {
        self.is_chosen = false;
        self.editor.type_key(key)
    }

    pub(super) fn paste(&mut self, text: &str) -> bool {
        self.is_chosen = false;
        // A file dropped on a terminal comes between quotes.
        self.editor.paste(text.trim().trim_matches(['\'', '"']))
    }

    /// Takes what the path may become, unless it has changed since.
    pub(super) fn offer(&mut self, typed: &str, ways: Vec<String>) {
        if typed == self.text() {
            self.ways = ways;
            self.window = Window::default();
            self.is_chosen = false;
        }
    }

    /// Moves among the ways: the first move chooses the first one.
    pub(super) fn choose(&mut self, action: Action, rows: usize) {
        if self.ways.is_empty() {
            return;
        }
        if self.is_chosen && action == Action::ListUp && self.window.selected() == 0 {
            self.is_chosen = false;
        } else if self.is_chosen {
            self.window.act(action, self.ways.len(), rows);
        } else {
            self.is_chosen = action != Action::ListUp;
        }
    }

    /// Puts the way that is chosen, or as much as all ways have in common; says whether the path
    /// changed.
    pub(super) fn complete(&mut self) -> bool {
        let typed = self.text();
        let longer = match self.chosen() {
            Some(way) => way.to_owned(),
            None => common(&self.ways),
        };
        let is_longer = longer.len() > typed.len() || self.is_chosen;
        if is_longer {
            self.put(&longer);
        }
        is_longer
    }

    /// Puts the way that is chosen; says whether it is a folder, to be looked into.
    pub(super) fn enter(&mut self) -> bool {
        let Some(way) = self.chosen().map(str::to_owned) else { return false };
        self.put(&way);
        way.ends_with('/')
    }

    fn chosen(&self) -> Option<&str> {
        self.ways.get(self.window.selected()).filter(|_| self.is_chosen).map(String::as_str)
    }

    fn put(&mut self, text: &str) {
        self.editor.set_text(text);
        self.is_chosen = false;
    }
}

/// What all the ways start with.
fn common(ways: &[String]) -> String {
    let Some((first, others)) = ways.split_first() else { return String::new() };
    let starts = |length: &usize| others.iter().all(|way| way.starts_with(&first[..*length]));
    let mut lengths = first.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let length = lengths.by_ref().take_while(starts).last().unwrap_or(0);
    first[..length].to_owned()
}
