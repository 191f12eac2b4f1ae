//! The quick line itself: above the screen it was opened from, what is typed at the bottom and
//! what was understood of it above.
//!
//! Nobody is guessed: when the words lead to several people, Enter first chooses one.

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::parse::Understood;
use super::whom::{MOST_OFFERED, Reading};
use super::{echo, entry};
use crate::domain::file::File;
use crate::domain::id::PersonId;
use crate::domain::violation::{Severity, Violation};
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::effect::Slot;
use crate::ui::form::draft::Draft;
use crate::ui::keymap::key::Key;
use crate::ui::layer::{Layer, Unkept, Why};
use crate::ui::message::Message;
use crate::ui::saved;
use crate::ui::screen::form::open;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::clip::{clip, wrap};
use crate::ui::widget::editor::Editor;
use crate::ui::widget::panel;
use crate::ui::widget::window::Window;
use crate::usecase::outcome::Outcome;
use crate::usecase::request::{DraftKey, Request, Save};

/// Name of its drafts.
pub const FORM: &str = "quick";
/// Name of what is typed in its drafts.
const LINE: &str = "line";
/// Most rows that the record takes in the echo.
const MOST_RECORD_ROWS: usize = 3;

/// Rows that tell the letters.
const CODE_ROWS: u16 = 2;

const SAVING: Slot = Slot(0);
const DROPPING: Slot = Slot(1);

/// The quick line.
pub struct QuickLine {
    editor: Editor,
    /// The person whose file is open: the line needs no name.
    subject: Option<PersonId>,
    /// What was understood of it, and of whom.
    reading: Reading,
    window: Window,
    /// Whether one of several people was chosen.
    is_chosen: bool,
    /// Whether what is unlikely was shown, so that the same key again keeps it.
    is_doubted: bool,
    unkept: Option<Unkept>,
    /// Whether it was closed on purpose: its draft then waits in the list.
    was_left: bool,
}

impl QuickLine {
    /// The line, with what was left in it the last time.
    pub fn open(person: Option<PersonId>, cx: &Cx<'_>) -> Self {
        let mut line = Self {
            editor: Editor::line(""),
            subject: person.filter(|person| cx.file(*person).is_some()),
            reading: Reading::default(),
            window: Window::default(),
            is_chosen: false,
            is_doubted: false,
            unkept: None,
            was_left: false,
        };
        let key = line.draft_key();
        if let Some(draft) = cx.model.drafts.iter().find(|draft| draft.key == key) {
            line.editor.set_text(&typed_in(&draft.bytes));
        }
        line.understand(cx);
        line
    }

    /// Takes a whole line in place of what was typed.
    pub fn hear(&mut self, line: &str, cx: &Cx<'_>) {
        self.editor.set_text(line);
        self.typed(true, cx);
    }

    /// The people whom the words lead to, the likeliest first.
    pub fn people(&self) -> &[PersonId] {
        &self.reading.people
    }

    /// Whether one of several people has still to be chosen.
    pub fn is_undecided(&self) -> bool {
        self.reading.people.len() > 1 && !self.is_chosen
    }

    /// Chooses one of the people found.
    pub fn choose(&mut self, rank: usize, cx: &Cx<'_>) {
        let chosen = self.reading.people.get(rank).copied();
        if let Some(person) = chosen.filter(|person| cx.file(*person).is_some()) {
            self.reading.people = vec![person];
            self.window = Window::default();
            self.is_chosen = true;
        }
    }

    fn draft_key(&self) -> DraftKey {
        DraftKey { form: FORM.to_owned(), person: self.subject, object: None }
    }

    fn understand(&mut self, cx: &Cx<'_>) {
        let chosen = self.selected().filter(|_| self.is_chosen);
        let reading = Reading::of(&self.editor.text(), self.subject, cx);
        // A choice holds for the words that it was made of, and for that person wherever they now stand.
        let is_same = reading.words() == self.reading.words();
        let rank =
            chosen.filter(|_| is_same).and_then(|it| reading.people.iter().position(|found| *found == it));
        self.is_chosen = rank.is_some();
        self.window = Window::default();
        self.window.go_to(rank.unwrap_or(0), reading.people.len(), MOST_OFFERED);
        self.reading = reading;
        self.is_doubted = false;
    }

