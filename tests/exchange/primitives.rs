//! The primitives as they are used here, against Wycheproof (fetched) and the vectors that the
//! RFCs print (typed).

use argon2::{Algorithm, Argon2, AssociatedData, ParamsBuilder, Version};
use chacha20poly1305::aead::AeadInPlace as _;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit as _, XChaCha20Poly1305};
use hkdf::Hkdf;
use jalon::crypto::{Argon2id, KdfCost, Key, Passphrase, Stretch as _, open};
use jalon::domain::id::to_hex;
use serde_json::Value;
use sha2::Sha256;

use super::published::{bytes, wycheproof};
use super::stock_tools::say;

fn is_valid(test: &Value) -> bool {
    match test["result"].as_str() {
        Some("valid") => true,
        Some("invalid") => false,
        other => unreachable!("{other:?}"),
    }
}

fn has_flag(test: &Value, flag: &str) -> bool {
    test["flags"].as_array().unwrap().iter().any(|it| it == flag)
}

#[test]
fn wycheproof_sealing() {
    let count = wycheproof("xchacha20_poly1305", |_, test| {
        let [key, nonce, context, plain, hidden, tag] =
            ["key", "iv", "aad", "msg", "ct", "tag"].map(|name| bytes(&test[name]));
        let sealed = [&nonce[..], &hidden, &tag].concat();
        let opened = open(&Key::from_slice(&key).unwrap(), &context, &sealed);
        // A nonce of another length makes other bytes of the whole.
        let expected = is_valid(test).then(|| plain.clone());
        assert_eq!(opened.ok(), expected, "{test}");
        if nonce.len() == 24 && is_valid(test) {
            let mut again = plain;
            let cipher = XChaCha20Poly1305::new(key.as_slice().into());
            let made = cipher.encrypt_in_place_detached(nonce.as_slice().into(), &context, &mut again);
            assert_eq!((again, made.unwrap().to_vec()), (hidden, tag), "{test}");
        }
    });
    say(&format!("xchacha20_poly1305: {count}"));
}

#[test]
fn wycheproof_chunks_of_age() {
    let count = wycheproof("chacha20_poly1305", |_, test| {
        let [key, nonce, context, plain, hidden, tag] =
            ["key", "iv", "aad", "msg", "ct", "tag"].map(|name| bytes(&test[name]));
        if nonce.len() != 12 || tag.len() != 16 {
            // Nonces and tags are of one length in the type: others cannot be said.
            assert!(!is_valid(test), "{test}");
            return;
        }
        let cipher = ChaCha20Poly1305::new(key.as_slice().into());
        let mut opened = hidden.clone();
        let nonce = nonce.as_slice().into();
        let said = cipher.decrypt_in_place_detached(nonce, &context, &mut opened, tag.as_slice().into());
        assert_eq!(said.is_ok(), is_valid(test), "{test}");
        if is_valid(test) {
            assert_eq!(opened, plain, "{test}");
            let made = cipher.encrypt_in_place_detached(nonce, &context, &mut opened).unwrap();
            assert_eq!((opened, made.to_vec()), (hidden, tag), "{test}");
        }
    });
    say(&format!("chacha20_poly1305: {count}"));
}

#[test]
fn wycheproof_signatures() {
    let count = wycheproof("ed25519", |group, test| {
        let [message, signature] = ["msg", "sig"].map(|name| bytes(&test[name]));
        let key: [u8; 32] = bytes(&group["publicKey"]["pk"]).try_into().unwrap();
        // As `Signature::check`: a weak key is refused before, and 64 bytes are one type.
        let verified = ed25519_dalek::VerifyingKey::from_bytes(&key)
            .ok()
            .filter(|key| !key.is_weak())
            .zip(<[u8; 64]>::try_from(signature).ok())
            .is_some_and(|(key, signature)| {
                key.verify_strict(&message, &ed25519_dalek::Signature::from_bytes(&signature)).is_ok()
            });
        assert_eq!(verified, is_valid(test), "{test}");
    });
    say(&format!("ed25519: {count}"));
}

#[test]
fn wycheproof_agreement_of_age() {
    let mut zero = 0;
    let count = wycheproof("x25519", |_, test| {
        let [public, private, shared] = ["public", "private", "shared"].map(|name| bytes(&test[name]));
        let array = |bytes: Vec<u8>| <[u8; 32]>::try_from(bytes).unwrap();
        let private = x25519_dalek::StaticSecret::from(array(private));
        let agreed = private.diffie_hellman(&x25519_dalek::PublicKey::from(array(public)));
        assert_eq!(agreed.as_bytes()[..], shared, "{test}");
        // What age refuses, and what the point of a recipient must never lead to.
        assert_eq!(agreed.was_contributory(), !has_flag(test, "ZeroSharedSecret"), "{test}");
        zero += usize::from(!agreed.was_contributory());
    });
    say(&format!("x25519: {count}, of which {zero} agree on zero"));
}

#[test]
fn wycheproof_derivation() {
    let mut as_used = 0;
    let count = wycheproof("hkdf_sha256", |_, test| {
        let [input, salt, context] = ["ikm", "salt", "info"].map(|name| bytes(&test[name]));
        let size = usize::try_from(test["size"].as_u64().unwrap()).unwrap();
        let (master, hkdf) = Hkdf::<Sha256>::extract(Some(&salt), &input);
        let mut derived = vec![0; size];
        let said = hkdf.expand(&context, &mut derived);
        assert_eq!(said.is_ok(), is_valid(test), "{test}");
        if is_valid(test) {
            assert_eq!(derived, bytes(&test["okm"]), "{test}");
        }
        // The keys of a station: expansion alone, 32 bytes, a label that is text.
        if let (Ok(label), true) = (std::str::from_utf8(&context), size >= 32 && is_valid(test)) {
            let key = Key::from_slice(&master).unwrap().subkey(label);
            assert_eq!(key.expose()[..], derived[..32], "{test}");
            as_used += 1;
        }
    });
    say(&format!("hkdf_sha256: {count}, of which {as_used} as a station derives its keys"));
}

/// RFC 9106 §5.3, and libargon2 at the floor of a keyslot.
#[test]
fn rfc_9106_argon2id() {
    let secret = [3; 8];
    let known = AssociatedData::new(&[4; 12]).unwrap();
    let params = ParamsBuilder::new().m_cost(32).t_cost(3).p_cost(4).data(known).output_len(32).build();
    let argon = Argon2::new_with_secret(&secret, Algorithm::Argon2id, Version::V0x13, params.unwrap());
    let mut tag = [0; 32];
    argon.unwrap().hash_password_into(&[1; 32], &[2; 16], &mut tag).unwrap();
    let printed = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659";
    assert_eq!(to_hex(&tag), printed);

    let salt = std::array::from_fn(|at| u8::try_from(at).unwrap());
    let passphrase = Passphrase::new("un chemin long");
    let key = Argon2id.stretch(&passphrase, &salt, KdfCost::floor_for_tests()).unwrap();
    let printed = "22c5526889416a61a16e401a449a78343d682dd0528cce06856739523ef76bcf";
    assert_eq!(to_hex(key.expose()), printed);
}
