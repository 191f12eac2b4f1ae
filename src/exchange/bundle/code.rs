//! What is said of a bundle: a verdict, and the code that gives the exact reason.

/// What to do with a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Everything holds: it can be taken in.
    Accepted,
    /// It was taken in before: acknowledge it again.
    Already,
    /// Bundles before it are missing: keep it and wait.
    Gap,
    /// A later one was taken in: there is nothing to learn from it.
    Late,
    /// Its sender wrote two histories: alarm, and freeze that sender's chain.
    Fork,
    /// Its sender is no longer trusted.
    Revoked,
    /// It was encrypted, or written, for someone else.
    NotForUs,
    /// Nobody who is trusted signed it.
    BadSignature,
    /// It needs a newer version of Jalon.
    Newer,
    /// It is not a bundle, or it was altered.
    Malformed,
    /// The medium cannot be read.
    Unreadable,
}

/// The exact reason, in the order in which they are checked. Messages `bundle-<code>` and
/// `bundle-<code>-remedy` put words to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// The medium cannot be read.
    Unreadable,
    /// There is nothing in the file.
    Empty,
    /// An age file in text form.
    Armored,
    /// Not an age file.
    NotAge,
    /// More than 16 KiB or 16 recipients.
    HeaderTooLong,
    /// The age header breaks the grammar.
    HeaderForm,
    /// Locked with a passphrase.
    Passphrase,
    /// There is no key here to open it with.
    NoKey,
    /// No key that is here opens it.
    NotForUs,
    /// The age header was altered.
    HeaderAltered,
    /// Cut short, or altered.
    Damaged,
    /// The archive does not begin with a manifest.
    ManifestMissing,
    /// No signature follows the manifest.
    SignatureMissing,
    /// The signature is not an SSHSIG in canonical form.
    SignatureForm,
    /// The signature is of another kind than Ed25519 with SHA-512.
    SignatureKind,
    /// The signature was made for something else.
    SignatureNamespace,
    /// Nobody knows the key that signed.
    UnknownSigner,
    /// The key that signed was revoked.
    Revoked,
    /// The signature does not hold.
    SignatureWrong,
    /// The manifest is not canonical JSON of the known shape.
    ManifestForm,
    /// A newer format.
    NewerFormat,
    /// A newer rule that must not be ignored.
    UnknownCritical,
    /// The manifest names another sender than the key that signed it.
    WrongSender,
    /// The sender wrote it for someone else, who passed it on.
    NotAddressed,
    /// A station sent the journal of another.
    ForeignJournal,
    /// Taken in before.
    Already,
    /// Bundles are missing before it.
    Gap,
    /// A later one was taken in.
    Late,
    /// Two bundles, or two entries, claim the same place.
    Fork,
    /// The list of parts breaks the rules: names, order, sizes.
    PartList,
    /// A part is missing, in excess, moved, or its archive header is not the canonical one.
    PartHeader,
    /// A part is not the one that was signed.
    PartDigest,
    /// A segment is not exactly one zstd frame of the signed size.
    PartFrame,
    /// A line is not canonical JSON of the known shape, or is too long.
    LineForm,
    /// An entry's payload is not the one of its header.
    EntryPayload,
    /// A text has characters that may not be shown.
    Characters,
    /// An entry does not follow the one before it.
    EntryChain,
    /// There are not as many entries as announced.
    EntryCount,
    /// Something follows the parts, or the padding is not zeros up to the exact size.
    ArchiveEnd,
    /// Everything holds, and nobody keeps count of what was taken in.
    Verified,
    /// Everything holds, and it is the one to take in.
    Next,
}

impl Code {
    /// Every code, in the order of the checks.
    pub const ALL: [Self; 41] = [
        Self::Unreadable,
        Self::Empty,
        Self::Armored,
        Self::NotAge,
        Self::HeaderTooLong,
        Self::HeaderForm,
        Self::Passphrase,
        Self::NoKey,
        Self::NotForUs,
        Self::HeaderAltered,
        Self::Damaged,
        Self::ManifestMissing,
        Self::SignatureMissing,
        Self::SignatureForm,
        Self::SignatureKind,
        Self::SignatureNamespace,
        Self::UnknownSigner,
        Self::Revoked,
        Self::SignatureWrong,
        Self::ManifestForm,
        Self::NewerFormat,
        Self::UnknownCritical,
        Self::WrongSender,
        Self::NotAddressed,
        Self::ForeignJournal,
        Self::Already,
        Self::Gap,
        Self::Late,
        Self::Fork,
        Self::PartList,
        Self::PartHeader,
        Self::PartDigest,
        Self::PartFrame,
        Self::LineForm,
        Self::EntryPayload,
        Self::Characters,
        Self::EntryChain,
        Self::EntryCount,
        Self::ArchiveEnd,
        Self::Verified,
        Self::Next,
    ];

