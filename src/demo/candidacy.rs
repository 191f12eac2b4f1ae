//! From the referral to the commission's decision on the entry.

use chrono::NaiveDate;

use super::calendar::{any_open_day, open_until, session_until};
use super::chronicle::Chronicle;
use super::commission::decision;
use super::portrait::portrait;
use crate::domain::body::Body;
use crate::domain::codes::{Business, EntryKind, Lot, Purpose, Ruling};
use crate::domain::dates::{add_days, sub_days};
use crate::domain::decision::Decision;
use crate::domain::enrolment::Enrolment;
use crate::domain::holidays::open_from;
use crate::domain::id::ObjectId;

/// A period of adhesion, being told.
pub struct Period {
    /// The thing.
    pub object: ObjectId,
    /// Its last version.
    pub enrolment: Enrolment,
}

impl Chronicle {
    /// The identity page and a referral, `days` before the first reception. Gives the period.
    pub fn refer(&mut self, received_on: NaiveDate, lot: Option<Lot>) -> Period {
        let referred_on = open_until(sub_days(received_on, self.dice.between(4, 14)));
        let portrait = portrait(&mut self.dice, referred_on, lot);
        let page = self.new_thing();
        self.write(page, referred_on, Body::Person(portrait.person));
        let enrolment = Enrolment {
            referred_on: Some(referred_on),
            entry_kind: Some(EntryKind::New),
            ..portrait.enrolment
        };
        self.open_period(enrolment, referred_on)
    }

    /// A period whose first version is written on `day`.
    pub fn open_period(&mut self, enrolment: Enrolment, day: NaiveDate) -> Period {
        let object = self.new_thing();
        self.write(object, day, Body::Enrolment(enrolment.clone()));
        Period { object, enrolment }
    }

    /// The next version of a period.
    pub fn amend(&mut self, period: &mut Period, day: NaiveDate, change: impl FnOnce(&mut Enrolment)) {
        change(&mut period.enrolment);
        self.write(period.object, day.min(self.yesterday()), Body::Enrolment(period.enrolment.clone()));
    }

    /// The first reception and the diagnosis, before `before`.
    pub fn receive(&mut self, period: &mut Period, received_on: NaiveDate, before: NaiveDate) {
        self.hold(received_on, Purpose::Reception, true);
        self.amend(period, received_on, |it| it.received_on = Some(received_on));
        for _ in 0..self.dice.between(1, 2) {
            let last = sub_days(before.min(self.today), 1);
            if let Some(day) = any_open_day(&mut self.dice, add_days(received_on, 3), last) {
                self.hold(day, Purpose::Diagnosis, true);
            }
        }
    }

    /// A first reception some weeks before the session of the adhesion.
    pub fn received_before(&mut self, session_on: NaiveDate) -> NaiveDate {
        open_until(sub_days(session_on, self.dice.between(18, 45)))
    }

    /// The sessions that led to the adhesion, the deed, and the period that they open.
    pub fn admit(&mut self, period: &mut Period, session_on: NaiveDate) {
        let received_on = period.enrolment.received_on.unwrap_or(session_on);
        let before = session_until(sub_days(session_on, 1));
        if before > add_days(received_on, 6) {
            if self.dice.chance(30) {
                self.adjourn(before);
            } else if self.dice.chance(25) {
                self.rule(Decision {
                    reason: "Projet et disponibilité à préciser.".to_owned(),
                    ..decision(before, Business::Entry, Ruling::ReinforcedDiagnosis)
                });
            }
        }
        self.rule(decision(session_on, Business::Entry, Ruling::Admitted));
        self.amend(period, open_from(add_days(session_on, 1)), |it| {
            it.decided_on = Some(session_on);
            it.enrolled_on = Some(session_on);
        });
        let signed_on = open_from(add_days(session_on, self.dice.between(2, 14)));
        if signed_on < self.today && !self.story.leaves_papers() {
            self.amend(period, signed_on, |it| it.deed_signed_on = Some(signed_on));
        }
    }

    /// An adjournment, which decides nothing.
    pub fn adjourn(&mut self, session_on: NaiveDate) {
        let reason = self.dice.pick(&["Justificatif de domicile manquant.", "Attestation RSA à actualiser."]);
        self.rule(Decision {
            reason: reason.to_owned(),
            ..decision(session_on, Business::Entry, Ruling::Adjourned)
        });
    }
}
