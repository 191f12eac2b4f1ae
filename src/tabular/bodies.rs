//! What each line says, as a body of the domain. Every cell has been read and checked already.

use chrono::NaiveDate;

use super::cell::{Cells, Signed};
use crate::domain::body::Body;
use crate::domain::codes::{
    Business, ContactKind, Criterion, DropReason, EntryKind, ExitReason, Lot, Modality, Outcome,
    PrescriberKind, Priority, Public, QpvList, Ruling, Scheme, Sector, Sex, StepCategory, StepStatus,
};
use crate::domain::contact::Contact;
use crate::domain::decision::Decision;
use crate::domain::employment::{ContractKind, Employment};
use crate::domain::enrolment::Enrolment;
use crate::domain::interview::{Interview, Signature};
use crate::domain::person::Person;
use crate::domain::step::Step;
use crate::domain::training::{Certification, Training};

/// A line of `personnes`.
pub fn person(cells: &Cells) -> Body {
    let (commune, sector) = cells.commune("commune").unzip();
    Body::Person(Person {
        reference: Some(cells.reference().to_owned()),
        birth_name: cells.text("nom_naissance"),
        sex: cells.code("sexe").and_then(Sex::from_code),
        birth_place: cells.text("commune_naissance"),
        address: cells.text("adresse"),
        postal_code: cells.text("code_postal"),
        commune,
        sector: cells.code("secteur").and_then(Sector::from_code).or(sector.flatten()),
        qpv: cells.text("qpv"),
        phone: cells.text("telephone"),
        email: cells.text("courriel"),
        france_travail_id: cells.text("id_france_travail"),
        informed_on: cells.date("information_rgpd"),
        ..Person::new(&needed_text(cells, "nom"), &needed_text(cells, "prenom"), needed(cells, "naissance"))
    })
}

/// A line of `adhesions`.
pub fn enrolment(cells: &Cells) -> Body {
    let mut criteria: Vec<Criterion> =
        cells.codes("criteres").iter().filter_map(|code| Criterion::from_code(code)).collect();
    let main_criterion = cells.code("critere_principal").and_then(Criterion::from_code);
    // A file that names the main criterion alone means that it holds.
    criteria.extend(main_criterion.filter(|main| !criteria.contains(main)));
    Body::Enrolment(Enrolment {
        referred_on: cells.date("orientation"),
        prescriber: cells.text("prescripteur"),
        prescriber_kind: cells.code("type_prescripteur").and_then(PrescriberKind::from_code),
        prescriber_agent: cells.text("agent_prescripteur"),
        pre_assessed_on: cells.date("pre_diagnostic"),
        scheme: cells.code("dispositif").and_then(Scheme::from_code),
        received_on: cells.date("accueil"),
        dropped_on: cells.date("abandon"),
        drop_reason: cells.code("motif_abandon").and_then(DropReason::from_code),
        jobseeker_since: cells.date("inscription"),
        qpv_list: cells.code("liste_qpv").and_then(QpvList::from_code),
        decided_on: cells.date("decision"),
        enrolled_on: cells.date("adhesion"),
        entry_kind: cells.code("type_entree").and_then(EntryKind::from_code),
        lot: cells.code("lot").and_then(Lot::from_code),
        public: cells.code("public").and_then(Public::from_code),
        criteria,
        main_criterion,
        priorities: cells.codes("priorites").iter().filter_map(|code| Priority::from_code(code)).collect(),
        level: cells.number("niveau").and_then(|level| u8::try_from(level).ok()),
        deed_signed_on: cells.date("acte_engagement"),
        destination: cells.text("destination"),
        destination_on: cells.date("destination_le"),
        exited_on: cells.date("sortie"),
        exit_reason: cells.code("motif_sortie").and_then(ExitReason::from_code),
        ..Enrolment::default()
    })
}

