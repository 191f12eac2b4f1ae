//! Entries inside a well-signed bundle: form, characters, payloads, chain.

use jalon::domain::id::{ObjectId, PersonId};
use jalon::exchange::bundle::code::Code;
use jalon::journal::entry::{Draft, Entry, Head};

use super::super::forge::Forge;
use super::super::programme::{self, journal, now};
use super::{Corpus, joined};

pub(super) fn add(corpus: &mut Corpus<'_>) {
    written_otherwise(corpus);
    too_long(corpus);
    kinds(corpus);
    characters(corpus);
    payloads(corpus);
    chain(corpus);
    beginnings(corpus);
}

/// A station's first entry, whose payload is these bytes.
fn saying(corpus: &Corpus<'_>, kind: &str, payload: &str) -> Entry {
    let draft = Draft {
        kind: kind.to_owned(),
        object: ObjectId([4; 16]),
        person: Some(PersonId([4; 16])),
        replaces: None,
        payload: payload.as_bytes().to_vec(),
    };
    Entry::following(Head::EMPTY, corpus.programme.first.station, now().at, draft)
}

fn written_otherwise(corpus: &mut Corpus<'_>) {
    corpus.class("B15");
    let form = Code::LineForm;
    corpus.lines("lines as they are", Code::Verified, |all| joined(&all));
    corpus.third("line: spaces", form, |line| line.replace("\":", "\": "));
    corpus.third("line: carriage return", form, |line| format!("{line}\r"));
    corpus.third("line: space before", form, |line| format!(" {line}"));
    corpus.third("line: byte order mark", form, |line| format!("\u{FEFF}{line}"));
    corpus
        .third("line: a third part", form, |line| line.replace("{\"header\":", "{\"author\":1,\"header\":"));
    corpus.third("line: duplicate", form, |line| line.replacen("\"at\":", "\"at\":1,\"at\":", 1));
    corpus.third("line: fraction", form, |line| line.replace("\"sequence\":3", "\"sequence\":3.0"));
    corpus.third("line: unicode escape", form, |line| line.replace("contact", "\\u0063ontact"));
    corpus.third("line: empty", form, |_| String::new());
    for other in ["{}", "[]", "null", "{\"header\":null}", "{\"header\":{}}", "{\"header\":[]}"] {
        corpus.third(&format!("line: {other}"), form, |_| other.to_owned());
    }
    for payload in ["null", "[]", "1", "\"\""] {
        corpus.third(&format!("line: payload {payload}"), form, |line| {
            format!("{},\"payload\":{payload}}}", line.split(",\"payload\":{").next().unwrap())
        });
    }
    corpus
        .third("line: 100,000 brackets", form, |_| [&"[".repeat(100_000)[..], &"]".repeat(100_000)].concat());
    for (name, number) in [("200,000 digits", &*"3".repeat(200_000)), ("2^64 - 1", "18446744073709551615")] {
        corpus.third(&format!("line: {name}"), form, |line| {
            line.replace("\"sequence\":3", &format!("\"sequence\":{number}"))
        });
    }
    corpus.class("B17");
    corpus.lines("line that is not UTF-8", form, |all| {
        joined(&all).into_iter().map(|byte| if byte == b'z' { 0xFF } else { byte }).collect()
    });
    // Half a surrogate pair is not text.
    let half = saying(corpus, "contact", "{\"result\":\"\\ud83d\"}");
    corpus.entry("half a surrogate pair", form, &half);
    let overlong = saying(corpus, "contact", "{\"result\":\"zz\"}");
    let forge = Forge::of(corpus.programme, std::slice::from_ref(&overlong));
    let raw: Vec<u8> = super::super::forge::line(&overlong);
    let at = raw.windows(2).position(|two| two == b"zz").unwrap();
    let raw = [&raw[..at], &[0xC0, 0xAF], &raw[at + 2..]].concat();
    corpus.file("overlong UTF-8", forge.with_lines(&raw).seal(), form);
}

fn too_long(corpus: &mut Corpus<'_>) {
    corpus.class("B12");
    corpus.lines("no last line feed", Code::LineForm, |all| all.join("\n").into_bytes());
    corpus.lines("line feed more", Code::LineForm, |all| [joined(&all), b"\n".to_vec()].concat());
    for (length, expected) in
        [((256 << 10) - 1_000, Code::Verified), (256 << 10, Code::LineForm), (7 << 20, Code::LineForm)]
    {
        let long = saying(corpus, "note", &format!("{{\"a\":\"{}\"}}", "a".repeat(length)));
        corpus.entry(&format!("text of {length} bytes"), expected, &long);
    }
}

