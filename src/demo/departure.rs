//! How an invented pathway ends, well or not.

use chrono::NaiveDate;

use super::calendar::{any_day, back, session_until};
use super::candidacy::Period;
use super::chronicle::Chronicle;
use super::commission::decision;
use crate::domain::codes::{Business, ExitReason, Purpose, Ruling};
use crate::domain::dates::{add_days, add_months, sub_days};
use crate::domain::decision::Decision;

/// Months of work, or after a diploma, that make an exit positive (art. 2).
const MONTHS_TO_SUCCEED: u32 = 6;

impl Chronicle {
    /// A session at which someone leaves, nine months in at the earliest.
    pub fn exit_day(&mut self, enrolled_on: NaiveDate) -> NaiveDate {
        let latest = sub_days(self.today, 4);
        let earliest = add_months(enrolled_on, 9).min(latest);
        session_until(any_day(&mut self.dice, earliest, latest))
    }

    /// A pathway that ended on `exited_on`: what made it end, the commission, the exit.
    pub fn leave(
        &mut self,
        period: &mut Period,
        enrolled_on: NaiveDate,
        exited_on: NaiveDate,
        reason: ExitReason,
    ) {
        let from = add_days(enrolled_on, 4);
        let last = sub_days(exited_on, 2);
        let met_until = if reason == ExitReason::Withdrawal { sub_days(last, 60) } else { last };
        self.follow(from, met_until, Purpose::FollowUp);
        self.walk_to_exit(from, last, reason);
        let before = session_until(sub_days(exited_on, 1));
        if before > add_months(enrolled_on, 8) && self.dice.chance(6) {
            self.rule(Decision {
                reason: "Bulletins de salaire à compléter.".to_owned(),
                ..decision(before, Business::Exit, Ruling::ExitRefused)
            });
        }
        self.rule(decision(exited_on, Business::Exit, Ruling::Exited));
        self.amend(period, add_days(exited_on, 1), |it| {
            it.exited_on = Some(exited_on);
            it.exit_reason = Some(reason);
        });
    }

    /// The steps up to the exit, the one that explains it last.
    fn walk_to_exit(&mut self, from: NaiveDate, last: NaiveDate, reason: ExitReason) {
        let turn = sub_days(back(last, MONTHS_TO_SUCCEED), self.dice.between(8, 25)).max(add_days(from, 20));
        let turning = match reason {
            ExitReason::Permanent | ExitReason::WorkStudy | ExitReason::OwnActivity => Some((turn, None)),
            ExitReason::FixedTerm | ExitReason::Agency | ExitReason::SpecialCase => Some((turn, Some(last))),
            ExitReason::StateDiploma | ExitReason::OtherDiploma | ExitReason::Cqp => {
                let start = sub_days(turn, 70).max(from);
                Some((start, Some(turn)))
            }
            ExitReason::Withdrawal
            | ExitReason::Exclusion
            | ExitReason::Moved
            | ExitReason::Prison
            | ExitReason::Death
            | ExitReason::Health
            | ExitReason::ParentalLeave
            | ExitReason::FamilyCare
            | ExitReason::Reoriented => None,
        };
        let gave_up_on = sub_days(last, 60);
        match turning {
            Some((start, until)) => {
                self.walk(from, start);
                self.settle(reason, start, until);
            }
            None if matches!(reason, ExitReason::Withdrawal | ExitReason::Exclusion) => {
                self.walk(from, gave_up_on);
                self.try_to_reach(gave_up_on, last);
            }
            None => self.walk(from, last),
        }
    }
}
