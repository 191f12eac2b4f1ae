//! The texts that the cells of an XLSX workbook share.

use super::parts::Parts;
use super::xml::Piece;
use super::{Room, push_text};
use crate::tabular::expected::Expected;

/// The shared texts, one after the other in one text.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    /// Reads the part of this name, if there is one.
    pub(super) fn read(parts: &mut Parts<'_>, part: &str, room: &mut Room) -> Result<Self, Expected> {
        let mut strings = Self::default();
        let Some(mut xml) = parts.xml(part)? else { return Ok(strings) };
        let mut shared = String::new();
        let (mut is_text, mut is_phonetic) = (false, false);
        loop {
            match xml.next()? {
                Piece::Open(tag) => match tag.name() {
                    "si" => shared.clear(),
                    "t" => is_text = true,
                    "rPh" => is_phonetic = true,
                    _ => {}
                },
                Piece::Text(text) if is_text && !is_phonetic => push_text(&mut shared, &text)?,
                Piece::Text(_) | Piece::Nothing => {}
                Piece::Close(tag) => match tag.name() {
                    "t" => is_text = false,
                    "rPh" => is_phonetic = false,
                    "si" => {
                        let shared = plain(&shared);
                        room.take(shared.len() + size_of::<usize>())?;
                        strings.text.push_str(&shared);
                        strings.ends.push(strings.text.len());
                    }
                    _ => {}
                },
                Piece::End => return Ok(strings),
            }
        }
    }

    /// The text of this rank, from 0.
    pub(super) fn get(&self, rank: usize) -> Option<&str> {
        let start = if rank == 0 { 0 } else { *self.ends.get(rank - 1)? };
        self.text.get(start..*self.ends.get(rank)?)
    }
}

/// Undoes `_x000D_`, which is how XLSX writes what XML cannot hold.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let letter = code.and_then(char::from_u32).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        match letter {
            Some(letter) => {
                plain.push_str(&rest[..at]);
                plain.push(letter);
                rest = &rest[at + 7..];
            }
            None => {
                plain.push_str(&rest[..at + 2]);
                rest = &rest[at + 2..];
            }
        }
    }
    plain.push_str(rest);
    plain
}
