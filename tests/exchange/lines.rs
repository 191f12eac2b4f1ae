//! Entries on their way into a bundle: what a receiver would refuse is not packed.

use jalon::domain::body::Body;
use jalon::domain::check;
use jalon::domain::codes::Outcome;
use jalon::domain::id::{ObjectId, PersonId, StationId};
use jalon::domain::interview::Interview;
use jalon::domain::text::LONGEST;
use jalon::exchange::bundle::code::Code;
use jalon::exchange::bundle::contents::{CannotCarry, Contents};
use jalon::journal::entry::{Draft, Entry, Head};
use jalon::journal::payload::{self, Payload, Said};

use super::programme::{Programme, day, journal, now};

/// A station's first entry, whose payload is these bytes.
fn saying(station: StationId, kind: &str, payload: &str) -> Entry {
    let draft = Draft {
        kind: kind.to_owned(),
        object: ObjectId([4; 16]),
        person: Some(PersonId([4; 16])),
        replaces: None,
        payload: payload.as_bytes().to_vec(),
    };
    Entry::following(Head::EMPTY, station, now().at, draft)
}

#[test]
fn what_would_be_refused_is_not_packed() {
    let programme = Programme::new();
    let station = programme.first.station;
    let refusal = |after: Head, entry: &Entry| {
        let mut contents = Contents::new();
        contents.begin(station, after).unwrap();
        match contents.push(entry) {
            Err(CannotCarry::Entry { code, .. }) => Some(code),
            Err(CannotCarry::TooMuch | CannotCarry::Compression(_)) | Ok(()) => None,
        }
    };
    let entries = journal(station, 3);
    assert_eq!(refusal(Head::EMPTY, &entries[0]), None);
    assert_eq!(refusal(entries[0].head(), &entries[1]), None);
    assert_eq!(refusal(Head::EMPTY, &entries[1]), Some(Code::EntryChain));
    assert_eq!(refusal(Head::EMPTY, &journal(programme.second.station, 1)[0]), Some(Code::EntryChain));
    assert_eq!(
        refusal(Head::EMPTY, &saying(station, "contact", "{\"result\":\"\\u001b\"}")),
        Some(Code::Characters)
    );
    let long = format!("{{\"a\":\"{}\"}}", "a".repeat(256 << 10));
    assert_eq!(refusal(Head::EMPTY, &saying(station, "note", &long)), Some(Code::LineForm));
    assert!(Contents::new().push(&entries[0]).is_err());
}

#[test]
fn whatever_is_written_can_travel() {
    let programme = Programme::new();
    let mut interview = Interview::new(day("2026-11-19"), Outcome::Held);
    interview.record = format!("co\u{AD}or\u{200B}donn\u{E9}\u{1B}[2J\u{202E} e{}", "\u{301}".repeat(40));
    interview.place = Some("Maison\tde l’emploi\u{2028}".to_owned());
    let said = Said::Is(Body::Interview(interview));
    let written = payload::encode(&Payload {
        salt: [0; 16],
        batch: None,
        undoes: None,
        imported: false,
        origin: None,
        said,
    });
    let entry = saying(programme.first.station, "interview", std::str::from_utf8(&written).unwrap());
    let mut contents = Contents::new();
    contents.begin(programme.first.station, Head::EMPTY).unwrap();
    contents.push(&entry).unwrap();
    let Ok(Payload { said: Said::Is(Body::Interview(kept)), .. }) = payload::decode("interview", &written)
    else {
        unreachable!("an interview was written")
    };
    assert!(kept.record.starts_with("coordonné[2J e\u{301}"), "{}", kept.record);
    assert_eq!(kept.place.as_deref(), Some("Maison de l’emploi\n"));
}

#[test]
fn a_text_that_could_not_travel_is_refused_when_it_is_typed() {
    let mut interview = Interview::new(day("2026-11-19"), Outcome::Held);
    let refusals = |interview: &Interview| {
        let found = check::body(&Body::Interview(interview.clone()), None, day("2026-11-22"));
        found.iter().filter(|it| it.code == "text-too-long").count()
    };
    interview.record = "é".repeat(LONGEST);
    assert_eq!(refusals(&interview), 0);
    interview.record.push('!');
    assert_eq!(refusals(&interview), 1);
}
