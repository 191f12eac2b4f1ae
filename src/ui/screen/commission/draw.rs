//! The agenda, drawn: sessions and kinds of business as titles, files with what they lack in words.

use fluent_bundle::FluentArgs;
use ratatui::text::Line;

use super::agenda::{Listed, Row};
use crate::domain::id::{ObjectId, PersonId};
use crate::domain::office::OfficeBody;
use crate::domain::submission::{Call, SubmissionState};
use crate::ui::cx::Cx;
use crate::ui::theme::Role;
use crate::ui::who;
use crate::ui::widget::cells::{self, Cell, MARK_COLUMNS};
use crate::ui::widget::clip::clip;

/// Columns of a name.
const NAME: usize = 24;
/// Columns of how far it is.
const STATE: usize = 22;

/// How often the commission met: an indicator, which blocks nothing (R7-03).
pub(super) fn banner(held: usize, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    let mut args = FluentArgs::new();
    args.set("count", held);
    titled(&cx.words.with("commission-held", &args), Role::TextDim, columns, cx)
}

/// One line.
pub(super) fn row(row: &Row, is_selected: bool, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    match row {
        Row::Session(date, count) => {
            let mut args = FluentArgs::new();
            args.set("date", cx.words.long_date(*date));
            args.set("span", cx.words.days((*date - cx.now.today).num_days()));
            args.set("count", *count);
            // Who co-chaired it is to be noted once it has taken place (R7-02).
            let is_noted = cx.model.caseload.office.sessions.iter().any(|it| it.value.date == *date);
            args.set("noted", if *date <= cx.now.today && !is_noted { "no" } else { "yes" });
            let id = if *date < cx.now.today { "commission-session-past" } else { "commission-session-on" };
            titled(&cx.words.with(id, &args), Role::Title, columns, cx)
        }
        Row::Business(business, count) => {
            let text = format!(" {} ({count})", cx.words.label(*business));
            titled(&text, Role::TextDim, columns, cx)
        }
        Row::Waiting(count) => {
            let mut args = FluentArgs::new();
            args.set("count", *count);
            titled(&cx.words.with("commission-waiting", &args), Role::Title, columns, cx)
        }
        Row::File(listed) => file(listed, is_selected, columns, cx),
        Row::Call(person, it) => call(*person, *it, is_selected, columns, cx),
        Row::Noted(count) => {
            let mut args = FluentArgs::new();
            args.set("count", *count);
            titled(&cx.words.with("commission-noted", &args), Role::Title, columns, cx)
        }
        Row::Sitting(id, _) => sitting(*id, is_selected, columns, cx),
    }
}

fn titled(text: &str, role: Role, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    Line::styled(clip(text, columns).into_owned(), cx.theme.style(role))
}

const fn rest(columns: usize) -> usize {
    columns.saturating_sub(MARK_COLUMNS + NAME + STATE + 2)
}

fn file(it: &Listed, is_selected: bool, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    let role = match it.state {
        SubmissionState::Draft | SubmissionState::Incomplete => Role::Soon,
        SubmissionState::Complete => Role::Text,
        SubmissionState::Verified | SubmissionState::Listed => Role::Good,
        SubmissionState::Adjourned | SubmissionState::Decided | SubmissionState::Notified => Role::TextDim,
    };
    let said = match it.lacks {
        (_, None) => cx.words.get("commission-nothing-missing").into_owned(),
        (count, Some(first)) => {
            let mut args = FluentArgs::new();
            args.set("number", count);
            args.set("first", cx.words.missing(first));
            cx.words.with("commission-lacks", &args).into_owned()
        }
    };
    let said =
        if it.is_overridden { format!("{} · {said}", cx.words.get("commission-overridden")) } else { said };
    let cells = vec![
        Cell::new(who::label_in(it.person, NAME, cx), NAME),
        Cell::new(cx.words.label(it.state), STATE).role(role),
        Cell::new(said, rest(columns)),
    ];
    cells::line(cells, is_selected, cx)
}

/// A session that is noted: its day, what its attendance does not say, then where it was and who chaired it.
fn sitting(id: ObjectId, is_selected: bool, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    let sessions = &cx.model.caseload.office.sessions;
    let Some(session) = sessions.iter().find(|it| it.id == id).map(|it| &it.value) else {
        return Line::default();
    };
    let line = cx.words.office_line(&OfficeBody::Session(session.clone()));
    let lacks: Vec<_> = session.lacks(cx.now.today).into_iter().map(|it| cx.words.label(it)).collect();
    let (said, role) = if lacks.is_empty() {
        (line, Role::Text)
    } else {
        let lacks = lacks.join(", ");
        let told = cx.words.filled("commission-attendance-lacks", [("lacks", lacks.as_str())]);
        (if line.is_empty() { told } else { format!("{told} · {line}") }, Role::Soon)
    };
    let day = cx.words.long_date(session.date);
    let room = columns.saturating_sub(MARK_COLUMNS + NAME + 1);
    cells::line(vec![Cell::new(day, NAME), Cell::new(said, room).role(role)], is_selected, cx)
}

fn call(person: PersonId, it: Call, is_selected: bool, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    let why =
        it.ground.map_or_else(|| cx.words.alert(it.alert), |ground| cx.words.label(ground).into_owned());
    let why = cx.words.filled("commission-call", [("why", why.as_str()), ("date", &cx.words.date(it.due))]);
    let cells = vec![
        Cell::new(who::label_in(person, NAME, cx), NAME),
        Cell::new(cx.words.label(it.business), STATE),
        Cell::new(why, rest(columns)).role(Role::Soon),
    ];
    cells::line(cells, is_selected, cx)
}
