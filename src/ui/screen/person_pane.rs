//! The pane beside a list on a wide terminal: the selected person at a glance. And what an empty
//! list says instead.

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, Borders, Paragraph};

use crate::domain::dates::age;
use crate::domain::id::PersonId;
use crate::ui::action::Scope;
use crate::ui::cx::Cx;
use crate::ui::theme::Role;
use crate::ui::widget::clip::wrap;
use crate::ui::widget::keys;
use crate::ui::{appointment, reason, who};

/// Columns of the body from which there is a pane.
const WIDE: u16 = 110;
/// Columns of the list beside a pane: what it has on a terminal of 80.
const LIST: u16 = 80;

/// The part of a list, and that of the pane if there is room for one.
pub fn split(body: Rect) -> (Rect, Option<Rect>) {
    if body.width < WIDE {
        return (body, None);
    }
    let list = Rect { width: LIST, ..body };
    (list, Some(Rect { x: body.x + LIST, width: body.width - LIST, ..body }))
}

/// The person at a glance. Nothing but initials of somebody else in discreet mode.
pub fn draw(frame: &mut Frame<'_>, pane: Rect, person: PersonId, cx: &Cx<'_>) {
    let block = Block::new().borders(Borders::LEFT).border_style(cx.theme.style(Role::Border));
    let inner = block.inner(pane);
    frame.render_widget(block, pane);
    let columns = usize::from(inner.width.saturating_sub(2));
    let told = told(person, cx).into_iter().flat_map(|(role, text)| {
        wrap(&text, columns)
            .into_iter()
            .map(move |line| Line::styled(format!(" {line}"), cx.theme.style(role)))
    });
    let lines: Vec<Line<'_>> = told.take(usize::from(inner.height)).collect();
    frame.render_widget(Paragraph::new(lines), inner);
}

fn told(person: PersonId, cx: &Cx<'_>) -> Vec<(Role, String)> {
    let Some((file, standing)) = cx.file(person).zip(cx.model.board.standing(person)) else {
        return Vec::new();
    };
    let identity = &file.person.value;
    let mut told = vec![(Role::Title, cx.name(person, identity))];
    if who::is_hidden(person, cx) {
        return told;
    }
    let mut args = FluentArgs::new();
    args.set("birth", cx.words.date(identity.birth_date));
    args.set("age", age(identity.birth_date, cx.now.today));
    args.set("commune", who::commune(person, cx));
    told.push((Role::Text, cx.words.with("pane-born", &args).into_owned()));
    let mut state = vec![cx.words.label(standing.pathway).into_owned()];
    state.extend(standing.lot.map(|lot| cx.words.label(lot).into_owned()));
    if let Some(months) = standing.months_in_pathway {
        let mut args = FluentArgs::new();
        args.set("months", months);
        state.push(cx.words.with("pane-months", &args).into_owned());
    }
    told.push((Role::Text, state.join(" · ")));
    if let Some(phone) = &identity.phone {
        told.push((Role::Text, phone.clone()));
    }
    told.push((Role::Text, String::new()));
    told.push((Role::Text, dated("pane-last", standing.last_interview_on, cx)));
    match standing.next_appointment {
        Some(next) => told.push((Role::Text, dated("pane-next", Some(next.date), cx))),
        None => {
            let proposed = appointment::proposed_next(file, cx.now.today, &cx.diary());
            told.push((Role::TextDim, dated("pane-proposed", Some(proposed.date), cx)));
        }
    }
    told.push((Role::Text, String::new()));
    for finding in cx.model.board.findings(person) {
        let text = format!("{} {}", reason::sign(finding.severity), cx.words.reason(&finding));
        told.push((reason::role(finding.severity), text));
    }
    told
}

fn dated(id: &str, date: Option<chrono::NaiveDate>, cx: &Cx<'_>) -> String {
    let mut args = FluentArgs::new();
    args.set("date", date.map_or_else(|| "–".to_owned(), |date| cx.words.date(date)));
    cx.words.with(id, &args).into_owned()
}

/// What an empty list says, and what to do next.
pub fn draw_empty(frame: &mut Frame<'_>, body: Rect, id: &str, cx: &Cx<'_>) {
    let columns = usize::from(body.width.saturating_sub(4));
    let text = keys::message(id, &[Scope::Caseload, Scope::AsOf, Scope::List], cx);
    let lines = wrap(&text, columns).into_iter();
    let lines: Vec<Line<'_>> =
        lines.map(|line| Line::styled(format!("  {line}"), cx.theme.style(Role::Text))).collect();
    let top = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
    frame.render_widget(Paragraph::new(lines), top);
}