    /// The stable code, as JSON output and messages carry it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Empty => "empty",
            Self::Armored => "armored",
            Self::NotAge => "not-age",
            Self::HeaderTooLong => "header-too-long",
            Self::HeaderForm => "header-form",
            Self::Passphrase => "passphrase",
            Self::NoKey => "no-key",
            Self::NotForUs => "not-for-us",
            Self::HeaderAltered => "header-altered",
            Self::Damaged => "damaged",
            Self::ManifestMissing => "manifest-missing",
            Self::SignatureMissing => "signature-missing",
            Self::SignatureForm => "signature-form",
            Self::SignatureKind => "signature-kind",
            Self::SignatureNamespace => "signature-namespace",
            Self::UnknownSigner => "unknown-signer",
            Self::Revoked => "revoked",
            Self::SignatureWrong => "signature-wrong",
            Self::ManifestForm => "manifest-form",
            Self::NewerFormat => "newer-format",
            Self::UnknownCritical => "unknown-critical",
            Self::WrongSender => "wrong-sender",
            Self::NotAddressed => "not-addressed",
            Self::ForeignJournal => "foreign-journal",
            Self::Already => "already",
            Self::Gap => "gap",
            Self::Late => "late",
            Self::Fork => "fork",
            Self::PartList => "part-list",
            Self::PartHeader => "part-header",
            Self::PartDigest => "part-digest",
            Self::PartFrame => "part-frame",
            Self::LineForm => "line-form",
            Self::EntryPayload => "entry-payload",
            Self::Characters => "characters",
            Self::EntryChain => "entry-chain",
            Self::EntryCount => "entry-count",
            Self::ArchiveEnd => "archive-end",
            Self::Verified => "verified",
            Self::Next => "next",
        }
    }

    /// What to do with a bundle of which this is said.
    pub const fn verdict(self) -> Verdict {
        match self {
            Self::Verified | Self::Next => Verdict::Accepted,
            Self::Already => Verdict::Already,
            Self::Gap => Verdict::Gap,
            Self::Late => Verdict::Late,
            Self::Fork => Verdict::Fork,
            Self::Revoked => Verdict::Revoked,
            Self::NoKey | Self::NotForUs | Self::NotAddressed => Verdict::NotForUs,
            Self::SignatureMissing
            | Self::SignatureForm
            | Self::SignatureKind
            | Self::SignatureNamespace
            | Self::UnknownSigner
            | Self::SignatureWrong
            | Self::WrongSender => Verdict::BadSignature,
            Self::NewerFormat | Self::UnknownCritical => Verdict::Newer,
            Self::Unreadable => Verdict::Unreadable,
            Self::Empty
            | Self::Armored
            | Self::NotAge
            | Self::HeaderTooLong
            | Self::HeaderForm
            | Self::Passphrase
            | Self::HeaderAltered
            | Self::Damaged
            | Self::ManifestMissing
            | Self::ManifestForm
            | Self::ForeignJournal
            | Self::PartList
            | Self::PartHeader
            | Self::PartDigest
            | Self::PartFrame
            | Self::LineForm
            | Self::EntryPayload
            | Self::Characters
            | Self::EntryChain
            | Self::EntryCount
            | Self::ArchiveEnd => Verdict::Malformed,
        }
    }
}

impl Verdict {
    /// The stable code, as JSON output carries it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Already => "already",
            Self::Gap => "gap",
            Self::Late => "late",
            Self::Fork => "fork",
            Self::Revoked => "revoked",
            Self::NotForUs => "not-for-us",
            Self::BadSignature => "bad-signature",
            Self::Newer => "newer",
            Self::Malformed => "malformed",
            Self::Unreadable => "unreadable",
        }
    }
}
