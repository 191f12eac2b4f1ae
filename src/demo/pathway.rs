//! The whole of an invented pathway, from the referral on.

use chrono::NaiveDate;

use super::Recipe;
use super::calendar::{any_day, back, open_until, session_until};
use super::candidacy::Period;
use super::chronicle::Chronicle;
use super::dice::Dice;
use super::portrait::portrait;
use super::story::{Course, Story};
use crate::domain::body::Body;
use crate::domain::codes::{EntryKind, ExitReason, Purpose};
use crate::domain::dates::{add_days, sub_days};
use crate::domain::enrolment::Enrolment;

/// Fewest months between an adhesion and the day of the recipe for someone to have left.
const MONTHS_TO_LEAVE: u32 = 10;

/// Everything that was written of one person.
pub fn live(dice: Dice, story: Story, recipe: &Recipe) -> Chronicle {
    let mut chronicle = Chronicle::new(dice, story, recipe.today);
    match story {
        Story::Applies(application) => chronicle.apply(application, recipe),
        Story::Adheres(course) => {
            let enrolled_on = chronicle.adhesion_day(course, recipe);
            chronicle.enter(enrolled_on, recipe);
            chronicle.go_on(course, enrolled_on);
        }
        Story::CarriedOver => chronicle.carry_over(recipe),
        Story::Returned => chronicle.come_back(recipe),
        Story::Exited(reason) => {
            let enrolled_on = chronicle.session_of_years(MONTHS_TO_LEAVE, recipe);
            let mut period = chronicle.enter(enrolled_on, recipe);
            let exited_on = chronicle.exit_day(enrolled_on);
            chronicle.leave(&mut period, enrolled_on, exited_on, reason);
        }
    }
    chronicle
}

impl Chronicle {
    /// From the referral to an adhesion on `enrolled_on`.
    fn enter(&mut self, enrolled_on: NaiveDate, recipe: &Recipe) -> Period {
        let received_on = self.received_before(enrolled_on);
        let mut period = self.refer(received_on, recipe.lot);
        self.receive(&mut period, received_on, enrolled_on);
        self.admit(&mut period, enrolled_on);
        period
    }

    /// A session of the recipe's years, early enough for the pathway to have gone so.
    fn adhesion_day(&mut self, course: Course, recipe: &Recipe) -> NaiveDate {
        if course == Course::LatePapers {
            return session_until(sub_days(self.today, self.dice.between(24, 40)));
        }
        if course == Course::ThreeYears {
            let latest = sub_days(back(self.today, course.least_months()), 10);
            return session_until(any_day(&mut self.dice, sub_days(latest, 60), latest));
        }
        self.session_of_years(course.least_months(), recipe)
    }

    pub(super) fn session_of_years(&mut self, least_months: u32, recipe: &Recipe) -> NaiveDate {
        let latest = sub_days(back(self.today, least_months), 10);
        let earliest = back(self.today, recipe.years * 12).min(sub_days(latest, 60));
        session_until(any_day(&mut self.dice, earliest, latest))
    }

    /// Someone of the previous protocol: their adhesion is older than the history.
    fn carry_over(&mut self, recipe: &Recipe) {
        let taken_over_on = back(self.today, recipe.years * 12);
        let earliest = back(taken_over_on, 20);
        let enrolled_on = session_until(any_day(&mut self.dice, earliest, sub_days(taken_over_on, 40)));
        let referred_on = sub_days(enrolled_on, 45);
        let portrait = portrait(&mut self.dice, referred_on, recipe.lot);
        let mut person = portrait.person;
        person.reference = Some(format!("P{:05}", self.dice.below(100_000)));
        let page = self.new_thing();
        self.write(page, taken_over_on, Body::Person(person));
        let enrolment = Enrolment {
            referred_on: Some(referred_on),
            received_on: Some(sub_days(enrolled_on, 30)),
            decided_on: Some(enrolled_on),
            enrolled_on: Some(enrolled_on),
            deed_signed_on: Some(add_days(enrolled_on, 8)),
            entry_kind: Some(EntryKind::PreviousProtocol),
            ..portrait.enrolment
        };
        self.open_period(enrolment, taken_over_on);
        self.follow(taken_over_on, self.today, Purpose::FollowUp);
        self.walk(taken_over_on, self.today);
        self.review_as_usual(enrolled_on, self.today);
    }

    /// Someone who left and came back: two periods, one person.
    fn come_back(&mut self, recipe: &Recipe) {
        let months = self.dice.between(30, 34);
        let first_on = session_until(back(self.today, months));
        let mut first = self.enter(first_on, recipe);
        let months = self.dice.between(16, 19);
        let left_on = session_until(back(self.today, months));
        let reason = self.dice.pick(&[ExitReason::Withdrawal, ExitReason::FixedTerm]);
        self.leave(&mut first, first_on, left_on, reason);
        let months = self.dice.between(3, 10);
        let back_on = session_until(back(self.today, months));
        let received_on = self.received_before(back_on);
        let referred_on = open_until(sub_days(received_on, 9));
        let enrolment = Enrolment {
            referred_on: Some(referred_on),
            entry_kind: Some(EntryKind::Return),
            received_on: None,
            decided_on: None,
            enrolled_on: None,
            deed_signed_on: None,
            exited_on: None,
            exit_reason: None,
            ..first.enrolment
        };
        let mut second = self.open_period(enrolment, referred_on);
        self.receive(&mut second, received_on, back_on);
        self.admit(&mut second, back_on);
        self.go_on(Course::Steady, back_on);
    }
}
