//! Checks of an interview (art. 9-3-6).

use super::Violations;
use crate::domain::codes::Outcome;
use crate::domain::interview::{Interview, LONGEST_MINUTES, Signature};
use crate::domain::state::State;

pub(super) fn check(interview: &Interview, state: Option<&State<'_>>, found: &mut Violations) {
    let is_future = interview.date > found.today;
    match interview.outcome {
        Outcome::Held | Outcome::NoShow => found.refuse(is_future, "date", "interview-in-future"),
        Outcome::Planned => found.doubt(interview.date < found.today, "date", "appointment-in-past"),
        // Someone may excuse themselves, or cancel, before the day.
        Outcome::Excused | Outcome::Cancelled => {}
    }
    let is_possible = |minutes: u16| (1..=LONGEST_MINUTES).contains(&minutes);
    let is_wrong = interview.duration_min.is_some_and(|minutes| !is_possible(minutes));
    found.refuse(is_wrong, "duration_min", "duration-impossible");
    if let Some(state) = state {
        check_period(interview, state, found);
    }
    check_signature(interview, &interview.participant_signature, "participant_signature", found);
    check_signature(interview, &interview.counsellor_signature, "counsellor_signature", found);
    found.refuse_text(interview.record.as_str(), "record");
    found.refuse_text(interview.place.as_deref(), "place");
}

/// Candidates are received before their adhesion: only what comes before the whole period is
/// unlikely.
fn check_period(interview: &Interview, state: &State<'_>, found: &mut Violations) {
    let enrolment = state.period.enrolment.map(|it| &it.value);
    let begins_on = enrolment.and_then(|it| it.referred_on.or(it.received_on)).or(state.enrolled_on());
    let is_before = begins_on.is_some_and(|begins_on| interview.date < begins_on);
    found.doubt(is_before, "date", "interview-before-adhesion");
    let is_after = state.period.exited_on.is_some_and(|exited_on| interview.date > exited_on);
    found.doubt(is_after, "date", "interview-after-exit");
}

fn check_signature(
    interview: &Interview,
    signature: &Signature,
    field: &'static str,
    found: &mut Violations,
) {
    let signed_on = signature.signed_on();
    found.refuse_future(signed_on, field);
    found.doubt(signed_on.is_some_and(|on| on < interview.date), field, "signed-before-interview");
    let has_taken_place = interview.outcome == Outcome::Held;
    found.doubt(signed_on.is_some() && !has_taken_place, field, "signed-but-not-held");
    if let Signature::Refused { on, reason } = signature {
        found.refuse_future(*on, field);
        found.refuse_text(reason.as_str(), field);
    }
}
