//! Keys against another implementation: the expected bytes were made with libargon2, libsodium
//! and the `cryptography` package of Python.

use std::time::{Duration, Instant};

use jalon::crypto::{
    Argon2id, CryptoError, KdfCost, Key, Passphrase, SlotError, Strength, Stretch, WORDS, open, seal,
    unwrap_key, wrap_key,
};
use jalon::domain::id::to_hex;

const SLOT: &str = "jalon-slot/1 argon2id v=19 m=65536 t=3 p=4 salt=000102030405060708090a0b0c0d0e0f\n\
    ZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXp7c4tTF7VRdgwXv/0nPEYxg6IjV966AEiBXeioUIVofn+nDQLqo5YOk/GJk7A+sBJe\n";

/// Bytes 32 to 63.
fn master() -> Key {
    Key::from_slice(&(32..64).collect::<Vec<u8>>()).expect("32 bytes")
}

#[test]
fn a_slot_made_elsewhere_opens() {
    // Typed with combining accents: the same passphrase.
    let typed = Passphrase::new("e\u{301}le\u{301}phant bleu au marche\u{301}");
    assert_eq!(unwrap_key(&Argon2id, &typed, SLOT.as_bytes()), Ok(master()));
    let wrong = Passphrase::new("éléphant vert au marché");
    assert_eq!(unwrap_key(&Argon2id, &wrong, SLOT.as_bytes()), Err(SlotError::Closed));
}

#[test]
fn derived_keys_and_names_are_those_of_hkdf() {
    let derived = master().subkey("jalon/journal/v1");
    assert_eq!(to_hex(derived.expose()), "4344814098251a3d22676fec3aacf10ad27073ddd7829012b5bce12b5f4e9515");
    assert_eq!(to_hex(&master().name(&[b"drafts", b"entretien"])), "9fe23bd28435f8f3c49d912ca75292bf");
    assert_ne!(master().name(&[b"a", b"bc"]), master().name(&[b"ab", b"c"]));
}

#[test]
fn sealed_bytes_made_elsewhere_open_in_their_context_only() {
    let sealed: [u8; 45] = jalon::domain::id::from_hex(
        "6465666768696a6b6c6d6e6f707172737475767778797a7b\
         b5c70d7dd71e2f79b3f2bbc66c6fd70097f13e0f15",
    )
    .unwrap();
    assert_eq!(open(&master(), b"contexte", &sealed).unwrap(), b"Nadia");
    assert_eq!(open(&master(), b"autre", &sealed), Err(CryptoError::NotAuthentic));
    assert_eq!(open(&master().subkey("autre"), b"contexte", &sealed), Err(CryptoError::NotAuthentic));
    for at in 0..sealed.len() {
        let mut flipped = sealed;
        flipped[at] ^= 1;
        assert_eq!(open(&master(), b"contexte", &flipped), Err(CryptoError::NotAuthentic));
        assert_eq!(open(&master(), b"contexte", &sealed[..at]), Err(CryptoError::NotAuthentic));
    }
    let (one, other) = (seal(&master(), b"", b"Nadia").unwrap(), seal(&master(), b"", b"Nadia").unwrap());
    assert_ne!(one, other, "each has its own nonce");
}

/// Counts what is asked of it, and stretches nothing.
struct Untouched;

impl Stretch for Untouched {
    fn stretch(&self, _: &Passphrase, _: &[u8; 16], cost: KdfCost) -> Result<Key, CryptoError> {
        unreachable!("{cost:?} must be refused before any memory is taken")
    }
}

#[test]
fn a_forged_line_is_refused_before_any_memory_is_taken() {
    let (line, rest) = SLOT.split_once('\n').unwrap();
    let passphrase = Passphrase::new("peu importe");
    let cases = [
        ("m=65536", "m=4294967295", SlotError::Cost),
        ("m=65536", "m=1048577", SlotError::Cost),
        ("m=65536", "m=65535", SlotError::Cost),
        ("m=65536", "m=99999999999", SlotError::Malformed),
        ("t=3", "t=11", SlotError::Cost),
        ("t=3", "t=2", SlotError::Cost),
        ("p=4", "p=9", SlotError::Cost),
        ("p=4", "p=1", SlotError::Cost),
        ("v=19", "v=16", SlotError::Malformed),
        ("argon2id", "argon2i", SlotError::Malformed),
        ("jalon-slot/1", "jalon-slot/2", SlotError::Newer),
        ("jalon-slot/1", "autre-chose/1", SlotError::Malformed),
        ("salt=00", "salt=0", SlotError::Malformed),
        ("salt=00", "salt=zz", SlotError::Malformed),
        ("0e0f", "0e0f x", SlotError::Malformed),
    ];
    for (was, forged, expected) in cases {
        let slot = format!("{}\n{rest}", line.replace(was, forged));
        assert_eq!(unwrap_key(&Untouched, &passphrase, slot.as_bytes()), Err(expected), "{forged}");
    }
    for slot in ["", "\n", "jalon-slot/1", line, &format!("{line}\n!!!")] {
        assert_eq!(unwrap_key(&Untouched, &passphrase, slot.as_bytes()), Err(SlotError::Malformed));
    }
}

