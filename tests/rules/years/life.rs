//! One life: a referral, the commission, interviews, steps, jobs, suspensions, an exit, a return. Each
//! act goes through the checks, as it would from a form, and is folded as the journal is.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use jalon::domain::body::Body;
use jalon::domain::check;
use jalon::domain::codes::{
    Business, ExitReason, Modality, Outcome, PathwayState, Ruling, StepCategory, StepStatus,
};
use jalon::domain::decision::Decision;
use jalon::domain::employment::{ContractKind, Employment};
use jalon::domain::enrolment::Enrolment;
use jalon::domain::file::{EntryId, File};
use jalon::domain::id::{ObjectId, PersonId, StationId};
use jalon::domain::interview::{Interview, Signature};
use jalon::domain::person::Person;
use jalon::domain::referent::{Referent, ReferentChange};
use jalon::domain::state::State;
use jalon::domain::step::Step;
use jalon::domain::training::{Certification, Training};
use jalon::domain::violation::Severity;
use jalon::journal::entry::{Draft, Entry, Head};
use jalon::journal::fold::Fold;
use jalon::journal::payload::Said;

use super::Act;
use crate::rules::random::Dice;

const STATION: StationId = StationId([1; 16]);

/// A person, and everything written of them so far.
pub struct Life {
    person: PersonId,
    today: NaiveDate,
    fold: Fold,
    told: Vec<(Entry, Body)>,
    made: u64,
    refused: u64,
}

impl Life {
    /// Somebody who is heard of for the first time the day after `day`.
    pub fn begin(day: NaiveDate, seed: u64) -> Self {
        let mut id = [7; 16];
        id[..8].copy_from_slice(&seed.to_be_bytes());
        Self {
            person: PersonId(id),
            today: day,
            fold: Fold::default(),
            told: Vec::new(),
            made: 0,
            refused: 0,
        }
    }

    pub const fn today(&self) -> NaiveDate {
        self.today
    }

    /// How many acts the checks refused.
    pub const fn refused(&self) -> u64 {
        self.refused
    }

    pub fn file(&self) -> Option<&File> {
        self.fold.caseload.files.get(&self.person).map(AsRef::as_ref)
    }

    /// The next day, and what is written on it.
    pub fn live_a_day(&mut self, dice: &mut Dice) -> Vec<Act> {
        self.today = self.today + Days::new(1);
        let mut acts = Vec::new();
        let Some(file) = self.file().cloned() else {
            let born = NaiveDate::from_ymd_opt(1990, 5, 2).expect("a date");
            let object = self.thing();
            acts.extend(self.write(object, Body::Person(Person::new("Morel", "Inès", born))));
            return acts;
        };
        for (object, body) in draw(&file, self.today, dice) {
            let object = object.unwrap_or_else(|| self.thing());
            acts.extend(self.write(object, body));
        }
        acts
    }

    /// The same entries, folded again from nothing, give the same file.
    pub fn is_the_same_when_told_again(&self) {
        let mut again = Fold::default();
        for (entry, body) in &self.told {
            again.apply_said(entry, Some(Said::Is(body.clone())));
        }
        assert_eq!(again.caseload.files.get(&self.person).map(AsRef::as_ref), self.file());
    }

    fn thing(&mut self) -> ObjectId {
        self.made += 1;
        let mut id = [0; 16];
        id[..8].copy_from_slice(&self.made.to_be_bytes());
        ObjectId(id)
    }

    /// Writes what nothing refuses, as a form does.
    fn write(&mut self, object: ObjectId, body: Body) -> Option<Act> {
        let before = self.file().cloned();
        let violations = check::body(&body, before.as_ref(), self.today);
        if violations.iter().any(|it| it.severity == Severity::Refusal) {
            self.refused += 1;
            return None;
        }
        let sequence = u64::try_from(self.told.len()).expect("few");
        let at: DateTime<Utc> = self.today.and_time(NaiveTime::MIN).and_utc();
        let draft = Draft {
            kind: body.kind().to_owned(),
            object,
            person: Some(self.person),
            replaces: self.fold.latest(object).map(|it| EntryId { ..it.entry }),
            payload: Vec::new(),
        };
        let entry = Entry::following(Head { sequence, ..Head::EMPTY }, STATION, at, draft);
        self.fold.apply_said(&entry, Some(Said::Is(body.clone())));
        self.told.push((entry, body.clone()));
        Some(Act { on: self.today, before, after: self.file()?.clone(), body })
    }
}

