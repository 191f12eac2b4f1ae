//! C2SP's CCTV vectors for age, through the header gate and the crate, as a bundle goes through
//! them. What a bundle never is (text form, passphrase, hybrid recipients) is refused before
//! anything comes out.

use jalon::exchange::bundle::code::Code;
use jalon::exchange::bundle::stages;
use jalon::exchange::recipient::Identity;
use secrecy::SecretString;

use super::forge::sha256;
use super::programme::stranger;
use super::published;
use super::stock_tools::say;

/// Vectors in the version that is fetched.
const ALL: usize = 143;
/// … of which a bundle could be one.
const APPLIED: usize = 68;

struct AgeVector {
    name: String,
    head: String,
    file: Vec<u8>,
}

impl AgeVector {
    fn values(&self, key: &str) -> Vec<&str> {
        self.head.lines().filter_map(|line| line.strip_prefix(key)?.strip_prefix(": ")).collect()
    }

    fn value(&self, key: &str) -> &str {
        self.values(key).first().copied().unwrap_or_default()
    }

    fn identities(&self) -> Vec<Identity> {
        let texts = self.values("identity");
        let known = texts.iter().filter_map(|text| Identity::from_text(&SecretString::from(*text)).ok());
        let known: Vec<Identity> = known.collect();
        // There is always a key in a station.
        if known.is_empty() { vec![stranger().identity] } else { known }
    }

    /// Why a bundle can never be such a file, and what is said of it instead.
    fn never_a_bundle(&self) -> Option<(&'static str, &'static [Code])> {
        if self.value("armored") == "yes" {
            Some(("text form", &[Code::Armored, Code::NotAge]))
        } else if !self.values("passphrase").is_empty() {
            Some(("passphrase", &[Code::Passphrase, Code::NotForUs]))
        } else if self.value("identity").starts_with("AGE-SECRET-KEY-PQ-") {
            Some(("hybrid recipient", &[Code::NotForUs, Code::HeaderForm]))
        } else {
            None
        }
    }

    /// What must be said of it, from what its authors expect.
    fn expected(&self) -> Result<(), Code> {
        Err(match (self.value("expect"), self.name.as_str()) {
            ("success", _) => return Ok(()),
            ("no match", _) => Code::NotForUs,
            ("HMAC failure", _) => Code::HeaderAltered,
            ("payload failure", _) => Code::Damaged,
            ("header failure", "empty") => Code::Empty,
            ("header failure", "version_unsupported" | "header_crlf") => Code::NotAge,
            // The nonce of the payload belongs to the header there, to what follows it here.
            ("header failure", name) if name.starts_with("stream_") => Code::Damaged,
            ("header failure", _) => Code::HeaderForm,
            (other, name) => unreachable!("{name}: {other:?}"),
        })
    }
}

fn vectors() -> Option<Vec<AgeVector>> {
    let mut all = Vec::new();
    for found in std::fs::read_dir(published::folder("cctv-age")?).unwrap() {
        let path = found.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let end = bytes.windows(2).position(|two| two == b"\n\n").unwrap();
        all.push(AgeVector {
            name: path.file_name().unwrap().to_string_lossy().into_owned(),
            head: String::from_utf8(bytes[..end].to_vec()).unwrap(),
            file: bytes[end + 2..].to_vec(),
        });
    }
    all.sort_by(|one, two| one.name.cmp(&two.name));
    assert_eq!(all.len(), ALL);
    Some(all)
}

#[test]
fn published_age_files_are_read_as_their_authors_say() {
    let Some(vectors) = vectors() else { return };
    let (mut applied, mut elsewhere) = (0, std::collections::BTreeMap::new());
    for vector in &vectors {
        let mut payload = Vec::new();
        let said = stages::payload(&vector.file, &vector.identities(), &mut payload);
        if let Some((reason, codes)) = vector.never_a_bundle() {
            *elsewhere.entry(reason).or_insert(0) += 1;
            assert!(said.is_err_and(|code| codes.contains(&code)), "{}: {said:?}", vector.name);
            assert!(payload.is_empty(), "{}: {reason}", vector.name);
            continue;
        }
        applied += 1;
        assert_eq!(said, vector.expected(), "{}", vector.name);
        // Whatever came out before an error was part of what was encrypted, and all of it.
        let known = vector.value("payload");
        if known.is_empty() {
            assert!(payload.is_empty(), "{}", vector.name);
        } else {
            assert_eq!(sha256(&payload), known, "{}", vector.name);
        }
    }
    say(&format!("age vectors: {applied} applied; refused as never a bundle: {elsewhere:?}"));
    assert_eq!((applied, elsewhere.values().sum::<usize>()), (APPLIED, ALL - APPLIED));
}