    /// Who is chosen, or would be.
    fn selected(&self) -> Option<PersonId> {
        self.reading.people.get(self.window.selected()).copied()
    }

    /// What the line means for whoever is selected.
    fn understood(&self) -> &Understood {
        self.reading.about(self.selected())
    }

    fn typed(&mut self, has_changed: bool, cx: &Cx<'_>) -> Step {
        if has_changed {
            self.was_left = false;
            self.unkept = Some(Unkept::Typing);
            self.understand(cx);
        }
        Step::stay()
    }

    /// Whose interview it would be.
    fn file<'a>(&self, cx: &Cx<'a>) -> Option<&'a File> {
        self.selected().and_then(|person| cx.model.caseload.files.get(&person)).map(AsRef::as_ref)
    }

    fn save(&mut self, cx: &Cx<'_>) -> Step {
        let Some(file) = self.file(cx) else { return Step::say(Message::refusal(self.nobody(cx))) };
        if self.is_undecided() {
            self.is_chosen = true;
            return Step::say(Message::doubt(cx.words.get("quick-which")));
        }
        let change = entry::change(self.understood(), file, cx.now.today);
        let save = Save { changes: vec![change], draft: Some(self.draft_key()), confirmed: self.is_doubted };
        Step::stay().ask_and_wait(SAVING, Request::Save(Box::new(save)))
    }

    /// The full form with the same values; what was typed lives on there.
    fn full_form(&mut self, cx: &Cx<'_>) -> Step {
        let Some(file) = self.file(cx) else { return Step::say(Message::refusal(self.nobody(cx))) };
        let form = open::from_quick_line(self.understood(), file, cx);
        self.unkept = None;
        Step::push(form).ask(DROPPING, Request::DropDraft(self.draft_key()))
    }

    /// Why nobody is found.
    fn nobody(&self, cx: &Cx<'_>) -> String {
        if self.reading.words().is_empty() {
            return cx.words.get("quick-empty").into_owned();
        }
        let mut args = FluentArgs::new();
        args.set("words", self.reading.words().to_owned());
        cx.words.with("quick-nobody", &args).into_owned()
    }

    fn refused(&mut self, violations: &[Violation], cx: &Cx<'_>) -> Step {
        let refusal = violations.iter().find(|it| it.severity == Severity::Refusal);
        let Some(violation) = refusal.or(violations.first()) else { return Step::stay() };
        let remark = cx.words.remark(violation);
        self.is_doubted = refusal.is_none();
        let text = format!("{} {}", remark.what, remark.remedy);
        Step::say(match violation.severity {
            Severity::Refusal => Message::refusal(text),
            Severity::Doubt => Message::doubt(format!("{text} {}", cx.words.get("doubt-again"))),
        })
    }

    /// The lines of the echo, each with its role.
    pub fn echo(&self, columns: usize, cx: &Cx<'_>) -> Vec<(String, Role)> {
        let Some(file) = self.file(cx) else { return vec![(self.nobody(cx), Role::TextDim)] };
        let mut lines = Vec::new();
        if self.reading.people.len() > 1 {
            for rank in self.window.visible(self.reading.people.len(), MOST_OFFERED) {
                let person =
                    cx.file(self.reading.people[rank]).map(|file| echo::person(file, cx)).unwrap_or_default();
                let is_selected = rank == self.window.selected();
                let sign = if is_selected { "› " } else { "  " };
                lines.push((
                    format!("{sign}{person}"),
                    if is_selected { Role::Selection } else { Role::Text },
                ));
            }
        } else {
            lines.push((echo::person(file, cx), Role::Title));
        }
        let interview = echo::interview(self.understood(), file, cx.now.today, cx);
        lines.extend(wrap(&interview, columns).into_iter().map(|it| (it, Role::Text)));
        let mut args = FluentArgs::new();
        args.set("text", self.understood().record.clone());
        if !self.understood().record.is_empty() {
            let record = cx.words.with("quick-record", &args);
            lines
                .extend(wrap(&record, columns).into_iter().take(MOST_RECORD_ROWS).map(|it| (it, Role::Text)));
        }
        lines
    }
}

