//! Keys and their words, the list of who is trusted, and joining it.

use jalon::domain::id::StationId;
use jalon::exchange::allowed_signers::allowed_signers;
use jalon::exchange::fingerprint::{Fingerprint, NotAFingerprint};
use jalon::exchange::join::JoinRequest;
use jalon::exchange::keys::{ProgrammeKeys, StationKeys};
use jalon::exchange::recipient::Recipient;
use jalon::exchange::signing::{BadSignature, Namespace, Signature, SignerKey, SigningKey};
use jalon::exchange::trust::{Place, SenderRole, Standing, Trust, TrustRefusal};
use jalon::journal::canonical;
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};

use super::programme::{EPOCH, Programme, day, now, stranger};

#[test]
fn sealed_keys_come_back_the_same() {
    let programme = Programme::new();
    let bytes = programme.first.to_bytes();
    let back = StationKeys::from_bytes(&bytes).unwrap();
    assert_eq!(back.fingerprint(), programme.first.fingerprint());
    assert_eq!(*back.to_bytes(), *bytes);

    let bytes = programme.keys.to_bytes();
    let back = ProgrammeKeys::from_bytes(&bytes).unwrap();
    assert_eq!(*back.to_bytes(), *bytes);
    for cut in 0..bytes.len() {
        // Import keys come last: a cut between two of them is a programme with fewer years.
        assert!(ProgrammeKeys::from_bytes(&bytes[..cut]).is_err() || bytes[cut - 1] == b'\n', "{cut}");
    }
    assert!(StationKeys::from_bytes(&bytes).is_err());
}

#[test]
fn new_keys_differ_and_never_show_their_secret() {
    let station = StationId([3; 16]);
    let (one, two) = (StationKeys::generate(station).unwrap(), StationKeys::generate(station).unwrap());
    assert_ne!(one.fingerprint(), two.fingerprint());
    let programme = ProgrammeKeys::generate(station, 2026).unwrap();
    let shown = format!("{one:?} {programme:?}");
    assert!(!shown.contains("AGE-SECRET"), "{shown}");
    let seed: String = one.signing.seed().iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(!shown.contains(&seed) && !shown.contains(one.identity.to_text().expose_secret()));
}

#[test]
fn words_are_typed_without_care() {
    let words = Programme::new().first.fingerprint();
    let shown = words.to_string();
    assert_eq!(Fingerprint::from_words(&shown), Ok(words));
    let shouted = shown.to_uppercase().replace(' ', " - ");
    assert_eq!(Fingerprint::from_words(&shouted), Ok(words));
    let accents =
        Fingerprint::from_words("École académie ÉPAULE épaule epaule école ecole Académie").unwrap();
    assert_eq!(accents.to_string(), "école académie épaule épaule épaule école école académie");
    assert_eq!(Fingerprint::from_words("abaisser abandon"), Err(NotAFingerprint::Count { count: 2 }));
    let nine = format!("{shown} abaisser");
    assert_eq!(Fingerprint::from_words(&nine), Err(NotAFingerprint::Count { count: 9 }));
    let wrong = "abaisser abandon abdiquer abeille abolir zzz aborder aboutir";
    assert_eq!(Fingerprint::from_words(wrong), Err(NotAFingerprint::Word { place: 6 }));
}

#[test]
fn words_do_not_change_from_one_version_to_the_next() {
    let programme = Programme::new();
    assert_eq!(
        programme.first.fingerprint().to_string(),
        "imposer salon envahir tremper infini amorcer effrayer esquiver"
    );
    assert_eq!(
        programme.trust.words().to_string(),
        "adjectif ruiner permuter nocif acclamer berceau branche compact"
    );
}

#[test]
fn words_change_with_anything_they_vouch_for() {
    let programme = Programme::new();
    let keys = &programme.first;
    let request = JoinRequest::new(keys, EPOCH, Place::Work, now());
    assert_eq!(request.words(), keys.fingerprint());
    let other = JoinRequest { id: StationId([9; 16]), ..request.clone() };
    assert_ne!(other.words(), request.words());
    let other = JoinRequest { key: programme.second.signing.public(), ..request.clone() };
    assert_ne!(other.words(), request.words());
    let other = JoinRequest { recipient: programme.second.identity.recipient(), ..request.clone() };
    assert_ne!(other.words(), request.words());
}

