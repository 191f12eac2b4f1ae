//! AL-04: no justified follow-up, or no action proposed, for at least six months (art. 9-1,
//! R9.1-02): the person is no longer considered in pathway.
//!
//! Either is enough: the clock that is furthest on decides, and the finding says which of
//! the two hold. Inclusive: it is due on the day itself (V4). It is announced at four months, and
//! again, more pressingly, at five.

use chrono::NaiveDate;

use super::finding::{AlertCode, Cause, Clearing, Clock, Finding, Severity, Status};
use crate::domain::dates::add_months;
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::{Fact, State};

pub(super) fn find(state: &State<'_>, parameters: &Parameters) -> Option<Finding> {
    if !state.is_followed() {
        return None;
    }
    let follow_up = state.clock_start(state.last_justified_interview().map(Fact::interview))?;
    let proposal = state.clock_start(state.last_proposal())?;
    let starts_with = if proposal.date < follow_up.date { proposal } else { follow_up };
    let after = |start: NaiveDate, key| add_months(start, parameters.get(key));
    let finding = Clock {
        code: AlertCode::OutOfPathway,
        starts_with,
        due: after(starts_with.date, ParameterKey::FollowUpGap),
        soon_from: after(starts_with.date, ParameterKey::FollowUpFirstWarning),
    }
    .read(
        state,
        parameters,
        &[],
        &[ParameterKey::FollowUpGap, ParameterKey::FollowUpFirstWarning, ParameterKey::FollowUpSecondWarning],
    )?;
    let (limit, severity) = match finding.status {
        Status::Due => (ParameterKey::FollowUpGap, finding.severity),
        Status::Soon if after(starts_with.date, ParameterKey::FollowUpSecondWarning) <= state.on => {
            (ParameterKey::FollowUpFirstWarning, Severity::Medium)
        }
        Status::Soon => (ParameterKey::FollowUpFirstWarning, finding.severity),
    };
    let conditions = [
        (follow_up, Cause::NoJustifiedInterview, Clearing::JustifiedInterview),
        (proposal, Cause::NoActionProposed, Clearing::Proposal),
    ];
    let (causes, clears) = conditions
        .into_iter()
        .filter(|(start, _, _)| after(start.date, limit) <= state.on)
        .map(|(_, cause, clearing)| (cause, clearing))
        .unzip();
    Some(Finding { severity, causes, clears, ..finding })
}
