//! The forms of what belongs to no person. They are opened without a file: what is proposed at first are
//! the defaults of their fields, or what whoever opens them knows.

mod absence;

use super::Paper;
use crate::domain::office::OfficeBody;

pub use absence::ABSENCE;

/// Every form of a thing that belongs to no person.
pub const ALL: [&Paper; 1] = [&ABSENCE];

/// The form in which a version is changed.
pub const fn paper_of(body: &OfficeBody) -> &'static Paper {
    match body {
        OfficeBody::Absence(_) => &ABSENCE,
    }
}