/// Whether the line of this draft was being typed when something cut it: nobody had left it.
pub fn was_cut(bytes: &[u8]) -> bool {
    Draft::from_bytes(bytes).is_some_and(|draft| !draft.was_left)
}

/// What a draft says was typed. The first ones held nothing but the text.
pub fn typed_in(bytes: &[u8]) -> String {
    match Draft::from_bytes(bytes) {
        Some(mut draft) => draft.fields.remove(LINE).unwrap_or_default(),
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

impl Layer for QuickLine {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Quick, Scope::Overlay]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.understand(cx);
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        match action {
            Action::QuickSave => self.save(cx),
            Action::QuickForm => self.full_form(cx),
            Action::OverlayClose if self.editor.is_empty() => Step::pop(),
            Action::OverlayClose => {
                self.was_left = true;
                self.unkept = Some(Unkept::FieldLeft);
                Step::pop().saying(Message::note(cx.words.get("draft-left")))
            }
            other => {
                // Whoever moves the mark has chosen: Enter need not ask again.
                if self.window.act(other, self.reading.people.len(), MOST_OFFERED) {
                    self.is_chosen = true;
                    self.is_doubted = false;
                }
                Step::stay()
            }
        }
    }

    fn wants(&self, key: Key) -> bool {
        self.editor.wants(key)
    }

    fn type_key(&mut self, key: Key, cx: &Cx<'_>) -> Step {
        let has_changed = self.editor.type_key(key);
        self.typed(has_changed, cx)
    }

    fn paste(&mut self, text: &str, cx: &Cx<'_>) -> Step {
        let has_changed = self.editor.paste(text);
        self.typed(has_changed, cx)
    }

    fn done(&mut self, slot: Slot, outcome: Outcome, cx: &Cx<'_>) -> Step {
        match outcome {
            Outcome::Saved(_) if slot == SAVING => {
                self.unkept = None;
                Step::pop().saying(saved::message(cx)).ask(DROPPING, Request::DropDraft(self.draft_key()))
            }
            Outcome::Refused(violations) => self.refused(&violations, cx),
            _ => Step::stay(),
        }
    }

    fn available(&self, action: Action, _cx: &Cx<'_>) -> Result<(), Why> {
        if action == Action::QuickForm && self.reading.people.is_empty() {
            Err(Why("quick-empty"))
        } else {
            Ok(())
        }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::QuickSave, Action::QuickForm, Action::OverlayClose]
    }

    fn unkept(&self) -> Option<Unkept> {
        self.unkept
    }

    fn keep(&mut self) -> Option<(DraftKey, Vec<u8>)> {
        self.unkept.take()?;
        let typed = [(LINE.to_owned(), self.editor.text())].into_iter().collect();
        Some((self.draft_key(), Draft::new(LINE.to_owned(), self.was_left, typed).to_bytes()))
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let room = usize::from(body.width.saturating_sub(4)).max(1);
        let echo = self.echo(room, cx);
        let rows =
            u16::try_from(echo.len()).unwrap_or(u16::MAX).saturating_add(CODE_ROWS + 3).min(body.height);
        let area = Rect { y: body.y + body.height - rows, height: rows, ..body };
        let inner = panel::open(frame, area, &cx.words.get("quick-title"), cx);
        let lines = echo
            .iter()
            .map(|(text, role)| Line::styled(format!(" {}", clip(text, room)), cx.theme.style(*role)));
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), inner);
        let typed = inner.bottom().saturating_sub(1);
        let top = typed.saturating_sub(CODE_ROWS).max(inner.y);
        let codes = Rect { y: top, height: typed - top, ..inner };
        let line = Rect { x: inner.x + 1, y: typed, width: inner.width.saturating_sub(1), height: 1 };
        let said = ["quick-codes-modality", "quick-codes-signing"];
        let said = said.map(|id| {
            let text = format!(" {}", cx.words.get(id));
            Line::styled(clip(&text, room + 1).into_owned(), cx.theme.style(Role::TextDim))
        });
        frame.render_widget(Paragraph::new(said.to_vec()), codes);
        self.editor.draw(frame, line, cx.theme.style(Role::FieldFocus), true);
    }
}
