//! What the commission asks to see, and where each of it stands: on the way in, the conditions and
//! criteria; on the way out, the matrix of proofs of each reason (R2-15, R7-19, R7-20, R7-24).
//!
//! Nothing here decides: an incomplete file is adjourned by people (R7-25).

use chrono::NaiveDate;

use super::{Claim, Evidence, EvidenceKind};
use crate::domain::codes::{ExitReason, code_list};
use crate::domain::dates::{add_months, is_more_than_months_ago};
use crate::domain::exit::{self, Proof, proofs_of};
use crate::domain::file::{Current, File};
use crate::domain::id::ObjectId;
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::state::State;

/// Before which business of the commission documents are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// The entry.
    Entry,
    /// An exit, for this reason.
    Exit(ExitReason),
}

/// What has to be proved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A condition, criterion or priority of the entry.
    Claim(Claim),
    /// A document of the matrix of exits.
    Proof(Proof),
}

impl Wanted {
    /// The documents that answer it, any of them.
    pub const fn documents(self) -> &'static [EvidenceKind] {
        match self {
            Self::Claim(claim) => claim.documents(),
            Self::Proof(proof) => proof.documents(),
        }
    }
}

/// The first and last day of a period that a document has to be about; an end that is not known
/// stays open.
pub type Period = (NaiveDate, Option<NaiveDate>);

code_list! {
    /// Why a document does not do yet.
    Lack {
        /// There is none.
        Missing = "missing",
        /// It was refused.
        Refused = "refused",
        /// It is no longer valid.
        Expired = "expired",
        /// It is older than the commission accepts.
        TooOld = "too_old",
        /// It may be too old: it has no date.
        Undated = "undated",
        /// It stops before the end of the time asked for.
        TooShort = "too_short",
        /// It is asked for, and not received.
        Awaited = "awaited",
        /// Nobody checked it.
        Unchecked = "unchecked",
    }
}

/// Where a demand stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// This document, received and checked, answers it.
    Met(ObjectId),
    /// None does; the one that comes nearest, if there is one, and what it lacks.
    Lacking(Lack, Option<ObjectId>),
}

impl Standing {
    /// Whether a document is there that nothing is said against, even if nobody checked it yet.
    pub const fn is_present(self) -> bool {
        matches!(self, Self::Met(_) | Self::Lacking(Lack::Unchecked, _))
    }
}

/// Something that the commission asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demand {
    /// What has to be proved.
    pub wanted: Wanted,
    /// Of which period, where there may be several.
    pub period: Option<Period>,
    /// Where it stands.
    pub standing: Standing,
}

/// Everything that is asked of `file` at `gate`, for a decision of `on`.
pub fn demands(file: &File, gate: Gate, on: NaiveDate, parameters: &Parameters) -> Vec<Demand> {
    let books = Books { file, on, parameters };
    match gate {
        Gate::Entry => books.entry(),
        Gate::Exit(reason) => books.exit(reason),
    }
}

/// What of it no document answers yet.
pub fn missing(file: &File, gate: Gate, on: NaiveDate, parameters: &Parameters) -> Vec<Demand> {
    let mut demands = demands(file, gate, on, parameters);
    demands.retain(|it| !matches!(it.standing, Standing::Met(_)));
    demands
}

/// The business that comes next for a file: its entry while it has not entered, then each positive
/// exit whose criterion holds on that day. None once it is over.
pub fn gates_ahead(file: &File, on: NaiveDate, parameters: &Parameters) -> Vec<Gate> {
    let state = State::of(file, on);
    if state.period.exited_on.is_some() {
        Vec::new()
    } else if state.period.adhesion.is_none() {
        vec![Gate::Entry]
    } else {
        let review = exit::review(file, parameters, on);
        review.criteria.iter().filter(|it| it.reading.holds).map(|it| Gate::Exit(it.exit)).collect()
    }
}

/// The first thing asked for next that no document is there for.
pub fn next_asked(file: &File, on: NaiveDate, parameters: &Parameters) -> Option<Demand> {
    let asked =
        gates_ahead(file, on, parameters).into_iter().flat_map(|it| missing(file, it, on, parameters));
    asked.into_iter().find(|it| matches!(it.standing, Standing::Lacking(Lack::Missing, _)))
}

/// The documents of a file, held against what is asked on a day.
struct Books<'a> {
    file: &'a File,
    on: NaiveDate,
    parameters: &'a Parameters,
}

