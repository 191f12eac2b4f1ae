//! Jobs, activities and diplomas of an invented person.

use chrono::NaiveDate;

use super::calendar::{back, open_until};
use super::chronicle::Chronicle;
use super::phrases;
use crate::domain::body::Body;
use crate::domain::codes::{ExitReason, Purpose, StepCategory};
use crate::domain::dates::{add_days, sub_days};
use crate::domain::employment::{ContractKind, Employment};
use crate::domain::training::{Certification, Training};

/// Weekly hours, in minutes, and how frequent they are: part time has its basis.
const WEEKLY_MINUTES: &[(u32, u32)] = &[(35 * 60, 60), (30 * 60, 20), (24 * 60, 12), (20 * 60, 8)];

/// Least weekly hours without a basis, in minutes (R2-08).
const LEAST_MINUTES: u32 = 24 * 60;

impl Chronicle {
    /// What an exit comes from, or will: a job, an activity, a diploma.
    pub fn settle(&mut self, reason: ExitReason, start: NaiveDate, until: Option<NaiveDate>) {
        let kind = match reason {
            ExitReason::StateDiploma => return self.validate(Certification::State, start, until),
            ExitReason::OtherDiploma => return self.validate(Certification::Private, start, until),
            ExitReason::Cqp => return self.validate(Certification::Branch, start, until),
            ExitReason::FixedTerm => ContractKind::FixedTerm,
            ExitReason::WorkStudy => ContractKind::Apprenticeship,
            ExitReason::Agency => ContractKind::Agency,
            ExitReason::OwnActivity => ContractKind::OwnActivity,
            ExitReason::SpecialCase => ContractKind::NonMarketSubsidised,
            ExitReason::Permanent
            | ExitReason::Withdrawal
            | ExitReason::Exclusion
            | ExitReason::Moved
            | ExitReason::Prison
            | ExitReason::Death
            | ExitReason::Health
            | ExitReason::ParentalLeave
            | ExitReason::FamilyCare
            | ExitReason::Reoriented => ContractKind::Permanent,
        };
        let (_, employer) = phrases::outcome(&mut self.dice, reason);
        let weekly_minutes = self.dice.weighted(WEEKLY_MINUTES);
        let job = Employment {
            employer: Some(employer.to_owned()),
            weekly_minutes: Some(weekly_minutes),
            short_hours_basis: (weekly_minutes < LEAST_MINUTES).then(|| "Accord de branche".to_owned()),
            suits_person: Some(true),
            ended_on: until,
            ..Employment::new(kind, start)
        };
        let object = self.new_thing();
        let written_on = until.unwrap_or(start).min(self.yesterday());
        self.write(object, written_on, Body::Employment(job));
    }

    /// A diploma or a title: the training as a step, then what it was validated by.
    fn validate(&mut self, certification: Certification, start: NaiveDate, until: Option<NaiveDate>) {
        let awarded_on = until.unwrap_or_else(|| self.yesterday());
        self.take_step(StepCategory::Training, (start, awarded_on), start);
        let (title, provider) = phrases::outcome(&mut self.dice, ExitReason::StateDiploma);
        let training = Training {
            starts_on: Some(start),
            ends_on: Some(awarded_on),
            provider: Some(provider.to_owned()),
            certification: Some(certification),
            awarded_on: Some(awarded_on),
            level: Some(3),
            ..Training::new(title)
        };
        let object = self.new_thing();
        self.write(object, awarded_on.min(self.yesterday()), Body::Training(training));
    }

    /// In a lasting job for more than six months: the exit is to be proposed (AL-12).
    pub fn be_qualified(&mut self, from: NaiveDate) {
        let hired_on = open_until(sub_days(back(self.today, 6), self.dice.between(3, 20)));
        self.work_since(ExitReason::Permanent, from, (hired_on, None));
    }

    /// Fixed terms that no longer count since a few days: the exit was not proposed (AL-13).
    pub fn miss_the_exit(&mut self, from: NaiveDate) {
        let ended_on = sub_days(back(self.today, 3), self.dice.between(5, 12));
        let hired_on = sub_days(ended_on, 183);
        self.work_since(ExitReason::FixedTerm, from, (hired_on, Some(ended_on)));
        self.walk(ended_on, self.today);
    }

    /// A title for more than six months, and no job since (AL-14).
    pub fn be_past_training(&mut self, from: NaiveDate) {
        let awarded_on = open_until(sub_days(back(self.today, 6), self.dice.between(3, 20)));
        let start = sub_days(awarded_on, 70);
        self.follow(from, self.today, Purpose::FollowUp);
        self.walk(from, sub_days(start, 1));
        self.settle(ExitReason::StateDiploma, start, Some(awarded_on));
        self.walk(add_days(awarded_on, 10), self.today);
    }

    fn work_since(
        &mut self,
        reason: ExitReason,
        from: NaiveDate,
        (hired_on, until): (NaiveDate, Option<NaiveDate>),
    ) {
        self.follow(from, sub_days(hired_on, 1), Purpose::FollowUp);
        self.walk(from, sub_days(hired_on, 1));
        self.settle(reason, hired_on, until);
        self.follow(add_days(hired_on, 5), self.today, Purpose::InWork);
    }
}
