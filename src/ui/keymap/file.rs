//! Keymap files: TOML tables by scope, differences only, every problem found with its line.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::key::{Code, Key};
use super::{Action, EMBEDDED, Keymap, Scope};
use crate::config::problem::{Lines, Problem, keep_causes};

/// Scopes in which a text field takes letters before any binding.
const TEXT_SCOPES: &[Scope] = &[Scope::Form, Scope::Search, Scope::Quick, Scope::Locked];

/// Most keys in one sequence.
const LONGEST_SEQUENCE: usize = 3;

/// Applies the file to the keymap that it inherits. With problems, the keymap holds what could be
/// understood.
pub(super) fn read(text: &str) -> (Keymap, Vec<Problem>) {
    let (table, _) = DeTable::parse_recoverable(text);
    let inherited = table.get_ref().get("inherits").and_then(|name| name.get_ref().as_str());
    apply(text, Keymap::named(inherited.unwrap_or_default()))
}

/// The keymap of a file that inherits none.
pub(super) fn read_alone(text: &str) -> Keymap {
    apply(text, Keymap::default()).0
}

fn apply(text: &str, base: Keymap) -> (Keymap, Vec<Problem>) {
    let lines = Lines(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reading = Reading { lines, keymap: base, problems: Vec::new(), read: Vec::new() };
    reading.problems.extend(errors.iter().map(|error| lines.syntax(error)));
    for (name, value) in table.get_ref() {
        if name.get_ref() == "inherits" {
            reading.inherits(value);
        } else {
            reading.scope(name, value);
        }
    }
    reading.check_sequences();
    reading.check_essential();
    keep_causes(&mut reading.problems);
    (reading.keymap, reading.problems)
}

struct Reading<'a> {
    lines: Lines<'a>,
    keymap: Keymap,
    problems: Vec<Problem>,
    /// Bindings of this file, with their lines.
    read: Vec<(usize, Scope, Vec<Key>)>,
}

impl Reading<'_> {
    fn refuse<T>(&mut self, at: &Spanned<T>, id: &'static str, args: Vec<(&'static str, String)>) {
        self.problems.push(self.lines.problem(at, id, args));
    }

    fn inherits(&mut self, value: &Spanned<DeValue<'_>>) {
        let name = value.get_ref().as_str().unwrap_or_default();
        if !EMBEDDED.iter().any(|(known, _)| *known == name) {
            let expected = EMBEDDED.iter().map(|(known, _)| *known).collect::<Vec<_>>().join(", ");
            self.refuse(value, "keymap-inherits", vec![("expected", expected)]);
        }
    }

    fn scope(&mut self, name: &Spanned<std::borrow::Cow<'_, str>>, value: &Spanned<DeValue<'_>>) {
        let Some(scope) = Scope::from_id(name.get_ref()) else {
            let expected = Scope::ALL.iter().map(|scope| scope.id()).collect::<Vec<_>>().join(", ");
            let args = vec![("found", name.get_ref().to_string()), ("expected", expected)];
            return self.refuse(name, "keymap-scope", args);
        };
        let Some(bindings) = value.get_ref().as_table() else {
            return self.refuse(name, "keymap-table", vec![("found", name.get_ref().to_string())]);
        };
        // The table is sorted by name; which of two keys is shown is for the file to say.
        let mut as_written = bindings.iter().collect::<Vec<_>>();
        as_written.sort_by_key(|(keys, _)| keys.span().start);
        for (keys, action) in as_written {
            self.binding(scope, keys, action);
        }
    }

    fn binding(
        &mut self,
        scope: Scope,
        written: &Spanned<std::borrow::Cow<'_, str>>,
        value: &Spanned<DeValue<'_>>,
    ) {
        let notation = written.get_ref().to_string();
        let keys = notation.split_whitespace().map(str::parse).collect::<Result<Vec<Key>, _>>();
        let keys = match keys {
            Ok(keys) if !keys.is_empty() && keys.len() <= LONGEST_SEQUENCE => keys,
            Ok(_) | Err(_) => return self.refuse(written, "keymap-key", vec![("found", notation)]),
        };
        if let Some(twin) = keys.iter().find_map(|key| twin(*key)) {
            let args = vec![("found", notation.clone()), ("twin", twin.to_owned())];
            self.refuse(written, "keymap-twin", args);
        }
        let Some(id) = value.get_ref().as_str() else {
            return self.refuse(value, "keymap-action", vec![("found", notation)]);
        };
        let action = match (id, Action::from_id(id)) {
            ("none", _) => None,
            (_, Some(action)) => Some(action),
            (_, None) => return self.refuse(value, "keymap-action", vec![("found", id.to_owned())]),
        };
        if let Some(action) = action {
            if !action.scopes().contains(&scope) {
                let args = vec![("found", id.to_owned()), ("scope", scope.id().to_owned())];
                self.refuse(value, "keymap-elsewhere", args);
            }
            if TEXT_SCOPES.contains(&scope) && keys[0].typed().is_some() {
                let args = vec![("found", notation), ("scope", scope.id().to_owned())];
                self.refuse(written, "keymap-typed", args);
            }
        }
        self.read.push((self.lines.at(written.span().start), scope, keys.clone()));
        self.keymap.bind(scope, keys, action);
    }

    /// A sequence that starts with another one of its scope can never be finished.
    fn check_sequences(&mut self) {
        for (line, scope, keys) in &self.read {
            let bound = self.keymap.of(*scope);
            let Some(mine) = bound.iter().find(|it| it.keys == *keys) else { continue };
            let clash = bound.iter().filter(|it| it.keys != *keys).find_map(|other| {
                let is_start = other.keys.starts_with(keys);
                let is_hidden = keys.starts_with(&other.keys);
                (is_start || is_hidden).then_some(if is_start { (mine, other) } else { (other, mine) })
            });
            if let Some((short, long)) = clash {
                let args = vec![("found", short.notation()), ("hidden", long.notation())];
                self.problems.push(Problem { line: *line, id: "keymap-hides", args });
            }
        }
    }

    fn check_essential(&mut self) {
        for action in Action::ALL.iter().filter(|action| action.is_essential()) {
            if self.keymap.bindings_of(*action, &[]).is_empty() {
                let args = vec![("found", action.id().to_owned())];
                self.problems.push(Problem { line: 1, id: "keymap-essential", args });
            }
        }
    }
}

/// Control keys that terminals report as another key.
const TWINS: &[(Code, &str)] = &[
    (Code::Char('i'), "tab"),
    (Code::Char('j'), "enter"),
    (Code::Char('m'), "enter"),
    (Code::Char('h'), "backspace"),
    (Code::Char('['), "esc"),
    (Code::Enter, "enter"),
    (Code::Tab, "tab"),
    (Code::Esc, "esc"),
    (Code::Backspace, "backspace"),
];

/// The key that terminals report instead of this one.
fn twin(key: Key) -> Option<&'static str> {
    TWINS.iter().find(|(code, _)| key.ctrl && *code == key.code).map(|(_, name)| *name)
}
