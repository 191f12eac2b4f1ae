//! What a terminal sends, as keys and pastes: bytes in, in pieces of any size, keys out.
//!
//! A sequence may be cut anywhere by a slow link, so that its end comes later, or never:
//! [`Decoder::patience`] says how long to wait for it, and [`Decoder::give_up`] that it did not
//! come. It reads nothing and knows no clock. What is not a key is dropped whole: the end of an
//! unknown sequence is never typed into a field.

mod sequence;

use std::time::Duration;

use crate::ui::keymap::key::{Code, Key};

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted, in one piece.
    Paste(String),
}

/// How long an escape character may wait for what would make it more than the Esc key.
const AFTER_ESCAPE: Duration = Duration::from_millis(100);
/// How long the rest of a character or of a sequence may take: a packet that is sent again.
const REST: Duration = Duration::from_secs(1);
/// How long the rest of a paste may take before what came of it is shown.
const PASTE: Duration = Duration::from_secs(2);

/// Longest sequence kept; what is longer is no key.
const MOST_SEQUENCE: usize = 64;
/// Most of a paste that is kept, in bytes: more than any field takes.
const MOST_PASTED: usize = 1 << 20;
/// What ends a paste.
const END_OF_PASTE: &[u8] = b"\x1b[201~";

/// Where the reading stands.
#[derive(Debug)]
enum State {
    /// Between two keys.
    Ground,
    /// In a character of several bytes.
    Character { bytes: Vec<u8>, alt: bool },
    /// After an escape character.
    Escape,
    /// After `ESC [`.
    Control(Vec<u8>),
    /// After `ESC O`.
    Single,
    /// In a report nobody asked for, which a string terminator ends.
    Report { bytes: Vec<u8>, is_long: bool },
    /// In the three bytes that say where a mouse is.
    Mouse(u8),
    /// In a paste: its text so far, and what may be the start of its end.
    Paste { text: Vec<u8>, tail: Vec<u8> },
}

/// Reads what a terminal sends.
#[derive(Debug)]
pub struct Decoder {
    state: State,
}

impl Default for Decoder {
    fn default() -> Self {
        Self { state: State::Ground }
    }
}

impl Decoder {
    /// Takes in bytes as they arrive, and adds what they mean to `typed`.
    pub fn take(&mut self, bytes: &[u8], typed: &mut Vec<Typed>) {
        for byte in bytes {
            self.take_one(*byte, typed);
        }
    }

    /// How long to wait for more before [`Self::give_up`]; `None` when nothing is unfinished.
    pub fn patience(&self) -> Option<Duration> {
        match &self.state {
            State::Ground => None,
            State::Escape => Some(AFTER_ESCAPE),
            State::Paste { text, tail } if text.is_empty() && tail.is_empty() => None,
            State::Paste { .. } => Some(PASTE),
            State::Character { .. }
            | State::Control(_)
            | State::Single
            | State::Report { .. }
            | State::Mouse(_) => Some(REST),
        }
    }

    /// Nothing more came: what is unfinished is taken for what it is so far.
    pub fn give_up(&mut self, typed: &mut Vec<Typed>) {
        match std::mem::replace(&mut self.state, State::Ground) {
            State::Ground | State::Mouse(_) => {}
            State::Character { bytes, alt } => push_latin(&bytes, alt, typed),
            State::Escape => typed.push(Typed::Key(Key::plain(Code::Esc))),
            State::Single => typed.push(Typed::Key(Key::held(Code::Char('O'), false, true, false))),
            State::Control(bytes) => {
                // Esc and a bracket, unless a sequence lost its end.
                if bytes.is_empty() {
                    typed.push(Typed::Key(Key::held(Code::Char('['), false, true, false)));
                }
            }
            State::Report { bytes, is_long } => {
                // A report has an end: these were keys, typed ahead after Esc.
                if !is_long {
                    typed.push(Typed::Key(Key::plain(Code::Esc)));
                    self.take(&bytes, typed);
                }
            }
            State::Paste { mut text, tail } => {
                // Esc alone gets out of a paste that has no end.
                let has_escaped = tail == [0x1b];
                if !text.is_empty() {
                    typed.push(pasted(&std::mem::take(&mut text)));
                }
                if !has_escaped {
                    self.state = State::Paste { text, tail };
                }
            }
        }
    }

    fn take_one(&mut self, byte: u8, typed: &mut Vec<Typed>) {
        self.state = match std::mem::replace(&mut self.state, State::Ground) {
            State::Ground => ground(byte, false, typed),
            State::Character { bytes, alt } => character(bytes, alt, byte, typed),
            State::Escape => escape(byte, typed),
            State::Control(bytes) => control(bytes, byte, typed),
            State::Single => single(byte, typed),
            State::Report { bytes, is_long } => report(bytes, is_long, byte),
            State::Mouse(left) if left > 1 => State::Mouse(left - 1),
            State::Mouse(_) => State::Ground,
            State::Paste { text, tail } => paste(text, tail, byte, typed),
        };
    }
}

