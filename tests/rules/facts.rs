//! Files written as one line of words, as the tables give them.
//!
//! Facts are separated by ` ; `, words by spaces, dates are `jj/mm/aaaa`:
//! * `orientation D`, `accueil D`, `adhésion D`, `acte D`, `sortie D`, `motif P1`, `lot L3`, `venu nouvelle` (or
//!   `protocole_precedent`, `retour`), `prescripteur PE` belong to the period of adhesion; `retour` opens
//!   another one;
//! * `entretien D …` was held in person for 45 minutes, with a record that both signed on the day,
//!   unless words say otherwise: a modality or an outcome by its code, `sans-durée`,
//!   `sans-compte-rendu`, `à-signer`, `à-signer-adhérent`, `à-signer-conseiller`, `signé-adhérent D`,
//!   `refus`, `sans-objet`, `signé-tel-quel`, `modifié-depuis`;
//! * `étape STATUT …`: `du D`, `au D`, `proposée D`, `emploi`, `partenaire`, `objectifs D`, `bilan D`;
//! * `commission D OBJET DÉCISION …`: `jusqu’au D`, `réexamen D`, `rendu-le D` of a diagnosis;
//! * `emploi CONTRAT D …`: `au D` (planned), `rompu D` (in fact), `20h` (a week), `motif`, `refuse`;
//! * `missions N D 28h` are N agency assignments of one week each, from that Monday to Friday;
//!   `mission D D 28h` is one, of so many hours in all;
//! * `formation etat|consulaire|prive|cqp …`: `du D`, `au D`, `obtenue D`, `niveau N`, `prolongée D`;
//! * `contact CODE D` is an event other than an interview;
//! * `cas ÉTAT D` is a case of its own, ruled on that day if it was;
//! * `repris D` says that the file was begun that day, on 01/01/2021 when nothing says so;
//! * `joignable`, `identité` and `fse D …` are those of `facts_esf.rs`;
//! * `diagnostic` is whole and proposes to admit;
//! * `dossier OBJET D` goes to the session of that day;
//! * `destination` or `destination D`: the scheme to go to is agreed, on that day;
//! * `critère CODE` and `priorité CODE` belong to the period of adhesion;
//! * `pièce SORTE …` was received and checked, unless words say otherwise: `datée D`, `valable D`,
//!   `du D`, `au D`, `reçue D`, `demandée`, `à-contrôler`, `refusée`, `prouve CODE`.

use chrono::{Days, NaiveDate, TimeZone, Utc};
use jalon::domain::codes::{
    Business, ContactKind, Criterion, EntryKind, ExitReason, Lot, Modality, Outcome, PrescriberKind,
    Priority, Ruling, StepCategory, StepStatus,
};
use jalon::domain::contact::Contact;
use jalon::domain::decision::Decision;
use jalon::domain::diagnosis::{Diagnosis, Proposal};
use jalon::domain::employment::{ContractKind, Employment};
use jalon::domain::enrolment::Enrolment;
use jalon::domain::esf::EsfRecord;
use jalon::domain::evidence::{Claim, Evidence, EvidenceKind};
use jalon::domain::file::{Current, EntryId, File};
use jalon::domain::id::{ObjectId, PersonId, StationId};
use jalon::domain::interview::{Interview, Signature};
use jalon::domain::person::Person;
use jalon::domain::special_case::{CaseState, SpecialCase};
use jalon::domain::step::Step;
use jalon::domain::submission::Submission;
use jalon::domain::training::{Certification, Training};

/// A diagnosis with everything that an admission asks for, whatever it proposes.
pub fn whole_diagnosis(on: &str, proposal: Proposal) -> Diagnosis {
    let said = || "dit".to_owned();
    Diagnosis {
        wants_work: Some(true),
        needs_support: Some(true),
        can_follow: Some(true),
        obstacles: said(),
        capacities: said(),
        realistic_steps: said(),
        plan: said(),
        first_step: said(),
        proposal: Some(proposal),
        reasons: said(),
        ..Diagnosis::new(on.parse().expect("a day"))
    }
}

/// Builds a file fact by fact, in any order.
pub struct FileOf {
    file: File,
    made: u64,
}

impl FileOf {
    pub fn person(number: u8) -> Self {
        let birth_date = NaiveDate::from_ymd_opt(1990, 1, 1).expect("a date");
        let person = Person::new("Morel", "Inès", birth_date);
        let mut made = 0;
        let person = current(&mut made, person);
        Self { file: File::new(PersonId([number; 16]), person), made }
    }

