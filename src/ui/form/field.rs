//! One field being filled in: what is typed, and what it means.

use chrono::NaiveDate;

use super::choice::{self, Choice, TypedWord, toggle};
use super::parse::{azerty, date, duration, phone, time};
use super::spec::{Default, FieldSpec, Kind};
use super::value::{Value, Values};
use crate::domain::communes;
use crate::domain::file::File;
use crate::i18n::Words;
use crate::ui::cx::Cx;
use crate::ui::keymap::key::{Code, Key};
use crate::ui::widget::editor::Editor;

/// A longer list is not chosen from by letter but by typing.
const LONGEST_LETTERED: usize = 14;

/// What was typed or chosen.
pub(super) enum Entry {
    Typed(Editor),
    One(Option<String>),
    Many(Vec<String>),
}

/// A field being filled in.
pub(super) struct Field {
    pub(super) spec: &'static FieldSpec,
    pub(super) entry: Entry,
    /// What can be chosen, given the other fields.
    pub(super) choices: Vec<Choice>,
    /// What can be chosen, whatever the other fields say.
    all_choices: Vec<Choice>,
    /// Letters typed in a short list since the focus came.
    word: TypedWord,
    /// Whether nothing was typed since the focus came: the first letter replaces the default.
    pub(super) is_fresh: bool,
    /// Whether nothing was typed since the value was refused or doubted: the first letter replaces
    /// it, and the other keys correct it.
    is_contested: bool,
    /// The unlikely text that was confirmed.
    pub(super) confirmed: Option<String>,
    /// Why it is wrong: the id of a message.
    pub(super) wrong: Option<String>,
}

impl Field {
    pub(super) fn new(
        spec: &'static FieldSpec,
        given: Option<&Value>,
        file: Option<&File>,
        cx: &Cx<'_>,
    ) -> Self {
        let choices = if spec.named_in.is_empty() {
            choices_of(spec.kind, file, cx.words)
        } else {
            choice::named(spec.named_in, cx)
        };
        let entry = match spec.kind {
            Kind::LongText(_) => Entry::Typed(Editor::lines("")),
            Kind::Choices(_) => Entry::Many(Vec::new()),
            Kind::YesNo => Entry::One(None),
            Kind::Choice(_) if choices.len() <= LONGEST_LETTERED => Entry::One(None),
            Kind::Choice(_)
            | Kind::Own(_)
            | Kind::Text(_)
            | Kind::Date(_)
            | Kind::Time
            | Kind::Minutes(_)
            | Kind::Hours(_)
            | Kind::Integer(..)
            | Kind::Commune
            | Kind::Phone => Entry::Typed(Editor::line("")),
        };
        let mut field = Self {
            spec,
            entry,
            all_choices: choices.clone(),
            choices,
            word: TypedWord::default(),
            is_fresh: true,
            is_contested: false,
            confirmed: None,
            wrong: None,
        };
        let default = match spec.default {
            Default::Nothing => None,
            Default::Today => Some(Value::Date(cx.now.today)),
            Default::Code(code) => Some(Value::Code(code.to_owned())),
            Default::No => Some(Value::Yes(false)),
        };
        if let Some(value) = given.or(default.as_ref()) {
            field.put(value);
        }
        field
    }

    /// The words of the choices in another language.
    pub(super) fn speak(&mut self, file: Option<&File>, words: &Words) {
        if !self.spec.named_in.is_empty() {
            // Names are the same in every language.
            return;
        }
        let value = self.value(NaiveDate::MIN).ok().flatten();
        self.choices = choices_of(self.spec.kind, file, words);
        self.all_choices.clone_from(&self.choices);
        if let Some(value @ Value::Code(_)) = value {
            self.put(&value);
        }
    }

    /// Offers what the values of the fields before it leave to choose.
    pub(super) fn offer(&mut self, values: &Values) {
        if self.all_choices.is_empty() {
            return;
        }
        let chosen = self.text();
        let is_offered = |it: &&Choice| (self.spec.offers)(&it.code, values) || it.code == chosen;
        let offered = || self.all_choices.iter().filter(is_offered);
        if !offered().map(|it| &it.code).eq(self.choices.iter().map(|it| &it.code)) {
            // What is not offered keeps no letter from what is.
            self.choices = choice::lettered_anew(offered());
        }
    }

    /// Puts a value, as it is printed.
    pub(super) fn put(&mut self, value: &Value) {
        let printed = self.print(value);
        match (&mut self.entry, value) {
            (Entry::One(code), Value::Code(new)) => *code = Some(new.clone()),
            (Entry::One(code), Value::Yes(yes)) => {
                *code = Some(if *yes { "oui" } else { "non" }.to_owned());
            }
            (Entry::Many(codes), Value::Codes(new)) => codes.clone_from(new),
            (Entry::Typed(editor), _) => editor.set_text(&printed),
            (Entry::One(_) | Entry::Many(_), _) => {}
        }
    }

