//! Entries, their canonical form, the fold, and the acts that undo touches.

mod golden;
mod jcs;

use chrono::{DateTime, NaiveDate, Utc};
use jalon::domain::body::Body;
use jalon::domain::codes::Outcome;
use jalon::domain::file::EntryId;
use jalon::domain::id::{BatchId, ObjectId, PersonId, StationId};
use jalon::domain::interview::Interview;
use jalon::domain::person::Person;
use jalon::journal::acts::Acts;
use jalon::journal::canonical::{self, NotCanonical};
use jalon::journal::entry::{BadEntry, Draft, Entry, Head};
use jalon::journal::fold::Fold;
use jalon::journal::payload::{self, Payload, Said};

const STATION: StationId = StationId([7; 16]);
const NADIA: PersonId = PersonId([1; 16]);

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn instant() -> DateTime<Utc> {
    "2026-03-12T09:30:00Z".parse().expect("an instant")
}

/// A journal written by hand.
#[derive(Default)]
struct Journal {
    entries: Vec<Entry>,
    fold: Fold,
    acts: Acts,
}

impl Journal {
    fn write(&mut self, object: u8, replaces: Option<EntryId>, said: Said, of: (&str, Gesture)) -> EntryId {
        let (kind, gesture) = of;
        let payload = Payload {
            salt: [9; 16],
            batch: Some(gesture.batch),
            undoes: gesture.undoes,
            imported: false,
            origin: None,
            said,
        };
        let draft = Draft {
            kind: kind.to_owned(),
            object: ObjectId([object; 16]),
            person: Some(NADIA),
            replaces,
            payload: payload::encode(&payload),
        };
        let head = self.entries.last().map_or(Head::EMPTY, Entry::head);
        let entry = Entry::following(head, STATION, instant(), draft);
        self.fold.apply(&entry);
        self.acts.push(&entry.header, payload.batch, payload.undoes);
        let id = entry.id();
        self.entries.push(entry);
        id
    }
}

/// What wrote an entry.
#[derive(Clone, Copy)]
struct Gesture {
    batch: BatchId,
    undoes: Option<EntryId>,
}

fn gesture(number: u8) -> Gesture {
    Gesture { batch: BatchId([number; 16]), undoes: None }
}

fn undoing(number: u8, entry: EntryId) -> Gesture {
    Gesture { batch: BatchId([number; 16]), undoes: Some(entry) }
}

fn nadia() -> Body {
    Body::Person(Person::new("Belkacem", "Nadia", day("1985-04-02")))
}

fn interview(on: &str) -> Said {
    Said::Is(Body::Interview(Interview::new(day(on), Outcome::Held)))
}

