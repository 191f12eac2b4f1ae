//! The second stroke of what nothing undoes: the name is typed again, so that no key pressed once too
//! often does it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Paragraph;

use super::{Reply, columns_of, paragraph};
use crate::search::fold;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::keymap::key::Key;
use crate::ui::layer::Layer;
use crate::ui::message::Message;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::editor::Editor;
use crate::ui::widget::panel;

/// Widest line, in columns.
const COLUMNS: u16 = 74;

/// A question that only this name answers, whatever its capitals and accents.
pub struct Typed {
    title: String,
    paragraphs: Vec<String>,
    name: String,
    refusal: &'static str,
    editor: Editor,
}

impl Typed {
    /// What is about to be done and what follows; `refusal` is said of any other text.
    pub fn new(title: String, paragraphs: Vec<String>, name: String, refusal: &'static str) -> Self {
        Self { title, paragraphs, name, refusal, editor: Editor::line("") }
    }

    fn is_right(&self) -> bool {
        let (typed, name) = (fold::words(&self.editor.text()), fold::words(&self.name));
        !name.is_empty() && typed == name
    }
}

impl Layer for Typed {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Overlay]
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        match action {
            Action::OverlayClose => Step::pop(),
            Action::OverlayAccept if self.is_right() => Step::answer(Reply::Confirmed),
            Action::OverlayAccept => Step::say(Message::refusal(cx.words.get(self.refusal))),
            _ => Step::stay(),
        }
    }

    fn wants(&self, key: Key) -> bool {
        self.editor.wants(key)
    }

    fn type_key(&mut self, key: Key, _cx: &Cx<'_>) -> Step {
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
        let lines: Vec<_> = self.paragraphs.iter().flat_map(|text| paragraph(text, room, cx)).collect();
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(4);
        let inner = panel::open(frame, panel::centred(body, columns, rows), &self.title, cx);
        let last = inner.height.saturating_sub(1);
        let text = Rect { height: last, ..inner };
        frame.render_widget(Paragraph::new(lines), text);
        let field = Rect {
            x: inner.x + 1,
            y: inner.y + last,
            width: inner.width.saturating_sub(2),
            height: inner.height.min(1),
        };
        self.editor.draw(frame, field, cx.theme.style(Role::FieldFocus), true);
    }
}
