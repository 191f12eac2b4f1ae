//! Bundles (*lots d'envoi*), format `jalon-bundle/1`: an age file that holds a canonical ustar of
//! a manifest, its signature, the entries and the attachments. See `docs/format-lot.md`.
//!
//! Writing: [`contents`] then [`mod@write`]. Reading: [`read`], the one path for looking at a bundle
//! and for taking it in. Nothing here decides what becomes of the entries.

pub mod code;
pub mod contents;
mod frame;
mod gate;
pub mod ledger;
mod line;
pub mod manifest;
pub mod name;
pub mod padding;
mod parts;
pub mod read;
mod sender;
mod source;
pub mod stages;
mod succession;
mod unpack;
mod ustar;
pub mod write;

/// Name of the manifest, first in the archive.
const MANIFEST: &str = "manifest.json";
/// Name of its signature, second in the archive.
const SIGNATURE: &str = "manifest.json.sig";

/// Caps that hold before anything is allocated. Sizes in bytes.
pub mod limit {
    /// An age header, from its first byte to its last line feed.
    pub const HEADER: usize = 16 << 10;
    /// Recipients of an age header.
    pub const STANZAS: usize = 16;
    /// A manifest.
    pub const MANIFEST: u64 = 1 << 20;
    /// An armored signature.
    pub const SIGNATURE: u64 = 4 << 10;
    /// A segment of entries, before compression.
    pub const SEGMENT: u64 = 8 << 20;
    /// A segment of entries, compressed: what zstd needs at worst for [`SEGMENT`].
    pub const FRAME: u64 = SEGMENT + (64 << 10);
    /// One entry, as a line.
    pub const LINE: usize = 256 << 10;
    /// Parts of a bundle.
    pub const PARTS: usize = 10_000;
    /// Entries of a bundle.
    pub const ENTRIES: u64 = 2_000_000;
    /// A bundle, compressed or not: what a FAT32 stick can hold.
    pub const TOTAL: u64 = (4 << 30) - 1;
    /// Journals of a bundle.
    pub const JOURNALS: usize = 1_000;
    /// Recipients that a manifest names.
    pub const RECIPIENTS: usize = STANZAS;
}
