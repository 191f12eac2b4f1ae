//! The manifest: written otherwise, of other versions, with odd characters, with false claims.

use jalon::exchange::bundle::code::Code;
use serde_json::{Value, json};

use super::Corpus;

/// A manifest said in another way.
type Rewrite = fn(String) -> String;

pub(super) fn add(corpus: &mut Corpus<'_>) {
    written_otherwise(corpus);
    other_versions(corpus);
    odd_characters(corpus);
    false_claims(corpus);
}

fn written_otherwise(corpus: &mut Corpus<'_>) {
    corpus.class("B15");
    let cases: [(&str, Rewrite); 13] = [
        ("spaces", |text| text.replace("\":", "\": ")),
        ("order", |text| text.replace("{\"base\":0,\"crit\":[],", "{\"crit\":[],\"base\":0,")),
        ("duplicate", |text| text.replace("{\"base\":0,", "{\"base\":0,\"base\":0,")),
        ("exponent", |text| text.replace("\"schema\":1,", "\"schema\":1e0,")),
        ("exponent of three", |text| text.replace("\"schema\":1,", "\"schema\":1e3,")),
        ("fraction", |text| text.replace("\"schema\":1,", "\"schema\":1.0,")),
        ("minus zero", |text| text.replace("\"base\":0", "\"base\":-0")),
        ("escape", |text| text.replace("jalon-bundle/1", "jalon-bundle\\/1")),
        ("unicode escape", |text| text.replace("jalon", "\\u006aalon")),
        ("surrogate", |text| text.replace("\"crit\":[]", "\"crit\":[\"\\ud800\"]")),
        ("byte order mark", |text| format!("\u{FEFF}{text}")),
        ("no line feed", |text| text.trim_end().to_owned()),
        ("two line feeds", |text| format!("{text}\n")),
    ];
    for (name, change) in cases {
        corpus.manifest_bytes(name, Code::ManifestForm, |text| change(text).into_bytes());
    }
    let deep = |_| [&"[".repeat(100_000)[..], &"]".repeat(100_000), "\n"].concat().into_bytes();
    corpus.manifest_bytes("100,000 brackets", Code::ManifestForm, deep);
    let deep = |_| ["{\"a\":".repeat(100_000), "}".repeat(100_000), "\n".to_owned()].concat().into_bytes();
    corpus.manifest_bytes("100,000 objects", Code::ManifestForm, deep);
    // The manifest itself is one level.
    for (levels, expected) in [(126, Code::Verified), (127, Code::ManifestForm)] {
        corpus.changed(&format!("{levels} levels below"), expected, |forge, _| {
            forge.manifest["later"] = (0..levels - 1).fold(json!([]), |inside, _| json!([inside]));
        });
    }
    let digits = |text: String| text.replace("\"gen\":1,", &format!("\"gen\":{},", "7".repeat(1_000_000)));
    corpus.manifest_bytes("1,000,000 digits", Code::ManifestForm, |text| digits(text).into_bytes());
    let keys: String = (0..60_000).map(|key| format!("\"a{key}\":0,")).collect();
    corpus.manifest_bytes("60,000 keys", Code::ManifestForm, |text| {
        text.replacen('{', &format!("{{{keys}"), 1).into_bytes()
    });
    let same = "\"a\":0,".repeat(100_000);
    corpus.manifest_bytes("one key 100,000 times", Code::ManifestForm, |text| {
        text.replacen('{', &format!("{{{same}"), 1).into_bytes()
    });
    for other in ["null\n", "[]\n", "{}\n", "\n", "7\n", "\"jalon-bundle/1\"\n"] {
        corpus.manifest_bytes(&format!("{other:?}"), Code::ManifestForm, |_| other.as_bytes().to_vec());
    }
    corpus.class("B17");
    let bytes = |text: String| text.replace("\"crit\":[]", "\"crit\":[\"x\"]").into_bytes();
    corpus.manifest_bytes("manifest that is not UTF-8", Code::ManifestForm, |text| {
        bytes(text).into_iter().map(|byte| if byte == b'x' { 0xFF } else { byte }).collect()
    });
}

fn other_versions(corpus: &mut Corpus<'_>) {
    corpus.class("B16");
    corpus.manifest("/format", json!("jalon-bundle/2"), Code::NewerFormat);
    corpus.manifest("/crit", json!(["split"]), Code::UnknownCritical);
    corpus.manifest("/schema", json!(7), Code::Verified);
    corpus.changed("unknown fields", Code::Verified, |forge, _| {
        forge.manifest["audit"] = json!({"head": "00", "n": 12});
        forge.manifest["parts"][0]["later"] = json!(true);
        forge.manifest["journals"][0]["later"] = Value::Null;
    });
    corpus.changed("a whole future manifest", Code::NewerFormat, |forge, _| {
        forge.manifest = json!({"format": "jalon-bundle/2"});
    });
}

fn odd_characters(corpus: &mut Corpus<'_>) {
    corpus.class("B18");
    for odd in ["\u{1B}]0;x\u{7}", "\u{202E}", "\u{200B}", "\u{E0041}", "\u{2028}"] {
        corpus.manifest("/to", json!([odd]), Code::ManifestForm);
        corpus.changed(&format!("unknown field {odd:?}"), Code::ManifestForm, |forge, _| {
            forge.manifest["later"] = json!({"text": odd});
        });
    }
}

fn false_claims(corpus: &mut Corpus<'_>) {
    corpus.class("B19");
    let second = corpus.programme.second.station;
    corpus.manifest("/journals/0/station", json!(second), Code::ForeignJournal);
    corpus.class("B20");
    corpus.manifest("/entries", json!(7), Code::EntryCount);
    corpus.manifest("/entries", json!(0), Code::EntryCount);
    corpus.manifest("/journals", json!([]), Code::EntryCount);
    corpus.manifest("/base", json!(1), Code::ManifestForm);
    corpus.manifest("/seq", json!(0), Code::ManifestForm);
    corpus.manifest("/prev", json!("11".repeat(32)), Code::ManifestForm);
    corpus.manifest("/prev", json!("00".repeat(31)), Code::ManifestForm);
    // Clocks are shown, never believed.
    for time in ["1970-01-01T00:00:00Z", "2100-12-31T23:59:59Z"] {
        corpus.manifest("/time", json!(time), Code::Verified);
    }
    corpus.manifest("/time", json!("demain"), Code::ManifestForm);
}
