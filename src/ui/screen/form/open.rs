//! Which form opens, on what: a new thing of a person, a version to change, a draft to take up.

use super::FormScreen;
use crate::domain::body::Body;
use crate::domain::codes::Outcome;
use crate::domain::file::File;
use crate::domain::habits;
use crate::domain::id::{ObjectId, PersonId};
use crate::domain::interview::Interview;
use crate::domain::signing::{Lack, lacks};
use crate::ui::cx::Cx;
use crate::ui::form::draft::Draft;
use crate::ui::form::spec::Kind;
use crate::ui::form::specs::{
    self, Given, INTERVIEW, PERSON, Paper, REFERRAL, Version, paper_of, version_of,
};
use crate::ui::form::value::Value;
use crate::ui::quick;
use crate::usecase::outcome::KeptDraft;

/// The form of somebody new.
pub fn new_person(cx: &Cx<'_>) -> FormScreen {
    FormScreen::new(&PERSON, None, None, &Given::new(), cx)
}

/// The form of somebody new who was referred.
pub fn new_referral(cx: &Cx<'_>) -> FormScreen {
    FormScreen::new(&REFERRAL, None, None, &Given::new(), cx)
}

/// The form `paper` on the last version of a thing, which it shows a part of.
pub fn edit_with(paper: &'static Paper, file: &File, object: ObjectId, cx: &Cx<'_>) -> Option<FormScreen> {
    let before = version_of(file, object)?;
    let given = (paper.given)(&before.body, Some(file), cx);
    Some(FormScreen::new(paper, Some(file.id), Some(before), &given, cx))
}

/// The form of a new thing of this person, with what is usual for them.
pub fn new(paper: &'static Paper, file: &File, cx: &Cx<'_>) -> FormScreen {
    FormScreen::new(paper, Some(file.id), None, &(paper.proposed)(file, cx), cx)
}

/// The same, begun with what is known already.
pub fn begun(paper: &'static Paper, known: Given, file: &File, cx: &Cx<'_>) -> FormScreen {
    let mut given = (paper.proposed)(file, cx);
    given.retain(|(name, _)| known.iter().all(|(field, _)| field != name));
    given.extend(known);
    FormScreen::new(paper, Some(file.id), None, &given, cx)
}

/// The interview form: on the appointment of the day if there is one, which then took place.
pub fn interview(file: &File, cx: &Cx<'_>) -> FormScreen {
    match habits::planned_on(file, cx.now.today) {
        Some(planned) => held(file, planned.id, cx).unwrap_or_else(|| new(&INTERVIEW, file, cx)),
        None => new(&INTERVIEW, file, cx),
    }
}

/// The interview form on an appointment that took place: same day, same hour.
pub fn held(file: &File, appointment: ObjectId, cx: &Cx<'_>) -> Option<FormScreen> {
    let before = version_of(file, appointment)?;
    let Body::Interview(planned) = &before.body else { return None };
    let usual = habits::usual_modality(file);
    let interview = Interview {
        outcome: Outcome::Held,
        duration_min: Some(habits::usual_duration_min(file)),
        modality: planned.modality.or(Some(usual)),
        ..planned.clone()
    };
    let given = (INTERVIEW.given)(&Body::Interview(interview), Some(file), cx);
    Some(FormScreen::new(&INTERVIEW, Some(file.id), Some(before), &given, cx))
}

/// The form in which a thing is changed: an appointment whose day has come becomes an interview.
pub fn edit(file: &File, object: ObjectId, cx: &Cx<'_>) -> Option<FormScreen> {
    let before = version_of(file, object)?;
    if let Body::Interview(it) = &before.body
        && it.outcome == Outcome::Planned
        && it.date <= cx.now.today
    {
        return held(file, object, cx);
    }
    let paper = paper_of(&before.body)?;
    let given = (paper.given)(&before.body, Some(file), cx);
    Some(FormScreen::new(paper, Some(file.id), Some(before), &given, cx))
}

/// The form of an interview, started at what its record lacks: nobody looks for it.
pub fn complete(file: &File, interview: ObjectId, cx: &Cx<'_>) -> Option<FormScreen> {
    let form = edit(file, interview, cx)?;
    let before = version_of(file, interview)?;
    let Body::Interview(it) = &before.body else { return Some(form) };
    let field = match (it.outcome, lacks(it, file.id).first()) {
        (Outcome::Planned, _) => "outcome",
        (_, Some(Lack::Duration)) => "duration_min",
        (_, Some(Lack::Record)) => "record",
        (_, Some(Lack::ParticipantSignature | Lack::CounsellorSignature | Lack::SigningAgain)) => {
            "signatures"
        }
        (_, Some(Lack::ParticipantRefused) | None) => return Some(form),
    };
    Some(form.starting_at(field))
}

