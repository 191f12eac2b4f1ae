//! The file being read: counts its bytes, and remembers when the medium itself failed, so that a
//! bad stick is not called a forgery.

use std::io::{self, ErrorKind, Read};

/// What a bundle is read from.
pub(super) struct Source<'a> {
    input: &'a mut dyn Read,
    bytes: u64,
    failed: bool,
}

impl<'a> Source<'a> {
    pub(super) const fn new(input: &'a mut dyn Read) -> Self {
        Self { input, bytes: 0, failed: false }
    }

    /// How many bytes were read.
    pub(super) const fn size(&self) -> u64 {
        self.bytes
    }

    /// Whether the medium failed.
    pub(super) const fn has_failed(&self) -> bool {
        self.failed
    }
}

impl Read for Source<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer);
        match &read {
            Ok(count) => self.bytes += *count as u64,
            Err(error) => self.failed |= error.kind() != ErrorKind::Interrupted,
        }
        read
    }
}
