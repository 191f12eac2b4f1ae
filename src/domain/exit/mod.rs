//! The exit calculator: which positive exits of article 2 a file qualifies for on a day, from which
//! day to which, and what keeps the others back (R2-01 to R2-15, A-07 to A-14).
//!
//! It qualifies and never refuses: what does not strictly match goes to the *Comité technique*
//! (R2-09). The day it is read on is the proposed day of the exit: nothing later counts.

mod agency;
mod contracts;
mod days;
mod proof;
mod qualification;
mod stretch;

use chrono::NaiveDate;

pub use days::{Days, Tally};
pub use proof::{Proof, proofs_of};
pub use qualification::{PostTraining, post_training};
pub use stretch::{Stretch, nearest, stretches};

use super::as_of::Day;
use super::codes::{ExitReason, code_list};
use super::dates::{add_months, window_start};
use super::employment::{Employment, ExitWeight};
use super::file::{Current, File};
use super::id::ObjectId;
use super::parameters::{ParameterKey, Parameters};
use super::training::Training;

code_list! {
    /// What is measured, in whole units.
    Measure {
        /// Whole months since the start.
        Months = "months",
        /// Days of the window, each counted once.
        Days = "days",
        /// Weeks of the window with an hour worked.
        Weeks = "weeks",
        /// Minutes worked, on average, in those weeks.
        MeanWeeklyMinutes = "mean_weekly_minutes",
        /// Minutes worked in the window.
        TotalMinutes = "total_minutes",
    }
}

code_list! {
    /// What keeps a criterion from holding by itself.
    Obstacle {
        /// It has not lasted long enough.
        TooShort = "too_short",
        /// Nothing of the kind runs on that day.
        NotRunning = "not_running",
        /// Fewer hours than the least, and no basis recorded.
        HoursWithoutBasis = "hours_without_basis",
        /// The working time does not suit the person.
        HoursDoNotSuit = "hours_do_not_suit",
        /// Too few weeks of agency work.
        TooFewWeeks = "too_few_weeks",
        /// Too few hours on average.
        TooFewHours = "too_few_hours",
        /// Nothing was awarded.
        NotAwarded = "not_awarded",
        /// The support that follows the award still runs.
        SupportRunning = "support_running",
        /// A job was found during that support, and has not lasted six months.
        InWork = "in_work",
        /// A training of a higher level follows.
        HigherTraining = "higher_training",
        /// Kinds of work that do not count by themselves, or not together.
        CaseByCase = "case_by_case",
    }
}

code_list! {
    /// Who validates an exit.
    Route {
        /// The commission.
        Commission = "commission",
        /// The *Comité technique*, before the commission (R2-09).
        TechnicalCommittee = "technical_committee",
    }
}

/// Months looked ahead for the days on which a criterion holds.
const FORESIGHT: u32 = 24;

/// What a criterion gives on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Whether it holds.
    pub holds: bool,
    /// What was measured.
    pub measured: Vec<(Measure, u32)>,
    /// What keeps it from holding.
    pub obstacles: Vec<Obstacle>,
    /// The contracts or trainings that were counted.
    pub rests_on: Vec<ObjectId>,
}

impl Reading {
    fn failing(measured: Vec<(Measure, u32)>, obstacle: Obstacle) -> Self {
        Self { holds: false, measured, obstacles: vec![obstacle], rests_on: Vec::new() }
    }
}

/// One criterion of article 2, read on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Which exit it qualifies.
    pub exit: ExitReason,
    /// What it gives on that day.
    pub reading: Reading,
    /// What it asks for.
    pub required: Vec<(Measure, u32)>,
    /// From when to when it holds: around that day, or the next time, or the last time.
    pub valid: Stretch,
}

impl Criterion {
    /// Who validates it, as it stands.
    pub const fn route(&self) -> Route {
        if self.reading.holds { Route::Commission } else { Route::TechnicalCommittee }
    }
}

/// Every criterion that a file gives something for, on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExitReview {
    /// The proposed day of the exit.
    pub on: NaiveDate,
    /// The nine months that end with it.
    pub window: Days,
    /// P1 to P9, in order; those that nothing in the file bears on are left out.
    pub criteria: Vec<Criterion>,
}

/// The criteria of article 2 for an exit of `file` proposed on `on`.
pub fn review(file: &File, parameters: &Parameters, on: NaiveDate) -> ExitReview {
    let course = Course::of(file, parameters, on);
    let criteria = ExitReason::ALL.iter().copied().filter(|exit| course.bears_on(*exit, on));
    let criteria = criteria.map(|exit| course.criterion(exit, on)).collect();
    ExitReview { on, window: course.window(on), criteria }
}