#[test]
fn weak_keys_are_refused() {
    // The neutral element, and a point of order 8 (CCTV, "ed25519 edge cases").
    for weak in [
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMcXanA9TdhPujwLdg0QZw8qIFP6LDnMxk7H/XeSrAN6",
    ] {
        assert!(weak.parse::<SignerKey>().is_err(), "{weak}");
    }
    // 0, 1, p - 1 as X25519 public keys, and 0 with the bit that X25519 ignores.
    for weak in weak_recipients() {
        assert!(weak.parse::<age::x25519::Recipient>().is_ok(), "age takes {weak}");
        assert!(weak.parse::<Recipient>().is_err(), "{weak}");
    }
    let sound = Programme::new().first;
    assert_eq!(sound.signing.public().to_string().parse(), Ok(sound.signing.public()));
    let with_comment = format!("{} maelle@poste", sound.signing.public());
    assert!(with_comment.parse::<SignerKey>().is_err());
    assert!(sound.identity.recipient().as_str().to_uppercase().parse::<Recipient>().is_err());
}

/// Bech32 of the points of small order (RFC 7748 §6.1).
fn weak_recipients() -> Vec<String> {
    let filled = |first: u8, middle: u8, last: u8| {
        let mut point = [middle; 32];
        (point[0], point[31]) = (first, last);
        point
    };
    let eight = "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800";
    let eight = jalon::domain::id::from_hex::<32>(eight).unwrap();
    [filled(0, 0, 0), filled(1, 0, 0), filled(0xEC, 0xFF, 0x7F), filled(0, 0, 0x80), eight]
        .iter()
        .map(|point| bech32(point))
        .collect()
}

/// BIP-173, for the prefix `age`.
fn bech32(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    let bits = bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1));
    let bits: Vec<u8> = bits.collect();
    let mut digits: Vec<u8> = bits
        .chunks(5)
        .map(|chunk| (0..5).fold(0, |digit, at| digit << 1 | chunk.get(at).copied().unwrap_or(0)))
        .collect();
    let checksum = |values: &[u8]| {
        let mut sum = 1_u32;
        for value in [3, 3, 3, 0, 1, 7, 5].iter().chain(values) {
            let top = sum >> 25;
            sum = (sum & 0x1FF_FFFF) << 5 ^ u32::from(*value);
            let turns = [0x3B6A_57B2_u32, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3];
            for (bit, turn) in turns.iter().enumerate() {
                sum ^= if top >> bit & 1 == 1 { *turn } else { 0 };
            }
        }
        sum ^ 1
    };
    let sum = checksum(&[&digits[..], &[0; 6]].concat());
    digits.extend((0..6).map(|at| u8::try_from(sum >> (5 * (5 - at)) & 31).unwrap()));
    let text: String = digits.iter().map(|digit| char::from(ALPHABET[usize::from(*digit)])).collect();
    format!("age1{text}")
}

#[test]
fn a_list_is_opened_on_the_word_of_a_card() {
    let programme = Programme::new();
    let file = programme.trust.sign(&programme.keys.root).unwrap();
    let words = programme.trust.words();
    assert_eq!(Trust::open(&file, &words, Place::Work), Ok(programme.trust.clone()));
    let other = Fingerprint::from_words("abaisser abandon abdiquer abeille abolir aborder aboutir aboyer");
    assert_eq!(Trust::open(&file, &other.unwrap(), Place::Work), Err(TrustRefusal::OtherRoot));
    assert_eq!(programme.trust.sign(&programme.keys.ops), Err(TrustRefusal::OtherRoot));
}

#[test]
fn every_change_to_a_signed_list_is_seen() {
    let programme = Programme::new();
    let file = programme.trust.sign(&programme.keys.root).unwrap();
    for at in 0..file.len() {
        for bit in [0x01, 0x20] {
            let mut altered = file.clone();
            altered[at] ^= bit;
            assert!(Trust::open(&altered, &programme.trust.words(), Place::Work).is_err(), "byte {at}");
        }
    }
    for cut in 0..file.len() {
        assert!(Trust::open(&file[..cut], &programme.trust.words(), Place::Work).is_err(), "cut at {cut}");
    }
    for longer in [[&file[..], &file[..]].concat(), vec![b'{'; 2 << 20]] {
        assert!(Trust::open(&longer, &programme.trust.words(), Place::Work).is_err());
    }
}

