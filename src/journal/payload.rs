//! What an entry says: a whole version of one thing, or that it was withdrawn.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use super::canonical::{self, NotCanonical};
use super::entry::{Entry, entry_id};
use crate::domain::body::Body;
use crate::domain::file::EntryId;
use crate::domain::id::{BatchId, from_hex, to_hex};
use crate::domain::office::OfficeBody;
use crate::domain::text::{Lines, cleaned};

/// Random bytes that keep short payloads from being guessed from their digest.
pub type Salt = [u8; 16];

/// What an entry says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payload {
    /// See [`Salt`].
    pub salt: Salt,
    /// The act that wrote it together with other entries.
    pub batch: Option<BatchId>,
    /// The entry that it compensates, when it is an undo or a redo.
    pub undoes: Option<EntryId>,
    /// Whether an import wrote it: the next import of the same line compares itself with it.
    pub imported: bool,
    /// Where it was written first, when the centre passes on the history of a file.
    pub origin: Option<EntryId>,
    /// The version.
    pub said: Said,
}

/// The version that an entry carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// The thing is now so.
    Is(Body),
    /// The thing is withdrawn: its creation was undone.
    Withdrawn,
    /// Something that this version of Jalon does not know: kept and passed on as it is.
    Unknown,
}

#[derive(Serialize, Deserialize)]
struct Wire<B> {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    batch: Option<BatchId>,
    #[serde(default = "Option::default", skip_serializing_if = "Option::is_none")]
    body: Option<B>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    imported: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    origin: Option<String>,
    salt: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    undoes: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    withdrawn: bool,
}

/// The canonical bytes of a payload. Texts lose what may not be shown ([`crate::domain::text`]),
/// whoever wrote them: no entry can then be refused where it arrives.
///
/// # Panics
/// Never for bodies of this crate: they hold integers, text and ASCII keys only.
pub fn encode(payload: &Payload) -> Vec<u8> {
    let body = match &payload.said {
        Said::Is(body) => Some(with_cleaned_texts(body_value(body))),
        Said::Withdrawn | Said::Unknown => None,
    };
    let wire = Wire {
        batch: payload.batch,
        body,
        imported: payload.imported,
        origin: payload.origin.map(|id| id.to_string()),
        salt: to_hex(&payload.salt),
        undoes: payload.undoes.map(|id| id.to_string()),
        withdrawn: payload.said == Said::Withdrawn,
    };
    canonical::to_bytes(&wire).expect("bodies hold integers, text and ASCII keys")
}

fn with_cleaned_texts(value: Value) -> Value {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => value,
        Value::String(text) => match cleaned(&text, Lines::Many) {
            Cow::Borrowed(_) => Value::String(text),
            Cow::Owned(text) => Value::String(text),
        },
        Value::Array(items) => Value::Array(items.into_iter().map(with_cleaned_texts).collect()),
        Value::Object(members) => {
            members.into_iter().map(|(key, member)| (key, with_cleaned_texts(member))).collect()
        }
    }
}

/// What an entry says; `None` when its payload was erased or is none.
pub fn of(entry: &Entry) -> Option<Payload> {
    decode(&entry.header.kind, entry.payload.as_deref()?).ok()
}

/// Reads what an entry of this `kind` says. A body of a kind or shape that is not known here is
/// [`Said::Unknown`].
///
/// # Errors
/// [`NotCanonical::Syntax`] when the bytes are not a payload at all.
pub fn decode(kind: &str, bytes: &[u8]) -> Result<Payload, NotCanonical> {
    // The body is read once, from its text: an opening reads every payload of the station.
    let wire: Wire<&RawValue> = serde_json::from_slice(bytes).map_err(|_| NotCanonical::Syntax)?;
    let said = match (wire.withdrawn, wire.body) {
        (true, _) => Said::Withdrawn,
        (false, Some(body)) => body_from(kind, body.get()).map_or(Said::Unknown, Said::Is),
        (false, None) => Said::Unknown,
    };
    Ok(Payload {
        salt: from_hex(&wire.salt).ok_or(NotCanonical::Syntax)?,
        batch: wire.batch,
        undoes: wire.undoes.as_deref().and_then(entry_id::parse),
        imported: wire.imported,
        origin: wire.origin.as_deref().and_then(entry_id::parse),
        said,
    })
}

