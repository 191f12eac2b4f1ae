//! Entries inside a well-signed bundle: form, characters, chain.

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

use super::forge::{Forge, line};
use super::hostile::code;
use super::programme::{Programme, day, journal, now};

/// What the centre says of the good bundle when its lines are these.
fn lines(change: impl FnOnce(Vec<String>) -> Vec<u8>) -> Code {
    let programme = Programme::new();
    let good = journal(programme.first.station, 6);
    let good = good.iter().map(|entry| String::from_utf8(line(entry)).unwrap().trim_end().to_owned());
    let forge = Forge::good(&programme).with_lines(&change(good.collect()));
    code(&programme, &forge.seal())
}

/// … when the third line is this.
fn third(change: impl FnOnce(&str) -> String) -> Code {
    lines(|mut all| {
        all[2] = change(&all[2]);
        joined(&all)
    })
}

fn joined(all: &[String]) -> Vec<u8> {
    all.iter().flat_map(|line| [line.as_bytes(), b"\n"].concat()).collect()
}

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

/// What the centre says of a bundle of this one entry.
fn payload(kind: &str, text: &str) -> Code {
    let programme = Programme::new();
    let entry = saying(programme.first.station, kind, text);
    code(&programme, &Forge::of(&programme, &[entry]).seal())
}

#[test]
fn lines_as_they_are() {
    assert_eq!(lines(|all| joined(&all)), Code::Verified);
}

#[test]
fn b15_lines_written_otherwise() {
    assert_eq!(third(|line| line.replace("\":", "\": ")), Code::LineForm);
    assert_eq!(third(|line| format!("{line}\r")), Code::LineForm);
    assert_eq!(third(|line| format!(" {line}")), Code::LineForm);
    assert_eq!(third(|line| format!("\u{FEFF}{line}")), Code::LineForm);
    assert_eq!(third(|line| line.replace("{\"header\":", "{\"author\":1,\"header\":")), Code::LineForm);
    assert_eq!(third(|line| line.replacen("\"at\":", "\"at\":1,\"at\":", 1)), Code::LineForm);
    assert_eq!(third(|line| line.replace("\"sequence\":3", "\"sequence\":3.0")), Code::LineForm);
    assert_eq!(third(|line| line.replace("contact", "\\u0063ontact")), Code::LineForm);
    assert_eq!(third(|_| String::new()), Code::LineForm);
    for other in ["{}", "[]", "null", "{\"header\":null}", "{\"header\":{}}", "{\"header\":[]}"] {
        assert_eq!(third(|_| other.to_owned()), Code::LineForm, "{other}");
    }
    let header_only = |line: &str| line.split(",\"payload\":{").next().unwrap().to_owned();
    for payload in ["null", "[]", "1", "\"\""] {
        let odd = |line: &str| format!("{},\"payload\":{payload}}}", header_only(line));
        assert_eq!(third(odd), Code::LineForm, "{payload}");
    }
    assert_eq!(third(|_| [&"[".repeat(100_000)[..], &"]".repeat(100_000)].concat()), Code::LineForm);
    assert_eq!(
        third(|line| line.replace("\"sequence\":3", &format!("\"sequence\":{}", "3".repeat(200_000)))),
        Code::LineForm
    );
    assert_eq!(
        third(|line| line.replace("\"sequence\":3", "\"sequence\":18446744073709551615")),
        Code::LineForm
    );
    let invalid =
        lines(|all| joined(&all).into_iter().map(|byte| if byte == b'z' { 0xFF } else { byte }).collect());
    assert_eq!(invalid, Code::LineForm);
}

#[test]
fn lines_are_whole_and_under_their_cap() {
    assert_eq!(lines(|all| all.join("\n").into_bytes()), Code::LineForm);
    assert_eq!(lines(|all| [joined(&all), b"\n".to_vec()].concat()), Code::LineForm);
    let long = |length: usize| payload("note", &format!("{{\"a\":\"{}\"}}", "a".repeat(length)));
    assert_eq!(long((256 << 10) - 1_000), Code::Verified);
    assert_eq!(long(256 << 10), Code::LineForm);
    assert_eq!(long(7 << 20), Code::LineForm);
}

#[test]
fn unknown_kinds_pass_and_odd_ones_do_not() {
    assert_eq!(payload("goal_contract2", "{\"anything\":[1,true,null]}"), Code::Verified);
    for kind in ["", "Interview", "inter view", "interview\u{1B}", "entretien·", &"a".repeat(65)] {
        assert_eq!(payload(kind, "{}"), Code::LineForm, "{kind:?}");
    }
}

