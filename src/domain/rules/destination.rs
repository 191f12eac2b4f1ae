//! AL-25: during the last year of the contract everybody who is supported is directed to a suitable
//! scheme (art. 9-3-4, R9.3.4-06).
//!
//! It is announced from the first day of that year, or from the adhesion of who enters later, and holds from
//! its last day on: nobody is left without a destination then. Suspended people are asked about too: they are
//! still supported.

use chrono::NaiveDate;

use super::clock::Clock;
use super::finding::AlertCode;
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::reorientation::Reorientation;
use crate::domain::state::State;

pub(super) fn clock(state: &State<'_>, parameters: &Parameters) -> Option<Clock> {
    let reorientation = Reorientation::of(state)?;
    if reorientation.destination.is_some() {
        return None;
    }
    let year = i32::try_from(parameters.get(ParameterKey::LastYear)).ok()?;
    let adhesion = reorientation.adhesion;
    let soon_from = NaiveDate::from_ymd_opt(year, 1, 1)?.max(adhesion.date);
    let due = NaiveDate::from_ymd_opt(year, 12, 31)?.max(adhesion.date);
    Some(Clock::new(AlertCode::Destination, adhesion, due, soon_from))
}
