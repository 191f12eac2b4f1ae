//! Choosing one of a list, which shrinks as one types.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::Reply;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::keymap::key::Key;
use crate::ui::layer::Layer;
use crate::ui::message::Message;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::clip::{clip, width};
use crate::ui::widget::panel;
use crate::ui::widget::sifted::Sifted;

/// Rows and columns of the box around the list.
const FRAME: u16 = 3;

/// A list to choose from; it replies with the rank of the choice.
pub struct Pick {
    title: String,
    labels: Vec<String>,
    sifted: Sifted,
}

impl Pick {
    /// A list of labels under a title.
    pub fn new(title: String, labels: Vec<String>, cx: &Cx<'_>) -> Self {
        let sifted = Sifted::new(labels.iter().map(String::as_str), page(labels.len(), cx));
        Self { title, labels, sifted }
    }

    /// The same with a row selected at first.
    #[must_use]
    pub fn at(mut self, rank: usize, cx: &Cx<'_>) -> Self {
        self.sifted.go_to(rank, self.page(cx));
        self
    }

    fn sift(&mut self, cx: &Cx<'_>) {
        self.sifted.sift(self.labels.iter().map(String::as_str), page(self.labels.len(), cx));
    }

    fn page(&self, cx: &Cx<'_>) -> usize {
        page(self.labels.len(), cx)
    }
}

/// How many rows of so many are seen at once.
fn page(count: usize, cx: &Cx<'_>) -> usize {
    usize::from(body_of(cx.size).height.saturating_sub(FRAME)).min(count).max(1)
}

impl Layer for Pick {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Overlay]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.sifted.refresh(self.page(cx));
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        match action {
            Action::OverlayClose => return Step::pop(),
            Action::OverlayAccept => {
                return match self.sifted.chosen() {
                    Some(rank) => Step::answer(Reply::Picked(rank)),
                    None => Step::say(Message::note(cx.words.get("pick-nothing"))),
                };
            }
            other => self.sifted.act(other, self.page(cx)),
        };
        Step::stay()
    }

    fn wants(&self, key: Key) -> bool {
        self.sifted.wants(key)
    }

    fn type_key(&mut self, key: Key, cx: &Cx<'_>) -> Step {
        if self.sifted.type_key(key) {
            self.sift(cx);
        }
        Step::stay()
    }

    fn paste(&mut self, text: &str, cx: &Cx<'_>) -> Step {
        self.sifted.paste(text);
        self.sift(cx);
        Step::stay()
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::OverlayAccept, Action::OverlayClose]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let widest = self.labels.iter().map(|label| width(label)).max().unwrap_or(0);
        let columns = u16::try_from(widest.max(width(&self.title) + 2) + 6).unwrap_or(u16::MAX);
        let rows = u16::try_from(self.labels.len()).unwrap_or(u16::MAX).saturating_add(FRAME);
        let inner = panel::open(frame, panel::centred(body, columns, rows), &self.title, cx);
        let list = self.sifted.draw_typed(frame, inner, cx);
        let room = usize::from(list.width).saturating_sub(2);
        let lines = self.sifted.rows(usize::from(list.height)).map(|(rank, is_chosen)| {
            let role = if is_chosen { Role::Selection } else { Role::Text };
            let label = clip(&self.labels[rank], room).into_owned();
            Line::from(vec![
                Span::raw(if is_chosen { "› " } else { "  " }),
                Span::styled(label, cx.theme.style(role)),
            ])
        });
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), list);
        if self.sifted.goes_on_below(usize::from(list.height)) && !list.is_empty() {
            let last = Rect { x: list.right() - 1, y: list.bottom() - 1, width: 1, height: 1 };
            frame.render_widget(Span::styled("▾", cx.theme.style(Role::Accent)), last);
        }
    }
}
