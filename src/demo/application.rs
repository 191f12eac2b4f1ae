//! Invented candidates, at each stage of a candidature: referred, received, in diagnosis, proposed,
//! verified, on an agenda, adjourned, in a reinforced diagnosis, refused, withdrawn.

use chrono::NaiveDate;

use super::Recipe;
use super::calendar::{open_until, session_from, session_until};
use super::candidacy::Period;
use super::chronicle::Chronicle;
use super::commission::decision;
use super::story::Application;
use crate::domain::body::Body;
use crate::domain::codes::{Business, DropReason, Ruling};
use crate::domain::dates::{add_days, sub_days};
use crate::domain::decision::Decision;
use crate::domain::reception::{ReceptionCheck, ReceptionItem};
use crate::domain::submission::{Opinion, Submission};

impl Chronicle {
    /// A candidature, as far as it went.
    pub fn apply(&mut self, application: Application, recipe: &Recipe) {
        let session_on = match application {
            Application::Adjourned => session_until(self.yesterday()),
            Application::LongDiagnosis => session_until(sub_days(self.today, 30)),
            Application::Refused => self.session_of_years(0, recipe),
            Application::Waiting
            | Application::Received
            | Application::InDiagnosis
            | Application::Proposed
            | Application::Verified
            | Application::Listed
            | Application::Withdrawn => self.today,
        };
        let days_ago = match application {
            Application::Waiting => Some(self.dice.between(1, 25)),
            // Too lately for anything to have followed.
            Application::Received => Some(1),
            Application::InDiagnosis | Application::Withdrawn => Some(self.dice.between(18, 25)),
            Application::Proposed | Application::Verified | Application::Listed => {
                Some(self.dice.between(24, 35))
            }
            Application::Adjourned | Application::LongDiagnosis | Application::Refused => None,
        };
        let received_on = match days_ago {
            Some(days) => open_until(sub_days(self.today, days)),
            None => self.received_before(session_on),
        };
        let mut period = self.refer(received_on, recipe.lot);
        if application == Application::Waiting && self.dice.chance(35) {
            return;
        }
        self.receive(&mut period, received_on, session_on);
        self.tick_the_reception(&mut period, received_on, application != Application::Received);
        match application {
            Application::Waiting
            | Application::Received
            | Application::InDiagnosis
            | Application::Proposed
            | Application::Verified
            | Application::Listed => {}
            Application::Withdrawn => {
                let dropped_on = open_until(sub_days(self.today, 4));
                self.amend(&mut period, dropped_on, |it| {
                    it.dropped_on = Some(dropped_on);
                    it.drop_reason = Some(DropReason::Withdrew);
                });
            }
            Application::Adjourned => self.adjourn(session_on),
            Application::LongDiagnosis => {
                let reason = "Disponibilité et mobilité à vérifier sous quatre semaines.";
                self.decide(session_on, Ruling::ReinforcedDiagnosis, reason);
            }
            Application::Refused => {
                let reason = "Accompagnement social d’abord : orientation vers le CMS.";
                self.decide(session_on, Ruling::Refused, reason);
                self.amend(&mut period, add_days(session_on, 1), |it| it.decided_on = Some(session_on));
            }
        }
    }

    fn decide(&mut self, session_on: NaiveDate, ruling: Ruling, reason: &str) {
        self.rule(Decision { reason: reason.to_owned(), ..decision(session_on, Business::Entry, ruling) });
    }

    /// What was done of the reception: its first items, or all but the last two of which one is left.
    fn tick_the_reception(&mut self, period: &mut Period, received_on: NaiveDate, is_whole: bool) {
        let most = if is_whole { 6 } else { 2 };
        let checks = ReceptionItem::ALL[..most].iter().map(|item| ReceptionCheck {
            item: *item,
            on: received_on,
            result: String::new(),
        });
        let checks: Vec<_> = checks.collect();
        self.amend(period, received_on, |it| it.reception = checks);
        self.tell_what_is_recorded(received_on);
    }

    /// Submits the entry to the session that comes next, for those who are that far.
    pub fn submit_the_entry(&mut self, application: Application) {
        let ready_on = open_until(sub_days(self.today, 3));
        let next = session_from(add_days(self.today, 3));
        let verified = Submission {
            prepared_on: Some(ready_on),
            verified_by: Some("Hélène Morin".to_owned()),
            verified_on: Some(ready_on),
            opinion: Some(Opinion::Favourable),
            opinion_text: "Projet réaliste, volonté claire.".to_owned(),
            ..Submission::new(Business::Entry, next)
        };
        let listed = || Submission {
            listed_on: Some(ready_on),
            override_because: "Justificatif promis avant la séance".to_owned(),
            override_by: Some("Hélène Morin".to_owned()),
            ..verified.clone()
        };
        let submission = match application {
            Application::Verified => verified,
            Application::Listed => listed(),
            Application::Waiting
            | Application::Received
            | Application::InDiagnosis
            | Application::Proposed
            | Application::Adjourned
            | Application::LongDiagnosis
            | Application::Refused
            | Application::Withdrawn => return,
        };
        let object = self.new_thing();
        self.write(object, ready_on, Body::Submission(submission));
    }
}
