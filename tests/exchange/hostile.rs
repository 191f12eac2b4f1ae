//! Bundles that somebody wrote wrong on purpose: each is refused with its own code, quickly.
//! The letters are those of the classes of the threat model.

use std::io::Read;

use jalon::clock;
use jalon::exchange::bundle::code::Code;
use jalon::exchange::bundle::read::{Inspection, Reader, inspect};
use jalon::exchange::recipient::Identity;
use jalon::exchange::signing::{Namespace, SigningKey};
use serde_json::{Value, json};

use super::forge::{Forge, archive, encrypt, tar_header};
use super::programme::{Programme, journal, stranger};

/// Longest that refusing one file may take, of the processor's time.
const LONGEST_MS: u128 = 100;

/// Time that this thread has spent on a processor, so that a busy machine does not matter.
fn busy_ms() -> u128 {
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let spent = spent.and_then(|text| text.split(' ').next()?.parse::<u128>().ok());
    spent.map_or_else(|| clock::instant().elapsed().as_millis(), |nanoseconds| nanoseconds / 1_000_000)
}

/// What the centre says of a file.
pub fn code(programme: &Programme, file: &[u8]) -> Code {
    let before = busy_ms();
    let seen = programme.inspect(file);
    let spent = busy_ms().saturating_sub(before);
    assert!(spent <= LONGEST_MS, "{:?} took {spent} ms", seen.code);
    assert_eq!(seen.is_signed(), seen.sender.is_some());
    assert!(seen.persons.is_none() || seen.code == Code::Verified, "figures of a refused bundle");
    seen.code
}

/// What the centre says of the good bundle after this change to it.
fn changed(change: impl FnOnce(&mut Forge, &Programme)) -> Code {
    let programme = Programme::new();
    let mut forge = Forge::good(&programme);
    change(&mut forge, &programme);
    code(&programme, &forge.seal())
}

/// … after this change to its manifest, signed again.
fn manifest(place: &str, value: Value) -> Code {
    changed(|forge, _| *forge.manifest.pointer_mut(place).expect(place) = value)
}

/// … with these bytes as its manifest, signed.
fn manifest_bytes(change: impl FnOnce(String) -> Vec<u8>) -> Code {
    let programme = Programme::new();
    let forge = Forge::good(&programme);
    let bytes = change(String::from_utf8(forge.manifest_bytes()).unwrap());
    code(&programme, &forge.encrypt(&forge.inner_with(&bytes)))
}

fn with(identities: &[Identity], programme: &Programme, file: &[u8]) -> Inspection {
    inspect(file, &Reader { identities, trust: Some(&programme.trust), ledger: None })
}

#[test]
fn b3_for_someone_else() {
    let programme = Programme::new();
    let file = Forge::good(&programme).seal();
    assert_eq!(with(&[stranger().identity], &programme, &file).code, Code::NotForUs);
    let seen = with(&[], &programme, &file);
    assert_eq!(seen.code, Code::NoKey);
    assert!(seen.recipient_kinds.iter().filter(|kind| *kind == "X25519").count() == 2 && !seen.is_signed());
    let several = [stranger().identity, programme.import().remove(0)];
    assert_eq!(with(&several, &programme, &file).code, Code::Verified);
}

