//! Which invented files go to the next session of the commission, and how ready each is: most are on the
//! agenda, some wait for the opinion, one is hardly begun, one comes back from an adjournment.

use chrono::NaiveDate;

use super::calendar::{open_until, session_from, session_until};
use super::chronicle::Chronicle;
use super::dice::Dice;
use super::story::Story;
use crate::domain::body::Body;
use crate::domain::codes::{Business, Ruling};
use crate::domain::dates::{add_days, sub_days};
use crate::domain::decision::Decision;
use crate::domain::recommendation::Recommendation;
use crate::domain::submission::{Opinion, ReviewGround, Submission};

/// How ready a file is, and how frequent that is.
#[derive(Clone, Copy)]
enum Readiness {
    Begun,
    Prepared,
    Listed,
    Adjourned,
}

const READINESS: &[(Readiness, u32)] =
    &[(Readiness::Begun, 20), (Readiness::Prepared, 25), (Readiness::Listed, 35), (Readiness::Adjourned, 20)];

const RECOMMENDED: &[&str] = &[
    "Faire le point avec l’assistante sociale",
    "Reprendre le projet professionnel par une immersion",
    "Relancer la Mission Locale sur le permis",
];

impl Chronicle {
    /// Submits some files to the session that comes next. Chance is drawn apart: what became of the person
    /// does not depend on it.
    pub fn go_to_the_commission(&mut self, apart: Dice) {
        let Some(period) = self.last_period() else { return };
        let enrolled_on = period.enrolled_on.filter(|_| period.exited_on.is_none());
        let dice = std::mem::replace(&mut self.dice, apart);
        if let Story::Applies(application) = self.story {
            self.submit_the_entry(application);
        }
        if let Some(enrolled_on) = enrolled_on {
            if add_days(enrolled_on, 200) < self.today && self.dice.chance(9) {
                self.submit_a_review();
            }
            self.remember_a_recommendation();
        }
        self.dice = dice;
    }

    fn submit_a_review(&mut self) {
        let next = session_from(add_days(self.today, 3));
        let ready_on = open_until(sub_days(self.today, 5));
        let ground = self.dice.pick(&[ReviewGround::Interest, ReviewGround::StepGap]);
        let begun = Submission { ground: Some(ground), ..Submission::new(Business::Review, next) };
        let prepared = Submission {
            updated_on: Some(ready_on),
            relation: "Deux appels et un courrier ; entretien tenu depuis.".to_owned(),
            difficulties: "Garde d’enfants : relais petite enfance contacté.".to_owned(),
            partners: "Point fait avec la référente sociale.".to_owned(),
            prepared_on: Some(ready_on),
            ..begun.clone()
        };
        let verified = Submission {
            verified_by: Some("Hélène Morin".to_owned()),
            verified_on: Some(ready_on),
            opinion: Some(Opinion::Favourable),
            opinion_text: "Parcours engagé, poursuite utile.".to_owned(),
            ..prepared.clone()
        };
        match self.dice.weighted(READINESS) {
            Readiness::Begun => self.submit(ready_on, begun),
            Readiness::Prepared => self.submit(ready_on, prepared),
            Readiness::Listed => self.submit(ready_on, Submission { listed_on: Some(ready_on), ..verified }),
            Readiness::Adjourned => self.be_adjourned(&prepared, session_until(sub_days(self.today, 1))),
        }
    }

    fn submit(&mut self, on: NaiveDate, submission: Submission) {
        let object = self.new_thing();
        self.write(object, on, Body::Submission(submission));
    }

    /// The file was seen by the last session without its opinion, and comes back to the next.
    fn be_adjourned(&mut self, submission: &Submission, session_on: NaiveDate) {
        let ready_on = open_until(sub_days(session_on, 4));
        let seen = Submission {
            updated_on: Some(ready_on),
            prepared_on: Some(ready_on),
            ..submission.carried_to(session_on)
        };
        self.submit(ready_on, seen);
        self.rule(Decision {
            review_on: Some(submission.session_on),
            reason: "Avis motivé manquant.".to_owned(),
            ..Decision::new(session_on, Business::Review, Ruling::Adjourned)
        });
        self.submit(open_until(sub_days(self.today, 1)), submission.clone());
    }

    /// What the commission recommended with the last review, for some.
    fn remember_a_recommendation(&mut self) {
        let last = self.bodies().rev().find_map(|body| match body {
            Body::Decision(it) if it.ruling == Ruling::Continued => Some((it.session_on, it.review_on)),
            _ => None,
        });
        let Some((session_on, due_on)) = last.filter(|_| self.dice.chance(30)) else { return };
        let title = self.dice.pick(RECOMMENDED).to_owned();
        let object = self.new_thing();
        let told = Recommendation { title, session_on, due_on, done_on: None, note: String::new() };
        let written_on = open_until(add_days(session_on, 4).min(sub_days(self.today, 1))).max(session_on);
        self.write(object, written_on, Body::Recommendation(told));
    }
}
