//! The period of adhesion that is current on a day, from the enrolments and the rulings.
//!
//! A new enrolment record opens a new period on the first of its dates; the rulings from
//! that day on belong to it. Dates written in the record win over those of the rulings; a ruling
//! that admits someone who had gone is a new adhesion, even if nobody opened a record for it.

use chrono::NaiveDate;

use super::{Fact, FactKind};
use crate::domain::as_of::Day;
use crate::domain::codes::{Business, Ruling};
use crate::domain::decision::Decision;
use crate::domain::enrolment::Enrolment;
use crate::domain::file::{Current, File};

/// The current period of adhesion, or of candidature.
#[derive(Debug, Clone, Copy)]
pub struct Period<'a> {
    /// Its record; a file may have rulings only.
    pub enrolment: Option<&'a Current<Enrolment>>,
    /// Decisions that belong to it, adjournments included, oldest first.
    pub decisions: &'a [Current<Decision>],
    /// The adhesion, once it has come (D-3, A-01).
    pub adhesion: Option<Fact>,
    /// Day of the exit, once it has come: the person is no longer in the file active (D-4).
    pub exited_on: Option<NaiveDate>,
}

/// The day from which an enrolment record is known of: the first of its dates. A record without
/// any date was always there.
fn begins_on(enrolment: &Enrolment) -> NaiveDate {
    let dates = [enrolment.referred_on, enrolment.received_on, enrolment.decided_on, enrolment.enrolled_on];
    dates.into_iter().flatten().min().unwrap_or(NaiveDate::MIN)
}

/// The day from which rulings belong to this record: the first period of a file also takes those
/// that came before it.
fn takes_rulings_from(file: &File, enrolment: &Enrolment) -> NaiveDate {
    let begins = begins_on(enrolment);
    let is_return = file.enrolments.iter().any(|it| begins_on(&it.value) < begins);
    if is_return { begins } else { NaiveDate::MIN }
}

impl<'a> Period<'a> {
    /// The period that is current on `on`: the last that had begun by then.
    pub fn current(file: &'a File, on: impl Day) -> Self {
        let begun = file.enrolments.iter().filter(|it| on.has_come(begins_on(&it.value)));
        let enrolment = begun.max_by_key(|it| begins_on(&it.value));
        let begins_on = enrolment.map_or(NaiveDate::MIN, |it| takes_rulings_from(file, &it.value));
        let from = file.decisions.partition_point(|it| it.value.session_on < begins_on);
        let until = file.decisions.partition_point(|it| on.has_come(it.value.session_on));
        let decisions = &file.decisions[from.min(until)..until];
        let (adhesion, exited_on) = adhesion_and_exit(enrolment, decisions, on);
        Self { enrolment, decisions, adhesion, exited_on }
    }

    /// The day from which what happened belongs to this period: of the first one, always.
    pub fn began_on(&self, file: &File) -> NaiveDate {
        self.enrolment.map_or(NaiveDate::MIN, |it| takes_rulings_from(file, &it.value))
    }

    /// Rulings of the period, oldest first: adjournments decide nothing and are left out (R7-25).
    pub fn rulings(&self) -> impl DoubleEndedIterator<Item = &'a Current<Decision>> + use<'a> {
        self.decisions.iter().filter(|it| it.value.ruling != Ruling::Adjourned)
    }
}

/// The adhesion and the exit that have come by `on`.
fn adhesion_and_exit(
    enrolment: Option<&Current<Enrolment>>,
    decisions: &[Current<Decision>],
    on: impl Day,
) -> (Option<Fact>, Option<NaiveDate>) {
    let mut adhesion = enrolment
        .and_then(|it| it.value.enrolled_on.map(|date| Fact { kind: FactKind::Adhesion, id: it.id, date }));
    let mut written_exit = enrolment.and_then(|it| it.value.exited_on);
    let mut ruled_exit = None;
    for decision in decisions {
        let session_on = decision.value.session_on;
        match decision.value.ruling {
            Ruling::Admitted if decision.value.business == Business::Entry => {
                let returns = written_exit.or(ruled_exit).is_some_and(|exit| exit <= session_on);
                if returns || adhesion.is_none() {
                    adhesion = Some(Fact { kind: FactKind::Adhesion, id: decision.id, date: session_on });
                }
                if returns {
                    (written_exit, ruled_exit) = (None, None);
                }
            }
            Ruling::Exited if adhesion.is_none_or(|it| it.date <= session_on) => {
                ruled_exit = Some(session_on)
            }
            Ruling::Admitted
            | Ruling::Refused
            | Ruling::ReinforcedDiagnosis
            | Ruling::Adjourned
            | Ruling::Suspended
            | Ruling::Resumed
            | Ruling::Continued
            | Ruling::Exited
            | Ruling::ExitRefused => {}
        }
    }
    let exited_on = written_exit.or(ruled_exit).filter(|exit| on.has_come(*exit));
    (adhesion.filter(|it| on.has_come(it.date)), exited_on)
}
