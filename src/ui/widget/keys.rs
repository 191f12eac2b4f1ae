//! Keys and what they do, as the bottom line and the help write them.

use fluent_bundle::FluentArgs;
use ratatui::text::Span;

use super::clip::width;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::keymap::{Binding, Keymap};
use crate::ui::layer::Layer;
use crate::ui::theme::Role;

/// The binding worth showing for an action: the shortest to read, of those the first in the keymap file.
pub fn binding_of<'a>(action: Action, scopes: &[Scope], cx: &Cx<'a>) -> Option<&'a Binding> {
    shortest_first(cx.keymap.bindings_of(action, scopes)).into_iter().next()
}

/// The bindings of an action that work above this layer, the shortest to read first: without
/// those that a focused text field takes as letters.
pub fn bindings_from<'a>(action: Action, top: &dyn Layer, keymap: &'a Keymap) -> Vec<&'a Binding> {
    let mut bindings = keymap.bindings_of(action, top.scopes());
    bindings.retain(|binding| binding.keys.first().is_some_and(|key| !top.wants(*key)));
    shortest_first(bindings)
}

fn shortest_first(mut bindings: Vec<&Binding>) -> Vec<&Binding> {
    bindings.sort_by_key(|binding| (binding.keys.len(), width(&binding.notation())));
    bindings
}

/// The keys as they are read on screen: named keys in the language in use.
pub fn keys_in_words(binding: &Binding, cx: &Cx<'_>) -> String {
    let words = binding.keys.iter().map(|key| {
        let notation = key.to_string();
        let id = format!("key-{}", notation.replace([' ', ':'], ""));
        if cx.words.has(&id) { cx.words.get(&id).into_owned() } else { notation }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A message that names keys: `{ $interview-new }` is the key of that action in these scopes, and
/// `{ $list-open }` that of another.
pub fn message(id: &str, scopes: &[Scope], cx: &Cx<'_>) -> String {
    cx.words.with(id, &keys_of(scopes, cx)).into_owned()
}

/// The keys of every action in these scopes, as arguments of a message.
pub fn keys_of(scopes: &[Scope], cx: &Cx<'_>) -> FluentArgs<'static> {
    let mut args = FluentArgs::new();
    for action in Action::ALL {
        if let Some(binding) = binding_of(*action, scopes, cx) {
            args.set(action.id().replace('.', "-"), keys_in_words(binding, cx));
        }
    }
    args
}

/// "e saisie rapide": a key and the words of its action.
pub fn hint<'a>(keys: String, label: String, cx: &Cx<'_>) -> [Span<'a>; 3] {
    [
        Span::styled(keys, cx.theme.style(Role::Key)),
        Span::styled(format!(" {label}"), cx.theme.style(Role::Bottom)),
        Span::raw("  "),
    ]
}
