//! Writing a bundle: manifest, signature, parts, padding, inside an age file.

use std::io::{self, Read as _, Write};

use sha2::{Digest as _, Sha256};

use super::contents::{Attachment, CannotCarry, Contents};
use super::manifest::{self, FORMAT, Manifest, SCHEMA};
use super::parts::blob_name;
use super::{MANIFEST, SIGNATURE, limit, padding, ustar};
use crate::domain::id::{EpochId, StationId};
use crate::domain::now::Now;
use crate::exchange::recipient::Recipient;
use crate::exchange::signing::{Namespace, SigningKey};
use crate::journal::entry::Digest;

/// What the sender says besides the contents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cover {
    /// Who sends.
    pub from: StationId,
    /// The life of the store in which bundles are numbered.
    pub epoch: EpochId,
    /// Number of this bundle, from 1.
    pub seq: u64,
    /// Number of the last acknowledged bundle; 0 for none.
    pub base: u64,
    /// Digest of the manifest of the bundle before ([`Written::manifest`]); zeros for the first.
    pub prev: Digest,
    /// Generation of the store.
    pub generation: u64,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The manifest.
    pub manifest: Manifest,
    /// What the next bundle calls `prev`.
    pub manifest_digest: Digest,
    /// Bytes of the file.
    pub size: u64,
    /// SHA-256 of the file, for reading the copy again.
    pub sha256: Digest,
}

/// Why a bundle cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum CannotWrite {
    /// It cannot carry that.
    #[error(transparent)]
    Carry(#[from] CannotCarry),
    /// No recipient, or more than a header can hold.
    #[error("no recipient, or too many")]
    Recipients,
    /// The manifest would be longer than its cap.
    #[error("the manifest is too long")]
    Manifest,
    /// An attachment is not what was announced.
    #[error("an attachment is not what was announced")]
    Attachment,
    /// The medium refuses.
    #[error("writing: {0}")]
    Medium(#[from] io::Error),
}

impl CannotWrite {
    /// Stable id of its messages.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Carry(cannot) => cannot.id(),
            Self::Recipients => "bundle-recipients",
            Self::Manifest => "bundle-too-much",
            Self::Attachment => "bundle-attachment",
            Self::Medium(_) => "bundle-medium",
        }
    }
}

/// Writes a bundle to `out`, which is flushed but not synchronised: that is the caller's.
///
/// The bytes inside the encryption depend on the arguments only.
///
/// # Errors
/// [`CannotWrite`]; what was written until then is of no use.
pub fn write_bundle(
    out: &mut impl Write,
    mut contents: Contents<'_>,
    cover: &Cover,
    signer: &SigningKey,
    recipients: &[Recipient],
    now: Now,
) -> Result<Written, CannotWrite> {
    if recipients.is_empty() || recipients.len() > limit::RECIPIENTS {
        return Err(CannotWrite::Recipients);
    }
    contents.finish()?;
    let manifest = manifest_of(&contents, cover, signer, recipients, now);
    let bytes = manifest.to_bytes();
    if bytes.len() as u64 > limit::MANIFEST {
        return Err(CannotWrite::Manifest);
    }
    let signature = signer.sign(Namespace::Bundle, &bytes);

    let mut file = Hashed { out, hash: Sha256::new(), size: 0 };
    let keys = recipients.iter().map(|recipient| recipient.key() as &dyn age::Recipient);
    let encryptor = age::Encryptor::with_recipients(keys).map_err(|_| CannotWrite::Recipients)?;
    let mut archive = Archive { out: encryptor.wrap_output(&mut file)?, written: 0 };
    archive.part(MANIFEST, &bytes)?;
    archive.part(SIGNATURE, signature.as_bytes())?;
    for (part, segment) in manifest.parts.iter().zip(&contents.segments) {
        archive.part(&part.name, segment)?;
    }
    for attachment in &mut contents.attachments {
        archive.attachment(attachment)?;
    }
    archive.finish()?.finish()?;
    file.out.flush()?;
    Ok(Written {
        manifest_digest: manifest::digest(&bytes),
        manifest,
        size: file.size,
        sha256: Digest(file.hash.finalize().into()),
    })
}

fn manifest_of(
    contents: &Contents<'_>,
    cover: &Cover,
    signer: &SigningKey,
    recipients: &[Recipient],
    now: Now,
) -> Manifest {
    Manifest {
        acks: contents.acks.clone(),
        base: cover.base,
        crit: Vec::new(),
        entries: contents.entries(),
        epoch: cover.epoch,
        format: FORMAT.to_owned(),
        from: cover.from,
        generation: cover.generation,
        journals: contents.stretches.clone(),
        key: signer.public().fingerprint(),
        lives: contents.lives.clone(),
        nacks: contents.nacks.clone(),
        parts: contents.parts.clone(),
        prev: cover.prev,
        schema: SCHEMA,
        seq: cover.seq,
        time: now.at,
        to: recipients.iter().map(ToString::to_string).collect(),
        unknown: std::collections::BTreeMap::new(),
    }
}

/// Counts and digests what goes through.
struct Hashed<W> {
    out: W,
    hash: Sha256,
    size: u64,
}

impl<W: Write> Write for Hashed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.size += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The archive being written.
struct Archive<W> {
    out: W,
    written: u64,
}

impl<W: Write> Archive<W> {
    fn part(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let size = bytes.len() as u64;
        self.put(&ustar::header(name, size))?;
        self.put(bytes)?;
        self.zeros(ustar::gap_after(size))
    }

    fn attachment(&mut self, attachment: &mut Attachment<'_>) -> Result<(), CannotWrite> {
        self.put(&ustar::header(&blob_name(&attachment.sha256), attachment.size))?;
        // One byte more than announced is enough to know that it is another file.
        let mut bytes = attachment.bytes.take(attachment.size + 1);
        let mut hashed = Hashed { out: &mut self.out, hash: Sha256::new(), size: 0 };
        io::copy(&mut bytes, &mut hashed)?;
        let Hashed { hash, size, .. } = hashed;
        if size != attachment.size || attachment.sha256.0 != <[u8; 32]>::from(hash.finalize()) {
            return Err(CannotWrite::Attachment);
        }
        self.written += size;
        Ok(self.zeros(ustar::gap_after(size))?)
    }

    /// Two blocks of zeros end the archive; zeros up to the padded size follow.
    fn finish(mut self) -> io::Result<W> {
        let end = self.written + 2 * ustar::BLOCK;
        self.zeros(padding::padme(end) - self.written)?;
        Ok(self.out)
    }

    fn zeros(&mut self, count: u64) -> io::Result<()> {
        let copied = io::copy(&mut io::repeat(0).take(count), &mut self.out)?;
        self.written += copied;
        Ok(())
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.written += bytes.len() as u64;
        Ok(())
    }
}
