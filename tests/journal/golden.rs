//! The wire form of every kind of body, byte for byte: journals and bundles written today must
//! open for ever. A change here is a new format version, never an edit.

use chrono::{TimeZone as _, Utc};
use jalon::domain::body::Body;
use jalon::domain::id::{ObjectId, PersonId, StationId};
use jalon::domain::office::OfficeBody;
use jalon::journal::canonical;
use jalon::journal::entry::{Draft, Entry, Head};
use jalon::journal::fold::Fold;
use jalon::journal::payload::{Said, body_from, body_value};

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
            "list_export",
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
            "goal",
            "special_case",
            "positioning",
            "absence",
            "submission",
            "recommendation",
            "referent",
            "limitation",
            "skill",
            "assignment",
            "erasure",
            "legal_hold",
            "meeting",
            "unmet_need",
            "designation",
            "workshop",
            "structure",
            "commission_session",
            "esf_record"
        ]
    );
}

/// A kind that is forgotten in one of the places where a file keeps its things is lost on screen.
#[test]
fn every_kind_of_a_file_or_of_the_office_is_found_and_taken_out_again() {
    let (station, person) = (StationId([1; 16]), PersonId([2; 16]));
    let is_of_office = |kind: &str| OfficeBody::KINDS.contains(&kind);
    let mut fold = Fold::default();
    let mut apply = |object: ObjectId, kind: &str, said: Said| {
        let draft = Draft {
            kind: kind.to_owned(),
            object,
            person: (!is_of_office(kind)).then_some(person),
            replaces: None,
            payload: Vec::new(),
        };
        let at = Utc.with_ymd_and_hms(2026, 11, 2, 9, 0, 0).single().expect("an instant");
        fold.apply_said(&Entry::following(Head::EMPTY, station, at, draft), Some(said));
        let of_office = fold.caseload.office.version(object);
        let file = fold.caseload.files.get(&person);
        of_office.or_else(|| file.and_then(|file| file.version(object))).map(|(_, body)| body)
    };
    let bodies = GOLDEN.lines().map(|line| {
        let (kind, text) = line.split_once('\t').expect("kind and body");
        body_from(kind, text).expect(kind)
    });
    let mut of_a_file: Vec<Body> = bodies
        .filter(|it| {
            // The last one is put in its place with everything else of its file: see `transferring`.
            !matches!(
                it,
                Body::Station(_)
                    | Body::Erasure(_)
                    | Body::LegalHold(_)
                    | Body::ListExport(_)
                    | Body::Assignment(_)
            )
        })
        .collect();
    of_a_file.sort_by_key(|it| !matches!(it, Body::Person(_)));
    for (number, body) in of_a_file.into_iter().enumerate() {
        let object = ObjectId([u8::try_from(number).expect("few"); 16]);
        let kind = body.kind();
        assert_eq!(apply(object, kind, Said::Is(body.clone())), Some(body.clone()), "{kind} is not found");
        if !matches!(body, Body::Person(_)) {
            assert_eq!(apply(object, kind, Said::Withdrawn), None, "{kind} is not taken out");
        }
    }
}
