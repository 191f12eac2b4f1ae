//! Inside the envelope: the archive, its manifest, its segments.

use jalon::exchange::bundle::code::{Code, Verdict};
use jalon::exchange::bundle::read::{Inspection, LookOnly, Reader};
use jalon::exchange::bundle::{limit, stages};
use jalon::exchange::signing::SigningKey;
use jalon::journal::canonical::from_bytes;

use super::super::forge::{Forge, tar_header};
use super::super::programme::Programme;
use super::canonical::is_canonical;
use super::{mode, with_programme};

/// Reads an archive as the centre would, once the envelope is open.
fn look(programme: &Programme, mut archive: &[u8]) -> Inspection {
    let reader = Reader { identities: &[], trust: Some(&programme.trust), ledger: None };
    let own = programme.import()[0].recipient();
    let seen = stages::archive(&mut archive, &own, &reader, &mut LookOnly);
    assert_eq!(seen.persons.is_some(), seen.verdict() == Verdict::Accepted);
    assert!(seen.manifest.is_none() || seen.is_signed());
    seen
}

/// 0: the archive. 1: two bytes of length, a manifest that is signed here, and the rest of the
/// archive. 2: the lines of one segment, in a bundle that is right for the rest.
pub fn inner_container(input: &[u8]) {
    with_programme(|programme| container(programme, input));
}

fn container(programme: &Programme, input: &[u8]) {
    let (mode, rest) = mode(input);
    match mode {
        0 => drop(look(programme, rest)),
        1 => {
            let Some((length, rest)) = rest.split_first_chunk() else { return };
            let (manifest, rest) = rest.split_at(usize::from(u16::from_be_bytes(*length)).min(rest.len()));
            look(programme, &signed(programme, manifest, rest));
        }
        _ => {
            if rest.is_empty() || rest.len() > 64 << 10 {
                return;
            }
            let forge = Forge::good(programme).with_lines(rest);
            let seen = look(programme, &forge.inner());
            assert!(!matches!(seen.code, Code::PartDigest | Code::PartFrame | Code::PartHeader));
        }
    }
}

/// An archive that begins with this manifest and its signature, and goes on as it likes.
fn signed(programme: &Programme, manifest: &[u8], rest: &[u8]) -> Vec<u8> {
    let signer = SigningKey::from_seed(&programme.first.signing.seed());
    let signature = signer.sign(jalon::exchange::signing::Namespace::Bundle, manifest);
    let mut archive = Vec::new();
    for (name, content) in [("manifest.json", manifest), ("manifest.json.sig", signature.as_bytes())] {
        archive.extend(tar_header(name, content.len()));
        archive.extend_from_slice(content);
        archive.resize(archive.len().next_multiple_of(512), 0);
    }
    archive.extend_from_slice(rest);
    archive
}

/// Two judges of canonical JSON agree, and what is read of a manifest is written again as it was,
/// but for what newer versions add inside its lists.
pub fn manifest(input: &[u8]) {
    let (value, agreed) = (from_bytes(input), is_canonical(input));
    assert_eq!(value.is_ok(), agreed, "{value:?}");
    let Ok(read) = stages::manifest(input) else { return };
    let text = input.strip_suffix(b"\n").expect("a manifest ends with a line feed");
    assert!(is_canonical(text));
    let again = stages::manifest(&read.to_bytes()).expect("what is written is read");
    assert_eq!(again, read);
}

/// A frame inflates to exactly what was announced, and the lines that come out are read alike
/// alone and together.
pub fn segment(input: &[u8]) {
    let Some((raw, frame)) = input.split_first_chunk() else { return };
    let raw = usize::try_from(u32::from_be_bytes(*raw)).expect("64 bits");
    let raw = raw % (usize::try_from(limit::SEGMENT).expect("64 bits") + 1);
    let Some(bytes) = stages::segment(frame, raw) else { return };
    assert_eq!(bytes.len(), raw);
    let stream = zstd::stream::decode_all(frame).expect("one frame");
    assert_eq!(stream, bytes, "another way to inflate gives other bytes");
    for line in bytes.split(|byte| *byte == b'\n').take(100) {
        let _code = stages::entry(line);
    }
}