/// The list, changed by hand, then signed by the root as it should be.
fn resigned(programme: &Programme, change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut value = serde_json::to_value(&programme.trust).unwrap();
    change(&mut value);
    let content = canonical::to_bytes(&value).unwrap();
    let mut signed = content.clone();
    signed.push(b'\n');
    let signature = programme.keys.root.sign(Namespace::Trust, &signed);
    let whole = json!({"signature": signature, "trust": value});
    let mut file = canonical::to_bytes(&whole).unwrap();
    file.push(b'\n');
    file
}

#[test]
fn a_well_signed_list_still_has_to_make_sense() {
    let programme = Programme::new();
    let open = |file: &[u8]| Trust::open(file, &programme.trust.words(), Place::Work);
    assert_eq!(open(&resigned(&programme, |_| {})), Ok(programme.trust.clone()));

    let kept = open(&resigned(&programme, |trust| trust["later"] = json!({"a": 1}))).unwrap();
    assert_eq!(kept.unknown["later"], json!({"a": 1}));
    assert_eq!(open(&kept.sign(&programme.keys.root).unwrap()), Ok(kept));

    let cases: [(&str, Value, TrustRefusal); 9] = [
        ("/format", json!("jalon-trust/2"), TrustRefusal::Newer),
        ("/crit", json!(["threshold"]), TrustRefusal::Newer),
        ("/demo", json!(true), TrustRefusal::Demo),
        ("/root", json!(programme.keys.ops.public()), TrustRefusal::OtherRoot),
        ("/import", json!([]), TrustRefusal::Form),
        ("/version", json!(0), TrustRefusal::Form),
        ("/stations/0/code", json!("l3 \u{202E}"), TrustRefusal::Code),
        ("/stations/0/key", json!(programme.keys.ops.public()), TrustRefusal::Form),
        ("/stations/0/recipient", json!(weak_recipients()[0]), TrustRefusal::Form),
    ];
    for (place, value, refusal) in cases {
        let file = resigned(&programme, |trust| *trust.pointer_mut(place).unwrap() = value);
        assert_eq!(open(&file), Err(refusal), "{place}");
    }
}

#[test]
fn versions_only_grow_and_the_root_stays() {
    let programme = Programme::new();
    let (trust, root) = (&programme.trust, &programme.keys.root);
    let newer = trust.revoke(programme.second.station, 4).unwrap();
    let file = newer.sign(root).unwrap();
    assert_eq!(trust.update(&file), Ok(newer.clone()));
    assert_eq!(newer.update(&file), Err(TrustRefusal::Older));
    assert_eq!(newer.update(&trust.sign(root).unwrap()), Err(TrustRefusal::Older));

    let stranger = SigningKey::from_seed(&[77; 32]);
    let usurped = Trust { root: stranger.public(), version: 9, ..trust.clone() };
    assert_eq!(trust.update(&usurped.sign(&stranger).unwrap()), Err(TrustRefusal::OtherRoot));
}

#[test]
fn a_demonstration_is_worth_nothing_elsewhere() {
    let programme = Programme::new();
    let demo = Trust::first(&programme.keys, Place::Demo, day("2027-12-31"));
    let file = demo.sign(&programme.keys.root).unwrap();
    assert_eq!(Trust::open(&file, &demo.words(), Place::Work), Err(TrustRefusal::Demo));
    assert_eq!(Trust::open(&file, &demo.words(), Place::Demo), Ok(demo.clone()));
    let real = programme.trust.sign(&programme.keys.root).unwrap();
    assert_eq!(Trust::open(&real, &demo.words(), Place::Demo), Err(TrustRefusal::Demo));
    assert_eq!(programme.trust.update(&file), Err(TrustRefusal::Demo));

    let keys = stranger();
    let request = JoinRequest::new(&keys, EPOCH, Place::Demo, now());
    assert_eq!(programme.trust.enrol(&request, &request.words(), "L9-1"), Err(TrustRefusal::Demo));
}

