//! The anchor: how far the store had come, kept outside it, so that an old copy put back in its
//! place is noticed.

use super::keys::Keys;
use crate::crypto::{CryptoError, open, seal};
use crate::journal::entry::{Digest, Head};

/// How far the store had come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Anchor {
    /// See `StationFile::epoch`.
    pub(super) epoch: u64,
    /// Generation of the keyring.
    pub(super) keyring: u64,
    /// How many entries there were, other stations' included.
    pub(super) entries: u64,
    /// Where the station's own journal ends.
    pub(super) head: Head,
    /// See `Shelf::writings`.
    pub(super) shelf: u64,
}

impl Anchor {
    pub(super) fn to_sealed(self, keys: &Keys) -> Result<Vec<u8>, CryptoError> {
        seal(&keys.anchor, &keys.context("anchor/1", &[]), &self.to_plain())
    }

    /// `None` when the bytes are damaged, or another store's.
    pub(super) fn from_sealed(keys: &Keys, sealed: &[u8]) -> Option<Self> {
        Self::from_plain(&open(&keys.anchor, &keys.context("anchor/1", &[]), sealed).ok()?)
    }

    pub(super) fn to_plain(self) -> Vec<u8> {
        let mut plain = Vec::with_capacity(72);
        for number in [self.epoch, self.keyring, self.entries, self.head.sequence] {
            plain.extend_from_slice(&number.to_be_bytes());
        }
        plain.extend_from_slice(&self.head.digest.0);
        plain.extend_from_slice(&self.shelf.to_be_bytes());
        plain
    }

    pub(super) fn from_plain(plain: &[u8]) -> Option<Self> {
        let number = |at: usize| Some(u64::from_be_bytes(plain.get(at..at + 8)?.try_into().ok()?));
        Some(Self {
            epoch: number(0)?,
            keyring: number(8)?,
            entries: number(16)?,
            head: Head { sequence: number(24)?, digest: Digest(plain.get(32..64)?.try_into().ok()?) },
            // The first anchors did not count it.
            shelf: number(64).unwrap_or(0),
        })
    }
}
