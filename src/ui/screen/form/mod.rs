//! Filling in one of Jalon's forms: the screen around the engine. It knows no field: that is the
//! paper's business; it saves, keeps drafts and says so.

mod group;
pub mod open;
mod workshop;

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::domain::file::File;
use crate::domain::id::PersonId;
use crate::domain::violation::Violation;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::effect::Slot;
use crate::ui::form::specs::{Filled, Given, Paper, REFERRAL, Version};
use crate::ui::form::{Asked, Form, LIST};
use crate::ui::keymap::key::Key;
use crate::ui::layer::{Layer, Unkept, Why};
use crate::ui::message::Message;
use crate::ui::overlay::Reply;
use crate::ui::saved;
use crate::ui::screen::Screen;
use crate::ui::screen::file::FileScreen;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::clip::wrap;
use crate::usecase::outcome::Outcome;
use crate::usecase::request::{Change, DraftKey, Request, Save};

const SAVING: Slot = Slot(0);
const REMEMBERING: Slot = Slot(1);
const DROPPING: Slot = Slot(2);

/// A form being filled in.
pub struct FormScreen {
    paper: &'static Paper,
    form: Form,
    /// Whose file; `None` for somebody new, and for what belongs to no person.
    person: Option<PersonId>,
    /// Everybody it is entered for at once, when they are several: then `person` is nobody.
    group: Vec<PersonId>,
    /// The version being changed; `None` for a new thing.
    before: Option<Version>,
    /// Whether a draft was taken up: said once the screen is there.
    is_resumed: bool,
    /// Whether dropping the draft was asked once: the same key again drops it.
    drops: bool,
}

impl FormScreen {
    /// A form with these values, or as its draft was left.
    pub fn new(
        paper: &'static Paper,
        person: Option<PersonId>,
        before: Option<Version>,
        given: &Given,
        cx: &Cx<'_>,
    ) -> Self {
        let object = before.as_ref().map(|version| version.object);
        let key = DraftKey { form: paper.id().to_owned(), person, object };
        Self { person, before, ..Self::kept_as(key, paper, given, cx) }
    }

    /// The same under a key of its own: as its draft was left if there is one.
    fn kept_as(key: DraftKey, paper: &'static Paper, given: &Given, cx: &Cx<'_>) -> Self {
        let draft = cx.model.drafts.iter().find(|draft| draft.key == key);
        let resumed = draft.and_then(|draft| Form::resume(paper.spec, key.clone(), given, &draft.bytes, cx));
        let is_resumed = resumed.is_some();
        let form = resumed.unwrap_or_else(|| Form::new(paper.spec, key, given, cx));
        Self { paper, form, person: None, group: Vec::new(), before: None, is_resumed, drops: false }
    }

    /// The form as it stands.
    pub const fn form(&self) -> &Form {
        &self.form
    }

    /// The form, to answer it otherwise than key by key.
    pub const fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    /// What is worth knowing below the fields.
    pub fn aside(&self, cx: &Cx<'_>) -> Vec<(String, Role)> {
        self.filled(cx, self.paper.aside)
    }

    /// The same form, started at a field, unless a draft says where it was left.
    #[must_use]
    pub fn starting_at(mut self, field: &str) -> Self {
        if !self.is_resumed {
            self.form.start_at(field);
        }
        self
    }

