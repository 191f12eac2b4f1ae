//! A text to read in full, above a screen: a record, a result. It scrolls and changes nothing.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::layer::Layer;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::{clip, panel};

/// A text being read.
pub struct Reading {
    title: String,
    text: String,
    top: usize,
}

impl Reading {
    /// This text, from its beginning.
    pub const fn new(title: String, text: String) -> Self {
        Self { title, text, top: 0 }
    }

    fn lines(&self, columns: u16) -> Vec<String> {
        clip::wrap(&self.text, usize::from(columns.saturating_sub(4)).max(1))
    }

    /// Scrolls as far as the last line at the bottom, in a window of this size.
    fn scroll_to(&mut self, top: usize, cx: &Cx<'_>) {
        let body = body_of(cx.size);
        let rows = usize::from(body.height.saturating_sub(2)).max(1);
        self.top = top.min(self.lines(body.width).len().saturating_sub(rows));
    }
}

impl Layer for Reading {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Overlay]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.scroll_to(self.top, cx);
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        let page = usize::from(body_of(cx.size).height.saturating_sub(3)).max(1);
        match action {
            Action::OverlayClose | Action::OverlayAccept => return Step::pop(),
            Action::ListDown => self.scroll_to(self.top + 1, cx),
            Action::ListUp => self.scroll_to(self.top.saturating_sub(1), cx),
            Action::ListPageDown => self.scroll_to(self.top + page, cx),
            Action::ListPageUp => self.scroll_to(self.top.saturating_sub(page), cx),
            Action::ListFirst => self.scroll_to(0, cx),
            Action::ListLast => self.scroll_to(usize::MAX, cx),
            _ => {}
        }
        Step::stay()
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::OverlayClose, Action::ListDown, Action::ListPageDown]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let lines = self.lines(body.width);
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
        let inner = panel::open(frame, panel::centred(body, body.width, rows), &self.title, cx);
        let shown = lines.iter().skip(self.top).take(usize::from(inner.height));
        let style = cx.theme.style(Role::Text);
        let shown: Vec<Line<'_>> = shown.map(|line| Line::styled(format!(" {line}"), style)).collect();
        frame.render_widget(Paragraph::new(shown), inner);
    }
}
