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

/// What one row of the help says.
enum Row {
    Category(Category),
    Keys(String, Action, Option<Why>),
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
        for category in Category::ALL {
            let here = all.iter().filter(|(action, available)| {
                action.category() == *category && !available.is_err_and(Why::is_of_another_place)
            });
            let keys: Vec<Row> = here
                .filter_map(|(action, available)| {
                    let bindings = bindings_from(*action, top, cx.keymap);
                    let keys: Vec<String> = bindings.iter().map(|it| keys_in_words(it, cx)).collect();
                    (!keys.is_empty()).then(|| Row::Keys(keys.join(", "), *action, available.err()))
                })
                .collect();
            if !keys.is_empty() {
                rows.push(Row::Category(*category));
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
            Row::Category(_) => 0,
            Row::Keys(keys, ..) => width(keys),
        });
        let column = column.max().unwrap_or(0).min(usize::from(inner.width) / 2) + 2;
        let lines = self.rows.iter().skip(self.top).take(usize::from(inner.height)).map(|row| match row {
            Row::Category(category) => Line::styled(
                cx.words.get(&format!("category-{}", category.id())).into_owned(),
                cx.theme.style(Role::Title),
            ),
            Row::Keys(keys, action, why) => {
                let role = if why.is_some() { Role::TextDim } else { Role::Text };
                let why = why.map(|Why(id)| format!(" — {}", cx.words.get(id))).unwrap_or_default();
                Line::from(vec![
                    Span::styled(format!("  {}", fit(keys, column)), cx.theme.style(Role::Key)),
                    Span::styled(cx.words.get(&action.message_id()).into_owned(), cx.theme.style(role)),
                    Span::styled(why, cx.theme.style(Role::TextDim)),
                ])
            }
        });
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), inner);
    }
}
