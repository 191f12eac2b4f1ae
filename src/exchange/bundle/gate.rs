//! The gate before the age crate: its header parser is quadratic in the number of recipients and
//! lenient in two places, so a header first has to be short and to follow the grammar to the
//! letter (C2SP/age, "Header"). Then the file is opened.

use std::cell::Cell;
use std::io::{BufReader, Cursor, Read};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use super::code::Code;
use super::limit;
use super::source::Source;
use crate::exchange::recipient::{Identity, Recipient};

/// First line of an age file.
const INTRODUCTION: &[u8] = b"age-encryption.org/v1";
/// First line of an age file in text form.
const ARMOR: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";
/// Longest line of a recipient's body.
const COLUMNS: usize = 64;

/// A header that follows the grammar.
pub(super) struct Header {
    /// Kinds of recipients: `X25519`…
    pub(super) kinds: Vec<String>,
    /// Every byte read so far: the header and the beginning of what follows.
    read: Vec<u8>,
}

/// Reads the header and checks it.
pub(super) fn enter(source: &mut Source<'_>) -> Result<Header, Code> {
    let mut read = Vec::with_capacity(limit::HEADER);
    source.take(limit::HEADER as u64).read_to_end(&mut read).map_err(|_| Code::Unreadable)?;
    let kinds = check(&read).map_err(|refusal| match refusal {
        // What is not finished is too long, or the file is.
        Refusal::Unfinished if read.len() < limit::HEADER => Code::Damaged,
        Refusal::Unfinished => Code::HeaderTooLong,
        Refusal::Because(code) => code,
    })?;
    Ok(Header { kinds, read })
}

/// Opens the file with the first identity that fits, and says which recipient that is.
pub(super) fn open<'a>(
    header: Header,
    source: &'a mut (dyn Read + 'a),
    identities: &[Identity],
) -> Result<(impl Read + use<'a>, Recipient), Code> {
    if identities.is_empty() {
        return Err(Code::NoKey);
    }
    let input = BufReader::new(Cursor::new(header.read).chain(source));
    let decryptor = age::Decryptor::new_buffered(input).map_err(|error| code_of(&error))?;
    // Identities are drawn one at a time until one fits: the last one drawn is that one.
    let drawn = Cell::new(None);
    let attempts = identities.iter().inspect(|identity| drawn.set(Some(*identity)));
    let keys = attempts.map(|identity| identity.key() as &dyn age::Identity);
    let stream = decryptor.decrypt(keys).map_err(|error| code_of(&error))?;
    let recipient = drawn.get().map(Identity::recipient).ok_or(Code::NotForUs)?;
    Ok((stream, recipient))
}

const fn code_of(error: &age::DecryptError) -> Code {
    match error {
        age::DecryptError::NoMatchingKeys => Code::NotForUs,
        age::DecryptError::InvalidMac | age::DecryptError::DecryptionFailed => Code::HeaderAltered,
        age::DecryptError::Io(_) => Code::Damaged,
        _ => Code::HeaderForm,
    }
}

enum Refusal {
    Unfinished,
    Because(Code),
}

/// Checks the grammar, and gives the kinds of recipients.
fn check(bytes: &[u8]) -> Result<Vec<String>, Refusal> {
    let mut lines = Lines(bytes);
    introduction(bytes)?;
    lines.next()?;
    let mut kinds = Vec::new();
    loop {
        let line = lines.next()?;
        if let Some(mac) = line.strip_prefix(b"--- ") {
            let complete = mac.len() == 43 && is_base64(mac) && !kinds.is_empty();
            return if complete { Ok(kinds) } else { Err(Refusal::Because(Code::HeaderForm)) };
        }
        let arguments = line.strip_prefix(b"-> ").ok_or(Refusal::Because(Code::HeaderForm))?;
        if kinds.len() == limit::STANZAS {
            return Err(Refusal::Because(Code::HeaderTooLong));
        }
        kinds.push(kind(arguments)?);
        body(&mut lines)?;
    }
}

fn introduction(bytes: &[u8]) -> Result<(), Refusal> {
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    if line == INTRODUCTION {
        return Ok(());
    }
    let cut = bytes.len() < INTRODUCTION.len() && INTRODUCTION.starts_with(bytes);
    Err(match () {
        () if bytes.is_empty() => Refusal::Because(Code::Empty),
        () if cut => Refusal::Unfinished,
        () if line.starts_with(ARMOR) => Refusal::Because(Code::Armored),
        () => Refusal::Because(Code::NotAge),
    })
}

fn kind(arguments: &[u8]) -> Result<String, Refusal> {
    let mut words = arguments.split(|byte| *byte == b' ');
    let sound = words.clone().all(|word| !word.is_empty() && word.iter().all(u8::is_ascii_graphic));
    let kind = words.next().filter(|_| sound).ok_or(Refusal::Because(Code::HeaderForm))?;
    if kind == b"scrypt" {
        return Err(Refusal::Because(Code::Passphrase));
    }
    Ok(String::from_utf8_lossy(kind).into_owned())
}

/// Full lines, then one that is shorter, even if that means empty.
fn body(lines: &mut Lines<'_>) -> Result<(), Refusal> {
    loop {
        let line = lines.next()?;
        if line.len() > COLUMNS || !is_base64(line) {
            return Err(Refusal::Because(Code::HeaderForm));
        }
        if line.len() < COLUMNS {
            return Ok(());
        }
    }
}

fn is_base64(text: &[u8]) -> bool {
    STANDARD_NO_PAD.decode(text).is_ok()
}

struct Lines<'a>(&'a [u8]);

impl<'a> Lines<'a> {
    fn next(&mut self) -> Result<&'a [u8], Refusal> {
        let end = self.0.iter().position(|byte| *byte == b'\n').ok_or(Refusal::Unfinished)?;
        let (line, rest) = self.0.split_at(end);
        self.0 = &rest[1..];
        Ok(line)
    }
}
