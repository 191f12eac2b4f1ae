//! The period of adhesion that is current on a day, from the enrolments and the rulings.
//!
//! A new enrolment record opens a new period on the first of its dates; the rulings from
//! that day on belong to it. Dates written in the record win over those of the rulings; a ruling
//! that admits someone who had gone is a new adhesion, even if nobody opened a record for it.
//!
//! The one place that says when a period ended: a validated exit is not copied into the record, so whoever
//! reads the record alone misses it.

use chrono::NaiveDate;

use super::{Fact, FactKind};
use crate::domain::as_of::Day;
use crate::domain::codes::{Business, ExitReason, Ruling};
use crate::domain::decision::Decision;
use crate::domain::enrolment::Enrolment;
use crate::domain::file::{Current, File};
use crate::domain::submission::Submission;

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
    /// What kind of exit it was, if that is known.
    pub exit_reason: Option<ExitReason>,
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
        Self::read(file, enrolment, decisions, on)
    }

    /// Every period of the file, in the order of its records, each as it ended or as it runs.
    pub fn all(file: &'a File) -> Vec<Self> {
        let whole = |record: &'a Current<Enrolment>| {
            let begins = begins_on(&record.value);
            let later = file.enrolments.iter().map(|it| begins_on(&it.value)).filter(|it| *it > begins);
            let next = later.min().unwrap_or(NaiveDate::MAX);
            let first = takes_rulings_from(file, &record.value);
            let from = file.decisions.partition_point(|it| it.value.session_on < first);
            let until = file.decisions.partition_point(|it| it.value.session_on < next);
            Self::read(file, Some(record), &file.decisions[from.min(until)..until], NaiveDate::MAX)
        };
        file.enrolments.iter().map(whole).collect()
    }

    /// Gives every period that had begun by `on`, oldest first, each as it stood then: what a figure counts.
    /// Somebody who was admitted again without a new record had two.
    pub fn each(file: &'a File, on: NaiveDate, mut each: impl FnMut(Self)) {
        let mut one = |enrolment: Option<&'a Current<Enrolment>>, decisions: &'a [Current<Decision>]| {
            let period = Self { enrolment, decisions, adhesion: None, exited_on: None, exit_reason: None };
            let mut ended = |adhesion, exit: Exit| {
                let (exited_on, exit_reason) = (Some(exit.on), exit.reason);
                each(Self { adhesion: Some(adhesion), exited_on, exit_reason, ..period });
            };
            let (adhesion, exit) = adhesion_and_exit(file, enrolment, decisions, on, &mut ended);
            let (exited_on, exit_reason) = (exit.map(|it| it.on), exit.and_then(|it| it.reason));
            each(Self { adhesion, exited_on, exit_reason, ..period });
        };
        let known = file.decisions.partition_point(|it| it.value.session_on <= on);
        let mut begun: Vec<(NaiveDate, &'a Current<Enrolment>)> = Vec::new();
        begun.extend(file.enrolments.iter().map(|it| (begins_on(&it.value), it)).filter(|it| it.0 <= on));
        begun.sort_by_key(|(begins, _)| *begins);
        if begun.is_empty() {
            one(None, &file.decisions[..known]);
        }
        for (rank, (begins, record)) in begun.iter().enumerate() {
            let next = begun.get(rank + 1).map_or(NaiveDate::MAX, |it| it.0);
            let first = if rank == 0 { NaiveDate::MIN } else { *begins };
            let from = file.decisions.partition_point(|it| it.value.session_on < first);
            let until = file.decisions.partition_point(|it| it.value.session_on < next).min(known);
            one(Some(record), &file.decisions[from.min(until)..until]);
        }
    }

    fn read(
        file: &'a File,
        enrolment: Option<&'a Current<Enrolment>>,
        decisions: &'a [Current<Decision>],
        on: impl Day,
    ) -> Self {
        let (adhesion, exit) = adhesion_and_exit(file, enrolment, decisions, on, &mut |_, _| {});
        let (exited_on, exit_reason) = (exit.map(|it| it.on), exit.and_then(|it| it.reason));
        Self { enrolment, decisions, adhesion, exited_on, exit_reason }
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

/// The end of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exit {
    /// Its day.
    pub on: NaiveDate,
    /// What kind it was, if that is known.
    pub reason: Option<ExitReason>,
}

impl Exit {
    fn written(enrolment: &Enrolment) -> Option<Self> {
        enrolment.exited_on.map(|on| Self { on, reason: enrolment.exit_reason })
    }

    /// What the commission validated: the exit as it was submitted, on the day of the fact when that is known
    /// else on that of the session.
    pub fn ruled(file: &File, decision: &Decision) -> Self {
        let is_of = |it: &&Current<Submission>| {
            it.value.business == Business::Exit && it.value.session_on == decision.session_on
        };
        let submitted = file.submissions.iter().rev().find(is_of).map(|it| &it.value);
        Self {
            on: submitted.and_then(|it| it.exit_on).unwrap_or(decision.session_on),
            reason: submitted.and_then(|it| it.exit_reason),
        }
    }
}

/// The adhesion and the exit that have come by `on`; `ended` is given those that a return made past history.
fn adhesion_and_exit(
    file: &File,
    enrolment: Option<&Current<Enrolment>>,
    decisions: &[Current<Decision>],
    on: impl Day,
    ended: &mut impl FnMut(Fact, Exit),
) -> (Option<Fact>, Option<Exit>) {
    let mut adhesion = enrolment
        .and_then(|it| it.value.enrolled_on.map(|date| Fact { kind: FactKind::Adhesion, id: it.id, date }));
    let mut written_exit = enrolment.and_then(|it| Exit::written(&it.value));
    let mut ruled_exit = None;
    for decision in decisions {
        let session_on = decision.value.session_on;
        match decision.value.ruling {
            Ruling::Admitted if decision.value.business == Business::Entry => {
                let last_exit = written_exit.or(ruled_exit).filter(|exit| exit.on <= session_on);
                let returns = last_exit.is_some();
                if let (Some(adhesion), Some(exit)) = (adhesion, last_exit) {
                    ended(adhesion, exit);
                }
                if returns || adhesion.is_none() {
                    adhesion = Some(Fact { kind: FactKind::Adhesion, id: decision.id, date: session_on });
                }
                if returns {
                    (written_exit, ruled_exit) = (None, None);
                }
            }
            Ruling::Exited if adhesion.is_none_or(|it| it.date <= session_on) => {
                ruled_exit = Some(Exit::ruled(file, &decision.value));
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
    let exit = written_exit.or(ruled_exit).filter(|exit| on.has_come(exit.on));
    (adhesion.filter(|it| on.has_come(it.date)), exit)
}
