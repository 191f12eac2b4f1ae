//! Where somebody is named outside their own file: on the station's own pages, and in the files of others. What is
//! typed there is not sealed under the person's key, so it outlives their erasure: whoever erases is told where to
//! look.

use chrono::NaiveDate;
use serde_json::Value;

use crate::domain::body::Body;
use crate::domain::file::File;
use crate::domain::id::PersonId;
use crate::journal::fold::Caseload;
use crate::journal::payload::body_value;
use crate::search::fold;

/// Fewest letters of a name that is looked for: a shorter one is a word of many other things.
const TELLING_LETTERS: usize = 3;

/// A thing that names somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedIn {
    /// What it is: the kind that entry headers carry.
    pub kind: &'static str,
    /// In whose file it is; nobody's when it is the station's own.
    pub whose: Option<PersonId>,
    /// The day that it is about.
    pub day: Option<NaiveDate>,
}

/// What holds the family name, or the birth name, of the person, as whole words
/// whatever their accents. A namesake is found too: it is for the user to look.
pub fn named_in(caseload: &Caseload, of: &File) -> Vec<NamedIn> {
    let person = &of.person.value;
    let names = [Some(&person.family_name), person.birth_name.as_ref()].into_iter().flatten();
    let names: Vec<Vec<String>> = names
        .filter(|name| name.chars().count() >= TELLING_LETTERS)
        .map(|name| fold::words(name))
        .filter(|words| !words.is_empty())
        .collect();
    let own = caseload.office.things().into_iter().map(|it| (None, Body::Office(it)));
    let others = caseload.files.values().filter(|file| file.id != of.id);
    let theirs = others.flat_map(|file| file.bodies().into_iter().map(|it| (Some(file.id), it)));
    let says = |body: &Body| {
        let value = body_value(body);
        names.iter().any(|name| is_said(&value, name))
    };
    let naming = own.chain(theirs).filter(|(_, body)| says(body));
    naming.map(|(whose, body)| NamedIn { kind: body.called(), whose, day: body.day() }).collect()
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