    fn print(&self, value: &Value) -> String {
        match value {
            Value::Text(text) => text.clone(),
            Value::Date(date) => date.format("%d/%m/%Y").to_string(),
            Value::Time(it) => time::print(*it),
            Value::Minutes(minutes) => duration::print(*minutes),
            Value::Integer(number) => number.to_string(),
            Value::Code(code) => self.label_of(code).unwrap_or(code).to_owned(),
            Value::Codes(_) | Value::Yes(_) => String::new(),
        }
    }

    fn label_of(&self, code: &str) -> Option<&str> {
        self.choices.iter().find(|choice| choice.code == code).map(|choice| choice.label.as_str())
    }

    /// What is shown of it when it does not have the focus.
    pub(super) fn shown(&self) -> String {
        match &self.entry {
            Entry::Typed(editor) => editor.text(),
            Entry::One(code) => {
                code.as_deref().and_then(|code| self.label_of(code)).unwrap_or_default().to_owned()
            }
            Entry::Many(codes) => {
                let labels = codes.iter().filter_map(|code| self.label_of(code));
                labels.collect::<Vec<_>>().join(", ")
            }
        }
    }

    /// What is typed, or the codes chosen: the same text twice means the same thing twice.
    pub(super) fn text(&self) -> String {
        match &self.entry {
            Entry::Typed(editor) => editor.text(),
            Entry::One(code) => code.clone().unwrap_or_default(),
            Entry::Many(codes) => codes.join("|"),
        }
    }

    /// Puts back what [`Field::text`] gave.
    pub(super) fn set_text(&mut self, text: &str) {
        match &mut self.entry {
            Entry::Typed(editor) => editor.set_text(text),
            Entry::One(code) => *code = Some(text.to_owned()).filter(|text| !text.is_empty()),
            Entry::Many(codes) => {
                *codes = text.split('|').filter(|code| !code.is_empty()).map(str::to_owned).collect();
            }
        }
    }

    /// Whether there is anything to answer: of the things of a file there may be none.
    pub(super) fn can_be_asked(&self) -> bool {
        !matches!(self.spec.kind, Kind::Own(_)) || !self.all_choices.is_empty()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text().trim().is_empty()
    }