/// The work and the training of a person, added up day by day, and the thresholds that they are held
/// against.
#[derive(Debug, Clone)]
pub struct Course<'a> {
    /// Periods of work.
    pub employments: &'a [Current<Employment>],
    /// Training courses.
    pub trainings: &'a [Current<Training>],
    /// Thresholds in force.
    pub parameters: &'a Parameters,
    /// The day on which the *Comité technique* validated a case of its own (R2-09).
    validated_on: Option<NaiveDate>,
    /// The days that may matter.
    span: Days,
    /// Days of contracts that may be added up, and that nothing keeps back.
    days_free: Tally,
    /// Minutes of agency assignments.
    agency_minutes: Tally,
}

impl<'a> Course<'a> {
    /// The course of `file`, looked at from `on`.
    pub fn of(file: &'a File, parameters: &'a Parameters, on: NaiveDate) -> Self {
        let (employments, trainings) = (file.employments.as_slice(), file.trainings.as_slice());
        let validated_on = file.special_cases.iter().find_map(|it| it.value.validated_on());
        let span = span(employments, trainings, validated_on, on);
        let of_weight = |counts: fn(ExitWeight) -> bool| {
            employments.iter().map(|it| &it.value).filter(move |it| counts(it.weight()))
        };
        let free = of_weight(contracts::counts_in_days)
            .filter(|it| contracts::bars(it, parameters).is_empty())
            .filter_map(|it| contracts::days_within(it, span));
        let assignments = of_weight(|weight| weight == ExitWeight::Hours)
            .filter_map(|it| Some((it, contracts::days_within(it, span)?)));
        let last = |it: &Employment| it.last_day().unwrap_or(span.to);
        let agency_minutes =
            Tally::of_shares(span, assignments, |it, day| agency::minutes_on(it, last(it), day));
        Self {
            employments,
            trainings,
            parameters,
            validated_on,
            span,
            days_free: Tally::of_days(span, free),
            agency_minutes,
        }
    }
}

/// The days that may matter: from the first event to two years after the last one known or after
/// `on`, by when nothing that is over still counts.
fn span(
    employments: &[Current<Employment>],
    trainings: &[Current<Training>],
    validated_on: Option<NaiveDate>,
    on: NaiveDate,
) -> Days {
    let begins = employments.iter().map(|it| it.value.starts_on);
    let learns = trainings.iter().filter_map(|it| it.value.first_day());
    let ends = employments.iter().map(|it| it.value.last_day().unwrap_or(it.value.starts_on));
    let awards = trainings.iter().filter_map(|it| {
        let it = &it.value;
        it.support_until.or(it.awarded_on).or(it.ends_on)
    });
    let from = begins.chain(learns).chain(validated_on).chain([on]).min().unwrap_or(on);
    let to = ends.chain(awards).chain([on]).max().unwrap_or(on);
    Days { from, to: add_months(to, FORESIGHT) }
}

