//! Every code and every refusal has a sentence and a remedy, in both languages.

use std::collections::BTreeSet;
use std::path::Path;

use jalon::exchange::bundle::code::Code;
use jalon::exchange::bundle::contents::CannotCarry;
use jalon::exchange::bundle::write::CannotWrite;
use jalon::exchange::fingerprint::NotAFingerprint;
use jalon::exchange::trust::TrustRefusal;
use jalon::i18n::{Language, Words};

#[test]
fn every_code_has_a_sentence_and_a_remedy() {
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.code()).collect();
    assert_eq!(codes.len(), Code::ALL.len(), "two codes are the same");
    for language in [Language::French, Language::English] {
        let words = Words::new(language);
        for code in &codes {
            assert!(words.has(&format!("bundle-{code}")), "{code}");
            assert!(words.has(&format!("bundle-{code}-remedy")), "{code}");
        }
    }
}

#[test]
fn every_code_is_expected_by_a_test() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exchange");
    let sources: String = [folder.clone(), folder.join("corpus")]
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    for code in Code::ALL {
        assert!(sources.contains(&format!("Code::{code:?}")), "{code:?}");
    }
}

#[test]
fn every_refusal_has_a_sentence_and_a_remedy() {
    let mut ids = vec![
        NotAFingerprint::Count { count: 7 }.id(),
        NotAFingerprint::Word { place: 3 }.id(),
        CannotCarry::TooMuch.id(),
        CannotCarry::Compression(std::io::Error::other("")).id(),
        CannotWrite::Recipients.id(),
        CannotWrite::Manifest.id(),
        CannotWrite::Attachment.id(),
        CannotWrite::Medium(std::io::Error::other("")).id(),
        "bundle-cannot-carry-entry",
    ];
    ids.extend(TrustRefusal::ALL.iter().map(TrustRefusal::id));
    for language in [Language::French, Language::English] {
        let words = Words::new(language);
        for id in &ids {
            assert!(words.has(&format!("err-{id}")), "{id}");
            assert!(words.has(&format!("err-{id}-remedy")), "{id}");
        }
    }
}
