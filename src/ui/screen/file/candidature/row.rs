//! How a row of the candidature looks: its sign, what it is, since when, what was said of it.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::super::list::{self, Row, columns};
use super::{Item, standing_of};
use crate::domain::diagnosis::Diagnosis;
use crate::domain::evidence::{Demand, Standing};
use crate::domain::file::File;
use crate::domain::reception;
use crate::ui::cx::Cx;
use crate::ui::theme::Role;
use crate::ui::written;

/// Columns of what a row is.
const WHAT: usize = 44;
/// Columns of a day.
const DAY: usize = 8;

/// One row of the page.
pub(super) fn row(item: Item, file: &File, demands: &[Demand], area: Rect, cx: &Cx<'_>) -> Row {
    let rest = usize::from(area.width).saturating_sub(WHAT + DAY + 8);
    let (sign, what, day, said) = match item {
        Item::Lack(lack) => {
            let said = cx.words.get("candidature-to-write").into_owned();
            ("candidature-to-do", cx.words.label(lack).into_owned(), None, said)
        }
        Item::Informed => {
            let day = file.person.value.informed_on;
            let sign = if day.is_some() { "candidature-done" } else { "candidature-to-do" };
            (sign, cx.words.get("candidature-informed").into_owned(), day, String::new())
        }
        Item::Reception(item) => {
            let enrolment = file.enrolments.last().map(|it| &it.value);
            let check = enrolment.and_then(|it| reception::done(&it.reception, item));
            let sign = if check.is_some() { "candidature-done" } else { "candidature-to-do" };
            let what = format!("{}. {}", item as usize + 1, cx.words.label(item));
            let said = check.map_or("", |it| it.result.as_str()).to_owned();
            (sign, what, check.map(|it| it.on), said)
        }
        Item::Condition(condition) => {
            let diagnosis = file.diagnoses.last().map(|it| &it.value);
            let sign = match diagnosis.and_then(|it| it.answer(condition)) {
                Some(true) => "candidature-yes",
                Some(false) => "candidature-no",
                None => "candidature-to-do",
            };
            let said = diagnosis.map_or("", |it| it.note(condition)).to_owned();
            (sign, cx.words.label(condition).into_owned(), None, said)
        }
        Item::Claim(claim) => {
            let standing = standing_of(claim, demands);
            let is_met = matches!(standing, Some(Standing::Met(_)));
            let sign = if is_met { "candidature-done" } else { "candidature-to-do" };
            let said = standing.map(|it| cx.words.standing(it)).unwrap_or_default();
            (sign, cx.words.label(claim).into_owned(), dated_on(standing, file), said)
        }
        Item::Proposal => {
            let diagnosis = file.diagnoses.last().map(|it| &it.value);
            let proposal = diagnosis.and_then(|it| it.proposal);
            let sign = if proposal.is_some() { "candidature-done" } else { "candidature-to-do" };
            let told = proposal.map_or_else(
                || cx.words.get("candidature-proposal").into_owned(),
                |it| cx.words.filled("candidature-proposed", [("what", &*cx.words.label(it))]),
            );
            let said = diagnosis.map_or("", |it| it.reasons.as_str()).to_owned();
            (sign, told, diagnosis.and_then(Diagnosis::proposed_on), said)
        }
    };
    let role = if sign == "candidature-done" || sign == "candidature-yes" { Role::Text } else { Role::Soon };
    let day = day.map(written::short_day).unwrap_or_default();
    let cells = [(&*cx.words.get(sign), 3), (what.as_str(), WHAT), (day.as_str(), DAY)];
    Row { text: columns(&cells, &list::first_line(&said, rest)), role }
}

/// The day that the nearest document bears.
fn dated_on(standing: Option<Standing>, file: &File) -> Option<NaiveDate> {
    let id = match standing? {
        Standing::Met(id) | Standing::Lacking(_, Some(id)) => id,
        Standing::Lacking(_, None) => return None,
    };
    file.evidence.iter().find(|it| it.id == id).and_then(|it| it.value.dated_on)
}
