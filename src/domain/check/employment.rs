//! Checks of a period of work (art. 2).

use super::{Violations, is_after};
use crate::domain::employment::Employment;

/// Minutes of a week.
const WEEK: u32 = 7 * 24 * 60;

/// Digits of a SIRET number.
const SIRET_DIGITS: usize = 14;

pub(super) fn check(employment: &Employment, found: &mut Violations) {
    let start = Some(employment.starts_on);
    found.refuse(is_after(start, employment.planned_end), "planned_end", "ends-before-start");
    found.refuse(is_after(start, employment.ended_on), "ended_on", "ends-before-start");
    found.refuse_future(employment.ended_on, "ended_on");
    found.refuse(employment.weekly_minutes.is_some_and(|it| it > WEEK), "weekly_minutes", "hours-impossible");
    let digits = |it: &str| it.len() == SIRET_DIGITS && it.bytes().all(|it| it.is_ascii_digit());
    found.doubt(employment.siret.as_deref().is_some_and(|it| !digits(it)), "siret", "siret-malformed");
    found.refuse_text(employment.siret.as_deref(), "siret");
    found.refuse_text(employment.employer.as_deref(), "employer");
    found.refuse_future(employment.contact_agreed_on, "contact_agreed_on");
    found.refuse_text(employment.occupation.as_deref(), "occupation");
    found.refuse_text(employment.end_reason.as_deref(), "end_reason");
    found.refuse_text(employment.short_hours_basis.as_deref(), "short_hours_basis");
}