/// A line of `entretiens`.
pub fn interview(cells: &Cells) -> Body {
    Body::Interview(Interview {
        start: cells.time("heure"),
        duration_min: cells.number("duree_min"),
        modality: cells.code("modalite").and_then(Modality::from_code),
        record: cells.text("compte_rendu").unwrap_or_default(),
        participant_signature: signature(cells, "signature_adherent"),
        counsellor_signature: signature(cells, "signature_conseiller"),
        ..Interview::new(needed(cells, "date"), needed_code(cells, "issue", Outcome::from_code))
    })
}

/// A line of `etapes`.
pub fn step(cells: &Cells) -> Body {
    Body::Step(Step {
        partner: cells.text("partenaire"),
        plie_action: cells.is_yes("action_plie"),
        proposed_on: cells.date("proposee"),
        starts_on: cells.date("debut"),
        ends_on: cells.date("fin"),
        objectives_sent_on: cells.date("objectifs_transmis"),
        partner_review_on: cells.date("bilan_partenaire"),
        ..Step::new(
            needed_code(cells, "categorie", StepCategory::from_code),
            &needed_text(cells, "intitule"),
            needed_code(cells, "statut", StepStatus::from_code),
        )
    })
}

/// A line of `decisions`.
pub fn decision(cells: &Cells) -> Body {
    Body::Decision(Decision {
        suspended_until: cells.date("suspension_jusquau"),
        review_on: cells.date("reexamen_le"),
        reason: cells.text("motif").unwrap_or_default(),
        ..Decision::new(
            needed(cells, "seance"),
            needed_code(cells, "objet", Business::from_code),
            needed_code(cells, "decision", Ruling::from_code),
        )
    })
}

/// A line of `contacts`.
pub fn contact(cells: &Cells) -> Body {
    Body::Contact(Contact {
        date: needed(cells, "date"),
        kind: needed_code(cells, "type", ContactKind::from_code),
        result: cells.text("resultat").unwrap_or_default(),
    })
}

/// A line of `emplois`.
pub fn employment(cells: &Cells) -> Body {
    Body::Employment(Employment {
        planned_end: cells.date("fin_prevue"),
        ended_on: cells.date("fin"),
        employer: cells.text("employeur"),
        siret: cells.text("siret").map(|siret| siret.split_whitespace().collect()),
        weekly_minutes: cells.minutes("heures_hebdo"),
        total_minutes: cells.minutes("heures_total"),
        short_hours_basis: cells.text("base_moins_24h"),
        suits_person: cells.yes_or_no("accord"),
        ..Employment::new(needed_code(cells, "type", ContractKind::from_code), needed(cells, "debut"))
    })
}

/// A line of `formations`.
pub fn training(cells: &Cells) -> Body {
    Body::Training(Training {
        starts_on: cells.date("debut"),
        ends_on: cells.date("fin"),
        provider: cells.text("organisme"),
        certification: cells.code("certification").and_then(Certification::from_code),
        awarded_on: cells.date("obtenue_le"),
        level: cells.number("niveau").and_then(|level| u8::try_from(level).ok()),
        ..Training::new(&needed_text(cells, "intitule"))
    })
}

/// Imported signatures are on paper: the source file does not say otherwise.
fn signature(cells: &Cells, column: &str) -> Signature {
    match cells.signature(column) {
        Some(Signed::On(on)) => Signature::Paper { on },
        Some(Signed::Refused) => Signature::Refused { on: None, reason: String::new() },
        None => Signature::ToSign,
    }
}

fn needed(cells: &Cells, column: &str) -> NaiveDate {
    cells.date(column).expect("a line without a needed value is refused before")
}

fn needed_text(cells: &Cells, column: &str) -> String {
    cells.text(column).expect("a line without a needed value is refused before")
}

fn needed_code<T>(cells: &Cells, column: &str, from_code: fn(&str) -> Option<T>) -> T {
    let code = cells.code(column).expect("a line without a needed value is refused before");
    from_code(code).expect("a code was found in the list of its own type")
}
