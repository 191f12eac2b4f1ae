//! What an opening put right, or could not: never done silently.

use chrono::{DateTime, Utc};

use crate::domain::file::EntryId;
use crate::domain::id::PersonId;

/// What an opening did besides opening.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opening {
    /// What was put right or found wrong, in the order in which it was.
    pub repairs: Vec<Repair>,
    /// Wrong passphrases since the last opening.
    pub failed_attempts: u32,
}

/// One thing that was put right, or named because it could not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Repair {
    /// The end of a save that never finished was cut; it had not been acknowledged.
    TornTail {
        /// Bytes cut.
        bytes: u64,
    },
    /// The engine lacked the last entries, as after a sudden stop; they were inserted.
    EngineBehind {
        /// How many.
        entries: u64,
    },
    /// The engine did not open or did not match; it was rebuilt from the segments.
    EngineRebuilt {
        /// Entries in the new one.
        entries: u64,
    },
    /// Entries of the engine were missing or damaged; they were taken from the segments.
    EngineMended {
        /// How many.
        entries: u64,
    },
    /// The engine stopped answering; the segments answer in its place until the next opening.
    EngineStopped,
    /// Entries of a segment were missing or damaged; they were taken from the engine or from
    /// the damaged part itself, and the segment was written again.
    SegmentMended {
        /// How many entries.
        entries: u64,
    },
    /// Entries were damaged everywhere but in a backup, and were taken from it.
    TakenFromBackup {
        /// How many.
        entries: u64,
    },
    /// One of the two copies of a small file was missing, damaged or older.
    CopyMended {
        /// Its name in the store.
        file: String,
    },
    /// The people's keys were taken from a backup: those of people added since are lost.
    KeyringFromBackup,
    /// Both copies of a draft or setting were damaged; it was taken from a backup, as it was then.
    ShelfFromBackup {
        /// Its name in the store.
        file: String,
    },
    /// A draft or setting is damaged; the file is left where it is.
    ShelfDamaged {
        /// Its name in the store.
        file: String,
    },
    /// Settings, the ledger or the station's keys are older than they were: an old copy stands in
    /// their place. The store takes a new epoch.
    ShelfOlder,
    /// The store is older than it was: an old copy stands in its place. It takes a new epoch.
    RolledBack {
        /// Number of the last entry as it was known.
        known: u64,
        /// Number of the last entry found.
        found: u64,
    },
    /// The anchor could not be read, or belongs to another store; it was written again.
    AnchorDamaged,
    /// An entry is damaged everywhere.
    Lost(LostEntry),
    /// An entry does not follow the one before it.
    ChainBroken {
        /// Which.
        entry: EntryId,
    },
}

/// An entry that no copy gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LostEntry {
    /// Which.
    pub entry: EntryId,
    /// The person it concerns, when its header can still be read or both its neighbours concern
    /// the same person.
    pub person: Option<PersonId>,
    /// When it was written, or when its neighbours were.
    pub about: Option<DateTime<Utc>>,
}

impl Repair {
    /// Stable identifier: words are under `repair-<id>`.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::TornTail { .. } => "torn-tail",
            Self::EngineBehind { .. } => "engine-behind",
            Self::EngineRebuilt { .. } => "engine-rebuilt",
            Self::EngineMended { .. } => "engine-mended",
            Self::EngineStopped => "engine-stopped",
            Self::SegmentMended { .. } => "segment-mended",
            Self::TakenFromBackup { .. } => "taken-from-backup",
            Self::CopyMended { .. } => "copy-mended",
            Self::KeyringFromBackup => "keyring-from-backup",
            Self::ShelfFromBackup { .. } => "shelf-from-backup",
            Self::ShelfDamaged { .. } => "shelf-damaged",
            Self::ShelfOlder => "shelf-older",
            Self::RolledBack { .. } => "rolled-back",
            Self::AnchorDamaged => "anchor-damaged",
            Self::Lost(_) => "lost-entry",
            Self::ChainBroken { .. } => "chain-broken",
        }
    }

    /// Whether something is missing or doubtful that a person must know of, rather than put
    /// right.
    pub const fn is_serious(&self) -> bool {
        match self {
            Self::KeyringFromBackup
            | Self::ShelfFromBackup { .. }
            | Self::ShelfDamaged { .. }
            | Self::ShelfOlder
            | Self::RolledBack { .. }
            | Self::Lost(_)
            | Self::ChainBroken { .. } => true,
            Self::TornTail { .. }
            | Self::EngineBehind { .. }
            | Self::EngineRebuilt { .. }
            | Self::EngineMended { .. }
            | Self::EngineStopped
            | Self::SegmentMended { .. }
            | Self::TakenFromBackup { .. }
            | Self::CopyMended { .. }
            | Self::AnchorDamaged => false,
        }
    }

    /// The variables of its words.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TornTail { bytes } => vec![("bytes", bytes.to_string())],
            Self::EngineBehind { entries }
            | Self::EngineRebuilt { entries }
            | Self::EngineMended { entries }
            | Self::SegmentMended { entries }
            | Self::TakenFromBackup { entries } => vec![("entries", entries.to_string())],
            Self::CopyMended { file } | Self::ShelfFromBackup { file } | Self::ShelfDamaged { file } => {
                vec![("file", file.clone())]
            }
            Self::RolledBack { known, found } => {
                vec![("known", known.to_string()), ("found", found.to_string())]
            }
            Self::Lost(lost) => vec![
                ("entry", lost.entry.sequence.to_string()),
                (
                    "date",
                    lost.about.map_or_else(|| "none".to_owned(), |at| at.format("%d/%m/%Y").to_string()),
                ),
            ],
            Self::ChainBroken { entry } => vec![("entry", entry.sequence.to_string())],
            Self::EngineStopped | Self::KeyringFromBackup | Self::ShelfOlder | Self::AnchorDamaged => {
                Vec::new()
            }
        }
    }
}
