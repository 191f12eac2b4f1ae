//! Files of keys: keyslots, the list of who is trusted, requests to join.

use jalon::crypto::{CryptoError, KdfCost, Key, Passphrase, SlotError, Stretch, unwrap_key};
use jalon::exchange::allowed_signers::allowed_signers;
use jalon::exchange::join::JoinRequest;
use jalon::exchange::signing::{Namespace, SigningKey};
use jalon::exchange::trust::{Place, Trust};

use super::super::programme::{Programme, day};
use super::{mode, with_programme};

/// Stretches nothing, and remembers nothing: what is fuzzed is the file.
struct NoWork;

impl Stretch for NoWork {
    fn stretch(&self, _: &Passphrase, salt: &[u8; 16], _: KdfCost) -> Result<Key, CryptoError> {
        Key::written_by(|key| {
            key[..16].copy_from_slice(salt);
            Ok(())
        })
    }
}

/// A keyslot opens, or says why not; no cost outside what is accepted is ever tried.
pub fn slot_file(input: &[u8]) {
    let said = unwrap_key(&NoWork, &Passphrase::new("lierre corbeau"), input);
    assert!(said != Err(SlotError::Memory), "nothing was asked for");
    if said.is_ok() {
        assert!(input.starts_with(b"jalon-slot/1 argon2id v=19 m="));
    }
}

/// What is signed by `key`, in its envelope.
fn envelope(content: &[u8], what: &str, namespace: Namespace, key: &SigningKey) -> Vec<u8> {
    let signed = [content, b"\n"].concat();
    let signature = key.sign(namespace, &signed).replace('\n', "\\n");
    [format!("{{\"signature\":\"{signature}\",\"{what}\":").as_bytes(), content, b"}\n"].concat()
}

/// 0: a file. 1: a list that the root signs here.
pub fn trust_json(input: &[u8]) {
    with_programme(|programme| list(programme, input));
}

fn list(programme: &Programme, input: &[u8]) {
    let (mode, rest) = mode(input);
    let words = programme.trust.words();
    let file = if mode == 0 {
        rest.to_vec()
    } else {
        envelope(rest, "trust", Namespace::Trust, &programme.keys.root)
    };
    let _claimed = Trust::claimed_words(&file);
    let _newer = programme.trust.update(&file);
    for place in [Place::Work, Place::Demo] {
        let Ok(trust) = Trust::open(&file, &words, place) else { continue };
        assert_eq!(trust.words(), words);
        let signed = trust.sign(&programme.keys.root).expect("what was read can be signed");
        let again = Trust::open(&signed, &words, place).expect("what is signed is read");
        assert_eq!(again, trust);
        assert!(!trust.bundle_recipients(day("2026-11-22")).is_empty());
        let signers = allowed_signers(&trust);
        assert!(signers.lines().count() <= trust.stations.len() + trust.ops.len() + 1, "{signers}");
        for station in &trust.stations {
            assert!(trust.return_recipients(station.id).is_some() && trust.sender(&station.key).is_some());
        }
    }
}

/// 0: a file. 1: a request that the station signs here.
pub fn join(input: &[u8]) {
    with_programme(|programme| request(programme, input));
}

fn request(programme: &Programme, input: &[u8]) {
    let (mode, rest) = mode(input);
    let signer = &programme.second.signing;
    let file = if mode == 0 { rest.to_vec() } else { envelope(rest, "station", Namespace::Join, signer) };
    let Ok(request) = JoinRequest::open(&file) else { return };
    assert_eq!(request.words().words().len(), 8);
    // Whoever it is, nobody is enrolled on other words than their own.
    assert!(programme.trust.enrol(&request, &programme.trust.words(), "L3-3").is_err());
    let _known_or_not = programme.trust.enrol(&request, &request.words(), "L3-3");
}
