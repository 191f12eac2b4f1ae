//! The wire form of every kind of body, byte for byte: journals and bundles written today must
//! open for ever. A change here is a new format version, never an edit.

use jalon::journal::canonical;
use jalon::journal::payload::{body_from, body_value};

/// One line a body: its kind, a tab, its canonical JSON with every field filled.
const GOLDEN: &str = include_str!("golden-v1.tsv");

#[test]
fn every_body_reads_and_writes_the_same_bytes() {
    let mut kinds = Vec::new();
    for line in GOLDEN.lines() {
        let (kind, text) = line.split_once('\t').expect("kind and body");
        canonical::from_bytes(text.as_bytes()).expect(kind);
        let body = body_from(kind, text).unwrap_or_else(|| panic!("{kind} is not read"));
        assert_eq!(body.kind(), kind);
        let again = canonical::to_bytes(&body_value(&body)).expect(kind);
        assert_eq!(String::from_utf8_lossy(&again), text, "{kind}");
        kinds.push(kind);
    }
    kinds.dedup();
    assert_eq!(
        kinds,
        [
            "station",
            "person",
            "enrolment",
            "interview",
            "step",
            "contact",
            "decision",
            "employment",
            "training",
            "evidence",
            "diagnosis",
            "barrier",
            "goal"
        ]
    );
}
