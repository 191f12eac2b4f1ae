//! What can go wrong with a store, told apart by what a person can do about it.

use std::io;
use std::path::{Path, PathBuf};

use crate::crypto::CryptoError;

/// Why the store could not do what was asked. What it held before is untouched.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no store there.
    #[error("no store in {}", .path.display())]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// There is something there already.
    #[error("{} is not empty", .path.display())]
    AlreadyThere {
        /// Where the store was to be made.
        path: PathBuf,
    },
    /// Another process has the store open.
    #[error("the store is open in process {pid} on {tty} since {since}")]
    Held {
        /// Its number.
        pid: String,
        /// Its terminal, or `?`.
        tty: String,
        /// Since when, in UTC.
        since: String,
    },
    /// The disk or the quota is full.
    #[error("no room: {needed_bytes} bytes are needed")]
    Full {
        /// How much the operation needs.
        needed_bytes: u64,
    },
    /// The file system is mounted read-only.
    #[error("read-only: {}", .path.display())]
    ReadOnly {
        /// What was to be written.
        path: PathBuf,
    },
    /// The system refuses the access.
    #[error("access refused: {}", .path.display())]
    Forbidden {
        /// To what.
        path: PathBuf,
    },
    /// It belongs to another account.
    #[error("belongs to another account: {}", .path.display())]
    NotOurs {
        /// What does.
        path: PathBuf,
    },
    /// Others may read or write it.
    #[error("mode {mode:03o} lets others in: {}", .path.display())]
    TooOpen {
        /// What is too open.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The way to the store goes through a symbolic link.
    #[error("symbolic link: {}", .path.display())]
    Symlink {
        /// Which.
        path: PathBuf,
    },
    /// Another failure of the file system.
    #[error("{}: {source}", .path.display())]
    Disk {
        /// On what.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The passphrase is not the right one.
    #[error("wrong passphrase, failure {failures}, wait {wait_seconds} s")]
    WrongPassphrase {
        /// Failures in a row.
        failures: u32,
        /// How long the next attempt will have to wait.
        wait_seconds: u32,
    },
    /// Too soon after a wrong passphrase; nothing was tried.
    #[error("wait {seconds} s")]
    Wait {
        /// How long.
        seconds: u32,
    },
    /// The store was made by a newer version of Jalon.
    #[error("format {found} is newer than this version")]
    NewerFormat {
        /// The format found.
        found: u64,
    },
    /// A file without which nothing opens is damaged, and so are its copies.
    #[error("damaged beyond its copies: {}", .path.display())]
    Damaged {
        /// Which.
        path: PathBuf,
    },
    /// The backup does not hold together.
    #[error("not a sound backup: {}", .path.display())]
    BadBackup {
        /// Which.
        path: PathBuf,
    },
    /// One entry or one save is longer than the limit.
    #[error("{bytes} bytes, limit {limit_bytes}")]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The most that is accepted.
        limit_bytes: u64,
    },
    /// An entry that is taken in does not follow what was taken in before it.
    #[error("entry {sequence} does not follow")]
    OutOfPlace {
        /// Its number in its journal.
        sequence: u64,
    },
    /// An attachment is not where it was put.
    #[error("attachment missing: {}", .path.display())]
    AttachmentMissing {
        /// Its file.
        path: PathBuf,
    },
    /// An attachment was cut, changed, renamed or exchanged.
    #[error("attachment damaged: {}", .path.display())]
    AttachmentDamaged {
        /// Its file.
        path: PathBuf,
    },
    /// A person's key is no longer there: the person was erased.
    #[error("the person was erased")]
    Erased,
    /// No random bytes, or not enough memory.
    #[error(transparent)]
    Crypto(#[from] CryptoError),
}

impl Error {
    /// Stable identifier: words are under `err-<id>` and `err-<id>-remedy`.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "store-missing",
            Self::AlreadyThere { .. } => "store-already-there",
            Self::Held { .. } => "store-held",
            Self::Full { .. } => "store-full",
            Self::ReadOnly { .. } => "store-read-only",
            Self::Forbidden { .. } => "store-forbidden",
            Self::NotOurs { .. } => "store-not-ours",
            Self::TooOpen { .. } => "store-too-open",
            Self::Symlink { .. } => "store-symlink",
            Self::Disk { .. } => "store-disk",
            Self::WrongPassphrase { .. } => "wrong-passphrase",
            Self::Wait { .. } => "wrong-passphrase-wait",
            Self::NewerFormat { .. } => "store-newer-format",
            Self::Damaged { .. } => "store-damaged",
            Self::BadBackup { .. } => "store-bad-backup",
            Self::TooLarge { .. } => "store-too-large",
            Self::OutOfPlace { .. } => "store-out-of-place",
            Self::AttachmentMissing { .. } => "attachment-missing",
            Self::AttachmentDamaged { .. } => "attachment-damaged",
            Self::Erased => "store-erased",
            Self::Crypto(CryptoError::Memory) => "store-memory",
            Self::Crypto(CryptoError::Randomness | CryptoError::NotAuthentic) => "store-crypto",
        }
    }

    /// The variables of its words.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let shown = |path: &Path| ("path", path.display().to_string());
        match self {
            Self::Missing { path }
            | Self::AlreadyThere { path }
            | Self::ReadOnly { path }
            | Self::Forbidden { path }
            | Self::NotOurs { path }
            | Self::Symlink { path }
            | Self::Damaged { path }
            | Self::BadBackup { path }
            | Self::AttachmentMissing { path }
            | Self::AttachmentDamaged { path } => vec![shown(path)],
            Self::Held { pid, tty, since } => {
                vec![("pid", pid.clone()), ("tty", tty.clone()), ("since", since.clone())]
            }
            Self::Full { needed_bytes } => vec![("needed", needed_bytes.div_ceil(1_000_000).to_string())],
            Self::TooOpen { path, mode } => vec![shown(path), ("mode", format!("{mode:03o}"))],
            Self::Disk { path, source } => vec![shown(path), ("reason", source.to_string())],
            Self::WrongPassphrase { failures, wait_seconds } => {
                vec![("failures", failures.to_string()), ("seconds", wait_seconds.to_string())]
            }
            Self::Wait { seconds } => vec![("seconds", seconds.to_string())],
            Self::NewerFormat { found } => vec![("found", found.to_string())],
            Self::TooLarge { bytes, limit_bytes } => {
                vec![("bytes", bytes.to_string()), ("limit", limit_bytes.to_string())]
            }
            Self::OutOfPlace { sequence } => vec![("entry", sequence.to_string())],
            Self::Erased | Self::Crypto(_) => Vec::new(),
        }
    }

    /// Whether the surroundings are at fault (room, rights, another process), not the store.
    pub const fn is_environment(&self) -> bool {
        match self {
            Self::Held { .. }
            | Self::Full { .. }
            | Self::ReadOnly { .. }
            | Self::Forbidden { .. }
            | Self::NotOurs { .. }
            | Self::TooOpen { .. }
            | Self::Symlink { .. }
            | Self::Disk { .. }
            | Self::Crypto(_) => true,
            Self::Missing { .. }
            | Self::AlreadyThere { .. }
            | Self::WrongPassphrase { .. }
            | Self::Wait { .. }
            | Self::NewerFormat { .. }
            | Self::Damaged { .. }
            | Self::BadBackup { .. }
            | Self::TooLarge { .. }
            | Self::OutOfPlace { .. }
            | Self::AttachmentMissing { .. }
            | Self::AttachmentDamaged { .. }
            | Self::Erased => false,
        }
    }

    /// What a failed operation on `path`, which needed `needed_bytes` of room, means.
    pub(super) fn from_io(source: io::Error, path: &Path, needed_bytes: u64) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Self::Full { needed_bytes }
            }
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path },
            io::ErrorKind::PermissionDenied => Self::Forbidden { path },
            _ => Self::Disk { path, source },
        }
    }
}

/// Says on which file an operation failed.
pub(super) trait On<T> {
    /// Names the file.
    fn on(self, path: &Path) -> Result<T, Error>;
    /// Names the file and the room that was needed.
    fn needing(self, bytes: usize, path: &Path) -> Result<T, Error>;
}

impl<T> On<T> for io::Result<T> {
    fn on(self, path: &Path) -> Result<T, Error> {
        self.needing(0, path)
    }

    fn needing(self, bytes: usize, path: &Path) -> Result<T, Error> {
        self.map_err(|source| Error::from_io(source, path, bytes as u64))
    }
}
