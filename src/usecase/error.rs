//! Why something could not be done. Words are put to it where it is shown.

use super::outcome::{Failure, Outcome};
use crate::domain::violation::Violation;
use crate::store;

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
}

impl Error {
    /// Stable id of the messages `err-<id>` and `err-<id>-remedy`, with their values.
    pub fn failure(&self) -> Failure {
        let plain = |id| Failure { id, args: Vec::new() };
        match self {
            Self::Store(error) => Failure { id: error.id(), args: error.args() },
            Self::Refused(_) => plain("refused"),
            Self::ChangedMeanwhile => plain("changed-meanwhile"),
            Self::NoSuchPerson => plain("no-such-person"),
            Self::NoSuchEntry => plain("no-such-entry"),
            Self::NothingToUndo => plain("nothing-to-undo"),
            Self::NothingToRedo => plain("nothing-to-redo"),
            Self::StationLocked => plain("station-locked"),
            Self::StationExists => plain("station-exists"),
        }
    }

    /// The outcome that says so.
    pub fn into_outcome(self) -> Outcome {
        match self {
            Self::Refused(violations) => Outcome::Refused(violations),
            Self::Store(_)
            | Self::ChangedMeanwhile
            | Self::NoSuchPerson
            | Self::NoSuchEntry
            | Self::NothingToUndo
            | Self::NothingToRedo
            | Self::StationLocked
            | Self::StationExists => Outcome::Failed(self.failure()),
        }
    }
}
