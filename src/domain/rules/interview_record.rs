//! AL-09: an interview whose outcome, duration or signatures are missing (art. 9-3-6, R9.3.6-03).
//!
//! One finding per interview, whatever became of the person. An appointment is without outcome from
//! the day after; a held interview is without duration at once, and unsigned once the time left to
//! sign is over. A refusal to sign, or a record that calls for no signature, is not unsigned. A
//! record that was changed after it was signed is unsigned again: a signature covers the record, the
//! day and the duration that it signed, and nothing written afterwards. The finding is due from the
//! first day of the causes that hold.

use chrono::NaiveDate;

use super::clock::{Clock, Condition};
use super::finding::{AlertCode, Cause, Clearing};
use crate::domain::as_of::{AsOf, Day as _};
use crate::domain::codes::Outcome;
use crate::domain::dates::add_days;
use crate::domain::file::Current;
use crate::domain::interview::{Interview, Signature};
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::{Fact, State};

pub(super) fn clocks(state: &State<'_>, parameters: &Parameters) -> impl Iterator<Item = Clock> {
    let signing_time = parameters.get(ParameterKey::SigningTime);
    // Those to come too: their clocks say nothing before their day.
    state.file.interviews.iter().rev().filter_map(move |it| clock(it, state, signing_time))
}

fn clock(interview: &Current<Interview>, state: &State<'_>, signing_time: u32) -> Option<Clock> {
    let missing = match interview.value.outcome {
        Outcome::Planned => {
            let lacks = lacks(Cause::OutcomeMissing, Clearing::Outcome, add_days(interview.value.date, 1));
            [Some(lacks), None, None]
        }
        Outcome::Held => missing(interview, state, signing_time),
        Outcome::NoShow | Outcome::Excused | Outcome::Cancelled => [None, None, None],
    };
    let due = missing.iter().flatten().map(|it| it.due).min()?;
    let starts_with = Fact::interview(interview);
    Some(Clock::new(AlertCode::InterviewRecord, starts_with, due, due).about_its_start().with(missing))
}

/// A condition that is never announced: it holds from its day on.
const fn lacks(cause: Cause, clearing: Clearing, due: NaiveDate) -> Condition {
    Condition { due, soon_from: due, cause, clearing }
}

/// What a held interview lacks, each with the first day on which it does.
fn missing(it: &Current<Interview>, state: &State<'_>, signing_time: u32) -> [Option<Condition>; 3] {
    let interview = &it.value;
    let unsigned_from = add_days(interview.date, signing_time.saturating_add(1));
    let duration = interview
        .duration_min
        .is_none()
        .then(|| lacks(Cause::DurationMissing, Clearing::Duration, interview.date));
    if state.file.is_changed_since_signed(it.id) {
        return [
            duration,
            Some(lacks(Cause::ChangedSinceSigned, Clearing::SigningAgain, unsigned_from)),
            None,
        ];
    }
    let unsigned = |signature, cause, clearing| {
        is_to_sign(signature, state.as_of()).then(|| lacks(cause, clearing, unsigned_from))
    };
    [
        duration,
        unsigned(
            &interview.participant_signature,
            Cause::ParticipantSignatureMissing,
            Clearing::ParticipantSignature,
        ),
        unsigned(
            &interview.counsellor_signature,
            Cause::CounsellorSignatureMissing,
            Clearing::CounsellorSignature,
        ),
    ]
}

/// Whether the signature is still awaited at the end of the day: what is dated later has not come yet.
fn is_to_sign(signature: &Signature, on: &AsOf) -> bool {
    match signature {
        Signature::ToSign => true,
        Signature::Paper { on: signed_on } | Signature::Electronic { on: signed_on } => {
            !on.has_come(*signed_on)
        }
        Signature::Refused { on: refused_on, .. } => {
            refused_on.is_some_and(|refused_on| !on.has_come(refused_on))
        }
        Signature::NotApplicable => false,
    }
}
