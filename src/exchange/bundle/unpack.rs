//! Reading the archive: every block is compared with the one that must be there.

use std::io::{ErrorKind, Read};

use sha2::{Digest as _, Sha256};

use super::code::Code;
use super::manifest::Part;
use super::{padding, ustar};

/// Bytes of an attachment handed over at a time.
const CHUNK: usize = 64 << 10;

/// An archive that is read once, forward.
pub(super) struct Unpacker<R> {
    stream: R,
    read: u64,
}

impl<R: Read> Unpacker<R> {
    pub(super) const fn new(stream: R) -> Self {
        Self { stream, read: 0 }
    }

    /// A file whose size only its header tells: `otherwise` when it is not `name`, of 1 to `cap`
    /// bytes.
    pub(super) fn first(&mut self, name: &str, cap: u64, otherwise: Code) -> Result<Vec<u8>, Code> {
        let block = self.block(otherwise)?;
        let size = ustar::size_in(&block, name).filter(|size| (1..=cap).contains(size)).ok_or(otherwise)?;
        let bytes = self.bytes(size)?;
        self.zeros(ustar::gap_after(size), Code::PartHeader)?;
        Ok(bytes)
    }

    /// The bytes of a part, which are the signed ones.
    pub(super) fn part(&mut self, part: &Part) -> Result<Vec<u8>, Code> {
        self.header(part)?;
        let bytes = self.bytes(part.size)?;
        if <[u8; 32]>::from(Sha256::digest(&bytes)) != part.sha256.0 {
            return Err(Code::PartDigest);
        }
        self.zeros(ustar::gap_after(part.size), Code::PartHeader)?;
        Ok(bytes)
    }

    /// Hands over the bytes of a part, then tells whether they were the signed ones.
    pub(super) fn blob(&mut self, part: &Part, mut sink: impl FnMut(&[u8])) -> Result<(), Code> {
        self.header(part)?;
        let mut hash = Sha256::new();
        let mut buffer = vec![0; CHUNK];
        let mut left = part.size;
        while left > 0 {
            let length = usize::try_from(left).map_or(CHUNK, |left| left.min(CHUNK));
            self.fill(&mut buffer[..length], Code::PartHeader)?;
            hash.update(&buffer[..length]);
            sink(&buffer[..length]);
            left -= length as u64;
        }
        if <[u8; 32]>::from(hash.finalize()) != part.sha256.0 {
            return Err(Code::PartDigest);
        }
        self.zeros(ustar::gap_after(part.size), Code::PartHeader)
    }

    /// Checks that zeros follow up to the padded size, then nothing. Reaching the end of the
    /// stream is what makes age check its last tag.
    pub(super) fn end(mut self) -> Result<(), Code> {
        let end = self.read + 2 * ustar::BLOCK;
        self.zeros(padding::padme(end) - self.read, Code::ArchiveEnd)?;
        match self.some(&mut [0])? {
            0 => Ok(()),
            _ => Err(Code::ArchiveEnd),
        }
    }

    fn header(&mut self, part: &Part) -> Result<(), Code> {
        let expected = ustar::header(&part.name, part.size);
        if self.block(Code::PartHeader)? == expected { Ok(()) } else { Err(Code::PartHeader) }
    }

    fn block(&mut self, short: Code) -> Result<ustar::Block, Code> {
        let mut block = [0; ustar::BLOCK as usize];
        self.fill(&mut block, short)?;
        Ok(block)
    }

    /// `size` bytes, which the caller holds under a cap; allocated as they come.
    fn bytes(&mut self, size: u64) -> Result<Vec<u8>, Code> {
        let mut bytes = Vec::new();
        let read = (&mut self.stream).take(size).read_to_end(&mut bytes).map_err(|_| Code::Damaged)?;
        self.read += read as u64;
        if read as u64 == size { Ok(bytes) } else { Err(Code::PartHeader) }
    }

    fn zeros(&mut self, count: u64, otherwise: Code) -> Result<(), Code> {
        let mut left = count;
        let mut buffer = [0; 4096];
        while left > 0 {
            let length = usize::try_from(left).map_or(buffer.len(), |left| left.min(buffer.len()));
            self.fill(&mut buffer[..length], otherwise)?;
            if buffer[..length].iter().any(|byte| *byte != 0) {
                return Err(otherwise);
            }
            left -= length as u64;
        }
        Ok(())
    }

    /// Fills the buffer: `short` when the archive ends before, though its encryption is whole.
    fn fill(&mut self, buffer: &mut [u8], short: Code) -> Result<(), Code> {
        let mut filled = 0;
        while filled < buffer.len() {
            match self.some(&mut buffer[filled..])? {
                0 => return Err(short),
                read => filled += read,
            }
        }
        self.read += filled as u64;
        Ok(())
    }

    fn some(&mut self, buffer: &mut [u8]) -> Result<usize, Code> {
        loop {
            match self.stream.read(buffer) {
                Ok(read) => return Ok(read),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(_) => return Err(Code::Damaged),
            }
        }
    }
}
