//! The keys that work here, from the live keymap.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::ui::action::{Action, Category, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::layer::{Layer, Why};
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::clip::{fit, width};
use crate::ui::widget::keys::{bindings_from, keys_in_words};
use crate::ui::widget::panel;

/// Keys that move which are worth telling.
const MOST_MOVES: usize = 4;

/// What one row of the help says.
enum Row {
    Heading(String),
    /// A key, or a sign, and what it does or means; what an action waits for.
    Told(String, String, Option<Why>),
}

/// The help of a context.
pub struct Help {
    rows: Vec<Row>,
    top: usize,
}

impl Help {
    /// The help of this layer: what can be done there, and what could be, with what it waits for.
    pub fn new(all: &[(Action, Result<(), Why>)], top: &dyn Layer, cx: &Cx<'_>) -> Self {
        let mut rows = Vec::new();
        let signs = top.signs(cx);
        if !signs.is_empty() {
            rows.push(Row::Heading(cx.words.get("category-signs").into_owned()));
            rows.extend(signs.into_iter().map(|(sign, text)| Row::Told(sign.to_owned(), text, None)));
        }
        for category in Category::ALL {
            let here = all.iter().copied().filter(|(action, available)| {
                action.category() == *category && !available.is_err_and(Why::is_of_another_place)
            });
            let keys_of = |action: Action| {
                let bindings = bindings_from(action, top, cx.keymap);
                bindings.iter().map(|it| keys_in_words(it, cx)).collect::<Vec<_>>()
            };
            // Moving takes one row: everybody knows the arrows.
            let (moves, others): (Vec<_>, Vec<_>) = here.partition(|(action, _)| action.is_move());
            let mut keys: Vec<Row> = others
                .into_iter()
                .map(|(action, available)| (keys_of(action), action, available))
                .filter(|(keys, ..)| !keys.is_empty())
                .map(|(keys, action, available)| {
                    let words = cx.words.get(&action.message_id()).into_owned();
                    Row::Told(keys.join(", "), words, available.err())
                })
                .collect();
            let moves = moves.into_iter().filter_map(|(action, _)| keys_of(action).into_iter().next());
            let moves: Vec<String> = moves.take(MOST_MOVES).collect();
            if !moves.is_empty() {
                let words = cx.words.get(&format!("category-{}-move", category.id())).into_owned();
                keys.push(Row::Told(moves.join(" "), words, None));
            }
            if !keys.is_empty() {
                rows.push(Row::Heading(cx.words.get(&format!("category-{}", category.id())).into_owned()));
                rows.extend(keys);
            }
        }
        Self { rows, top: 0 }
    }

    fn page(cx: &Cx<'_>) -> usize {
        usize::from(body_of(cx.size).height.saturating_sub(2)).max(1)
    }

    fn scroll_to(&mut self, top: usize, cx: &Cx<'_>) {
        self.top = top.min(self.rows.len().saturating_sub(Self::page(cx)));
    }
}

impl Layer for Help {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Overlay]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.scroll_to(self.top, cx);
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        match action {
            Action::OverlayClose | Action::OverlayAccept => return Step::pop(),
            Action::ListDown => self.scroll_to(self.top + 1, cx),
            Action::ListUp => self.scroll_to(self.top.saturating_sub(1), cx),
            Action::ListPageDown => self.scroll_to(self.top + Self::page(cx), cx),
            Action::ListPageUp => self.scroll_to(self.top.saturating_sub(Self::page(cx)), cx),
            Action::ListFirst => self.scroll_to(0, cx),
            Action::ListLast => self.scroll_to(self.rows.len(), cx),
            _ => {}
        }
        Step::stay()
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::OverlayClose, Action::ListDown, Action::ListPageDown]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let inner = panel::open(frame, body, &cx.words.get("help-title"), cx);
        let column = self.rows.iter().map(|row| match row {
            Row::Heading(_) => 0,
            Row::Told(keys, ..) => width(keys),
        });
        let column = column.max().unwrap_or(0).min(usize::from(inner.width) / 2) + 2;
        let lines = self.rows.iter().skip(self.top).take(usize::from(inner.height)).map(|row| match row {
            Row::Heading(text) => Line::styled(text.clone(), cx.theme.style(Role::Title)),
            Row::Told(keys, text, why) => {
                let role = if why.is_some() { Role::TextDim } else { Role::Text };
                let why = why.map(|Why(id)| format!(" — {}", cx.words.get(id))).unwrap_or_default();
                Line::from(vec![
                    Span::styled(format!("  {}", fit(keys, column)), cx.theme.style(Role::Key)),
                    Span::styled(text.clone(), cx.theme.style(role)),
                    Span::styled(why, cx.theme.style(Role::TextDim)),
                ])
            }
        });
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), inner);
    }
}
