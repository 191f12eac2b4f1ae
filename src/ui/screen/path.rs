//! A path being typed above what it may become: for every screen that asks for a file.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::domain::text::{self, Lines};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::keymap::key::Key;
use crate::ui::theme::Role;
use crate::ui::widget::cells::{self, Cell, MARK_COLUMNS};
use crate::ui::widget::clip::{clip, clip_start};
use crate::ui::widget::editor::Editor;
use crate::ui::widget::window::Window;

/// Rows above what the path may become: the question, the path, and what Enter does.
const ROWS_ABOVE: u16 = 5;

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

/// How many ways of a path fit.
pub(super) fn rows(body: Rect) -> usize {
    usize::from(body.height.saturating_sub(ROWS_ABOVE)).max(1)
}

/// Draws the path; the messages are the question, what the keys do, and that nothing goes on so.
pub(super) fn draw(
    frame: &mut Frame<'_>,
    body: Rect,
    path: &PathField,
    [question, how, no_way]: [&str; 3],
    cx: &Cx<'_>,
) {
    let columns = usize::from(body.width);
    let row = |y: u16| Rect { y: body.y + y, height: u16::from(body.height > y), ..body };
    let said =
        |id: &str, role| Line::styled(clip(&cx.words.get(id), columns).into_owned(), cx.theme.style(role));
    frame.render_widget(said(question, Role::Title), row(0));
    path.editor.draw(frame, row(1), cx.theme.style(Role::FieldFocus), true);
    frame.render_widget(said(how, Role::TextDim), row(2));
    let list = Rect { y: body.y + 4, height: body.height.saturating_sub(4), ..body };
    if path.ways.is_empty() {
        return frame.render_widget(said(no_way, Role::TextDim), list);
    }
    let visible = path.window.visible(path.ways.len(), usize::from(list.height));
    let lines = visible.map(|rank| {
        let is_selected = path.is_chosen && rank == path.window.selected();
        let way = text::printable(&path.ways[rank], Lines::One).into_owned();
        let way = clip_start(&way, columns.saturating_sub(MARK_COLUMNS)).into_owned();
        cells::line(vec![Cell::new(way, columns.saturating_sub(MARK_COLUMNS))], is_selected, cx)
    });
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), list);
}
