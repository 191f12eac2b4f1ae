//! Who is trusted: the list that the programme's root signs, `trust.json`.
//!
//! The file is `{"signature":"…","trust":{…}}`, canonical, and a line feed. What is signed is the
//! canonical bytes of `trust` and a line feed: what `jq -cS .trust` prints.

mod change;
mod refusal;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use self::refusal::TrustRefusal;
use super::envelope::Envelope;
use super::fingerprint::{Fingerprint, KeyRole};
use super::keys::ProgrammeKeys;
use super::recipient::{Identity, Recipient};
use super::signing::{Namespace, SignerKey, SigningKey};
use crate::domain::id::StationId;
use crate::journal::canonical;

/// The format written here, and the only one read.
pub const FORMAT: &str = "jalon-trust/1";
/// Rules that must not be ignored and that this version knows: none yet.
const KNOWN_CRITICAL: [&str; 0] = [];
/// Name of the list in its envelope.
const WHAT: &str = "trust";
/// Most stations, and most signers of the centre.
const MOST: usize = 1_000;
/// Longest code of a station.
const LONGEST_CODE: usize = 16;

/// Where the list is used. A demonstration's list is worth nothing anywhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A station at work.
    Work,
    /// A demonstration.
    Demo,
}

/// Whether a key is still accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It is.
    Active,
    /// It is not any more: its bundles go to quarantine.
    Revoked,
}

/// A station that was enrolled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrustedStation {
    /// A short code such as `L3-2`, never a person's name.
    pub code: String,
    /// Its identity.
    pub id: StationId,
    /// Signs its bundles.
    pub key: SignerKey,
    /// What return bundles are encrypted for.
    pub recipient: Recipient,
    /// Number of the last bundle that counts, once revoked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked_after: Option<u64>,
    /// Whether it is accepted.
    pub standing: Standing,
}

/// A signer of the centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrustedCentre {
    /// Identity of the centre's station.
    pub id: StationId,
    /// Signs return bundles.
    pub key: SignerKey,
    /// Whether it is accepted.
    pub standing: Standing,
}

/// A key of the centre for the bundles of one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRecipient {
    /// What bundles are encrypted for.
    pub recipient: Recipient,
    /// Calendar year.
    pub year: u16,
}

/// Who is trusted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trust {
    /// Rules that a reader must know or refuse.
    pub crit: Vec<String>,
    /// Whether it belongs to a demonstration.
    pub demo: bool,
    /// Last day on which decisions of the centre are accepted. Bundles can still be written.
    pub expires: NaiveDate,
    /// [`FORMAT`].
    pub format: String,
    /// The centre's keys, by year.
    pub import: Vec<ImportRecipient>,
    /// The centre's signers.
    pub ops: Vec<TrustedCentre>,
    /// Rules for stations, kept as they are.
    pub policy: BTreeMap<String, Value>,
    /// Opens stores whose passphrase is lost.
    pub recovery: Recipient,
    /// Opens any bundle if an import key is lost.
    pub rescue: Recipient,
    /// Signs this list.
    pub root: SignerKey,
    /// Stations, by identity.
    pub stations: Vec<TrustedStation>,
    /// What newer versions add: kept.
    #[serde(flatten)]
    pub unknown: BTreeMap<String, Value>,
    /// It only grows, from 1.
    pub version: u64,
}

/// What a sender is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SenderRole {
    /// A station.
    Station,
    /// The centre.
    Centre,
}

/// Whose key signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// Which station.
    pub id: StationId,
    /// What it is.
    pub role: SenderRole,
    /// Code of the station; empty for the centre.
    pub code: String,
    /// Whether it is accepted.
    pub standing: Standing,
}

/// The eight words of a root, as printed on the card that each counsellor receives.
pub fn root_words(root: &SignerKey) -> Fingerprint {
    Fingerprint::of(KeyRole::Root, &[0; 16], root, None)
}

impl Trust {
    /// The first list of a programme: its own keys, no station yet.
    pub fn first(keys: &ProgrammeKeys, place: Place, expires: NaiveDate) -> Self {
        let import = |(year, identity): (&u16, &Identity)| ImportRecipient {
            recipient: identity.recipient(),
            year: *year,
        };
        let centre = TrustedCentre { id: keys.centre, key: keys.ops.public(), standing: Standing::Active };
        Self {
            crit: Vec::new(),
            demo: place == Place::Demo,
            expires,
            format: FORMAT.to_owned(),
            import: keys.import.iter().map(import).collect(),
            ops: vec![centre],
            policy: BTreeMap::new(),
            recovery: keys.recovery.recipient(),
            rescue: keys.rescue.recipient(),
            root: keys.root.public(),
            stations: Vec::new(),
            unknown: BTreeMap::new(),
            version: 1,
        }
    }

