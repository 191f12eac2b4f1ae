//! The second stroke of what goes out or cannot be undone. The question names the person or the
//! bundle; whoever asks gives its words.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::{Reply, columns_of, paragraph};
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::layer::Layer;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::panel;

/// Widest line of a question, in columns.
const COLUMNS: u16 = 64;

/// A question that Enter confirms.
pub struct Confirm {
    title: String,
    paragraphs: Vec<String>,
}

impl Confirm {
    /// What is about to be done, to whom or what, and what follows.
    pub const fn new(title: String, paragraphs: Vec<String>) -> Self {
        Self { title, paragraphs }
    }
}

impl Layer for Confirm {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Overlay]
    }

    fn act(&mut self, action: Action, _cx: &Cx<'_>) -> Step {
        match action {
            Action::OverlayAccept => Step::answer(Reply::Confirmed),
            Action::OverlayClose => Step::pop(),
            _ => Step::stay(),
        }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::OverlayAccept, Action::OverlayClose]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let (columns, room) = columns_of(body, COLUMNS);
        let mut lines = Vec::new();
        for text in &self.paragraphs {
            lines.push(Line::default());
            lines.extend(paragraph(text, room, cx));
        }
        lines.push(Line::default());
        let how = format!(" {}", cx.words.get("confirm-how"));
        lines.push(Line::styled(how, cx.theme.style(Role::Doubt)));
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
        let inner = panel::open(frame, panel::centred(body, columns, rows), &self.title, cx);
        frame.render_widget(Paragraph::new(lines), inner);
    }
}