fn kinds(corpus: &mut Corpus<'_>) {
    corpus.class("B16");
    let later = saying(corpus, "goal_contract2", "{\"anything\":[1,true,null]}");
    corpus.entry("unknown kind", Code::Verified, &later);
    corpus.class("B18");
    for kind in ["", "Interview", "inter view", "interview\u{1B}", "entretien·", &"a".repeat(65)] {
        let odd = saying(corpus, kind, "{}");
        corpus.entry(&format!("kind {kind:?}"), Code::LineForm, &odd);
    }
}

fn characters(corpus: &mut Corpus<'_>) {
    let text = |corpus: &mut Corpus<'_>, text: &str, expected: Code| {
        let said = format!("{{\"result\":{}}}", serde_json::to_string(text).unwrap());
        let entry = saying(corpus, "contact", &said);
        let shown: String = text.chars().take(12).collect();
        corpus.entry(&format!("{shown:?}"), expected, &entry);
    };
    corpus.class("B17");
    for good in ["Nguyễn Thị Ánh", "Nguye\u{302}\u{303}n", "Lefe\u{300}vre", "Lefèvre", "Zoé 👍"] {
        text(corpus, good, Code::Verified);
    }
    corpus.class("B18");
    for good in [
        "Reçu à l’accueil ; 12 € de bus — « c’est loin ».",
        "Deux lignes.\nEt la seconde.",
        "שָׁלוֹם עֲלֵיכֶם",
        "محمد الأمين",
        "יהודה (Yehuda) 12",
        "=1+1",
    ] {
        text(corpus, good, Code::Verified);
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
        text(corpus, odd, Code::Characters);
    }
    text(corpus, &format!("e{}", "\u{301}".repeat(1_000)), Code::Characters);
    for (name, said) in [("key", "{\"\\u0007\":1}"), ("deep", "{\"a\":{\"b\":[\"\\u001b\"]}}")] {
        let odd = saying(corpus, "contact", said);
        corpus.entry(&format!("odd {name}"), Code::Characters, &odd);
    }
}

fn payloads(corpus: &mut Corpus<'_>) {
    corpus.class("chain");
    corpus.third("payload altered", Code::EntryPayload, |line| line.replace("rendez-vous", "Rendez-vous"));
    corpus.lines("payloads swapped", Code::EntryPayload, |mut all| {
        let tail = |line: &str| {
            line.split_once(",\"payload\":{").map(|(head, tail)| (head.to_owned(), tail.to_owned())).unwrap()
        };
        let ((first, one), (second, two)) = (tail(&all[1]), tail(&all[2]));
        all[1] = format!("{first},\"payload\":{{{two}");
        all[2] = format!("{second},\"payload\":{{{one}");
        joined(&all)
    });
    // Erased people have no payload; what concerns nobody cannot have been erased.
    corpus.third("payload of someone erased", Code::Verified, |line| {
        format!("{}}}", line.split(",\"payload\":{").next().unwrap())
    });
    let draft = Draft {
        kind: "station".to_owned(),
        object: ObjectId([4; 16]),
        person: None,
        replaces: None,
        payload: b"{}".to_vec(),
    };
    let mut entry = Entry::following(Head::EMPTY, corpus.programme.first.station, now().at, draft);
    entry.payload = None;
    corpus.entry("payload of nobody erased", Code::EntryPayload, &entry);
}

fn chain(corpus: &mut Corpus<'_>) {
    let chain = Code::EntryChain;
    for (index, expected) in [(0, chain), (2, chain), (5, Code::EntryCount)] {
        corpus.lines(&format!("without entry {index}"), expected, |mut all| {
            all.remove(index);
            joined(&all)
        });
    }
    let count = Code::EntryCount;
    corpus.lines("last entry twice", count, |all| joined(&[&all[..], &all[5..]].concat()));
    corpus.lines("first entry twice", chain, |all| joined(&[&all[..1], &all[..]].concat()));
    corpus.lines("entries swapped", chain, |mut all| {
        all.swap(2, 3);
        joined(&all)
    });
    let later = |line: &str| line.replace("2026-11-20T09:30:00Z", "2026-11-20T09:31:00Z");
    corpus.third("header altered", chain, later);
    corpus.third("number altered", chain, |line| line.replace("\"sequence\":3", "\"sequence\":4"));
    corpus.lines("last header altered", chain, |mut all| {
        all[5] = later(&all[5]);
        joined(&all)
    });
}

fn beginnings(corpus: &mut Corpus<'_>) {
    let (first, second) = (corpus.programme.first.station, corpus.programme.second.station);
    let before = Head { sequence: 0, digest: journal(second, 1)[0].head().digest };
    let orphan = Entry::following(before, first, now().at, programme::draft(0));
    corpus.entry("a beginning that follows something", Code::EntryChain, &orphan);
    let other = journal(second, 2);
    let mut forge = Forge::of(corpus.programme, &other);
    corpus.file("entries of another station", forge.seal(), Code::EntryChain);
    forge.carry(second, &other);
    corpus.class("B19");
    corpus.file("journal of another station", forge.seal(), Code::ForeignJournal);
}
