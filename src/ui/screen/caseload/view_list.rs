//! The views to choose from. A name that no view has keeps the list as it stands under it.

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::view::{self, Shape, View};
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::effect::Slot;
use crate::ui::keymap::key::Key;
use crate::ui::layer::{Layer, Why};
use crate::ui::message::Message;
use crate::ui::overlay::Reply;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::clip::{clip, width};
use crate::ui::widget::editor::Editor;
use crate::ui::widget::fold::contains_words;
use crate::ui::widget::panel;
use crate::ui::widget::window::Window;

/// The views are kept.
const KEPT: Slot = Slot(0);
/// Rows of the box around the list.
const FRAME: u16 = 3;

/// One line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    /// A view, by its rank.
    View(usize),
    /// Keeps the list as it stands under the name that is typed.
    Keep,
}

/// The list of views; it replies with the rank of the one chosen.
pub struct ViewList {
    views: Vec<View>,
    /// The list as it stands.
    current: Shape,
    shown: Vec<Row>,
    field: Editor,
    window: Window,
    /// The view that is being renamed.
    renamed: Option<usize>,
    /// The view whose removal was asked once: the same key again removes it.
    removed: Option<usize>,
}

impl ViewList {
    /// Every view, above the list as it stands.
    pub fn new(current: Shape, cx: &Cx<'_>) -> Self {
        let mut list = Self {
            views: view::all(cx),
            current,
            shown: Vec::new(),
            field: Editor::line(""),
            window: Window::default(),
            renamed: None,
            removed: None,
        };
        list.sift(cx);
        list
    }

    fn typed(&self) -> String {
        self.field.text().trim().to_owned()
    }

    fn sift(&mut self, cx: &Cx<'_>) {
        let typed = if self.renamed.is_some() { String::new() } else { self.typed() };
        let matching = |rank: &usize| contains_words(&self.views[*rank].name, &typed);
        self.shown = (0..self.views.len()).filter(matching).map(Row::View).collect();
        let is_brought = self.views.iter().any(|it| it.is_built_in && it.name == typed);
        if !typed.is_empty() && !is_brought {
            self.shown.push(Row::Keep);
        }
        self.window.go_to(0, self.shown.len(), Self::page(cx));
    }

    fn page(cx: &Cx<'_>) -> usize {
        usize::from(body_of(cx.size).height.saturating_sub(FRAME)).max(1)
    }

    fn selected(&self) -> Option<Row> {
        self.shown.get(self.window.selected()).copied()
    }

    /// The view selected, if it is one's own.
    fn own(&self) -> Option<usize> {
        match self.selected()? {
            Row::View(rank) => Some(rank).filter(|rank| !self.views[*rank].is_built_in),
            Row::Keep => None,
        }
    }

    /// Keeps one's own views as they are now.
    fn and_keep(&self, step: Step) -> Step {
        let own: Vec<View> = self.views.iter().filter(|it| !it.is_built_in).cloned().collect();
        step.ask(KEPT, view::keep(&own))
    }

    fn accept(&mut self, cx: &Cx<'_>) -> Step {
        if let Some(rank) = self.renamed {
            return self.rename(rank, cx);
        }
        match self.selected() {
            Some(Row::View(rank)) => Step::answer(Reply::Picked(rank)),
            Some(Row::Keep) => {
                let view = View::new(&self.typed(), self.current.clone());
                self.views.retain(|it| it.is_built_in || it.name != view.name);
                if self.views.len() >= view::MOST {
                    return Step::say(Message::refusal(cx.words.get("view-too-many")));
                }
                let said = Message::done(named("view-kept", &view.name, cx));
                self.views.push(view);
                self.and_keep(Step::pop().saying(said))
            }
            None => Step::stay(),
        }
    }

    fn rename(&mut self, rank: usize, cx: &Cx<'_>) -> Step {
        let name = self.typed();
        if name.is_empty() {
            return Step::say(Message::refusal(cx.words.get("view-nameless")));
        }
        let is_taken = |(at, it): (usize, &View)| at != rank && it.name == name;
        if self.views.iter().enumerate().any(is_taken) {
            return Step::say(Message::refusal(named("view-taken", &name, cx)));
        }
        let view = View::new(&name, self.views[rank].shape.clone());
        let said = Message::done(named("view-renamed", &view.name, cx));
        self.views[rank] = view;
        self.renamed = None;
        self.field.set_text("");
        self.sift(cx);
        self.window.go_to(rank, self.shown.len(), Self::page(cx));
        self.and_keep(Step::say(said))
    }

