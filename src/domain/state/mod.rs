//! A file as it stood on a date: what was known to have happened by then, and nothing later.
//!
//! Decisions, interviews, signatures and steps dated after that day are ignored, so that "who will
//! be overdue on 12 March" and "who was overdue on 31 December" are the same computation. Nothing
//! here judges: thresholds are applied in [`super::rules`]. Lists of a [`File`] are sorted by date,
//! which every look-up here relies on.

pub mod activity;
pub mod period;
pub mod suspension;

use chrono::NaiveDate;

use super::as_of::{AsOf, Day as _, Span};
use super::codes::{Business, PathwayState, Ruling, StepCategory, code_list};
use super::dates::{add_days, add_months, months_between};
use super::decision::Decision;
use super::file::{Current, File};
use super::id::ObjectId;
use super::interview::Interview;
use super::parameters::{ParameterKey, Parameters};
use super::training::Training;
use period::Period;
use suspension::Suspension;

code_list! {
    /// What kind of dated fact starts a clock or is weighed.
    FactKind {
        /// Adhesion: the period of adhesion, or the ruling that admitted the person.
        Adhesion = "adhesion",
        /// The day on which the file of somebody who adhered already was begun in Jalon.
        Takeover = "takeover",
        /// The day after a suspension: the ruling that suspended.
        SuspensionEnd = "suspension_end",
        /// An interview.
        Interview = "interview",
        /// A step: its last day, or the day on which it was proposed.
        Step = "step",
        /// A ruling of the commission: its session.
        Decision = "decision",
        /// A period of work: its first day, or the last one that counts as a step.
        Employment = "employment",
        /// A training: the day of the award.
        Training = "training",
        /// A document: the date that it bears.
        Evidence = "evidence",
        /// The exit: the day of the fact.
        Exit = "exit",
        /// A file submitted to the commission: the session aimed at.
        Submission = "submission",
    }
}

/// One dated fact of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fact {
    /// What it is.
    pub kind: FactKind,
    /// The thing that says so.
    pub id: ObjectId,
    /// Its day.
    pub date: NaiveDate,
}

impl Fact {
    /// The first day of a file.
    pub const fn takeover(file: &File) -> Self {
        Self { kind: FactKind::Takeover, id: file.person.id, date: file.begun_on }
    }

    /// An interview, on its day.
    pub const fn interview(it: &Current<Interview>) -> Self {
        Self { kind: FactKind::Interview, id: it.id, date: it.value.date }
    }

    /// A ruling, on the day of its session.
    pub const fn decision(it: &Current<Decision>) -> Self {
        Self { kind: FactKind::Decision, id: it.id, date: it.value.session_on }
    }
}

/// A file as it stood at the end of a day.
#[derive(Debug, Clone)]
pub struct State<'a> {
    /// The file.
    pub file: &'a File,
    /// The as-of day, included.
    on: AsOf,
    /// The current period of adhesion.
    pub period: Period<'a>,
    /// Suspensions of that period, in order, never overlapping.
    pub suspensions: Vec<Suspension>,
}

impl<'a> State<'a> {
    /// The file as it stood at the end of `on`.
    pub fn of(file: &'a File, on: NaiveDate) -> Self {
        let on = AsOf::new(on);
        let period = Period::current(file, &on);
        let suspensions = suspension::suspensions(period.rulings());
        Self { file, on, period, suspensions }
    }

    /// The as-of day.
    pub fn on(&self) -> NaiveDate {
        self.on.day()
    }

    /// As [`State::on`], for who asks what has come by then.
    pub const fn as_of(&self) -> &AsOf {
        &self.on
    }

    /// The days on which everything that was asked of this state so far is the same, as long as
    /// nothing is written.
    pub const fn same_on(&self) -> Span {
        self.on.same_on()
    }

    /// Where the person stands in the pathway (domain.md §5.18).
    pub fn pathway(&self) -> PathwayState {
        if self.period.exited_on.is_some() {
            PathwayState::Exited
        } else if self.period.adhesion.is_none() {
            match self.last_entry_ruling().map(|it| it.value.ruling) {
                Some(Ruling::Refused) => PathwayState::Refused,
                Some(
                    Ruling::Admitted
                    | Ruling::ReinforcedDiagnosis
                    | Ruling::Adjourned
                    | Ruling::Suspended
                    | Ruling::Resumed
                    | Ruling::Continued
                    | Ruling::Exited
                    | Ruling::ExitRefused,
                )
                | None => PathwayState::Candidate,
            }
        } else if self.is_suspended() {
            PathwayState::Suspended
        } else if self.is_in_work() {
            PathwayState::InWork
        } else if self.is_after_training() {
            PathwayState::PostTraining
        } else {
            PathwayState::InPathway
        }
    }