impl Course<'_> {
    /// The months that are looked back at from `on`, that day included (A-07, V8, V9).
    pub fn window(&self, on: NaiveDate) -> Days {
        Days { from: window_start(on, self.parameters.get(ParameterKey::ExitWindow)), to: on }
    }

    /// Whether the days of a contract may be added up, and nothing keeps them back.
    fn is_free(&self, employment: &Employment) -> bool {
        contracts::counts_in_days(employment.weight())
            && contracts::bars(employment, self.parameters).is_empty()
    }

    /// Whether the criterion of `exit` holds on `on`: [`Course::read`] without its reasons.
    pub fn holds(&self, exit: ExitReason, on: NaiveDate) -> bool {
        match exit {
            ExitReason::FixedTerm => contracts::are_enough(self, on),
            ExitReason::Agency => agency::are_enough(self, on),
            ExitReason::SpecialCase => self.validated_on.is_some_and(|day| day <= on),
            ExitReason::Permanent
            | ExitReason::WorkStudy
            | ExitReason::OwnActivity
            | ExitReason::StateDiploma
            | ExitReason::OtherDiploma
            | ExitReason::Cqp
            | ExitReason::Withdrawal
            | ExitReason::Exclusion
            | ExitReason::Moved
            | ExitReason::Prison
            | ExitReason::Death
            | ExitReason::Health
            | ExitReason::ParentalLeave
            | ExitReason::FamilyCare
            | ExitReason::Reoriented => self.read(exit, on).is_some_and(|it| it.holds),
        }
    }

    /// What the criterion of `exit` gives on `on`; `None` for exits that are not positive.
    pub fn read(&self, exit: ExitReason, on: NaiveDate) -> Option<Reading> {
        Some(match exit {
            ExitReason::Permanent => contracts::lasting(self, ExitWeight::Lasting, on),
            ExitReason::FixedTerm => contracts::added_up(self, on),
            ExitReason::WorkStudy => contracts::lasting(self, ExitWeight::WorkStudy, on),
            ExitReason::Agency => agency::read(self, on),
            ExitReason::OwnActivity => contracts::lasting(self, ExitWeight::Activity, on),
            ExitReason::StateDiploma | ExitReason::OtherDiploma | ExitReason::Cqp => {
                qualification::read(self, exit, on)
            }
            ExitReason::SpecialCase => contracts::case_of_its_own(self, on),
            ExitReason::Withdrawal
            | ExitReason::Exclusion
            | ExitReason::Moved
            | ExitReason::Prison
            | ExitReason::Death
            | ExitReason::Health
            | ExitReason::ParentalLeave
            | ExitReason::FamilyCare
            | ExitReason::Reoriented => return None,
        })
    }

    /// Every stretch of days on which the criterion holds.
    pub fn stretches(&self, exit: ExitReason) -> Vec<Stretch> {
        if exit == ExitReason::SpecialCase {
            let validated = Stretch { first_day: self.validated_on, last_day: None };
            return Vec::from_iter(validated.first_day.map(|_| validated));
        }
        stretches(self.span, |day| self.bears_on(exit, day) && self.holds(exit, day))
    }

    fn criterion(&self, exit: ExitReason, on: NaiveDate) -> Criterion {
        let reading =
            self.read(exit, on).unwrap_or_else(|| Reading::failing(Vec::new(), Obstacle::CaseByCase));
        Criterion { exit, reading, required: self.required(exit), valid: nearest(&self.stretches(exit), on) }
    }

    /// Whether something in the file bears on the criterion; contracts that were broken are added up
    /// and what nothing else qualifies is a case of its own (R2-09).
    fn bears_on(&self, exit: ExitReason, on: NaiveDate) -> bool {
        let any = |of: ExitWeight| self.employments.iter().any(|it| it.value.weight() == of);
        let any_broken = |of: ExitWeight| {
            let is_over = |it: &Employment| it.last_day().is_some_and(|last| last <= on);
            self.employments.iter().any(|it| it.value.weight() == of && is_over(&it.value))
        };
        match exit {
            ExitReason::Permanent => any(ExitWeight::Lasting),
            ExitReason::FixedTerm => {
                any(ExitWeight::Days) || any_broken(ExitWeight::Lasting) || any_broken(ExitWeight::WorkStudy)
            }
            ExitReason::WorkStudy => any(ExitWeight::WorkStudy),
            ExitReason::Agency => any(ExitWeight::Hours),
            ExitReason::OwnActivity => any(ExitWeight::Activity),
            ExitReason::StateDiploma | ExitReason::OtherDiploma | ExitReason::Cqp => {
                self.trainings.iter().any(|it| it.value.certification.is_some_and(|it| it.exit() == exit))
            }
            ExitReason::SpecialCase => {
                let works = |it: &Current<Employment>| {
                    it.value.weight() != ExitWeight::Step && it.value.starts_on <= on
                };
                let qualifies = |exit: &ExitReason| *exit != ExitReason::SpecialCase && self.holds(*exit, on);
                let is_left = || self.employments.iter().any(works) && !ExitReason::ALL.iter().any(qualifies);
                self.validated_on.is_some_and(|day| day <= on) || is_left()
            }
            ExitReason::Withdrawal
            | ExitReason::Exclusion
            | ExitReason::Moved
            | ExitReason::Prison
            | ExitReason::Death
            | ExitReason::Health
            | ExitReason::ParentalLeave
            | ExitReason::FamilyCare
            | ExitReason::Reoriented => false,
        }
    }

    /// The support that a diploma or title is followed by on `on`, whether it still runs or is over:
    /// `None` when a job was found meanwhile, or a training of a higher level begun.
    pub fn post_training(&self, on: impl Day) -> Option<PostTraining<'_>> {
        qualification::followed_by(self, on)
    }

    fn required(&self, exit: ExitReason) -> Vec<(Measure, u32)> {
        let value = |key| self.parameters.get(key);
        match exit {
            ExitReason::Permanent | ExitReason::WorkStudy | ExitReason::OwnActivity => {
                vec![(Measure::Months, value(ParameterKey::ExitMonths))]
            }
            ExitReason::FixedTerm => vec![(Measure::Days, value(ParameterKey::ExitDays))],
            ExitReason::Agency => {
                let (weeks, hours) =
                    (value(ParameterKey::AgencyWeeks), value(ParameterKey::AgencyWeeklyHours));
                vec![(Measure::Weeks, weeks), (Measure::MeanWeeklyMinutes, hours * 60)]
            }
            ExitReason::StateDiploma | ExitReason::OtherDiploma | ExitReason::Cqp => {
                vec![(Measure::Months, value(ParameterKey::PostTraining))]
            }
            ExitReason::SpecialCase
            | ExitReason::Withdrawal
            | ExitReason::Exclusion
            | ExitReason::Moved
            | ExitReason::Prison
            | ExitReason::Death
            | ExitReason::Health
            | ExitReason::ParentalLeave
            | ExitReason::FamilyCare
            | ExitReason::Reoriented => Vec::new(),
        }
    }
}
