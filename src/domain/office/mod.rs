//! What belongs to a station and to no person: the counsellor's own side, and what is shared there.
//!
//! To add a kind, write its type, implement [`Kept`] for it in `kept.rs`, and give it a list in [`Office`] and a
//! variant in [`OfficeBody`]. Nothing here is sealed under a person's key: a thing of the office outlives
//! the erasure of anybody's file, so it never tells anything of a person besides their identity.

pub mod absence;
pub mod commission;
pub mod designation;
mod kept;
pub mod meeting;
pub mod structure;
pub mod unmet_need;
pub mod workshop;

use std::fmt;

use chrono::NaiveDate;
use serde_json::Value;

pub use absence::{Absence, AbsenceKind};
pub use commission::{CommissionSession, Seat, SessionKind, SessionLack};
pub use designation::Designation;
pub use kept::Kept;
pub use meeting::{Meeting, MeetingKind, MeetingPresence};
pub use structure::{Structure, StructureKind, is_siret};
pub use unmet_need::{NeedTheme, UnmetNeed};
pub use workshop::{Participant, Presence, Workshop, WorkshopKind};

use super::body::Body;
use super::file::{Current, EntryId};
use super::id::ObjectId;
use super::list_export::ListExport;

/// One version of one thing that belongs to no person.
#[derive(Clone, PartialEq, Eq)]
pub enum OfficeBody {
    /// The counsellor was away.
    Absence(Absence),
    /// A meeting or a training of the counsellor’s own.
    Meeting(Meeting),
    /// A need that the local offer does not meet.
    UnmetNeed(UnmetNeed),
    /// The counsellor is the single contact for a structure.
    Designation(Designation),
    /// A workshop.
    Workshop(Workshop),
    /// A structure of the directory.
    Structure(Structure),
    /// A session of the commission.
    Session(CommissionSession),
}

impl OfficeBody {
    /// Every kind that entry headers carry for them.
    pub const KINDS: &'static [&'static str] = &[
        Absence::KIND,
        Meeting::KIND,
        UnmetNeed::KIND,
        Designation::KIND,
        Workshop::KIND,
        Structure::KIND,
        CommissionSession::KIND,
    ];

    /// The kind that entry headers carry. Stable.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Absence(_) => Absence::KIND,
            Self::Meeting(_) => Meeting::KIND,
            Self::UnmetNeed(_) => UnmetNeed::KIND,
            Self::Designation(_) => Designation::KIND,
            Self::Workshop(_) => Workshop::KIND,
            Self::Structure(_) => Structure::KIND,
            Self::Session(_) => CommissionSession::KIND,
        }
    }

    /// The day that it is about.
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Absence(it) => it.day(),
            Self::Meeting(it) => it.day(),
            Self::UnmetNeed(it) => it.day(),
            Self::Designation(it) => it.day(),
            Self::Workshop(it) => it.day(),
            Self::Structure(it) => it.day(),
            Self::Session(it) => it.day(),
        }
    }

    /// As JSON, with the field names that journals and bundles carry.
    ///
    /// # Errors
    /// Never for the types of this module: their keys are strings.
    pub fn to_value(&self) -> serde_json::Result<Value> {
        match self {
            Self::Absence(it) => serde_json::to_value(it),
            Self::Meeting(it) => serde_json::to_value(it),
            Self::UnmetNeed(it) => serde_json::to_value(it),
            Self::Designation(it) => serde_json::to_value(it),
            Self::Workshop(it) => serde_json::to_value(it),
            Self::Structure(it) => serde_json::to_value(it),
            Self::Session(it) => serde_json::to_value(it),
        }
    }

    /// Reads one of this `kind` from its JSON text; `None` for a kind or a shape that is not known here.
    pub fn read(kind: &str, text: &str) -> Option<Self> {
        fn of<T: Kept + serde::de::DeserializeOwned>(text: &str) -> Option<OfficeBody> {
            serde_json::from_str::<T>(text).ok().map(T::into_office)
        }
        match kind {
            Absence::KIND => of::<Absence>(text),
            Meeting::KIND => of::<Meeting>(text),
            UnmetNeed::KIND => of::<UnmetNeed>(text),
            Designation::KIND => of::<Designation>(text),
            Workshop::KIND => of::<Workshop>(text),
            Structure::KIND => of::<Structure>(text),
            CommissionSession::KIND => of::<CommissionSession>(text),
            _ => None,
        }
    }
}

