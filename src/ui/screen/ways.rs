//! Where screens lead: the one place that knows which screen answers to which wish.

use crate::domain::codes::Outcome;
use crate::domain::file::File;
use crate::domain::id::{ObjectId, PersonId};
use crate::domain::office::MeetingKind;
use crate::domain::rules::{AlertCode, StationCause, StationFinding};
use crate::domain::signing::lacks;
use crate::ui::board::About;
use crate::ui::cx::Cx;
use crate::ui::effect::Slot;
use crate::ui::form::specs::office::{MEETING, WORKSHOP};
use crate::ui::form::specs::{APPOINTMENT, CONTACT, Paper, STEP};
use crate::ui::form::value::Value;
use crate::ui::message::Message;
use crate::ui::overlay::reading::Reading;
use crate::ui::screen::caseload::CaseloadScreen;
use crate::ui::screen::exit::ExitScreen;
use crate::ui::screen::file::FileScreen;
use crate::ui::screen::form::{FormScreen, open};
use crate::ui::screen::office::{OfficeScreen, Page};
use crate::ui::screen::rights::RightsScreen;
use crate::ui::screen::today::lines::record_of;
use crate::ui::step::{Step, Turn};
use crate::ui::{appointment, quick};
use crate::usecase::outcome::KeptDraft;

/// The person's file.
pub fn file(person: PersonId) -> Step {
    Step::push(FileScreen::open(person))
}

/// The form of a new interview of the person.
pub fn interview(person: PersonId, cx: &Cx<'_>) -> Step {
    on_file(person, cx, |file| Some(open::interview(file, cx)))
}

/// The form of that interview, at what its record lacks.
pub fn record(person: PersonId, interview: ObjectId, cx: &Cx<'_>) -> Step {
    on_file(person, cx, |file| open::complete(file, interview, cx))
}

/// The form of that recommendation, at what became of it.
pub fn recommendation(person: PersonId, id: ObjectId, cx: &Cx<'_>) -> Step {
    on_file(person, cx, |file| Some(open::edit(file, id, cx)?.starting_at("done_on")))
}

/// What an appointment leads to: the file before it, what its record still lacks after it.
pub fn appointment(person: PersonId, id: ObjectId, cx: &Cx<'_>) -> Step {
    let interview = cx.file(person).and_then(|file| appointment::find(file, id));
    match interview.map(|it| &it.value) {
        Some(it) if it.outcome == Outcome::Held && !lacks(it, person).is_empty() => record(person, id, cx),
        Some(_) | None => file(person),
    }
}

/// The form of a new appointment with the person.
pub fn new_appointment(person: PersonId, cx: &Cx<'_>) -> Step {
    new(&APPOINTMENT, person, cx)
}

/// The form of a new step of the person.
pub fn new_step(person: PersonId, cx: &Cx<'_>) -> Step {
    new(&STEP, person, cx)
}

/// The form of a new contact with the person.
pub fn new_contact(person: PersonId, cx: &Cx<'_>) -> Step {
    new(&CONTACT, person, cx)
}

/// The form of a new thing that everybody of these gets; the usual one when there is but one.
pub fn together(paper: &'static Paper, people: Vec<PersonId>, cx: &Cx<'_>) -> Step {
    if let [person] = people[..] {
        return new(paper, person, cx);
    }
    FormScreen::together(paper, people, cx).map_or_else(Step::stay, Step::push)
}

/// The form of a workshop in which all of these people take part.
pub fn workshop(people: Vec<PersonId>, cx: &Cx<'_>) -> Step {
    FormScreen::together(&WORKSHOP, people, cx).map_or_else(Step::stay, Step::push)
}

/// The form of somebody new.
pub fn new_person(cx: &Cx<'_>) -> Step {
    Step::push(open::new_person(cx))
}

/// The form of somebody new who was referred.
pub fn new_referral(cx: &Cx<'_>) -> Step {
    Step::push(open::new_referral(cx))
}

/// Which exits the person qualifies for.
pub fn exit(person: PersonId) -> Step {
    Step::push(ExitScreen::open(person))
}

/// What is kept of the person, and what can be done with it.
pub fn rights(person: PersonId) -> Step {
    Step::push(RightsScreen::open(person))
}

/// What clears a finding: the record it is about, the exits it announces, or the file, which says what
/// to do.
pub fn clear(about: About, cx: &Cx<'_>) -> Step {
    if matches!(about.code, AlertCode::ExitDue | AlertCode::ExitWindow | AlertCode::PostTraining) {
        return exit(about.person);
    }
    match record_of(about) {
        Some(interview) => record(about.person, interview, cx),
        None => file(about.person),
    }
}

/// The caseload, ready to be searched.
pub fn search(cx: &Cx<'_>) -> Step {
    Step::push(CaseloadScreen::searching(cx))
}

/// What clears a finding about the station: that the report was sent, begun with what is known of it; the
/// absence, at what is missing. The station's own side when the absence is gone.
pub fn clear_of_station(finding: &StationFinding, cx: &Cx<'_>) -> Step {
    let field = match finding.cause {
        StationCause::InterimReport | StationCause::AnnualReport | StationCause::FinalReport => {
            let sent = Value::Code(MeetingKind::ReportSent.code().to_owned());
            let form = open::new_of_office(&MEETING, &vec![("kind", sent)], cx);
            return Step::push(form.starting_at("date"));
        }
        StationCause::HalfTimeMissing => "covered_from",
        StationCause::ReplacementMissing => "replaced_from",
    };
    let form = finding.subject.and_then(|it| open::edit_office(it, cx));
    form.map_or_else(
        || Step::push(OfficeScreen::open_at(Page::Absences)),
        |form| Step::push(form.starting_at(field)),
    )
}

/// Why the rules find that about the station, in full.
pub fn station_why(slot: Slot, finding: &StationFinding, cx: &Cx<'_>) -> Step {
    let clears = cx.words.station_clearing(finding);
    let text = format!("{}\n→ {clears}", cx.words.station_why(finding));
    let title = format!("{}  {}", finding.code.code(), cx.words.label(finding.code));
    Step::open(slot, Reading::new(title, text))
}

/// Takes up a draft where it was left: its form, or the quick line.
pub fn take_up(draft: &KeptDraft, cx: &Cx<'_>) -> Step {
    match open::take_up(draft, cx) {
        Some(form) => Step::push(form),
        None => quick::open_about(draft.key.person, cx),
    }
}

/// What opens by itself after an interruption: the form or the line that was being filled in,
/// above the file that it is about, unless it was left on purpose.
pub fn resume(draft: &KeptDraft, cx: &Cx<'_>) -> Option<Step> {
    if let Some(form) = open::resume(draft, cx) {
        return Some(Step::push(form));
    }
    let mut line = quick::resume(draft, cx)?;
    let elsewhere = draft.key.person.filter(|person| cx.subject != Some(*person));
    if let Some(person) = elsewhere.filter(|person| cx.file(*person).is_some()) {
        line.turns.insert(0, Turn::Push(Box::new(FileScreen::open(person))));
    }
    Some(line.saying(Message::note(cx.words.get("form-resumed"))))
}

fn new(paper: &'static Paper, person: PersonId, cx: &Cx<'_>) -> Step {
    on_file(person, cx, |file| Some(open::new(paper, file, cx)))
}

fn on_file(person: PersonId, cx: &Cx<'_>, form: impl FnOnce(&File) -> Option<FormScreen>) -> Step {
    cx.file(person).and_then(form).map_or_else(Step::stay, Step::push)
}
