//! What comes back.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use secrecy::SecretString;

use super::exchanges::Exchanged;
use super::import::Preview;
use super::import::screen::{ImportAsked, Imported};
use super::request::DraftKey;
use super::rights::RightsOutcome;
use crate::domain::body::Body;
use crate::domain::file::{EntryId, File};
use crate::domain::id::{ObjectId, PersonId, StationId};
use crate::domain::office::Office;
use crate::domain::violation::Violation;
use crate::journal::fold::{Caseload, OtherStation};

/// What an act did to the thing that names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// It made it.
    Created,
    /// It changed it.
    Changed,
    /// It withdrew it.
    Withdrew,
}

/// The kind by which an import of several things is named.
pub const IMPORT: &str = "import";

/// The name of an act, for undo and redo: "entretien du 12/03, B. N.".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActName {
    /// Kind of the thing: `interview`, `person`…
    pub kind: String,
    /// What was done to it.
    pub verb: Verb,
    /// Whose file.
    pub person: Option<PersonId>,
    /// The day that the thing is about, if it has one.
    pub date: Option<NaiveDate>,
    /// How many entries the act wrote: 1, or the size of an import or a workshop.
    pub entries: usize,
    /// How many people it is about.
    pub people: usize,
}

/// What undo and redo would do now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UndoState {
    /// The act that undo would take back.
    pub undo: Option<ActName>,
    /// The act that redo would do again.
    pub redo: Option<ActName>,
}

/// What a transaction changed in what people see.
#[derive(Debug, Clone)]
pub struct Patch {
    /// The files that changed; `None` for one that is no longer there.
    pub files: Vec<(PersonId, Option<Arc<File>>)>,
    /// What belongs to no person.
    pub office: Arc<Office>,
    /// The other stations whose journals were taken in.
    pub others: BTreeMap<StationId, Arc<OtherStation>>,
    /// What undo and redo would do now.
    pub undo: UndoState,
    /// Entries that no bundle has carried yet.
    pub unsent: u64,
}

/// A draft found at unlocking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptDraft {
    /// Which draft.
    pub key: DraftKey,
    /// When it was last kept.
    pub kept_at: DateTime<Utc>,
    /// The form's values.
    pub bytes: Vec<u8>,
}

/// One thing that opening the store found or repaired, to be said on screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Stable id of its message.
    pub id: &'static str,
    /// Values of the message.
    pub args: Vec<(&'static str, String)>,
}

/// An open station.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Everything known.
    pub caseload: Caseload,
    /// What was being typed when the last session ended.
    pub drafts: Vec<KeptDraft>,
    /// What undo and redo would do.
    pub undo: UndoState,
    /// Entries that no bundle has carried yet.
    pub unsent: u64,
    /// Preferences of this station.
    pub remembered: BTreeMap<String, Vec<u8>>,
    /// What opening found or repaired.
    pub notices: Vec<Notice>,
    /// Whether it is a demonstration.
    pub is_demo: bool,
}

/// What is where the station should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Nothing: first run.
    Nothing {
        /// The folder in which the station would be.
        place: PathBuf,
    },
    /// A locked station.
    Locked,
}

/// One version of one thing, for the history page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The entry that holds it.
    pub entry: EntryId,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Who wrote it.
    pub by: Hand,
    /// The thing.
    pub object: ObjectId,
    /// Its kind.
    pub kind: String,
    /// The version it succeeds.
    pub replaces: Option<EntryId>,
    /// The entry that it undoes.
    pub undoes: Option<EntryId>,
    /// The version; `None` when it withdraws the thing or cannot be read.
    pub body: Option<Body>,
}

/// Who wrote a version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hand {
    /// A station: whose it is, or its four characters.
    Station(String),
    /// The team, for the station that follows the person.
    Team,
}

/// A failure, as an id and arguments: words are put to it where it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Stable id: messages `err-<id>` and `err-<id>-remedy`.
    pub id: &'static str,
    /// Values of the messages. Never a person's.
    pub args: Vec<(&'static str, String)>,
}

/// What came of a request.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// Answer to a look.
    Found(Found),
    /// The station is open.
    Opened(Box<Opened>),
    /// Eight words, drawn now and kept nowhere.
    ProposedPassphrase(SecretString),
    /// The passphrase is good enough.
    PassphraseAccepted,
    /// Only the new passphrase opens the station.
    PassphraseChanged,
    /// The station is closed.
    Locked,
    /// The transaction is on the disk.
    Saved(Patch),
    /// The last act was taken back.
    Undone(ActName, Patch),
    /// The act was done again.
    Redone(ActName, Patch),
    /// The draft is on the disk.
    DraftKept(DraftKey),
    /// The draft is gone.
    DraftDropped(DraftKey),
    /// Every version, newest first.
    History(PersonId, Vec<Version>),
    /// Every version of what belongs to no person, newest first.
    OfficeHistory(Vec<Version>),
    /// The preference is kept.
    Remembered,
    /// What a path being typed may become.
    ImportWays {
        /// What was typed.
        typed: String,
        /// The whole paths.
        ways: Vec<String>,
    },
    /// What was asked to be read, and what an import of it would do.
    ImportSeen(ImportAsked, Arc<Preview>),
    /// What an import did.
    Imported(Imported),
    /// Where the mapping was written.
    MappingWritten(PathBuf),
    /// What was exchanged with the team.
    Exchanged(Exchanged),
    /// What the screens of rights and of retention asked.
    Rights(RightsOutcome),
    /// The checks refuse it, or doubt it: nothing was saved.
    Refused(Vec<Violation>),
    /// It failed: nothing was saved.
    Failed(Failure),
}
