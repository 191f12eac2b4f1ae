//! No text of any thing lets a social security number in: every field that takes free text is tried,
//! so that a field added tomorrow is too.

use jalon::domain::body::Body;
use jalon::domain::check;
use jalon::domain::violation::Severity;
use jalon::journal::payload::body_from;
use serde_json::Value;

const GOLDEN: &str = include_str!("../journal/golden-v1.tsv");

/// One in customary spaces, and one of Corsica in one piece with its key.
const NUMBERS: [&str; 2] = ["vu : 2 85 05 76 540 123", "180032A00401234"];

/// Texts that nobody types.
const COMPUTED: [&str; 2] = ["interview.signed_code", "evidence.attachment.sha256"];

/// Every value that is `value` with one of its texts replaced by `text`, with the way to that text.
fn with_text(value: &Value, way: &str, text: &str) -> Vec<(String, Value)> {
    match value {
        Value::String(_) => vec![(way.to_owned(), Value::String(text.to_owned()))],
        Value::Array(items) => items
            .iter()
            .enumerate()
            .flat_map(|(rank, item)| {
                with_text(item, &format!("{way}[{rank}]"), text).into_iter().map(move |(way, item)| {
                    let mut items = items.clone();
                    items[rank] = item;
                    (way, Value::Array(items))
                })
            })
            .collect(),
        Value::Object(members) => members
            .iter()
            .flat_map(|(key, member)| {
                with_text(member, &format!("{way}.{key}"), text).into_iter().map(move |(way, member)| {
                    let mut members = members.clone();
                    members.insert(key.clone(), member);
                    (way, Value::Object(members))
                })
            })
            .collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

#[test]
fn no_text_of_any_thing_lets_a_social_security_number_in() {
    let today = "2026-10-21".parse().expect("a date");
    let (mut tried, mut passed) = (0, Vec::new());
    for line in GOLDEN.lines() {
        let (kind, text) = line.split_once('\t').expect("kind and body");
        let value: Value = serde_json::from_str(text).expect("JSON");
        for number in NUMBERS {
            for (way, value) in with_text(&value, kind, number) {
                // A date or a code takes no such text at all.
                let Some(body) = body_from(kind, &value.to_string()) else { continue };
                // Nobody types these.
                if matches!(body, Body::Erasure(_) | Body::LegalHold(_) | Body::ListExport(_)) {
                    continue;
                }
                tried += 1;
                let found = check::body(&body, None, today);
                // What has a shape of its own is refused for not having it.
                let refuses = |field: &str| way.split('.').nth(1).is_some_and(|it| it.starts_with(field));
                let is_refused = found.iter().any(|it| {
                    it.code == "social-security-number"
                        || (it.severity == Severity::Refusal && refuses(it.field))
                });
                if !is_refused && !COMPUTED.contains(&way.as_str()) {
                    passed.push(way);
                }
            }
        }
    }
    passed.dedup();
    assert!(tried > 60, "{tried} texts");
    assert_eq!(passed, Vec::<String>::new());
}
