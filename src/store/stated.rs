//! What a backup says of itself, sealed: how far the store had come, and what stood on its shelf.
//! A backup that lacks something does not hold together, however sound the rest of it is.

use std::path::Path;

use super::anchor::Anchor;
use super::error::Error;
use super::files::Files;
use super::keys::Keys;
use super::shelf::Shelf;
use super::small::read_if_there;
use crate::crypto::{CryptoError, open, seal};
use crate::journal::entry::Digest;

/// Name of the file that says it.
pub(super) const STATED: &str = "stated";

/// What a backup says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stated {
    /// How far the store had come.
    pub(super) anchor: Anchor,
    /// Digest of what stood on the shelf, and of the attachments if there were any.
    pub(super) shelf: Digest,
}

impl Stated {
    /// What a store that has come as far as `anchor`, and has this shelf and these attachments
    /// ([`super::blobs::listed`]), says.
    pub(super) fn of(anchor: Anchor, shelf: &Shelf, keys: &Keys, blobs: &[u8]) -> Result<Self, Error> {
        let (digest, writings) = shelf.examine(keys)?;
        // A backup made before there were attachments still says what it said.
        let digest = match blobs {
            [] => digest,
            _ => Digest::of(b"jalon-kept-v1", &[digest.0.as_slice(), blobs].concat()),
        };
        Ok(Self { anchor: Anchor { shelf: writings, ..anchor }, shelf: digest })
    }

    /// What the backup in `folder` says; `None` when it says nothing, or not soundly.
    pub(super) fn read(files: &dyn Files, keys: &Keys, folder: &Path) -> Result<Option<Self>, Error> {
        let sealed = read_if_there(files, &folder.join(STATED))?;
        Ok(sealed.and_then(|sealed| Self::from_sealed(keys, &sealed)))
    }

    pub(super) fn to_sealed(self, keys: &Keys) -> Result<Vec<u8>, CryptoError> {
        let plain = [self.anchor.to_plain().as_slice(), &self.shelf.0].concat();
        seal(&keys.anchor, &keys.context("stated/1", &[]), &plain)
    }

    fn from_sealed(keys: &Keys, sealed: &[u8]) -> Option<Self> {
        let plain = open(&keys.anchor, &keys.context("stated/1", &[]), sealed).ok()?;
        let (shelf, anchor) = plain.split_last_chunk::<32>().map(|(anchor, shelf)| (shelf, anchor))?;
        Some(Self { anchor: Anchor::from_plain(anchor)?, shelf: Digest(*shelf) })
    }
}
