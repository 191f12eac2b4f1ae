//! Checks of what belongs to no person.

use std::collections::BTreeSet;

use super::{Violations, is_after};
use crate::domain::office::{
    Absence, CommissionSession, Designation, Meeting, MeetingPresence, OfficeBody, Presence, Structure,
    UnmetNeed, Workshop, is_siret,
};

pub(super) fn check(body: &OfficeBody, found: &mut Violations) {
    match body {
        OfficeBody::Absence(it) => absence(it, found),
        OfficeBody::Meeting(it) => meeting(it, found),
        OfficeBody::UnmetNeed(it) => unmet_need(it, found),
        OfficeBody::Designation(it) => designation(it, found),
        OfficeBody::Workshop(it) => workshop(it, found),
        OfficeBody::Structure(it) => structure(it, found),
        OfficeBody::Session(it) => session(it, found),
    }
}

fn absence(absence: &Absence, found: &mut Violations) {
    let starts_on = Some(absence.starts_on);
    found.refuse(is_after(starts_on, absence.ends_on), "ends_on", "ends-before-start");
    found.refuse_future(absence.notified_on, "notified_on");
    let early = is_after(starts_on, absence.covered_from);
    found.doubt(early, "covered_from", "absence-covered-before-start");
    let early = is_after(starts_on, absence.replaced_from);
    found.doubt(early, "replaced_from", "absence-covered-before-start");
    found.refuse_text(absence.replaced_by.as_deref(), "replaced_by");
    found.refuse_text(absence.note.as_str(), "note");
}

fn meeting(meeting: &Meeting, found: &mut Violations) {
    let is_ahead = meeting.date > found.today && meeting.presence == MeetingPresence::Present;
    found.doubt(is_ahead, "date", "meeting-ahead");
    found.refuse_text(meeting.title.as_str(), "title");
    found.refuse_text(meeting.note.as_str(), "note");
}

fn unmet_need(need: &UnmetNeed, found: &mut Violations) {
    found.refuse_blank(&need.description, "description", "need-blank");
    found.refuse_text(need.description.as_str(), "description");
    found.refuse_future(Some(need.seen_on), "seen_on");
    found.refuse_future(need.told_on, "told_on");
}

fn designation(designation: &Designation, found: &mut Violations) {
    found.refuse_blank(&designation.structure, "structure", "structure-blank");
    found.refuse_text(designation.structure.as_str(), "structure");
    found.refuse(is_after(Some(designation.from), designation.until), "until", "ends-before-start");
    found.refuse_text(designation.note.as_str(), "note");
}

fn workshop(workshop: &Workshop, found: &mut Violations) {
    let people: BTreeSet<_> = workshop.participants.iter().map(|it| it.person).collect();
    found.refuse(people.len() < workshop.participants.len(), "participants", "participant-twice");
    let is_ahead = workshop.date > found.today;
    let said = workshop.participants.iter().any(|it| it.presence == Presence::Came);
    found.doubt(is_ahead && said, "date", "meeting-ahead");
    found.refuse_text(workshop.title.as_str(), "title");
}

/// Who sat at a session that has not taken place is not known yet (R7-02).
fn session(session: &CommissionSession, found: &mut Violations) {
    let is_noted = !session.chair_france_travail.trim().is_empty() || !session.chair_utas.trim().is_empty();
    found.doubt(session.date > found.today && is_noted, "date", "meeting-ahead");
    for (text, field) in [
        (&session.place, "place"),
        (&session.chair_france_travail, "chair_france_travail"),
        (&session.chair_utas, "chair_utas"),
        (&session.action_managers, "action_managers"),
        (&session.accompaniment, "accompaniment"),
        (&session.companies, "companies"),
        (&session.deputy, "deputy"),
        (&session.head, "head"),
        (&session.assistant, "assistant"),
        (&session.experts, "experts"),
        (&session.excused, "excused"),
        (&session.note, "note"),
    ] {
        found.refuse_text(text.as_str(), field);
    }
}

fn structure(structure: &Structure, found: &mut Violations) {
    found.refuse_blank(&structure.name, "name", "structure-blank");
    found.doubt(structure.siret.as_deref().is_some_and(|it| !is_siret(it)), "siret", "siret-wrong");
    found.refuse_text(structure.siret.as_deref(), "siret");
    for (text, field) in [
        (Some(structure.name.as_str()), "name"),
        (structure.siret.as_deref(), "siret"),
        (structure.sector.as_deref(), "sector"),
        (structure.contact.as_deref(), "contact"),
        (structure.phone.as_deref(), "phone"),
        (structure.email.as_deref(), "email"),
        (Some(structure.note.as_str()), "note"),
    ] {
        found.refuse_text(text, field);
    }
}
