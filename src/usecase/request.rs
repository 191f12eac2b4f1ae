//! What the screens and the command line ask for.

use secrecy::SecretString;

use super::attachments::Attaching;
use super::exchanges::ExchangeRequest;
use super::import::screen::ImportRequest;
use super::listing::ListAsked;
use super::printing::DocumentAsked;
use super::rights::RightsRequest;
use super::workshops::Recording;
use crate::domain::body::Body;
use crate::domain::codes::{Lot, StationRole};
use crate::domain::file::EntryId;
use crate::domain::id::{ObjectId, PersonId};

/// What a new station is.
#[derive(Debug, Clone)]
pub struct SetUp {
    /// What it is for.
    pub role: StationRole,
    /// Who works there.
    pub name: String,
    /// Lots followed there.
    pub lots: Vec<Lot>,
    /// Opens it from now on.
    pub passphrase: SecretString,
}

/// Which draft: one per form, person and thing, as text that is never shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftKey {
    /// Name of the form.
    pub form: String,
    /// Whose file; `None` for a person who has none yet.
    pub person: Option<PersonId>,
    /// The thing being changed; `None` when it is new.
    pub object: Option<ObjectId>,
}

/// One new version of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Whose file; `None` is the person whom this very transaction creates, or nobody for what belongs
    /// to no person ([`Body::Office`]).
    pub person: Option<PersonId>,
    /// The thing, and the version of it that the form was opened on; `None` makes a new thing.
    pub replaces: Option<(ObjectId, EntryId)>,
    /// The new version; `None` withdraws the thing.
    pub body: Option<Body>,
}

/// A transaction: all of it is saved, or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Save {
    /// The new versions, in order.
    pub changes: Vec<Change>,
    /// The draft that it makes pointless.
    pub draft: Option<DraftKey>,
    /// Whether the user confirmed what is unlikely (a doubt): refusals still refuse.
    pub confirmed: bool,
}

/// What is asked of the worker that owns the open store.
#[derive(Debug, Clone)]
pub enum Request {
    /// Is there a station here, and does another session hold it?
    Look,
    /// Make the station.
    SetUp(Box<SetUp>),
    /// Eight words for a new passphrase.
    ProposePassphrase,
    /// Whether a passphrase of one's own is good enough for a station of this name.
    JudgePassphrase {
        /// The passphrase.
        passphrase: SecretString,
        /// Who works there: others guess it first.
        name: String,
    },
    /// Open it.
    Unlock(SecretString),
    /// Close the station to the old passphrase and open it to a new one.
    ChangePassphrase {
        /// The one that opens it now.
        old: SecretString,
        /// The one that will.
        new: SecretString,
    },
    /// Close it: keys and caseload are dropped and zeroed.
    Lock,
    /// Save a transaction.
    Save(Box<Save>),
    /// Write a workshop, and what it was for each participant.
    RecordWorkshop(Box<Recording>),
    /// Take back the last act.
    Undo,
    /// Do again what was last taken back.
    Redo,
    /// Keep what is being typed.
    KeepDraft {
        /// Which draft.
        key: DraftKey,
        /// The form's values.
        bytes: Vec<u8>,
    },
    /// Forget a draft.
    DropDraft(DraftKey),
    /// Every version of everything in a person's file.
    History(PersonId),
    /// Every version of what belongs to no person.
    OfficeHistory,
    /// Remember a preference of this station (sort order, usual values…).
    Remember {
        /// Its name.
        name: String,
        /// Its value.
        value: Vec<u8>,
    },
    /// What the import screen asks.
    Import(ImportRequest),
    /// What the path of a file to attach may become.
    AttachableWays(String),
    /// Keep a file with a piece of evidence.
    Attach(Box<Attaching>),
    /// What the screens of rights and of retention ask.
    Rights(RightsRequest),
    /// Write a list of people to a file.
    WriteList(Box<ListAsked>),
    /// Write a document to a file.
    WriteDocument(Box<DocumentAsked>),
    /// What is exchanged with the team.
    Exchange(ExchangeRequest),
}

impl Request {
    /// Whether it makes a draft pointless once it is done.
    pub fn saves_a_draft(&self) -> bool {
        match self {
            Self::Save(save) => save.draft.is_some(),
            Self::RecordWorkshop(recording) => recording.draft.is_some(),
            Self::Look
            | Self::SetUp(_)
            | Self::ProposePassphrase
            | Self::JudgePassphrase { .. }
            | Self::Unlock(_)
            | Self::ChangePassphrase { .. }
            | Self::Lock
            | Self::Undo
            | Self::Redo
            | Self::KeepDraft { .. }
            | Self::DropDraft(_)
            | Self::History(_)
            | Self::OfficeHistory
            | Self::Remember { .. }
            | Self::Import(_)
            | Self::AttachableWays(_)
            | Self::Attach(_)
            | Self::WriteList(_)
            | Self::WriteDocument(_)
            | Self::Rights(_)
            | Self::Exchange(_) => false,
        }
    }
}
