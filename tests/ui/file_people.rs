//! Four invented people for the screens of the file and of forms: of one hardly anything is
//! known, one is typical, one has the longest names, one was met three hundred times.

use chrono::{Days, NaiveTime};
use jalon::domain::barrier::{Barrier, BarrierState, BarrierTheme, Impact};
use jalon::domain::body::Body;
use jalon::domain::codes::{
    Business, ContactKind, Criterion, Lot, Modality, Outcome, PrescriberKind, Public, Purpose, Ruling,
    StepCategory, StepStatus,
};
use jalon::domain::contact::Contact;
use jalon::domain::decision::Decision;
use jalon::domain::diagnosis::Diagnosis;
use jalon::domain::enrolment::Enrolment;
use jalon::domain::evidence::{Attachment, AttachmentKind, Evidence, EvidenceForm, EvidenceKind};
use jalon::domain::goal::{Goal, GoalState};
use jalon::domain::interview::{Interview, Signature};
use jalon::domain::person::Person;
use jalon::domain::signing::Signing;
use jalon::domain::step::Step;

use super::forms_station::day;

/// A person and what is known of them.
pub type Known = (Body, Vec<Body>);

/// An interview that was held.
pub fn held(date: &str, minutes: u16, modality: Modality, record: &str) -> Interview {
    let mut interview = Interview::new(day(date), Outcome::Held);
    interview.start = NaiveTime::from_hms_opt(14, 0, 0);
    interview.duration_min = Some(minutes);
    interview.modality = Some(modality);
    interview.record = record.to_owned();
    interview
}

fn signed(mut interview: Interview, signing: Signing) -> Body {
    let on = interview.date;
    signing.sign(&mut interview, on);
    Body::Interview(interview)
}

fn step(category: StepCategory, title: &str, status: StepStatus, from: &str, until: Option<&str>) -> Step {
    let mut step = Step::new(category, title, status);
    step.starts_on = Some(day(from));
    step.ends_on = until.map(day);
    step
}

/// Of whom nothing is known but a name.
pub fn empty() -> Known {
    (Body::Person(Person::new("Lefebvre", "Inès", day("1995-06-15"))), Vec::new())
}

/// In pathway for a year and a half, met every month but the last two.
pub fn typical() -> Known {
    let mut person = Person::new("Benali", "Nadia", day("1990-05-02"));
    person.commune = Some("76540".to_owned());
    person.phone = Some("06 12 34 56 78".to_owned());
    let enrolment = Enrolment {
        referred_on: Some(day("2024-08-20")),
        prescriber_kind: Some(PrescriberKind::MissionLocale),
        prescriber: Some("Mme Petit".to_owned()),
        received_on: Some(day("2024-08-28")),
        enrolled_on: Some(day("2024-09-12")),
        deed_signed_on: Some(day("2024-09-12")),
        lot: Some(Lot::L6),
        public: Some(Public::Adult),
        criteria: vec![Criterion::Rsa],
        main_criterion: Some(Criterion::Rsa),
        ..Enrolment::default()
    };
    let mut rest = vec![Body::Enrolment(enrolment)];
    rest.extend(typical_interviews());
    rest.extend(typical_steps());
    rest.push(Body::Contact(Contact {
        date: day("2026-02-10"),
        kind: ContactKind::Call,
        result: "Rappelée après son absence : enfant malade, nouveau rendez-vous pris.".to_owned(),
    }));
    rest.push(Body::Decision(Decision::new(day("2024-09-12"), Business::Entry, Ruling::Admitted)));
    (Body::Person(person), rest)
}

