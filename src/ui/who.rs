//! How people are named in lists: homonyms always show what differs.

use super::cx::Cx;
use super::widget::clip::{clip, width};
use super::written;
use crate::domain::id::PersonId;
use crate::domain::limitation;

/// Columns of a birth date beside a name.
const BIRTH_COLUMNS: usize = 8;

/// The person's name in so many columns, with the birth date, which is never clipped, when somebody
/// else bears the same name. Initials in discreet mode, empty for somebody who is not in the
/// caseload any more.
pub fn label_in(id: PersonId, columns: usize, cx: &Cx<'_>) -> String {
    let Some(file) = cx.file(id) else { return String::new() };
    let person = &file.person.value;
    let name = cx.name(id, person);
    if let Some(limited) = limited(id, cx) {
        return format!("{} {limited}", clip(&name, columns.saturating_sub(width(&limited) + 1)));
    }
    if !cx.model.board.has_namesake(id) || is_hidden(id, cx) {
        return clip(&name, columns).into_owned();
    }
    let birth = written::short_day(person.birth_date);
    format!("{} {birth}", clip(&name, columns.saturating_sub(birth.len() + 1)))
}

/// How many columns [`label`] takes.
pub fn columns(id: PersonId, cx: &Cx<'_>) -> usize {
    if is_hidden(id, cx) {
        return width(&label(id, cx));
    }
    if let Some(limited) = limited(id, cx) {
        return cx.model.board.name_columns(id) + width(&limited) + 1;
    }
    let birth = if cx.model.board.has_namesake(id) { BIRTH_COLUMNS + 1 } else { 0 };
    cx.model.board.name_columns(id) + birth
}

/// The same, as wide as it is.
pub fn label(id: PersonId, cx: &Cx<'_>) -> String {
    label_in(id, usize::MAX, cx)
}

/// Whether nothing more may be done with what is kept of the person (GDPR, article 18).
pub fn is_limited(id: PersonId, cx: &Cx<'_>) -> bool {
    cx.file(id).is_some_and(|file| limitation::on(file, cx.now.today).is_some())
}

/// "(limité)", beside the name wherever the person is listed.
pub fn limited(id: PersonId, cx: &Cx<'_>) -> Option<String> {
    is_limited(id, cx).then(|| cx.words.get("who-limited").into_owned())
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