    fn file<'a>(&self, cx: &Cx<'a>) -> Option<&'a File> {
        cx.model.caseload.files.get(&self.person?).map(AsRef::as_ref)
    }

    /// Runs `then` on what is filled in.
    fn filled<T>(&self, cx: &Cx<'_>, then: impl FnOnce(&Filled<'_>) -> T) -> T {
        let before = self.before.as_ref().map(|version| &version.body);
        then(&Filled { values: self.form.values(), file: self.file(cx), before, cx })
    }

    fn turn(&mut self, asked: Asked, cx: &Cx<'_>) -> Step {
        match asked {
            Asked::Step(step) | Asked::Leave(step) => step,
            Asked::Save { confirmed } => self.save(confirmed, cx),
        }
    }

    fn save(&mut self, confirmed: bool, cx: &Cx<'_>) -> Step {
        let incomplete = || Step::say(Message::refusal(cx.words.get("form-incomplete")));
        if self.is_of_a_workshop() {
            return self.save_workshop(confirmed, cx).unwrap_or_else(incomplete);
        }
        if self.is_of_a_group() {
            return self.save_for_all(confirmed, cx).unwrap_or_else(incomplete);
        }
        let Some(bodies) = self.filled(cx, self.paper.bodies) else { return incomplete() };
        let is_same = |it: &Version| std::slice::from_ref(&it.body) == bodies.as_slice();
        if self.before.as_ref().is_some_and(is_same) {
            return self.close_unchanged(cx);
        }
        let replaces = self.before.as_ref().map(|version| (version.object, version.entry));
        let change = |(rank, body)| Change {
            person: self.person,
            replaces: if rank == 0 { replaces } else { None },
            body: Some(body),
        };
        let changes = bodies.into_iter().enumerate().map(change).collect();
        let draft = Some(self.form.draft_key().clone());
        Step::stay().ask_and_wait(SAVING, Request::Save(Box::new(Save { changes, draft, confirmed })))
    }

    /// Nothing differs from the version that is on the disk: another one would tell nothing.
    fn close_unchanged(&mut self, cx: &Cx<'_>) -> Step {
        self.form.saved();
        let step = Step::pop().saying(Message::note(cx.words.get("form-unchanged")));
        let key = self.form.draft_key();
        let has_draft = cx.model.drafts.iter().any(|draft| draft.key == *key);
        if has_draft { step.ask(DROPPING, Request::DropDraft(key.clone())) } else { step }
    }

    /// It is on the disk: the draft goes, the person who was just created is opened.
    fn saved(&mut self, created: Option<PersonId>, cx: &Cx<'_>) -> Step {
        let remember = self.form.remember(cx);
        self.form.saved();
        let is_of_office = self.paper.is_of_office();
        let is_somebody_new = self.person.is_none() && !self.is_of_a_group() && !is_of_office;
        let step = match created.filter(|_| is_somebody_new) {
            Some(person) => Step::replace(FileScreen::open(person)),
            None => Step::pop(),
        };
        step.saying(saved::message_but(self.passed_over("form-group-but", cx), cx))
            .ask(REMEMBERING, remember)
            .ask(DROPPING, Request::DropDraft(self.form.draft_key().clone()))
    }

    fn refused(&mut self, violations: Vec<Violation>, cx: &Cx<'_>) -> Step {
        if self.is_of_a_group() && !self.is_of_a_workshop() {
            return self.refused_for_some(cx);
        }
        let on_the_form = |it: Violation| Violation { field: (self.paper.field_of)(it.field), ..it };
        let violations: Vec<Violation> = violations.into_iter().map(on_the_form).collect();
        Step::say(self.form.refuse(&violations, cx))
    }

    /// The same values as a new thing.
    fn duplicate(&mut self, cx: &Cx<'_>) -> Step {
        let values = self.form.values();
        let given: Given = self
            .paper
            .spec
            .fields
            .iter()
            .filter_map(|field| values.get(field.name).map(|value| (field.name, value.clone())))
            .collect();
        let key = DraftKey { object: None, ..self.form.draft_key().clone() };
        self.form = Form::new(self.paper.spec, key, &given, cx);
        self.before = None;
        Step::say(Message::note(cx.words.get("form-copy")))
    }

    /// Two strokes: a draft that is dropped is gone for good.
    fn drop_draft(&mut self, cx: &Cx<'_>) -> Step {
        if !std::mem::replace(&mut self.drops, true) {
            return Step::say(Message::doubt(cx.words.get("form-drop-again")));
        }
        self.form.saved();
        let key = self.form.draft_key().clone();
        Step::pop().saying(Message::done(cx.words.get("form-dropped"))).ask(DROPPING, Request::DropDraft(key))
    }
}

