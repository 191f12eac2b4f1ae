//! One entry as one line: `{"header":{…},"payload":{…}}`, canonical. The payload is absent when
//! the person was erased.

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::code::Code;
use super::limit;
use crate::domain::text::{Lines, first_unprintable};
use crate::journal::canonical;
use crate::journal::entry::{BadEntry, Entry};

/// Longest kind of entry, in bytes.
const LONGEST_KIND: usize = 64;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    #[serde(borrow)]
    header: &'a RawValue,
    #[serde(borrow, default)]
    payload: Option<&'a RawValue>,
}

/// Appends the line of an entry, with its line feed.
pub(super) fn append(segment: &mut Vec<u8>, entry: &Entry) {
    segment.extend_from_slice(b"{\"header\":");
    segment.extend_from_slice(&entry.header_bytes);
    if let Some(payload) = &entry.payload {
        segment.extend_from_slice(b",\"payload\":");
        segment.extend_from_slice(payload);
    }
    segment.extend_from_slice(b"}\n");
}

/// Reads a line, without its line feed.
pub(super) fn parse(line: &[u8]) -> Result<Entry, Code> {
    if line.len() >= limit::LINE {
        return Err(Code::LineForm);
    }
    let value = canonical::from_bytes(line).map_err(|_| Code::LineForm)?;
    let parts: Line<'_> = serde_json::from_slice(line).map_err(|_| Code::LineForm)?;
    // A payload that is `null`, a number or a list is not the absence of a payload.
    if !value["header"].is_object() || value.get("payload").is_some_and(|payload| !payload.is_object()) {
        return Err(Code::LineForm);
    }
    let payload = parts.payload.map(|payload| payload.get().as_bytes().to_vec());
    let entry = Entry::from_bytes(parts.header.get().as_bytes().to_vec(), payload);
    let entry = entry.map_err(|error| match error {
        BadEntry::Header(_) => Code::LineForm,
        BadEntry::Payload | BadEntry::Chain => Code::EntryPayload,
    })?;
    // Only what concerns a person can have been erased.
    if entry.payload.is_none() && entry.header.person.is_none() {
        return Err(Code::EntryPayload);
    }
    let kind = &entry.header.kind;
    let is_word = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if kind.is_empty() || kind.len() > LONGEST_KIND || !kind.bytes().all(is_word) {
        return Err(Code::LineForm);
    }
    if is_shown(&value) { Ok(entry) } else { Err(Code::Characters) }
}

/// Whether every text of the value, keys included, may be shown.
pub(super) fn is_shown(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
        Value::String(text) => first_unprintable(text, Lines::Many).is_none(),
        Value::Array(items) => items.iter().all(is_shown),
        Value::Object(members) => members
            .iter()
            .all(|(key, member)| first_unprintable(key, Lines::One).is_none() && is_shown(member)),
    }
}