    pub fn identity(&mut self, change: impl Fn(&mut Person)) {
        change(&mut self.file.person.value);
    }

    pub fn begun(&mut self, on: NaiveDate) {
        self.file.begun_on = on;
    }

    pub fn enrolment(&mut self, it: Enrolment) {
        self.file.enrolments.push(current(&mut self.made, it));
    }

    pub fn interview(&mut self, it: Interview) {
        self.file.interviews.push(current(&mut self.made, it));
    }

    pub fn step(&mut self, it: Step) {
        self.file.steps.push(current(&mut self.made, it));
    }

    pub fn decision(&mut self, it: Decision) {
        self.file.decisions.push(current(&mut self.made, it));
    }

    pub fn contact(&mut self, it: Contact) {
        self.file.contacts.push(current(&mut self.made, it));
    }

    pub fn employment(&mut self, it: Employment) {
        self.file.employments.push(current(&mut self.made, it));
    }

    pub fn training(&mut self, it: Training) {
        self.file.trainings.push(current(&mut self.made, it));
    }

    pub fn evidence(&mut self, it: Evidence) {
        self.file.evidence.push(current(&mut self.made, it));
    }

    pub fn diagnosis(&mut self, it: Diagnosis) {
        self.file.diagnoses.push(current(&mut self.made, it));
    }

    pub fn submission(&mut self, it: Submission) {
        self.file.submissions.push(current(&mut self.made, it));
    }

    pub fn esf_record(&mut self, it: EsfRecord) {
        self.file.esf_records.push(current(&mut self.made, it));
    }

    pub fn special_case(&mut self, it: SpecialCase) {
        self.file.special_cases.push(current(&mut self.made, it));
    }

    /// The file, sorted as a fold leaves it.
    pub fn build(mut self) -> File {
        let file = &mut self.file;
        file.enrolments.sort_by_key(|it| it.value.enrolled_on.or(it.value.referred_on));
        file.interviews.sort_by_key(|it| (it.value.date, it.value.start));
        file.steps.sort_by_key(|it| it.value.starts_on.or(it.value.proposed_on));
        file.decisions.sort_by_key(|it| it.value.session_on);
        file.employments.sort_by_key(|it| it.value.starts_on);
        file.trainings.sort_by_key(|it| it.value.first_day());
        for it in self.file.interviews.clone() {
            self.file.compare_with_signed(it.id, &it.value);
        }
        self.file
    }
}

fn current<T>(made: &mut u64, value: T) -> Current<T> {
    *made += 1;
    let mut id = [0; 16];
    id[..8].copy_from_slice(&made.to_be_bytes());
    Current {
        id: ObjectId(id),
        entry: EntryId { station: StationId([1; 16]), sequence: *made },
        written_at: Utc.with_ymd_and_hms(2021, 1, 1, 8, 0, 0).single().expect("an instant"),
        value,
    }
}

#[expect(clippy::panic, reason = "a table that cannot be read must stop its test")]
fn refuse(word: &str, why: &str) -> ! {
    panic!("{word:?} {why}")
}

/// `jj/mm/aaaa`.
pub fn date(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%d/%m/%Y").unwrap_or_else(|_| refuse(text, "is no date"))
}