#[test]
fn the_line_is_bound_to_the_key() {
    let passphrase = Passphrase::new("quatorze lettres");
    let slot = wrap_key(&Argon2id, &passphrase, KdfCost::floor_for_tests(), &master()).unwrap();
    assert_eq!(unwrap_key(&Argon2id, &passphrase, slot.as_bytes()), Ok(master()));
    let again = wrap_key(&Argon2id, &passphrase, KdfCost::floor_for_tests(), &master()).unwrap();
    assert_ne!(slot, again, "each has its own salt");
    let forged = slot.replace("t=3", "t=4");
    assert_eq!(unwrap_key(&Argon2id, &passphrase, forged.as_bytes()), Err(SlotError::Closed));
}

#[test]
fn eight_words_are_generated_and_typed_as_one_likes() {
    let generated = Passphrase::generate().unwrap();
    assert_eq!(generated.expose().split(' ').count(), WORDS);
    assert_eq!(generated.strength(&[]), Strength::Generated);
    let again = Passphrase::generate().unwrap();
    assert_ne!(generated.expose(), again.expose());
    assert_eq!(format!("{generated:?}"), "Passphrase([…])");

    let listed = Passphrase::new("académie amiral évasion suggérer tournage abaisser zoologie jeudi");
    assert_eq!(listed.strength(&[]), Strength::Generated);
    for typed in [
        "academie amiral evasion suggerer tournage abaisser zoologie jeudi",
        "  ACADÉMIE Amiral  évasion suggérer tournage abaisser zoologie jeudi\n",
        "acade\u{301}mie amiral evasion suggerer tournage abaisser zoologie jeudi",
    ] {
        assert_eq!(Passphrase::new(typed).expose(), listed.expose());
    }
    let seven = Passphrase::new("academie amiral evasion suggerer tournage abaisser zoologie");
    assert_eq!(seven.expose(), "academie amiral evasion suggerer tournage abaisser zoologie");
}

#[test]
fn words_of_the_list_stay_apart_without_their_accents() {
    let list = bip39::Language::French.word_list();
    let bare: std::collections::BTreeSet<String> = list
        .iter()
        .map(|word| {
            use unicode_normalization::UnicodeNormalization as _;
            word.nfd().filter(char::is_ascii_lowercase).collect()
        })
        .collect();
    assert_eq!(bare.len(), list.len());
}

#[test]
fn chosen_passphrases_are_judged() {
    let judged = |text: &str| Passphrase::new(text).strength(&["Rouen", "Leïla Benali"]);
    assert_eq!(judged("azerty"), Strength::TooShort);
    assert_eq!(judged("aaaaaaaaaaaaaaaaaaaa"), Strength::TooEasy);
    assert_eq!(judged("motdepassemotdepasse"), Strength::TooEasy);
    assert_eq!(judged("leïla benali rouen"), Strength::TooEasy);
    assert_eq!(judged("le tram 7 sent le pain chaud"), Strength::Strong);
    assert!(judged("le tram 7 sent le pain chaud").is_enough());
    assert!(!judged("azerty").is_enough());
}

#[test]
fn the_cost_is_calibrated_between_the_floor_and_the_default() {
    #[expect(clippy::disallowed_methods, reason = "a point to count from; the measure is made up")]
    let start = Instant::now();
    let cost = |milliseconds: u64| {
        let calls = std::cell::Cell::new(0);
        let instant = || {
            calls.set(calls.get() + 1);
            start + Duration::from_millis(if calls.get() == 1 { 0 } else { milliseconds })
        };
        KdfCost::calibrated(Duration::from_millis(800), instant).expect("a cost")
    };
    assert_eq!(cost(5_000), KdfCost::floor_for_tests(), "a slow machine keeps to the floor");
    assert_eq!(cost(200), KdfCost::DEFAULT);
    assert_ne!(cost(20), KdfCost::DEFAULT, "a fast one makes more passes");
}
