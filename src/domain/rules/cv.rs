//! AL-18: a curriculum vitae is on file at the entry and at each update (art. 9-3-5 g and 9-3-6,
//! R9.3.5-01, R9.3.6-05).
//!
//! A CV is a piece of evidence of that kind, received and not refused; its day is the one that it bears.
//! Without any, the clock starts at the adhesion and strikes at once; with one it strikes once it is older
//! than the pack says. Strict: the last day of that age is still allowed. Nothing is asked of who is
//! suspended.
//!
//! Whoever adhered before their file was begun in Jalon, by an import above all, may have had a CV where the
//! file was kept until then: nothing says that it is missing. What is known is that it is to be updated, so the
//! clock starts on the first day of the file and leaves the same time as a CV of that day would.

use super::clock::Clock;
use super::finding::AlertCode;
use crate::domain::as_of::Day as _;
use crate::domain::dates::{add_days, add_months, sub_days};
use crate::domain::evidence::EvidenceKind;
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::{Fact, FactKind, State};

pub(super) fn clock(state: &State<'_>, parameters: &Parameters) -> Option<Clock> {
    let adhesion = state.period.adhesion.filter(|_| state.is_followed())?;
    let is_taken_over = adhesion.date < state.file.begun_on;
    let Some(cv) = latest(state).or_else(|| is_taken_over.then(|| Fact::takeover(state.file))) else {
        return Some(Clock::new(AlertCode::Cv, adhesion, adhesion.date, adhesion.date));
    };
    let due = add_days(add_months(cv.date, parameters.get(ParameterKey::CvAge)), 1);
    let soon_from = sub_days(due, parameters.get(ParameterKey::CvNotice));
    Some(Clock::new(AlertCode::Cv, cv, due, soon_from))
}

/// The latest CV that is there by that day.
fn latest(state: &State<'_>) -> Option<Fact> {
    let cvs = state.file.evidence.iter().filter(|it| {
        it.value.kind == EvidenceKind::Cv
            && it.value.refused_because.is_none()
            && it.value.received_on.is_some_and(|day| state.as_of().has_come(day))
    });
    let facts = cvs.filter_map(|it| {
        let date = it.value.dated_on.or(it.value.received_on)?;
        Some(Fact { kind: FactKind::Evidence, id: it.id, date })
    });
    facts.max_by_key(|it| (it.date, it.id))
}
