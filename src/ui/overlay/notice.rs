//! What failed, and what to do about it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::i18n::Words;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::layer::Layer;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::{clip, panel};
use crate::usecase::outcome::Failure;

/// Widest line of a notice, in columns.
const COLUMNS: u16 = 64;

/// A message that waits to be read.
pub struct Notice {
    title: String,
    paragraphs: Vec<String>,
    role: Role,
}

impl Notice {
    /// Something to read, paragraph by paragraph.
    pub fn new(title: String, paragraphs: Vec<String>) -> Self {
        Self { title, paragraphs, role: Role::Text }
    }

    /// A failure and its remedy.
    pub fn of_failure(failure: &Failure, words: &Words) -> Self {
        let args = || failure.args.iter().map(|(name, value)| (*name, value.as_str()));
        let id = format!("err-{}", failure.id);
        let said = words.filled(&id, args());
        let remedy = words.filled(&format!("{id}-remedy"), args());
        let title = words.get("notice-failure").into_owned();
        Self { title, paragraphs: vec![said, remedy], role: Role::Danger }
    }
}

impl Layer for Notice {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Overlay]
    }

    fn act(&mut self, action: Action, _cx: &Cx<'_>) -> Step {
        match action {
            Action::OverlayClose | Action::OverlayAccept => Step::pop(),
            _ => Step::stay(),
        }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::OverlayClose]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let columns = COLUMNS.min(body.width);
        let room = usize::from(columns.saturating_sub(4)).max(1);
        let mut lines = Vec::new();
        for (rank, paragraph) in self.paragraphs.iter().enumerate() {
            let role = if rank == 0 { self.role } else { Role::Text };
            lines.push(Line::default());
            lines.extend(
                clip::wrap(paragraph, room)
                    .into_iter()
                    .map(|line| Line::styled(format!(" {line}"), cx.theme.style(role))),
            );
        }
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(3);
        let inner = panel::open(frame, panel::centred(body, columns, rows), &self.title, cx);
        frame.render_widget(Paragraph::new(lines), inner);
    }
}
