//! Who owns a file from a day on (*transfert de dossier*, art. 9-2): the team asks for it, the station that has the
//! file hands it over, the team gives it to the other one. Its versions are the chain of custody.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::body::Body;
use super::codes::code_list;
use super::file::{Current, File};
use super::id::StationId;
use super::recorded::Recorded;

code_list! {
    /// How far a transfer has come.
    TransferPhase {
        /// The team asks the station that has the file to let it go: nothing is written in it any more.
        Asked = "demande",
        /// That station has let it go: everything that it wrote is on its way to the team.
        HandedOver = "remis",
        /// The other station has it, with its whole history.
        Granted = "confie",
    }
}

/// A whole version of a transfer.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// How many times the file has changed hands, this time included.
    pub epoch: u32,
    /// How far it has come.
    pub phase: TransferPhase,
    /// Day of this phase.
    pub on: NaiveDate,
    /// The station that had the file.
    pub from: StationId,
    /// How that station is called.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub from_name: String,
    /// The station that gets it.
    pub to: StationId,
    /// How that station is called.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub to_name: String,
    /// Last day for which the file is lent; none when it is given for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Once granted: number of the last entry of the journal of the station that gets the file. What it writes
    /// of it after that counts.
    #[serde(default)]
    pub after: u64,
    /// Of which journal of that station, if not that of the first life of its store.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_in: Option<StationId>,
    /// Once granted: how many entries of its history were passed on, just before this one.
    #[serde(default)]
    pub carried: u64,
    /// Once granted without having been handed over: number of the last entry of the station that had the
    /// file. What it writes of it after that is put aside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut: Option<u64>,
    /// Of which journal of that station, if not that of the first life of its store.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut_in: Option<StationId>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// The last transfer of a file.
pub fn last(file: &File) -> Option<&Current<Assignment>> {
    file.assignments.iter().max_by_key(|it| it.value.epoch)
}

/// Whether the file waits to be handed over, or to be given: nobody writes in it.
pub fn is_underway(file: &File) -> bool {
    last(file).is_some_and(|it| it.value.phase != TransferPhase::Granted)
}

impl Recorded for Assignment {
    const KIND: &'static str = "assignment";

    fn list(file: &File) -> &Vec<Current<Self>> {
        &file.assignments
    }

    fn list_mut(file: &mut File) -> &mut Vec<Current<Self>> {
        &mut file.assignments
    }

    fn into_body(self) -> Body {
        Body::Assignment(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.on)
    }
}

impl std::fmt::Debug for Assignment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Assignment({} {:?} {} […])", self.epoch, self.phase, self.on)
    }
}
