//! The parts of a workbook: a ZIP archive opened with limits on what it may hold.
//!
//! Sizes that an archive declares are not believed: bytes are counted as they are inflated, over
//! the whole archive and between two tags.

use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::Xml;
use crate::tabular::expected::Expected;

/// Most that the parts of one workbook hold once inflated, in bytes.
pub const LARGEST_CONTENT: u64 = 512 << 20;
/// Most bytes of a cell, and between two tags of a part. Spreadsheets keep 32,767 characters.
pub const LARGEST_CELL: usize = 1 << 20;
/// Most parts: a workbook has a few dozen, more with pictures.
const MOST_PARTS: usize = 10_000;
/// Starts the description of a part in the archive's directory.
const PART: &[u8] = b"PK\x01\x02";

/// An open archive.
pub struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Names as they are looked for: small letters, `/` only. Some tools write neither.
    names: HashMap<String, usize>,
    left: u64,
}

impl<'a> Parts<'a> {
    /// Opens an archive.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Expected> {
        // Counted before the directory is read: a megabyte of it makes a hundred of memory.
        if bytes.windows(PART.len()).filter(|bytes| *bytes == PART).count() > MOST_PARTS {
            return Err(too_large());
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| refused(&error))?;
        let mut names = HashMap::new();
        for at in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(at) {
                names.entry(sought(&name)).or_insert(at);
            }
        }
        Ok(Self { archive, names, left: LARGEST_CONTENT })
    }

    /// Whether there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.names.contains_key(&sought(name))
    }

    /// The part of this name, tag after tag; `None` if there is none.
    pub fn xml(&mut self, name: &str) -> Result<Option<Xml<'_>>, Expected> {
        Ok(self.part(name)?.map(Xml::new))
    }

    /// The first bytes of a part, empty if there is none.
    pub fn start_of(&mut self, name: &str, length: u64) -> Result<Vec<u8>, Expected> {
        let mut start = Vec::new();
        if let Some(part) = self.part(name)? {
            part.take(length).read_to_end(&mut start).map_err(|_| Expected::Whole)?;
        }
        Ok(start)
    }

    fn part(&mut self, name: &str) -> Result<Option<Gauge<'_>>, Expected> {
        let Some(at) = self.names.get(&sought(name)) else { return Ok(None) };
        let part = self.archive.by_index(*at).map_err(|error| refused(&error))?;
        let part: Box<dyn Read + '_> = Box::new(part);
        Ok(Some(Gauge { part: BufReader::new(part), left: &mut self.left, piece_left: LARGEST_CELL as u64 }))
    }
}

/// A part being read, and how much more of it is borne.
pub struct Gauge<'a> {
    part: BufReader<Box<dyn Read + 'a>>,
    left: &'a mut u64,
    piece_left: u64,
}

impl Gauge<'_> {
    /// Another piece begins.
    pub const fn begin_piece(&mut self) {
        self.piece_left = LARGEST_CELL as u64;
    }
}

impl BufRead for Gauge<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if *self.left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        if self.piece_left == 0 {
            return Err(io::ErrorKind::QuotaExceeded.into());
        }
        self.part.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        *self.left = self.left.saturating_sub(amount as u64);
        self.piece_left = self.piece_left.saturating_sub(amount as u64);
        self.part.consume(amount);
    }
}

impl Read for Gauge<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

/// What is refused of a workbook that holds too much.
pub const fn too_large() -> Expected {
    Expected::SmallerWorkbook { limit_mib: (LARGEST_CONTENT >> 20) as usize }
}

/// What is refused of a part that cannot be inflated, or holds too much.
pub fn refused_io(kind: io::ErrorKind) -> Expected {
    match kind {
        io::ErrorKind::FileTooLarge => too_large(),
        io::ErrorKind::QuotaExceeded => Expected::SmallerCell { limit_mib: LARGEST_CELL >> 20 },
        _ => Expected::Whole,
    }
}

fn refused(error: &ZipError) -> Expected {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Expected::Unlocked,
        _ => Expected::Whole,
    }
}

fn sought(name: &str) -> String {
    name.replace('\\', "/").to_lowercase()
}
