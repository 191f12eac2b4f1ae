//! Each stage of [`super::read`] on its own, where proofs can reach it: published test vectors and
//! fuzzing. The program only ever walks all of them, in order; nothing here decides or keeps.

use std::io::{ErrorKind, Read};

use super::code::Code;
use super::manifest::Manifest;
use super::read::{Inspection, Reader, Visitor, walk_archive};
use super::source::Source;
use super::{frame, gate, line};
use crate::exchange::recipient::{Identity, Recipient};
use crate::journal::entry::Entry;

/// The gate: kinds of the recipients of an age header that follows the grammar.
///
/// # Errors
/// What is wrong with the header.
pub fn header(mut file: &[u8]) -> Result<Vec<String>, Code> {
    gate::enter(&mut Source::new(&mut file)).map(|header| header.kinds)
}

/// The envelope: appends to `payload` whatever it gives out before its end, or before it breaks.
///
/// # Errors
/// Why the file does not open, or [`Code::Damaged`] where it breaks.
pub fn payload(mut file: &[u8], identities: &[Identity], payload: &mut Vec<u8>) -> Result<(), Code> {
    let mut source = Source::new(&mut file);
    let header = gate::enter(&mut source)?;
    let (mut stream, _) = gate::open(header, &mut source, identities)?;
    let mut buffer = vec![0; 64 << 10];
    loop {
        match stream.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(read) => payload.extend_from_slice(&buffer[..read]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => return Err(Code::Damaged),
        }
    }
}

/// The archive, opened as its recipient `own`: everything after the envelope.
pub fn archive(
    stream: &mut dyn Read,
    own: &Recipient,
    reader: &Reader<'_>,
    visitor: &mut dyn Visitor,
) -> Inspection {
    let mut seen = Inspection::unread();
    seen.code = walk_archive(stream, own, reader, visitor, &mut seen).unwrap_or_else(|refusal| refusal);
    seen
}

/// A manifest whose signature would hold.
///
/// # Errors
/// What is wrong with it.
pub fn manifest(bytes: &[u8]) -> Result<Manifest, Code> {
    Manifest::parse(bytes)
}

/// The bytes of a segment: `None` unless `frame` is exactly one zstd frame of `raw` bytes.
pub fn segment(frame: &[u8], raw: usize) -> Option<Vec<u8>> {
    frame::inflate(frame, raw)
}

/// An entry, from a line without its line feed.
///
/// # Errors
/// What is wrong with it.
pub fn entry(line: &[u8]) -> Result<Entry, Code> {
    line::parse(line)
}

/// The line of an entry, with its line feed.
pub fn line_of(entry: &Entry) -> Vec<u8> {
    let mut bytes = Vec::new();
    line::append(&mut bytes, entry);
    bytes
}
