//! `station.json`: which station this is, readable without a key and signed with one. Nothing
//! personal.

use serde::{Deserialize, Serialize};

use super::keys::Keys;
use crate::domain::codes::StationRole;
use crate::domain::id::{EpochId, StationId, to_hex};
use crate::journal::journals::life_journal;

/// The format that this version writes and the newest it reads.
pub(super) const FORMAT: u64 = 1;

/// What `station.json` says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StationFile {
    /// How many lives the store has had: one more after each restoration, so that the centre
    /// does not take a journal that starts again for a forgery.
    pub(super) epoch: u64,
    pub(super) format: u64,
    /// The present life, after a restoration: what is written in it has a journal of its own. None in the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) life: Option<EpochId>,
    pub(super) role: StationRole,
    /// Keyed hash of the rest.
    seal: String,
    pub(super) station: StationId,
}

impl StationFile {
    pub(super) fn new(keys: &Keys, role: StationRole, epoch: u64, life: Option<EpochId>) -> Self {
        let mut file = Self { epoch, format: FORMAT, life, role, seal: String::new(), station: keys.station };
        file.seal = file.seal_under(keys);
        file
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec(self).expect("codes and numbers are JSON");
        bytes.push(b'\n');
        bytes
    }

    /// Whether it is as this store wrote it.
    pub(super) fn is_authentic(&self, keys: &Keys) -> bool {
        self.seal == self.seal_under(keys)
    }

    /// The journal in which the store writes.
    pub(super) fn journal(&self) -> StationId {
        self.life.map_or(self.station, |life| life_journal(self.station, life))
    }

    fn seal_under(&self, keys: &Keys) -> String {
        let numbers = [self.epoch.to_be_bytes(), self.format.to_be_bytes()];
        let mut parts: Vec<&[u8]> =
            vec![b"station", &self.station.0, &numbers[0], &numbers[1], self.role.code().as_bytes()];
        // Files of a first life are sealed as they were before there were others.
        parts.extend(self.life.as_ref().map(|life| life.0.as_slice()));
        to_hex(&keys.anchor.name(&parts))
    }
}
