//! One entry: a header, which is chained, and a payload, which the header fingerprints. The header keeps
//! the moment of writing beside the day that the payload speaks of (R9.3.5-01).

use chrono::{DateTime, SecondsFormat, SubsecRound, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::canonical::{self, NotCanonical};
use crate::domain::file::EntryId;
use crate::domain::id::{ObjectId, PersonId, StationId, from_hex, to_hex};

/// A SHA-256 digest.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// What the first entry of a journal follows.
    pub const ZERO: Self = Self([0; 32]);

    /// The digest of `label` then `bytes`. Labels keep digests of different things apart.
    pub fn of(label: &[u8], bytes: &[u8]) -> Self {
        Self(Sha256::new().chain_update(label).chain_update([0]).chain_update(bytes).finalize().into())
    }
}

impl std::fmt::Display for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&to_hex(&self.0))
    }
}

impl std::fmt::Debug for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Digest({self})")
    }
}

impl Serialize for Digest {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        from_hex(&text).map(Self).ok_or_else(|| serde::de::Error::custom("a digest is 64 hexadecimal digits"))
    }
}

/// Digest label of payloads.
const PAYLOAD: &[u8] = b"jalon-payload-v1";
/// Digest label of the chain.
const CHAIN: &[u8] = b"jalon-chain-v1";

/// What is chained, and what stays when a person is erased: no name, no text, no date of life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Instant at which it was written, whole seconds.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
    /// What the payload is a version of: `person`, `interview`… Kinds of newer versions are kept.
    pub kind: String,
    /// The thing that has versions.
    pub object: ObjectId,
    /// Digest of the payload.
    pub payload: Digest,
    /// The person it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// Chain digest of the entry before, [`Digest::ZERO`] for the first.
    pub previous: Digest,
    /// The version that this one succeeds.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "entry_id")]
    pub replaces: Option<EntryId>,
    /// Number in this station's journal, from 1, without gaps.
    pub sequence: u64,
    /// Whose journal.
    pub station: StationId,
}

/// An entry that is not in the journal yet: it has no number and no place in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// See [`Header::kind`].
    pub kind: String,
    /// See [`Header::object`].
    pub object: ObjectId,
    /// See [`Header::person`].
    pub person: Option<PersonId>,
    /// See [`Header::replaces`].
    pub replaces: Option<EntryId>,
    /// Canonical bytes of the payload ([`super::payload`]).
    pub payload: Vec<u8>,
}

/// Where a journal ends: the number and chain digest of its last entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Number of the last entry; 0 for an empty journal.
    pub sequence: u64,
    /// Chain digest of the last entry; [`Digest::ZERO`] for an empty journal.
    pub digest: Digest,
}

impl Head {
    /// The head of an empty journal.
    pub const EMPTY: Self = Self { sequence: 0, digest: Digest::ZERO };
}

/// An entry of the journal: the exact bytes that were chained, and what they say.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    /// What the header bytes say.
    pub header: Header,
    /// Canonical bytes of the header.
    pub header_bytes: Vec<u8>,
    /// Canonical bytes of the payload; `None` once the person was erased.
    pub payload: Option<Vec<u8>>,
}

/// Why bytes are not the entry that was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadEntry {
    /// The header is not canonical JSON of the known shape.
    #[error("header: {0}")]
    Header(NotCanonical),
    /// The payload is not the one that the header fingerprints.
    #[error("the payload is not the one of its header")]
    Payload,
    /// It does not follow the entry before it.
    #[error("it does not follow the entry before it")]
    Chain,
}

impl Entry {
    /// Makes the entry that follows `head` in the journal of `station`.
    pub fn following(head: Head, station: StationId, at: DateTime<Utc>, draft: Draft) -> Self {
        let header = Header {
            at: at.trunc_subsecs(0),
            kind: draft.kind,
            object: draft.object,
            payload: Digest::of(PAYLOAD, &draft.payload),
            person: draft.person,
            previous: head.digest,
            replaces: draft.replaces,
            sequence: head.sequence + 1,
            station,
        };
        let header_bytes = canonical::to_bytes(&header).expect("a header holds integers and ASCII keys");
        Self { header, header_bytes, payload: Some(draft.payload) }
    }

    /// Reads an entry from the bytes of its header and, unless it was erased, of its payload.
    ///
    /// # Errors
    /// [`BadEntry::Header`] or [`BadEntry::Payload`]; the chain is [`Entry::check_follows`].
    pub fn from_bytes(header_bytes: Vec<u8>, payload: Option<Vec<u8>>) -> Result<Self, BadEntry> {
        let header: Header =
            serde_json::from_slice(&header_bytes).map_err(|_| BadEntry::Header(NotCanonical::Syntax))?;
        let entry = Self { header, header_bytes, payload: None };
        match payload {
            Some(payload) => entry.with_payload(payload),
            None => Ok(entry),
        }
    }

    /// The same entry with its payload, whose key is known only once the header is read.
    ///
    /// # Errors
    /// [`BadEntry::Payload`].
    pub fn with_payload(mut self, payload: Vec<u8>) -> Result<Self, BadEntry> {
        if Digest::of(PAYLOAD, &payload) != self.header.payload {
            return Err(BadEntry::Payload);
        }
        self.payload = Some(payload);
        Ok(self)
    }

    /// Which entry of which journal this is.
    pub fn id(&self) -> EntryId {
        EntryId { station: self.header.station, sequence: self.header.sequence }
    }

    /// The head of a journal that ends here.
    pub fn head(&self) -> Head {
        Head { sequence: self.header.sequence, digest: Digest::of(CHAIN, &self.header_bytes) }
    }

    /// Checks that this is the entry after `head`.
    ///
    /// # Errors
    /// [`BadEntry::Chain`] when its number or the digest before it is another.
    pub fn check_follows(&self, head: Head) -> Result<(), BadEntry> {
        let follows = self.header.sequence == head.sequence + 1 && self.header.previous == head.digest;
        if follows { Ok(()) } else { Err(BadEntry::Chain) }
    }
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Entry({}, {} […])", self.header.sequence, self.header.kind)
    }
}

/// Instants as `2026-11-22T10:00:00Z`.
pub(crate) mod instant {
    use super::{DateTime, Deserialize, SecondsFormat, Utc};

    pub(crate) fn serialize<S: serde::Serializer>(at: &DateTime<Utc>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&at.to_rfc3339_opts(SecondsFormat::Secs, true))
    }

    pub(crate) fn deserialize<'de, D: serde::Deserializer<'de>>(from: D) -> Result<DateTime<Utc>, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(from)?;
        DateTime::parse_from_rfc3339(&text).map(|at| at.to_utc()).map_err(serde::de::Error::custom)
    }
}

/// Entry identities as `station:number`.
pub(super) mod entry_id {
    use super::{Deserialize, EntryId};

    pub(in crate::journal) fn parse(text: &str) -> Option<EntryId> {
        let (station, sequence) = text.split_once(':')?;
        Some(EntryId { station: station.parse().ok()?, sequence: sequence.parse().ok()? })
    }

    pub(super) fn serialize<S: serde::Serializer>(id: &Option<EntryId>, to: S) -> Result<S::Ok, S::Error> {
        match id {
            Some(id) => to.collect_str(id),
            None => to.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: serde::Deserializer<'de>>(
        from: D,
    ) -> Result<Option<EntryId>, D::Error> {
        let text = Option::<std::borrow::Cow<'_, str>>::deserialize(from)?;
        text.map(|text| parse(&text).ok_or_else(|| serde::de::Error::custom("not an entry identity")))
            .transpose()
    }
}
