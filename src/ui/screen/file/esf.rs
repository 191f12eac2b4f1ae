//! Which form of the record of the European Social Fund opens, and at what: the entry questionnaire while the
//! person is there, what became of them once they left.

use crate::domain::esf::{missing_at_entry, record_on};
use crate::domain::file::File;
use crate::domain::state::State;
use crate::ui::cx::Cx;
use crate::ui::form::specs::{ESF_ENTRY, ESF_EXIT, Paper};
use crate::ui::screen::form::{FormScreen, open};

/// The form that is awaited, whatever the file lacks.
pub fn form(file: &File, cx: &Cx<'_>) -> Option<FormScreen> {
    let is_gone = State::of(file, cx.now.today).period.exited_on.is_some();
    Some(if is_gone { exit(file, cx) } else { on_record(&ESF_ENTRY, file, cx) })
}

/// The entry questionnaire at the first question without an answer; the identity page when only it lacks one.
pub(super) fn entry(file: &File, cx: &Cx<'_>) -> Option<FormScreen> {
    let gaps = missing_at_entry(file, cx.now.today);
    match gaps.iter().find(|it| !it.is_of_identity()).or(gaps.first()) {
        Some(gap) if gap.is_of_identity() => {
            Some(open::edit(file, file.person.id, cx)?.starting_at(gap.code()))
        }
        Some(gap) if record_on(file, cx.now.today).is_some() => {
            Some(on_record(&ESF_ENTRY, file, cx).starting_at(gap.code()))
        }
        // What the file knows already is proposed: it is read from the top.
        Some(_) | None => Some(on_record(&ESF_ENTRY, file, cx)),
    }
}

/// What became of the person.
pub(super) fn exit(file: &File, cx: &Cx<'_>) -> FormScreen {
    on_record(&ESF_EXIT, file, cx)
}

fn on_record(paper: &'static Paper, file: &File, cx: &Cx<'_>) -> FormScreen {
    let record = record_on(file, cx.now.today);
    record
        .and_then(|it| open::edit_with(paper, file, it.id, cx))
        .unwrap_or_else(|| open::new(paper, file, cx))
}