#[test]
fn canonical_form_is_unique_and_refuses_every_other_one() {
    let cases: &[(&str, Result<(), NotCanonical>)] = &[
        (r#"{"a":1,"b":[true,null,"é"]}"#, Ok(())),
        (r#"{"b":1,"a":2}"#, Err(NotCanonical::Form)),
        (r#"{"a": 1}"#, Err(NotCanonical::Form)),
        (r#"{"a":1,"a":1}"#, Err(NotCanonical::Form)),
        (r#"{"a":1e3}"#, Err(NotCanonical::Number)),
        (r#"{"a":1.5}"#, Err(NotCanonical::Number)),
        (r#"{"a":-0}"#, Err(NotCanonical::Number)),
        (r#"{"a":9007199254740991}"#, Ok(())),
        (r#"{"a":9007199254740992}"#, Err(NotCanonical::Number)),
        (r#"{"é":1}"#, Err(NotCanonical::Key)),
        // What a reader of JSON would take for a text to parse in its turn.
        (r#"{"$serde_json::private::RawValue":"[1]"}"#, Err(NotCanonical::Key)),
        (r#"{"a":[{"$":1}]}"#, Err(NotCanonical::Key)),
        ("{\"a\":\"\\u00e9\"}", Err(NotCanonical::Form)),
        ("\u{feff}{}", Err(NotCanonical::Syntax)),
        ("{}\n", Err(NotCanonical::Form)),
        ("", Err(NotCanonical::Syntax)),
    ];
    for (text, expected) in cases {
        assert_eq!(canonical::from_bytes(text.as_bytes()).map(|_| ()), *expected, "{text}");
    }
}

#[test]
fn an_entry_follows_only_the_one_before_it() {
    let mut journal = Journal::default();
    journal.write(1, None, Said::Is(nadia()), ("person", gesture(1)));
    journal.write(2, None, interview("2026-03-12"), ("interview", gesture(2)));
    let [first, second] = &journal.entries[..] else { panic!("two entries") };
    assert_eq!(first.check_follows(Head::EMPTY), Ok(()));
    assert_eq!(second.check_follows(first.head()), Ok(()));
    assert_eq!(second.check_follows(Head::EMPTY), Err(BadEntry::Chain));
    assert_eq!(first.check_follows(first.head()), Err(BadEntry::Chain));
}

#[test]
fn an_altered_payload_is_seen_and_an_erased_one_still_chains() {
    let mut journal = Journal::default();
    journal.write(1, None, Said::Is(nadia()), ("person", gesture(1)));
    let entry = &journal.entries[0];
    let mut payload = entry.payload.clone().expect("a payload");
    payload[5] ^= 1;
    assert_eq!(Entry::from_bytes(entry.header_bytes.clone(), Some(payload)), Err(BadEntry::Payload));
    let erased = Entry::from_bytes(entry.header_bytes.clone(), None).expect("a header");
    assert_eq!(erased.head(), entry.head());
}

#[test]
fn the_fold_keeps_the_latest_version_in_the_order_of_dates() {
    let mut journal = Journal::default();
    journal.write(1, None, Said::Is(nadia()), ("person", gesture(1)));
    let march = journal.write(2, None, interview("2026-03-12"), ("interview", gesture(2)));
    journal.write(3, None, interview("2026-02-01"), ("interview", gesture(3)));
    let dates = |journal: &Journal| {
        let file = &journal.fold.caseload.files[&NADIA];
        file.interviews.iter().map(|it| it.value.date.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(dates(&journal), ["2026-02-01", "2026-03-12"]);
    journal.write(2, Some(march), interview("2026-01-15"), ("interview", gesture(4)));
    assert_eq!(dates(&journal), ["2026-01-15", "2026-02-01"]);
}

#[test]
fn a_withdrawn_person_comes_back_whole() {
    let mut journal = Journal::default();
    let made = journal.write(1, None, Said::Is(nadia()), ("person", gesture(1)));
    journal.write(2, None, interview("2026-03-12"), ("interview", gesture(2)));
    let gone = journal.write(1, Some(made), Said::Withdrawn, ("person", gesture(3)));
    assert!(journal.fold.caseload.files.is_empty());
    journal.write(1, Some(gone), Said::Is(nadia()), ("person", gesture(4)));
    assert_eq!(journal.fold.caseload.files[&NADIA].interviews.len(), 1);
}

#[test]
fn entries_of_unknown_kinds_are_counted_and_do_no_harm() {
    let mut journal = Journal::default();
    journal.write(1, None, Said::Is(nadia()), ("horoscope", gesture(1)));
    journal.write(2, None, interview("2026-03-12"), ("interview", gesture(2)));
    assert!(journal.fold.caseload.files.is_empty());
    assert_eq!(journal.fold.unread(), 1);
}

#[test]
fn undo_and_redo_are_read_from_the_journal() {
    let mut journal = Journal::default();
    journal.write(1, None, Said::Is(nadia()), ("person", gesture(1)));
    let first = journal.write(2, None, interview("2026-03-12"), ("interview", gesture(2)));
    let done = |journal: &mut Journal| journal.acts.last_done().map(|act| act.traces[0].entry.sequence);
    let undone = |journal: &mut Journal| journal.acts.last_undone().map(|act| act.traces[0].entry.sequence);
    assert_eq!((done(&mut journal), undone(&mut journal)), (Some(2), None));
    let undo = journal.write(2, Some(first), Said::Withdrawn, ("interview", undoing(3, first)));
    assert_eq!((done(&mut journal), undone(&mut journal)), (Some(1), Some(3)));
    let redo = journal.write(2, Some(undo), interview("2026-03-12"), ("interview", undoing(4, undo)));
    assert_eq!((done(&mut journal), undone(&mut journal)), (Some(4), None));
    journal.write(2, Some(redo), Said::Withdrawn, ("interview", undoing(5, redo)));
    assert_eq!((done(&mut journal), undone(&mut journal)), (Some(1), Some(5)));
    journal.write(3, None, interview("2026-03-20"), ("interview", gesture(6)));
    assert_eq!(
        (done(&mut journal), undone(&mut journal)),
        (Some(6), None),
        "a new act forgets what was undone"
    );
}

#[test]
fn a_batch_is_one_act() {
    let mut journal = Journal::default();
    journal.write(1, None, Said::Is(nadia()), ("person", gesture(1)));
    journal.write(2, None, interview("2026-03-12"), ("interview", gesture(1)));
    journal.write(3, None, interview("2026-03-13"), ("interview", gesture(1)));
    assert_eq!(journal.acts.last_done().map(|act| act.traces.len()), Some(3));
}

#[test]
fn the_control_code_changes_with_any_letter() {
    let mut held = Interview::new(day("2026-03-12"), Outcome::Held);
    held.record = "CV à jour, revoir lundi".to_owned();
    let code = held.control_code(NADIA);
    assert_eq!(code.len(), 9);
    held.record.push('.');
    assert_ne!(held.control_code(NADIA), code);
}