#[test]
fn b4_not_a_bundle_at_all() {
    let programme = Programme::new();
    let header = |stanza: &str| format!("age-encryption.org/v1\n{stanza}--- {}\n", "A".repeat(43));
    let scrypt = header(&format!("-> scrypt {} 18\n{}\n", "A".repeat(22), "A".repeat(43)));
    let cases: [(&[u8], Code); 9] = [
        (b"", Code::Empty),
        (b"age-encryption.org", Code::Damaged),
        (b"age-encryption.org/v1", Code::Damaged),
        (b"age-encryption.org/v2\n", Code::NotAge),
        (b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n", Code::Armored),
        (b"PK\x03\x04", Code::NotAge),
        (&[0; 4096], Code::NotAge),
        (scrypt.as_bytes(), Code::Passphrase),
        (&tar_header("manifest.json", 3), Code::NotAge),
    ];
    for (file, expected) in cases {
        assert_eq!(code(&programme, file), expected, "{:?}", String::from_utf8_lossy(file));
    }
    let recipients: Vec<String> = programme.recipients().iter().map(ToString::to_string).collect();
    assert_eq!(code(&programme, &encrypt(b"", &recipients)), Code::ManifestMissing);
    assert_eq!(code(&programme, &encrypt(&[0; 512], &recipients)), Code::ManifestMissing);
    assert_eq!(code(&programme, &encrypt(b"Bonjour", &recipients)), Code::ManifestMissing);
}

#[test]
fn b4_headers_that_break_the_grammar() {
    let programme = Programme::new();
    let (mac, body) = ("A".repeat(43), "A".repeat(43));
    let header = |stanzas: &str| format!("age-encryption.org/v1\n{stanzas}--- {mac}\n{}", "x".repeat(99));
    let cases = [
        header(""),
        header("-> \n\n"),
        header("->\n\n"),
        header(&format!("-> X25519  {body}\n{body}\n")),
        header(&format!("-> X25519 {body} \n{body}\n")),
        header(&format!("-> X25519 é\n{body}\n")),
        header(&format!("-> X25519 {body}\n{body}=\n")),
        header(&format!("-> X25519 {body}\n{}B\n", "A".repeat(42))),
        header(&format!("-> X25519 {body}\n{body}\r\n")),
        header(&format!("-> X25519 {body}\n{}\n", "A".repeat(65))),
        header(&format!("-> X25519 {body}\n{}\n", "A".repeat(64))),
        header(&format!("-> X25519 {body}\n")),
        header(&format!("-> X25519 {body}\n{body}\n\n")),
        header(&format!("-> X25519 {body}\n{body}\n")).replace("--- A", "---  "),
        header(&format!("-> X25519 {body}\n{body}\n")).replace("--- A", "--- "),
        header(&format!("-> X25519 {body}\n{body}\n")).replace("--- A", "--- =A"),
    ];
    for file in cases {
        assert_eq!(code(&programme, file.as_bytes()), Code::HeaderForm, "{file}");
    }
}

#[test]
fn b5_b6_b7_b8_signatures() {
    let key = |byte: u8| SigningKey::from_seed(&[byte; 32]);
    assert_eq!(changed(|forge, _| forge.signer = key(99)), Code::UnknownSigner);
    assert_eq!(
        changed(|forge, programme| forge.signer = key(programme.second.station.0[0])),
        Code::WrongSender
    );
    assert_eq!(changed(|forge, _| forge.namespace = Namespace::Trust), Code::SignatureNamespace);

    let programme = Programme::new();
    let forge = Forge::good(&programme);
    let bytes = forge.manifest_bytes();
    let signed = |signature: &[u8]| code(&programme, &forge.encrypt(&forge.inner_signed(&bytes, signature)));
    let good = forge.signer.sign(Namespace::Bundle, &bytes);
    assert_eq!(signed(good.as_bytes()), Code::Verified);
    assert_eq!(signed(b""), Code::SignatureMissing);
    assert_eq!(signed(&vec![b'A'; 4097]), Code::SignatureMissing);
    assert_eq!(signed(&vec![b'A'; 4096]), Code::SignatureForm);
    assert_eq!(signed(forge.signer.sign(Namespace::Bundle, b"other").as_bytes()), Code::SignatureWrong);
    assert_eq!(signed(good.replace('\n', "\r\n").as_bytes()), Code::SignatureForm);
    assert_eq!(signed(format!("{good}\n").as_bytes()), Code::SignatureForm);
    // Of ECDSA not even the form is known here.
    for (other, expected) in
        [(ECDSA, Code::SignatureForm), (RSA, Code::SignatureKind), (SHA256, Code::SignatureKind)]
    {
        assert_eq!(signed(other.as_bytes()), expected, "{other}");
    }
    let stripped = archive(&[("manifest.json", &bytes), (&forge.files[0].0, &forge.files[0].1)]);
    assert_eq!(code(&programme, &forge.encrypt(&stripped)), Code::SignatureMissing);
}

#[test]
fn b5_nobody_is_trusted_without_a_list() {
    let programme = Programme::new();
    let identities = programme.import();
    let reader = Reader { identities: &identities, trust: None, ledger: None };
    assert_eq!(inspect(&Forge::good(&programme).seal()[..], &reader).code, Code::UnknownSigner);
}

#[test]
fn b7_a_manifest_names_the_key_that_signs_it() {
    let other = SigningKey::from_seed(&[99; 32]).public().fingerprint();
    assert_eq!(manifest("/key", json!(other)), Code::WrongSender);
    assert_eq!(manifest("/from", json!("7b".repeat(16))), Code::WrongSender);
    assert_eq!(
        changed(|forge, programme| forge.manifest["from"] = json!(programme.keys.centre)),
        Code::WrongSender
    );
}

#[test]
fn b9_passed_on_by_one_who_could_open_it() {
    let elsewhere = json!([stranger().identity.recipient()]);
    assert_eq!(manifest("/to", elsewhere), Code::NotAddressed);
    assert_eq!(manifest("/to", json!([])), Code::NotAddressed);
    let programme = Programme::new();
    let mut forge = Forge::good(&programme);
    // The rescue key is named, but it is not the one that opened.
    forge.manifest["to"] = json!([programme.keys.rescue.recipient()]);
    assert_eq!(code(&programme, &forge.seal()), Code::NotAddressed);
}

#[test]
fn b10_headers_that_explode() {
    let programme = Programme::new();
    let (argument, mac) = (format!("C{}", "A".repeat(42)), "A".repeat(43));
    let stanzas = |count: usize| format!("-> X25519 {argument}\n{argument}\n").repeat(count);
    let file =
        |count: usize| format!("age-encryption.org/v1\n{}--- {mac}\n{}", stanzas(count), "x".repeat(64));
    assert_eq!(code(&programme, file(16).as_bytes()), Code::NotForUs);
    for count in [17, 2_000, 20_000] {
        assert_eq!(code(&programme, file(count).as_bytes()), Code::HeaderTooLong, "{count}");
    }
    let endless = format!("age-encryption.org/v1\n-> {}", "A".repeat(4 << 20));
    assert_eq!(code(&programme, endless.as_bytes()), Code::HeaderTooLong);
    let body = format!("age-encryption.org/v1\n-> X25519\n{}", format!("{}\n", "A".repeat(64)).repeat(4_000));
    assert_eq!(code(&programme, body.as_bytes()), Code::HeaderTooLong);
    for (length, expected) in [(16 << 10, Code::NotForUs), ((16 << 10) + 1, Code::HeaderTooLong)] {
        let end = format!("--- {mac}\n");
        let begin = "age-encryption.org/v1\n-> grease ";
        let filler = "a".repeat(length - begin.len() - end.len() - 2);
        let exact = format!("{begin}{filler}\n\n{end}{}", "x".repeat(64));
        assert_eq!(code(&programme, exact.as_bytes()), expected, "{length}");
    }
    let mut endless = std::io::repeat(b'\n').take(1 << 40);
    let identities = programme.import();
    let reader = Reader { identities: &identities, trust: None, ledger: None };
    let seen = inspect(&mut endless, &reader);
    assert!(seen.code == Code::NotAge && seen.size <= 16 << 10);
}

/// The good bundle with one segment that is this frame, announced as `raw` bytes.
fn framed(frame: impl FnOnce(&[u8]) -> Vec<u8>, raw: impl FnOnce(u64) -> u64) -> Code {
    let programme = Programme::new();
    let entries = journal(programme.first.station, 6);
    let lines: Vec<u8> = entries.iter().flat_map(super::forge::line).collect();
    let mut forge = Forge::good(&programme);
    forge.files.clear();
    forge.manifest["parts"] = json!([]);
    forge.part("entries/000000.jsonl.zst", frame(&lines), raw(lines.len() as u64));
    code(&programme, &forge.seal())
}

#[test]
fn b11_frames_that_lie() {
    let zstd = |lines: &[u8]| zstd::bulk::compress(lines, 3).unwrap();
    let skippable = [0x50, 0x2A, 0x4D, 0x18, 4, 0, 0, 0, 1, 2, 3, 4];
    assert_eq!(framed(zstd, |raw| raw), Code::Verified);
    assert_eq!(framed(zstd, |raw| raw + 1), Code::PartFrame);
    assert_eq!(framed(zstd, |raw| raw - 1), Code::PartFrame);
    assert_eq!(framed(zstd, |_| 8 << 20), Code::PartFrame);
    assert_eq!(framed(zstd, |_| (8 << 20) + 1), Code::PartList);
    assert_eq!(framed(zstd, |_| 0), Code::PartList);
    assert_eq!(framed(<[u8]>::to_vec, |raw| raw), Code::PartFrame);
    assert_eq!(framed(|lines| [zstd(lines), zstd(b"\n")].concat(), |raw| raw), Code::PartFrame);
    assert_eq!(framed(|lines| [&zstd(lines)[..], &skippable].concat(), |raw| raw), Code::PartFrame);
    assert_eq!(framed(|lines| [&skippable, &zstd(lines)[..]].concat(), |raw| raw), Code::PartFrame);
    assert_eq!(framed(|lines| [&zstd(lines)[..], b"\0"].concat(), |raw| raw), Code::PartFrame);
    assert_eq!(framed(|_| skippable.to_vec(), |raw| raw), Code::PartFrame);
    let cut = |lines: &[u8]| zstd(lines).split_last().unwrap().1.to_vec();
    assert_eq!(framed(cut, |raw| raw), Code::PartFrame);
    // Without its size in the frame header: a stream, which could be anything.
    let stream = |lines: &[u8]| zstd::stream::encode_all(lines, 3).unwrap();
    assert_eq!(framed(stream, |raw| raw), Code::PartFrame);
    // A window of 2 GiB; a content of 1 GiB of which nothing is there; a dictionary.
    let window = [0x28, 0xB5, 0x2F, 0xFD, 0x80, 0xA8, 0, 4, 0, 0, 1, 0, 0];
    let gibibyte = [0x28, 0xB5, 0x2F, 0xFD, 0xA0, 0, 0, 0, 0x40, 0x03, 0, 0];
    let dictionary = [0x28, 0xB5, 0x2F, 0xFD, 0x21, 7, 1, 9, 0, 0, b'\n'];
    for (frame, raw) in [(&window[..], 1024), (&gibibyte, 8 << 20), (&dictionary, 1)] {
        assert_eq!(framed(|_| frame.to_vec(), |_| raw), Code::PartFrame);
    }
    // 8 MiB of line feeds: inflates as announced, and the first line is not one.
    let bomb = vec![b'\n'; 8 << 20];
    assert_eq!(framed(|_| zstd(&bomb), |_| 8 << 20), Code::LineForm);
}

#[test]
fn b12_sizes_beyond_reason() {
    for size in [json!((1_u64 << 53) - 1), json!(1_u64 << 32), json!(0)] {
        assert_eq!(manifest("/parts/0/size", size.clone()), Code::PartList, "{size}");
        assert_eq!(manifest("/parts/0/raw", size.clone()), Code::PartList, "{size}");
    }
    for size in [json!(1_u64 << 53), json!(u64::MAX), json!(1_u64 << 63), json!(-1), json!(1.5), json!("1")] {
        assert_eq!(manifest("/parts/0/size", size.clone()), Code::ManifestForm, "{size}");
        assert_eq!(manifest("/seq", size.clone()), Code::ManifestForm, "{size}");
    }
    let blob =
        |name: &str, size: u64| json!({"name": name, "raw": size, "sha256": "00".repeat(32), "size": size});
    let huge = json!([blob(&format!("blobs/{}", "00".repeat(32)), 1 << 32)]);
    assert_eq!(manifest("/parts", huge), Code::PartList);
    for (place, value) in
        [("/journals/0/to", (1_u64 << 53) - 1), ("/journals/0/from", 0), ("/journals/0/from", 8)]
    {
        let expected = if value > 8 { Code::EntryCount } else { Code::PartList };
        assert_eq!(manifest(place, json!(value)), expected, "{place} {value}");
    }
    // An archive header that announces 8 GiB of manifest.
    let programme = Programme::new();
    let forge = Forge::good(&programme);
    let mut inner = tar_header("manifest.json", (1 << 33) - 1);
    inner.extend(forge.manifest_bytes());
    assert_eq!(code(&programme, &forge.encrypt(&inner)), Code::ManifestMissing);
    // A manifest of one byte more than the cap.
    let long =
        |text: String| [text.trim_end(), &" ".repeat((1 << 20) - text.len() + 1), "\n"].concat().into_bytes();
    assert_eq!(manifest_bytes(long), Code::ManifestMissing);
}

#[test]
fn b13_names_that_lead_elsewhere() {
    let long = "a".repeat(101);
    for name in [
        "../000000.jsonl.zst",
        "/etc/passwd",
        "entries/../000000.jsonl.zst",
        "entries/000000.jsonl.zst\0",
        "entries/000001.jsonl.zst",
        "Entries/000000.jsonl.zst",
        "entries/0.jsonl.zst",
        "entries/000000.jsonl",
        "manifest.json",
        "",
        &long,
    ] {
        let said = manifest("/parts/0/name", json!(name));
        let expected = if name.contains('\0') { Code::ManifestForm } else { Code::PartList };
        assert_eq!(said, expected, "{name:?}");
    }
    // In the archive only: the manifest says what must be there.
    for name in ["../../etc/cron.d/x", "/entries/000000.jsonl.zst", "entries/000000.jsonl.zst/"] {
        assert_eq!(changed(|forge, _| forge.files[0].0 = name.to_owned()), Code::PartHeader, "{name}");
    }
    let blob = |bytes: &[u8]| format!("blobs/{}", super::forge::sha256(bytes));
    let attach = |name: String, bytes: &[u8]| {
        changed(|forge, _| forge.part(&name, bytes.to_vec(), bytes.len() as u64))
    };
    assert_eq!(attach(blob(b"CV"), b"CV"), Code::Verified);
    assert_eq!(attach(blob(b"other"), b"CV"), Code::PartList);
    assert_eq!(attach(blob(b"CV").to_uppercase(), b"CV"), Code::PartList);
    let twice = |forge: &mut Forge, _: &Programme| {
        forge.part(&blob(b"CV"), b"CV".to_vec(), 2);
        forge.part(&blob(b"CV"), b"CV".to_vec(), 2);
    };
    assert_eq!(changed(twice), Code::PartList);
    assert_eq!(changed(|forge, _| forge.part(&blob(b"CV"), b"CV".to_vec(), 3)), Code::PartList);
}

#[test]
fn b14_parts_that_are_not_where_they_were_signed() {
    let removed = |index: usize| move |forge: &mut Forge, _: &Programme| drop(forge.files.remove(index));
    assert_eq!(changed(removed(0)), Code::PartHeader);
    assert_eq!(changed(removed(1)), Code::PartHeader);
    assert_eq!(changed(|forge, _| forge.files.clear()), Code::PartHeader);
    assert_eq!(changed(|forge, _| forge.files.swap(0, 1)), Code::PartHeader);
    assert_eq!(changed(|forge, _| forge.files.insert(0, forge.files[0].clone())), Code::PartHeader);
    assert_eq!(
        changed(|forge, _| forge.files.push(("entries/000002.jsonl.zst".into(), vec![1]))),
        Code::ArchiveEnd
    );
    assert_eq!(changed(|forge, _| forge.files[1].1[20] ^= 1), Code::PartDigest);
    let names_swapped = |forge: &mut Forge, _: &Programme| {
        let (first, second) = (forge.files[0].0.clone(), forge.files[1].0.clone());
        (forge.files[0].0, forge.files[1].0) = (second, first);
    };
    assert_eq!(changed(names_swapped), Code::PartHeader);
    let signed_swapped = |forge: &mut Forge, _: &Programme| {
        forge.manifest["parts"].as_array_mut().unwrap().swap(0, 1);
        forge.files.swap(0, 1);
    };
    assert_eq!(changed(signed_swapped), Code::PartList);
    // No part, though entries are announced; parts, though none is.
    assert_eq!(manifest("/parts", json!([])), Code::PartList);
    let head = json!([{"station": "7a".repeat(16), "from": 7, "to": 6, "head": "00".repeat(32)}]);
    let none = |forge: &mut Forge, _: &Programme| {
        (forge.manifest["journals"], forge.manifest["entries"]) = (head, json!(0));
    };
    assert_eq!(changed(none), Code::PartList);
}

#[test]
fn b14_archives_that_do_not_end_where_they_should() {
    let programme = Programme::new();
    let forge = Forge::good(&programme);
    let inner = forge.inner();
    let end = |bytes: &[u8]| code(&programme, &forge.encrypt(bytes));
    assert_eq!(end(&inner), Code::Verified);
    let last = inner.iter().rposition(|byte| *byte != 0).unwrap();
    for at in [last + 600, inner.len() - 1] {
        let mut dirty = inner.clone();
        dirty[at] = 1;
        assert_eq!(end(&dirty), Code::ArchiveEnd, "{at}");
    }
    for longer in [1, 64, 512, 70_000] {
        assert_eq!(end(&[&inner[..], &vec![0; longer]].concat()), Code::ArchiveEnd, "+{longer}");
    }
    for shorter in [1, 64, 512, 1024] {
        assert_eq!(end(&inner[..inner.len() - shorter]), Code::ArchiveEnd, "-{shorter}");
    }
    assert_eq!(end(&[&inner[..], &inner[..]].concat()), Code::ArchiveEnd);
    // The archive header of the first part, altered field by field.
    let header = 512 + forge.manifest_bytes().len().next_multiple_of(512) + 1024;
    for at in [0, 99, 100, 108, 116, 124, 136, 148, 155, 156, 157, 257, 263, 265, 297, 329, 345, 511] {
        let mut odd = inner.clone();
        odd[header + at] ^= 1;
        assert_eq!(end(&odd), Code::PartHeader, "{at}");
    }
}

#[test]
fn b15_manifests_written_otherwise() {
    type Rewrite = fn(String) -> String;
    let cases: [(&str, Rewrite); 11] = [
        ("spaces", |text| text.replace("\":", "\": ")),
        ("order", |text| text.replace("{\"base\":0,\"crit\":[],", "{\"crit\":[],\"base\":0,")),
        ("duplicate", |text| text.replace("{\"base\":0,", "{\"base\":0,\"base\":0,")),
        ("exponent", |text| text.replace("\"schema\":1,", "\"schema\":1e0,")),
        ("minus zero", |text| text.replace("\"base\":0", "\"base\":-0")),
        ("escape", |text| text.replace("jalon-bundle/1", "jalon-bundle\\/1")),
        ("unicode escape", |text| text.replace("jalon", "\\u006aalon")),
        ("surrogate", |text| text.replace("\"crit\":[]", "\"crit\":[\"\\ud800\"]")),
        ("byte order mark", |text| format!("\u{FEFF}{text}")),
        ("no line feed", |text| text.trim_end().to_owned()),
        ("two line feeds", |text| format!("{text}\n")),
    ];
    for (name, change) in cases {
        assert_eq!(manifest_bytes(|text| change(text).into_bytes()), Code::ManifestForm, "{name}");
    }
    let deep = |_| [&"[".repeat(100_000)[..], &"]".repeat(100_000), "\n"].concat().into_bytes();
    assert_eq!(manifest_bytes(deep), Code::ManifestForm);
    let digits = |text: String| text.replace("\"gen\":1,", &format!("\"gen\":{},", "7".repeat(1_000_000)));
    assert_eq!(manifest_bytes(|text| digits(text).into_bytes()), Code::ManifestForm);
    let bytes = |text: String| text.replace("\"crit\":[]", "\"crit\":[\"x\"]").into_bytes();
    let invalid = |text| bytes(text).into_iter().map(|byte| if byte == b'x' { 0xFF } else { byte }).collect();
    assert_eq!(manifest_bytes(invalid), Code::ManifestForm);
    for other in ["null\n", "[]\n", "{}\n", "\n", "7\n", "\"jalon-bundle/1\"\n"] {
        assert_eq!(manifest_bytes(|_| other.as_bytes().to_vec()), Code::ManifestForm, "{other:?}");
    }
}

#[test]
fn b16_other_versions() {
    assert_eq!(manifest("/format", json!("jalon-bundle/2")), Code::NewerFormat);
    assert_eq!(manifest("/crit", json!(["split"])), Code::UnknownCritical);
    assert_eq!(manifest("/schema", json!(7)), Code::Verified);
    let programme = Programme::new();
    let mut forge = Forge::good(&programme);
    forge.manifest["audit"] = json!({"head": "00", "n": 12});
    forge.manifest["parts"][0]["later"] = json!(true);
    let seen = programme.inspect(&forge.seal());
    assert_eq!(seen.code, Code::Verified);
    let manifest = seen.manifest.unwrap();
    assert_eq!(manifest.unknown["audit"], json!({"head": "00", "n": 12}));
    // A whole future manifest, whose fields mean nothing here.
    forge.manifest = json!({"format": "jalon-bundle/2"});
    assert_eq!(code(&programme, &forge.seal()), Code::NewerFormat);
}

#[test]
fn b18_a_manifest_has_no_odd_characters() {
    for odd in ["\u{1B}]0;x\u{7}", "\u{202E}", "\u{200B}", "\u{E0041}", "\u{2028}"] {
        assert_eq!(manifest("/to", json!([odd])), Code::ManifestForm, "{odd:?}");
    }
}

#[test]
fn b19_b20_claims_that_do_not_hold() {
    assert_eq!(manifest("/journals/0/station", json!("7b".repeat(16))), Code::ForeignJournal);
    assert_eq!(manifest("/entries", json!(7)), Code::EntryCount);
    assert_eq!(manifest("/entries", json!(0)), Code::EntryCount);
    assert_eq!(manifest("/journals", json!([])), Code::EntryCount);
    assert_eq!(manifest("/base", json!(1)), Code::ManifestForm);
    assert_eq!(manifest("/seq", json!(0)), Code::ManifestForm);
    assert_eq!(manifest("/prev", json!("11".repeat(32))), Code::ManifestForm);
    // Clocks are shown, never believed.
    for time in ["1970-01-01T00:00:00Z", "2100-12-31T23:59:59Z"] {
        assert_eq!(manifest("/time", json!(time)), Code::Verified);
    }
    assert_eq!(manifest("/time", json!("demain")), Code::ManifestForm);
}

#[test]
fn c7_a_revoked_station() {
    let programme = Programme::new();
    let file = Forge::good(&programme).seal();
    let trust = programme.trust.revoke(programme.first.station, 0).unwrap();
    let identities = programme.import();
    let reader = Reader { identities: &identities, trust: Some(&trust), ledger: None };
    let seen = inspect(&file[..], &reader);
    assert!(seen.code == Code::Revoked && !seen.is_signed() && seen.manifest.is_none());
}

/// A signature by an ECDSA key of nobody.
const ECDSA: &str = "\
-----BEGIN SSH SIGNATURE-----\n\
U1NIU0lHAAAAAQAAAGgAAAATZWNkc2Etc2hhMi1uaXN0cDI1NgAAAAhuaXN0cDI1NgAAAE\n\
EE/tsk+2aRJd4f2oPKJl2VQkrYjV92BpsWNkqL79XOxjdJUE4zKZHbPsQWEOVEZVaVTD/0\n\
cBPkStMeBoDfivLctgAAAA9qYWxvbi1idW5kbGVAdjEAAAAAAAAABnNoYTUxMgAAAGQAAA\n\
ATZWNkc2Etc2hhMi1uaXN0cDI1NgAAAEkAAAAgKhuxqlWoOOHCW45A4k3YP4yLs2xC2KMY\n\
9cOcl6YzUFQAAAAhAKBNYPnBmA2+nDscxzjte6DopzynvKAi+gl0RBIrdvXM\n\
-----END SSH SIGNATURE-----\n\
";

/// A signature by an RSA key of nobody.
const RSA: &str = "\
-----BEGIN SSH SIGNATURE-----\n\
U1NIU0lHAAAAAQAAAJcAAAAHc3NoLXJzYQAAAAMBAAEAAACBAM1ezTW3Sf0eaLTbcKHalF\n\
9wJHQWylNNjf/JUsfS3EialM605PiEYtBOuM62OiMoJ+t+FlrdzJ7QDzKgk8kaBBgQcqVd\n\
78oAKBa0ztZxjJywxbT/UZxqRWMRyOCoHkdN4weyl1vDcaKfMFRR4FHVN9ODCwmDwhAfbT\n\
HIM0CjndTPAAAAD2phbG9uLWJ1bmRsZUB2MQAAAAAAAAAGc2hhNTEyAAAAlAAAAAxyc2Et\n\
c2hhMi01MTIAAACArLCmOlXY65UrW/3XWtymlsGX6EMZdCCTwk3jxqdDGCTJX8V+s8U/Wa\n\
0ot90lQEwtcer+FnxgaZ9rhgI1jT+YpjMbw5FM0l14P1n302Qg5g8kRU97LHpcTkj8Yoe2\n\
+xgCSKE/3lhoM++zETtSGu3gekyoHyuhFbXHQgrbDujIoHM=\n\
-----END SSH SIGNATURE-----\n\
";

/// An Ed25519 signature over a SHA-256 digest, by a key of nobody.
const SHA256: &str = "\
-----BEGIN SSH SIGNATURE-----\n\
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgUaNnqmXZDNFD6VZi1U8PYRGqzO\n\
uOycGwdl2DINd3Y0EAAAAPamFsb24tYnVuZGxlQHYxAAAAAAAAAAZzaGEyNTYAAABTAAAA\n\
C3NzaC1lZDI1NTE5AAAAQFs43qhxzur/vGTC4aL3DhtZpThULpr238pxxUGppTcH7XMuqs\n\
MmBe23W/LOwjGSGhP1wt/eX015+Ejcm4NJ+g0=\n\
-----END SSH SIGNATURE-----\n\
";
