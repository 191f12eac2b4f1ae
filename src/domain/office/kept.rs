//! What every kind of thing of the office says of itself: its kind, its list, its day.

use chrono::NaiveDate;

use super::absence::Absence;
use super::commission::CommissionSession;
use super::designation::Designation;
use super::meeting::Meeting;
use super::structure::Structure;
use super::unmet_need::UnmetNeed;
use super::workshop::Workshop;
use super::{Office, OfficeBody};
use crate::domain::file::Current;

/// A thing that belongs to no person.
pub trait Kept: Clone {
    /// The kind that entry headers carry. Stable.
    const KIND: &'static str;

    /// The list of its kind.
    fn list(office: &Office) -> &Vec<Current<Self>>;

    /// The same, to be changed.
    fn list_mut(office: &mut Office) -> &mut Vec<Current<Self>>;

    /// The thing as one of the office's.
    fn into_office(self) -> OfficeBody;

    /// The day that it is about, by which its list is sorted; `None` comes first.
    fn day(&self) -> Option<NaiveDate>;
}

impl Kept for Absence {
    const KIND: &'static str = "absence";

    fn list(office: &Office) -> &Vec<Current<Self>> {
        &office.absences
    }

    fn list_mut(office: &mut Office) -> &mut Vec<Current<Self>> {
        &mut office.absences
    }

    fn into_office(self) -> OfficeBody {
        OfficeBody::Absence(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.starts_on)
    }
}

impl Kept for Meeting {
    const KIND: &'static str = "meeting";

    fn list(office: &Office) -> &Vec<Current<Self>> {
        &office.meetings
    }

    fn list_mut(office: &mut Office) -> &mut Vec<Current<Self>> {
        &mut office.meetings
    }

    fn into_office(self) -> OfficeBody {
        OfficeBody::Meeting(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.date)
    }
}

impl Kept for UnmetNeed {
    const KIND: &'static str = "unmet_need";

    fn list(office: &Office) -> &Vec<Current<Self>> {
        &office.unmet_needs
    }

    fn list_mut(office: &mut Office) -> &mut Vec<Current<Self>> {
        &mut office.unmet_needs
    }

    fn into_office(self) -> OfficeBody {
        OfficeBody::UnmetNeed(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.seen_on)
    }
}

impl Kept for Designation {
    const KIND: &'static str = "designation";

    fn list(office: &Office) -> &Vec<Current<Self>> {
        &office.designations
    }

    fn list_mut(office: &mut Office) -> &mut Vec<Current<Self>> {
        &mut office.designations
    }

    fn into_office(self) -> OfficeBody {
        OfficeBody::Designation(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.from)
    }
}

impl Kept for Workshop {
    const KIND: &'static str = "workshop";

    fn list(office: &Office) -> &Vec<Current<Self>> {
        &office.workshops
    }

    fn list_mut(office: &mut Office) -> &mut Vec<Current<Self>> {
        &mut office.workshops
    }

    fn into_office(self) -> OfficeBody {
        OfficeBody::Workshop(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.date)
    }
}

impl Kept for Structure {
    const KIND: &'static str = "structure";

    fn list(office: &Office) -> &Vec<Current<Self>> {
        &office.structures
    }

    fn list_mut(office: &mut Office) -> &mut Vec<Current<Self>> {
        &mut office.structures
    }

    fn into_office(self) -> OfficeBody {
        OfficeBody::Structure(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        None
    }
}

impl Kept for CommissionSession {
    const KIND: &'static str = "commission_session";

    fn list(office: &Office) -> &Vec<Current<Self>> {
        &office.sessions
    }

    fn list_mut(office: &mut Office) -> &mut Vec<Current<Self>> {
        &mut office.sessions
    }

    fn into_office(self) -> OfficeBody {
        OfficeBody::Session(self)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(self.date)
    }
}
