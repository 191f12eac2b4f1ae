//! Every field of a thing in words, in the order of its form: for the history page, which tells
//! old from new, and for detail panes. Nothing here asks or draws.

mod commission;
mod esf;
mod office;
mod rights;
mod skill;

use chrono::{NaiveDate, NaiveTime};

use crate::domain::barrier::Barrier;
use crate::domain::body::Body;
use crate::domain::codes::Coded;
use crate::domain::communes;
use crate::domain::contact::Contact;
use crate::domain::decision::Decision;
use crate::domain::diagnosis::Diagnosis;
use crate::domain::employment::Employment;
use crate::domain::enrolment::Enrolment;
use crate::domain::evidence::Evidence;
use crate::domain::goal::Goal;
use crate::domain::interview::{Interview, Signature};
use crate::domain::list_export::ListExport;
use crate::domain::person::Person;
use crate::domain::positioning::Positioning;
use crate::domain::reception::{self, ReceptionItem};
use crate::domain::station::StationProfile;
use crate::domain::step::Step;
use crate::domain::training::Training;
use crate::i18n::Words;

/// One field: its name, as in the form and in the journal, and its value in words if it has one.
pub type Field = (&'static str, Option<String>);

/// What became of one field from one version to the next.
#[derive(Clone, PartialEq, Eq)]
pub struct Change {
    /// Name of the field.
    pub field: &'static str,
    /// Its value before, in words.
    pub before: Option<String>,
    /// Its value after, in words.
    pub after: Option<String>,
}

/// Every field of `body` in words, those without value included.
pub fn of(body: &Body, words: &Words) -> Vec<Field> {
    let teller = Teller { words };
    match body {
        Body::Station(it) => teller.station(it),
        // It stands in no file.
        Body::Erasure(_) | Body::LegalHold(_) => Vec::new(),
        Body::Person(it) => teller.person(it),
        Body::Enrolment(it) => teller.enrolment(it),
        Body::Interview(it) => teller.interview(it),
        Body::Step(it) => teller.step(it),
        Body::Contact(it) => teller.contact(it),
        Body::Decision(it) => teller.decision(it),
        Body::Employment(it) => teller.employment(it),
        Body::Training(it) => teller.training(it),
        Body::Evidence(it) => teller.evidence(it),
        Body::Diagnosis(it) => teller.diagnosis(it),
        Body::Barrier(it) => teller.barrier(it),
        Body::Goal(it) => teller.goal(it),
        Body::SpecialCase(it) => teller.special_case(it),
        Body::Positioning(it) => teller.positioning(it),
        Body::Office(it) => teller.office(it),
        Body::ListExport(it) => teller.list_export(it),
        Body::Submission(it) => teller.submission(it),
        Body::Recommendation(it) => teller.recommendation(it),
        Body::Referent(it) => teller.referent(it),
        Body::Limitation(it) => teller.limitation(it),
        Body::Skill(it) => teller.skill(it),
        Body::EsfRecord(it) => teller.esf_record(it),
        Body::Assignment(it) => teller.assignment(it),
    }
}

/// The fields that differ between two versions of one thing; all that have a value when there was
/// no version before.
pub fn changes(before: Option<&Body>, after: &Body, words: &Words) -> Vec<Change> {
    let before = before.map(|it| of(it, words)).unwrap_or_default();
    let old = |name: &str| before.iter().find(|(field, _)| *field == name).and_then(|(_, told)| told.clone());
    let change = |(field, after): Field| Change { field, before: old(field), after };
    of(after, words).into_iter().map(change).filter(|it| it.before != it.after).collect()
}

/// Puts words to values.
struct Teller<'a> {
    words: &'a Words,
}