impl fmt::Debug for OfficeBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} […]", self.kind())
    }
}

/// The latest version of everything that belongs to no person. Lists are sorted by date, then by entry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Office {
    /// Day on which the station was founded: what was due before is not asked of it.
    pub begun_on: Option<NaiveDate>,
    /// Absences of the counsellor, oldest first.
    pub absences: Vec<Current<Absence>>,
    /// Lists of people that left as files, in the order of the journal. What the station did, and no thing that
    /// one changes or undoes.
    pub list_exports: Vec<Current<ListExport>>,
    /// Meetings and trainings of the counsellor’s own, oldest first.
    pub meetings: Vec<Current<Meeting>>,
    /// Needs that the local offer does not meet, oldest first.
    pub unmet_needs: Vec<Current<UnmetNeed>>,
    /// Structures of which the counsellor is the single contact, by their first day.
    pub designations: Vec<Current<Designation>>,
    /// Workshops, oldest first.
    pub workshops: Vec<Current<Workshop>>,
    /// The directory, in the order of the journal.
    pub structures: Vec<Current<Structure>>,
    /// Sessions of the commission, oldest first.
    pub sessions: Vec<Current<CommissionSession>>,
}

impl Office {
    /// Puts a version in its place in the list of its kind, instead of the one it succeeds.
    pub fn put(&mut self, version: Current<OfficeBody>) {
        let Current { id, entry, written_at, value } = version;
        match value {
            OfficeBody::Absence(value) => self.put_one(Current { id, entry, written_at, value }),
            OfficeBody::Meeting(value) => self.put_one(Current { id, entry, written_at, value }),
            OfficeBody::UnmetNeed(value) => self.put_one(Current { id, entry, written_at, value }),
            OfficeBody::Designation(value) => self.put_one(Current { id, entry, written_at, value }),
            OfficeBody::Workshop(value) => self.put_one(Current { id, entry, written_at, value }),
            OfficeBody::Structure(value) => self.put_one(Current { id, entry, written_at, value }),
            OfficeBody::Session(value) => self.put_one(Current { id, entry, written_at, value }),
        }
    }

    fn put_one<T: Kept>(&mut self, version: Current<T>) {
        let list = T::list_mut(self);
        list.retain(|it| it.id != version.id);
        let rank = |it: &Current<T>| (it.value.day(), it.entry.sequence);
        let at = list.partition_point(|it| rank(it) <= rank(&version));
        list.insert(at, version);
    }

    /// Takes a thing out, whatever its kind.
    pub fn take_out(&mut self, object: ObjectId) {
        fn from<T: Kept>(office: &mut Office, object: ObjectId) {
            T::list_mut(office).retain(|it| it.id != object);
        }
        from::<Absence>(self, object);
        from::<Meeting>(self, object);
        from::<UnmetNeed>(self, object);
        from::<Designation>(self, object);
        from::<Workshop>(self, object);
        from::<Structure>(self, object);
        from::<CommissionSession>(self, object);
    }

    /// The latest version of everything, kind by kind.
    pub fn things(&self) -> Vec<OfficeBody> {
        fn of<T: Kept>(office: &Office) -> Vec<OfficeBody> {
            T::list(office).iter().map(|it| it.value.clone().into_office()).collect()
        }
        [
            of::<Absence>(self),
            of::<Meeting>(self),
            of::<UnmetNeed>(self),
            of::<Designation>(self),
            of::<Workshop>(self),
            of::<Structure>(self),
            of::<CommissionSession>(self),
        ]
        .concat()
    }

    /// The latest version of a thing, and the entry that holds it.
    pub fn version(&self, object: ObjectId) -> Option<(EntryId, Body)> {
        fn among<T: Kept>(office: &Office, object: ObjectId) -> Option<(EntryId, Body)> {
            let it = T::list(office).iter().find(|it| it.id == object)?;
            Some((it.entry, Body::Office(it.value.clone().into_office())))
        }
        among::<Absence>(self, object)
            .or_else(|| among::<Meeting>(self, object))
            .or_else(|| among::<UnmetNeed>(self, object))
            .or_else(|| among::<Designation>(self, object))
            .or_else(|| among::<Workshop>(self, object))
            .or_else(|| among::<Structure>(self, object))
            .or_else(|| among::<CommissionSession>(self, object))
    }
}
