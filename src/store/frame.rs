//! One frame: what one save wrote, whole or not at all.
//!
//! ```text
//! magic 8 | number 8 | station 16 | first sequence 8 | entries 4 | length 4
//! body: for each entry, length 4 and its sealed record
//! closing: sealed head of the journal after the frame; it binds all the bytes before it
//! ```
//! Numbers are big-endian. Frames are numbered through all segments, in the order in which they
//! were written; the number of a save that failed is used again.

use super::keys::Keys;
use crate::crypto::{CryptoError, SEALING_BYTES, open, seal};
use crate::domain::id::StationId;
use crate::journal::entry::{Digest, Head};

/// Starts every frame; random bytes have it once in 2^64, and then the closing tells.
pub(super) const MAGIC: &[u8; 8] = b"JalonFr1";
/// Bytes before the body.
const START: usize = 48;
/// Bytes of the closing.
const CLOSING: usize = SEALING_BYTES + 40;
/// Most bytes of one frame: an import of a hundred thousand entries.
pub(super) const FRAME_LIMIT: usize = 256 * 1024 * 1024;

/// Numbers of entries stay below what every JSON reader holds exactly.
const LAST_SEQUENCE: u64 = 1 << 53;

/// What a sound frame says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame {
    /// Place among all frames, from 1.
    pub(super) number: u64,
    /// Whose journal it continues.
    pub(super) station: StationId,
    /// Sequence of its first entry.
    pub(super) first: u64,
    /// How many entries it has, at least one.
    pub(super) count: u32,
    /// Bytes of its body.
    body: u32,
    /// Where the journal stands after it.
    pub(super) head: Head,
}

impl Frame {
    /// Bytes on disk.
    pub(super) const fn length(&self) -> usize {
        START + self.body as usize + CLOSING
    }

    /// Sequence of its last entry.
    pub(super) const fn last(&self) -> u64 {
        self.first + self.count as u64 - 1
    }
}

/// Writes a frame of `records`, which follow each other from `first`.
pub(super) fn write(
    keys: &Keys,
    number: u64,
    station: StationId,
    records: &[Vec<u8>],
    head: Head,
) -> Result<Vec<u8>, CryptoError> {
    let body: usize = records.iter().map(|record| record.len() + 4).sum();
    let narrow = |size: usize| u32::try_from(size).expect("a frame is below FRAME_LIMIT").to_be_bytes();
    let first = head.sequence + 1 - records.len() as u64;
    let mut bytes = Vec::with_capacity(START + body + CLOSING);
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&number.to_be_bytes());
    bytes.extend_from_slice(&station.0);
    bytes.extend_from_slice(&first.to_be_bytes());
    bytes.extend_from_slice(&narrow(records.len()));
    bytes.extend_from_slice(&narrow(body));
    for record in records {
        bytes.extend_from_slice(&narrow(record.len()));
        bytes.extend_from_slice(record);
    }
    let mut plain = [0; 40];
    plain[..8].copy_from_slice(&head.sequence.to_be_bytes());
    plain[8..].copy_from_slice(&head.digest.0);
    let closing = seal(&keys.chain, &closing_context(keys, &bytes), &plain)?;
    bytes.extend_from_slice(&closing);
    Ok(bytes)
}

/// Reads the frame that `bytes` start with; `None` when they do not start with a sound one.
pub(super) fn read(keys: &Keys, bytes: &[u8]) -> Option<Frame> {
    let mut frame = start(bytes)?;
    let body_end = START + frame.body as usize;
    let closing = bytes.get(body_end..frame.length())?;
    let plain = open(&keys.chain, &closing_context(keys, &bytes[..body_end]), closing).ok()?;
    frame.head = Head { sequence: number_at(&plain, 0)?, digest: Digest(plain.get(8..40)?.try_into().ok()?) };
    let consistent = frame.count > 0 && frame.last() == frame.head.sequence;
    consistent.then_some(frame)
}

/// What the start of a frame says, checked by nothing yet.
pub(super) fn start(bytes: &[u8]) -> Option<Frame> {
    if bytes.get(..8)? != MAGIC {
        return None;
    }
    let body = u32::from_be_bytes(bytes.get(44..48)?.try_into().ok()?);
    let first = number_at(bytes, 32)?;
    if body as usize > FRAME_LIMIT || !(1..=LAST_SEQUENCE).contains(&first) {
        return None;
    }
    Some(Frame {
        number: number_at(bytes, 8)?,
        station: StationId(bytes.get(16..32)?.try_into().ok()?),
        first,
        count: u32::from_be_bytes(bytes.get(40..44)?.try_into().ok()?),
        body,
        head: Head::EMPTY,
    })
}

/// The records of a frame, as far as their lengths make sense, each with its sequence.
pub(super) fn records<'a>(frame: &Frame, bytes: &'a [u8]) -> Vec<(u64, &'a [u8])> {
    let end = bytes.len().min(START + frame.body as usize);
    let mut rest = bytes.get(START..end).unwrap_or_default();
    let mut records = Vec::new();
    for sequence in (frame.first..).take(frame.count as usize) {
        let Some((length, after)) = rest.split_first_chunk::<4>() else { break };
        let Some((record, after)) = after.split_at_checked(u32::from_be_bytes(*length) as usize) else {
            break;
        };
        records.push((sequence, record));
        rest = after;
    }
    records
}

fn number_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_be_bytes(bytes.get(at..at + 8)?.try_into().ok()?))
}

fn closing_context(keys: &Keys, bytes: &[u8]) -> Vec<u8> {
    keys.context("frame/1", &[bytes])
}