impl Teller<'_> {
    fn date(&self, date: Option<NaiveDate>) -> Option<String> {
        date.map(|date| self.words.date(date))
    }

    fn time(&self, time: Option<NaiveTime>) -> Option<String> {
        time.map(|time| self.words.time(time))
    }

    fn label<C: Coded>(&self, value: C) -> Option<String> {
        Some(self.words.label(value).into_owned())
    }

    fn labels<C: Coded>(&self, values: &[C]) -> Option<String> {
        let labels: Vec<_> = values.iter().map(|it| self.words.label(*it)).collect();
        (!labels.is_empty()).then(|| labels.join(", "))
    }

    fn yes_no(&self, value: bool) -> Option<String> {
        value.then(|| self.words.get("value-yes").into_owned())
    }

    fn either(&self, value: bool) -> String {
        self.words.get(if value { "value-yes" } else { "value-no" }).into_owned()
    }

    /// A signature: its state and its day.
    fn signature(&self, signature: &Signature) -> Option<String> {
        let state = self.words.get(signature_message(signature));
        match signature {
            Signature::ToSign => None,
            Signature::NotApplicable => Some(state.into_owned()),
            Signature::Paper { on } | Signature::Electronic { on } => {
                Some(format!("{state} {}", self.words.date(*on)))
            }
            Signature::Refused { on, reason } => {
                let parts = [Some(state.into_owned()), self.date(*on), text(reason)];
                Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
            }
        }
    }

    fn station(&self, it: &StationProfile) -> Vec<Field> {
        vec![("role", self.label(it.role)), ("name", text(&it.name)), ("lots", self.labels(&it.lots))]
    }

    fn list_export(&self, it: &ListExport) -> Vec<Field> {
        vec![
            ("made_on", self.date(Some(it.made_on))),
            ("people", Some(it.people.to_string())),
            ("format", Some(it.format.code().to_owned())),
        ]
    }

    fn person(&self, it: &Person) -> Vec<Field> {
        let commune = |code: &String| communes::by_code(code).map_or(code.clone(), |it| it.name.to_owned());
        vec![
            ("family_name", text(&it.family_name)),
            ("given_name", text(&it.given_name)),
            ("birth_name", it.birth_name.clone()),
            ("birth_date", self.date(Some(it.birth_date))),
            ("sex", it.sex.and_then(|it| self.label(it))),
            ("birth_place", it.birth_place.clone()),
            ("address", it.address.clone()),
            ("postal_code", it.postal_code.clone()),
            ("commune", it.commune.as_ref().map(commune)),
            ("sector", it.sector.and_then(|it| self.label(it))),
            ("qpv", it.qpv.clone()),
            ("phone", it.phone.clone()),
            ("email", it.email.clone()),
            ("france_travail_id", it.france_travail_id.clone()),
            ("reference", it.reference.clone()),
            ("informed_on", self.date(it.informed_on)),
        ]
    }

    /// An item of the reception: its day and what came of it.
    fn reception(&self, it: &Enrolment, item: ReceptionItem) -> Field {
        let told = reception::done(&it.reception, item).map(|check| {
            let parts = [Some(self.words.date(check.on)), text(&check.result)];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        });
        (item.field(), told)
    }

    fn enrolment(&self, it: &Enrolment) -> Vec<Field> {
        let reception = ReceptionItem::ALL.iter().map(|item| self.reception(it, *item));
        let mut fields = vec![
            ("referred_on", self.date(it.referred_on)),
            ("prescriber_kind", it.prescriber_kind.and_then(|it| self.label(it))),
            ("prescriber", it.prescriber.clone()),
            ("prescriber_agent", it.prescriber_agent.clone()),
            ("pre_assessed_on", self.date(it.pre_assessed_on)),
            ("scheme", it.scheme.and_then(|it| self.label(it))),
            ("received_on", self.date(it.received_on)),
            ("decided_on", self.date(it.decided_on)),
            ("enrolled_on", self.date(it.enrolled_on)),
            ("entry_kind", it.entry_kind.and_then(|it| self.label(it))),
            ("public", it.public.and_then(|it| self.label(it))),
            ("lot", it.lot.and_then(|it| self.label(it))),
            ("criteria", self.labels(&it.criteria)),
            ("main_criterion", it.main_criterion.and_then(|it| self.label(it))),
            ("jobseeker_since", self.date(it.jobseeker_since)),
            ("priorities", self.labels(&it.priorities)),
            ("qpv_list", it.qpv_list.and_then(|it| self.label(it))),
            ("level", it.level.map(|it| it.to_string())),
            ("deed_signed_on", self.date(it.deed_signed_on)),
            ("destination", it.destination.clone()),
            ("destination_on", self.date(it.destination_on)),
            ("exited_on", self.date(it.exited_on)),
            ("dropped_on", self.date(it.dropped_on)),
            ("drop_reason", it.drop_reason.and_then(|it| self.label(it))),
            ("exit_reason", it.exit_reason.and_then(|it| self.label(it))),
        ];
        fields.extend(reception);
        fields
    }

    fn interview(&self, it: &Interview) -> Vec<Field> {
        vec![
            ("date", self.date(Some(it.date))),
            ("start", self.time(it.start)),
            ("outcome", self.label(it.outcome)),
            ("duration_min", it.duration_min.map(|it| self.words.duration(u32::from(it)))),
            ("modality", it.modality.and_then(|it| self.label(it))),
            ("place", it.place.clone()),
            ("purposes", self.labels(&it.purposes)),
            ("record", text(&it.record)),
            ("participant_signature", self.signature(&it.participant_signature)),
            ("counsellor_signature", self.signature(&it.counsellor_signature)),
        ]
    }

    fn step(&self, it: &Step) -> Vec<Field> {
        vec![
            ("category", self.label(it.category)),
            ("title", text(&it.title)),
            ("status", self.label(it.status)),
            ("starts_on", self.date(it.starts_on)),
            ("ends_on", self.date(it.ends_on)),
            ("proposed_on", self.date(it.proposed_on)),
            ("goal", it.goal.and_then(|_| self.yes_no(true))),
            ("barrier", it.barrier.and_then(|_| self.yes_no(true))),
            ("partner", it.partner.clone()),
            ("plie_action", self.yes_no(it.plie_action)),
            ("objectives_sent_on", self.date(it.objectives_sent_on)),
            ("partner_review_on", self.date(it.partner_review_on)),
        ]
    }

    fn contact(&self, it: &Contact) -> Vec<Field> {
        vec![("date", self.date(Some(it.date))), ("kind", self.label(it.kind)), ("result", text(&it.result))]
    }

    fn decision(&self, it: &Decision) -> Vec<Field> {
        vec![
            ("session_on", self.date(Some(it.session_on))),
            ("business", self.label(it.business)),
            ("ruling", self.label(it.ruling)),
            ("suspended_until", self.date(it.suspended_until)),
            ("review_on", self.date(it.review_on)),
            ("diagnosis_until", self.date(it.diagnosis_until)),
            ("other_support", text(&it.other_support)),
            ("is_provisional", self.yes_no(it.is_provisional)),
            ("reason", text(&it.reason)),
        ]
    }

    fn employment(&self, it: &Employment) -> Vec<Field> {
        let hours = |minutes: Option<u32>| minutes.map(|it| self.words.duration(it));
        vec![
            ("contract", self.label(it.kind)),
            ("starts_on", self.date(Some(it.starts_on))),
            ("planned_end", self.date(it.planned_end)),
            ("ended_on", self.date(it.ended_on)),
            ("employer", it.employer.clone()),
            ("siret", it.siret.clone()),
            ("weekly_minutes", hours(it.weekly_minutes)),
            ("total_minutes", hours(it.total_minutes)),
            ("short_hours_basis", it.short_hours_basis.clone()),
            ("suits_person", it.suits_person.map(|it| self.either(it))),
            ("end_reason", it.end_reason.clone()),
            ("occupation", it.occupation.clone()),
            ("contact_agreed_on", self.date(it.contact_agreed_on)),
        ]
    }

    fn training(&self, it: &Training) -> Vec<Field> {
        vec![
            ("title", text(&it.title)),
            ("starts_on", self.date(it.starts_on)),
            ("ends_on", self.date(it.ends_on)),
            ("provider", it.provider.clone()),
            ("certification", it.certification.and_then(|it| self.label(it))),
            ("awarded_on", self.date(it.awarded_on)),
            ("level", it.level.map(|it| it.to_string())),
            ("support_until", self.date(it.support_until)),
            ("extension_opinion_on", self.date(it.extension_opinion_on)),
            ("extended_on", self.date(it.extended_on)),
        ]
    }

    fn evidence(&self, it: &Evidence) -> Vec<Field> {
        vec![
            ("kind", self.label(it.kind)),
            ("claim", it.claim.and_then(|it| self.label(it))),
            ("occupation", it.occupation.clone()),
            ("dated_on", self.date(it.dated_on)),
            ("valid_until", self.date(it.valid_until)),
            ("covers_from", self.date(it.covers_from)),
            ("covers_to", self.date(it.covers_to)),
            ("received_on", self.date(it.received_on)),
            ("form", it.form.and_then(|it| self.label(it))),
            ("checked_by", it.checked_by.clone()),
            ("checked_on", self.date(it.checked_on)),
            ("refused_because", it.refused_because.clone()),
            ("note", text(&it.note)),
            ("attachment", it.attachment.as_ref().map(|it| it.name.clone())),
        ]
    }

    fn diagnosis(&self, it: &Diagnosis) -> Vec<Field> {
        let answer = |given: Option<bool>| given.map(|it| self.either(it));
        vec![
            ("made_on", self.date(Some(it.made_on))),
            ("wants_work", answer(it.wants_work)),
            ("wants_work_note", text(&it.wants_work_note)),
            ("needs_support", answer(it.needs_support)),
            ("needs_support_note", text(&it.needs_support_note)),
            ("can_follow", answer(it.can_follow)),
            ("can_follow_note", text(&it.can_follow_note)),
            ("obstacles", text(&it.obstacles)),
            ("capacities", text(&it.capacities)),
            ("realistic_steps", text(&it.realistic_steps)),
            ("proposal", it.proposal.and_then(|it| self.label(it))),
            ("proposed_on", self.date(it.proposed_on)),
            ("reasons", text(&it.reasons)),
            ("plan", text(&it.plan)),
            ("first_step", text(&it.first_step)),
            ("other_support", text(&it.other_support)),
        ]
    }

    fn barrier(&self, it: &Barrier) -> Vec<Field> {
        vec![
            ("theme", self.label(it.theme)),
            ("situation", text(&it.situation)),
            ("state", self.label(it.state)),
            ("seen_on", self.date(Some(it.seen_on))),
            ("impact", it.impact.and_then(|it| self.label(it))),
            ("is_priority", self.yes_no(it.is_priority)),
            ("action", text(&it.action)),
        ]
    }

    fn goal(&self, it: &Goal) -> Vec<Field> {
        vec![
            ("title", text(&it.title)),
            ("measure", it.measure.clone()),
            ("agreed_on", self.date(Some(it.agreed_on))),
            ("due_on", self.date(it.due_on)),
            ("state", self.label(it.state)),
            ("ended_on", self.date(it.ended_on)),
            ("participant_signed_on", self.date(it.participant_signed_on)),
            ("counsellor_signed_on", self.date(it.counsellor_signed_on)),
        ]
    }

    fn positioning(&self, it: &Positioning) -> Vec<Field> {
        vec![
            ("title", text(&it.title)),
            ("employer", it.employer.clone()),
            ("on", self.date(Some(it.on))),
            ("target", self.label(it.target)),
            ("result", self.label(it.result)),
            ("answered_on", self.date(it.answered_on)),
            ("note", it.note.clone()),
        ]
    }
}

fn text(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.to_owned())
}

/// The message that says where a signature stands.
pub const fn signature_message(signature: &Signature) -> &'static str {
    match signature {
        Signature::ToSign => "signature-to-sign",
        Signature::Paper { .. } => "signature-paper",
        Signature::Electronic { .. } => "signature-electronic",
        Signature::Refused { .. } => "signature-refused",
        Signature::NotApplicable => "signature-not-applicable",
    }
}
