//! A form asked line by line: the question of the field that has the focus, and a whole line as its
//! answer. The fields, what they understand and what they say are those of the screens.

use super::Form;
use super::choice::{self, Choice};
use super::field::{Entry, Field};
use super::parse::azerty;
use super::spec::Kind;
use crate::domain::text::{Lines, cleaned};
use crate::ui::cx::Cx;
use crate::ui::layer::Unkept;
use crate::ui::message::Message;
use crate::ui::widget::fold::contains_words;

/// What the focused field asks.
pub struct Question {
    /// Its name.
    pub label: String,
    /// What it holds: an empty line accepts it.
    pub held: String,
    /// What that means, where it does not show.
    pub meaning: String,
    /// What may be typed.
    pub hint: Option<String>,
    /// What can be chosen, each with its letter.
    pub choices: Vec<String>,
    /// Whether its answer has several lines.
    pub is_long: bool,
}

impl Form {
    /// The question of the focused field.
    pub fn question(&self, cx: &Cx<'_>) -> Question {
        let field = &self.fields[self.focus];
        let hint = format!("form-{}-{}-hint", self.spec.id, field.spec.name);
        let lettered = |choice: &Choice| match choice.letter {
            Some(letter) => format!("{letter} {}", choice.label),
            None => choice.label.clone(),
        };
        Question {
            label: self.label(self.focus, cx),
            held: field.shown(),
            meaning: self.echo(field, cx),
            hint: field.spec.has_hint.then(|| cx.words.get(&hint).into_owned()),
            choices: field.choices.iter().map(lettered).collect(),
            is_long: matches!(field.spec.kind, Kind::LongText(_)),
        }
    }

    /// Whether the focused field is the last one that is asked.
    pub fn is_last(&self) -> bool {
        self.asked().all(|at| at <= self.focus)
    }

    /// Takes a line as the whole answer of the focused field.
    ///
    /// # Errors
    /// What is said of an answer that is none of the choices.
    pub fn answer(&mut self, line: &str, cx: &Cx<'_>) -> Result<(), Message> {
        if !self.fields[self.focus].hear(line) {
            return Err(Message::refusal(self.said(self.focus, "typed-choice", cx)));
        }
        self.changed(Unkept::FieldLeft, cx);
        Ok(())
    }

    /// Empties the focused field.
    pub fn empty(&mut self, cx: &Cx<'_>) {
        self.fields[self.focus].set_text("");
        self.changed(Unkept::FieldLeft, cx);
    }
}

impl Field {
    /// Takes a whole line; whether it may be an answer.
    fn hear(&mut self, line: &str) -> bool {
        self.wrong = None;
        let typed = self.as_typed(line.trim());
        match &mut self.entry {
            Entry::Typed(editor) => editor.set_text(&typed),
            Entry::One(code) => match meant(&self.choices, line) {
                Some(choice) => *code = Some(choice.code.clone()),
                None => return false,
            },
            Entry::Many(codes) => match each_meant(&self.choices, line) {
                Some(chosen) => *codes = chosen,
                None => return false,
            },
        }
        self.is_fresh = false;
        true
    }

    /// The line as its keys would have typed it.
    fn as_typed(&self, line: &str) -> String {
        let lines = if matches!(self.spec.kind, Kind::LongText(_)) { Lines::Many } else { Lines::One };
        let line = cleaned(line, lines);
        match self.spec.kind {
            Kind::Time | Kind::Minutes(_) | Kind::Hours(_) | Kind::Integer(..) | Kind::Phone => {
                line.chars().map(azerty::digit).collect()
            }
            Kind::Date(_) => line.chars().fold(String::new(), |mut typed, c| {
                typed.push(azerty::digit_in_date(typed.chars().last(), c));
                typed
            }),
            Kind::Text(_)
            | Kind::LongText(_)
            | Kind::Choice(_)
            | Kind::Own(_)
            | Kind::Choices(_)
            | Kind::Commune
            | Kind::YesNo => line.into_owned(),
        }
    }
}

/// The choice of this letter, or the first one of these words.
fn meant<'a>(choices: &'a [Choice], typed: &str) -> Option<&'a Choice> {
    let typed = typed.trim().to_lowercase();
    let mut letters = typed.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return choices.iter().find(|choice| choice.letter == Some(letter));
    }
    let exact = choices.iter().find(|choice| choice.code == typed);
    exact.or_else(|| choice::matching(choices, &typed).into_iter().next())
}

/// The choices of these letters, with or without spaces or commas, or of these words, with commas.
fn each_meant(choices: &[Choice], typed: &str) -> Option<Vec<String>> {
    let letters = typed.chars().filter(|c| !c.is_whitespace() && *c != ',').flat_map(char::to_lowercase);
    let by_letter: Option<Vec<&Choice>> =
        letters.map(|letter| choices.iter().find(|choice| choice.letter == Some(letter))).collect();
    let by_words = || {
        let words = typed.split(',').map(str::trim).filter(|words| !words.is_empty());
        words.map(|words| choices.iter().find(|choice| contains_words(&choice.label, words))).collect()
    };
    let chosen: Vec<&Choice> = by_letter.or_else(by_words)?;
    let mut codes: Vec<String> = Vec::new();
    for choice in chosen {
        if !codes.contains(&choice.code) {
            codes.push(choice.code.clone());
        }
    }
    Some(codes)
}
