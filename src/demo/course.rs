//! What happened to an invented person since the adhesion.

use chrono::NaiveDate;

use super::calendar::{any_open_day, back, month_end, months_before, open_until, session_until};
use super::chronicle::Chronicle;
use super::commission::decision;
use super::interviews::Lack;
use super::story::Course;
use crate::domain::codes::{Business, ContactKind, ExitReason, Purpose, Ruling};
use crate::domain::dates::{add_days, sub_days};
use crate::domain::decision::Decision;

impl Chronicle {
    /// The pathway from the adhesion up to now.
    pub fn go_on(&mut self, course: Course, enrolled_on: NaiveDate) {
        let (from, today) = (add_days(enrolled_on, 4), self.today);
        match course {
            Course::Steady | Course::LatePapers => {
                self.be_followed(enrolled_on);
                self.review_as_usual(enrolled_on, today);
            }
            Course::MissedMonth => {
                self.follow(from, month_end(months_before(today, 2)), Purpose::FollowUp);
                self.walk(from, today);
                let (first, last) = (sub_days(today, 30), sub_days(today, 3));
                if let Some(day) = any_open_day(&mut self.dice, first, last) {
                    self.hold(day, Purpose::FollowUp, false);
                }
            }
            Course::Silent => {
                let until = sub_days(back(today, 2), self.dice.between(3, 20));
                self.follow(from, until, Purpose::FollowUp);
                self.walk(from, today);
                self.try_to_reach(until, today);
            }
            Course::UnpreparedStep => {
                self.follow(from, today, Purpose::FollowUp);
                let start = sub_days(today, self.dice.between(3, 9));
                self.walk(from, sub_days(start, 2));
                self.begin_unprepared(start);
            }
            Course::WithoutStep => {
                self.follow(from, today, Purpose::FollowUp);
                let until = sub_days(back(today, 2), self.dice.between(5, 40));
                self.walk(from, until);
            }
            Course::OutOfPathway => {
                let until = sub_days(back(today, 6), self.dice.between(5, 40));
                self.follow(from, until, Purpose::FollowUp);
                self.walk(from, until);
                self.try_to_reach(until, today);
            }
            Course::ThreeYears => {
                self.follow(from, today, Purpose::FollowUp);
                self.walk(from, today);
            }
            Course::ReviewReached => {
                self.be_followed(enrolled_on);
                self.reach_review();
            }
            Course::SuspensionOver => {
                let until = sub_days(today, self.dice.between(2, 14));
                self.be_suspended(from, back(today, 3), until);
            }
            Course::Suspended => {
                let until = add_days(today, self.dice.between(20, 80));
                self.be_suspended(from, back(today, 1), until);
            }
            Course::IncompleteRecord => {
                self.be_followed_with_a_pause(enrolled_on);
                let lacks = [Lack::Signature, Lack::Signature, Lack::Duration, Lack::Outcome];
                let lack = self.dice.pick(&lacks);
                self.leave_incomplete(lack);
            }
            Course::InWork => self.be_in_work(from),
            Course::Qualified => self.be_qualified(from),
            Course::MissedExit => self.miss_the_exit(from),
            Course::PastTraining => self.be_past_training(from),
        }
    }

    fn be_followed(&mut self, enrolled_on: NaiveDate) {
        let from = add_days(enrolled_on, 4);
        self.follow(from, self.today, Purpose::FollowUp);
        self.walk(from, self.today);
    }

    fn be_followed_with_a_pause(&mut self, enrolled_on: NaiveDate) {
        let Some((first, last)) = self.pause(enrolled_on) else {
            return self.be_followed(enrolled_on);
        };
        let from = add_days(enrolled_on, 4);
        self.follow(from, first, Purpose::FollowUp);
        self.walk(from, first);
        self.follow(add_days(last, 1), self.today, Purpose::FollowUp);
        self.walk(last, self.today);
    }

    fn reach_review(&mut self) {
        let review_on = sub_days(self.today, self.dice.between(0, 12));
        self.rule(Decision {
            review_on: Some(review_on),
            reason: "À revoir après la formation.".to_owned(),
            ..decision(session_until(back(self.today, 5)), Business::Review, Ruling::Continued)
        });
    }

    fn be_suspended(&mut self, from: NaiveDate, decided_by: NaiveDate, until: NaiveDate) {
        let session_on = self.suspend(decided_by, until);
        self.follow(from, sub_days(session_on, 1), Purpose::FollowUp);
        self.walk(from, sub_days(session_on, 1));
    }

    fn be_in_work(&mut self, from: NaiveDate) {
        let months = self.dice.between(1, 4);
        let hired_on = open_until(sub_days(back(self.today, months), self.dice.between(1, 9)));
        self.follow(from, sub_days(hired_on, 1), Purpose::FollowUp);
        self.walk(from, sub_days(hired_on, 1));
        let reason = self.dice.pick(&[ExitReason::Permanent, ExitReason::FixedTerm, ExitReason::WorkStudy]);
        self.settle(reason, hired_on, None);
        self.follow(add_days(hired_on, 5), self.today, Purpose::InWork);
        self.tell_contact(open_until(add_days(hired_on, 20)), ContactKind::Employer);
    }

    /// Calls, visits and letters to someone who does not answer.
    pub fn try_to_reach(&mut self, since: NaiveDate, until: NaiveDate) {
        let mut day = add_days(since, self.dice.between(10, 24));
        while day < until {
            let kind = self.dice.weighted(&[
                (ContactKind::Attempt, 60),
                (ContactKind::Letter, 25),
                (ContactKind::Visit, 5),
                (ContactKind::Partner, 10),
            ]);
            self.tell_contact(open_until(day), kind);
            day = add_days(day, self.dice.between(14, 35));
        }
    }
}
