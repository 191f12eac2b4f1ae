//! A form that is not finished, as bytes to seal.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::id::PersonId;

/// What was typed, field by field, and where the caret was.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Version of this shape.
    v: u32,
    /// Name of the field that had the focus.
    pub focus: String,
    /// Whether the form was left on purpose: then it waits in the list of drafts.
    pub was_left: bool,
    /// What was typed.
    pub fields: BTreeMap<String, String>,
    /// Whom it is about when they are several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<PersonId>,
}

/// The version written.
const VERSION: u32 = 1;

impl Draft {
    /// A draft to write.
    pub const fn new(focus: String, was_left: bool, fields: BTreeMap<String, String>) -> Self {
        Self { v: VERSION, focus, was_left, fields, people: Vec::new() }
    }

    /// Its bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("text keys and text values")
    }

    /// Reads a draft; `None` for one of another version or none at all.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().filter(|draft: &Self| draft.v == VERSION)
    }
}

impl std::fmt::Debug for Draft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Draft([…])")
    }
}
