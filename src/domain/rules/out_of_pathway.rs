//! AL-04: no justified follow-up, or no action proposed, for at least six months (art. 9-1 and 7,
//! R9.1-02, R7-13a): the person is no longer considered in pathway.
//!
//! Either is enough: the clock that is furthest on decides, and the finding says which of
//! the two hold. Inclusive: it is due on the day itself (V4). It is announced at four months, and
//! again, more pressingly, at five.

use super::clock::{Clock, Condition};
use super::finding::{AlertCode, Cause, Clearing};
use crate::domain::dates::add_months;
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::{Fact, State};

pub(super) fn clock(state: &State<'_>, parameters: &Parameters) -> Option<Clock> {
    if !state.is_followed() {
        return None;
    }
    let follow_up = state.clock_start(state.last_justified_interview().map(Fact::interview))?;
    let proposal = state.clock_start(state.last_proposal())?;
    let starts_with = if proposal.date < follow_up.date { proposal } else { follow_up };
    let after = |start: Fact, key| add_months(start.date, parameters.get(key));
    let condition = |start: Fact, cause, clearing| Condition {
        due: after(start, ParameterKey::FollowUpGap),
        soon_from: after(start, ParameterKey::FollowUpFirstWarning),
        cause,
        clearing,
    };
    let clock = Clock::new(
        AlertCode::OutOfPathway,
        starts_with,
        after(starts_with, ParameterKey::FollowUpGap),
        after(starts_with, ParameterKey::FollowUpFirstWarning),
    );
    Some(clock.pressing_from(after(starts_with, ParameterKey::FollowUpSecondWarning)).with([
        Some(condition(follow_up, Cause::NoJustifiedInterview, Clearing::JustifiedInterview)),
        Some(condition(proposal, Cause::NoActionProposed, Clearing::Proposal)),
        None,
    ]))
}
