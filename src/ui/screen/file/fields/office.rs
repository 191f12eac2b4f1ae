//! Every field of what belongs to no person, in words.

use super::{Field, Teller, text};
use crate::domain::office::{
    Absence, CommissionSession, Designation, Meeting, OfficeBody, Participant, Structure, UnmetNeed, Workshop,
};

impl Teller<'_> {
    pub(super) fn office(&self, body: &OfficeBody) -> Vec<Field> {
        match body {
            OfficeBody::Absence(it) => self.absence(it),
            OfficeBody::Meeting(it) => self.meeting(it),
            OfficeBody::UnmetNeed(it) => self.unmet_need(it),
            OfficeBody::Designation(it) => self.designation(it),
            OfficeBody::Workshop(it) => self.workshop(it),
            OfficeBody::Structure(it) => self.structure(it),
            OfficeBody::Session(it) => self.session(it),
        }
    }

    fn absence(&self, it: &Absence) -> Vec<Field> {
        vec![
            ("kind", self.label(it.kind)),
            ("starts_on", self.date(Some(it.starts_on))),
            ("ends_on", self.date(it.ends_on)),
            ("notified_on", self.date(it.notified_on)),
            ("covered_from", self.date(it.covered_from)),
            ("replaced_from", self.date(it.replaced_from)),
            ("agreed_on", self.date(it.agreed_on)),
            ("replaced_by", it.replaced_by.clone()),
            ("note", text(&it.note)),
        ]
    }

    fn minutes(&self, minutes: Option<u16>) -> Option<String> {
        minutes.map(|it| self.words.duration(u32::from(it)))
    }

    fn meeting(&self, it: &Meeting) -> Vec<Field> {
        vec![
            ("kind", self.label(it.kind)),
            ("date", self.date(Some(it.date))),
            ("presence", self.label(it.presence)),
            ("duration_min", self.minutes(it.duration_min)),
            ("title", text(&it.title)),
            ("note", text(&it.note)),
        ]
    }

    fn unmet_need(&self, it: &UnmetNeed) -> Vec<Field> {
        vec![
            ("theme", self.label(it.theme)),
            ("description", text(&it.description)),
            ("people", it.people.map(|it| it.to_string())),
            ("seen_on", self.date(Some(it.seen_on))),
            ("told_on", self.date(it.told_on)),
        ]
    }

    fn designation(&self, it: &Designation) -> Vec<Field> {
        vec![
            ("structure", text(&it.structure)),
            ("from", self.date(Some(it.from))),
            ("until", self.date(it.until)),
            ("note", text(&it.note)),
        ]
    }

    fn workshop(&self, it: &Workshop) -> Vec<Field> {
        let presence = |it: &Participant| self.words.label(it.presence).into_owned();
        let told: Vec<String> = it.participants.iter().map(presence).collect();
        vec![
            ("kind", self.label(it.kind)),
            ("date", self.date(Some(it.date))),
            ("start", self.time(it.start)),
            ("duration_min", self.minutes(it.duration_min)),
            ("title", text(&it.title)),
            // How many, and who came by their rank: names are the sheet's business.
            ("participants", text(&told.join(", "))),
        ]
    }

    fn session(&self, it: &CommissionSession) -> Vec<Field> {
        vec![
            ("date", self.date(Some(it.date))),
            ("kind", self.label(it.kind)),
            ("start", self.time(it.start)),
            ("place", text(&it.place)),
            ("chair_france_travail", text(&it.chair_france_travail)),
            ("chair_utas", text(&it.chair_utas)),
            ("action_managers", text(&it.action_managers)),
            ("accompaniment", text(&it.accompaniment)),
            ("companies", text(&it.companies)),
            ("deputy", text(&it.deputy)),
            ("head", text(&it.head)),
            ("assistant", text(&it.assistant)),
            ("experts", text(&it.experts)),
            ("excused", text(&it.excused)),
            ("note", text(&it.note)),
        ]
    }

    fn structure(&self, it: &Structure) -> Vec<Field> {
        vec![
            ("name", text(&it.name)),
            ("kind", self.label(it.kind)),
            ("contact", it.contact.clone()),
            ("phone", it.phone.clone()),
            ("email", it.email.clone()),
            ("siret", it.siret.clone()),
            ("sector", it.sector.clone()),
            ("note", text(&it.note)),
        ]
    }
}
