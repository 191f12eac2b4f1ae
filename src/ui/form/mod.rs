//! Filling in a form: focus, understanding, two levels of message, drafts. It knows no rule of
//! the trade: those are the constraints of a spec, and the domain's violations.
//!
//! A screen owns a [`Form`], hands it actions, keys and pastes, and turns what it [`Asked`] into
//! its own step. Enter and Tab leave a field for the next one; what is impossible keeps the
//! focus, what is unlikely is kept by pressing the same key again.

pub mod choice;
pub mod draft;
mod draw;
mod field;
mod focus;
mod line;
pub mod parse;
pub mod spec;
pub mod specs;
pub mod value;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::id::PersonId;
use crate::domain::violation::{Severity, Violation};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::effect::Slot;
use crate::ui::keymap::key::Key;
use crate::ui::layer::Unkept;
use crate::ui::message::Message;
use crate::ui::overlay::Reply;
use crate::ui::overlay::pick::Pick;
use crate::ui::step::Step;
use crate::usecase::request::{DraftKey, Request};
use draft::Draft;
use field::Field;
pub use line::Question;
use spec::{FormSpec, Kind};
use value::{Value, Values};

/// The slot of the list that a form opens; a screen gives such a reply to [`Form::picked`].
pub const LIST: Slot = Slot(250);

/// What a form asks of the screen that owns it.
pub enum Asked {
    /// A step to return as it is: nothing, a message, or a list to choose from.
    Step(Step),
    /// Everything is understood: save, as confirmed or not.
    Save {
        /// Whether what is unlikely was confirmed.
        confirmed: bool,
    },
    /// The form is left; the draft is kept. Return the step: it closes the screen and says so.
    Leave(Step),
}

/// A form being filled in.
pub struct Form {
    spec: &'static FormSpec,
    key: DraftKey,
    fields: Vec<Field>,
    values: Values,
    focus: usize,
    /// What the fields held when the form was opened.
    opened_with: Vec<String>,
    unkept: Option<Unkept>,
    /// Whom the draft is about when they are several.
    people: Vec<PersonId>,
    was_left: bool,
    /// The texts that were doubted as a whole: saving them again confirms them.
    doubted: Option<Vec<String>>,
}

impl Form {
    /// A form with its defaults, `given` values first; the focus on the first field.
    pub fn new(spec: &'static FormSpec, key: DraftKey, given: &[(&str, Value)], cx: &Cx<'_>) -> Self {
        let value_of = |name: &str| given.iter().find(|(given, _)| *given == name).map(|(_, value)| value);
        let file = key.person.and_then(|person| cx.file(person));
        let fields: Vec<Field> =
            spec.fields.iter().map(|field| Field::new(field, value_of(field.name), file, cx)).collect();
        let mut form = Self {
            spec,
            key,
            fields,
            values: Values::empty(spec),
            focus: 0,
            opened_with: Vec::new(),
            unkept: None,
            people: Vec::new(),
            was_left: false,
            doubted: None,
        };
        form.understand(cx.now.today);
        form.opened_with = form.texts();
        form
    }

    /// A form as a draft left it, over `given` values. `None` when the draft cannot be read.
    pub fn resume(
        spec: &'static FormSpec,
        key: DraftKey,
        given: &[(&str, Value)],
        bytes: &[u8],
        cx: &Cx<'_>,
    ) -> Option<Self> {
        let draft = Draft::from_bytes(bytes)?;
        let mut form = Self::new(spec, key, given, cx);
        for field in &mut form.fields {
            if let Some(text) = draft.fields.get(field.spec.name) {
                field.set_text(text);
            }
        }
        form.focus = spec.position(&draft.focus).unwrap_or(0);
        form.understand(cx.now.today);
        Some(form)
    }

    /// The draft says whom it is about, when they are several.
    pub fn about(&mut self, people: &[PersonId]) {
        self.people = people.to_vec();
    }

    /// The values understood so far.
    pub const fn values(&self) -> &Values {
        &self.values
    }

