//! What a row of the candidature opens, and what ticking it writes.

use super::{Item, asked, standing_of};
use crate::domain::body::Body;
use crate::domain::candidature::{Candidature, CandidatureLack};
use crate::domain::codes::Coded as _;
use crate::domain::diagnosis::Diagnosis;
use crate::domain::evidence::{Claim, Evidence, EvidenceForm, EvidenceKind, Lack, Standing};
use crate::domain::file::{Current, EntryId, File};
use crate::domain::id::ObjectId;
use crate::domain::person::Person;
use crate::domain::reception::{self, ReceptionItem};
use crate::domain::state::State;
use crate::ui::cx::Cx;
use crate::ui::form::specs::{DIAGNOSIS, ENROLMENT, EVIDENCE, RECEPTION};
use crate::ui::form::value::Value;
use crate::ui::layer::Why;
use crate::ui::screen::form::{FormScreen, open};
use crate::ui::step::Step;
use crate::usecase::request::{Change, Request, Save};

use super::super::TICKING;

/// The field of the day on which the person was told what is recorded.
const INFORMED: &str = "informed_on";

/// What `open` opens on a row.
pub(in super::super) fn open(item: Item, file: &File, cx: &Cx<'_>) -> Option<FormScreen> {
    match item {
        Item::Lack(lack) => asking_for(lack, file, cx),
        Item::Informed => Some(open::edit(file, file.person.id, cx)?.starting_at(INFORMED)),
        Item::Reception(item) => {
            let enrolment = file.enrolments.last()?;
            Some(open::edit_with(&RECEPTION, file, enrolment.id, cx)?.starting_at(item.field()))
        }
        Item::Condition(condition) => Some(diagnosis(file, cx)?.starting_at(condition.code())),
        Item::Claim(claim) => {
            let demands = asked(file, cx);
            match standing_of(claim, &demands) {
                Some(Standing::Met(id) | Standing::Lacking(_, Some(id))) => open::document(file, id, cx),
                Some(Standing::Lacking(_, None)) | None => {
                    let kind = claim.documents().first().copied().unwrap_or(EvidenceKind::Other);
                    let code = |code: &str| Value::Code(code.to_owned());
                    let known =
                        vec![("kind", code(kind.stable_code())), ("claim", code(claim.stable_code()))];
                    Some(open::begun(&EVIDENCE, known, file, cx))
                }
            }
        }
        Item::Proposal => Some(diagnosis(file, cx)?.starting_at("proposal")),
    }
}

/// The form that asks for what is missing, at its field.
fn asking_for(lack: CandidatureLack, file: &File, cx: &Cx<'_>) -> Option<FormScreen> {
    use CandidatureLack as Lack;
    let of_person = |field| Some(open::edit(file, file.person.id, cx)?.starting_at(field));
    let of_enrolment = |field| {
        let form = match file.enrolments.last() {
            Some(it) => open::edit(file, it.id, cx)?,
            None => open::new(&ENROLMENT, file, cx),
        };
        Some(form.starting_at(field))
    };
    let of_diagnosis = |field| Some(diagnosis(file, cx)?.starting_at(field));
    match lack {
        Lack::Informed => of_person(INFORMED),
        Lack::Commune => of_person("commune"),
        Lack::Sector => of_person("sector"),
        Lack::ReferredOn => of_enrolment("referred_on"),
        Lack::Prescriber => of_enrolment("prescriber_kind"),
        Lack::Reception => of_enrolment("received_on"),
        Lack::Understood => of_enrolment(ReceptionItem::Understood.field()),
        Lack::Diagnosed => of_enrolment(ReceptionItem::Diagnosed.field()),
        Lack::Argued => of_enrolment(ReceptionItem::Argued.field()),
        Lack::Confirmed => of_enrolment(ReceptionItem::Confirmed.field()),
        Lack::Outcome => of_enrolment(ReceptionItem::Contracted.field()),
        Lack::Lot => of_enrolment("lot"),
        Lack::Criterion => of_enrolment("criteria"),
        Lack::MainCriterion => of_enrolment("main_criterion"),
        Lack::Diagnosis | Lack::Conditions => of_diagnosis("wants_work"),
        Lack::Parts => of_diagnosis("obstacles"),
        Lack::Plan => of_diagnosis("plan"),
        Lack::Proposal => of_diagnosis("proposal"),
        Lack::Reasons => of_diagnosis("reasons"),
        Lack::OtherSupport => of_diagnosis("other_support"),
    }
}