#[test]
fn a_station_joins_by_its_words() {
    let programme = Programme::new();
    let keys = stranger();
    let request = JoinRequest::new(&keys, EPOCH, Place::Work, now());
    let file = request.sign(&keys).unwrap();
    let read = JoinRequest::open(&file).unwrap();
    assert_eq!(read, request);

    let heard = Fingerprint::from_words(&keys.fingerprint().to_string()).unwrap();
    let newer = programme.trust.enrol(&read, &heard, "L7-1").unwrap();
    assert_eq!(newer.version, programme.trust.version + 1);
    let sender = newer.sender(&keys.signing.public()).unwrap();
    assert_eq!(
        (sender.id, sender.role, sender.standing),
        (keys.station, SenderRole::Station, Standing::Active)
    );
    assert!(programme.trust.update(&newer.sign(&programme.keys.root).unwrap()).is_ok());

    let others = programme.first.fingerprint();
    assert_eq!(programme.trust.enrol(&read, &others, "L7-1"), Err(TrustRefusal::OtherWords));
    assert_eq!(programme.trust.enrol(&read, &heard, "L3-1"), Err(TrustRefusal::Known));
    assert_eq!(newer.enrol(&read, &heard, "L7-2"), Err(TrustRefusal::Known));
    for code in ["", "l7", "Maëlle L.", "L7 1", "ABCDEFGHIJKLMNOPQ"] {
        assert_eq!(programme.trust.enrol(&read, &heard, code), Err(TrustRefusal::Code), "{code}");
    }
    assert_eq!(programme.trust.revoke(keys.station, 1), Err(TrustRefusal::NoStation));
}

#[test]
fn every_change_to_a_request_is_seen() {
    let keys = stranger();
    let file = JoinRequest::new(&keys, EPOCH, Place::Work, now()).sign(&keys).unwrap();
    for at in 0..file.len() {
        let mut altered = file.clone();
        altered[at] ^= 1;
        assert!(JoinRequest::open(&altered).is_err(), "byte {at}");
    }
}

#[test]
fn a_request_is_signed_by_the_key_it_brings() {
    let (keys, programme) = (stranger(), Programme::new());
    let mut value = serde_json::to_value(JoinRequest::new(&keys, EPOCH, Place::Work, now())).unwrap();
    value["key"] = json!(programme.first.signing.public());
    let mut signed = canonical::to_bytes(&value).unwrap();
    signed.push(b'\n');
    let signature = keys.signing.sign(Namespace::Join, &signed);
    let mut file = canonical::to_bytes(&json!({"signature": signature, "station": value})).unwrap();
    file.push(b'\n');
    assert_eq!(JoinRequest::open(&file), Err(TrustRefusal::Signature));
}

#[test]
fn signatures_have_one_form_and_one_purpose() {
    let key = SigningKey::from_seed(&[5; 32]);
    let armored = key.sign(Namespace::Bundle, b"lot");
    let parse = |text: &str| Signature::parse(text.as_bytes(), Namespace::Bundle);
    let signature = parse(&armored).unwrap();
    assert_eq!(signature.signer(), key.public());
    assert_eq!(signature.check(b"lot"), Ok(()));
    assert_eq!(signature.check(b"Lot"), Err(BadSignature::Wrong));
    let elsewhere = Signature::parse(armored.as_bytes(), Namespace::Trust);
    assert_eq!(elsewhere.err(), Some(BadSignature::Namespace));
    for other in [
        armored.replace('\n', "\r\n"),
        armored.trim_end().to_owned(),
        format!("{armored}\n"),
        format!(" {armored}"),
    ] {
        assert_eq!(parse(&other).err(), Some(BadSignature::Form), "{other:?}");
    }
}

#[test]
fn bundles_go_to_the_key_of_the_year() {
    let mut programme = Programme::new();
    let next = stranger().identity;
    programme.keys.import.insert(2027, next.clone());
    let trust = Trust::first(&programme.keys, Place::Work, day("2028-12-31"));
    let first = |text: &str| trust.bundle_recipients(day(text))[0].clone();
    assert_eq!(first("2026-12-31"), programme.keys.import[&2026].recipient());
    assert_eq!(first("2027-01-01"), next.recipient());
    assert_eq!(first("2029-06-01"), next.recipient());
    assert_eq!(first("2025-06-01"), programme.keys.import[&2026].recipient());
    assert_eq!(trust.bundle_recipients(now().today)[1], programme.keys.rescue.recipient());
    assert!(trust.is_current(day("2028-12-31")) && !trust.is_current(day("2029-01-01")));
}

#[test]
fn stock_tools_get_their_list_of_signers() {
    let programme = Programme::new();
    let trust = programme.trust.revoke(programme.second.station, 4).unwrap();
    let root = format!("root namespaces=\"jalon-trust@v1\" {}\n", trust.root);
    let line = |id: StationId, key: SignerKey| format!("{id} namespaces=\"jalon-bundle@v1\" {key}\n");
    let centre = line(programme.keys.centre, programme.keys.ops.public());
    let first = line(programme.first.station, programme.first.signing.public());
    assert_eq!(allowed_signers(&trust), format!("{root}{centre}{first}"));
}