#[test]
fn b17_b18_characters() {
    let text =
        |text: &str| payload("contact", &format!("{{\"result\":{}}}", serde_json::to_string(text).unwrap()));
    for good in [
        "Reçu à l’accueil ; 12 € de bus — « c’est loin ».",
        "Deux lignes.\nEt la seconde.",
        "שָׁלוֹם עֲלֵיכֶם",
        "محمد الأمين",
        "Nguyễn Thị Ánh",
        "Nguye\u{302}\u{303}n",
        "Zoé 👍",
        "=1+1",
    ] {
        assert_eq!(text(good), Code::Verified, "{good:?}");
    }
    for odd in [
        "\0",
        "\u{7}",
        "\t",
        "\r\n",
        "\u{1B}[2J",
        "\u{1B}]8;;http://x\u{1B}\\",
        "\u{1B}]52;c;eA==\u{7}",
        "\u{1B}P",
        "\u{1B}_",
        "\u{7F}",
        "\u{9B}31m",
        "\u{85}",
        "\u{202E}gpj.exe",
        "\u{2066}",
        "\u{200F}",
        "\u{61C}",
        "a\u{200B}b",
        "a\u{200D}b",
        "\u{FEFF}",
        "\u{AD}",
        "\u{2060}",
        "\u{E0041}",
        "\u{E0100}",
        "\u{2028}",
        "\u{2029}",
        "\u{3164}",
    ] {
        assert_eq!(text(odd), Code::Characters, "{odd:?}");
    }
    assert_eq!(text(&format!("e{}", "\u{301}".repeat(1_000))), Code::Characters);
    assert_eq!(payload("contact", "{\"\\u0007\":1}"), Code::Characters);
    assert_eq!(payload("contact", "{\"a\":{\"b\":[\"\\u001b\"]}}"), Code::Characters);
    // Half a surrogate pair is not text.
    assert_eq!(payload("contact", "{\"result\":\"\\ud83d\"}"), Code::LineForm);
}

#[test]
fn payloads_are_the_ones_of_their_headers() {
    assert_eq!(third(|line| line.replace("rendez-vous", "Rendez-vous")), Code::EntryPayload);
    let swapped = lines(|mut all| {
        let tail = |line: &str| {
            line.split_once(",\"payload\":{").map(|(head, tail)| (head.to_owned(), tail.to_owned())).unwrap()
        };
        let ((first, one), (second, two)) = (tail(&all[1]), tail(&all[2]));
        all[1] = format!("{first},\"payload\":{{{two}");
        all[2] = format!("{second},\"payload\":{{{one}");
        joined(&all)
    });
    assert_eq!(swapped, Code::EntryPayload);
    // Erased people have no payload; what concerns nobody cannot have been erased.
    let erased = |line: &str| format!("{}}}", line.split(",\"payload\":{").next().unwrap());
    assert_eq!(third(erased), Code::Verified);
    let programme = Programme::new();
    let mut entry = saying(programme.first.station, "station", "{}");
    entry = Entry::following(
        Head::EMPTY,
        programme.first.station,
        now().at,
        Draft {
            kind: entry.header.kind,
            object: entry.header.object,
            person: None,
            replaces: None,
            payload: b"{}".to_vec(),
        },
    );
    entry.payload = None;
    assert_eq!(code(&programme, &Forge::of(&programme, &[entry]).seal()), Code::EntryPayload);
}

#[test]
fn the_chain_holds_inside_a_bundle() {
    let without = |index: usize| {
        lines(|mut all| {
            all.remove(index);
            joined(&all)
        })
    };
    assert_eq!([without(0), without(2)], [Code::EntryChain; 2]);
    assert_eq!(without(5), Code::EntryCount);
    assert_eq!(lines(|all| joined(&[&all[..], &all[5..]].concat())), Code::EntryCount);
    assert_eq!(lines(|all| joined(&[&all[..1], &all[..]].concat())), Code::EntryChain);
    let swapped = lines(|mut all| {
        all.swap(2, 3);
        joined(&all)
    });
    assert_eq!(swapped, Code::EntryChain);
    assert_eq!(third(|line| line.replace("2026-11-20T09:30:00Z", "2026-11-20T09:31:00Z")), Code::EntryChain);
    assert_eq!(third(|line| line.replace("\"sequence\":3", "\"sequence\":4")), Code::EntryChain);
    let last = lines(|mut all| {
        all[5] = all[5].replace("2026-11-20T09:30:00Z", "2026-11-20T09:31:00Z");
        joined(&all)
    });
    assert_eq!(last, Code::EntryChain);
}

#[test]
fn a_journal_begins_at_its_beginning() {
    let programme = Programme::new();
    let before = journal(programme.second.station, 1)[0].head();
    let orphan = Entry::following(
        Head { sequence: 0, digest: before.digest },
        programme.first.station,
        now().at,
        super::programme::draft(0),
    );
    assert_eq!(code(&programme, &Forge::of(&programme, &[orphan]).seal()), Code::EntryChain);
    let other = journal(programme.second.station, 2);
    let mut forge = Forge::of(&programme, &other);
    assert_eq!(code(&programme, &forge.seal()), Code::EntryChain);
    forge.carry(programme.second.station, &other);
    assert_eq!(code(&programme, &forge.seal()), Code::ForeignJournal);
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
    let written =
        payload::encode(&Payload { salt: [0; 16], batch: None, undoes: None, imported: false, said });
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
