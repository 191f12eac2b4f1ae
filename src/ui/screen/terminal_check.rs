//! The terminal tried out, before the first run or by `jalon doctor --terminal`: one Enter when
//! everything is seen as it is.

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::Screen;
use super::first_run::FirstRun;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::keymap::key::{Code, Key};
use crate::ui::layer::Layer;
use crate::ui::step::{Step, Turn};
use crate::ui::terminal::learnt::Learnt;
use crate::ui::terminal::signs::Signs;
use crate::ui::theme::Role;
use crate::ui::widget::clip::wrap;
use crate::ui::widget::keys::keys_of;
use crate::ui::widget::panel;

const SCOPES: &[Scope] = &[Scope::Terminal, Scope::Locked];
/// Widest text, in columns.
const COLUMNS: u16 = 66;
/// Columns of what each line is called.
const NAMES: usize = 12;
/// The design size of the screens.
const COMFORTABLE: (u16, u16) = (80, 24);
/// Letters and lines that the screens draw with.
const LETTERS: &str = "é è ê ë à â ç ù î ô œ É À Ç « » ’ … · –";
const LINES: &str = "┌──┬──┐ │ ├──┼──┤ └──┴──┘ › ▾ ✓ × ■ □ ○ ━ ═ ░";

/// The terminal tried out.
pub struct TerminalCheck {
    /// Where a station will be made afterwards; nothing follows without.
    place: Option<String>,
    has_function_keys: bool,
    has_ctrl_s: bool,
}

impl TerminalCheck {
    /// Before the first run of a station in this folder.
    pub const fn before_first_run(place: String) -> Self {
        Self { place: Some(place), has_function_keys: false, has_ctrl_s: false }
    }

    /// For itself: the application ends afterwards.
    pub const fn alone() -> Self {
        Self { place: None, has_function_keys: false, has_ctrl_s: false }
    }

    fn accept(&mut self, cx: &Cx<'_>) -> Step {
        let Self { has_function_keys, has_ctrl_s, .. } = *self;
        let learnt = Learnt { signs: cx.terminal.signs, has_function_keys, has_ctrl_s };
        let step = Step::stay().then(Turn::Learn(learnt));
        match self.place.take() {
            Some(place) => step.then(Turn::Replace(Box::new(FirstRun::new(place)))),
            None => step.then(Turn::Perform(Action::Quit)),
        }
    }

    fn lines(&self, columns: u16, cx: &Cx<'_>) -> Vec<Line<'static>> {
        let columns = usize::from(columns);
        let style = |role| cx.theme.style(role);
        let mut args = keys_of(SCOPES, cx);
        let signs = format!("terminal-signs-{}", cx.terminal.signs.id());
        args.set("signs", cx.words.get(&signs).into_owned());
        let said = |id: &str, role| {
            let text = cx.words.with(id, &args).into_owned();
            wrap(&text, columns).into_iter().map(move |line| Line::styled(line, style(role)))
        };
        let mut lines: Vec<Line<'static>> = said("terminal-heading", Role::Title).collect();
        lines.extend(said("terminal-fine", Role::Text));
        lines.push(Line::default());
        for (id, shown) in [
            ("letters", vec![Span::raw(LETTERS)]),
            ("lines", vec![Span::raw(LINES)]),
            ("colours", colours(cx)),
            ("window", vec![Span::raw(window(cx))]),
            ("keys", vec![Span::raw(self.keys(cx))]),
        ] {
            let name = cx.words.get(&format!("terminal-{id}")).into_owned();
            let mut spans = vec![Span::styled(format!("{name:<NAMES$}"), style(Role::TextDim))];
            spans.extend(shown);
            lines.push(Line::from(spans));
        }
        lines.push(Line::default());
        lines.extend(said("terminal-wrong", Role::Text));
        lines.extend(said("terminal-later", Role::TextDim));
        lines
    }

    /// Which keys have arrived so far.
    fn keys(&self, cx: &Cx<'_>) -> String {
        let tried = [("f2", self.has_function_keys), ("ctrl-s", self.has_ctrl_s)].map(|(key, has_come)| {
            let mut args = FluentArgs::new();
            let named = format!("key-{key}");
            args.set(
                "key",
                if cx.words.has(&named) { cx.words.get(&named).into_owned() } else { key.to_owned() },
            );
            cx.words.with(if has_come { "terminal-key-came" } else { "terminal-key-try" }, &args).into_owned()
        });
        tried.join(" · ")
    }
}

/// Words in the colours of the screens.
fn colours(cx: &Cx<'_>) -> Vec<Span<'static>> {
    let roles = [
        ("good", Role::Good),
        ("soon", Role::Soon),
        ("late", Role::Overdue),
        ("key", Role::Key),
        ("chosen", Role::Selection),
    ];
    let span = |(id, role)| {
        let text = cx.words.get(&format!("terminal-colour-{id}")).into_owned();
        [Span::styled(text, cx.theme.style(role)), Span::raw("  ")]
    };
    roles.into_iter().flat_map(span).collect()
}

/// The size of the window, and whether it is enough.
fn window(cx: &Cx<'_>) -> String {
    let mut args = FluentArgs::new();
    args.set("columns", cx.size.width.to_string());
    args.set("rows", cx.size.height.to_string());
    let is_enough = cx.size.width >= COMFORTABLE.0 && cx.size.height >= COMFORTABLE.1;
    let id = if is_enough { "terminal-window-enough" } else { "terminal-window-small" };
    cx.words.with(id, &args).into_owned()
}

impl Layer for TerminalCheck {
    fn scopes(&self) -> &'static [Scope] {
        SCOPES
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        match action {
            Action::LockedAccept => self.accept(cx),
            Action::TerminalSigns => {
                let next = match cx.terminal.signs {
                    Signs::All => Signs::Letters,
                    Signs::Letters => Signs::Ascii,
                    Signs::Ascii => Signs::All,
                };
                Step::stay().then(Turn::Write(next))
            }
            _ => Step::stay(),
        }
    }

    /// The keys that are tried do nothing else here.
    fn wants(&self, key: Key) -> bool {
        key == Key::plain(Code::F(2)) || key == Key::held(Code::Char('s'), true, false, false)
    }

    fn type_key(&mut self, key: Key, _cx: &Cx<'_>) -> Step {
        self.has_function_keys |= !key.ctrl;
        self.has_ctrl_s |= key.ctrl;
        Step::stay()
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::LockedAccept, Action::TerminalSigns, Action::Language]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let lines = self.lines(COLUMNS.min(body.width), cx);
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let area = panel::centred(body, COLUMNS, rows);
        frame.render_widget(Paragraph::new(lines).style(cx.theme.style(Role::Text)), area);
    }
}

impl Screen for TerminalCheck {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("terminal-title").into_owned()
    }
}
