//! A second writer of bundles, independent of the first, which can also write them wrong.

use std::io::Write as _;

use jalon::domain::id::StationId;
use jalon::exchange::signing::{Namespace, SigningKey};
use jalon::journal::entry::Entry;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::programme::{EPOCH, Programme, journal};

/// A bundle in pieces.
pub struct Forge {
    pub manifest: Value,
    pub files: Vec<(String, Vec<u8>)>,
    pub signer: SigningKey,
    pub namespace: Namespace,
    pub recipients: Vec<String>,
}

impl Forge {
    /// The first bundle of the first station: six entries in two segments.
    pub fn good(programme: &Programme) -> Self {
        Self::of(programme, &journal(programme.first.station, 6))
    }

    pub fn of(programme: &Programme, entries: &[Entry]) -> Self {
        let recipients: Vec<String> = programme.recipients().iter().map(ToString::to_string).collect();
        let signer = SigningKey::from_seed(&programme.first.signing.seed());
        let mut forge = Self {
            manifest: json!({
                "base": 0, "crit": [], "entries": 0, "epoch": EPOCH, "format": "jalon-bundle/1",
                "from": programme.first.station, "gen": 1, "journals": [],
                "key": signer.public().fingerprint(), "parts": [], "prev": "0".repeat(64),
                "schema": 1, "seq": 1, "time": "2026-11-22T10:00:00Z", "to": recipients,
            }),
            files: Vec::new(),
            signer,
            namespace: Namespace::Bundle,
            recipients,
        };
        forge.carry(programme.first.station, entries);
        forge
    }

    /// Lists these entries, half of them in each of two segments.
    pub fn carry(&mut self, station: StationId, entries: &[Entry]) {
        let (first, last) = (&entries[0], entries.last().unwrap());
        self.manifest["entries"] = json!(entries.len());
        self.manifest["journals"] = json!([{
            "station": station, "from": first.header.sequence, "to": last.header.sequence,
            "head": last.head().digest,
        }]);
        self.files.clear();
        self.manifest["parts"] = json!([]);
        for half in entries.chunks(entries.len().div_ceil(2)) {
            self.segment(&half.iter().flat_map(line).collect::<Vec<_>>());
        }
    }

    /// Adds a segment of these raw bytes.
    pub fn segment(&mut self, raw: &[u8]) {
        let frame = zstd::bulk::compress(raw, 3).unwrap();
        self.part(&format!("entries/{:06}.jsonl.zst", self.files.len()), frame, raw.len() as u64);
    }

    /// Adds a part, as it is.
    pub fn part(&mut self, name: &str, bytes: Vec<u8>, raw: u64) {
        let part = json!({"name": name, "raw": raw, "sha256": sha256(&bytes), "size": bytes.len()});
        self.manifest["parts"].as_array_mut().unwrap().push(part);
        self.files.push((name.to_owned(), bytes));
    }

    /// Puts other raw bytes in the only segment.
    pub fn with_lines(mut self, raw: &[u8]) -> Self {
        self.files.clear();
        self.manifest["parts"] = json!([]);
        self.segment(raw);
        self
    }

    pub fn manifest_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec(&self.manifest).unwrap();
        bytes.push(b'\n');
        bytes
    }

    /// The archive.
    pub fn inner(&self) -> Vec<u8> {
        self.inner_with(&self.manifest_bytes())
    }

    /// The archive with these bytes as its manifest, signed.
    pub fn inner_with(&self, manifest: &[u8]) -> Vec<u8> {
        let signature = self.signer.sign(self.namespace, manifest);
        self.inner_signed(manifest, signature.as_bytes())
    }

    pub fn inner_signed(&self, manifest: &[u8], signature: &[u8]) -> Vec<u8> {
        let mut files = vec![("manifest.json", manifest), ("manifest.json.sig", signature)];
        files.extend(self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
        archive(&files)
    }

    /// The file.
    pub fn seal(&self) -> Vec<u8> {
        self.encrypt(&self.inner())
    }

    /// Any archive, encrypted for the recipients.
    pub fn encrypt(&self, inner: &[u8]) -> Vec<u8> {
        encrypt(inner, &self.recipients)
    }
}

pub fn line(entry: &Entry) -> Vec<u8> {
    let header = String::from_utf8(entry.header_bytes.clone()).unwrap();
    let payload = entry.payload.clone().map(|payload| String::from_utf8(payload).unwrap());
    let payload = payload.map(|payload| format!(",\"payload\":{payload}")).unwrap_or_default();
    format!("{{\"header\":{header}{payload}}}\n").into_bytes()
}

pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A ustar of these files, its end, and PADMÉ zeros.
pub fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (name, content) in files {
        bytes.extend(tar_header(name, content.len()));
        bytes.extend_from_slice(content);
        bytes.resize(bytes.len().next_multiple_of(512), 0);
    }
    bytes.resize(bytes.len() + 1024, 0);
    let exponent = bytes.len().ilog2();
    let step = 1_usize << (exponent - (exponent.ilog2() + 1));
    bytes.resize(bytes.len().next_multiple_of(step), 0);
    bytes
}

/// POSIX.1-1988 ustar, field by field.
pub fn tar_header(name: &str, size: usize) -> Vec<u8> {
    let mut header = Vec::with_capacity(512);
    let mut field = |text: String, width: usize| {
        header.extend_from_slice(text.as_bytes());
        header.resize(header.len() + width - text.len(), 0);
    };
    field(name.to_owned(), 100);
    field("0000600".to_owned(), 8);
    field("0000000".to_owned(), 8);
    field("0000000".to_owned(), 8);
    field(format!("{size:011o}"), 12);
    field("00000000000".to_owned(), 12);
    field("        ".to_owned(), 8);
    field("0".to_owned(), 1);
    field(String::new(), 100);
    field("ustar".to_owned(), 6);
    field("00".to_owned(), 2);
    field(String::new(), 64);
    field("0000000".to_owned(), 8);
    field("0000000".to_owned(), 8);
    field(String::new(), 167);
    let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
    header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    header
}

pub fn encrypt(inner: &[u8], recipients: &[String]) -> Vec<u8> {
    let keys: Vec<age::x25519::Recipient> = recipients.iter().map(|it| it.parse().unwrap()).collect();
    let keys = keys.iter().map(|key| key as &dyn age::Recipient);
    let mut file = Vec::new();
    let mut writer = age::Encryptor::with_recipients(keys).unwrap().wrap_output(&mut file).unwrap();
    writer.write_all(inner).unwrap();
    writer.finish().unwrap();
    file
}

pub fn decrypt(file: &[u8], identity: &str) -> Vec<u8> {
    let identity: age::x25519::Identity = identity.parse().unwrap();
    let decryptor = age::Decryptor::new_buffered(file).unwrap();
    let mut inner = Vec::new();
    let mut reader = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).unwrap();
    std::io::Read::read_to_end(&mut reader, &mut inner).unwrap();
    inner
}
