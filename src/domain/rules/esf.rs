//! AL-20: what the European Social Fund asks of a participant is there in time (art. 10, R10-07, domain.md §2).
//!
//! * The entry questionnaire is whole, and the person can be reached, so many days after the adhesion; it is
//!   announced before. Somebody who adhered before their file was begun in Jalon answered it elsewhere: nothing
//!   is said of the questionnaire unless it was begun here. How to reach them is asked of everybody.
//! * The situation at the exit is seen so many days after it, and announced from the exit on (V26); the one of
//!   six months later from that day, announced before. Neither is asked of who died, nor of who left before
//!   their file was begun in Jalon.
//!
//! Strict: the last day of the time allowed is still allowed; the day of six months is the day itself. Someone
//! whom the commission did not admit is no participant. One finding per person, due from the first day of the
//! conditions that hold.

use chrono::NaiveDate;

use super::clock::{Clock, Condition};
use super::finding::{AlertCode, Cause, Clearing};
use crate::domain::as_of::Day as _;
use crate::domain::codes::ExitReason;
use crate::domain::dates::{add_days, add_months, sub_days};
use crate::domain::esf::{can_be_reached, missing_at_entry, record_on};
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::{Fact, FactKind, State};

pub(super) fn clock(state: &State<'_>, parameters: &Parameters) -> Option<Clock> {
    let adhesion = state.period.adhesion?;
    let begun_on = state.file.begun_on;
    let exit = state.period.exited_on.map(|date| Fact { kind: FactKind::Exit, id: adhesion.id, date });
    if exit.is_some_and(|it| it.date < begun_on) {
        return None;
    }
    let is_taken_over = adhesion.date < begun_on;
    let start = if is_taken_over { Fact::takeover(state.file) } else { adhesion };
    let conditions = [
        questionnaire(state, is_taken_over).map(|it| (start, entry(it, start.date, parameters))),
        unreachable(state).map(|it| (start, entry(it, start.date, parameters))),
        exit.and_then(|it| Some((it, after(state, it.date, parameters)?))),
    ];
    let (starts_with, first) = conditions.iter().flatten().min_by_key(|(_, it)| it.due)?;
    let soon_from = conditions.iter().flatten().map(|(_, it)| it.soon_from).min()?;
    let clock = Clock::new(AlertCode::Esf, *starts_with, first.due, soon_from);
    Some(clock.with(conditions.map(|it| it.map(|(_, condition)| condition))))
}

fn questionnaire(state: &State<'_>, is_taken_over: bool) -> Option<(Cause, Clearing)> {
    let is_asked = !is_taken_over || record_on(state.file, state.as_of()).is_some();
    let is_missing = is_asked && !missing_at_entry(state.file, state.as_of()).is_empty();
    is_missing.then_some((Cause::EsfEntryMissing, Clearing::EsfEntry))
}

fn unreachable(state: &State<'_>) -> Option<(Cause, Clearing)> {
    (!can_be_reached(state.file, state.as_of())).then_some((Cause::ContactMissing, Clearing::ContactDetails))
}

fn entry((cause, clearing): (Cause, Clearing), start: NaiveDate, parameters: &Parameters) -> Condition {
    let due = add_days(start, parameters.get(ParameterKey::EsfEntryTime).saturating_add(1));
    let soon_from = sub_days(due, parameters.get(ParameterKey::EsfNotice));
    Condition { due, soon_from, cause, clearing }
}

/// What is still to be seen of who left: the situation at the exit, then the one of six months later.
fn after(state: &State<'_>, exited_on: NaiveDate, parameters: &Parameters) -> Option<Condition> {
    if state.period.exit_reason == Some(ExitReason::Death) {
        return None;
    }
    let record = record_on(state.file, state.as_of()).map(|it| &it.value);
    let is_seen = |seen: NaiveDate| seen >= exited_on && state.as_of().has_come(seen);
    let exit = record.and_then(|it| it.exit()).filter(|it| is_seen(it.on));
    if exit.is_none() {
        let due = add_days(exited_on, parameters.get(ParameterKey::EsfExitTime).saturating_add(1));
        let (cause, clearing) = (Cause::ExitSituationMissing, Clearing::EsfExit);
        return Some(Condition { due, soon_from: exited_on, cause, clearing });
    }
    let due = add_months(exited_on, parameters.get(ParameterKey::EsfFollowUp));
    let later = record.and_then(|it| it.later()).filter(|it| is_seen(it.on));
    let soon_from = sub_days(due, parameters.get(ParameterKey::EsfNotice));
    let (cause, clearing) = (Cause::LaterSituationMissing, Clearing::EsfLater);
    later.is_none().then_some(Condition { due, soon_from, cause, clearing })
}
