//! Text being typed, on one line or several. The only file that names the text-area crate.
//!
//! The terminal's own cursor stands at the caret, for screen readers and input methods; the
//! painted one is off. A line end that is pasted is text: it never saves nor leaves a field.
//! Letters are kept composed, however a keyboard or a clipboard writes their accents.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use tui_textarea::{CursorMove, TextArea, WrapMode};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::compose;

use crate::domain::text::{self, Lines};
use crate::ui::keymap::key::{Code, Key};

/// A text and the caret in it.
pub struct Editor {
    area: TextArea<'static>,
    is_one_line: bool,
}

impl Editor {
    /// One line, the caret at its end.
    pub fn line(text: &str) -> Self {
        Self::new(vec![one_line(text)], true)
    }

    /// Several lines, the caret at the end.
    pub fn lines(text: &str) -> Self {
        Self::new(many_lines(text).split('\n').map(str::to_owned).collect(), false)
    }

    fn new(lines: Vec<String>, is_one_line: bool) -> Self {
        let mut area = TextArea::new(lines);
        area.set_cursor_style(Style::new());
        area.set_cursor_line_style(Style::new());
        area.set_wrap_mode(if is_one_line { WrapMode::None } else { WrapMode::WordOrGlyph });
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, is_one_line }
    }

    /// What was typed.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.area.is_empty()
    }

    /// Puts another text, the caret at its end.
    pub fn set_text(&mut self, text: &str) {
        *self = if self.is_one_line { Self::line(text) } else { Self::lines(text) };
    }

    /// Whether the key edits the text or moves in it.
    pub fn wants(&self, key: Key) -> bool {
        let (row, _) = self.caret();
        let last = self.area.lines().len() - 1;
        match (self.is_one_line, key.code) {
            _ if key.edits_a_line() => true,
            (false, Code::Enter) => !key.ctrl && !key.alt && !key.shift,
            (false, Code::Up) => row > 0,
            (false, Code::Down) => row < last,
            (true | false, _) => false,
        }
    }

    /// Takes a key that it wants; says whether the text changed.
    pub fn type_key(&mut self, key: Key) -> bool {
        match key.code {
            Code::Char('w') if key.ctrl => self.area.delete_word(),
            Code::Char(_) if key.ctrl => self.area.delete_line_by_head(),
            Code::Char(c) => self.insert(c),
            Code::Enter => {
                self.area.insert_newline();
                true
            }
            Code::Backspace => self.area.delete_char(),
            Code::Delete => self.area.delete_next_char(),
            Code::Left => self.go(CursorMove::Back),
            Code::Right => self.go(CursorMove::Forward),
            Code::Up => self.go(CursorMove::Up),
            Code::Down => self.go(CursorMove::Down),
            Code::Home => self.go(CursorMove::Head),
            Code::End => self.go(CursorMove::End),
            Code::F(_) | Code::Esc | Code::Tab | Code::Insert | Code::PageUp | Code::PageDown => false,
        }
    }

    /// A mark that some keyboards send after its letter makes one letter with it.
    fn insert(&mut self, c: char) -> bool {
        let (row, column) = self.caret();
        let before = self.area.lines()[row].chars().take(column).last();
        let whole = before.and_then(|before| compose(before, c));
        if whole.is_some() {
            self.area.delete_char();
        }
        self.area.insert_str(one_line(whole.unwrap_or(c).encode_utf8(&mut [0; 4])))
    }

    /// Inserts pasted text; line ends become spaces in a line.
    pub fn paste(&mut self, text: &str) -> bool {
        if self.is_one_line {
            self.area.insert_str(one_line(text))
        } else {
            self.area.insert_str(many_lines(text))
        }
    }

    /// Takes back the last change of the text.
    pub fn undo(&mut self) -> bool {
        self.area.undo()
    }

    /// Rows that the text takes at this width.
    pub fn rows(&self, columns: u16) -> usize {
        let width = usize::from(columns.max(1));
        self.area.lines().iter().map(|line| super::clip::wrap(line, width).len().max(1)).sum()
    }

    /// Draws the text; with the focus, puts the cursor at the caret.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, style: Style, has_focus: bool) {
        frame.render_widget(&self.area, area);
        frame.buffer_mut().set_style(area, style);
        if has_focus && !area.is_empty() {
            let caret = self.area.screen_cursor();
            let (top, left) = self.area.scroll_offset();
            let column = caret.col.saturating_sub(usize::from(left)).min(usize::from(area.width - 1));
            let row = caret.row.saturating_sub(usize::from(top)).min(usize::from(area.height - 1));
            let offset = |from: u16, by: usize| from + u16::try_from(by).unwrap_or(0);
            frame.set_cursor_position(Position::new(offset(area.x, column), offset(area.y, row)));
        }
    }

    fn caret(&self) -> (usize, usize) {
        let cursor = self.area.cursor();
        (cursor.0, cursor.1)
    }

    /// Moving changes no text.
    fn go(&mut self, to: CursorMove) -> bool {
        self.area.move_cursor(to);
        false
    }
}

fn one_line(text: &str) -> String {
    text::cleaned(text.trim_end_matches(['\n', '\r']), Lines::One).nfc().collect()
}

fn many_lines(text: &str) -> String {
    text::cleaned(&text.replace('\t', "    "), Lines::Many).nfc().collect()
}
