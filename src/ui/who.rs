//! How people are named in lists: homonyms always show what differs.

use super::cx::Cx;
use crate::domain::id::PersonId;

/// The person's name, with the birth date when somebody else bears the same name. Initials in
/// discreet mode, empty for somebody who is not in the caseload any more.
pub fn label(id: PersonId, cx: &Cx<'_>) -> String {
    let Some(file) = cx.file(id) else { return String::new() };
    let person = &file.person.value;
    let name = cx.name(id, person);
    if cx.model.board.has_namesake(id) && !is_hidden(id, cx) {
        format!("{name} ({})", cx.words.date(person.birth_date))
    } else {
        name
    }
}

/// Whether nothing of the person may be shown: the participant sits opposite, and it is not them.
pub fn is_hidden(id: PersonId, cx: &Cx<'_>) -> bool {
    cx.model.is_discreet && cx.subject != Some(id)
}

/// The commune the person lives in, as it is called; empty when it is not known.
pub fn commune(id: PersonId, cx: &Cx<'_>) -> String {
    let code = cx.file(id).and_then(|file| file.person.value.commune.as_deref());
    code.map_or_else(String::new, |code| cx.commune(code))
}
