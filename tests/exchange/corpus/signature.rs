//! Who signed, what for, and for whom.

use jalon::exchange::bundle::code::Code;
use jalon::exchange::signing::{Namespace, SigningKey};
use serde_json::json;

use super::super::forge::{Forge, archive};
use super::super::programme::stranger;
use super::Corpus;

pub(super) fn add(corpus: &mut Corpus<'_>) {
    let nobody = || SigningKey::from_seed(&[99; 32]);
    corpus.class("B5");
    corpus.changed("by nobody", Code::UnknownSigner, |forge, _| forge.signer = nobody());
    corpus.changed("by the root", Code::UnknownSigner, |forge, programme| {
        forge.signer = SigningKey::from_seed(&programme.keys.root.seed());
    });

    let forge = Forge::good(corpus.programme);
    let bytes = forge.manifest_bytes();
    let good = forge.signer.sign(Namespace::Bundle, &bytes);
    let signed = |signature: &[u8]| forge.encrypt(&forge.inner_signed(&bytes, signature));
    corpus.class("B6");
    let stripped = archive(&[("manifest.json", &bytes), (&forge.files[0].0, &forge.files[0].1)]);
    corpus.file("no signature", forge.encrypt(&stripped), Code::SignatureMissing);
    for (name, signature, expected) in [
        ("as it should be", good.clone().into_bytes(), Code::Verified),
        ("empty", Vec::new(), Code::SignatureMissing),
        ("4,097 bytes", vec![b'A'; 4097], Code::SignatureMissing),
        ("4,096 bytes", vec![b'A'; 4096], Code::SignatureForm),
        ("carriage returns", good.replace('\n', "\r\n").into_bytes(), Code::SignatureForm),
        ("a line more", format!("{good}\n").into_bytes(), Code::SignatureForm),
        ("no last line feed", good.trim_end().to_owned().into_bytes(), Code::SignatureForm),
        ("text before", format!("x\n{good}").into_bytes(), Code::SignatureForm),
        ("other columns", good.replacen("U1NIU0lH", "U1NI\nU0lH", 1).into_bytes(), Code::SignatureForm),
        (
            "of another text",
            forge.signer.sign(Namespace::Bundle, b"other").into_bytes(),
            Code::SignatureWrong,
        ),
    ] {
        corpus.file(name, signed(&signature), expected);
    }

    corpus.class("B7");
    corpus.changed("by the other station", Code::WrongSender, |forge, programme| {
        forge.signer = SigningKey::from_seed(&programme.second.signing.seed());
    });
    corpus.changed("by the centre", Code::WrongSender, |forge, programme| {
        forge.signer = SigningKey::from_seed(&programme.keys.ops.seed());
    });
    corpus.manifest("/key", json!(nobody().public().fingerprint()), Code::WrongSender);
    let (second, centre) = (corpus.programme.second.station, corpus.programme.keys.centre);
    corpus.manifest("/from", json!(second), Code::WrongSender);
    corpus.manifest("/from", json!(centre), Code::WrongSender);

    corpus.class("B8");
    for namespace in [Namespace::Trust, Namespace::Join] {
        corpus.changed(namespace.name(), Code::SignatureNamespace, |forge, _| forge.namespace = namespace);
    }
    // Of ECDSA not even the form is known here.
    for (name, other, expected) in [
        ("ECDSA", ECDSA, Code::SignatureForm),
        ("RSA", RSA, Code::SignatureKind),
        ("SHA-256", SHA256, Code::SignatureKind),
    ] {
        corpus.file(name, signed(other.as_bytes()), expected);
    }

    corpus.class("B9");
    corpus.manifest("/to", json!([stranger().identity.recipient()]), Code::NotAddressed);
    corpus.manifest("/to", json!([]), Code::NotAddressed);
    // The rescue key is named, but it is not the one that opened.
    let rescue = corpus.programme.keys.rescue.recipient();
    corpus.manifest("/to", json!([rescue]), Code::NotAddressed);
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
