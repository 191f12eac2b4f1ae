//! Reading a bundle: every check, in order, one code each; used to look at a bundle and to take
//! it in. Memory is bounded by one segment.

use std::collections::HashSet;
use std::io::Read;
use std::ops::RangeInclusive;

use super::code::{Code, Verdict};
use super::ledger::{Ledger, Position};
use super::manifest::{self, Manifest, Part};
use super::parts::{self, Kind};
use super::source::Source;
use super::succession::Succession;
use super::unpack::Unpacker;
use super::{MANIFEST, SIGNATURE, frame, gate, limit, line, sender};
use crate::domain::id::PersonId;
use crate::exchange::recipient::{Identity, Recipient};
use crate::exchange::trust::{Sender, SenderRole, Trust};
use crate::journal::entry::{Digest, Entry};

/// Who reads, and what they know.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reader<'a> {
    /// Keys that may open it; none still tells what the outside shows.
    pub identities: &'a [Identity],
    /// Who is trusted; without it, nobody is.
    pub trust: Option<&'a Trust>,
    /// What was taken in so far; without it, the place in the chain is not judged.
    pub ledger: Option<&'a Ledger>,
}

/// What receives the contents while they are verified. **Nothing may be kept** unless the
/// inspection says [`Verdict::Accepted`] in the end.
pub trait Visitor {
    /// The next entry, whose payload, characters and place in its journal were verified. It may
    /// be one that is known already.
    fn entry(&mut self, entry: Entry);
    /// The next bytes of an attachment.
    fn blob(&mut self, sha256: &Digest, bytes: &[u8]);
}

/// Looks, and keeps nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct LookOnly;

impl Visitor for LookOnly {
    fn entry(&mut self, _entry: Entry) {}
    fn blob(&mut self, _sha256: &Digest, _bytes: &[u8]) {}
}

/// What is known of a bundle after reading it as far as it deserves.
#[derive(Debug, Clone)]
pub struct Inspection {
    /// The exact reason of the verdict.
    pub code: Code,
    /// Kinds of the recipients that the outside shows: `X25519`…
    pub recipient_kinds: Vec<String>,
    /// Who signed; present only once the signature holds.
    pub sender: Option<Sender>,
    /// What the sender says; present only once the signature holds.
    pub manifest: Option<Manifest>,
    /// Digest of the manifest, for the ledger.
    pub manifest_digest: Option<Digest>,
    /// How many people the entries concern; present only once everything was verified.
    pub persons: Option<u64>,
    /// Numbers of the bundles that are missing before it.
    pub missing: Option<RangeInclusive<u64>>,
    /// Numbers of the bundles lost on the way, which it makes up for.
    pub lost: Option<RangeInclusive<u64>>,
    /// Bytes of the file that were read; all of them once everything was verified.
    pub size: u64,
}

impl Inspection {
    /// Nothing is known yet.
    pub(super) const fn unread() -> Self {
        Self {
            code: Code::Unreadable,
            recipient_kinds: Vec::new(),
            sender: None,
            manifest: None,
            manifest_digest: None,
            persons: None,
            missing: None,
            lost: None,
            size: 0,
        }
    }

    /// What to do with it.
    pub const fn verdict(&self) -> Verdict {
        self.code.verdict()
    }

    /// Whether someone who is trusted signed the manifest.
    pub const fn is_signed(&self) -> bool {
        self.sender.is_some()
    }
}

/// Reads a bundle and keeps nothing of it.
pub fn inspect(mut input: impl Read, reader: &Reader<'_>) -> Inspection {
    read_bundle(&mut input, reader, &mut LookOnly)
}

/// Reads a bundle, and hands its contents to `visitor` as they are verified.
pub fn read_bundle(input: &mut dyn Read, reader: &Reader<'_>, visitor: &mut dyn Visitor) -> Inspection {
    let mut source = Source::new(input);
    let mut seen = Inspection::unread();
    let code = walk(&mut source, reader, visitor, &mut seen).unwrap_or_else(|refusal| refusal);
    seen.code = if source.has_failed() { Code::Unreadable } else { code };
    seen.size = source.size();
    seen
}