    /// What it means; `None` when it is empty.
    ///
    /// # Errors
    /// The id of the message that says what was expected.
    pub(super) fn value(&self, today: NaiveDate) -> Result<Option<Value>, &'static str> {
        let typed = match &self.entry {
            Entry::Typed(editor) => editor.text(),
            Entry::One(code) => return Ok(code.as_deref().map(|code| self.chosen(code))),
            Entry::Many(codes) if codes.is_empty() => return Ok(None),
            Entry::Many(codes) => return Ok(Some(Value::Codes(codes.clone()))),
        };
        let text = typed.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let value = match self.spec.kind {
            Kind::Text(most) if text.chars().count() > most => return Err("typed-too-long"),
            Kind::Text(_) => Some(Value::Text(text.to_owned())),
            Kind::LongText(_) => Some(Value::Text(typed.trim_end().to_owned())),
            Kind::Date(look) => date::parse(text, today, look).map(Value::Date),
            Kind::Time => time::parse(text).map(Value::Time),
            Kind::Minutes(most) => duration::parse(text, most).map(Value::Minutes),
            Kind::Hours(most) => duration::parse_hours(text, most).map(Value::Minutes),
            Kind::Integer(least, most) => {
                text.parse().ok().filter(|number| (least..=most).contains(number)).map(Value::Integer)
            }
            Kind::Phone => phone::parse(text).map(Value::Text),
            Kind::Commune => self.meant(text).or_else(|| communes::find(text).map(|it| code(it.code))),
            Kind::Choice(_) | Kind::Own(_) | Kind::Choices(_) | Kind::YesNo => self.meant(text),
        };
        value.map(Some).ok_or(match self.month_without_that_day(today) {
            Some(_) => "typed-no-such-day",
            None => self.expected(),
        })
    }

    /// The month that is typed beside a day that it does not have: its first day.
    pub(super) fn month_without_that_day(&self, today: NaiveDate) -> Option<NaiveDate> {
        let Kind::Date(look) = self.spec.kind else { return None };
        date::month_without_that_day(&self.text(), today, look)
    }

    fn chosen(&self, code: &str) -> Value {
        match self.spec.kind {
            Kind::YesNo => Value::Yes(code == "oui"),
            Kind::Text(_)
            | Kind::LongText(_)
            | Kind::Date(_)
            | Kind::Time
            | Kind::Minutes(_)
            | Kind::Hours(_)
            | Kind::Integer(..)
            | Kind::Choice(_)
            | Kind::Own(_)
            | Kind::Choices(_)
            | Kind::Commune
            | Kind::Phone => Value::Code(code.to_owned()),
        }
    }

    /// The choice of a long list that was typed.
    fn meant(&self, text: &str) -> Option<Value> {
        let exact = self.choices.iter().find(|choice| choice.label == text || choice.code == text);
        let first = || choice::matching(&self.choices, text).into_iter().next();
        exact.or_else(first).map(|choice| code(&choice.code))
    }

    /// The message that says what the field expects.
    const fn expected(&self) -> &'static str {
        match self.spec.kind {
            Kind::Text(_) | Kind::LongText(_) => "typed-too-long",
            Kind::Date(_) => "typed-date",
            Kind::Time => "typed-time",
            Kind::Minutes(_) => "typed-minutes",
            Kind::Hours(_) => "typed-hours",
            Kind::Integer(..) => "typed-integer",
            Kind::Choice(_) | Kind::Own(_) | Kind::Choices(_) | Kind::YesNo => "typed-choice",
            Kind::Commune => "typed-commune",
            Kind::Phone => "typed-phone",
        }
    }

    pub(super) fn wants(&self, key: Key) -> bool {
        match &self.entry {
            Entry::Typed(editor) => editor.wants(key),
            Entry::One(_) | Entry::Many(_) => {
                key.typed().is_some() || matches!(key.code, Code::Left | Code::Right | Code::Backspace)
            }
        }
    }

    /// The value is refused or doubted, and why: what is typed next is another one. A text is
    /// corrected, for nobody types it again.
    pub(super) fn contest(&mut self, why: String) {
        self.wrong = Some(why);
        self.is_fresh = false;
        self.is_contested = !matches!(self.spec.kind, Kind::Text(_) | Kind::LongText(_));
    }

    /// Whether nothing was typed since the value was refused or doubted.
    pub(super) const fn is_contested(&self) -> bool {
        self.is_contested
    }

    /// Takes a key that it wants; whether what it holds changed.
    pub(super) fn type_key(&mut self, key: Key) -> bool {
        let was_fresh = std::mem::replace(&mut self.is_fresh, false);
        let was_contested = std::mem::replace(&mut self.is_contested, false);
        let key = self.on_this_keyboard(key);
        let is_long = matches!(self.spec.kind, Kind::LongText(_));
        match &mut self.entry {
            Entry::Typed(editor) => {
                let empties = key.code == Code::Backspace && was_fresh && !was_contested;
                let replaces =
                    !is_long && (empties || (key.typed().is_some() && (was_fresh || was_contested)));
                if replaces {
                    editor.set_text("");
                    // Backspace alone empties the field: there is nothing left for it to delete.
                    return editor.type_key(key) || key.code == Code::Backspace;
                }
                editor.type_key(key)
            }
            Entry::One(code) => {
                if was_fresh {
                    self.word = TypedWord::default();
                }
                self.word.choose(code, &self.choices, key)
            }
            Entry::Many(codes) => toggle(codes, &self.choices, key),
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> bool {
        let was_fresh = std::mem::replace(&mut self.is_fresh, false);
        let was_contested = std::mem::replace(&mut self.is_contested, false);
        let is_long = matches!(self.spec.kind, Kind::LongText(_));
        match &mut self.entry {
            Entry::Typed(editor) => {
                if (was_fresh || was_contested) && !is_long {
                    editor.set_text("");
                }
                editor.paste(text)
            }
            Entry::One(_) | Entry::Many(_) => false,
        }
    }

    /// Digits of the unshifted row, where only digits make sense.
    fn on_this_keyboard(&self, key: Key) -> Key {
        let Some(c) = key.typed() else { return key };
        match self.spec.kind {
            Kind::Time | Kind::Minutes(_) | Kind::Hours(_) | Kind::Integer(..) | Kind::Phone => {
                Key::char(azerty::digit(c))
            }
            Kind::Date(_) => Key::char(azerty::digit_in_date(self.text().chars().last(), c)),
            Kind::Text(_)
            | Kind::LongText(_)
            | Kind::Choice(_)
            | Kind::Own(_)
            | Kind::Choices(_)
            | Kind::Commune
            | Kind::YesNo => key,
        }
    }
}

fn code(code: &str) -> Value {
    Value::Code(code.to_owned())
}

fn choices_of(kind: Kind, file: Option<&File>, words: &Words) -> Vec<Choice> {
    match kind {
        Kind::Own(list) => file.map(list).unwrap_or_default(),
        Kind::Choice(list) | Kind::Choices(list) => list(words),
        Kind::YesNo => choice::yes_no(words),
        Kind::Commune => choice::all_communes(),
        Kind::Text(_)
        | Kind::LongText(_)
        | Kind::Date(_)
        | Kind::Time
        | Kind::Minutes(_)
        | Kind::Hours(_)
        | Kind::Integer(..)
        | Kind::Phone => Vec::new(),
    }
}
