//! Steps of an invented person: one after the other, with short gaps.

use chrono::NaiveDate;

use super::chronicle::Chronicle;
use super::phrases;
use crate::domain::body::Body;
use crate::domain::codes::{StepCategory, StepStatus};
use crate::domain::dates::{add_days, sub_days};
use crate::domain::holidays::open_from;
use crate::domain::id::ObjectId;
use crate::domain::step::Step;

/// Kinds of steps, how frequent they are, and how many days they last.
const KINDS: &[((StepCategory, u32, u32), u32)] = &[
    ((StepCategory::Mobilisation, 10, 40), 12),
    ((StepCategory::JobSearch, 1, 20), 26),
    ((StepCategory::Training, 20, 110), 20),
    ((StepCategory::Placement, 5, 45), 18),
    ((StepCategory::Social, 15, 80), 14),
    ((StepCategory::CareerProject, 8, 30), 8),
    ((StepCategory::OwnActivity, 15, 60), 2),
];

impl Chronicle {
    /// Steps from `from` to `until`; those that end later are still running if `until` is today.
    pub fn walk(&mut self, from: NaiveDate, until: NaiveDate) {
        let mut next = add_days(from, self.dice.between(4, 24));
        loop {
            let start = open_from(next);
            if start >= until {
                break;
            }
            let (category, shortest, longest) = self.dice.weighted(KINDS);
            let end = add_days(start, self.dice.between(shortest, longest));
            let end = if until == self.today { end } else { end.min(until) };
            self.take_step(category, (start, end), from);
            if self.dice.chance(14) {
                self.propose_in_vain(start);
            }
            next = add_days(end, self.dice.between(2, 36));
        }
    }

    /// A step between two days, written when it is proposed, starts and ends.
    pub fn take_step(&mut self, category: StepCategory, days: (NaiveDate, NaiveDate), from: NaiveDate) {
        let (start, end) = days;
        let (title, partner) = phrases::step(&mut self.dice, category);
        let proposed_on = sub_days(start, self.dice.between(3, 18)).max(from).min(start);
        let accepted = Step {
            partner: Some(partner.to_owned()),
            plie_action: partner.contains("PLIE"),
            proposed_on: Some(proposed_on),
            starts_on: Some(start),
            ends_on: Some(end),
            ..Step::new(category, title, StepStatus::Accepted)
        };
        let object = self.new_thing();
        if proposed_on < start {
            self.write_step(object, proposed_on, accepted.clone());
        }
        let objectives_sent_on = self.dice.chance(97).then(|| sub_days(start, 1).max(proposed_on));
        let running = Step { status: StepStatus::Running, objectives_sent_on, ..accepted };
        if end >= self.today {
            let ends_on = running.ends_on.filter(|_| self.dice.chance(75));
            return self.write_step(object, start, Step { ends_on, ..running });
        }
        if self.dice.chance(40) {
            self.write_step(object, start, running.clone());
        }
        let is_abandoned = (end - start).num_days() > 20 && self.dice.chance(10);
        let status = if is_abandoned { StepStatus::Abandoned } else { StepStatus::Done };
        let review_on = add_days(end, self.dice.between(0, 12));
        let has_review = !is_abandoned && review_on < self.today && self.dice.chance(98);
        let partner_review_on = has_review.then_some(review_on);
        let written_on = partner_review_on.unwrap_or(end);
        self.write_step(object, written_on, Step { status, partner_review_on, ..running });
    }

    /// A step that runs since `start`, with a partner who was not told the objectives.
    pub fn begin_unprepared(&mut self, start: NaiveDate) {
        let (title, partner) = phrases::step(&mut self.dice, StepCategory::Placement);
        let step = Step {
            partner: Some(partner.to_owned()),
            proposed_on: Some(sub_days(start, 8)),
            starts_on: Some(start),
            ends_on: Some(add_days(self.today, self.dice.between(5, 20))),
            ..Step::new(StepCategory::Placement, title, StepStatus::Running)
        };
        let object = self.new_thing();
        self.write_step(object, start, step);
    }

    /// Something that was proposed and did not happen.
    fn propose_in_vain(&mut self, day: NaiveDate) {
        let (category, _, _) = self.dice.weighted(KINDS);
        let (title, partner) = phrases::step(&mut self.dice, category);
        let status = self.dice.weighted(&[
            (StepStatus::Declined, 35),
            (StepStatus::Proposed, 25),
            (StepStatus::Waiting, 15),
            (StepStatus::Considered, 10),
            (StepStatus::Cancelled, 15),
        ]);
        let step = Step {
            partner: Some(partner.to_owned()),
            proposed_on: Some(day),
            ..Step::new(category, title, status)
        };
        let object = self.new_thing();
        self.write_step(object, day, step);
    }

    fn write_step(&mut self, object: ObjectId, day: NaiveDate, step: Step) {
        self.write(object, day.min(self.yesterday()), Body::Step(step));
    }
}