type Written = (Option<ObjectId>, Body);

/// What is written of a file on a day: most days, nothing.
fn draw(file: &File, today: NaiveDate, dice: &mut Dice) -> Vec<Written> {
    match State::of(file, today).pathway() {
        PathwayState::Candidate => before_the_adhesion(file, today, dice),
        PathwayState::InPathway
        | PathwayState::InWork
        | PathwayState::PostTraining
        | PathwayState::Suspended => in_the_pathway(file, today, dice),
        PathwayState::Refused | PathwayState::Exited if dice.below(400) == 0 => {
            let again = Enrolment { referred_on: Some(today), ..Enrolment::default() };
            vec![(None, Body::Enrolment(again))]
        }
        PathwayState::Refused | PathwayState::Exited => Vec::new(),
    }
}

fn before_the_adhesion(file: &File, today: NaiveDate, dice: &mut Dice) -> Vec<Written> {
    let Some(enrolment) = file.enrolments.last() else {
        let first = Enrolment { referred_on: Some(today), ..Enrolment::default() };
        return vec![(None, Body::Enrolment(first))];
    };
    let entry = |ruling| Decision::new(today, Business::Entry, ruling);
    match dice.below(60) {
        0 | 1 => {
            let admitted = Enrolment { enrolled_on: Some(today), ..enrolment.value.clone() };
            vec![
                (None, Body::Decision(entry(Ruling::Admitted))),
                (Some(enrolment.id), Body::Enrolment(admitted)),
            ]
        }
        2 => vec![(None, adjourned(Business::Entry, today))],
        3 => {
            let until = Some(today + Days::new(28));
            vec![(
                None,
                Body::Decision(Decision { diagnosis_until: until, ..entry(Ruling::ReinforcedDiagnosis) }),
            )]
        }
        4 if dice.often(3) => {
            let refused = Decision { other_support: "Mission locale".to_owned(), ..entry(Ruling::Refused) };
            vec![(None, Body::Decision(refused))]
        }
        5 => vec![(None, Body::Interview(interview(today, dice)))],
        _ => Vec::new(),
    }
}

fn in_the_pathway(file: &File, today: NaiveDate, dice: &mut Dice) -> Vec<Written> {
    match dice.below(160) {
        0..=5 => vec![(None, Body::Interview(interview(today, dice)))],
        6 | 7 => vec![(None, Body::Step(step(today)))],
        8 | 9 => finish_a_step(file, today),
        10 => vec![(None, Body::Employment(job(today, dice)))],
        11 => lose_a_job(file, today),
        12 if dice.often(3) => vec![(None, Body::Training(award(today)))],
        13 => vec![(None, adjourned(dice.pick(Business::ALL), today))],
        14 if dice.often(5) => vec![(None, review(Ruling::Suspended, today, dice))],
        15 if dice.often(5) => {
            let ruling = dice.pick(&[Ruling::Resumed, Ruling::Continued]);
            vec![(None, review(ruling, today, dice))]
        }
        16 if dice.often(2) => leave(file, today, dice),
        17 => sign(file, today),
        18 => vec![(None, Body::Referent(handed_over(today, dice)))],
        _ => Vec::new(),
    }
}

/// Somebody else follows the person from today on: sometimes the one who does already, which is refused.
fn handed_over(today: NaiveDate, dice: &mut Dice) -> Referent {
    let name = dice.pick(&["Claire Morel", "Paul Vasseur", "Nadia Lemoine"]).to_owned();
    let change = Some(dice.pick(ReferentChange::ALL));
    Referent { name, since: today, change, note: String::new() }
}

