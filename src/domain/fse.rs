//! Which European programme pays for the PLIE in a year, and so which mention a document about that year
//! carries (art. 12, R12-01, R12-03, A-21).

use chrono::{Datelike as _, NaiveDate};

use super::codes::code_list;

code_list! {
    /// A programme of the European Social Fund, and the rules of publicity that come with it.
    FseProgramme {
        /// The national programme « Emploi et Inclusion », which the CCTP applies up to 2021.
        Inclusion = "2014_2020",
        /// The programme after it, from 2022 on.
        Union = "2021_2027",
    }
}

/// Last year to which article 12 applies the rules of 2014-2020, though that programme ended before it.
const LAST_YEAR_OF_INCLUSION: i32 = 2021;

/// The programme of the activity of a day, whenever the document about it is printed. Of a document about
/// several years, ask for its last day: what is mixed carries the later mention.
pub fn programme_of(activity: NaiveDate) -> FseProgramme {
    if activity.year() <= LAST_YEAR_OF_INCLUSION { FseProgramme::Inclusion } else { FseProgramme::Union }
}
