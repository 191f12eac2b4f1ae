//! Bundles that somebody wrote wrong on purpose, read in this process: one code each. What is
//! not one file with one code stands here; the files are in [`super::corpus`].

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use jalon::exchange::bundle::code::{Code, Verdict};
use jalon::exchange::bundle::read::{Inspection, Reader, inspect};
use jalon::exchange::recipient::Identity;
use serde_json::json;

use super::corpus;
use super::forge::Forge;
use super::programme::{Programme, stranger};

/// The classes of the threat model that a look at one file can show. B19 has its other half where
/// bundles are taken in.
const CLASSES: [&str; 21] = [
    "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9", "B10", "B11", "B12", "B13", "B14", "B15", "B16",
    "B17", "B18", "B19", "B20", "chain",
];

fn with(identities: &[Identity], programme: &Programme, file: &[u8]) -> Inspection {
    inspect(file, &Reader { identities, trust: Some(&programme.trust), ledger: None })
}

#[test]
fn each_hostile_file_has_its_code() {
    let programme = Programme::new();
    let mut wrong = Vec::new();
    let mut classes: BTreeMap<&str, usize> = BTreeMap::new();
    for case in corpus::all(&programme) {
        *classes.entry(case.class).or_default() += 1;
        let seen = programme.inspect(&case.file);
        if seen.code != case.expected {
            wrong.push(format!("{}: {:?} instead of {:?}", case.title(), seen.code, case.expected));
        }
        // Nothing is known of a bundle before its signature holds, and no figure before its end.
        assert_eq!(seen.is_signed(), seen.sender.is_some(), "{}", case.title());
        assert!(seen.manifest.is_none() || seen.is_signed(), "{}", case.title());
        let accepted = seen.verdict() == Verdict::Accepted;
        assert_eq!(seen.persons.is_some(), accepted, "{}", case.title());
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    let expected: BTreeSet<&str> = CLASSES.into();
    assert_eq!(classes.keys().copied().collect::<BTreeSet<_>>(), expected);
}

#[test]
fn files_of_the_corpus_are_told_apart() {
    let cases = corpus::all(&Programme::new());
    let titles: BTreeSet<String> = cases.iter().map(corpus::Case::title).collect();
    assert_eq!(titles.len(), cases.len(), "two cases have one name");
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
fn b5_nobody_is_trusted_without_a_list() {
    let programme = Programme::new();
    let identities = programme.import();
    let reader = Reader { identities: &identities, trust: None, ledger: None };
    assert_eq!(inspect(&Forge::good(&programme).seal()[..], &reader).code, Code::UnknownSigner);
}

#[test]
fn b10_a_file_without_end_is_left_at_the_gate() {
    let programme = Programme::new();
    let identities = programme.import();
    let reader = Reader { identities: &identities, trust: None, ledger: None };
    let mut endless = std::io::repeat(b'\n').take(1 << 40);
    let seen = inspect(&mut endless, &reader);
    assert!(seen.code == Code::NotAge && seen.size <= 16 << 10);
}

#[test]
fn b16_what_a_newer_version_adds_is_kept() {
    let programme = Programme::new();
    let mut forge = Forge::good(&programme);
    forge.manifest["audit"] = json!({"head": "00", "n": 12});
    let seen = programme.inspect(&forge.seal());
    assert_eq!(seen.code, Code::Verified);
    let manifest = seen.manifest.unwrap();
    assert_eq!(manifest.unknown["audit"], json!({"head": "00", "n": 12}));
    assert_eq!(manifest.to_bytes(), forge.manifest_bytes());
}

#[test]
fn c7_a_revoked_station() {
    let programme = Programme::new();
    let file = Forge::good(&programme).seal();
    let identities = programme.import();
    // Before the last bundle that counts, after it: a person looks at both.
    for last in [0, 1, 5] {
        let trust = programme.trust.revoke(programme.first.station, last).unwrap();
        let reader = Reader { identities: &identities, trust: Some(&trust), ledger: None };
        let seen = inspect(&file[..], &reader);
        assert!(seen.code == Code::Revoked && !seen.is_signed() && seen.manifest.is_none());
    }
    let trust = programme.trust.revoke(programme.second.station, 0).unwrap();
    let reader = Reader { identities: &identities, trust: Some(&trust), ledger: None };
    assert_eq!(inspect(&file[..], &reader).code, Code::Verified, "the other is not concerned");
}
