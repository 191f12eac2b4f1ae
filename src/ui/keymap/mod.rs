//! Which key does what: scopes, sequences of keys, and what may follow a key already pressed.

pub mod file;
pub mod key;

use std::collections::BTreeMap;

use super::action::{Action, Scope};
use crate::config::problem::Problem;
use key::Key;

/// The embedded keymaps: name and text. The first is the default, which others inherit.
pub const EMBEDDED: &[(&str, &str)] = &[
    ("default", include_str!("../../../keymaps/default.toml")),
    ("vim", include_str!("../../../keymaps/vim.toml")),
];

/// One key or sequence of keys, and its action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The keys, in order; never empty.
    pub keys: Vec<Key>,
    /// What they do.
    pub action: Action,
}

impl Binding {
    /// The keys as a file writes them: `g a`.
    pub fn notation(&self) -> String {
        self.keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" ")
    }
}

/// What the keys pressed so far mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// An action.
    Action(Action),
    /// The start of at least one longer sequence.
    Pending,
    /// Nothing.
    Nothing,
}

/// Every binding, scope by scope.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keymap {
    scopes: BTreeMap<Scope, Vec<Binding>>,
}

impl Keymap {
    /// The default keymap.
    pub fn embedded() -> Self {
        file::read_alone(EMBEDDED[0].1)
    }

    /// An embedded keymap, or the default one under an unknown name.
    pub fn named(name: &str) -> Self {
        let other = EMBEDDED[1..].iter().find(|(known, _)| *known == name);
        other.map_or_else(Self::embedded, |(_, text)| file::read(text).0)
    }

    /// The keymap that a user's file inherits, with its differences.
    ///
    /// # Errors
    /// Every problem of the file, in the order of its lines.
    pub fn with_file(text: &str) -> Result<Self, Vec<Problem>> {
        let (keymap, problems) = file::read(text);
        if problems.is_empty() { Ok(keymap) } else { Err(problems) }
    }

    /// What `keys` mean in these scopes, innermost first, then everywhere.
    pub fn resolve(&self, scopes: &[Scope], keys: &[Key]) -> Resolved {
        for scope in within(scopes) {
            let mut is_start = false;
            for binding in self.of(scope) {
                if binding.keys == keys {
                    return Resolved::Action(binding.action);
                }
                is_start |= binding.keys.starts_with(keys);
            }
            if is_start {
                return Resolved::Pending;
            }
        }
        Resolved::Nothing
    }

    /// The bindings that continue `keys`, innermost first: none is hidden by an inner scope.
    pub fn continuing(&self, scopes: &[Scope], keys: &[Key]) -> Vec<&Binding> {
        within(scopes)
            .flat_map(|scope| self.of(scope))
            .filter(|it| it.keys.starts_with(keys))
            .filter(|it| self.resolve(scopes, &it.keys) == Resolved::Action(it.action))
            .collect()
    }

    /// The bindings of an action that reach it in these scopes: none is hidden by an inner scope.
    pub fn bindings_of(&self, action: Action, scopes: &[Scope]) -> Vec<&Binding> {
        within(scopes)
            .flat_map(|scope| self.of(scope))
            .filter(|it| it.action == action && self.resolve(scopes, &it.keys) == Resolved::Action(action))
            .collect()
    }

    /// The bindings of one scope, in the order of the file.
    pub fn of(&self, scope: Scope) -> &[Binding] {
        self.scopes.get(&scope).map_or(&[], Vec::as_slice)
    }

    fn bind(&mut self, scope: Scope, keys: Vec<Key>, action: Option<Action>) {
        let bindings = self.scopes.entry(scope).or_default();
        match (bindings.iter().position(|it| it.keys == keys), action) {
            (Some(at), Some(action)) => bindings[at].action = action,
            (Some(at), None) => {
                bindings.remove(at);
            }
            (None, Some(action)) => bindings.push(Binding { keys, action }),
            (None, None) => {}
        }
    }
}

/// The scopes in the order of the search, `Scope::Global` last.
fn within(scopes: &[Scope]) -> impl Iterator<Item = Scope> {
    scopes.iter().copied().filter(|scope| *scope != Scope::Global).chain([Scope::Global])
}
