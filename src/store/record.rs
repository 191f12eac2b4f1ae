//! One sealed entry: the same bytes in a segment and in the engine.
//!
//! Format byte, length of the sealed header (u32), sealed header, sealed payload (nothing for an
//! erased person). The header opens with the store's key, the payload with the person's.

use super::error::Error;
use super::keyring::{Keyring, PersonKey};
use super::keys::Keys;
use crate::crypto::{CryptoError, Key, open, seal};
use crate::domain::file::EntryId;
use crate::domain::id::PersonId;
use crate::journal::entry::Entry;

const FORMAT: u8 = 1;
const HEADER_AT: usize = 5;

/// Seals an entry. The keyring must have the key of its person.
pub(super) fn seal_entry(keys: &Keys, keyring: &Keyring, entry: &Entry) -> Result<Vec<u8>, Error> {
    let id = entry.id();
    let header = seal(&keys.journal, &header_context(keys, id), &entry.header_bytes)?;
    let payload = match (&entry.payload, payload_key(keys, keyring, entry.header.person)) {
        (Some(payload), Some(key)) => seal(key, &payload_context(keys, id, entry.header.person), payload)?,
        (Some(_), None) => return Err(Error::Erased),
        (None, _) => Vec::new(),
    };
    let length = u32::try_from(header.len()).expect("a header is a few hundred bytes");
    let mut record = Vec::with_capacity(HEADER_AT + header.len() + payload.len());
    record.push(FORMAT);
    record.extend_from_slice(&length.to_be_bytes());
    record.extend_from_slice(&header);
    record.extend_from_slice(&payload);
    Ok(record)
}

/// Opens the record of entry `id`. The payload is `None` when the person was erased.
///
/// # Errors
/// [`CryptoError::NotAuthentic`] when the record is damaged or another's.
pub(super) fn open_entry(
    keys: &Keys,
    keyring: &Keyring,
    id: EntryId,
    record: &[u8],
) -> Result<Entry, CryptoError> {
    let (header, sealed) = open_header(keys, id, record)?;
    let headed = Entry::from_bytes(header, None).map_err(|_| CryptoError::NotAuthentic)?;
    if headed.id() != id {
        return Err(CryptoError::NotAuthentic);
    }
    if sealed.is_empty() {
        return Ok(headed);
    }
    let person = headed.header.person;
    let Some(key) = payload_key(keys, keyring, person) else { return Ok(headed) };
    let payload = open(key, &payload_context(keys, id, person), sealed)?;
    headed.with_payload(payload).map_err(|_| CryptoError::NotAuthentic)
}

/// Opens the header of a record, which a lost person's key does not prevent; gives the sealed
/// payload as it stands.
pub(super) fn open_header<'a>(
    keys: &Keys,
    id: EntryId,
    record: &'a [u8],
) -> Result<(Vec<u8>, &'a [u8]), CryptoError> {
    let (start, rest) = record.split_at_checked(HEADER_AT).ok_or(CryptoError::NotAuthentic)?;
    if start[0] != FORMAT {
        return Err(CryptoError::NotAuthentic);
    }
    let length = u32::from_be_bytes([start[1], start[2], start[3], start[4]]) as usize;
    let (header, payload) = rest.split_at_checked(length).ok_or(CryptoError::NotAuthentic)?;
    Ok((open(&keys.journal, &header_context(keys, id), header)?, payload))
}

fn payload_key<'a>(keys: &'a Keys, keyring: &'a Keyring, person: Option<PersonId>) -> Option<&'a Key> {
    match person {
        None => Some(&keys.own),
        Some(person) => match keyring.get(person) {
            Some(PersonKey::Kept(key)) => Some(key),
            Some(PersonKey::Erased) | None => None,
        },
    }
}

fn header_context(keys: &Keys, id: EntryId) -> Vec<u8> {
    keys.context("header/1", &[&id.station.0, &id.sequence.to_be_bytes()])
}

fn payload_context(keys: &Keys, id: EntryId, person: Option<PersonId>) -> Vec<u8> {
    let person = person.map_or([0; 16], |person| person.0);
    keys.context("payload/1", &[&id.station.0, &id.sequence.to_be_bytes(), &person])
}