/// The order of the checks. Each `?` is a refusal, after which nothing more is read.
fn walk(
    source: &mut Source<'_>,
    reader: &Reader<'_>,
    visitor: &mut dyn Visitor,
    seen: &mut Inspection,
) -> Result<Code, Code> {
    let header = gate::enter(source)?;
    seen.recipient_kinds.clone_from(&header.kinds);
    let (stream, own) = gate::open(header, source, reader.identities)?;
    walk_archive(stream, &own, reader, visitor, seen)
}

/// … once the file is open, as its recipient `own`.
pub(super) fn walk_archive(
    stream: impl Read,
    own: &Recipient,
    reader: &Reader<'_>,
    visitor: &mut dyn Visitor,
    seen: &mut Inspection,
) -> Result<Code, Code> {
    let mut archive = Unpacker::new(stream);
    let manifest = archive.first(MANIFEST, limit::MANIFEST, Code::ManifestMissing)?;
    let armored = archive.first(SIGNATURE, limit::SIGNATURE, Code::SignatureMissing)?;
    let (sender, key) = sender::authenticate(&manifest, &armored, reader.trust)?;
    let from_station = sender.role == SenderRole::Station;
    let named = sender.id;
    seen.sender = Some(sender);

    let digest = manifest::digest(&manifest);
    let manifest: &Manifest = seen.manifest.insert(Manifest::parse(&manifest)?);
    seen.manifest_digest = Some(digest);
    if manifest.from != named || manifest.key != key.fingerprint() {
        return Err(Code::WrongSender);
    }
    if !manifest.to.iter().any(|to| to == own.as_str()) {
        return Err(Code::NotAddressed);
    }
    if from_station
        && manifest.journals.iter().any(|it| manifest.journals_of(named).all(|own| own != it.station))
    {
        return Err(Code::ForeignJournal);
    }
    let accepted = match reader.ledger.map(|ledger| ledger.judge(manifest, digest)) {
        None => Code::Verified,
        Some(Position::Next { lost }) => {
            seen.lost = lost;
            Code::Next
        }
        Some(Position::Already) => return Err(Code::Already),
        Some(Position::Gap { missing }) => {
            seen.missing = missing;
            return Err(Code::Gap);
        }
        Some(Position::Late) => return Err(Code::Late),
        Some(Position::Fork) => return Err(Code::Fork),
    };

    let mut succession = Succession::new(&manifest.journals, reader.ledger);
    let mut persons = HashSet::new();
    for (kind, part) in parts::check(manifest)? {
        match kind {
            Kind::Segment => read_segment(&mut archive, part, &mut succession, &mut persons, visitor)?,
            Kind::Blob(digest) => archive.blob(part, |bytes| visitor.blob(&digest, bytes))?,
        }
    }
    succession.end()?;
    archive.end()?;
    seen.persons = Some(persons.len() as u64);
    Ok(accepted)
}

fn read_segment(
    archive: &mut Unpacker<impl Read>,
    part: &Part,
    succession: &mut Succession<'_>,
    persons: &mut HashSet<PersonId>,
    visitor: &mut dyn Visitor,
) -> Result<(), Code> {
    let frame = archive.part(part)?;
    let raw = usize::try_from(part.raw).map_err(|_| Code::PartList)?;
    let segment = frame::inflate(&frame, raw).ok_or(Code::PartFrame)?;
    drop(frame);
    let lines = segment.strip_suffix(b"\n").ok_or(Code::LineForm)?;
    for bytes in lines.split(|byte| *byte == b'\n') {
        let entry = line::parse(bytes)?;
        succession.follow(&entry)?;
        persons.extend(entry.header.person);
        visitor.entry(entry);
    }
    Ok(())
}
