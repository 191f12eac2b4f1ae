//! Text that may be shown: one rule for what is typed, imported, taken in, drawn and printed.
//!
//! Some characters move the cursor, hide themselves or turn the line around. What comes from
//! another station is refused for them; what is drawn shows `�` instead; what is typed, pasted or
//! imported loses them.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

/// Most marks (accents, vowel signs) that one letter may carry; real languages need five.
pub const MOST_MARKS: usize = 8;

/// Most characters of one text: some ten pages. An entry of a few such texts still travels.
pub const LONGEST: usize = 20_000;

/// Whether a text may have several lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// A name, a code, a cell of a list: no line feed.
    One,
    /// A written record: line feeds are text. Nothing else below U+0020 is.
    Many,
}

/// Why a character may not be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unprintable {
    /// C0, DEL or C1: commands to a terminal.
    Control,
    /// Changes the direction of what follows.
    Direction,
    /// Takes no room, or shows nothing.
    Invisible,
    /// A tag character, which hides text within text.
    Tag,
    /// U+2028 or U+2029: a line end that is not one.
    Separator,
    /// One mark more than [`MOST_MARKS`] on the same letter.
    Marks,
}

/// The first thing in `text` that may not be shown, if any.
pub fn first_unprintable(text: &str, lines: Lines) -> Option<Unprintable> {
    if text.bytes().all(|byte| matches!(byte, 0x20..=0x7E)) {
        return None;
    }
    judged(text, lines).find_map(|(_, why)| why)
}

/// `text` as it may be drawn or printed: `�` in place of what may not be shown.
pub fn printable(text: &str, lines: Lines) -> Cow<'_, str> {
    rewrite(text, lines, |_, _| Some('\u{FFFD}'))
}

/// `text` as it may be kept, from a keyboard, a clipboard or a foreign file: tabs and line ends
/// that have no place become spaces, what may not be shown goes away.
pub fn cleaned(text: &str, lines: Lines) -> Cow<'_, str> {
    let text = if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    };
    let space = |character: char, why: Unprintable| match why {
        Unprintable::Separator => Some(if lines == Lines::Many { '\n' } else { ' ' }),
        Unprintable::Control if matches!(character, '\t' | '\n' | '\u{B}' | '\u{C}' | '\u{85}') => Some(' '),
        Unprintable::Control
        | Unprintable::Direction
        | Unprintable::Invisible
        | Unprintable::Tag
        | Unprintable::Marks => None,
    };
    match text {
        Cow::Borrowed(text) => rewrite(text, lines, space),
        Cow::Owned(text) => Cow::Owned(rewrite(&text, lines, space).into_owned()),
    }
}

fn rewrite(text: &str, lines: Lines, instead: impl Fn(char, Unprintable) -> Option<char>) -> Cow<'_, str> {
    if first_unprintable(text, lines).is_none() {
        return Cow::Borrowed(text);
    }
    judged(text, lines)
        .filter_map(|(character, why)| match why {
            None => Some(character),
            Some(why) => instead(character, why),
        })
        .collect()
}

/// Each character, with why it may not be shown.
fn judged(text: &str, lines: Lines) -> impl Iterator<Item = (char, Option<Unprintable>)> + '_ {
    text.chars().scan(0_usize, move |marks, character| {
        *marks = if is_mark(character) { *marks + 1 } else { 0 };
        let why = if *marks > MOST_MARKS { Some(Unprintable::Marks) } else { judge(character, lines) };
        Some((character, why))
    })
}

/// Whether the character stands on the one before it; vowels and ends of Korean syllables do.
fn is_mark(character: char) -> bool {
    is_combining_mark(character) || matches!(character, '\u{1160}'..='\u{11FF}' | '\u{D7B0}'..='\u{D7FB}')
}

fn judge(character: char, lines: Lines) -> Option<Unprintable> {
    match character {
        '\n' if lines == Lines::Many => None,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Some(Unprintable::Control),
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            Some(Unprintable::Direction)
        }
        '\u{2028}' | '\u{2029}' => Some(Unprintable::Separator),
        '\u{E0000}'..='\u{E0FFF}' => Some(Unprintable::Tag),
        // Soft hyphen, zero-width spaces and joiners, Hangul and Khmer fillers, annotation marks,
        // formats of shorthand and music.
        '\u{AD}'
        | '\u{34F}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200D}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206A}'..='\u{206F}'
        | '\u{3164}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' => Some(Unprintable::Invisible),
        _ => None,
    }
}
