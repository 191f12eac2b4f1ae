//! AL-09: an interview whose outcome, duration or signatures are missing (art. 9-3-6, R9.3.6-03).
//!
//! One finding per interview, whatever became of the person. An appointment is without outcome from
//! the day after; a held interview is without duration at once, and unsigned once the time left to
//! sign is over. A refusal to sign, or a record that calls for no signature, is not unsigned. A
//! record that was changed after it was signed is unsigned again: a signature covers the record, the
//! day and the duration that it signed, and nothing written afterwards. The finding is due from the
//! first day of the causes that hold.

use chrono::NaiveDate;

use super::finding::{AlertCode, Cause, Clearing, Clock, Finding};
use crate::domain::codes::Outcome;
use crate::domain::dates::add_days;
use crate::domain::file::Current;
use crate::domain::interview::{Interview, Signature};
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::{Fact, State};

/// One thing that is missing, the first day on which it is, and what supplies it.
type Missing = (NaiveDate, Cause, Clearing);

pub(super) fn find_all(state: &State<'_>, parameters: &Parameters) -> Vec<Finding> {
    state.interviews().filter_map(|it| find(it, state, parameters)).collect()
}

fn find(interview: &Current<Interview>, state: &State<'_>, parameters: &Parameters) -> Option<Finding> {
    let signing_time = parameters.get(ParameterKey::SigningTime);
    let is_changed = state.file.is_changed_since_signed(interview.id);
    let missing: Vec<Missing> = missing(&interview.value, is_changed, state.on, signing_time)
        .into_iter()
        .flatten()
        .filter(|(due, _, _)| *due <= state.on)
        .collect();
    let due = missing.iter().map(|(due, _, _)| *due).min()?;
    let starts_with = Fact::interview(interview);
    let clears: Vec<Clearing> = missing.iter().map(|(_, _, clearing)| *clearing).collect();
    let finding = Clock { code: AlertCode::InterviewRecord, starts_with, due, soon_from: due }.read(
        state,
        parameters,
        &clears,
        &[ParameterKey::SigningTime],
    )?;
    let causes = missing.into_iter().map(|(_, cause, _)| cause).collect();
    Some(Finding { subject: Some(starts_with), causes, ..finding })
}

fn missing(
    interview: &Interview,
    is_changed: bool,
    on: NaiveDate,
    signing_time: u32,
) -> [Option<Missing>; 3] {
    match interview.outcome {
        Outcome::Planned => {
            let due = add_days(interview.date, 1);
            [Some((due, Cause::OutcomeMissing, Clearing::Outcome)), None, None]
        }
        Outcome::Held => {
            let unsigned_from = add_days(interview.date, signing_time.saturating_add(1));
            let duration = interview.duration_min.is_none().then_some((
                interview.date,
                Cause::DurationMissing,
                Clearing::Duration,
            ));
            if is_changed {
                let changed = (unsigned_from, Cause::ChangedSinceSigned, Clearing::SigningAgain);
                return [duration, Some(changed), None];
            }
            let unsigned = |signature: &Signature| is_to_sign(signature, on).then_some(unsigned_from);
            [
                duration,
                unsigned(&interview.participant_signature)
                    .map(|due| (due, Cause::ParticipantSignatureMissing, Clearing::ParticipantSignature)),
                unsigned(&interview.counsellor_signature)
                    .map(|due| (due, Cause::CounsellorSignatureMissing, Clearing::CounsellorSignature)),
            ]
        }
        Outcome::NoShow | Outcome::Excused | Outcome::Cancelled => [None, None, None],
    }
}

/// Whether the signature is still awaited at the end of `on`: what is dated later has not come yet.
fn is_to_sign(signature: &Signature, on: NaiveDate) -> bool {
    match signature {
        Signature::ToSign => true,
        Signature::Paper { on: signed_on } | Signature::Electronic { on: signed_on } => *signed_on > on,
        Signature::Refused { on: refused_on, .. } => refused_on.is_some_and(|refused_on| refused_on > on),
        Signature::NotApplicable => false,
    }
}
