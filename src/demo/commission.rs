//! What the commission decides of an invented person.

use chrono::NaiveDate;

use super::calendar::{session_from, session_until};
use super::chronicle::Chronicle;
use crate::domain::body::Body;
use crate::domain::codes::{Business, ContactKind, Ruling};
use crate::domain::dates::{add_days, add_months, sub_days};
use crate::domain::decision::Decision;
use crate::domain::holidays::open_from;

impl Chronicle {
    /// A decision, written the next open day, and the prescriber told of it.
    pub fn rule(&mut self, mut decision: Decision) {
        let session_on = decision.session_on;
        match decision.ruling {
            Ruling::ReinforcedDiagnosis => decision.diagnosis_until = Some(add_days(session_on, 28)),
            Ruling::Refused => {
                "Accompagnement global, France Travail".clone_into(&mut decision.other_support)
            }
            Ruling::Admitted
            | Ruling::Adjourned
            | Ruling::Suspended
            | Ruling::Resumed
            | Ruling::Continued
            | Ruling::Exited
            | Ruling::ExitRefused => {}
        }
        if decision.ruling == Ruling::Adjourned && decision.reason.is_empty() {
            "Avis motivé manquant.".clone_into(&mut decision.reason);
        }
        let is_entry = decision.business == Business::Entry && decision.ruling != Ruling::Adjourned;
        let object = self.new_thing();
        let written_on = open_from(add_days(session_on, 1)).min(self.yesterday().max(session_on));
        self.write(object, written_on, Body::Decision(decision));
        if is_entry && !self.story.leaves_papers() {
            let told_on = open_from(add_days(session_on, self.dice.between(1, 4)));
            self.tell_contact(told_on, ContactKind::PrescriberInformed);
        }
    }

    /// Reviews from the session `first` on, each setting the date of the next, until `until`. The
    /// one after three years of pathway is never put off.
    pub fn review(&mut self, enrolled_on: NaiveDate, first: NaiveDate, until: NaiveDate) {
        let compulsory = session_from(add_months(enrolled_on, 36));
        let mut session_on = first;
        while session_on < until.min(self.today) {
            let usual = session_from(add_months(session_on, self.dice.between(4, 8)));
            let review_on = if session_on < compulsory { usual.min(compulsory) } else { usual };
            self.rule(Decision {
                review_on: Some(review_on),
                reason: "Parcours actif, poursuite de l’accompagnement.".to_owned(),
                ..decision(session_on, Business::Review, Ruling::Continued)
            });
            session_on = review_on;
        }
    }

    /// The reviews that most files have: some early, all after three years.
    pub fn review_as_usual(&mut self, enrolled_on: NaiveDate, until: NaiveDate) {
        let compulsory = session_from(add_months(enrolled_on, 36));
        let months = self.dice.between(12, 20);
        let early = session_from(add_months(enrolled_on, months));
        let first = if self.dice.chance(25) { early.min(compulsory) } else { compulsory };
        self.review(enrolled_on, first, until);
    }

    /// A suspension decided at the last session before `by`, until `until`. Gives the session.
    pub fn suspend(&mut self, by: NaiveDate, until: NaiveDate) -> NaiveDate {
        let session_on = session_until(by);
        let reason = self.dice.pick(&[
            "Hospitalisation, reprise prévue ensuite.",
            "Congé de maternité.",
            "Séjour à l’étranger pour raisons familiales.",
        ]);
        self.rule(Decision {
            suspended_until: Some(until),
            review_on: Some(session_from(until.max(self.today))),
            reason: reason.to_owned(),
            ..decision(session_on, Business::Review, Ruling::Suspended)
        });
        session_on
    }

    /// A suspension of the past and the resumption that ended it, for a few; gives the days
    /// between which nothing happened.
    pub fn pause(&mut self, from: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let session_on = session_from(add_months(from, 5));
        let suspended_until = add_days(session_on, self.dice.between(50, 90));
        let resumed_on = session_from(add_days(suspended_until, 1));
        let next = session_from(add_months(resumed_on, 6));
        if next >= self.today || !self.dice.chance(40) {
            return None;
        }
        self.suspend(session_on, suspended_until);
        self.rule(Decision {
            review_on: Some(next),
            reason: "Reprise effective, nouveaux objectifs.".to_owned(),
            ..decision(resumed_on, Business::Review, Ruling::Resumed)
        });
        self.review(from, next, self.today);
        Some((session_on, sub_days(resumed_on, 1)))
    }
}

/// A decision of which only the essential is said.
pub const fn decision(session_on: NaiveDate, business: Business, ruling: Ruling) -> Decision {
    Decision::new(session_on, business, ruling)
}
