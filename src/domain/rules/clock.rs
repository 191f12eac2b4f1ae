//! A clock: what one rule watches in one file, from what started it to the day it strikes.
//!
//! A clock does not know what day it is: it is made once of a file, and read on any day. It stays
//! what it is on all the days of the state it was made from ([`State::same_on`]), which is why the
//! rules ask the state about days and never compare any themselves.
//!
//! [`State::same_on`]: crate::domain::state::State::same_on

use chrono::NaiveDate;

use super::finding::{AlertCode, Cause, Clearing, Finding, Severity, Status};
use crate::domain::id::PersonId;
use crate::domain::parameters::Parameters;
use crate::domain::state::Fact;

/// Most conditions that one alert has.
const MOST_CONDITIONS: usize = 3;

/// One of several conditions of an alert, each with its own days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Condition {
    /// First day on which it holds.
    pub due: NaiveDate,
    /// First day on which it is announced.
    pub soon_from: NaiveDate,
    /// What it is.
    pub cause: Cause,
    /// What clears it.
    pub clearing: Clearing,
}

/// One clock of one file, started: read on a day, it makes a [`Finding`] or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    code: AlertCode,
    starts_with: Fact,
    /// Whether the alert is about the very thing that starts it.
    is_about_start: bool,
    due: NaiveDate,
    soon_from: NaiveDate,
    /// First day on which it is more pressing, though not due yet.
    pressing_from: Option<NaiveDate>,
    conditions: [Option<Condition>; MOST_CONDITIONS],
}

impl Clock {
    /// The clock of `code` that `starts_with` started, which is announced from `soon_from` and holds
    /// from `due`.
    pub(super) const fn new(
        code: AlertCode,
        starts_with: Fact,
        due: NaiveDate,
        soon_from: NaiveDate,
    ) -> Self {
        let conditions = [None; MOST_CONDITIONS];
        Self { code, starts_with, is_about_start: false, due, soon_from, pressing_from: None, conditions }
    }

    /// The same, about the very thing that starts it.
    pub(super) const fn about_its_start(self) -> Self {
        Self { is_about_start: true, ..self }
    }

    /// The same, more pressing from a day on, though not due yet.
    pub(super) const fn pressing_from(self, day: NaiveDate) -> Self {
        Self { pressing_from: Some(day), ..self }
    }

    /// The same, with the conditions that the alert has.
    pub(super) const fn with(self, conditions: [Option<Condition>; MOST_CONDITIONS]) -> Self {
        Self { conditions, ..self }
    }

    /// Which alert.
    pub const fn code(&self) -> AlertCode {
        self.code
    }

    /// The one thing that it is about, where it is about one.
    pub fn subject(&self) -> Option<Fact> {
        self.is_about_start.then_some(self.starts_with)
    }

    /// First day on which it holds.
    pub const fn due(&self) -> NaiveDate {
        self.due
    }

    /// First day on which it is announced.
    pub const fn soon_from(&self) -> NaiveDate {
        self.soon_from
    }

    /// Whether the alert holds on a day or is announced, and how pressing it is then; `None` when
    /// there is nothing to say yet.
    pub fn strikes(&self, on: NaiveDate) -> Option<(Status, Severity)> {
        if self.due <= on {
            Some((Status::Due, self.code.severity()))
        } else if self.soon_from <= on {
            let is_pressing = self.pressing_from.is_some_and(|day| day <= on);
            Some((Status::Soon, if is_pressing { Severity::Medium } else { Severity::Low }))
        } else {
            None
        }
    }

    /// The finding that it makes of `person` on a day, under the thresholds that it was made with.
    pub fn read(&self, person: PersonId, parameters: &Parameters, on: NaiveDate) -> Option<Finding> {
        let (status, severity) = self.strikes(on)?;
        let holds = |it: &&Condition| match status {
            Status::Due => it.due <= on,
            Status::Soon => it.soon_from <= on,
        };
        let conditions = || self.conditions.iter().flatten().filter(holds);
        let clears = conditions().map(|it| it.clearing);
        Some(Finding {
            code: self.code,
            severity,
            person,
            subject: self.subject(),
            status,
            starts_with: self.starts_with,
            due: self.due,
            days: (on - self.due).num_days(),
            clears: clears.chain(self.code.clearing()).collect(),
            causes: conditions().map(|it| it.cause).collect(),
            parameters: self.code.thresholds().iter().map(|key| (*key, parameters.get(*key))).collect(),
        })
    }
}