fn ground(byte: u8, alt: bool, typed: &mut Vec<Typed>) -> State {
    let (code, ctrl) = match byte {
        0x1b => return State::Escape,
        0x80.. => return State::Character { bytes: vec![byte], alt }.or_settled(typed),
        b'\r' => (Code::Enter, false),
        b'\t' => (Code::Tab, false),
        0x7f => (Code::Backspace, false),
        0 => (Code::Char(' '), true),
        0x01..=0x1a => (Code::Char(char::from(byte + b'a' - 1)), true),
        0x1c..=0x1f => (Code::Char(char::from(byte + b'@')), true),
        0x20..=0x7e => (Code::Char(char::from(byte)), false),
    };
    typed.push(Typed::Key(Key::held(code, ctrl, alt, false)));
    State::Ground
}

impl State {
    /// A character that cannot go on is told at once.
    fn or_settled(self, typed: &mut Vec<Typed>) -> Self {
        if let Self::Character { bytes, alt } = &self
            && length(bytes[0]) == 0
        {
            push_latin(bytes, *alt, typed);
            return Self::Ground;
        }
        self
    }
}

/// Bytes of the UTF-8 character that starts with this one; 0 when none does.
const fn length(first: u8) -> usize {
    match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => 0,
    }
}

fn character(mut bytes: Vec<u8>, alt: bool, byte: u8, typed: &mut Vec<Typed>) -> State {
    if byte & 0xc0 != 0x80 {
        push_latin(&bytes, alt, typed);
        return ground(byte, false, typed);
    }
    bytes.push(byte);
    if bytes.len() < length(bytes[0]) {
        return State::Character { bytes, alt };
    }
    match std::str::from_utf8(&bytes) {
        Ok(text) => text.chars().for_each(|c| push_char(c, alt, typed)),
        Err(_) => push_latin(&bytes, alt, typed),
    }
    State::Ground
}

/// What is no UTF-8 comes from a terminal set to Latin-1, whose letters are these.
fn push_latin(bytes: &[u8], alt: bool, typed: &mut Vec<Typed>) {
    bytes.iter().for_each(|byte| push_char(char::from(*byte), alt, typed));
}

fn push_char(c: char, alt: bool, typed: &mut Vec<Typed>) {
    if !c.is_control() {
        typed.push(Typed::Key(Key::held(Code::Char(c), false, alt, false)));
    }
}

fn escape(byte: u8, typed: &mut Vec<Typed>) -> State {
    match byte {
        b'[' => State::Control(Vec::new()),
        b'O' => State::Single,
        b']' | b'P' | b'X' | b'^' | b'_' => State::Report { bytes: vec![byte], is_long: false },
        0x1b => {
            typed.push(Typed::Key(Key::plain(Code::Esc)));
            State::Escape
        }
        other => ground(other, true, typed),
    }
}

fn control(mut bytes: Vec<u8>, byte: u8, typed: &mut Vec<Typed>) -> State {
    let is_console = bytes == b"[";
    match byte {
        0x1b => State::Escape,
        b'[' if bytes.is_empty() => State::Control(vec![byte]),
        b'M' if bytes.is_empty() => State::Mouse(3),
        b'~' if bytes == b"200" => State::Paste { text: Vec::new(), tail: Vec::new() },
        // The function keys of the Linux console: `ESC [ [ A`.
        b'A'..=b'E' if is_console => {
            typed.push(Typed::Key(Key::plain(Code::F(1 + byte - b'A'))));
            State::Ground
        }
        // The end of a key with shift on rxvt; elsewhere a report goes on after it.
        b'$' if !bytes.is_empty() && bytes.iter().all(u8::is_ascii_digit) => {
            typed.extend(sequence::key(&bytes, byte).map(Typed::Key));
            State::Ground
        }
        0x20..=0x3f => {
            if bytes.len() < MOST_SEQUENCE {
                bytes.push(byte);
            }
            State::Control(bytes)
        }
        0x40..=0x7e => {
            typed.extend(sequence::key(&bytes, byte).map(Typed::Key));
            State::Ground
        }
        // No sequence holds these: it was cut, and a key follows.
        0x00..=0x1f | 0x7f.. => ground(byte, false, typed),
    }
}

fn single(byte: u8, typed: &mut Vec<Typed>) -> State {
    match byte {
        0x1b => State::Escape,
        0x20..=0x7e => {
            typed.extend(sequence::keypad(byte).map(Typed::Key));
            State::Ground
        }
        0x00..=0x1f | 0x7f.. => ground(byte, false, typed),
    }
}

fn report(mut bytes: Vec<u8>, mut is_long: bool, byte: u8) -> State {
    let ends = byte == 0x07 || (byte == b'\\' && bytes.last() == Some(&0x1b));
    if ends {
        return State::Ground;
    }
    if bytes.len() == MOST_SEQUENCE {
        // Too long for keys typed ahead: from here on only its end counts.
        is_long = true;
        bytes.clear();
    }
    bytes.push(byte);
    State::Report { bytes, is_long }
}

fn paste(mut text: Vec<u8>, mut tail: Vec<u8>, byte: u8, typed: &mut Vec<Typed>) -> State {
    tail.push(byte);
    while !END_OF_PASTE.starts_with(&tail) {
        let first = tail.remove(0);
        if text.len() < MOST_PASTED {
            text.push(first);
        }
    }
    if tail == END_OF_PASTE {
        typed.push(pasted(&text));
        return State::Ground;
    }
    State::Paste { text, tail }
}

fn pasted(text: &[u8]) -> Typed {
    Typed::Paste(String::from_utf8_lossy(text).into_owned())
}
