//! Who an imported line is: an identity that the same line has at every import.

use sha2::{Digest as _, Sha256};

use super::table::Table;
use crate::domain::id::{ObjectId, PersonId, StationId};

/// Keeps these identities apart from any other use of the digest.
const LABEL: &[u8] = b"jalon-import-v1";

/// The person whose reference in the source file is `reference`.
pub fn person(station: StationId, reference: &str) -> PersonId {
    PersonId(derive(station, Table::People, reference))
}

/// The thing that the line of `table` with this natural key stands for.
pub fn object(station: StationId, table: Table, key: &str) -> ObjectId {
    ObjectId(derive(station, table, key))
}

/// The first 16 bytes of SHA-256(label ‖ station ‖ table ‖ 0 ‖ key). The station is part of it:
/// two stations that import the same file speak of different people until the centre says that
/// they are one.
fn derive(station: StationId, table: Table, key: &str) -> [u8; 16] {
    let digest = Sha256::new()
        .chain_update(LABEL)
        .chain_update(station.0)
        .chain_update(table.name())
        .chain_update([0])
        .chain_update(key)
        .finalize();
    let mut id = [0; 16];
    id.copy_from_slice(&digest[..16]);
    id
}
