//! Which letters of a name answer what was typed.

use std::ops::Range;

use super::fold;
use super::query::{self, Token};

/// The parts of `name`, as byte ranges in order, that start with a word of `typed`. For the lines
/// on screen only: it is not what finds them.
pub fn highlight(name: &str, typed: &str) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let tokens = query::readings(typed).concat();
    for start in word_starts(name) {
        let lengths = tokens.iter().filter_map(|token| match token {
            Token::Word { text, .. } => length_of_start(&name[start..], text),
            Token::Digits(_) | Token::Date { .. } => None,
        });
        if let Some(length) = lengths.max()
            && parts.last().is_none_or(|last| last.end <= start)
        {
            parts.push(start..start + length);
        }
    }
    parts
}

fn word_starts(name: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut is_between = true;
    let mut folded = String::new();
    for (at, letter) in name.char_indices() {
        folded.clear();
        let separates = fold::push_letter(&mut folded, letter);
        if is_between && !separates {
            starts.push(at);
        }
        is_between = separates;
    }
    starts
}

/// How many bytes of `name` the folded `typed` takes, if `name` starts with it.
fn length_of_start(name: &str, typed: &str) -> Option<usize> {
    let mut folded = String::new();
    for (at, letter) in name.char_indices() {
        fold::push_letter(&mut folded, letter);
        if !typed.starts_with(&folded) && !folded.starts_with(typed) {
            return None;
        }
        if folded.len() >= typed.len() {
            return Some(at + letter.len_utf8());
        }
    }
    None
}
