//! Which key a control sequence is: those of xterm, PuTTY, rxvt, the Linux console and the VT220.

use crate::ui::keymap::key::{Code, Key};

/// The key of `ESC [ bytes last`, if it is one.
pub(super) fn key(bytes: &[u8], last: u8) -> Option<Key> {
    let mut numbers = std::str::from_utf8(bytes).ok()?.split(';').map(number);
    let first = numbers.next()??;
    let held = numbers.next().map_or(Some(1), |it| it)?;
    if numbers.next().is_some() {
        return None;
    }
    let (code, more) = match last {
        b'~' => (numbered(first)?, 0),
        b'$' => (numbered(first)?, SHIFT),
        b'^' => (numbered(first)?, CTRL),
        b'@' => (numbered(first)?, SHIFT | CTRL),
        b'Z' => (Code::Tab, SHIFT),
        // A report of where the cursor stands has another row than the first.
        _ if first > 1 => return None,
        b'a'..=b'd' => (arrow(last.to_ascii_uppercase())?, SHIFT),
        _ => (arrow(last).or_else(|| function(last))?, 0),
    };
    let held = held.saturating_sub(1) | more;
    Some(Key::held(code, held & CTRL != 0, held & ALT != 0, held & SHIFT != 0))
}

/// The key of `ESC O last`: what keypads and arrows send in their application mode.
pub(super) fn keypad(last: u8) -> Option<Key> {
    let code = match last {
        b'M' => Code::Enter,
        b'j'..=b'o' => Code::Char(char::from(last - b'j' + b'*')),
        b'p'..=b'y' => Code::Char(char::from(last - b'p' + b'0')),
        b'a'..=b'd' => return Some(Key::held(arrow(last.to_ascii_uppercase())?, true, false, false)),
        _ => arrow(last).or_else(|| function(last))?,
    };
    Some(Key::plain(code))
}

const SHIFT: u16 = 1;
const ALT: u16 = 2;
const CTRL: u16 = 4;

/// A number of a sequence; nothing is 1.
fn number(text: &str) -> Option<u16> {
    if text.is_empty() { Some(1) } else { text.parse().ok() }
}

const fn arrow(last: u8) -> Option<Code> {
    match last {
        b'A' => Some(Code::Up),
        b'B' => Some(Code::Down),
        b'C' => Some(Code::Right),
        b'D' => Some(Code::Left),
        b'F' => Some(Code::End),
        b'H' => Some(Code::Home),
        _ => None,
    }
}

const fn function(last: u8) -> Option<Code> {
    match last {
        b'P'..=b'S' => Some(Code::F(1 + last - b'P')),
        _ => None,
    }
}

/// The key of `ESC [ number ~`.
fn numbered(number: u16) -> Option<Code> {
    let function = |first: u16| u8::try_from(number - first).ok().map(Code::F);
    match number {
        1 | 7 => Some(Code::Home),
        2 => Some(Code::Insert),
        3 => Some(Code::Delete),
        4 | 8 => Some(Code::End),
        5 => Some(Code::PageUp),
        6 => Some(Code::PageDown),
        // The gaps are those of the VT220’s keyboard.
        11..=15 => function(10),
        17..=21 => function(11),
        23..=26 => function(12),
        28 | 29 => function(13),
        31..=34 => function(14),
        _ => None,
    }
}
