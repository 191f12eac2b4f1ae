//! The manifest: what a bundle is, who wrote it for whom, and what it holds.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::code::Code;
use super::limit;
use super::line::is_shown;
use crate::domain::id::{EpochId, StationId};
use crate::journal::canonical;
use crate::journal::entry::{Digest, instant};
use crate::journal::journals::life_journal;

/// The format written here, and the only one read.
pub const FORMAT: &str = "jalon-bundle/1";
/// Version of the shape of payloads. Newer ones are read: unknown kinds are kept as they are.
pub const SCHEMA: u64 = 1;
/// Rules that must not be ignored and that this version knows: none yet.
const KNOWN_CRITICAL: [&str; 0] = [];

/// A stretch of one journal: entries `from` to `to`, both included; `from` is `to + 1` when there
/// is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// Whose journal.
    pub station: StationId,
    /// Number of the first entry.
    pub from: u64,
    /// Number of the last entry.
    pub to: u64,
    /// Chain digest of the last entry.
    pub head: Digest,
}

impl Stretch {
    /// How many entries; 0 as well for a stretch that makes no sense, in a bundle that is refused.
    pub const fn entries(&self) -> u64 {
        (self.to + 1).saturating_sub(self.from)
    }
}

/// A file of the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// `entries/NNNNNN.jsonl.zst` or `blobs/<sha256>`.
    pub name: String,
    /// Bytes once inflated; same as `size` for attachments.
    pub raw: u64,
    /// SHA-256 of the bytes of the archive.
    pub sha256: Digest,
    /// Bytes in the archive.
    pub size: u64,
}

/// A life of a station's store that a restoration began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Life {
    /// Which one: random.
    pub id: EpochId,
    /// Whose.
    pub station: StationId,
}

impl Life {
    /// The journal of that life.
    pub fn journal(&self) -> StationId {
        life_journal(self.station, self.id)
    }
}

/// A receipt: up to where a journal was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ack {
    /// The life of the store whose bundles are numbered.
    pub epoch: EpochId,
    /// Chain digest of the last entry taken in: the sender sees that it is its own.
    pub head: Digest,
    /// Of which journal, after a restoration; none of the sender's first, or of the centre's for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub journal: Option<StationId>,
    /// Number of the last bundle taken in.
    pub seq: u64,
    /// Number of the last entry taken in.
    pub to: u64,
}

/// A bundle that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nack {
    /// Why: a code of [`super::code::Code`].
    pub code: String,
    /// The life of the store whose bundles are numbered.
    pub epoch: EpochId,
    /// Its number.
    pub seq: u64,
}

/// What the sender says, and signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// What was taken in of the addressee: in return bundles only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acks: Vec<Ack>,
    /// Number of the last bundle that the sender knows to have been taken in; 0 for none.
    pub base: u64,
    /// Rules that a reader must know or refuse.
    pub crit: Vec<String>,
    /// How many entries.
    pub entries: u64,
    /// The life of the sender's store in which bundles are numbered.
    pub epoch: EpochId,
    /// [`FORMAT`].
    pub format: String,
    /// Who wrote it.
    pub from: StationId,
    /// Generation of the sender's store: it only grows.
    #[serde(rename = "gen")]
    pub generation: u64,
    /// Stretches of journals, by station.
    pub journals: Vec<Stretch>,
    /// Fingerprint of the key that signed: `SHA256:…`.
    pub key: String,
    /// Lives of the stores whose journals it carries, but the first of each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lives: Vec<Life>,
    /// What was refused of the addressee: in return bundles only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nacks: Vec<Nack>,
    /// Files of the archive, in order.
    pub parts: Vec<Part>,
    /// SHA-256 of the manifest of the bundle before; zeros for the first.
    pub prev: Digest,
    /// See [`SCHEMA`].
    pub schema: u64,
    /// Number of the bundle, from 1.
    pub seq: u64,
    /// When it was written.
    #[serde(with = "instant")]
    pub time: DateTime<Utc>,
    /// For whom it was encrypted: `age1…`.
    pub to: Vec<String>,
    /// What newer versions add: kept.
    #[serde(flatten)]
    pub unknown: BTreeMap<String, Value>,
}

impl Manifest {
    /// The journals of `station`, as far as it says: that of the first life of its store, and the others.
    pub fn journals_of(&self, station: StationId) -> impl Iterator<Item = StationId> {
        let lives = self.lives.iter().filter(move |life| life.station == station);
        std::iter::once(station).chain(lives.map(Life::journal))
    }

    /// The journal in which a station that sends it writes now.
    pub fn present_journal(&self) -> StationId {
        let present = Life { id: self.epoch, station: self.from };
        if self.lives.contains(&present) { present.journal() } else { self.from }
    }

    /// Whether nobody writes in a journal any more: its station's store has begun another life. It may end
    /// earlier here than there.
    pub fn is_closed(&self, journal: StationId) -> bool {
        let is_of = |life: &Life| life.station == journal || life.journal() == journal;
        journal != self.present_journal() && self.lives.iter().any(is_of)
    }

    /// The bytes that are signed: canonical JSON and a line feed.
    ///
    /// # Panics
    /// Never for a manifest made here or read: it holds integers and ASCII keys.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = canonical::to_bytes(self).expect("a manifest holds integers and ASCII keys");
        bytes.push(b'\n');
        bytes
    }

    /// Reads the bytes of a manifest whose signature holds.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, Code> {
        let text = bytes.strip_suffix(b"\n").ok_or(Code::ManifestForm)?;
        let value = canonical::from_bytes(text).map_err(|_| Code::ManifestForm)?;
        // The format says how to read the rest, so it is read before the rest.
        if value.get("format").and_then(Value::as_str).is_some_and(|format| format != FORMAT) {
            return Err(Code::NewerFormat);
        }
        if !is_shown(&value) {
            return Err(Code::ManifestForm);
        }
        let critical = value.get("crit").and_then(Value::as_array);
        if critical.is_some_and(|rules| rules.iter().any(|rule| !KNOWN_CRITICAL.iter().any(|it| rule == it)))
        {
            return Err(Code::UnknownCritical);
        }
        let manifest: Self = serde_json::from_value(value).map_err(|_| Code::ManifestForm)?;
        if manifest.lives.len() > limit::JOURNALS {
            return Err(Code::ManifestForm);
        }
        let numbered = manifest.seq >= 1 && manifest.base < manifest.seq;
        let first = (manifest.seq == 1) == (manifest.prev == Digest::ZERO);
        if numbered && first { Ok(manifest) } else { Err(Code::ManifestForm) }
    }
}

/// What the next manifest calls `prev`: the plain SHA-256 of a manifest, as `sha256sum` gives it.
pub fn digest(manifest: &[u8]) -> Digest {
    Digest(Sha256::digest(manifest).into())
}
