//! What is written is read back, and two writers agree to the byte.

use std::io::Read;

use jalon::domain::id::StationId;
use jalon::domain::text::{Lines, cleaned};
use jalon::exchange::bundle::code::{Code, Verdict};
use jalon::exchange::bundle::contents::{Attachment, Contents};
use jalon::exchange::bundle::name::file_name;
use jalon::exchange::bundle::padding::padme;
use jalon::exchange::bundle::read::{Reader, inspect};
use jalon::exchange::bundle::write::write_bundle;
use jalon::exchange::join;
use jalon::journal::entry::{Digest, Draft, Entry, Head};
use proptest::prelude::*;
use secrecy::ExposeSecret as _;
use sha2::{Digest as _, Sha256};

use super::forge::{Forge, decrypt};
use super::programme::{Collect, Programme, journal, now};

#[test]
fn what_is_written_is_read_back() {
    let programme = Programme::new();
    let entries = journal(programme.first.station, 60);
    let (file, written) = programme.bundle(&programme.cover(), Head::EMPTY, &entries);
    assert_eq!(written.size, file.len() as u64);
    assert_eq!(written.sha256.0, <[u8; 32]>::from(Sha256::digest(&file)));

    let mut collect = Collect::default();
    let seen = programme.read(&file, &mut collect);
    assert_eq!((seen.code, seen.verdict()), (Code::Verified, Verdict::Accepted));
    assert_eq!(collect.entries, entries);
    assert_eq!(seen.manifest.as_ref(), Some(&written.manifest));
    assert_eq!(seen.manifest_digest, Some(written.manifest_digest));
    assert_eq!(seen.persons, Some(20));
    assert_eq!(seen.size, file.len() as u64);
    // age adds a recipient of an invented kind, so that nobody relies on there being none.
    let kinds = seen.recipient_kinds.iter().filter(|kind| !kind.ends_with("-grease"));
    assert_eq!(kinds.collect::<Vec<_>>(), ["X25519", "X25519"]);
    assert_eq!(
        seen.sender.map(|sender| (sender.id, sender.code)),
        Some((programme.first.station, "L3-1".into()))
    );
}

#[test]
fn the_rescue_key_opens_it_too() {
    let programme = Programme::new();
    let (file, _) = programme.bundle(&programme.cover(), Head::EMPTY, &journal(programme.first.station, 3));
    let identities = [programme.keys.rescue.clone()];
    let reader = Reader { identities: &identities, trust: Some(&programme.trust), ledger: None };
    assert_eq!(inspect(&file[..], &reader).code, Code::Verified);
}

#[test]
fn erased_people_travel_as_headers() {
    let programme = Programme::new();
    let mut entries = journal(programme.first.station, 6);
    entries[1].payload = None;
    entries[2].payload = None;
    let (file, _) = programme.bundle(&programme.cover(), Head::EMPTY, &entries);
    let mut collect = Collect::default();
    assert_eq!(programme.read(&file, &mut collect).code, Code::Verified);
    assert_eq!(collect.entries, entries);
}

#[test]
fn a_bundle_may_carry_no_entry_at_all() {
    let programme = Programme::new();
    let head = journal(programme.first.station, 6).last().unwrap().head();
    let (file, written) = programme.bundle(&programme.cover(), head, &[]);
    assert_eq!(programme.inspect(&file).code, Code::Verified);
    assert_eq!(written.manifest.journals[0].from, 7);
    assert_eq!(written.manifest.parts.len(), 0);
}

#[test]
fn attachments_travel_too() {
    let programme = Programme::new();
    let (short, long) = (b"contrat".to_vec(), vec![7_u8; 200_000]);
    let (mut one, mut two) = (&short[..], &long[..]);
    let digest = |bytes: &[u8]| Digest(Sha256::digest(bytes).into());
    let mut contents = Contents::new();
    contents.begin(programme.first.station, Head::EMPTY).unwrap();
    for entry in journal(programme.first.station, 3) {
        contents.push(&entry).unwrap();
    }
    for (bytes, source) in [(&short, &mut one as &mut dyn Read), (&long, &mut two)] {
        contents.attach(Attachment { sha256: digest(bytes), size: bytes.len() as u64, bytes: source });
    }
    let mut file = Vec::new();
    let (cover, signer) = (programme.cover(), &programme.first.signing);
    write_bundle(&mut file, contents, &cover, signer, &programme.recipients(), now()).unwrap();
    let mut collect = Collect::default();
    assert_eq!(programme.read(&file, &mut collect).code, Code::Verified);
    assert_eq!(collect.blobs[&digest(&short).to_string()], short);
    assert_eq!(collect.blobs[&digest(&long).to_string()], long);
}

