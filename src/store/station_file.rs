//! `station.json`: which station this is, readable without a key and signed with one. Nothing
//! personal.

use serde::{Deserialize, Serialize};

use super::keys::Keys;
use crate::domain::codes::StationRole;
use crate::domain::id::{StationId, to_hex};

/// The format that this version writes and the newest it reads.
pub(super) const FORMAT: u64 = 1;

/// What `station.json` says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StationFile {
    /// How many lives the store has had: one more after each restoration, so that the centre
    /// does not take a journal that starts again for a forgery.
    pub(super) epoch: u64,
    pub(super) format: u64,
    pub(super) role: StationRole,
    /// Keyed hash of the rest.
    seal: String,
    pub(super) station: StationId,
}

impl StationFile {
    pub(super) fn new(keys: &Keys, role: StationRole, epoch: u64) -> Self {
        let mut file = Self { epoch, format: FORMAT, role, seal: String::new(), station: keys.station };
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

    fn seal_under(&self, keys: &Keys) -> String {
        let numbers = [self.epoch.to_be_bytes(), self.format.to_be_bytes()];
        let parts: [&[u8]; 5] =
            [b"station", &self.station.0, &numbers[0], &numbers[1], self.role.code().as_bytes()];
        to_hex(&keys.anchor.name(&parts))
    }
}