fn interview(today: NaiveDate, dice: &mut Dice) -> Interview {
    let outcome = dice.pick(&[Outcome::Held, Outcome::Held, Outcome::Held, Outcome::NoShow]);
    let mut it = Interview::new(today, outcome);
    it.modality = Some(dice.pick(&[Modality::OnSite, Modality::OnSite, Modality::Phone]));
    if outcome == Outcome::Held {
        it.duration_min = Some(45);
        it.record = "Point sur les démarches.".to_owned();
    }
    if outcome == Outcome::Held && dice.often(7) {
        let signed = Signature::Paper { on: today };
        (it.participant_signature, it.counsellor_signature) = (signed.clone(), signed);
    }
    it
}

/// The oldest record that both have still to sign.
fn sign(file: &File, today: NaiveDate) -> Vec<Written> {
    let lacks = |it: &Interview| it.outcome == Outcome::Held && it.participant_signature == Signature::ToSign;
    let found = file.interviews.iter().find(|it| lacks(&it.value));
    let signed = Signature::Paper { on: today };
    let version = |it: &Interview| Interview {
        participant_signature: signed.clone(),
        counsellor_signature: signed.clone(),
        ..it.clone()
    };
    found.map(|it| (Some(it.id), Body::Interview(version(&it.value)))).into_iter().collect()
}

fn step(today: NaiveDate) -> Step {
    let mut it = Step::new(StepCategory::Training, "Remise à niveau", StepStatus::Running);
    (it.proposed_on, it.starts_on) = (Some(today), Some(today));
    it
}

fn finish_a_step(file: &File, today: NaiveDate) -> Vec<Written> {
    let running = file.steps.iter().find(|it| it.value.status == StepStatus::Running);
    let done = |it: &Step| Step { status: StepStatus::Done, ends_on: Some(today), ..it.clone() };
    running.map(|it| (Some(it.id), Body::Step(done(&it.value)))).into_iter().collect()
}

fn job(today: NaiveDate, dice: &mut Dice) -> Employment {
    let kind = dice.pick(&[ContractKind::Permanent, ContractKind::FixedTerm, ContractKind::Agency]);
    let mut it = Employment::new(kind, today);
    if kind != ContractKind::Permanent {
        it.planned_end = Some(today + Days::new(1 + dice.below(200)));
    }
    it.weekly_minutes = Some(35 * 60);
    it
}

fn lose_a_job(file: &File, today: NaiveDate) -> Vec<Written> {
    let running = file.employments.iter().find(|it| it.value.is_running_on(today));
    let over = |it: &Employment| Employment { ended_on: Some(today), ..it.clone() };
    running.map(|it| (Some(it.id), Body::Employment(over(&it.value)))).into_iter().collect()
}

fn award(today: NaiveDate) -> Training {
    Training {
        certification: Some(Certification::State),
        awarded_on: Some(today),
        ends_on: Some(today),
        ..Training::new("Titre professionnel")
    }
}

fn adjourned(business: Business, today: NaiveDate) -> Body {
    let reason = "Dossier incomplet".to_owned();
    Body::Decision(Decision { reason, ..Decision::new(today, business, Ruling::Adjourned) })
}

fn review(ruling: Ruling, today: NaiveDate, dice: &mut Dice) -> Body {
    let until = today + Days::new(20 + dice.below(150));
    Body::Decision(Decision {
        suspended_until: (ruling == Ruling::Suspended).then_some(until),
        review_on: Some(until + Days::new(1)),
        ..Decision::new(today, Business::Review, ruling)
    })
}

/// The commission lets the person go, and the period is closed on the same day.
fn leave(file: &File, today: NaiveDate, dice: &mut Dice) -> Vec<Written> {
    let Some(enrolment) = file.enrolments.last() else { return Vec::new() };
    let exit_reason = Some(dice.pick(&[ExitReason::Permanent, ExitReason::Moved, ExitReason::Withdrawal]));
    let over = Enrolment { exited_on: Some(today), exit_reason, ..enrolment.value.clone() };
    vec![
        (None, Body::Decision(Decision::new(today, Business::Exit, Ruling::Exited))),
        (Some(enrolment.id), Body::Enrolment(over)),
    ]
}
