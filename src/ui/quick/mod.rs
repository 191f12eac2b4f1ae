//! The quick line: an interview in one line, from anywhere (product.md §4).

pub mod echo;
pub mod entry;
pub mod line;
pub mod parse;
mod whom;

use super::cx::Cx;
use super::effect::Slot;
use super::step::Step;
use crate::domain::id::PersonId;
use crate::usecase::outcome::KeptDraft;

/// The line that was being typed when something cut it; `None` for any other draft.
pub fn resume(draft: &KeptDraft, cx: &Cx<'_>) -> Option<Step> {
    let was_cut = draft.key.form == line::FORM && line::was_cut(&draft.bytes);
    was_cut.then(|| open_about(draft.key.person, cx))
}

/// Opens the quick line above whatever is shown.
pub fn open(cx: &Cx<'_>) -> Step {
    open_about(cx.subject, cx)
}

/// Opens the quick line about this person, or about whoever its first words name.
pub fn open_about(person: Option<PersonId>, cx: &Cx<'_>) -> Step {
    Step::open(Slot(0), line::QuickLine::open(person, cx))
}
