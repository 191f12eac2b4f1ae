//! The forms of what belongs to no person. They are opened without a file: what is proposed at first are
//! the defaults of their fields, or what whoever opens them knows.

mod absence;
mod designation;
mod meeting;
mod session;
mod structure;
mod unmet_need;
mod workshop;

use super::Paper;
use crate::domain::office::OfficeBody;

pub use absence::ABSENCE;
pub use designation::DESIGNATION;
pub use meeting::MEETING;
pub use session::SESSION;
pub use structure::STRUCTURE;
pub use unmet_need::UNMET_NEED;
pub use workshop::WORKSHOP;

/// Every form of a thing that belongs to no person.
pub const ALL: [&Paper; 7] = [&ABSENCE, &MEETING, &UNMET_NEED, &DESIGNATION, &WORKSHOP, &STRUCTURE, &SESSION];

/// The form in which a version is changed.
pub const fn paper_of(body: &OfficeBody) -> &'static Paper {
    match body {
        OfficeBody::Absence(_) => &ABSENCE,
        OfficeBody::Meeting(_) => &MEETING,
        OfficeBody::UnmetNeed(_) => &UNMET_NEED,
        OfficeBody::Designation(_) => &DESIGNATION,
        OfficeBody::Workshop(_) => &WORKSHOP,
        OfficeBody::Structure(_) => &STRUCTURE,
        OfficeBody::Session(_) => &SESSION,
    }
}