impl Layer for FormScreen {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Form]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.form.refresh(cx);
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        if action == Action::FormDrop {
            return self.drop_draft(cx);
        }
        self.drops = false;
        if action == Action::EntryDuplicate {
            return self.duplicate(cx);
        }
        let asked = self.form.act(action, cx);
        self.turn(asked, cx)
    }

    fn wants(&self, key: Key) -> bool {
        self.form.wants(key)
    }

    fn type_key(&mut self, key: Key, cx: &Cx<'_>) -> Step {
        self.drops = false;
        self.form.type_key(key, cx)
    }

    fn paste(&mut self, text: &str, cx: &Cx<'_>) -> Step {
        self.form.paste(text, cx)
    }

    fn done(&mut self, slot: Slot, outcome: Outcome, cx: &Cx<'_>) -> Step {
        match outcome {
            Outcome::Saved(patch) if slot == SAVING => {
                self.saved(patch.files.first().map(|(person, _)| *person), cx)
            }
            Outcome::Refused(violations) => self.refused(violations, cx),
            _ => Step::stay(),
        }
    }

    fn replied(&mut self, slot: Slot, reply: Reply, cx: &Cx<'_>) -> Step {
        if slot == LIST { self.form.picked(&reply, cx) } else { Step::stay() }
    }

    fn unkept(&self) -> Option<Unkept> {
        self.form.unkept()
    }

    fn keep(&mut self) -> Option<(DraftKey, Vec<u8>)> {
        self.form.keep()
    }

    fn available(&self, action: Action, _cx: &Cx<'_>) -> Result<(), Why> {
        if action == Action::FormList && !self.form.has_list() { Err(Why("form-no-list")) } else { Ok(()) }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        self.form.hints()
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        let mut told = self.for_whom(cx);
        told.extend(self.aside(cx));
        let columns = usize::from(body.width).max(1);
        let aside: Vec<(String, Role)> = told
            .iter()
            .flat_map(|(text, role)| wrap(text, columns).into_iter().map(|it| (it, *role)))
            .collect();
        let rows = u16::try_from(aside.len()).unwrap_or(0).min(body.height / 4);
        let fields = Rect { height: body.height - rows, ..body };
        self.form.draw(frame, fields, cx);
        let lines: Vec<Line<'_>> =
            aside.into_iter().map(|(text, role)| Line::styled(text, cx.theme.style(role))).collect();
        frame.render_widget(Paragraph::new(lines), Rect { y: fields.bottom(), height: rows, ..body });
    }
}

impl Screen for FormScreen {
    fn title(&self, cx: &Cx<'_>) -> String {
        if self.is_of_a_group() {
            return self.title_of_a_group(cx);
        }
        if self.person.is_none() && !self.paper.is_of_office() {
            let action =
                if self.paper.id() == REFERRAL.id() { Action::ReferralNew } else { Action::PersonNew };
            return cx.words.get(&action.message_id()).into_owned();
        }
        let mut args = FluentArgs::new();
        args.set("form", cx.words.get(&self.paper.title()).into_owned());
        let id = match (self.paper.is_of_office(), self.before.is_some()) {
            (true, true) => "form-title-office-change",
            (true, false) => "form-title-office",
            (false, true) => "form-title-change",
            (false, false) => "form-title-new",
        };
        cx.words.with(id, &args).into_owned()
    }

    fn subject(&self) -> Option<PersonId> {
        self.person
    }

    fn enter(&mut self, cx: &Cx<'_>) -> Step {
        if self.is_resumed { Step::say(Message::note(cx.words.get("form-resumed"))) } else { Step::stay() }
    }
}
