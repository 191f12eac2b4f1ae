//! Everything that a finding weighed, and why each thing does or does not start its clock: what
//! `jalon why` shows below the reason. Computed for the one finding that is being explained.

use chrono::NaiveDate;

use super::finding::{AlertCode, Finding};
use crate::domain::codes::{Business, Outcome, Ruling, code_list};
use crate::domain::decision::Decision;
use crate::domain::employment::Employment;
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::file::Current;
use crate::domain::id::ObjectId;
use crate::domain::interview::Interview;
use crate::domain::state::activity::{CarriedOut, proposed_on};
use crate::domain::state::{Fact, FactKind, State};
use crate::domain::step::Step;

code_list! {
    /// What a thing weighs in a finding.
    Weight {
        /// It starts the clock.
        Starts = "starts",
        /// It would, but something later does.
        Earlier = "earlier",
        /// Its date comes after the as-of day.
        Later = "later",
        /// The interview was not held.
        NotHeld = "not_held",
        /// The interview was not face to face.
        NotPhysical = "not_physical",
        /// The interview has no record, no duration, or not both signatures by the as-of day.
        NotJustified = "not_justified",
        /// The interview was changed after it was signed.
        ChangedSinceSigned = "changed_since_signed",
        /// The step was not carried out.
        NotCarriedOut = "not_carried_out",
        /// Nothing says when the step was proposed.
        NotProposed = "not_proposed",
        /// The commission adjourned: nothing was decided.
        Adjourned = "adjourned",
        /// The re-examination came before the time that calls for one.
        TooSoon = "too_soon",
        /// The ruling is on another business, or not of the kind that this clock counts from.
        OtherRuling = "other_ruling",
    }
}

/// One thing that was weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weighed {
    /// What it is.
    pub kind: FactKind,
    /// The thing.
    pub id: ObjectId,
    /// Its day, as the clock reads it; `None` when nothing tells it.
    pub date: Option<NaiveDate>,
    /// What it weighs.
    pub weight: Weight,
}

/// Everything that `finding`, made from this state, weighed: oldest first, what has no date before.
pub fn weighed(state: &State<'_>, finding: &Finding) -> Vec<Weighed> {
    let interviews = || state.file.interviews.iter();
    let steps = || state.file.steps.iter();
    let decisions = || state.period.decisions.iter();
    let mut found: Vec<Weighed> = match finding.code {
        AlertCode::MonthlyInterview | AlertCode::InterviewGap => {
            interviews().map(|it| of_interview(it, state, finding.code)).collect()
        }
        AlertCode::StepGap => steps()
            .map(|it| of_step(it, state, finding.code))
            .chain(state.file.employments.iter().map(|it| of_employment(it, state, finding.code)))
            .collect(),
        AlertCode::ExitDue | AlertCode::ExitWindow => {
            state.file.employments.iter().map(|it| of_employment(it, state, finding.code)).collect()
        }
        AlertCode::OutOfPathway => interviews()
            .map(|it| of_interview(it, state, finding.code))
            .chain(steps().map(|it| of_step(it, state, finding.code)))
            .collect(),
        AlertCode::PathwayReview
        | AlertCode::ReviewDate
        | AlertCode::ReinforcedDiagnosis
        | AlertCode::SuspensionEnd => decisions().map(|it| of_decision(it, finding)).collect(),
        AlertCode::InterviewRecord
        | AlertCode::Deed
        | AlertCode::Prescriber
        | AlertCode::PostTraining
        | AlertCode::Objectives
        | AlertCode::PartnerReview
        | AlertCode::Ending
        | AlertCode::Documents
        | AlertCode::Esf
        | AlertCode::Destination => Vec::new(),
        AlertCode::Cv => state.file.evidence.iter().filter_map(of_cv).collect(),
    };
    found.extend(starts(state, finding.code).map(|fact| Weighed {
        kind: fact.kind,
        id: fact.id,
        date: Some(fact.date),
        weight: Weight::Earlier,
    }));
    let start = finding.starts_with;
    let is_start = |it: &Weighed| (it.kind, it.id, it.date) == (start.kind, start.id, Some(start.date));
    match found.iter_mut().find(|it| is_start(it)) {
        Some(it) => it.weight = Weight::Starts,
        None => {
            let (kind, id, date) = (start.kind, start.id, Some(start.date));
            found.push(Weighed { kind, id, date, weight: Weight::Starts });
        }
    }
    found.sort_by_key(|it| it.date);
    found
}

