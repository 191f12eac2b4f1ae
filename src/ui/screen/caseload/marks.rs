//! The people who are marked, to enter one thing for all of them. Marks hold whatever is searched,
//! narrowed or sorted, and say so: nobody is marked unseen.

use std::collections::BTreeSet;

use fluent_bundle::FluentArgs;

use crate::domain::id::PersonId;
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::widget::keys::{binding_of, keys_in_words};

/// The sign of a marked line.
pub const MARKED: &str = "✓";

/// Who is marked.
#[derive(Default)]
pub struct Marks(BTreeSet<PersonId>);

impl Marks {
    /// Whether nobody is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this person is.
    pub fn has(&self, person: PersonId) -> bool {
        self.0.contains(&person)
    }

    /// Marks a person, or unmarks them.
    pub fn flip(&mut self, person: PersonId) {
        if !self.0.remove(&person) {
            self.0.insert(person);
        }
    }

    /// Marks all of these people; unmarks them when they all were.
    pub fn flip_all(&mut self, shown: &[PersonId]) {
        if shown.iter().all(|person| self.has(*person)) {
            self.0.retain(|person| !shown.contains(person));
        } else {
            self.0.extend(shown);
        }
    }

    /// Unmarks everybody; whether anybody was marked.
    pub fn let_go(&mut self) -> bool {
        !std::mem::take(&mut self.0).is_empty()
    }

    /// Forgets those who are in the caseload no more.
    pub fn keep_those_there(&mut self, cx: &Cx<'_>) {
        self.0.retain(|person| cx.file(*person).is_some());
    }

    /// Who is marked, by name.
    pub fn by_name(&self, cx: &Cx<'_>) -> Vec<PersonId> {
        let people = cx.model.board.people().map(|(person, _)| person);
        people.filter(|person| self.has(*person)).collect()
    }

    /// How many are marked; `None` when nobody is.
    pub fn count_in_words(&self, cx: &Cx<'_>) -> Option<String> {
        let mut args = FluentArgs::new();
        args.set("count", self.0.len());
        (!self.is_empty()).then(|| cx.words.with("caseload-marked", &args).into_owned())
    }

    /// How many are marked, how many of them are not among those shown, and what unmarks them.
    pub fn in_words(&self, shown: &[PersonId], cx: &Cx<'_>) -> Option<String> {
        let count = self.count_in_words(cx)?;
        let seen = shown.iter().filter(|person| self.has(**person)).count();
        let key = binding_of(Action::ScreenBack, &[], cx).map(|binding| keys_in_words(binding, cx));
        let mut args = FluentArgs::new();
        args.set("marked", count);
        args.set("hidden", self.0.len() - seen);
        args.set("key", key.unwrap_or_default());
        Some(cx.words.with("caseload-marked-state", &args).into_owned())
    }
}
