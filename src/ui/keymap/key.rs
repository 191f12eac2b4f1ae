//! A key, and its notation: `a`, `é`, `ctrl-s`, `shift-tab`, `f2`, `-`, `ctrl--`, `?`.
//!
//! Shift is dropped from characters (terminals disagree on reporting it): `shift-a` is `A`.

use std::fmt;
use std::str::FromStr;

/// What was pressed, without modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A character.
    Char(char),
    /// A function key, from 1.
    F(u8),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab; with shift, the one that goes back.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

const NAMED: &[(&str, Code)] = &[
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("backspace", Code::Backspace),
    ("delete", Code::Delete),
    ("insert", Code::Insert),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("home", Code::Home),
    ("end", Code::End),
    ("page-up", Code::PageUp),
    ("page-down", Code::PageDown),
    ("space", Code::Char(' ')),
];

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// What was pressed.
    pub code: Code,
    /// With ctrl.
    pub ctrl: bool,
    /// With alt.
    pub alt: bool,
    /// With shift; never set for characters.
    pub shift: bool,
}

impl Key {
    /// A key without modifiers.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// A character.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// A key with its modifiers, as everything else knows it.
    pub fn held(code: Code, ctrl: bool, alt: bool, shift: bool) -> Self {
        Self { code, ctrl, alt, shift }.normal()
    }

    /// The key that was pressed after Esc, if this is what terminals make of the two when they
    /// arrive together: they send alt no other way.
    pub const fn after_escape(self) -> Option<Self> {
        match self.code {
            Code::Char(_) | Code::Enter | Code::Tab if self.alt => Some(Self { alt: false, ..self }),
            Code::Char(_)
            | Code::Enter
            | Code::Tab
            | Code::F(_)
            | Code::Esc
            | Code::Backspace
            | Code::Delete
            | Code::Insert
            | Code::Up
            | Code::Down
            | Code::Left
            | Code::Right
            | Code::Home
            | Code::End
            | Code::PageUp
            | Code::PageDown => None,
        }
    }

    /// The character it types, if it types one.
    pub const fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            Code::Char(_)
            | Code::F(_)
            | Code::Enter
            | Code::Esc
            | Code::Tab
            | Code::Backspace
            | Code::Delete
            | Code::Insert
            | Code::Up
            | Code::Down
            | Code::Left
            | Code::Right
            | Code::Home
            | Code::End
            | Code::PageUp
            | Code::PageDown => None,
        }
    }

    /// Whether it deletes the word before the caret, or the whole line up to it, as in a shell.
    pub const fn deletes_more(self) -> bool {
        self.ctrl && !self.alt && matches!(self.code, Code::Char('u' | 'w'))
    }

    /// Whether a one-line text field takes it: characters, and what moves or deletes in a line.
    pub const fn edits_a_line(self) -> bool {
        match self.code {
            Code::Char(_) => self.typed().is_some() || self.deletes_more(),
            Code::Backspace | Code::Delete | Code::Left | Code::Right | Code::Home | Code::End => {
                !self.ctrl && !self.alt
            }
            Code::F(_)
            | Code::Enter
            | Code::Esc
            | Code::Tab
            | Code::Insert
            | Code::Up
            | Code::Down
            | Code::PageUp
            | Code::PageDown => false,
        }
    }

    fn normal(mut self) -> Self {
        // Some terminals send ctrl-h for Backspace.
        if self.ctrl && matches!(self.code, Code::Char('h' | 'H')) {
            return Self::plain(Code::Backspace);
        }
        if let Code::Char(c) = self.code {
            if self.ctrl {
                self.code = Code::Char(c.to_lowercase().next().unwrap_or(c));
            } else if self.shift
                && let Some(upper) = single(c.to_uppercase())
            {
                self.code = Code::Char(upper);
            }
            self.shift = false;
        }
        self
    }
}

fn single(mut chars: impl Iterator<Item = char>) -> Option<char> {
    let first = chars.next()?;
    chars.next().is_none().then_some(first)
}

/// The text is not a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a key")]
pub struct NotAKey;

impl FromStr for Key {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let mut key = Self::char(' ');
        let mut rest = text;
        loop {
            let (modifier, after) = match rest.split_once('-') {
                Some(("ctrl", after)) if !after.is_empty() => (&mut key.ctrl, after),
                Some(("alt", after)) if !after.is_empty() => (&mut key.alt, after),
                Some(("shift", after)) if !after.is_empty() => (&mut key.shift, after),
                Some(_) | None => break,
            };
            if std::mem::replace(modifier, true) {
                return Err(NotAKey);
            }
            rest = after;
        }
        let named = NAMED.iter().find(|(name, _)| *name == rest).map(|(_, code)| *code);
        let function = || {
            let number = rest.strip_prefix('f')?.parse().ok()?;
            (1..=24).contains(&number).then_some(Code::F(number))
        };
        let character = || single(rest.chars()).filter(|c| !c.is_control() && *c != ' ').map(Code::Char);
        key.code = named.or_else(function).or_else(character).ok_or(NotAKey)?;
        Ok(key.normal())
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        if let Some((name, _)) = NAMED.iter().find(|(_, code)| *code == self.code) {
            f.write_str(name)?;
        } else if let Code::F(number) = self.code {
            write!(f, "f{number}")?;
        } else if let Code::Char(c) = self.code {
            write!(f, "{c}")?;
        }
        Ok(())
    }
}