/// A body as a JSON value, with the field names that journals and bundles carry.
pub fn body_value(body: &Body) -> Value {
    let value = match body {
        Body::Station(it) => serde_json::to_value(it),
        Body::Erasure(it) => serde_json::to_value(it),
        Body::LegalHold(it) => serde_json::to_value(it),
        Body::Person(it) => serde_json::to_value(it),
        Body::Enrolment(it) => serde_json::to_value(it),
        Body::Interview(it) => serde_json::to_value(it),
        Body::Step(it) => serde_json::to_value(it),
        Body::Contact(it) => serde_json::to_value(it),
        Body::Decision(it) => serde_json::to_value(it),
        Body::Employment(it) => serde_json::to_value(it),
        Body::Training(it) => serde_json::to_value(it),
        Body::Evidence(it) => serde_json::to_value(it),
        Body::Diagnosis(it) => serde_json::to_value(it),
        Body::Barrier(it) => serde_json::to_value(it),
        Body::Goal(it) => serde_json::to_value(it),
        Body::SpecialCase(it) => serde_json::to_value(it),
        Body::Positioning(it) => serde_json::to_value(it),
        Body::Office(it) => it.to_value(),
        Body::ListExport(it) => serde_json::to_value(it),
        Body::Submission(it) => serde_json::to_value(it),
        Body::Recommendation(it) => serde_json::to_value(it),
        Body::Referent(it) => serde_json::to_value(it),
        Body::Limitation(it) => serde_json::to_value(it),
        Body::Skill(it) => serde_json::to_value(it),
        Body::EsfRecord(it) => serde_json::to_value(it),
        Body::Assignment(it) => serde_json::to_value(it),
    };
    value.expect("bodies have string keys")
}

/// Reads a body of this `kind` from its JSON text; `None` for a kind or a shape that is not known
/// here.
pub fn body_from(kind: &str, text: &str) -> Option<Body> {
    fn read<T: serde::de::DeserializeOwned>(text: &str) -> Option<T> {
        serde_json::from_str(text).ok()
    }
    match kind {
        "station" => read(text).map(Body::Station),
        "erasure" => read(text).map(Body::Erasure),
        "legal_hold" => read(text).map(Body::LegalHold),
        "person" => read(text).map(Body::Person),
        "enrolment" => read(text).map(Body::Enrolment),
        "interview" => read(text).map(Body::Interview),
        "step" => read(text).map(Body::Step),
        "contact" => read(text).map(Body::Contact),
        "decision" => read(text).map(Body::Decision),
        "employment" => read(text).map(Body::Employment),
        "training" => read(text).map(Body::Training),
        "evidence" => read(text).map(Body::Evidence),
        "diagnosis" => read(text).map(Body::Diagnosis),
        "barrier" => read(text).map(Body::Barrier),
        "goal" => read(text).map(Body::Goal),
        "special_case" => read(text).map(Body::SpecialCase),
        "positioning" => read(text).map(Body::Positioning),
        "submission" => read(text).map(Body::Submission),
        "recommendation" => read(text).map(Body::Recommendation),
        "referent" => read(text).map(Body::Referent),
        "limitation" => read(text).map(Body::Limitation),
        "skill" => read(text).map(Body::Skill),
        "esf_record" => read(text).map(Body::EsfRecord),
        "assignment" => read(text).map(Body::Assignment),
        "list_export" => read(text).map(Body::ListExport),
        _ => OfficeBody::read(kind, text).map(Body::Office),
    }
}
