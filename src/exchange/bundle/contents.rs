//! What a bundle will carry: entries packed into segments as they come, then attachments.

use std::io::Read;

use sha2::{Digest as _, Sha256};

use super::code::Code;
use super::manifest::{Ack, Life, Nack, Part, Stretch};
use super::parts::{blob_name, segment_name};
use super::{frame, limit, line};
use crate::domain::file::EntryId;
use crate::domain::id::StationId;
use crate::journal::entry::{Digest, Entry, Head};

/// Segments are cut at this size: four are compressed while one is read, none fills the cap.
const CUT: usize = 4 << 20;

/// Why something cannot travel.
#[derive(Debug, thiserror::Error)]
pub enum CannotCarry {
    /// An entry that a receiver would refuse.
    #[error("entry {entry}: {}", code.code())]
    Entry {
        /// Which one.
        entry: EntryId,
        /// What the receiver would say.
        code: Code,
    },
    /// More than a bundle can hold.
    #[error("more than a bundle can hold")]
    TooMuch,
    /// Compression failed.
    #[error("compression: {0}")]
    Compression(#[from] std::io::Error),
}

impl CannotCarry {
    /// Stable id of its messages.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Entry { .. } => "bundle-cannot-carry-entry",
            Self::TooMuch => "bundle-too-much",
            Self::Compression(_) => "bundle-compression",
        }
    }

    /// Values of its messages.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Entry { entry, .. } => vec![("entry", entry.sequence.to_string())],
            Self::TooMuch | Self::Compression(_) => Vec::new(),
        }
    }
}

/// An attachment: what it must be, and where its bytes come from.
pub struct Attachment<'a> {
    /// SHA-256 of the bytes.
    pub sha256: Digest,
    /// How many bytes.
    pub size: u64,
    /// The bytes; read once, while the bundle is written.
    pub bytes: &'a mut dyn Read,
}

/// What a bundle will carry. Entries are checked as a receiver will check them.
#[derive(Default)]
pub struct Contents<'a> {
    pub(super) stretches: Vec<Stretch>,
    pub(super) parts: Vec<Part>,
    pub(super) segments: Vec<Vec<u8>>,
    pub(super) attachments: Vec<Attachment<'a>>,
    pub(super) acks: Vec<Ack>,
    pub(super) lives: Vec<Life>,
    pub(super) nacks: Vec<Nack>,
    open: Vec<u8>,
}

impl<'a> Contents<'a> {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Says of which lives journals follow, besides the first of each store.
    pub fn speak_of(&mut self, mut lives: Vec<Life>) {
        lives.sort_unstable();
        self.lives = lives;
    }

    /// Says that a stretch of the journal of `station` follows, after the entry at `after`.
    /// Journals come in the order of their stations. A stretch may stay empty: it still tells
    /// the receiver where the journal ends.
    ///
    /// # Errors
    /// [`CannotCarry::TooMuch`] for a journal out of order.
    pub fn begin(&mut self, station: StationId, after: Head) -> Result<(), CannotCarry> {
        let ordered = self.stretches.last().is_none_or(|last| last.station < station);
        if !ordered || self.stretches.len() == limit::JOURNALS {
            return Err(CannotCarry::TooMuch);
        }
        let (from, to, head) = (after.sequence + 1, after.sequence, after.digest);
        self.stretches.push(Stretch { station, from, to, head });
        Ok(())
    }

    /// Adds the next entry of the journal begun last.
    ///
    /// # Errors
    /// [`CannotCarry`]; the contents are then of no use.
    pub fn push(&mut self, entry: &Entry) -> Result<(), CannotCarry> {
        let refuse = |code| CannotCarry::Entry { entry: entry.id(), code };
        let stretch = self.stretches.last_mut().ok_or_else(|| refuse(Code::EntryChain))?;
        let before = Head { sequence: stretch.to, digest: stretch.head };
        if entry.header.station != stretch.station || entry.check_follows(before).is_err() {
            return Err(refuse(Code::EntryChain));
        }
        let start = self.open.len();
        line::append(&mut self.open, entry);
        line::parse(&self.open[start..self.open.len() - 1]).map_err(refuse)?;
        let head = entry.head();
        (stretch.to, stretch.head) = (head.sequence, head.digest);
        if self.open.len() >= CUT { self.cut() } else { Ok(()) }
    }

    /// Adds an attachment. They travel in the order of their digests.
    pub fn attach(&mut self, attachment: Attachment<'a>) {
        self.attachments.push(attachment);
    }

    /// Tells the addressee what was taken in of it, and what was refused.
    pub fn answer(&mut self, acks: Vec<Ack>, nacks: Vec<Nack>) {
        (self.acks, self.nacks) = (acks, nacks);
    }

    /// How many entries so far.
    pub fn entries(&self) -> u64 {
        self.stretches.iter().map(Stretch::entries).sum()
    }

    /// Closes the last segment and lists every part.
    pub(super) fn finish(&mut self) -> Result<(), CannotCarry> {
        if !self.open.is_empty() {
            self.cut()?;
        }
        self.attachments.sort_by_key(|attachment| attachment.sha256.0);
        self.attachments.dedup_by_key(|attachment| attachment.sha256.0);
        let blobs = self.attachments.iter().map(|it| Part {
            name: blob_name(&it.sha256),
            raw: it.size,
            sha256: it.sha256,
            size: it.size,
        });
        self.parts.extend(blobs);
        let total = self.parts.iter().try_fold(0_u64, |sum, part| sum.checked_add(part.size.max(part.raw)));
        let fits = total.is_some_and(|total| total <= limit::TOTAL - limit::MANIFEST)
            && self.parts.len() <= limit::PARTS
            && self.entries() <= limit::ENTRIES;
        if fits { Ok(()) } else { Err(CannotCarry::TooMuch) }
    }

    fn cut(&mut self) -> Result<(), CannotCarry> {
        let segment = frame::deflate(&self.open)?;
        self.parts.push(Part {
            name: segment_name(self.segments.len()),
            raw: self.open.len() as u64,
            sha256: Digest(Sha256::digest(&segment).into()),
            size: segment.len() as u64,
        });
        self.segments.push(segment);
        self.open.clear();
        Ok(())
    }
}
