//! The journal as the engine has it: opaque keys, sealed values.

use super::engine::{Engine, EngineError, Pair};
use super::keys::Keys;
use crate::crypto::{CryptoError, open, seal};
use crate::domain::file::EntryId;
use crate::domain::id::StationId;
use crate::journal::entry::{Digest, Head};

/// Prefix of records.
const RECORD: u8 = b'j';
/// Prefix of heads.
const HEAD: u8 = b'h';

/// What the keys of a journal's records start with; they sort by sequence.
pub(super) fn records_prefix(station: StationId) -> Vec<u8> {
    let mut key = vec![RECORD];
    key.extend_from_slice(&station.0);
    key
}

/// The key of a record.
pub(super) fn record_key(id: EntryId) -> Vec<u8> {
    let mut key = records_prefix(id.station);
    key.extend_from_slice(&id.sequence.to_be_bytes());
    key
}

/// The entry whose record has this key.
pub(super) fn record_of(key: &[u8]) -> Option<EntryId> {
    let station = StationId(key.get(1..17)?.try_into().ok()?);
    let sequence = u64::from_be_bytes(key.get(17..)?.try_into().ok()?);
    Some(EntryId { station, sequence })
}

fn head_key(station: StationId) -> Vec<u8> {
    let mut key = vec![HEAD];
    key.extend_from_slice(&station.0);
    key
}

fn head_context(keys: &Keys, station: StationId) -> Vec<u8> {
    keys.context("head/1", &[&station.0])
}

/// The pair that says where a journal ends. It comes last, in the batch of the last record.
pub(super) fn head_pair(keys: &Keys, station: StationId, head: Head) -> Result<Pair, CryptoError> {
    let mut plain = head.sequence.to_be_bytes().to_vec();
    plain.extend_from_slice(&head.digest.0);
    Ok((head_key(station), seal(&keys.chain, &head_context(keys, station), &plain)?))
}

/// Where the engine says that a journal ends; `None` when it does not say, or not soundly.
pub(super) fn head(engine: &Engine, keys: &Keys, station: StationId) -> Result<Option<Head>, EngineError> {
    let sealed = engine.get(head_key(station))?;
    Ok(sealed.and_then(|sealed| opened_head(keys, station, &sealed)))
}

/// Where the engine says that each journal ends, as far as it answers.
pub(super) fn heads(engine: &Engine, keys: &Keys) -> Vec<(StationId, Head)> {
    let pairs = engine.scan(vec![HEAD]).into_iter().map_while(Result::ok).flatten();
    let heads = pairs.filter_map(|(key, sealed)| {
        let station = StationId(key.get(1..)?.try_into().ok()?);
        Some((station, opened_head(keys, station, &sealed)?))
    });
    heads.collect()
}

fn opened_head(keys: &Keys, station: StationId, sealed: &[u8]) -> Option<Head> {
    let plain = open(&keys.chain, &head_context(keys, station), sealed).ok()?;
    let (sequence, digest) = plain.split_first_chunk::<8>()?;
    Some(Head { sequence: u64::from_be_bytes(*sequence), digest: Digest(digest.try_into().ok()?) })
}
