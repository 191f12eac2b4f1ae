//! The keys of a store, each for one use, derived from its master key.

use crate::crypto::Key;
use crate::domain::id::StationId;

/// Every key but those of the people, and the station whose store they open.
#[derive(Debug)]
pub(super) struct Keys {
    /// The store's own station: bound into everything that is sealed.
    pub(super) station: StationId,
    /// Seals headers of entries.
    pub(super) journal: Key,
    /// Seals payloads that concern no person.
    pub(super) own: Key,
    /// Closes frames.
    pub(super) chain: Key,
    /// Seals the people's keys.
    pub(super) keyring: Key,
    /// Seals the anchor, and signs `station.json`.
    pub(super) anchor: Key,
    /// Seals what is on the shelf.
    pub(super) shelf: Key,
    /// Names the files of the shelf.
    pub(super) names: Key,
    /// Wrapped again when the passphrase changes.
    pub(super) master: Key,
}

impl Keys {
    /// The keys of the store of `station`.
    pub(super) fn new(master: Key, station: StationId) -> Self {
        Self {
            station,
            journal: master.subkey("jalon/journal/v1"),
            own: master.subkey("jalon/own/v1"),
            chain: master.subkey("jalon/chain/v1"),
            keyring: master.subkey("jalon/keyring/v1"),
            anchor: master.subkey("jalon/anchor/v1"),
            shelf: master.subkey("jalon/shelf/v1"),
            names: master.subkey("jalon/names/v1"),
            master,
        }
    }

    /// What a seal binds: what the thing is, in which store, and where in it.
    pub(super) fn context(&self, what: &str, place: &[&[u8]]) -> Vec<u8> {
        let mut context = what.as_bytes().to_vec();
        context.push(0);
        context.extend_from_slice(&self.station.0);
        for part in place {
            context.extend_from_slice(part);
        }
        context
    }
}
