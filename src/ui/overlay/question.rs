//! One question, one line, the best answer already there: Enter takes it, typing replaces it, and
//! what was understood is shown at once.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::columns_of;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::form::parse::azerty::digit_in_date;
use crate::ui::keymap::key::Key;
use crate::ui::layer::Layer;
use crate::ui::message::Message;
use crate::ui::overlay::Reply;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::clip::{clip, wrap};
use crate::ui::widget::editor::Editor;
use crate::ui::widget::panel;

/// Widest question, in columns.
const COLUMNS: u16 = 64;

/// What a text answers, and how that reads; `None` when it answers nothing.
pub type Reading = fn(&str, &Cx<'_>) -> Option<(Reply, String)>;

/// A question.
pub struct Question {
    title: String,
    said: String,
    best: (Reply, String),
    editor: Editor,
    read: Reading,
    refusal: &'static str,
}

impl Question {
    /// Asks under `title`: `said` tells what the answer does, `best` is taken by Enter alone,
    /// `refusal` is the message for a text that answers nothing.
    pub fn new(
        title: String,
        said: String,
        best: (Reply, String),
        read: Reading,
        refusal: &'static str,
    ) -> Self {
        Self { title, said, best, editor: Editor::line(""), read, refusal }
    }

    fn understood(&self, cx: &Cx<'_>) -> Option<(Reply, String)> {
        let typed = self.editor.text();
        if typed.trim().is_empty() { Some(self.best.clone()) } else { (self.read)(typed.trim(), cx) }
    }
}

impl Layer for Question {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Overlay]
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        match action {
            Action::OverlayClose => Step::pop(),
            Action::OverlayAccept => match self.understood(cx) {
                Some((reply, _)) => Step::answer(reply),
                None => Step::say(Message::refusal(cx.words.get(self.refusal))),
            },
            _ => Step::stay(),
        }
    }

    fn wants(&self, key: Key) -> bool {
        self.editor.wants(key)
    }

    /// The unshifted digit row types digits: every question asks for a day or a duration.
    fn type_key(&mut self, key: Key, _cx: &Cx<'_>) -> Step {
        let before = self.editor.text().chars().last();
        let key = key.typed().map_or(key, |c| Key::char(digit_in_date(before, c)));
        self.editor.type_key(key);
        Step::stay()
    }

    fn paste(&mut self, text: &str, _cx: &Cx<'_>) -> Step {
        self.editor.paste(text);
        Step::stay()
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::OverlayAccept, Action::OverlayClose]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let (columns, room) = columns_of(body, COLUMNS);
        let said = wrap(&self.said, room);
        let rows = u16::try_from(said.len()).unwrap_or(u16::MAX).saturating_add(5);
        let inner = panel::open(frame, panel::centred(body, columns, rows), &self.title, cx);
        let echo = match self.understood(cx) {
            Some((_, echo)) => Line::styled(clip(&echo, room).into_owned(), cx.theme.style(Role::Accent)),
            None => Line::styled(cx.words.get(self.refusal).into_owned(), cx.theme.style(Role::Doubt)),
        };
        let inside = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let row = |from_end: u16| Rect {
            y: inside.y + inside.height.saturating_sub(from_end),
            height: from_end.min(inside.height).min(1),
            ..inside
        };
        let text = said.into_iter().map(|line| Line::styled(line, cx.theme.style(Role::Text)));
        frame.render_widget(Paragraph::new(text.collect::<Vec<_>>()), inside);
        frame.render_widget(Paragraph::new(echo), row(2));
        self.editor.draw(frame, row(1), cx.theme.style(Role::FieldFocus), true);
    }
}
