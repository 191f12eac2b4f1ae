//! Why something could not be done. Words are put to it where it is shown.

use std::io;
use std::path::{Path, PathBuf};

use super::outcome::{Failure, Outcome};
use crate::domain::violation::Violation;
use crate::exchange::bundle::contents::CannotCarry;
use crate::exchange::bundle::write::CannotWrite;
use crate::exchange::trust::TrustRefusal;
use crate::store;
use crate::tabular::mapping::file::Unclear;

/// Why something could not be done: nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The store refused or failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The checks refuse it, or doubt it.
    #[error("{} violations", .0.len())]
    Refused(Vec<Violation>),
    /// The thing has a newer version than the one that the change was made on.
    #[error("the thing was changed meanwhile")]
    ChangedMeanwhile,
    /// There is nobody of this identity.
    #[error("no such person")]
    NoSuchPerson,
    /// A legal hold forbids erasing the person.
    #[error("a legal hold forbids it")]
    LegalHold,
    /// The processing of what is kept of the person is limited: nothing is written of them (GDPR, article 18).
    #[error("the processing is limited")]
    ProcessingLimited,
    /// Another station owns the file.
    #[error("another station owns the file")]
    OwnedElsewhere,
    /// The file is on its way to another station: nothing is written in it.
    #[error("the file is on its way to another station")]
    TransferUnderway,
    /// Nothing can be given to that station.
    #[error("no such station, or it has the file already")]
    NoSuchStation,
    /// There is no such entry, or it cannot be read any more.
    #[error("no such entry")]
    NoSuchEntry,
    /// Nothing was done that could be undone.
    #[error("nothing to undo")]
    NothingToUndo,
    /// Nothing was undone that could be done again.
    #[error("nothing to redo")]
    NothingToRedo,
    /// The station is locked.
    #[error("the station is locked")]
    StationLocked,
    /// There is a station here already.
    #[error("there is a station here already")]
    StationExists,
    /// The passphrase is too easy to guess.
    #[error("the passphrase is too easy to guess")]
    PassphraseWeak,
    /// The sealed keys cannot be read.
    #[error("the sealed keys cannot be read")]
    KeysUnreadable,
    /// The system gives no randomness.
    #[error("no randomness")]
    NoRandomness,
    /// A list of who is trusted, or a change to it, is refused.
    #[error(transparent)]
    Trust(TrustRefusal),
    /// The first list must be proved by the words of the card.
    #[error("the words of the card are needed")]
    WordsNeeded,
    /// Only the team's station can do that.
    #[error("not the team's station")]
    NotATeam,
    /// No key of the team is known.
    #[error("no key of the team is known")]
    NoTrust,
    /// An entry cannot travel.
    #[error(transparent)]
    Carry(CannotCarry),
    /// The bundle cannot be written.
    #[error(transparent)]
    Bundle(CannotWrite),
    /// The bundle read otherwise the second time: its medium is not to be trusted.
    #[error("the bundle changed while it was read")]
    BundleChanged,
    /// What was written reads otherwise.
    #[error("the copy reads otherwise than it was written")]
    CopyDiffers,
    /// The name of a file to write a list to ends neither in `.csv` nor in `.json`.
    #[error("{} is neither a .csv nor a .json", .path.display())]
    ListFormat {
        /// Which.
        path: PathBuf,
    },
    /// A file that the user named is larger than what is read.
    #[error("{} is larger than {limit_mib} MiB", .path.display())]
    FileTooLarge {
        /// Which.
        path: PathBuf,
        /// The most that is read, in mebibytes.
        limit_mib: u64,
    },
    /// What the user named is a folder, a device, a pipe or a link.
    #[error("{} is no ordinary file", .path.display())]
    NotAnOrdinaryFile {
        /// Which.
        path: PathBuf,
    },
    /// There is nothing in the file to attach.
    #[error("{} is empty", .path.display())]
    AttachmentEmpty {
        /// Which.
        path: PathBuf,
    },
    /// The file to attach is of no kind that is kept.
    #[error("{} is of no kind that is kept", .path.display())]
    AttachmentKind {
        /// Which.
        path: PathBuf,
    },
    /// The file to attach changed while it was read.
    #[error("{} changed while it was read", .path.display())]
    AttachmentChanged {
        /// Which.
        path: PathBuf,
    },
    /// The piece of evidence has no file.
    #[error("no attachment")]
    NoSuchAttachment,
    /// A mapping of columns is unclear.
    #[error(transparent)]
    Mapping(#[from] Unclear),
    /// There is nothing to import where the user said.
    #[error("nothing to import")]
    NothingToImport,
    /// A file or folder that the user named cannot be read or written.
    #[error("{}: {source}", .path.display())]
    Medium {
        /// Which.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl Error {
    /// What the system says of a file or folder that the user named.
    pub fn medium(path: &Path) -> impl Fn(io::Error) -> Self {
        move |source| Self::Medium { path: path.to_owned(), source }
    }

    /// Stable id of the messages `err-<id>` and `err-<id>-remedy`, with their values.
    pub fn failure(&self) -> Failure {
        let plain = |id| Failure { id, args: Vec::new() };
        let of_file = |id, path: &Path| Failure { id, args: vec![("path", path.display().to_string())] };
        match self {
            Self::Store(error) => Failure { id: error.id(), args: error.args() },
            Self::Refused(_) => plain("refused"),
            Self::ChangedMeanwhile => plain("changed-meanwhile"),
            Self::NoSuchPerson => plain("no-such-person"),
            Self::LegalHold => plain("legal-hold"),
            Self::ProcessingLimited => plain("processing-limited"),
            Self::OwnedElsewhere => plain("owned-elsewhere"),
            Self::TransferUnderway => plain("transfer-underway"),
            Self::NoSuchStation => plain("no-such-station"),
            Self::NoSuchEntry => plain("no-such-entry"),
            Self::NothingToUndo => plain("nothing-to-undo"),
            Self::NothingToRedo => plain("nothing-to-redo"),
            Self::StationLocked => plain("station-locked"),
            Self::StationExists => plain("station-exists"),
            Self::PassphraseWeak => plain("passphrase-weak"),
            Self::KeysUnreadable => plain("keys-unreadable"),
            Self::NoRandomness => plain("no-randomness"),
            Self::Trust(refusal) => plain(refusal.id()),
            Self::WordsNeeded => plain("words-needed"),
            Self::NotATeam => plain("not-a-team"),
            Self::NoTrust => plain("no-trust"),
            Self::Carry(refusal) => Failure { id: refusal.id(), args: refusal.args() },
            Self::Medium { path, source } => {
                Failure { id: medium_id(source.kind()), args: vec![("path", path.display().to_string())] }
            }
            Self::FileTooLarge { path, limit_mib } => Failure {
                id: "file-too-large",
                args: vec![("path", path.display().to_string()), ("limit", limit_mib.to_string())],
            },
            Self::ListFormat { path } => of_file("list-format", path),
            Self::NotAnOrdinaryFile { path } => of_file("not-an-ordinary-file", path),
            Self::AttachmentEmpty { path } => of_file("attachment-empty", path),
            Self::AttachmentKind { path } => of_file("attachment-kind", path),
            Self::AttachmentChanged { path } => of_file("attachment-changed", path),
            Self::NoSuchAttachment => plain("no-such-attachment"),
            Self::Mapping(unclear) => Failure { id: unclear.id(), args: unclear.args() },
            Self::NothingToImport => plain("import-no-file"),
            Self::Bundle(refusal) => plain(refusal.id()),
            Self::BundleChanged => plain("bundle-changed"),
            Self::CopyDiffers => plain("copy-differs"),
        }
    }

    /// The outcome that says so.
    pub fn into_outcome(self) -> Outcome {
        match self {
            Self::Refused(violations) => Outcome::Refused(violations),
            Self::Store(_)
            | Self::ChangedMeanwhile
            | Self::NoSuchPerson
            | Self::LegalHold
            | Self::ProcessingLimited
            | Self::OwnedElsewhere
            | Self::TransferUnderway
            | Self::NoSuchStation
            | Self::NoSuchEntry
            | Self::NothingToUndo
            | Self::NothingToRedo
            | Self::StationLocked
            | Self::StationExists
            | Self::PassphraseWeak
            | Self::KeysUnreadable
            | Self::NoRandomness
            | Self::Trust(_)
            | Self::WordsNeeded
            | Self::NotATeam
            | Self::NoTrust
            | Self::Carry(_)
            | Self::Bundle(_)
            | Self::BundleChanged
            | Self::CopyDiffers
            | Self::FileTooLarge { .. }
            | Self::ListFormat { .. }
            | Self::NotAnOrdinaryFile { .. }
            | Self::AttachmentEmpty { .. }
            | Self::AttachmentKind { .. }
            | Self::AttachmentChanged { .. }
            | Self::NoSuchAttachment
            | Self::Mapping(_)
            | Self::NothingToImport
            | Self::Medium { .. } => Outcome::Failed(self.failure()),
        }
    }
}

/// What can be done differs: a name to correct, rights to ask for, room to make.
const fn medium_id(kind: io::ErrorKind) -> &'static str {
    use io::ErrorKind as Kind;
    match kind {
        Kind::NotFound | Kind::NotADirectory => "file-missing",
        Kind::PermissionDenied => "file-forbidden",
        Kind::AlreadyExists => "file-exists",
        Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => "file-full",
        Kind::ReadOnlyFilesystem => "file-read-only",
        Kind::IsADirectory => "file-is-folder",
        _ => "file-failed",
    }
}