#[test]
fn an_attachment_that_is_another_file_is_not_written() {
    let programme = Programme::new();
    for announced in [6, 7, 8] {
        let mut source = &b"contrat"[..];
        let mut contents = Contents::new();
        let sha256 = Digest(Sha256::digest(b"avenant").into());
        contents.attach(Attachment { sha256, size: announced, bytes: &mut source });
        let (cover, signer) = (programme.cover(), &programme.first.signing);
        let refused = write_bundle(&mut Vec::new(), contents, &cover, signer, &programme.recipients(), now());
        assert_eq!(refused.unwrap_err().id(), "bundle-attachment");
    }
}

#[test]
fn the_same_contents_give_the_same_bytes_inside() {
    let programme = Programme::new();
    let entries = journal(programme.first.station, 30);
    let import = programme.import()[0].to_text();
    let inner = || {
        let (file, _) = programme.bundle(&programme.cover(), Head::EMPTY, &entries);
        decrypt(&file, import.expose_secret())
    };
    assert_eq!(inner(), inner());
}

#[test]
fn a_second_writer_gives_the_same_bytes_inside() {
    let programme = Programme::new();
    let entries = journal(programme.first.station, 6);
    let (file, _) = programme.bundle(&programme.cover(), Head::EMPTY, &entries);
    let mut forge = Forge::good(&programme);
    let lines: Vec<u8> = entries.iter().flat_map(super::forge::line).collect();
    forge = forge.with_lines(&lines);
    assert_eq!(decrypt(&file, programme.import()[0].to_text().expose_secret()), forge.inner());
    assert_eq!(programme.inspect(&Forge::good(&programme).seal()).code, Code::Verified);
}

#[test]
fn many_segments_are_cut_and_read() {
    let programme = Programme::new();
    let mut head = Head::EMPTY;
    let mut entries = Vec::new();
    for index in 0..200_u8 {
        let mut draft = super::programme::draft(index);
        draft.payload = format!(r#"{{"salt":"{}"}}"#, "a".repeat(100_000)).into_bytes();
        let entry = Entry::following(head, programme.first.station, now().at, draft);
        head = entry.head();
        entries.push(entry);
    }
    let (file, written) = programme.bundle(&programme.cover(), Head::EMPTY, &entries);
    assert_eq!(written.manifest.parts.len(), 5);
    assert!(written.manifest.parts.iter().all(|part| part.raw <= 8 << 20));
    assert_eq!(programme.inspect(&file).code, Code::Verified);
}

#[test]
fn file_names_say_nothing_of_anyone() {
    let mut id = [0_u8; 16];
    id[..3].copy_from_slice(&[0b0011_1100, 0b0110_1110, 0b0110_0000]);
    assert_eq!(file_name(StationId(id), 1, 42), "jalon-7HQ6-000042.age");
    assert_eq!(file_name(StationId(id), 3, 1), "jalon-7HQ6-3-000001.age");
    assert_eq!(join::file_name(StationId(id)), "enrol-7HQ6.json");
    assert_eq!(file_name(StationId([0xFF; 16]), 1, 1_234_567), "jalon-ZZZZ-1234567.age");
}

#[test]
fn padding_costs_less_than_an_eighth() {
    for length in
        [0, 1, 2, 3, 4, 9, 1024, 5_632, 8_192, 8_193, 1 << 20, (1 << 32) - 1, u64::from(u32::MAX) * 3]
    {
        let padded = padme(length);
        assert!(padded >= length && padded <= length + length / 8, "{length} -> {padded}");
        assert_eq!(padme(padded), padded, "{length}");
    }
    assert_eq!([padme(9), padme(1_000_000), padme(12_345_678)], [10, 1_015_808, 12_582_912]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a person may type comes out as it went in.
    #[test]
    fn any_text_travels(texts in prop::collection::vec(any::<String>(), 1..8)) {
        let programme = Programme::new();
        let mut head = Head::EMPTY;
        let mut entries = Vec::new();
        for text in &texts {
            let payload = serde_json::json!({ "record": cleaned(text, Lines::Many) });
            let draft = Draft { payload: payload.to_string().into_bytes(), ..super::programme::draft(1) };
            let entry = Entry::following(head, programme.first.station, now().at, draft);
            head = entry.head();
            entries.push(entry);
        }
        let (file, _) = programme.bundle(&programme.cover(), Head::EMPTY, &entries);
        let mut collect = Collect::default();
        prop_assert_eq!(programme.read(&file, &mut collect).code, Code::Verified);
        prop_assert_eq!(collect.entries, entries);
    }
}