    /// Reads a list for the first time, on the word of a card.
    ///
    /// # Errors
    /// [`TrustRefusal`].
    pub fn open(bytes: &[u8], words: &Fingerprint, place: Place) -> Result<Self, TrustRefusal> {
        let envelope = Envelope::parse(bytes, WHAT, Namespace::Trust)?;
        if root_words(&envelope.signer()) != *words {
            return Err(TrustRefusal::OtherRoot);
        }
        Self::parse(&envelope, place)
    }

    /// The words of the root that a list claims. They prove nothing until a person has compared
    /// them with a card.
    ///
    /// # Errors
    /// [`TrustRefusal::Form`], [`TrustRefusal::Signature`].
    pub fn claimed_words(bytes: &[u8]) -> Result<Fingerprint, TrustRefusal> {
        Ok(root_words(&Envelope::parse(bytes, WHAT, Namespace::Trust)?.signer()))
    }

    /// Reads a later list of the same root.
    ///
    /// # Errors
    /// [`TrustRefusal`]; this list then stays in force.
    pub fn update(&self, bytes: &[u8]) -> Result<Self, TrustRefusal> {
        let envelope = Envelope::parse(bytes, WHAT, Namespace::Trust)?;
        if envelope.signer() != self.root {
            return Err(TrustRefusal::OtherRoot);
        }
        let place = if self.demo { Place::Demo } else { Place::Work };
        let newer = Self::parse(&envelope, place)?;
        if newer.version > self.version { Ok(newer) } else { Err(TrustRefusal::Older) }
    }

    /// The file, signed.
    ///
    /// # Errors
    /// [`TrustRefusal::OtherRoot`] when `root` is not the key that this list names,
    /// [`TrustRefusal::Form`] when the list would be refused by its readers.
    pub fn sign(&self, root: &SigningKey) -> Result<Vec<u8>, TrustRefusal> {
        if root.public() != self.root {
            return Err(TrustRefusal::OtherRoot);
        }
        self.check()?;
        let content = canonical::to_bytes(self).map_err(|_| TrustRefusal::Form)?;
        Ok(Envelope::seal(content, WHAT, Namespace::Trust, root))
    }

    /// The eight words of its root.
    pub fn words(&self) -> Fingerprint {
        root_words(&self.root)
    }

    /// Whether decisions of the centre are still accepted on `day`.
    pub fn is_current(&self, day: NaiveDate) -> bool {
        day <= self.expires
    }

    /// For whom a station encrypts its bundles on `day`: the centre's key of that year, or of the
    /// last year that has one, and the rescue key.
    pub fn bundle_recipients(&self, day: NaiveDate) -> Vec<Recipient> {
        let year = u16::try_from(day.year()).unwrap_or_default();
        let import = self.import.iter().filter(|it| it.year <= year).max_by_key(|it| it.year);
        let import = import.or_else(|| self.import.iter().min_by_key(|it| it.year));
        import.map(|it| it.recipient.clone()).into_iter().chain([self.rescue.clone()]).collect()
    }

    /// For whom the centre encrypts what it returns to a station: that station and the rescue key.
    pub fn return_recipients(&self, station: StationId) -> Option<Vec<Recipient>> {
        let station = self.stations.iter().find(|it| it.id == station)?;
        Some(vec![station.recipient.clone(), self.rescue.clone()])
    }

    /// Whose key this is.
    pub fn sender(&self, key: &SignerKey) -> Option<Sender> {
        let station = self.stations.iter().find(|it| it.key == *key).map(|it| Sender {
            id: it.id,
            role: SenderRole::Station,
            code: it.code.clone(),
            standing: it.standing,
        });
        let centre = || {
            self.ops.iter().find(|it| it.key == *key).map(|it| Sender {
                id: it.id,
                role: SenderRole::Centre,
                code: String::new(),
                standing: it.standing,
            })
        };
        station.or_else(centre)
    }

    fn parse(envelope: &Envelope, place: Place) -> Result<Self, TrustRefusal> {
        let value = envelope.open()?;
        if value.get("format").and_then(Value::as_str).is_some_and(|format| format != FORMAT) {
            return Err(TrustRefusal::Newer);
        }
        let trust: Self = serde_json::from_value(value).map_err(|_| TrustRefusal::Form)?;
        if trust.crit.iter().any(|rule| !KNOWN_CRITICAL.contains(&rule.as_str())) {
            return Err(TrustRefusal::Newer);
        }
        if trust.root != envelope.signer() {
            return Err(TrustRefusal::OtherRoot);
        }
        if trust.demo != (place == Place::Demo) {
            return Err(TrustRefusal::Demo);
        }
        trust.check()?;
        Ok(trust)
    }
}
