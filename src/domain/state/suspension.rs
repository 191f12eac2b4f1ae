//! Suspensions of a pathway as intervals of days (R7-16, R7-17, A-02).
//!
//! A suspension runs from the day of the session to its planned last day, included. A later ruling
//! that resumes, continues or ends the pathway closes it on the day before its session; a ruling
//! that suspends again before the end, or on the day after it, prolongs it. Without a planned last
//! day it stays open until such a ruling.

use chrono::NaiveDate;

use crate::domain::as_of::Day;
use crate::domain::codes::Ruling;
use crate::domain::dates::sub_days;
use crate::domain::decision::Decision;
use crate::domain::file::Current;
use crate::domain::id::ObjectId;

/// One uninterrupted suspension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suspension {
    /// First day: that of the session.
    pub from: NaiveDate,
    /// Last day, included, as far as the rulings tell; `None` while it is open.
    pub until: Option<NaiveDate>,
    /// The ruling that decided it, or that last prolonged it.
    pub ruling: ObjectId,
}

impl Suspension {
    /// Whether `day` is within it.
    pub fn covers(&self, day: impl Day) -> bool {
        day.has_come(self.from) && !self.is_over(day)
    }

    /// Whether its last day is past.
    pub fn is_over(&self, day: impl Day) -> bool {
        self.until.is_some_and(|until| day.is_past(until))
    }

    fn lasts_until(&self, day: NaiveDate) -> bool {
        self.until.is_none_or(|until| day <= until)
    }

    /// How many days of an interval (both ends included) it covers.
    pub fn days_within(&self, first: NaiveDate, last: NaiveDate) -> u32 {
        let until = self.until.unwrap_or(last).min(last);
        u32::try_from((until - self.from.max(first)).num_days() + 1).unwrap_or(0)
    }
}

/// The suspensions that these rulings (oldest first, without adjournments) make.
pub fn suspensions<'a>(rulings: impl Iterator<Item = &'a Current<Decision>>) -> Vec<Suspension> {
    let mut found: Vec<Suspension> = Vec::new();
    for ruling in rulings {
        let decision = &ruling.value;
        let day_before = sub_days(decision.session_on, 1);
        match decision.ruling {
            Ruling::Suspended => {
                let until = decision.suspended_until;
                match found.last_mut().filter(|it| it.lasts_until(day_before)) {
                    Some(current) => (current.until, current.ruling) = (until, ruling.id),
                    None => found.push(Suspension { from: decision.session_on, until, ruling: ruling.id }),
                }
            }
            Ruling::Resumed | Ruling::Continued | Ruling::Exited | Ruling::Admitted => {
                if let Some(current) = found.last_mut().filter(|it| it.lasts_until(decision.session_on)) {
                    current.until = Some(day_before);
                }
            }
            // An exit that is refused brings the person back to where they stood (R7-21).
            Ruling::ExitRefused | Ruling::Refused | Ruling::ReinforcedDiagnosis | Ruling::Adjourned => {}
        }
    }
    found.retain(|it| it.lasts_until(it.from));
    found
}