impl Books<'_> {
    fn entry(&self) -> Vec<Demand> {
        let mut claims = vec![Claim::Identity, Claim::Residence];
        if let Some(enrolment) = self.file.enrolments.last().map(|it| &it.value) {
            claims.extend(enrolment.criteria.iter().map(|it| Claim::of_criterion(*it)));
            claims.extend(enrolment.priorities.iter().filter_map(|it| Claim::of_priority(*it)));
        }
        claims.into_iter().map(|claim| self.claim(claim)).collect()
    }

    fn claim(&self, claim: Claim) -> Demand {
        let oldest = claim.oldest().map(|key| self.parameters.get(key));
        let standing = self.best(|it| it.supports(claim), |it| self.lack_of_age(it, oldest));
        Demand { wanted: Wanted::Claim(claim), period: None, standing }
    }

    /// The matrix of §7.4, for each period of work that the exit rests on.
    fn exit(&self, reason: ExitReason) -> Vec<Demand> {
        let periods = self.periods(reason);
        let asked = proofs_of(reason).iter().flat_map(|proof| {
            let periods = if proof.is_of_each_period() { periods.as_slice() } else { &[] };
            let each = periods.iter().map(|period| (*proof, Some(*period)));
            each.chain(periods.is_empty().then_some((*proof, None)))
        });
        asked.map(|(proof, period)| self.proof(proof, reason, period, periods.len())).collect()
    }

    fn proof(&self, proof: Proof, reason: ExitReason, period: Option<Period>, among: usize) -> Demand {
        let until = period.filter(|_| proof == Proof::PaySlips).map(|it| self.slips_until(reason, it));
        let answers = |it: &Evidence| {
            proof.documents().contains(&it.kind) && period.is_none_or(|period| is_of(it, period, among))
        };
        let standing = self.best(answers, |it| {
            let is_short = until.zip(it.covers_to).is_some_and(|(until, to)| to < until);
            is_short.then_some(Lack::TooShort)
        });
        Demand { wanted: Wanted::Proof(proof), period, standing }
    }

    /// The periods of work that the exit rests on; of a criterion that does not hold, none.
    fn periods(&self, reason: ExitReason) -> Vec<Period> {
        let review = exit::review(self.file, self.parameters, self.on);
        let Some(criterion) = review.criteria.iter().find(|it| it.exit == reason) else { return Vec::new() };
        let counted = self.file.employments.iter().filter(|it| criterion.reading.rests_on.contains(&it.id));
        counted.map(|it| (it.value.starts_on, it.value.last_day())).collect()
    }

    /// The day that pay slips must reach: the sixth month of a lasting contract, else the end of the
    /// contract or, while it runs, the month before the exit, for slips come at the end of the month.
    fn slips_until(&self, reason: ExitReason, (from, to): Period) -> NaiveDate {
        let months = self.parameters.get(ParameterKey::ExitMonths);
        let last_slip = self.on.checked_sub_months(chrono::Months::new(1)).unwrap_or(self.on);
        let running = to.filter(|to| *to <= self.on).unwrap_or(last_slip);
        match reason {
            ExitReason::Permanent => {
                add_months(from, months).pred_opt().unwrap_or(from).min(running.max(from))
            }
            _ => running.max(from),
        }
    }

    fn lack_of_age(&self, it: &Evidence, oldest_months: Option<u32>) -> Option<Lack> {
        let oldest = oldest_months?;
        match it.dated_on {
            // What says how long it is valid needs no other date.
            None if it.valid_until.is_some() => None,
            None => Some(Lack::Undated),
            Some(date) => is_more_than_months_ago(date, oldest, self.on).then_some(Lack::TooOld),
        }
    }

    /// The document that comes nearest: what it lacks ranks as in [`Lack`], a later date first.
    fn best(
        &self,
        answers: impl Fn(&Evidence) -> bool,
        lack: impl Fn(&Evidence) -> Option<Lack>,
    ) -> Standing {
        let judged = |it: &Current<Evidence>| {
            let unchecked = it.value.checked_on.is_none().then_some(Lack::Unchecked);
            (self.fault(&it.value).or_else(|| lack(&it.value)).or(unchecked), it.id)
        };
        let answering = self.file.evidence.iter().filter(|it| answers(&it.value)).map(judged);
        // A document without fault is nearer than any other; the last of equals is the latest.
        let nearest = answering.max_by_key(|(lack, _)| lack.map_or((true, None), |lack| (false, Some(lack))));
        match nearest {
            Some((None, id)) => Standing::Met(id),
            Some((Some(lack), id)) => Standing::Lacking(lack, Some(id)),
            None => Standing::Lacking(Lack::Missing, None),
        }
    }

    /// What is wrong with a document whatever is asked.
    fn fault(&self, it: &Evidence) -> Option<Lack> {
        if it.refused_because.is_some() {
            Some(Lack::Refused)
        } else if it.valid_until.is_some_and(|last| last < self.on) {
            Some(Lack::Expired)
        } else if it.received_on.is_none_or(|day| day > self.on) {
            Some(Lack::Awaited)
        } else {
            None
        }
    }
}

/// Whether a document is about a period of work. One that does not say its period is about the only
/// one, or about that which its date falls in.
fn is_of(it: &Evidence, (from, to): Period, among: usize) -> bool {
    let (first, last) = (it.covers_from.or(it.covers_to), it.covers_to.or(it.covers_from));
    match first.zip(last).or(it.dated_on.filter(|_| among > 1).map(|day| (day, day))) {
        Some((first, last)) => last >= from && to.is_none_or(|to| first <= to),
        None => among == 1,
    }
}
