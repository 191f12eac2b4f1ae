//! A form as data, in the words of those who design field forms (XLSForm): name, required,
//! relevant, constraint, default, hint, choices.
//!
//! Labels are messages: `form-<form>-<field>` and, for fields that have one,
//! `form-<form>-<field>-hint`.

use chrono::NaiveDate;

use super::choice::Choice;
use super::parse::date::Look;
use super::value::{Value, Values};
use crate::domain::file::File;
use crate::domain::office::StructureKind;
use crate::domain::violation::Severity;
use crate::i18n::Words;

/// A form.
pub struct FormSpec {
    /// Stable id, part of message ids and of draft keys.
    pub id: &'static str,
    /// Its fields, in the order of the focus.
    pub fields: &'static [FieldSpec],
}

impl FormSpec {
    /// The rank of a field.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }
}

/// What a field holds.
#[derive(Clone, Copy)]
pub enum Kind {
    /// One line of at most so many characters.
    Text(usize),
    /// Several lines, at least so many rows on screen.
    LongText(u16),
    /// A day.
    Date(Look),
    /// A time of the day.
    Time,
    /// A duration, in minutes, at most so many.
    Minutes(u16),
    /// Working time, in minutes, at most so many: what is typed is hours.
    Hours(u16),
    /// A whole number between two others, included.
    Integer(i64, i64),
    /// One of a list; by its letter when the list is short, by typing when it is long.
    Choice(fn(&Words) -> Vec<Choice>),
    /// One of the things of the person's file, by typing; not asked while there is none. The value is its
    /// identity.
    Own(fn(&File) -> Vec<Choice>),
    /// Any of a list, each by its letter.
    Choices(fn(&Words) -> Vec<Choice>),
    /// A commune, by its name; the value is its code.
    Commune,
    /// A telephone number.
    Phone,
    /// Yes or no.
    YesNo,
}

/// What a field holds before anything is typed, when whoever opens the form gives nothing better.
#[derive(Clone, Copy)]
pub enum Default {
    /// Nothing.
    Nothing,
    /// The present day.
    Today,
    /// A code of its list.
    Code(&'static str),
    /// No.
    No,
}

/// Something wrong with a value that was understood: how serious, and `violation-<code>`.
pub type Wrong = (Severity, &'static str);

/// A field.
pub struct FieldSpec {
    /// Stable name: that of the domain's field, so that violations find it.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether the form cannot be saved without it. What a file lacks for the commission is not
    /// asked here but at the gate.
    pub is_required: bool,
    /// Whether it is asked, from the values of the fields before it.
    pub relevant: fn(&Values) -> bool,
    /// Which of its choices are offered, from the values of the fields before it. One that was
    /// chosen already stays.
    pub offers: fn(&str, &Values) -> bool,
    /// The structures of the directory whose names are proposed while one types, the latest first: any other
    /// text is as good.
    pub named_in: &'static [StructureKind],
    /// What is wrong with its value.
    pub constraint: fn(&Value, &Values, NaiveDate) -> Option<Wrong>,
    /// What it holds at first.
    pub default: Default,
    /// Whether it has a hint.
    pub has_hint: bool,
}

impl FieldSpec {
    /// An optional field, always asked, empty at first.
    pub const fn new(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            is_required: false,
            relevant: |_| true,
            offers: |_, _| true,
            named_in: &[],
            constraint: |_, _, _| None,
            default: Default::Nothing,
            has_hint: false,
        }
    }

    /// The form cannot be saved without it.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    /// It is asked only when this holds of the fields before it.
    #[must_use]
    pub const fn relevant(mut self, relevant: fn(&Values) -> bool) -> Self {
        self.relevant = relevant;
        self
    }

    /// Only the choices of which this holds are offered, given the fields before it.
    #[must_use]
    pub const fn offers(mut self, offers: fn(&str, &Values) -> bool) -> Self {
        self.offers = offers;
        self
    }

    /// The directory proposes the names of its structures of these kinds.
    #[must_use]
    pub const fn named_in(mut self, kinds: &'static [StructureKind]) -> Self {
        self.named_in = kinds;
        self
    }

    /// What is wrong with its value, given the others and the present day.
    #[must_use]
    pub const fn constraint(mut self, check: fn(&Value, &Values, NaiveDate) -> Option<Wrong>) -> Self {
        self.constraint = check;
        self
    }

    /// What it holds at first.
    #[must_use]
    pub const fn default(mut self, default: Default) -> Self {
        self.default = default;
        self
    }

    /// It has a hint.
    #[must_use]
    pub const fn hinted(mut self) -> Self {
        self.has_hint = true;
        self
    }
}
