//! A station's request to join the programme: its keys, signed by itself. The words that the
//! station shows and the operator types are what makes it worth anything.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::bundle::name::short_name;
use super::envelope::Envelope;
use super::fingerprint::{Fingerprint, KeyRole};
use super::keys::StationKeys;
use super::recipient::Recipient;
use super::signing::{Namespace, SignerKey};
use super::trust::{Place, TrustRefusal};
use crate::domain::id::{EpochId, StationId};
use crate::domain::now::Now;
use crate::journal::canonical;
use crate::journal::entry::instant;

/// The format written here, and the only one read.
pub const FORMAT: &str = "jalon-enrol/1";
/// Name of the request in its envelope.
const WHAT: &str = "station";

/// What a station asks the centre to trust.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinRequest {
    /// Whether it is a demonstration station.
    pub demo: bool,
    /// The life of its store.
    pub epoch: EpochId,
    /// [`FORMAT`].
    pub format: String,
    /// Its identity.
    pub id: StationId,
    /// Signs its bundles, and this request.
    pub key: SignerKey,
    /// What return bundles will be encrypted for.
    pub recipient: Recipient,
    /// When it was written.
    #[serde(with = "instant")]
    pub time: DateTime<Utc>,
    /// What newer versions add: kept.
    #[serde(flatten)]
    pub unknown: BTreeMap<String, Value>,
}

/// The name of a station's request, which says nothing of anyone: `enrol-7F3K.json`.
pub fn file_name(station: StationId) -> String {
    format!("enrol-{}.json", short_name(station))
}

impl JoinRequest {
    /// The request of a station.
    pub fn new(keys: &StationKeys, epoch: EpochId, place: Place, now: Now) -> Self {
        Self {
            demo: place == Place::Demo,
            epoch,
            format: FORMAT.to_owned(),
            id: keys.station,
            key: keys.signing.public(),
            recipient: keys.identity.recipient(),
            time: now.at,
            unknown: BTreeMap::new(),
        }
    }

    /// The file, signed by the station itself.
    ///
    /// # Errors
    /// [`TrustRefusal::OtherRoot`] when these are not the keys of the request.
    pub fn sign(&self, keys: &StationKeys) -> Result<Vec<u8>, TrustRefusal> {
        if keys.signing.public() != self.key {
            return Err(TrustRefusal::OtherRoot);
        }
        let content = canonical::to_bytes(self).map_err(|_| TrustRefusal::Form)?;
        Ok(Envelope::seal(content, WHAT, Namespace::Join, &keys.signing))
    }

    /// Reads a request. It proves only that whoever wrote it holds its signing key.
    ///
    /// # Errors
    /// [`TrustRefusal`].
    pub fn open(bytes: &[u8]) -> Result<Self, TrustRefusal> {
        let envelope = Envelope::parse(bytes, WHAT, Namespace::Join)?;
        let value = envelope.open()?;
        if value.get("format").and_then(Value::as_str).is_some_and(|format| format != FORMAT) {
            return Err(TrustRefusal::Newer);
        }
        let request: Self = serde_json::from_value(value).map_err(|_| TrustRefusal::Form)?;
        if request.key == envelope.signer() { Ok(request) } else { Err(TrustRefusal::Signature) }
    }

    /// The eight words that the station shows, and that the operator hears and types.
    pub fn words(&self) -> Fingerprint {
        Fingerprint::of(KeyRole::Station, &self.id.0, &self.key, Some(&self.recipient))
    }
}