/// The file that a line of facts describes.
pub fn file_of(line: &str) -> File {
    let mut file = FileOf::person(7);
    let mut enrolment = Enrolment::default();
    for fact in line.split(" ; ").map(str::trim).filter(|fact| !fact.is_empty()) {
        let mut words = fact.split_whitespace();
        let kind = words.next().expect("a word");
        match kind {
            "orientation" => enrolment.referred_on = Some(next_date(&mut words)),
            "adhésion" => enrolment.enrolled_on = Some(next_date(&mut words)),
            "acte" => enrolment.deed_signed_on = Some(next_date(&mut words)),
            "sortie" => enrolment.exited_on = Some(next_date(&mut words)),
            "destination" => {
                enrolment.destination = Some("dispositif adapté".to_owned());
                enrolment.destination_on = words.next().map(date);
            }
            "motif" => enrolment.exit_reason = words.next().and_then(ExitReason::from_code),
            "venu" => enrolment.entry_kind = words.next().and_then(EntryKind::from_code),
            "lot" => enrolment.lot = words.next().and_then(Lot::from_code),
            "accueil" => enrolment.received_on = Some(next_date(&mut words)),
            "prescripteur" => enrolment.prescriber_kind = words.next().and_then(PrescriberKind::from_code),
            "retour" => file.enrolment(std::mem::take(&mut enrolment)),
            "entretien" => file.interview(interview(&mut words)),
            "étape" => file.step(step(&mut words)),
            "commission" => file.decision(decision(&mut words)),
            "emploi" => file.employment(employment(&mut words)),
            "missions" => weekly_assignments(&mut words).into_iter().for_each(|it| file.employment(it)),
            "mission" => file.employment(assignment(&mut words)),
            "formation" => file.training(training(&mut words)),
            "critère" => enrolment
                .criteria
                .push(Criterion::from_code(words.next().expect("a criterion")).expect("a criterion")),
            "priorité" => enrolment
                .priorities
                .push(Priority::from_code(words.next().expect("a priority")).expect("a priority")),
            "contact" => {
                let kind = ContactKind::from_code(words.next().expect("a kind")).expect("a kind");
                file.contact(Contact { kind, date: next_date(&mut words), result: String::new() });
            }
            "joignable" => file.identity(|it| it.phone = Some("02 99 00 00 10".to_owned())),
            "identité" => file.identity(super::facts_esf::identify),
            "fse" => file.esf_record(super::facts_esf::record(&mut words)),
            "repris" => file.begun(next_date(&mut words)),
            "cas" => file.special_case(special_case(&mut words)),
            "diagnostic" => file.diagnosis(whole_diagnosis("2026-02-02", Proposal::Admit)),
            "dossier" => {
                let business = Business::from_code(words.next().expect("a business")).expect("a business");
                file.submission(Submission::new(business, next_date(&mut words)));
            }
            "pièce" => file.evidence(evidence(&mut words)),
            other => refuse(other, "is no kind of fact"),
        }
        assert_eq!(words.next(), None, "too many words in {fact:?}");
    }
    if enrolment != Enrolment::default() {
        file.enrolment(enrolment);
    }
    file.build()
}

fn next_date<'a>(words: &mut impl Iterator<Item = &'a str>) -> NaiveDate {
    date(words.next().expect("a date"))
}

fn special_case<'a>(words: &mut impl Iterator<Item = &'a str>) -> SpecialCase {
    let state = CaseState::from_code(words.next().expect("a state")).expect("a state");
    let on = next_date(words);
    let is_ruled = matches!(state, CaseState::Validated | CaseState::Refused);
    SpecialCase { state, ruled_on: is_ruled.then_some(on), ..SpecialCase::new(on) }
}

fn interview<'a>(words: &mut impl Iterator<Item = &'a str>) -> Interview {
    let on = next_date(words);
    let signed = Signature::Paper { on };
    let mut it = Interview::new(on, Outcome::Held);
    it.modality = Some(Modality::OnSite);
    it.duration_min = Some(45);
    it.record = "Point sur les démarches.".to_owned();
    (it.participant_signature, it.counsellor_signature) = (signed.clone(), signed);
    while let Some(word) = words.next() {
        match word {
            "sans-durée" => it.duration_min = None,
            "sans-compte-rendu" => it.record.clear(),
            "à-signer" => {
                (it.participant_signature, it.counsellor_signature) = (Signature::ToSign, Signature::ToSign);
            }
            "à-signer-adhérent" => it.participant_signature = Signature::ToSign,
            "à-signer-conseiller" => it.counsellor_signature = Signature::ToSign,
            "signé-adhérent" => it.participant_signature = Signature::Electronic { on: next_date(words) },
            "refus" => it.participant_signature = Signature::Refused { on: None, reason: String::new() },
            "sans-objet" => it.participant_signature = Signature::NotApplicable,
            "signé-tel-quel" => it.signed_code = Some(it.control_code(PersonId([7; 16]))),
            "modifié-depuis" => {
                it.signed_code = Some(it.control_code(PersonId([7; 16])));
                it.record.push_str(" Et une phrase ajoutée.");
            }
            code => match (Modality::from_code(code), Outcome::from_code(code)) {
                (Some(modality), _) => it.modality = Some(modality),
                (None, Some(outcome)) => it.outcome = outcome,
                (None, None) => refuse(code, "says nothing of an interview"),
            },
        }
    }
    it
}

fn evidence<'a>(words: &mut impl Iterator<Item = &'a str>) -> Evidence {
    let kind = EvidenceKind::from_code(words.next().expect("a document")).expect("a document");
    let mut it = Evidence::new(kind);
    let long_ago = date("01/01/2021");
    (it.received_on, it.checked_on) = (Some(long_ago), Some(long_ago));
    while let Some(word) = words.next() {
        match word {
            "datée" => it.dated_on = Some(next_date(words)),
            "valable" => it.valid_until = Some(next_date(words)),
            "du" => it.covers_from = Some(next_date(words)),
            "au" => it.covers_to = Some(next_date(words)),
            "reçue" => it.received_on = Some(next_date(words)),
            "demandée" => it.received_on = None,
            "à-contrôler" => it.checked_on = None,
            "refusée" => it.refused_because = Some("illisible".to_owned()),
            "prouve" => it.claim = words.next().and_then(Claim::from_code),
            other => refuse(other, "says nothing of a document"),
        }
    }
    it
}