/// The typical person, with a diagnosis not yet finished, obstacles in every state, goals.
pub fn with_needs() -> Known {
    let (person, mut rest) = typical();
    rest.push(Body::Diagnosis(Diagnosis {
        wants_work: Some(true),
        needs_support: Some(true),
        obstacles: "Garde des deux enfants, permis.".to_owned(),
        ..Diagnosis::new(day("2024-10-03"))
    }));
    let barriers = [
        (BarrierTheme::Mobility, "Pas de permis, bus toutes les heures", BarrierState::Treated, true),
        (BarrierTheme::Family, "Garde des enfants le mercredi", BarrierState::Directed, false),
        (BarrierTheme::Language, "Lit peu le français", BarrierState::Lifted, false),
        (BarrierTheme::Money, "Loyer en retard de deux mois", BarrierState::Identified, false),
    ];
    for (theme, situation, state, is_priority) in barriers {
        let impact = is_priority.then_some(Impact::Strong);
        let (situation, action) = (situation.to_owned(), String::new());
        let seen_on = day("2025-06-12");
        rest.push(Body::Barrier(Barrier { theme, situation, seen_on, state, impact, is_priority, action }));
    }
    let goal = |title: &str, due: &str, state| {
        Body::Goal(Goal {
            title: title.to_owned(),
            measure: Some("attestation reçue".to_owned()),
            agreed_on: day("2025-11-07"),
            due_on: Some(day(due)),
            state,
            ended_on: (state != GoalState::Running).then(|| day("2025-12-01")),
            participant_signed_on: Some(day("2025-11-07")),
            counsellor_signed_on: (due < "2026-03").then(|| day("2025-11-07")),
        })
    };
    rest.push(goal("Obtenir le code de la route", "2026-02-28", GoalState::Running));
    rest.push(goal("Déposer le dossier de garde", "2026-04-30", GoalState::Running));
    rest.push(goal("Valider le niveau A2", "2025-12-01", GoalState::Reached));
    (person, rest)
}

/// The typical person, with documents in every state.
pub fn with_evidence() -> Known {
    let (person, mut rest) = typical();
    let piece = |kind, dated: &str| {
        let mut it = Evidence::new(kind);
        (it.dated_on, it.received_on) = (Some(day(dated)), Some(day(dated)));
        it.form = Some(EvidenceForm::Copy);
        it
    };
    let checked = |mut it: Evidence| {
        (it.checked_by, it.checked_on) = (Some("Claire Morin".to_owned()), it.received_on);
        it
    };
    let mut identity = checked(piece(EvidenceKind::Identity, "2024-08-28"));
    identity.valid_until = Some(day("2025-09-30"));
    let mut scan = checked(piece(EvidenceKind::Address, "2024-08-20"));
    let (name, sha256) = ("quittance électricité août.pdf".to_owned(), "00".repeat(32));
    scan.attachment = Some(Attachment { name, kind: AttachmentKind::Pdf, size: 1_200_000, sha256 });
    let mut refused = checked(piece(EvidenceKind::PaySlip, "2025-12-31"));
    refused.refused_because = Some("Illisible".to_owned());
    let unchecked = piece(EvidenceKind::Contract, "2025-12-01");
    rest.extend([identity, scan, refused, unchecked].map(Body::Evidence));
    (person, rest)
}

fn typical_interviews() -> Vec<Body> {
    let mut rest = Vec::new();
    let met = [
        ("2024-08-28", "Accueil. Parle bien français, écrit peu. Vit seule avec deux enfants."),
        ("2024-10-03", "Diagnostic partagé : garde d’enfants, mobilité."),
        ("2024-11-07", "Contrat d’objectifs relu et signé."),
        ("2025-01-09", "Visite de la plateforme mobilité ; permis à l’étude."),
        ("2025-03-06", "FLE deux fois par semaine, assidue."),
        ("2025-06-12", "Bilan du FLE : niveau A2 atteint."),
        ("2025-09-11", "Projet d’aide à domicile, stage à chercher."),
        ("2025-11-13", "Stage de deux semaines confirmé à la résidence des Tilleuls."),
    ];
    for (date, record) in met {
        rest.push(signed(held(date, 45, Modality::OnSite, record), Signing::Both));
    }
    let mut phone =
        held("2025-12-18", 20, Modality::Phone, "Stage très positif, employeur prêt à reprendre.");
    phone.participant_signature = Signature::NotApplicable;
    phone.purposes = vec![Purpose::FollowUp, Purpose::JobInterview];
    rest.push(Body::Interview(phone));
    rest.push(signed(
        held("2026-01-08", 60, Modality::OnSite, "CV à jour, trois offres repérées."),
        Signing::Counsellor,
    ));
    rest.push(Body::Interview(Interview::new(day("2026-02-05"), Outcome::NoShow)));
    let mut next = Interview::new(day("2026-03-19"), Outcome::Planned);
    next.start = NaiveTime::from_hms_opt(14, 0, 0);
    next.modality = Some(Modality::OnSite);
    rest.push(Body::Interview(next));
    rest
}

