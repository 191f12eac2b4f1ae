//! What every kind of thing of the office says of itself: its kind, its list, its day.

use chrono::NaiveDate;

use super::absence::Absence;
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
