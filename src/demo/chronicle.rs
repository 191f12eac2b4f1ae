//! What was written of one invented person, as it goes along.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::Written;
use super::dice::Dice;
use super::phrases;
use super::story::Story;
use crate::domain::body::Body;
use crate::domain::codes::{ContactKind, StepCategory};
use crate::domain::contact::Contact;
use crate::domain::dates::sub_days;
use crate::domain::id::{ObjectId, PersonId};
use crate::domain::person::Person;

/// Hour of the day, UTC, after which nothing is written on the last day.
const LAST_HOUR: u32 = 6;

/// One person's story, being written.
pub struct Chronicle {
    /// Whose.
    pub person: PersonId,
    /// What becomes of them.
    pub story: Story,
    /// Chance.
    pub dice: Dice,
    /// The day on which the caseload is looked at: what is told of happened before.
    pub today: NaiveDate,
    written: Vec<Written>,
}

impl Chronicle {
    /// The blank chronicle of someone.
    pub fn new(mut dice: Dice, story: Story, today: NaiveDate) -> Self {
        Self { person: PersonId(dice.bytes()), story, dice, today, written: Vec::new() }
    }

    /// A thing that was not there before.
    pub fn new_thing(&mut self) -> ObjectId {
        ObjectId(self.dice.bytes())
    }

    /// The day before the one on which the caseload is looked at.
    pub fn yesterday(&self) -> NaiveDate {
        sub_days(self.today, 1)
    }

    /// Writes a version of `object` during `day`, after the versions before it.
    pub fn write(&mut self, object: ObjectId, day: NaiveDate, body: Body) {
        let hour = self.dice.between(8, 15);
        let time = NaiveTime::from_hms_opt(hour, self.dice.below(60), 0).expect("a time of day");
        self.write_at(object, day, time, body);
    }

    /// The same, at `time` or in the quarter of an hour after it.
    pub fn write_at(&mut self, object: ObjectId, day: NaiveDate, time: NaiveTime, body: Body) {
        let time = time + TimeDelta::seconds(i64::from(self.dice.below(900)));
        let before = self.written.iter().rev().find(|it| it.object == object).or(self.written.first());
        let after_before = before.map(|it| it.at + TimeDelta::seconds(1));
        let at = day.and_time(time).and_utc().min(self.end());
        let at = after_before.map_or(at, |earliest| at.max(earliest));
        let salt = self.dice.bytes();
        self.written.push(Written { at, person: self.person, object, salt, body });
    }

    /// The person is told what is recorded of them, that day.
    pub fn tell_what_is_recorded(&mut self, day: NaiveDate) {
        let page = self.written.iter().rev().find_map(|it| {
            if let Body::Person(person) = &it.body { Some((it.object, person.clone())) } else { None }
        });
        if let Some((object, person)) = page {
            self.write(object, day, Body::Person(Person { informed_on: Some(day), ..person }));
        }
    }

    /// The steps proposed between these days are said to serve a goal.
    pub fn serve(&mut self, goal: ObjectId, from: NaiveDate, until: NaiveDate) {
        for written in &mut self.written {
            if let Body::Step(step) = &mut written.body
                && step.proposed_on.is_some_and(|day| (from..=until).contains(&day))
            {
                step.goal = Some(goal);
            }
        }
    }

    /// The social steps proposed since this day are said to treat an obstacle.
    pub fn treat(&mut self, barrier: ObjectId, from: NaiveDate) {
        for written in &mut self.written {
            if let Body::Step(step) = &mut written.body
                && step.category == StepCategory::Social
                && step.proposed_on.is_some_and(|day| day >= from)
            {
                step.barrier = Some(barrier);
            }
        }
    }

    /// Writes a contact, if its day is passed.
    pub fn tell_contact(&mut self, day: NaiveDate, kind: ContactKind) {
        if day < self.today {
            let result = phrases::result(&mut self.dice, kind).to_owned();
            let object = self.new_thing();
            self.write(object, day, Body::Contact(Contact { date: day, kind, result }));
        }
    }

    /// The versions written so far, in the order in which they were told.
    pub fn bodies(&self) -> impl DoubleEndedIterator<Item = &Body> {
        self.written.iter().map(|it| &it.body)
    }

    /// What was written.
    pub fn into_written(self) -> Vec<Written> {
        self.written
    }

    fn end(&self) -> DateTime<Utc> {
        let time = NaiveTime::from_hms_opt(LAST_HOUR, 0, 0).expect("a time of day");
        self.today.and_time(time).and_utc()
    }
}