fn typical_steps() -> Vec<Body> {
    let mut rest = Vec::new();
    rest.push(Body::Step(step(
        StepCategory::Training,
        "FLE, centre social",
        StepStatus::Done,
        "2025-02-03",
        Some("2025-06-27"),
    )));
    rest.push(Body::Step(step(
        StepCategory::Placement,
        "Stage, Les Tilleuls",
        StepStatus::Done,
        "2025-11-24",
        Some("2025-12-05"),
    )));
    rest.push(Body::Step(step(
        StepCategory::Social,
        "Garde d’enfants",
        StepStatus::Running,
        "2025-09-15",
        None,
    )));
    let mut proposed = Step::new(StepCategory::Training, "Titre ADVF", StepStatus::Proposed);
    proposed.proposed_on = Some(day("2026-01-08"));
    proposed.partner = Some("AFPA Rouen".to_owned());
    rest.push(Body::Step(proposed));
    rest
}

/// Whose every text is as long as it gets.
pub fn long() -> Known {
    let mut person = Person::new(
        "de Montmorency-Bellefontaine de la Tour d’Auvergne",
        "Marie-Antoinette Joséphine Éléonore",
        day("1968-12-31"),
    );
    person.commune = Some("76039".to_owned());
    let mut interview =
        held("2026-02-12", 600, Modality::Outreach, &"Anticonstitutionnellement parlant, ".repeat(40));
    interview.place = Some("Maison des associations et de la solidarité du quartier des Sapins".to_owned());
    interview.purposes = Purpose::ALL.to_vec();
    interview.participant_signature = Signature::Refused {
        on: Some(day("2026-02-12")),
        reason: "ne souhaite rien signer avant relecture".to_owned(),
    };
    let mut step = step(
        StepCategory::CareerProject,
        "Accompagnement renforcé à la définition d’un projet professionnel réaliste et réalisable",
        StepStatus::Running,
        "2025-12-01",
        Some("2026-11-30"),
    );
    step.partner = Some("Centre interinstitutionnel de bilan de compétences de Seine-Maritime".to_owned());
    let enrolment = Enrolment {
        enrolled_on: Some(day("2023-02-01")),
        deed_signed_on: Some(day("2023-02-01")),
        prescriber_kind: Some(PrescriberKind::Other),
        prescriber: Some("Association départementale pour l’insertion et l’accompagnement".to_owned()),
        lot: Some(Lot::L9),
        public: Some(Public::Adult),
        ..Enrolment::default()
    };
    let contact = Contact {
        date: day("2026-02-20"),
        kind: ContactKind::PrescriberInformed,
        result: "Courriel détaillé\nenvoyé au référent social, sans réponse à ce jour, relance prévue "
            .repeat(3),
    };
    let rest = vec![
        Body::Enrolment(enrolment),
        Body::Interview(interview),
        Body::Step(step),
        Body::Contact(contact),
    ];
    (Body::Person(person), rest)
}

/// Who was met three hundred times.
pub fn many() -> Known {
    let mut person = Person::new("Traoré", "Amadou", day("1980-01-15"));
    person.commune = Some("76681".to_owned());
    let enrolment = Enrolment {
        enrolled_on: Some(day("2020-05-04")),
        deed_signed_on: Some(day("2020-05-04")),
        lot: Some(Lot::L6),
        public: Some(Public::Adult),
        ..Enrolment::default()
    };
    let mut rest = vec![Body::Enrolment(enrolment)];
    for rank in 0..300_u64 {
        let date = day("2020-05-04") + Days::new(rank * 7);
        let minutes = 30 + u16::try_from(rank % 4).expect("small") * 15;
        let modality = Modality::ALL[usize::try_from(rank % 6).expect("small")];
        let interview =
            held(&date.to_string(), minutes, modality, &format!("Entretien numéro {}.", rank + 1));
        rest.push(signed(interview, Signing::ALL[usize::try_from((rank + 4) % 5).expect("small")]));
    }
    (Body::Person(person), rest)
}
