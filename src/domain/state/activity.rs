//! What a person did by a day: interviews (D-6), steps (D-7), actions proposed (D-8).

use chrono::NaiveDate;

use super::{Fact, FactKind, State};
use crate::domain::as_of::Day;
use crate::domain::codes::{Outcome, StepStatus};
use crate::domain::employment::Employment;
use crate::domain::file::Current;
use crate::domain::id::ObjectId;
use crate::domain::interview::Interview;
use crate::domain::step::Step;

/// The days on which a step was carried out, as far as its dates tell (D-7, A-06).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CarriedOut {
    /// First day.
    pub from: NaiveDate,
    /// Last day, included; `None` while it runs without a planned end.
    pub until: Option<NaiveDate>,
}

impl CarriedOut {
    /// The days of a step that runs, is done, or was started and abandoned; `None` for one that was
    /// only planned, or whose dates do not say when it took place. A step that is over but has no
    /// last day counts on its first.
    pub fn of(step: &Step) -> Option<Self> {
        match step.status {
            StepStatus::Running => match (step.starts_on, step.ends_on) {
                (Some(from), until) => Some(Self { from, until: until.map(|until| until.max(from)) }),
                (None, Some(last)) => Some(Self { from: last, until: Some(last) }),
                (None, None) => None,
            },
            StepStatus::Done => {
                let from = step.starts_on.or(step.ends_on)?;
                Some(Self { from, until: Some(step.ends_on.unwrap_or(from).max(from)) })
            }
            StepStatus::Abandoned => {
                let from = step.starts_on?;
                Some(Self { from, until: Some(step.ends_on.unwrap_or(from).max(from)) })
            }
            StepStatus::Considered
            | StepStatus::Proposed
            | StepStatus::Declined
            | StepStatus::Accepted
            | StepStatus::Waiting
            | StepStatus::Cancelled => None,
        }
    }

    /// The days of a period of work: it is followed as a step, whatever its kind.
    pub fn of_employment(employment: &Employment) -> Self {
        let from = employment.starts_on;
        Self { from, until: employment.last_day().map(|last| last.max(from)) }
    }

    /// Whether the step is carried out on `day`.
    pub fn cover(self, day: impl Day) -> bool {
        day.has_come(self.from) && !self.until.is_some_and(|until| day.is_past(until))
    }

    /// The last day carried out by `day`: `day` itself while the step runs.
    pub fn last_day_by(self, day: impl Day) -> Option<NaiveDate> {
        let last = || self.until.filter(|until| day.has_come(*until)).unwrap_or(day.day());
        day.has_come(self.from).then(last)
    }
}

/// The day on which an action was proposed (D-8): the proposal itself, whatever the answer, or the
/// first day of a step that was carried out.
pub fn proposed_on(step: &Step) -> Option<NaiveDate> {
    step.proposed_on.or_else(|| CarriedOut::of(step).and(step.starts_on))
}

impl<'a> State<'a> {
    /// Interviews and appointments dated by the as-of day, the latest first.
    pub fn interviews(&self) -> impl Iterator<Item = &'a Current<Interview>> + use<'a> {
        let known = self.file.interviews.partition_point(|it| self.on.has_come(it.value.date));
        self.file.interviews[..known].iter().rev()
    }

    /// Interviews held by the as-of day, the latest first. The day is asked about nothing else: an
    /// appointment to come changes no clock when its day comes.
    fn held(&self) -> impl Iterator<Item = &'a Current<Interview>> {
        self.file.interviews.iter().rev().filter(|it| it.value.is_held_by(&self.on))
    }

    /// The last interview held, whatever its modality (D-6, A-22).
    pub fn last_interview(&self) -> Option<&'a Current<Interview>> {
        self.held().next()
    }

    /// The last interview held face to face (D-6).
    pub fn last_physical_interview(&self) -> Option<&'a Current<Interview>> {
        self.held().find(|it| it.value.is_physical_by(&self.on))
    }

    /// The last interview with its record, its duration and both signatures, unchanged since they
    /// were given (D-6).
    pub fn last_justified_interview(&self) -> Option<&'a Current<Interview>> {
        self.held().find(|it| self.is_justified(it))
    }

    /// Whether an interview of the file is justified by the as-of day (D-6, R9.3.6-03).
    pub fn is_justified(&self, it: &Current<Interview>) -> bool {
        it.value.is_complete_by(&self.on) && !self.file.is_changed_since_signed(it.id)
    }

    /// The next appointment, today's included.
    pub fn next_appointment(&self) -> Option<&'a Current<Interview>> {
        let past = self.file.interviews.partition_point(|it| self.on.is_past(it.value.date));
        self.file.interviews[past..].iter().find(|it| it.value.outcome == Outcome::Planned)
    }

    /// Days of steps that were carried out and of jobs, each with what it is.
    fn carried_out(&self) -> impl Iterator<Item = (FactKind, ObjectId, CarriedOut)> + use<'a> {
        let steps = self.file.steps.iter();
        let steps = steps.filter_map(|it| Some((FactKind::Step, it.id, CarriedOut::of(&it.value)?)));
        let jobs = self.file.employments.iter();
        let jobs = jobs.map(|it| (FactKind::Employment, it.id, CarriedOut::of_employment(&it.value)));
        jobs.chain(steps)
    }

    /// Whether a step is carried out on the as-of day, or a job held.
    pub fn is_in_step(&self) -> bool {
        self.carried_out().any(|(_, _, days)| days.cover(&self.on))
    }

    /// The last day on which a step was carried out, or a job held (D-7, A-06): the as-of day while one
    /// runs, so that what is to be kept asks [`State::is_in_step`] first.
    pub fn last_step(&self) -> Option<Fact> {
        let last = self
            .carried_out()
            .filter_map(|(kind, id, days)| days.last_day_by(&self.on).map(|date| Fact { kind, id, date }));
        last.max_by_key(|it| it.date)
    }

    /// The last action proposed (D-8).
    pub fn last_proposal(&self) -> Option<Fact> {
        let day = |it: &Current<Step>| {
            let date = proposed_on(&it.value).filter(|date| self.on.has_come(*date))?;
            Some(Fact { kind: FactKind::Step, id: it.id, date })
        };
        self.file.steps.iter().filter_map(day).max_by_key(|it| it.date)
    }
}
