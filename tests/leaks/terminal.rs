//! A terminal that refuses: it reads everything that is written to it as a terminal does, and
//! allows only what Jalon says that it sends.

use jalon::domain::text::{Lines, first_unprintable};
use vte::{Params, Parser, Perform};

/// What may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    /// Lines of text, and nothing else.
    Lines,
    /// The screens: cursor moves, styles, lines wiped, modes taken and given back.
    Screens,
}

struct Strict {
    allowed: Allowed,
    text: String,
    refused: Vec<String>,
}

impl Strict {
    fn refuse(&mut self, what: String) {
        self.refused.push(what);
    }
}

impl Perform for Strict {
    fn print(&mut self, character: char) {
        self.text.push(character);
        if first_unprintable(character.encode_utf8(&mut [0; 4]), Lines::One).is_some() {
            self.refuse(format!("{character:?}"));
        }
    }

    fn execute(&mut self, byte: u8) {
        // A terminal in its usual mode is sent a line end as two bytes.
        let ends_a_line = self.allowed == Allowed::Lines && matches!(byte, b'\n' | b'\r');
        if !ends_a_line {
            self.refuse(format!("control {byte:#04x}"));
        }
        self.text.push('\n');
    }

    fn csi_dispatch(&mut self, params: &Params, intermediates: &[u8], ignore: bool, action: char) {
        let values: Vec<u16> = params.iter().flatten().copied().collect();
        let is_known = match (intermediates, action) {
            (b"", 'H' | 'm') => true,
            (b"", 'K') => values == [2],
            (b"?", 'h' | 'l') => matches!(values[..], [25 | 1049 | 2004]),
            _ => false,
        };
        if self.allowed == Allowed::Lines || ignore || !is_known {
            self.refuse(format!("CSI {intermediates:?} {values:?} {action}"));
        }
    }

    fn esc_dispatch(&mut self, intermediates: &[u8], _ignore: bool, byte: u8) {
        self.refuse(format!("ESC {intermediates:?} {byte:#04x}"));
    }

    fn osc_dispatch(&mut self, params: &[&[u8]], _bell_terminated: bool) {
        self.refuse(format!("OSC {params:?}"));
    }

    fn hook(&mut self, _params: &Params, _intermediates: &[u8], _ignore: bool, action: char) {
        self.refuse(format!("DCS {action}"));
    }
}

/// The text that a terminal shows of these bytes.
///
/// # Errors
/// Everything in them that is not allowed.
pub fn read(bytes: &[u8], allowed: Allowed) -> Result<String, Vec<String>> {
    let mut strict = Strict { allowed, text: String::new(), refused: Vec::new() };
    // The parser takes C1 controls for letters, which other terminals do not.
    Parser::new().advance(&mut strict, bytes);
    if strict.refused.is_empty() { Ok(strict.text) } else { Err(strict.refused) }
}

#[test]
fn it_refuses_what_it_should() {
    for hostile in
        ["\u{1b}[2J", "\u{1b}]0;x\u{7}", "\u{1b}P+q\u{1b}\\", "\u{1b}c", "\u{9b}2J", "\u{8}", "\u{202e}"]
    {
        assert!(read(hostile.as_bytes(), Allowed::Screens).is_err(), "{hostile:?}");
        assert!(read(hostile.as_bytes(), Allowed::Lines).is_err(), "{hostile:?}");
    }
    assert_eq!(read("é\u{1b}[2;3H\u{1b}[31mà".as_bytes(), Allowed::Screens), Ok("éà".to_owned()));
    assert_eq!(read("é\r\nà".as_bytes(), Allowed::Lines), Ok("é\n\nà".to_owned()));
}
