//! Every action by its name, with its key, and why when it cannot be done here and now.

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::ui::act_name;
use crate::ui::action::{Action, Category, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::keymap::key::Key;
use crate::ui::layer::{Layer, Why};
use crate::ui::message::Message;
use crate::ui::screen::caseload::view::{self, Shape};
use crate::ui::step::{Step, Turn};
use crate::ui::theme::Role;
use crate::ui::widget::clip::{clip, fit, width};
use crate::ui::widget::keys::{bindings_from, keys_in_words};
use crate::ui::widget::panel;
use crate::ui::widget::sifted::Sifted;

/// What an entry does.
enum Does {
    Act(Action),
    /// Shows the caseload in this shape.
    Show(Shape),
}

struct Entry {
    does: Does,
    label: String,
    keys: String,
    why: Option<Why>,
}

impl Entry {
    /// What can be done first, then by kind; views come after the other ways to list people.
    fn place(&self) -> (bool, bool, Category, bool) {
        match &self.does {
            Does::Act(action) => (self.why.is_some(), action.is_move(), action.category(), false),
            Does::Show(_) => (false, false, Category::Lists, true),
        }
    }
}

/// The palette.
pub struct Palette {
    entries: Vec<Entry>,
    sifted: Sifted,
}

impl Palette {
    /// Every action as it stands above this layer, those that can be done first.
    pub fn new(all: &[(Action, Result<(), Why>)], top: &dyn Layer, cx: &Cx<'_>) -> Self {
        let keys = |action: Action| bindings_from(action, top, cx.keymap).into_iter().next();
        let mut entries: Vec<Entry> = all
            .iter()
            .filter(|(_, available)| !available.is_err_and(Why::is_of_another_station))
            .filter(|(action, _)| !action.scopes().iter().all(|scope| *scope == Scope::Overlay))
            .map(|(action, available)| Entry {
                does: Does::Act(*action),
                label: label_of(*action, cx),
                keys: keys(*action).map_or_else(String::new, |it| keys_in_words(it, cx)),
                why: available.err(),
            })
            .collect();
        let views = view::all(cx).into_iter();
        entries.extend(views.map(|view| Entry {
            label: view.label(cx),
            does: Does::Show(view.shape),
            keys: String::new(),
            why: None,
        }));
        entries.sort_by_key(Entry::place);
        // Where the search of the list answers, the one from anywhere would be the same words twice.
        let here: Vec<String> =
            entries.iter().filter(|it| !it.keys.is_empty()).map(|it| it.label.clone()).collect();
        entries.retain(|entry| !entry.keys.is_empty() || !here.contains(&entry.label));
        let sifted = Sifted::new(labels(&entries), Self::page(cx));
        Self { entries, sifted }
    }

    fn sift(&mut self, cx: &Cx<'_>) {
        self.sifted.sift(labels(&self.entries), Self::page(cx));
    }

    fn page(cx: &Cx<'_>) -> usize {
        usize::from(body_of(cx.size).height.saturating_sub(3)).max(1)
    }

    fn chosen(&self) -> Option<&Entry> {
        self.entries.get(self.sifted.chosen()?)
    }
}

fn labels(entries: &[Entry]) -> impl Iterator<Item = &str> {
    entries.iter().map(|entry| entry.label.as_str())
}

impl Layer for Palette {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Overlay]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.sifted.refresh(Self::page(cx));
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        match action {
            Action::OverlayClose => return Step::pop(),
            Action::OverlayAccept => {
                return match self.chosen() {
                    Some(Entry { why: Some(Why(id)), .. }) => Step::say(Message::note(cx.words.sentence(id))),
                    Some(Entry { does: Does::Act(action), .. }) => Step::perform(*action),
                    Some(Entry { does: Does::Show(shape), .. }) => {
                        Step::stay().then(Turn::View(shape.clone()))
                    }
                    None => Step::stay(),
                };
            }
            other => self.sifted.act(other, Self::page(cx)),
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
        let inner = panel::open(frame, body, &cx.words.get("palette-title"), cx);
        let list = self.sifted.draw_typed(frame, inner, cx);
        let keys = self.entries.iter().map(|entry| width(&entry.keys)).max().unwrap_or(0);
        let room = usize::from(list.width).saturating_sub(keys + 4);
        let lines = self.sifted.rows(usize::from(list.height)).map(|(rank, is_chosen)| {
            let entry = &self.entries[rank];
            let role = match (is_chosen, entry.why) {
                (true, _) => Role::Selection,
                (false, Some(_)) => Role::TextDim,
                (false, None) => Role::Text,
            };
            let why = entry.why.map(|Why(id)| format!(" — {}", cx.words.get(id))).unwrap_or_default();
            let room_for_why = room.saturating_sub(width(&entry.label));
            Line::from(vec![
                Span::raw(if is_chosen { "› " } else { "  " }),
                Span::styled(fit(&entry.keys, keys), cx.theme.style(Role::Key)),
                Span::raw("  "),
                Span::styled(clip(&entry.label, room).into_owned(), cx.theme.style(role)),
                Span::styled(clip(&why, room_for_why).into_owned(), cx.theme.style(Role::TextDim)),
            ])
        });
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), list);
    }
}

/// The words of an action; undo and redo name what they would undo.
fn label_of(action: Action, cx: &Cx<'_>) -> String {
    let label = cx.words.get(&action.message_id()).into_owned();
    let undo = &cx.model.undo;
    let act = match action {
        Action::Undo => undo.undo.as_ref(),
        Action::Redo => undo.redo.as_ref(),
        _ => None,
    };
    let Some(act) = act else { return label };
    let mut args = FluentArgs::new();
    args.set("action", label);
    args.set("act", act_name::describe(act, cx));
    cx.words.with("palette-named", &args).into_owned()
}