fn diagnosis(file: &File, cx: &Cx<'_>) -> Option<FormScreen> {
    match file.diagnoses.last() {
        Some(it) => open::edit(file, it.id, cx),
        None => Some(open::new(&DIAGNOSIS, file, cx)),
    }
}

/// Whether the row can be opened.
///
/// # Errors
/// A reception belongs to a referral, and there is none.
pub(in super::super) fn can_open(item: Item, file: &File) -> Result<(), Why> {
    match item {
        Item::Reception(_) if file.enrolments.is_empty() => Err(Why("why-no-referral")),
        Item::Lack(_)
        | Item::Informed
        | Item::Reception(_)
        | Item::Condition(_)
        | Item::Claim(_)
        | Item::Proposal => Ok(()),
    }
}

/// Whether the row can be ticked.
///
/// # Errors
/// It has no tick, it belongs to a referral that is not there, or the entry is decided.
pub(in super::super) fn can_tick(item: Item, file: &File, cx: &Cx<'_>) -> Result<(), Why> {
    if Candidature::of(&State::of(file, cx.now.today)).stage.is_decided() {
        return Err(Why("why-entry-decided"));
    }
    match item {
        Item::Informed | Item::Reception(_) | Item::Condition(_) => can_open(item, file),
        Item::Claim(claim) => match document(claim, file, cx) {
            Some(_) => Ok(()),
            None => Err(Why("why-not-ticked")),
        },
        Item::Lack(_) | Item::Proposal => Err(Why("why-not-ticked")),
    }
}

/// The document of a claim after a tick: received if there was none, then checked. `None` for one with
/// which something is wrong: it is opened.
fn document(claim: Claim, file: &File, cx: &Cx<'_>) -> Option<(Option<(ObjectId, EntryId)>, Body)> {
    let today = cx.now.today;
    let found = |id: ObjectId| file.evidence.iter().find(|it| it.id == id);
    let (before, piece) = match standing_of(claim, &asked(file, cx))? {
        Standing::Lacking(Lack::Missing, _) => {
            let kind = claim.documents().first().copied()?;
            let mut piece = Evidence::new(kind);
            piece.claim = kind.may_prove_several().then_some(claim);
            piece.received_on = Some(today);
            piece.form = Some(EvidenceForm::Copy);
            (None, piece)
        }
        Standing::Lacking(Lack::Awaited, Some(id)) => {
            let before = found(id)?;
            (Some(before), Evidence { received_on: Some(today), ..before.value.clone() })
        }
        Standing::Lacking(Lack::Unchecked, Some(id)) => {
            let before = found(id)?;
            let checked_by = cx.station().map(|it| it.name.clone());
            (Some(before), Evidence { checked_on: Some(today), checked_by, ..before.value.clone() })
        }
        Standing::Met(_) | Standing::Lacking(..) => return None,
    };
    Some((before.map(|it| (it.id, it.entry)), Body::Evidence(piece)))
}

/// Ticks the row, or takes its tick off: a condition goes from nothing to yes, no and nothing again.
pub(in super::super) fn tick(item: Item, file: &File, cx: &Cx<'_>) -> Option<Step> {
    let today = cx.now.today;
    let (replaces, body) = match item {
        Item::Informed => {
            let before = &file.person;
            let informed_on = if before.value.informed_on.is_some() { None } else { Some(today) };
            let person = Person { informed_on, ..before.value.clone() };
            (Some((before.id, before.entry)), Body::Person(person))
        }
        Item::Reception(item) => {
            let before = file.enrolments.last()?;
            let mut enrolment = before.value.clone();
            reception::tick(&mut enrolment.reception, item, today);
            // Whoever ticks the first item has received the person.
            if item == ReceptionItem::Received && enrolment.received_on.is_none() {
                enrolment.received_on = Some(today);
            }
            (Some((before.id, before.entry)), Body::Enrolment(enrolment))
        }
        Item::Condition(condition) => {
            let before = file.diagnoses.last();
            let mut diagnosis =
                before.map_or_else(|| Diagnosis::new(today), |it: &Current<Diagnosis>| it.value.clone());
            let answer = diagnosis.answer_mut(condition);
            *answer = match answer {
                None => Some(true),
                Some(true) => Some(false),
                Some(false) => None,
            };
            (before.map(|it| (it.id, it.entry)), Body::Diagnosis(diagnosis))
        }
        Item::Claim(claim) => document(claim, file, cx)?,
        Item::Lack(_) | Item::Proposal => return None,
    };
    let change = Change { person: Some(file.id), replaces, body: Some(body) };
    let save = Save { changes: vec![change], draft: None, confirmed: true };
    Some(Step::stay().ask_and_wait(TICKING, Request::Save(Box::new(save))))
}
