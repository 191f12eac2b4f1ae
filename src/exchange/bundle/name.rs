//! Names of files, which say nothing of anyone: `jalon-7F3K-000042.age`. Bundles are numbered from 1 in each life
//! of a store, so a later life is named too: `jalon-7F3K-2-000001.age`.

use crate::domain::id::StationId;

/// Crockford's base 32: no I, L, O or U to be misread.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Four characters for a station: the first 20 bits of its identity.
pub fn short_name(station: StationId) -> String {
    let [first, second, third, ..] = station.0;
    let bits = u32::from_be_bytes([0, first, second, third]) >> 4;
    (0..4).rev().map(|place| char::from(ALPHABET[(bits >> (5 * place)) as usize & 31])).collect()
}

/// The name of the bundle number `seq` of a station, in that life of its store.
pub fn file_name(station: StationId, generation: u64, seq: u64) -> String {
    numbered("jalon", station, generation, seq)
}

/// The name of the return bundle number `seq` for a station, in that life of the centre's store.
pub fn return_name(station: StationId, generation: u64, seq: u64) -> String {
    numbered("retour", station, generation, seq)
}

fn numbered(what: &str, station: StationId, generation: u64, seq: u64) -> String {
    let life = if generation > 1 { format!("-{generation}") } else { String::new() };
    format!("{what}-{}{life}-{seq:06}.age", short_name(station))
}
