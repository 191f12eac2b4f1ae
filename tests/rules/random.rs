//! Invented files, the same for the same seed: every kind of fact, in any order the checks allow.

use chrono::{Days, NaiveDate};
use jalon::domain::codes::{
    Business, ContactKind, Modality, Outcome, PrescriberKind, Ruling, StepCategory, StepStatus,
};
use jalon::domain::contact::Contact;
use jalon::domain::decision::Decision;
use jalon::domain::diagnosis::Proposal;
use jalon::domain::employment::{ContractKind, Employment};
use jalon::domain::enrolment::Enrolment;
use jalon::domain::esf::LabourStatus;
use jalon::domain::evidence::{Evidence, EvidenceKind};
use jalon::domain::file::File;
use jalon::domain::id::PersonId;
use jalon::domain::interview::{Interview, Signature};
use jalon::domain::step::Step;
use jalon::domain::submission::Submission;
use jalon::domain::training::{Certification, Training};

use super::facts::{FileOf, whole_diagnosis};

/// SplitMix64: small, and the same everywhere.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    /// True `times` in ten.
    pub fn often(&mut self, times: u64) -> bool {
        self.below(10) < times
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[usize::try_from(self.below(from.len() as u64)).expect("small")]
    }

    /// A day of the `days` from `start` on.
    pub fn day(&mut self, start: NaiveDate, days: u64) -> NaiveDate {
        start + Days::new(self.below(days))
    }
}

/// How many lives are drawn: these, or as many as there may be with `JALON_LIVES=all`.
pub fn lives(usual: u64, all: u64) -> u64 {
    if std::env::var("JALON_LIVES").is_ok_and(|asked| asked == "all") { all } else { usual }
}

/// Days that the lives of these files span.
pub const SPAN_DAYS: u64 = 1_500;

pub fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 11, 20).expect("a date")
}

/// The file of a seed.
pub fn file(seed: u64) -> File {
    let mut dice = Dice::new(seed);
    let mut file = FileOf::person(9);
    enrolments(&mut dice, &mut file);
    for _ in 0..dice.below(16) {
        let it = interview(&mut dice);
        file.interview(it);
    }
    for _ in 0..dice.below(6) {
        let it = step(&mut dice);
        file.step(it);
    }
    for _ in 0..dice.below(6) {
        let it = decision(&mut dice);
        file.decision(it);
    }
    file.build()
}

/// First day of the last year of the contract.
pub fn last_year() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 1, 1).expect("a date")
}

/// A file with work, training, partners and the commission's papers besides.
pub fn working_file(seed: u64) -> File {
    let (mut dice, mut apart) = (Dice::new(seed ^ 0x7777), Dice::new(seed ^ 0x2727));
    let mut file = FileOf::person(9);
    let start = dice.day(first_day(), 300);
    file.enrolment(Enrolment {
        referred_on: Some(start - Days::new(20)),
        enrolled_on: dice.often(9).then_some(start),
        deed_signed_on: dice.often(5).then(|| start + Days::new(dice.below(60))),
        destination: apart.often(5).then(|| "Mission locale".to_owned()),
        destination_on: apart.often(5).then(|| apart.day(last_year(), 365)),
        prescriber_kind: dice.often(8).then(|| dice.pick(PrescriberKind::ALL)),
        ..Enrolment::default()
    });
    for _ in 0..apart.below(3) {
        let business = apart.pick(&[Business::Entry, Business::Review]);
        file.submission(Submission::new(business, apart.day(first_day(), SPAN_DAYS)));
    }
    if apart.often(8) {
        file.diagnosis(whole_diagnosis("2022-03-04", Proposal::Admit));
    }
    for _ in 0..dice.below(3) {
        let it = decision(&mut dice);
        file.decision(it);
    }
    for _ in 0..dice.below(4) {
        let mut it = step(&mut dice);
        it.partner = dice.often(7).then(|| "Atelier du Robec".to_owned());
        it.objectives_sent_on = dice.often(4).then(|| dice.day(first_day(), SPAN_DAYS));
        it.partner_review_on = dice.often(4).then(|| dice.day(first_day(), SPAN_DAYS));
        file.step(it);
    }
    if dice.often(5) {
        let date = dice.day(first_day(), SPAN_DAYS);
        file.contact(Contact { date, kind: ContactKind::PrescriberInformed, result: String::new() });
    }
    for _ in 0..dice.below(4) {
        let it = employment(&mut dice);
        file.employment(it);
    }
    for _ in 0..dice.below(4) {
        let mut it = Evidence::new(dice.pick(&[EvidenceKind::Cv, EvidenceKind::Cv, EvidenceKind::Letter]));
        it.dated_on = dice.often(6).then(|| dice.day(first_day(), SPAN_DAYS));
        it.received_on = dice.often(9).then(|| dice.day(first_day(), SPAN_DAYS));
        it.refused_because = dice.often(1).then(|| "illisible".to_owned());
        file.evidence(it);
    }
    of_the_fund(&mut apart, start, &mut file);
    if dice.often(4) {
        let awarded_on = dice.day(first_day(), SPAN_DAYS);
        file.training(Training {
            certification: Some(dice.pick(Certification::ALL)),
            awarded_on: Some(awarded_on),
            ..Training::new("Titre professionnel")
        });
    }
    file.build()
}

