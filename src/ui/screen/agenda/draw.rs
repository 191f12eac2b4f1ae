//! The lines of the agenda, drawn.

use fluent_bundle::FluentArgs;
use ratatui::text::{Line as Text, Span};

use super::lines::{Closed, Line};
use crate::domain::body::Body;
use crate::domain::codes::Outcome;
use crate::domain::habits::usual_duration_min;
use crate::domain::id::{ObjectId, PersonId};
use crate::ui::cx::Cx;
use crate::ui::theme::Role;
use crate::ui::widget::cells::{self, Cell, MARK_COLUMNS};
use crate::ui::{appointment, who, written};

/// Columns of the hour, or of the day and the hour of what waits.
const HOUR: usize = 5;
/// Columns of a day and an hour.
const MOMENT: usize = 14;
/// Columns of a name.
const NAME: usize = 24;

/// One line.
pub fn line(line: &Line, is_selected: bool, columns: usize, cx: &Cx<'_>) -> Text<'static> {
    match line {
        Line::Waiting(count) => {
            let mut args = FluentArgs::new();
            args.set("count", *count);
            heading(cx.words.with("agenda-waiting", &args).into_owned(), Role::Title, cx)
        }
        Line::Day(day, met, closed) => {
            let date = cx.words.long_date(*day);
            let mut parts = vec![if *day == cx.now.today { today(&date, cx) } else { date }];
            parts.extend(closed.map(|closed| why_closed(closed, cx)));
            if *met == 0 && closed.is_none() {
                parts.push(cx.words.get("agenda-nobody").into_owned());
            }
            let role = if closed.is_some() { Role::Closed } else { Role::Title };
            heading(parts.join(" · "), role, cx)
        }
        Line::Free(from, until) => {
            let mut args = FluentArgs::new();
            args.set("from", cx.words.time(*from));
            args.set("until", cx.words.time(*until));
            heading(format!("  {}", cx.words.with("agenda-free", &args)), Role::TextDim, cx)
        }
        Line::Office(id) => match cx.model.caseload.office.version(*id) {
            Some((_, Body::Office(body))) => {
                let kind = cx.words.get(&format!("act-{}", body.kind()));
                let text = format!("  {kind} · {}", cx.words.office_line(&body));
                heading(text, Role::Accent, cx)
            }
            Some(_) | None => Text::default(),
        },
        Line::Met { person, id, is_waiting } => met(*person, *id, *is_waiting, is_selected, columns, cx),
    }
}

fn heading(text: String, role: Role, cx: &Cx<'_>) -> Text<'static> {
    Text::from(Span::styled(text, cx.theme.style(role)))
}

fn today(date: &str, cx: &Cx<'_>) -> String {
    let mut args = FluentArgs::new();
    args.set("date", date.to_owned());
    cx.words.with("agenda-today", &args).into_owned()
}

fn why_closed(closed: Closed, cx: &Cx<'_>) -> String {
    match closed {
        Closed::Holiday => cx.words.get("agenda-holiday").into_owned(),
        Closed::WeekEnd => cx.words.get("agenda-week-end").into_owned(),
        Closed::Away(kind) => {
            let mut args = FluentArgs::new();
            args.set("kind", cx.words.label(kind).into_owned());
            cx.words.with("agenda-away", &args).into_owned()
        }
    }
}

fn met(
    person: PersonId,
    id: ObjectId,
    is_waiting: bool,
    is_selected: bool,
    columns: usize,
    cx: &Cx<'_>,
) -> Text<'static> {
    let Some(file) = cx.file(person) else { return Text::default() };
    let Some(it) = appointment::find(file, id).map(|it| &it.value) else { return Text::default() };
    let hour = it.start.map_or_else(|| "  –".to_owned(), |start| cx.words.time(start));
    let (first, first_columns) =
        if is_waiting { (format!("{} {hour}", written::short_day(it.date)), MOMENT) } else { (hour, HOUR) };
    let is_planned = it.outcome == Outcome::Planned;
    let minutes = it.duration_min.or_else(|| is_planned.then(|| usual_duration_min(file)));
    let (outcome, role) = match it.outcome {
        Outcome::Planned if it.date < cx.now.today => {
            (Some(cx.words.get("agenda-outcome-missing").into_owned()), Role::Soon)
        }
        Outcome::Planned => (None, Role::Text),
        Outcome::Held => (Some(cx.words.label(it.outcome).into_owned()), Role::Good),
        _ => (Some(cx.words.label(it.outcome).into_owned()), Role::TextDim),
    };
    let parts = [
        outcome,
        minutes.map(|minutes| cx.words.duration(u32::from(minutes))),
        it.modality.map(|modality| cx.words.label(modality).into_owned()),
        it.place.clone().filter(|_| !cx.model.is_discreet),
    ];
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let room = columns.saturating_sub(MARK_COLUMNS + first_columns + 1 + NAME + 1);
    let cells = vec![Cell::new(who::label_in(person, NAME, cx), NAME), Cell::new(text, room).role(role)];
    let mut line = cells::line(cells, is_selected, cx);
    line.spans.insert(1, Span::styled(format!("{first:<first_columns$} "), cx.theme.style(role)));
    line
}
