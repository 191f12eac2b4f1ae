//! Where screens lead: the one place that knows which screen answers to which wish.

use crate::domain::id::{ObjectId, PersonId};
use crate::domain::rules::Finding;
use crate::ui::cx::Cx;
use crate::ui::screen::Screen;
use crate::ui::screen::caseload::CaseloadScreen;
use crate::ui::screen::file::FileScreen;
use crate::ui::screen::today::lines::record_of;
use crate::ui::step::{Step, Turn};
use crate::usecase::outcome::KeptDraft;

/// The person's file.
pub fn file(person: PersonId, _cx: &Cx<'_>) -> Step {
    Step::push(FileScreen::open(person))
}

/// An interview of the person: a new one, or that one.
pub fn interview(person: PersonId, _interview: Option<ObjectId>, cx: &Cx<'_>) -> Step {
    file(person, cx)
}

/// A new appointment with the person.
pub fn appointment(person: PersonId, cx: &Cx<'_>) -> Step {
    file(person, cx)
}

/// A new step of the person.
pub fn step(person: PersonId, cx: &Cx<'_>) -> Step {
    file(person, cx)
}

/// A new contact with the person.
pub fn contact(person: PersonId, cx: &Cx<'_>) -> Step {
    file(person, cx)
}

/// A new person.
pub fn new_person(_cx: &Cx<'_>) -> Step {
    Step::stay()
}

/// What clears a finding: the record it is about, or the file.
pub fn clear(finding: &Finding, cx: &Cx<'_>) -> Step {
    match record_of(finding) {
        Some(record) => interview(finding.person, Some(record), cx),
        None => file(finding.person, cx),
    }
}

/// The caseload, ready to be searched.
pub fn search(cx: &Cx<'_>) -> Step {
    Step::push(CaseloadScreen::searching(cx))
}

/// The screen that takes up a draft where it was left.
pub fn screen_of_draft(_draft: &KeptDraft, _cx: &Cx<'_>) -> Option<Box<dyn Screen>> {
    None
}

/// Takes up a draft where it was left.
pub fn resume(draft: &KeptDraft, cx: &Cx<'_>) -> Step {
    screen_of_draft(draft, cx).map_or_else(Step::stay, |screen| Step::stay().then(Turn::Push(screen)))
}