/// The adhesion and the end of the last suspension, where the clock may start with them.
fn starts(state: &State<'_>, code: AlertCode) -> impl Iterator<Item = Fact> {
    let (adhesion, suspension_end) = match code {
        AlertCode::MonthlyInterview
        | AlertCode::InterviewGap
        | AlertCode::StepGap
        | AlertCode::OutOfPathway => (state.period.adhesion, state.last_suspension_end()),
        AlertCode::PathwayReview => (state.period.adhesion, None),
        AlertCode::ReviewDate
        | AlertCode::ReinforcedDiagnosis
        | AlertCode::SuspensionEnd
        | AlertCode::InterviewRecord
        | AlertCode::Deed
        | AlertCode::Prescriber
        | AlertCode::ExitDue
        | AlertCode::ExitWindow
        | AlertCode::PostTraining
        | AlertCode::Objectives
        | AlertCode::PartnerReview
        | AlertCode::Ending
        | AlertCode::Documents
        | AlertCode::Esf
        | AlertCode::Destination => (None, None),
        AlertCode::Cv => (state.period.adhesion, None),
    };
    adhesion.into_iter().chain(suspension_end)
}

/// A CV that is there; what is later than the one that starts the clock is refused, or still to come.
fn of_cv(it: &Current<Evidence>) -> Option<Weighed> {
    let is_there = it.value.kind == EvidenceKind::Cv && it.value.refused_because.is_none();
    let date = it.value.received_on.and(it.value.dated_on.or(it.value.received_on));
    is_there.then_some(Weighed { kind: FactKind::Evidence, id: it.id, date, weight: Weight::Earlier })
}

fn of_interview(it: &Current<Interview>, state: &State<'_>, code: AlertCode) -> Weighed {
    let interview = &it.value;
    let is_physical = interview.modality.is_some_and(|modality| modality.is_physical());
    let weight = if interview.date > state.on() {
        Weight::Later
    } else if interview.outcome != Outcome::Held {
        Weight::NotHeld
    } else if code == AlertCode::MonthlyInterview && !is_physical {
        Weight::NotPhysical
    } else if code == AlertCode::OutOfPathway && state.file.is_changed_since_signed(it.id) {
        Weight::ChangedSinceSigned
    } else if code == AlertCode::OutOfPathway && !state.is_justified(it) {
        Weight::NotJustified
    } else {
        Weight::Earlier
    };
    Weighed { kind: FactKind::Interview, id: it.id, date: Some(interview.date), weight }
}

fn of_step(it: &Current<Step>, state: &State<'_>, code: AlertCode) -> Weighed {
    let step = &it.value;
    let is_proposal = code == AlertCode::OutOfPathway;
    let (date, missing) = if is_proposal {
        (proposed_on(step), Weight::NotProposed)
    } else {
        let days = CarriedOut::of(step);
        (days.map(|it| it.last_day_by(state.on()).unwrap_or(it.from)), Weight::NotCarriedOut)
    };
    let weight = match date {
        None => missing,
        Some(date) if date > state.on() => Weight::Later,
        Some(_) => Weight::Earlier,
    };
    Weighed { kind: FactKind::Step, id: it.id, date, weight }
}

/// A period of work: its last day by the as-of day for the clock of steps, its first day otherwise.
fn of_employment(it: &Current<Employment>, state: &State<'_>, code: AlertCode) -> Weighed {
    let employment = &it.value;
    let date = if code == AlertCode::StepGap {
        CarriedOut::of_employment(employment).last_day_by(state.on()).unwrap_or(employment.starts_on)
    } else {
        employment.starts_on
    };
    let weight = if date > state.on() { Weight::Later } else { Weight::Earlier };
    Weighed { kind: FactKind::Employment, id: it.id, date: Some(date), weight }
}

fn of_decision(it: &Current<Decision>, finding: &Finding) -> Weighed {
    let decision = &it.value;
    let is_read = match finding.code {
        AlertCode::PathwayReview => decision.business == Business::Review,
        AlertCode::ReinforcedDiagnosis => decision.business == Business::Entry,
        AlertCode::ReviewDate => decision.review_on.is_some(),
        AlertCode::SuspensionEnd => decision.ruling == Ruling::Suspended,
        AlertCode::MonthlyInterview
        | AlertCode::InterviewGap
        | AlertCode::StepGap
        | AlertCode::OutOfPathway
        | AlertCode::InterviewRecord
        | AlertCode::Deed
        | AlertCode::Prescriber
        | AlertCode::ExitDue
        | AlertCode::ExitWindow
        | AlertCode::PostTraining
        | AlertCode::Objectives
        | AlertCode::PartnerReview
        | AlertCode::Ending
        | AlertCode::Cv
        | AlertCode::Documents
        | AlertCode::Esf
        | AlertCode::Destination => false,
    };
    let weight = if decision.ruling == Ruling::Adjourned {
        Weight::Adjourned
    } else if !is_read {
        Weight::OtherRuling
    } else if decision.session_on > finding.since() {
        Weight::TooSoon
    } else {
        Weight::Earlier
    };
    Weighed { kind: FactKind::Decision, id: it.id, date: Some(decision.session_on), weight }
}