/// What the European Social Fund asks, and how far the file is Jalon's own.
fn of_the_fund(apart: &mut Dice, start: NaiveDate, file: &mut FileOf) {
    if apart.often(6) {
        file.identity(super::facts_esf::identify);
        let words = format!("{} complet", start.format("%d/%m/%Y"));
        let mut it = super::facts_esf::record(&mut words.split(' '));
        it.signed_on = apart.often(8).then(|| start + Days::new(apart.below(60)));
        it.exit_status = apart.often(5).then_some(LabourStatus::Unemployed);
        it.exit_seen_on = apart.often(8).then(|| apart.day(first_day(), SPAN_DAYS));
        it.later_status = apart.often(5).then_some(LabourStatus::Inactive);
        it.later_seen_on = apart.often(8).then(|| apart.day(first_day(), SPAN_DAYS));
        file.esf_record(it);
    }
    if apart.often(5) {
        file.identity(|it| it.phone = Some("02 99 00 00 10".to_owned()));
    }
    if apart.often(3) {
        file.begun(apart.day(first_day(), 600));
    }
}

fn employment(dice: &mut Dice) -> Employment {
    let kind = dice.pick(&[ContractKind::Permanent, ContractKind::FixedTerm, ContractKind::FixedTerm]);
    let mut it = Employment::new(kind, dice.day(first_day(), SPAN_DAYS));
    let last = it.starts_on + Days::new(dice.below(300));
    match (kind, dice.below(3)) {
        (ContractKind::Permanent, 0) => it.ended_on = Some(last),
        (ContractKind::Permanent, _) => {}
        (_, 0) => it.ended_on = Some(last),
        (_, _) => it.planned_end = Some(last),
    }
    it
}

fn enrolments(dice: &mut Dice, file: &mut FileOf) {
    let start = dice.day(first_day(), 500);
    let first = Enrolment {
        referred_on: dice.often(6).then(|| start - Days::new(1 + dice.below(60))),
        enrolled_on: dice.often(8).then_some(start),
        exited_on: dice.often(3).then(|| start + Days::new(dice.below(900))),
        ..Enrolment::default()
    };
    let after = first.exited_on.map(|it| it + Days::new(1 + dice.below(200)));
    if dice.often(9) {
        file.enrolment(first);
    }
    if let Some(after) = after.filter(|_| dice.often(6)) {
        file.enrolment(Enrolment {
            referred_on: Some(after),
            enrolled_on: dice.often(7).then(|| after + Days::new(dice.below(60))),
            ..Enrolment::default()
        });
    }
}

fn interview(dice: &mut Dice) -> Interview {
    let on = dice.day(first_day(), SPAN_DAYS);
    let outcomes = [Outcome::Held, Outcome::Held, Outcome::Held, Outcome::NoShow, Outcome::Planned];
    let mut it = Interview::new(on, dice.pick(&outcomes));
    it.modality = dice.often(9).then(|| dice.pick(Modality::ALL));
    it.duration_min = dice.often(8).then_some(45);
    if dice.often(9) {
        it.record = "Point sur les démarches.".to_owned();
    }
    it.participant_signature = signature(dice, on);
    it.counsellor_signature = signature(dice, on);
    it.signed_code = match dice.below(6) {
        0 | 1 => Some(it.control_code(PersonId([9; 16]))),
        2 => Some("AAAA-AAAA".to_owned()),
        _ => None,
    };
    it
}

fn signature(dice: &mut Dice, from: NaiveDate) -> Signature {
    let on = dice.day(from, 40);
    match dice.below(10) {
        0 | 1 => Signature::ToSign,
        2 => Signature::Refused { on: dice.often(5).then_some(on), reason: String::new() },
        3 => Signature::NotApplicable,
        4..=6 => Signature::Electronic { on },
        _ => Signature::Paper { on: from },
    }
}

fn step(dice: &mut Dice) -> Step {
    let categories = [StepCategory::Training, StepCategory::Employment, StepCategory::Social];
    let mut it = Step::new(dice.pick(&categories), "Étape", dice.pick(StepStatus::ALL));
    let start = dice.day(first_day(), SPAN_DAYS);
    it.starts_on = dice.often(8).then_some(start);
    it.ends_on = dice.often(7).then(|| start + Days::new(dice.below(200)));
    it.proposed_on = dice.often(5).then(|| start - Days::new(dice.below(40)));
    it
}

fn decision(dice: &mut Dice) -> Decision {
    let session_on = dice.day(first_day(), SPAN_DAYS);
    let ruling = dice.pick(Ruling::ALL);
    let business = match ruling {
        Ruling::Admitted | Ruling::Refused | Ruling::ReinforcedDiagnosis => Business::Entry,
        Ruling::Suspended | Ruling::Resumed | Ruling::Continued => Business::Review,
        Ruling::Exited | Ruling::ExitRefused => Business::Exit,
        Ruling::Adjourned => dice.pick(Business::ALL),
    };
    let suspends = ruling == Ruling::Suspended && dice.often(8);
    Decision {
        diagnosis_until: (ruling == Ruling::ReinforcedDiagnosis && dice.often(5))
            .then(|| session_on + Days::new(7 + dice.below(30))),
        suspended_until: suspends.then(|| session_on + Days::new(dice.below(200))),
        review_on: dice.often(4).then(|| session_on + Days::new(1 + dice.below(400))),
        ..Decision::new(session_on, business, ruling)
    }
}