    /// The name of the field that has the focus.
    pub fn focused(&self) -> &'static str {
        self.spec.fields[self.focus].name
    }

    /// Puts the focus on a field, if it is asked.
    pub fn start_at(&mut self, name: &str) {
        if let Some(at) = self.spec.position(name).filter(|at| self.is_relevant(*at)) {
            self.focus_on(at);
        }
    }

    /// The actions worth a place on the bottom line. In a long text Enter starts a line, Tab leaves.
    pub fn hints(&self) -> Vec<Action> {
        let is_long = matches!(self.fields[self.focus].spec.kind, Kind::LongText(_));
        let next = if is_long { Action::FormNext } else { Action::FormAccept };
        vec![Action::FormSave, next, Action::FormList, Action::FormLeave, Action::FormBack]
    }

    /// Whether the field that has the focus has a list to choose from.
    pub fn has_list(&self) -> bool {
        let field = &self.fields[self.focus];
        !field.choices.is_empty() && !matches!(field.spec.kind, Kind::Choices(_))
    }

    /// Whether something differs from what the form was opened with.
    pub fn is_changed(&self) -> bool {
        self.texts() != self.opened_with
    }

    /// Puts a value in a field, as if it had been typed.
    pub fn put(&mut self, name: &str, value: &Value, cx: &Cx<'_>) {
        if let Some(at) = self.spec.position(name) {
            self.fields[at].put(value);
            self.changed(Unkept::FieldLeft, cx);
        }
    }

    /// The language or the day changed.
    pub fn refresh(&mut self, cx: &Cx<'_>) {
        let file = self.key.person.and_then(|person| cx.file(person));
        for field in &mut self.fields {
            field.speak(file, cx.words);
        }
        self.understand(cx.now.today);
    }

    /// Whether the focused field takes this key.
    pub fn wants(&self, key: Key) -> bool {
        self.fields[self.focus].wants(key)
    }

    /// Takes a key that it wants. `=` alone in a field repeats the last value saved there.
    pub fn type_key(&mut self, key: Key, cx: &Cx<'_>) -> Step {
        let field = &mut self.fields[self.focus];
        field.wrong = None;
        if key.typed() == Some('=') && (field.is_fresh || field.is_contested() || field.is_empty()) {
            let last = last_values(self.spec, cx).remove(field.spec.name);
            let Some(text) = last else {
                return Step::say(Message::note(cx.words.get("form-nothing-to-repeat")));
            };
            field.set_text(&text);
            field.is_fresh = false;
            self.changed(Unkept::Typing, cx);
        } else if field.type_key(key) {
            self.changed(Unkept::Typing, cx);
        }
        Step::stay()
    }

    /// Takes pasted text; line ends in it never leave the field.
    pub fn paste(&mut self, text: &str, cx: &Cx<'_>) -> Step {
        self.fields[self.focus].wrong = None;
        if self.fields[self.focus].paste(text) {
            self.changed(Unkept::Typing, cx);
        }
        Step::stay()
    }

    /// Does an action of forms.
    pub fn act(&mut self, action: Action, cx: &Cx<'_>) -> Asked {
        match action {
            Action::FormAccept => self.accept(cx),
            Action::FormNext => Asked::Step(self.go_on(cx)),
            Action::FormBack => Asked::Step(self.go_back(cx)),
            Action::FormSave => self.save(cx),
            Action::FormList => Asked::Step(self.show_list(cx)),
            Action::FormLeave => self.leave(cx),
            _ => Asked::Step(Step::stay()),
        }
    }

    /// Takes the reply of the list that it opened.
    pub fn picked(&mut self, reply: &Reply, cx: &Cx<'_>) -> Step {
        let field = &mut self.fields[self.focus];
        if let Reply::Picked(rank) = reply
            && let Some(choice) = field.choices.get(*rank)
        {
            let value = match field.spec.kind {
                Kind::YesNo => Value::Yes(choice.code == "oui"),
                _ => Value::Code(choice.code.clone()),
            };
            field.put(&value);
            field.is_fresh = false;
            self.changed(Unkept::FieldLeft, cx);
        }
        Step::stay()
    }

    /// Shows what the domain found wrong: the focus goes to the first field that is.
    pub fn refuse(&mut self, violations: &[Violation], cx: &Cx<'_>) -> Message {
        let worst = |it: &&Violation| it.severity == Severity::Refusal;
        for violation in violations {
            let Some(at) = self.spec.position(violation.field) else { continue };
            self.fields[at].contest(format!("violation-{}", violation.code));
        }
        let refusal = violations.iter().find(worst);
        let Some(shown) = refusal.or(violations.first()) else { return Message::note("") };
        if let Some(at) = self.spec.position(shown.field) {
            self.focus = at;
        }
        let words = cx.words.get(&format!("violation-{}", shown.code)).into_owned();
        if refusal.is_some() {
            return Message::refusal(words);
        }
        self.doubted = Some(self.texts());
        Message::doubt(format!("{words} {}", cx.words.get("form-again-keeps")))
    }

    /// It is saved: nothing is left to keep.
    pub fn saved(&mut self) {
        self.unkept = None;
        self.opened_with = self.texts();
    }

    /// Which draft it keeps.
    pub const fn draft_key(&self) -> &DraftKey {
        &self.key
    }

    /// Whether something typed is not on the disk yet.
    pub const fn unkept(&self) -> Option<Unkept> {
        self.unkept
    }

    /// Hands over the draft to put on the disk.
    pub fn keep(&mut self) -> Option<(DraftKey, Vec<u8>)> {
        self.unkept = None;
        let texts = self.fields.iter().map(|field| (field.spec.name.to_owned(), field.text()));
        let mut draft = Draft::new(self.focused().to_owned(), self.was_left, texts.collect());
        draft.people.clone_from(&self.people);
        Some((self.key.clone(), draft.to_bytes()))
    }

    /// Remembers what was entered, so that `=` repeats it. Long texts are nobody's habit, and the things
    /// of one file are in no other.
    pub fn remember(&self, cx: &Cx<'_>) -> Request {
        let mut last = last_values(self.spec, cx);
        for field in &self.fields {
            let is_habit = !matches!(field.spec.kind, Kind::LongText(_) | Kind::Own(_)) && !field.is_empty();
            if is_habit {
                last.insert(field.spec.name.to_owned(), field.text());
            }
        }
        let value = serde_json::to_vec(&last).expect("text keys and text values");
        Request::Remember { name: last_name(self.spec), value }
    }

    fn texts(&self) -> Vec<String> {
        self.fields.iter().map(Field::text).collect()
    }

    fn changed(&mut self, unkept: Unkept, cx: &Cx<'_>) {
        self.was_left = false;
        self.unkept = Some(unkept);
        self.understand(cx.now.today);
    }

    /// Understands every field in order; the relevance of each sees those before it.
    fn understand(&mut self, today: NaiveDate) {
        self.values = Values::empty(self.spec);
        for (rank, field) in self.fields.iter_mut().enumerate() {
            field.offer(&self.values);
            if field.can_be_asked() && (field.spec.relevant)(&self.values) {
                self.values.list[rank] = field.value(today).ok().flatten();
            }
        }
    }

    fn show_list(&self, cx: &Cx<'_>) -> Step {
        let field = &self.fields[self.focus];
        if !self.has_list() {
            return Step::say(Message::note(cx.words.get("form-no-list")));
        }
        let labels = field.choices.iter().map(|choice| choice.label.clone()).collect();
        Step::open(LIST, Pick::new(self.label(self.focus, cx), labels, cx))
    }

    fn leave(&mut self, cx: &Cx<'_>) -> Asked {
        if !self.is_changed() {
            self.unkept = None;
            return Asked::Leave(Step::pop());
        }
        self.was_left = true;
        self.unkept = Some(Unkept::FieldLeft);
        Asked::Leave(Step::pop().saying(Message::note(cx.words.get("form-draft-kept"))))
    }

    fn label(&self, at: usize, cx: &Cx<'_>) -> String {
        cx.words.get(&format!("form-{}-{}", self.spec.id, self.spec.fields[at].name)).into_owned()
    }
}

fn last_name(spec: &FormSpec) -> String {
    format!("last.{}", spec.id)
}

/// The last values saved in this form.
fn last_values(spec: &FormSpec, cx: &Cx<'_>) -> BTreeMap<String, String> {
    let bytes = cx.model.remembered.get(&last_name(spec));
    bytes.and_then(|bytes| serde_json::from_slice(bytes).ok()).unwrap_or_default()
}
