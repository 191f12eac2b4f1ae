//! Canonical JSON: RFC 8785, restricted to integers below 2^53 and ASCII keys. One value, one
//! sequence of bytes, so that a digest of the bytes is a digest of the value. A key that begins with `$` is
//! refused: readers of JSON keep such keys for themselves, and would read another value.

use std::fmt;

use serde::Serialize;
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Map, Value};

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
    /// It has a key outside ASCII, or one that is kept for readers.
    #[error("a key is not ASCII, or begins with a dollar")]
    Key,
    /// It is JSON, but written otherwise than its canonical form.
    #[error("not in canonical form")]
    Form,
}

/// The canonical bytes of `value`.
///
/// # Errors
/// [`NotCanonical`] when it holds a fraction, a number of 2^53 or more, or a key that is refused.
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
    let Literal(value) = serde_json::from_slice(bytes).map_err(|error| match error.classify() {
        Category::Data => NotCanonical::Key,
        Category::Syntax | Category::Eof | Category::Io => NotCanonical::Syntax,
    })?;
    check(&value)?;
    let again = serde_json::to_vec(&value).map_err(|_| NotCanonical::Syntax)?;
    if again == bytes { Ok(value) } else { Err(NotCanonical::Form) }
}

fn is_key(key: &str) -> bool {
    key.is_ascii() && !key.starts_with('$')
}

/// A value read to the letter. What the library reads as a value may be told, by a key of its own, to parse
/// a text inside the text, and a text inside that one.
struct Literal(Value);

impl<'de> Deserialize<'de> for Literal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LiteralVisitor).map(Literal)
    }
}

struct LiteralVisitor;

impl<'de> Visitor<'de> for LiteralVisitor {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut read = Vec::new();
        while let Some(Literal(item)) = items.next_element()? {
            read.push(item);
        }
        Ok(Value::Array(read))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut read = Map::new();
        while let Some(key) = members.next_key::<String>()? {
            if !is_key(&key) {
                return Err(de::Error::custom("a key that is refused"));
            }
            let Literal(member) = members.next_value()?;
            read.insert(key, member);
        }
        Ok(Value::Object(read))
    }
}

fn check(value: &Value) -> Result<(), NotCanonical> {
    match value {
        Value::Null | Value::Bool(_) | Value::String(_) => Ok(()),
        Value::Number(number) => {
            let size = number.as_u64().or_else(|| number.as_i64().map(i64::unsigned_abs));
            if size.is_some_and(|size| size <= LARGEST) { Ok(()) } else { Err(NotCanonical::Number) }
        }
        Value::Array(items) => items.iter().try_for_each(check),
        Value::Object(members) => members
            .iter()
            .try_for_each(|(key, member)| if is_key(key) { check(member) } else { Err(NotCanonical::Key) }),
    }
}
