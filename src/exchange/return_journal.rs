//! The journal that the centre keeps for one station: what it decides of that station's files. One for each,
//! so that a station reads what concerns it, and proves that nothing of it is missing, without being told
//! anything of the others.

use crate::domain::id::StationId;
use crate::journal::entry::Digest;

/// Digest label of identities of journals.
const LABEL: &[u8] = b"jalon-return-journal-v1";

/// Identity of the journal in which `centre` writes for `station`: the first 16 bytes of the SHA-256 of a
/// label, the centre's identity and the station's. Both compute it; nobody chooses it.
pub fn return_journal(centre: StationId, station: StationId) -> StationId {
    let digest = Digest::of(LABEL, &[centre.0, station.0].concat());
    StationId(*digest.0.first_chunk().expect("a digest is longer than an identity"))
}
