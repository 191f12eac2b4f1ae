//! Where the station's own pages name somebody. What is typed there is sealed under no person's key, so it outlives
//! the erasure of the person: whoever erases is told where to look.

use chrono::NaiveDate;
use serde_json::Value;

use crate::domain::office::{Office, OfficeBody};
use crate::domain::person::Person;
use crate::search::fold;

/// Fewest letters of a name that is looked for: a shorter one is a word of many other things.
const TELLING_LETTERS: usize = 3;

/// A thing of the station that names somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedIn {
    /// What it is: the kind that entry headers carry.
    pub kind: &'static str,
    /// The day that it is about.
    pub day: Option<NaiveDate>,
}

/// What of the station's own pages holds the family name, or the birth name, of the person, as whole words
/// whatever their accents. A namesake is found too: it is for the user to look.
pub fn named_in(office: &Office, person: &Person) -> Vec<NamedIn> {
    let names = [Some(&person.family_name), person.birth_name.as_ref()].into_iter().flatten();
    let names: Vec<Vec<String>> = names
        .filter(|name| name.chars().count() >= TELLING_LETTERS)
        .map(|name| fold::words(name))
        .filter(|words| !words.is_empty())
        .collect();
    let things = office.things().into_iter();
    let naming = things.filter(|it| names.iter().any(|name| says(it, name)));
    naming.map(|it| NamedIn { kind: it.kind(), day: it.day() }).collect()
}

fn says(thing: &OfficeBody, name: &[String]) -> bool {
    thing.to_value().is_ok_and(|value| is_said(&value, name))
}

/// Whether a text of the value holds those words, one after the other.
fn is_said(value: &Value, name: &[String]) -> bool {
    match value {
        Value::String(text) => fold::words(text).windows(name.len()).any(|words| words == name),
        Value::Array(values) => values.iter().any(|it| is_said(it, name)),
        Value::Object(members) => members.values().any(|it| is_said(it, name)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}
