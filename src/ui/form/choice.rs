//! What can be chosen in a field, and the letter that chooses it.

use crate::domain::codes::Coded;
use crate::domain::communes;
use crate::domain::office::StructureKind;
use crate::i18n::Words;
use crate::search::fold;
use crate::ui::cx::Cx;
use crate::ui::keymap::key::{Code, Key};
use crate::ui::widget::fold::contains_words;

/// One thing to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Stable code.
    pub code: String,
    /// The letter that chooses it, in a short list.
    pub letter: Option<char>,
    /// Its words.
    pub label: String,
}

/// The values of a code list, each with the first letter of its label that is still free.
pub fn coded<C: Coded>(words: &Words) -> Vec<Choice> {
    let mut taken = Vec::new();
    let choice = |value: &C| {
        let label = words.label(*value).into_owned();
        let letter = free_letter(&label, &taken);
        taken.extend(letter);
        Choice { code: value.stable_code().to_owned(), letter, label }
    };
    C::VALUES.iter().map(choice).collect()
}

/// The same choices, each with the first letter of its label that is free among them.
pub(super) fn lettered_anew<'a>(choices: impl Iterator<Item = &'a Choice>) -> Vec<Choice> {
    let mut taken = Vec::new();
    let again = |it: &Choice| {
        let letter = it.letter.and_then(|_| free_letter(&it.label, &taken));
        taken.extend(letter);
        Choice { letter, ..it.clone() }
    };
    choices.map(again).collect()
}

/// The values of a code list with the letters that Jalon uses for them everywhere.
pub fn lettered<C: Coded>(words: &Words, letter: fn(C) -> char) -> Vec<Choice> {
    let choice = |value: &C| Choice {
        code: value.stable_code().to_owned(),
        letter: Some(letter(*value)),
        label: words.label(*value).into_owned(),
    };
    C::VALUES.iter().map(choice).collect()
}

/// Yes and no.
pub(super) fn yes_no(words: &Words) -> Vec<Choice> {
    let choice = |code: &str, id: &str| {
        let label = words.get(id).into_owned();
        Choice { code: code.to_owned(), letter: free_letter(&label, &[]), label }
    };
    vec![choice("oui", "answer-yes"), choice("non", "answer-no")]
}

/// The communes of the Métropole.
pub(super) fn all_communes() -> Vec<Choice> {
    let choice =
        |it: &communes::Commune| Choice { code: it.code.to_owned(), letter: None, label: it.name.to_owned() };
    communes::all().iter().map(choice).collect()
}

/// The names of the structures of these kinds in the directory, the one written last first.
pub(super) fn named(kinds: &[StructureKind], cx: &Cx<'_>) -> Vec<Choice> {
    let structures = cx.model.caseload.office.structures.iter();
    let mut found: Vec<_> = structures.filter(|it| kinds.contains(&it.value.kind)).collect();
    found.sort_by_key(|it| std::cmp::Reverse((it.written_at, it.entry.sequence)));
    let choice = |name: &String| Choice { code: name.clone(), letter: None, label: name.clone() };
    found.into_iter().map(|it| choice(&it.value.name)).collect()
}

/// The choices that `typed` may mean: those whose label starts with it first.
pub fn matching<'a>(choices: &'a [Choice], typed: &str) -> Vec<&'a Choice> {
    let mut found: Vec<&Choice> =
        choices.iter().filter(|choice| contains_words(&choice.label, typed)).collect();
    let plain = typed.trim().to_lowercase();
    found.sort_by_key(|choice| !choice.label.to_lowercase().starts_with(&plain));
    found
}

fn free_letter(label: &str, taken: &[char]) -> Option<char> {
    let letters = label.chars().flat_map(char::to_lowercase).filter(char::is_ascii_lowercase);
    let mut free = letters.filter(|letter| !taken.contains(letter));
    free.next()
}

/// By its letter, or the one beside with the arrows; backspace empties.
fn choose(chosen: &mut Option<String>, choices: &[Choice], key: Key) -> bool {
    let before = chosen.clone();
    let at = choices.iter().position(|choice| Some(&choice.code) == chosen.as_ref());
    let last = choices.len().saturating_sub(1);
    let to = match key.code {
        Code::Left => Some(at.map_or(last, |at| at.saturating_sub(1))),
        Code::Right => Some(at.map_or(0, |at| (at + 1).min(last))),
        Code::Backspace => {
            *chosen = None;
            return before.is_some();
        }
        _ => by_letter(choices, key),
    };
    if let Some(choice) = to.and_then(|to| choices.get(to)) {
        *chosen = Some(choice.code.clone());
    }
    *chosen != before
}

/// Letters typed one after the other in a short list: each chooses by itself, until together they begin a word
/// of one of the choices. Who types `visio` means that, not what the last letter stands for.
#[derive(Default)]
pub(super) struct TypedWord(String);

/// Fewest letters that are a word: two may be a choice and its correction.
const SHORTEST_WORD: usize = 3;

impl TypedWord {
    /// Takes a key, and chooses what it means; whether the choice changed.
    pub(super) fn choose(&mut self, chosen: &mut Option<String>, choices: &[Choice], key: Key) -> bool {
        let Some(letter) = key.typed() else {
            self.0.clear();
            return choose(chosen, choices, key);
        };
        let was_word = word_begins(choices, &self.0).is_some();
        self.0.push(letter);
        match word_begins(choices, &self.0) {
            Some(choice) => chosen.replace(choice.code.clone()).as_ref() != Some(&choice.code),
            // The end of a word that was understood changes nothing more: `visioconférence`.
            None if was_word => {
                self.0.pop();
                false
            }
            None => choose(chosen, choices, key),
        }
    }
}

/// The choice of which a word begins with what was typed, the first word of a label before the others.
fn word_begins<'a>(choices: &'a [Choice], typed: &str) -> Option<&'a Choice> {
    let typed = fold::words(typed).concat();
    if typed.chars().count() < SHORTEST_WORD {
        return None;
    }
    let begins = |word: &String| word.starts_with(&typed);
    let is_first = |it: &&Choice| fold::words(&it.label).first().is_some_and(begins);
    let is_any =
        |it: &&Choice| fold::words(&it.label).iter().any(begins) || fold::words(&it.code).iter().any(begins);
    choices.iter().find(is_first).or_else(|| choices.iter().find(is_any))
}

/// Each by its letter, on or off; backspace takes the last one off.
pub(super) fn toggle(chosen: &mut Vec<String>, choices: &[Choice], key: Key) -> bool {
    if key.code == Code::Backspace {
        return chosen.pop().is_some();
    }
    let Some(choice) = by_letter(choices, key).and_then(|at| choices.get(at)) else { return false };
    match chosen.iter().position(|code| *code == choice.code) {
        Some(at) => {
            chosen.remove(at);
        }
        None => chosen.push(choice.code.clone()),
    }
    true
}

fn by_letter(choices: &[Choice], key: Key) -> Option<usize> {
    let typed = key.typed()?.to_lowercase().next()?;
    choices.iter().position(|choice| choice.letter == Some(typed))
}
