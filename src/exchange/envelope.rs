//! `{"signature":"…","<what>":{…}}` and a line feed: how signed JSON carries its signature.
//!
//! The form is canonical, so the two parts are found by comparing bytes: no JSON is parsed before
//! the signature holds.

use serde_json::Value;

use super::signing::{BadSignature, Namespace, Signature, SignerKey, SigningKey};
use crate::journal::canonical;

/// Longest envelope, in bytes.
const LONGEST: usize = 1 << 20;

/// Why an envelope is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BadEnvelope {
    /// It does not have that form.
    Form,
    /// The signature is not accepted.
    Signature(BadSignature),
}

/// What was signed, and by whom it claims to be.
#[derive(Debug)]
pub(super) struct Envelope {
    /// Canonical bytes and a line feed.
    signed: Vec<u8>,
    signature: Signature,
}

impl Envelope {
    /// Finds the two parts. `what` comes after `signature` in the order of letters.
    pub(super) fn parse(bytes: &[u8], what: &str, namespace: Namespace) -> Result<Self, BadEnvelope> {
        let (armored, content) = split(bytes, what).ok_or(BadEnvelope::Form)?;
        let signature = Signature::parse(&armored, namespace).map_err(BadEnvelope::Signature)?;
        let mut signed = content.to_vec();
        signed.push(b'\n');
        Ok(Self { signed, signature })
    }

    /// Who claims to have signed.
    pub(super) const fn signer(&self) -> SignerKey {
        self.signature.signer()
    }

    /// What was signed, once the signature holds.
    pub(super) fn open(&self) -> Result<Value, BadEnvelope> {
        self.signature.check(&self.signed).map_err(BadEnvelope::Signature)?;
        let content = self.signed.strip_suffix(b"\n").ok_or(BadEnvelope::Form)?;
        canonical::from_bytes(content).map_err(|_| BadEnvelope::Form)
    }

    /// The envelope of `content`, which is in canonical form.
    pub(super) fn seal(content: Vec<u8>, what: &str, namespace: Namespace, key: &SigningKey) -> Vec<u8> {
        let mut signed = content;
        signed.push(b'\n');
        let signature = key.sign(namespace, &signed).replace('\n', "\\n");
        let mut bytes = format!("{{\"signature\":\"{signature}\",\"{what}\":").into_bytes();
        bytes.extend_from_slice(&signed[..signed.len() - 1]);
        bytes.extend_from_slice(b"}\n");
        bytes
    }
}

fn split<'a>(bytes: &'a [u8], what: &str) -> Option<(Vec<u8>, &'a [u8])> {
    if bytes.len() > LONGEST {
        return None;
    }
    let rest = bytes.strip_prefix(b"{\"signature\":\"")?.strip_suffix(b"}\n")?;
    let end = rest.iter().position(|byte| *byte == b'"')?;
    let armored = std::str::from_utf8(&rest[..end]).ok()?.replace("\\n", "\n").into_bytes();
    let content = rest[end..].strip_prefix(format!("\",\"{what}\":").as_bytes())?;
    Some((armored, content))
}
