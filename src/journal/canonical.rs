//! Canonical JSON: RFC 8785, restricted to integers below 2^53 and ASCII keys. One value, one
//! sequence of bytes, so that a digest of the bytes is a digest of the value.

use serde::Serialize;
use serde_json::Value;

/// Largest integer that every JSON reader holds exactly.
const LARGEST: u64 = (1 << 53) - 1;

/// Why a value or text is not canonical.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotCanonical {
    /// It is not JSON, or cannot be written as JSON.
    #[error("not JSON")]
    Syntax,
    /// It has a number that is not an integer below 2^53.
    #[error("a number is not an integer below 2^53")]
    Number,
    /// It has a key outside ASCII.
    #[error("a key is not ASCII")]
    Key,
    /// It is JSON, but written otherwise than its canonical form.
    #[error("not in canonical form")]
    Form,
}

/// The canonical bytes of `value`.
///
/// # Errors
/// [`NotCanonical`] when it holds a fraction, a number of 2^53 or more, or a key outside ASCII.
pub fn to_bytes(value: &impl Serialize) -> Result<Vec<u8>, NotCanonical> {
    let value = serde_json::to_value(value).map_err(|_| NotCanonical::Syntax)?;
    check(&value)?;
    serde_json::to_vec(&value).map_err(|_| NotCanonical::Syntax)
}

/// The value that `bytes` hold, which must be in canonical form.
///
/// # Errors
/// [`NotCanonical`], naming the first rule that is broken.
pub fn from_bytes(bytes: &[u8]) -> Result<Value, NotCanonical> {
    let value: Value = serde_json::from_slice(bytes).map_err(|_| NotCanonical::Syntax)?;
    check(&value)?;
    let again = serde_json::to_vec(&value).map_err(|_| NotCanonical::Syntax)?;
    if again == bytes { Ok(value) } else { Err(NotCanonical::Form) }
}

fn check(value: &Value) -> Result<(), NotCanonical> {
    match value {
        Value::Null | Value::Bool(_) | Value::String(_) => Ok(()),
        Value::Number(number) => {
            let size = number.as_u64().or_else(|| number.as_i64().map(i64::unsigned_abs));
            if size.is_some_and(|size| size <= LARGEST) { Ok(()) } else { Err(NotCanonical::Number) }
        }
        Value::Array(items) => items.iter().try_for_each(check),
        Value::Object(members) => {
            members.iter().try_for_each(
                |(key, member)| {
                    if key.is_ascii() { check(member) } else { Err(NotCanonical::Key) }
                },
            )
        }
    }
}