    /// Whether the person is in the *file active* (D-4): adhering and not gone; suspended people are.
    pub fn is_in_file_active(&self) -> bool {
        self.period.adhesion.is_some() && self.period.exited_on.is_none()
    }

    /// Whether a suspension covers the as-of day.
    pub fn is_suspended(&self) -> bool {
        self.suspensions.last().is_some_and(|it| it.covers(&self.on))
    }

    /// Whether the clocks that a suspension stops are running.
    pub fn is_followed(&self) -> bool {
        self.is_in_file_active() && !self.is_suspended()
    }

    fn is_in_work(&self) -> bool {
        let mut steps = self.file.steps.iter().filter(|it| it.value.category == StepCategory::Employment);
        steps.any(|it| activity::CarriedOut::of(&it.value).is_some_and(|days| days.cover(&self.on)))
            || self.file.employments.iter().any(|it| it.value.is_job() && it.value.is_running_on(&self.on))
    }

    /// Whether the last diploma or title of the period is followed by nothing yet: neither a training
    /// of a higher level, nor a ruling that goes on with the pathway (R2-11).
    fn is_after_training(&self) -> bool {
        let since = self.enrolled_on().unwrap_or(NaiveDate::MIN);
        let awarded = |it: &Current<Training>| {
            let on = it.value.awarded_on.filter(|on| since <= *on && self.on.has_come(*on))?;
            it.value.certification.map(|_| (on, it.value.level))
        };
        let last = self.file.trainings.iter().filter_map(awarded).max_by_key(|(on, _)| *on);
        let Some((awarded_on, level)) = last else { return false };
        let is_later = |day: NaiveDate| awarded_on < day && self.on.has_come(day);
        let goes_higher = |it: &Current<Training>| {
            it.value.level > level && level.is_some() && it.value.starts_on.is_some_and(is_later)
        };
        !self.file.trainings.iter().any(goes_higher)
            && !self.period.rulings().any(|it| awarded_on < it.value.session_on)
    }

    /// Day of adhesion of the current period (D-3, A-01).
    pub fn enrolled_on(&self) -> Option<NaiveDate> {
        self.period.adhesion.map(|it| it.date)
    }

    /// Whole months from the adhesion to the as-of day or to the exit; suspensions count.
    pub fn months_in_pathway(&self) -> Option<u32> {
        let until = self.period.exited_on.unwrap_or(self.on());
        self.enrolled_on().map(|enrolled_on| months_between(enrolled_on, until))
    }

    /// The last ruling that decided anything: an adjournment decides nothing (R7-25).
    pub fn last_ruling(&self) -> Option<&'a Current<Decision>> {
        self.period.rulings().next_back()
    }

    /// The last ruling on entry.
    pub fn last_entry_ruling(&self) -> Option<&'a Current<Decision>> {
        self.period.rulings().rev().find(|it| it.value.business == Business::Entry)
    }

    /// The day after the last suspension that is over.
    pub fn last_suspension_end(&self) -> Option<Fact> {
        let last = self.suspensions.iter().rev().find(|it| it.is_over(&self.on))?;
        let date = add_days(last.until?, 1);
        Some(Fact { kind: FactKind::SuspensionEnd, id: last.ruling, date })
    }

    /// What starts a clock that suspensions stop: the latest of the last event, the end of the last
    /// suspension and the adhesion (A-02, V29, V32). On the same day the event is named first, and the
    /// adhesion before a suspension of an earlier time.
    pub fn clock_start(&self, last_event: Option<Fact>) -> Option<Fact> {
        let adhesion = self.period.adhesion?;
        let facts = [self.last_suspension_end(), Some(adhesion), last_event];
        facts.into_iter().flatten().max_by_key(|it| it.date)
    }

    /// The day by which the next physical interview is to be planned (A-20, V7): an interval after
    /// the last one, or after what starts the clock. `None` for people who are not followed.
    pub fn physical_interview_due_by(&self, parameters: &Parameters) -> Option<NaiveDate> {
        let last = self.last_physical_interview().map(Fact::interview);
        let start = self.clock_start(last).filter(|_| self.is_followed())?;
        Some(add_months(start.date, parameters.get(ParameterKey::MonthlyInterval)))
    }
}