fn step<'a>(words: &mut impl Iterator<Item = &'a str>) -> Step {
    let status = StepStatus::from_code(words.next().expect("a status")).expect("a status");
    let mut it = Step::new(StepCategory::Training, "Remise à niveau", status);
    while let Some(word) = words.next() {
        match word {
            "emploi" => it.category = StepCategory::Employment,
            "partenaire" => it.partner = Some("Atelier du Robec".to_owned()),
            "objectifs" => it.objectives_sent_on = Some(next_date(words)),
            "bilan" => it.partner_review_on = Some(next_date(words)),
            "du" => it.starts_on = Some(next_date(words)),
            "au" => it.ends_on = Some(next_date(words)),
            "proposée" => it.proposed_on = Some(next_date(words)),
            other => refuse(other, "says nothing of a step"),
        }
    }
    it
}

fn decision<'a>(words: &mut impl Iterator<Item = &'a str>) -> Decision {
    let session_on = next_date(words);
    let business = Business::from_code(words.next().expect("a business")).expect("a business");
    let ruling = Ruling::from_code(words.next().expect("a ruling")).expect("a ruling");
    let mut it = Decision::new(session_on, business, ruling);
    while let Some(word) = words.next() {
        match word {
            "rendu-le" => it.diagnosis_until = Some(next_date(words)),
            "jusqu’au" => it.suspended_until = Some(next_date(words)),
            "réexamen" => it.review_on = Some(next_date(words)),
            other => refuse(other, "says nothing of a decision"),
        }
    }
    it
}

fn employment<'a>(words: &mut impl Iterator<Item = &'a str>) -> Employment {
    let kind = ContractKind::from_code(words.next().expect("a contract")).expect("a contract");
    let mut it = Employment::new(kind, next_date(words));
    while let Some(word) = words.next() {
        match word {
            "au" => it.planned_end = Some(next_date(words)),
            "rompu" => it.ended_on = Some(next_date(words)),
            "motif" => it.short_hours_basis = Some("accord de branche".to_owned()),
            "refuse" => it.suits_person = Some(false),
            hours => it.weekly_minutes = Some(minutes(hours)),
        }
    }
    it
}

/// `28h` or `27.9h`, in minutes.
fn minutes(hours: &str) -> u32 {
    let hours = hours.strip_suffix('h').unwrap_or_else(|| refuse(hours, "is no number of hours"));
    let hours: f64 = hours.parse().unwrap_or_else(|_| refuse(hours, "is no number of hours"));
    (hours * 60.0).round() as u32
}

fn assignment<'a>(words: &mut impl Iterator<Item = &'a str>) -> Employment {
    let mut it = Employment::new(ContractKind::Agency, next_date(words));
    it.ended_on = Some(next_date(words));
    it.total_minutes = Some(minutes(words.next().expect("hours")));
    it
}

fn weekly_assignments<'a>(words: &mut impl Iterator<Item = &'a str>) -> Vec<Employment> {
    let weeks: u64 = words.next().and_then(|it| it.parse().ok()).expect("a number of weeks");
    let monday = next_date(words);
    let minutes = minutes(words.next().expect("hours"));
    let assignment = |week| {
        let mut it = Employment::new(ContractKind::Agency, monday + Days::new(7 * week));
        it.ended_on = Some(it.starts_on + Days::new(4));
        it.total_minutes = Some(minutes);
        it
    };
    (0..weeks).map(assignment).collect()
}

fn training<'a>(words: &mut impl Iterator<Item = &'a str>) -> Training {
    let mut it = Training::new("Titre professionnel");
    it.certification = Certification::from_code(words.next().expect("a certification"));
    while let Some(word) = words.next() {
        match word {
            "du" => it.starts_on = Some(next_date(words)),
            "au" => it.ends_on = Some(next_date(words)),
            "obtenue" => it.awarded_on = Some(next_date(words)),
            "prolongée" => it.support_until = Some(next_date(words)),
            "niveau" => it.level = words.next().and_then(|it| it.parse().ok()),
            other => refuse(other, "says nothing of a training"),
        }
    }
    it
}
