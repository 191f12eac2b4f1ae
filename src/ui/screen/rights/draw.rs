//! The rights of a person, drawn: how long, what forbids erasing, what can be done, what an erasure would do.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::{Act, told};
use crate::domain::limitation;
use crate::ui::cx::Cx;
use crate::ui::theme::Role;
use crate::ui::who;
use crate::ui::widget::cells::{self, Cell, MARK_COLUMNS};
use crate::ui::widget::clip::wrap;
use crate::usecase::rights::Rights;

/// Columns of the name of an act.
const ACT: usize = 24;

/// How long the file may be kept, and what forbids erasing it.
fn standing(seen: &Rights, cx: &Cx<'_>) -> Vec<(Role, String)> {
    let kept = seen.retention;
    let (last, until) = (cx.words.date(kept.last_contact), cx.words.date(kept.due));
    let days = [("last", last.as_str()), ("until", until.as_str())];
    let is_over = kept.due <= cx.now.today;
    let id = if is_over { "rights-kept-too-long" } else { "rights-kept" };
    let role = if is_over { Role::Overdue } else { Role::Text };
    let mut told = vec![(role, cx.words.filled(id, days))];
    told.push(match &seen.hold {
        None => (Role::Text, cx.words.get("rights-not-held").into_owned()),
        Some(hold) => {
            let why = hold.reason.map(|it| cx.words.label(it).into_owned()).unwrap_or_default();
            let until = hold.until.map_or_else(
                || cx.words.get("rights-hold-no-end").into_owned(),
                |day| cx.words.filled("rights-hold-to", [("date", cx.words.date(day).as_str())]),
            );
            let parts = [until, why, hold.by.clone()].into_iter().filter(|it| !it.is_empty());
            let how = parts.collect::<Vec<_>>().join(" · ");
            (Role::Soon, cx.words.filled("rights-held", [("how", how.as_str())]))
        }
    });
    if let Some(it) = cx.file(seen.person).and_then(|file| limitation::on(file, cx.now.today)) {
        let (since, reason) = (cx.words.date(it.value.since), cx.words.label(it.value.reason));
        let values = [("since", since.as_str()), ("reason", &reason)];
        told.push((Role::Soon, cx.words.filled("file-limited", values)));
    }
    told
}

/// What an erasure would do, what stays, what it does not reach.
pub(super) fn plan(seen: &Rights, cx: &Cx<'_>) -> Vec<String> {
    let plan = &seen.plan;
    let counts = [
        plan.entries.to_string(),
        plan.attachments.to_string(),
        plan.reach.drafts.to_string(),
        plan.reach.copies.len().to_string(),
    ];
    let [entries, attachments, drafts, copies] = counts.each_ref().map(String::as_str);
    let values = [("entries", entries), ("attachments", attachments), ("drafts", drafts), ("copies", copies)];
    let mut said = vec![cx.words.filled("rights-erase-would", values)];
    said.push(cx.words.get("out-erase-kept").into_owned());
    said.extend(told::residue(&plan.residue, cx.words));
    said.push(cx.words.get("rights-erase-elsewhere").into_owned());
    said.extend(told::named(&plan.named, |person| who::label(person, cx), cx.words));
    said
}

fn words_of(act: Act, is_held: bool, is_limited: bool) -> (&'static str, &'static str) {
    match act {
        Act::Copy => ("rights-copy", "rights-copy-said"),
        Act::Hold if is_held => ("rights-lift", "rights-lift-said"),
        Act::Hold => ("rights-hold", "rights-hold-said"),
        Act::Limit if is_limited => ("rights-unlimit", "rights-unlimit-said"),
        Act::Limit => ("rights-limit", "rights-limit-said"),
        Act::Erase => ("rights-erase", "rights-erase-said"),
    }
}

/// Draws everything.
pub(super) fn draw(frame: &mut Frame<'_>, body: Rect, seen: &Rights, selected: Act, cx: &Cx<'_>) {
    let columns = usize::from(body.width);
    let styled = |role, text: &str| {
        let style = cx.theme.style(role);
        wrap(text, columns).into_iter().map(move |line| Line::styled(line, style)).collect::<Vec<_>>()
    };
    let mut lines: Vec<Line<'_>> =
        standing(seen, cx).iter().flat_map(|(role, text)| styled(*role, text)).collect();
    lines.push(Line::default());
    let is_limited = who::is_limited(seen.person, cx);
    for act in Act::ALL {
        let (name, said) = words_of(act, seen.hold.is_some(), is_limited);
        let rest = columns.saturating_sub(MARK_COLUMNS + ACT + 1);
        let cells =
            vec![Cell::new(cx.words.get(name), ACT), Cell::new(cx.words.get(said), rest).role(Role::TextDim)];
        lines.push(cells::line(cells, act == selected, cx));
    }
    lines.push(Line::default());
    lines.push(Line::styled(cx.words.get("rights-erase-plan").into_owned(), cx.theme.style(Role::Title)));
    lines.extend(plan(seen, cx).iter().flat_map(|text| styled(Role::Text, text)));
    frame.render_widget(Paragraph::new(lines), body);
}