/// The form of a document, started at what keeps it from doing.
pub fn document(file: &File, piece: ObjectId, cx: &Cx<'_>) -> Option<FormScreen> {
    let form = edit(file, piece, cx)?;
    let it = &file.evidence.iter().find(|it| it.id == piece)?.value;
    let is_dated = it.dated_on.is_some() || it.valid_until.is_some() || it.covers_from.is_some();
    Some(if it.received_on.is_none() {
        form.starting_at("received_on")
    } else if !is_dated {
        form.starting_at("dated_on")
    } else if it.checked_on.is_none() {
        form.starting_at("checked_on")
    } else {
        form
    })
}

/// The form of a new thing that begins as a copy of another, dated today.
pub fn duplicate(file: &File, object: ObjectId, cx: &Cx<'_>) -> Option<FormScreen> {
    let Version { body, .. } = version_of(file, object)?;
    let paper = paper_of(&body)?;
    let mut given = (paper.given)(&body, Some(file), cx);
    let is_day =
        |name: &str| paper.spec.fields.iter().any(|it| it.name == name && matches!(it.kind, Kind::Date(_)));
    let dated = paper.spec.fields.iter().find(|field| field.is_required && is_day(field.name));
    if let Some(field) = dated {
        // The other days of the first one are not those of its copy.
        given.retain(|(name, _)| !is_day(name));
        given.push((field.name, Value::Date(cx.now.today)));
    }
    Some(FormScreen::new(paper, Some(file.id), None, &given, cx))
}

/// The full form of what a quick line says.
pub fn from_quick_line(understood: &quick::parse::Understood, file: &File, cx: &Cx<'_>) -> FormScreen {
    let before = habits::planned_on(file, cx.now.today).and_then(|it| version_of(file, it.id));
    let interview = quick::entry::interview(understood, file, cx.now.today);
    let given = (INTERVIEW.given)(&Body::Interview(interview), Some(file), cx);
    FormScreen::new(&INTERVIEW, Some(file.id), before, &given, cx)
}

/// The form that takes up a draft where it was left; `None` for a draft that is of no form, or of
/// a thing that is no longer there.
pub fn take_up(draft: &KeptDraft, cx: &Cx<'_>) -> Option<FormScreen> {
    let paper = specs::by_id(&draft.key.form)?;
    let people = || Draft::from_bytes(&draft.bytes).map(|draft| draft.people).unwrap_or_default();
    if paper.is_of_office() && people().is_empty() {
        return match draft.key.object {
            Some(object) => edit_office(object, cx),
            None => Some(new_of_office(paper, &Given::new(), cx)),
        };
    }
    let Some(person) = draft.key.person else {
        let is_there = |person: &PersonId| cx.file(*person).is_some();
        return match draft.key.object {
            Some(_) => {
                FormScreen::together(paper, people(), cx).filter(|form| form.group.iter().any(is_there))
            }
            None => Some(FormScreen::new(paper, None, None, &Given::new(), cx)),
        };
    };
    let file = cx.file(person)?;
    let before = match draft.key.object {
        Some(object) => Some(version_of(file, object)?),
        None => None,
    };
    let given = match &before {
        Some(version) => (paper.given)(&version.body, Some(file), cx),
        None => (paper.proposed)(file, cx),
    };
    Some(FormScreen::new(paper, Some(person), before, &given, cx))
}

/// The form of a new thing that belongs to no person, begun with what is known already.
pub fn new_of_office(paper: &'static Paper, known: &Given, cx: &Cx<'_>) -> FormScreen {
    FormScreen::new(paper, None, None, known, cx)
}

/// The form in which a thing that belongs to no person is changed.
pub fn edit_office(object: ObjectId, cx: &Cx<'_>) -> Option<FormScreen> {
    let (entry, body) = cx.model.caseload.office.version(object)?;
    let paper = paper_of(&body)?;
    let given = (paper.given)(&body, None, cx);
    Some(FormScreen::new(paper, None, Some(Version { object, entry, body }), &given, cx))
}

/// What opens by itself after an interruption: the form that was being filled in, unless it was
/// left on purpose.
pub fn resume(draft: &KeptDraft, cx: &Cx<'_>) -> Option<FormScreen> {
    let was_left = Draft::from_bytes(&draft.bytes).is_none_or(|draft| draft.was_left);
    if was_left {
        return None;
    }
    take_up(draft, cx)
}