    fn remove(&mut self, rank: usize, again: bool, cx: &Cx<'_>) -> Step {
        let name = self.views[rank].name.clone();
        if !again {
            self.removed = Some(rank);
            return Step::say(Message::doubt(named("view-remove-again", &name, cx)));
        }
        self.views.remove(rank);
        self.sift(cx);
        self.window.go_to(rank, self.shown.len(), Self::page(cx));
        self.and_keep(Step::say(Message::done(named("view-removed", &name, cx))))
    }

    fn title(&self, cx: &Cx<'_>) -> String {
        match self.renamed {
            Some(rank) => named("view-rename-title", &self.views[rank].name, cx),
            None => cx.words.get("view-title").into_owned(),
        }
    }

    fn label(&self, row: Row, cx: &Cx<'_>) -> String {
        match row {
            Row::View(rank) => self.views[rank].name.clone(),
            Row::Keep => {
                let name = self.typed();
                let is_there = self.views.iter().any(|it| it.name == name);
                named(if is_there { "view-replace" } else { "view-keep" }, &name, cx)
            }
        }
    }
}

fn named(id: &str, name: &str, cx: &Cx<'_>) -> String {
    let mut args = FluentArgs::new();
    args.set("name", name.to_owned());
    cx.words.with(id, &args).into_owned()
}

impl Layer for ViewList {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Views, Scope::Overlay]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.window.go_to(self.window.selected(), self.shown.len(), Self::page(cx));
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        let removed = self.removed.take();
        match action {
            Action::OverlayClose if self.renamed.take().is_some() => {
                self.field.set_text("");
                self.sift(cx);
            }
            Action::OverlayClose => return Step::pop(),
            Action::OverlayAccept => return self.accept(cx),
            Action::ViewRename => {
                if let Some(rank) = self.own() {
                    self.renamed = Some(rank);
                    self.field.set_text(&self.views[rank].name);
                    self.sift(cx);
                    self.window.go_to(rank, self.shown.len(), Self::page(cx));
                }
            }
            Action::ViewRemove => {
                let Some(rank) = self.own() else { return Step::stay() };
                return self.remove(rank, removed == Some(rank), cx);
            }
            other => {
                let _is_a_move = self.window.act(other, self.shown.len(), Self::page(cx));
            }
        }
        Step::stay()
    }

    fn wants(&self, key: Key) -> bool {
        self.field.wants(key)
    }

    fn type_key(&mut self, key: Key, cx: &Cx<'_>) -> Step {
        self.removed = None;
        if self.field.type_key(key) && self.renamed.is_none() {
            self.sift(cx);
        }
        Step::stay()
    }

    fn paste(&mut self, text: &str, cx: &Cx<'_>) -> Step {
        if self.field.paste(text) && self.renamed.is_none() {
            self.sift(cx);
        }
        Step::stay()
    }

    fn available(&self, action: Action, _cx: &Cx<'_>) -> Result<(), Why> {
        match action {
            Action::ViewRename | Action::ViewRemove if self.renamed.is_some() || self.own().is_none() => {
                Err(Why("why-view-not-own"))
            }
            _ => Ok(()),
        }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::OverlayAccept, Action::ViewRename, Action::ViewRemove, Action::OverlayClose]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        /// Fewest columns: the name of a view is typed there.
        const LEAST: usize = 52;
        let labels: Vec<String> = self.shown.iter().map(|row| self.label(*row, cx)).collect();
        let title = self.title(cx);
        let widest = labels.iter().map(|label| width(label)).max().unwrap_or(0);
        let columns = u16::try_from(widest.max(width(&title) + 2).max(LEAST) + 6).unwrap_or(u16::MAX);
        let rows = u16::try_from(self.views.len() + 1).unwrap_or(u16::MAX).saturating_add(FRAME);
        let inner = panel::open(frame, panel::centred(body, columns, rows), &title, cx);
        let field = Rect { height: inner.height.min(1), ..inner };
        let list = Rect { y: inner.y + field.height, height: inner.height - field.height, ..inner };
        self.field.draw(frame, field, cx.theme.style(Role::FieldFocus), true);
        let room = usize::from(list.width).saturating_sub(2);
        let lines = self.window.visible(labels.len(), usize::from(list.height)).map(|row| {
            let is_chosen = row == self.window.selected();
            let role = match (is_chosen, self.shown[row]) {
                (true, _) => Role::Selection,
                (false, Row::Keep) => Role::Accent,
                (false, Row::View(rank)) if self.views[rank].is_built_in => Role::TextDim,
                (false, Row::View(_)) => Role::Text,
            };
            Line::from(vec![
                Span::raw(if is_chosen { "› " } else { "  " }),
                Span::styled(clip(&labels[row], room).into_owned(), cx.theme.style(role)),
            ])
        });
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), list);
    }
}
