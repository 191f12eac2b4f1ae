//! The page of pieces of evidence: what the commission still asks for, by gate, above the documents,
//! the latest first.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::list::{self, Row, columns};
use crate::domain::evidence::{Demand, Evidence, Gate, gates_ahead, missing};
use crate::domain::file::{Current, File};
use crate::domain::parameters::Pack;
use crate::ui::cx::Cx;
use crate::ui::theme::Role;
use crate::ui::widget::clip::clip;
use crate::ui::widget::window::Window;
use crate::ui::written;

/// Columns of the document.
const DOCUMENT: usize = 30;
/// Columns of a day.
const DAY: usize = 8;
/// Columns from which the name of the attached file has room.
const WIDE: u16 = 100;

/// The documents in the order of the page.
pub(super) fn sorted(file: &File) -> impl Iterator<Item = &Current<Evidence>> {
    file.evidence.iter().rev()
}

/// What is asked for on the present day, gate by gate.
fn lacking(file: &File, cx: &Cx<'_>) -> Vec<(Gate, Demand)> {
    let today = cx.now.today;
    let parameters = Pack::default().at(today);
    let gates = gates_ahead(file, today, &parameters).into_iter();
    let of = |gate| missing(file, gate, today, &parameters).into_iter().map(move |it| (gate, it));
    gates.flat_map(of).collect()
}

/// Rows that what is asked for takes, the empty one below it included.
fn rows_above(area: Rect, count: usize) -> u16 {
    let most = area.height / 2;
    let wanted = if count == 0 { 0 } else { u16::try_from(count + 1).unwrap_or(u16::MAX) };
    wanted.min(most)
}

/// Where the documents are listed, under what is asked for.
pub(super) fn list_area(area: Rect, file: &File, cx: &Cx<'_>) -> Rect {
    let above = rows_above(area, lacking(file, cx).len());
    Rect { y: area.y + above, height: area.height - above, ..area }
}

fn row(it: &Evidence, area: Rect, cx: &Cx<'_>) -> Row {
    let day = |date: Option<NaiveDate>| date.map(written::short_day).unwrap_or_default();
    let is_expired = it.valid_until.is_some_and(|last| last < cx.now.today);
    let checked = if it.refused_because.is_some() {
        cx.words.get("evidence-refused").into_owned()
    } else {
        day(it.checked_on)
    };
    let attached = it.attachment.as_ref().map_or_else(String::new, |attachment| {
        let kind = cx.words.label(attachment.kind);
        if area.width >= WIDE { format!("{kind} · {}", attachment.name) } else { kind.into_owned() }
    });
    let role = if is_expired || it.refused_because.is_some() { Role::Overdue } else { Role::Text };
    let cells = [day(it.dated_on), day(it.valid_until), day(it.received_on), checked];
    let document = match &it.occupation {
        Some(occupation) => format!("{} · {occupation}", cx.words.label(it.kind)),
        None => cx.words.label(it.kind).into_owned(),
    };
    Row { text: joined(&document, &cells, &attached, area), role }
}

fn joined(document: &str, cells: &[String; 4], attached: &str, area: Rect) -> String {
    let rest = usize::from(area.width).saturating_sub(DOCUMENT + 4 * (DAY + 1) + 3);
    let [dated, until, received, checked] = cells;
    let cells = [(document, DOCUMENT), (dated, DAY), (until, DAY), (received, DAY), (checked, DAY)];
    columns(&cells, &list::first_line(attached, rest))
}

/// What is asked for, as many lines as there is room for.
fn draw_lacking(frame: &mut Frame<'_>, area: Rect, lacking: &[(Gate, Demand)], cx: &Cx<'_>) {
    let room = usize::from(area.height).saturating_sub(1);
    let width = usize::from(area.width).saturating_sub(2);
    let line = |(gate, demand): &(Gate, Demand)| {
        let asked = cx.words.filled(
            "evidence-asked",
            [
                ("gate", cx.words.gate(*gate).as_str()),
                ("what", &cx.words.wanted(demand)),
                ("standing", &cx.words.standing(demand.standing)),
            ],
        );
        Line::styled(format!("  {}", clip(&asked, width)), cx.theme.style(Role::Soon))
    };
    let shown = if lacking.len() > room { room.saturating_sub(1) } else { lacking.len() };
    let mut lines: Vec<Line<'_>> = lacking.iter().take(shown).map(line).collect();
    if lacking.len() > shown {
        let count = (lacking.len() - shown).to_string();
        let more = cx.words.filled("evidence-asked-more", [("count", count.as_str())]);
        lines.push(Line::styled(format!("  {more}"), cx.theme.style(Role::TextDim)));
    }
    frame.render_widget(Paragraph::new(lines), area);
}

/// Draws the page.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, file: &File, window: Window, cx: &Cx<'_>) {
    let lacking = lacking(file, cx);
    let height = rows_above(area, lacking.len());
    draw_lacking(frame, Rect { height, ..area }, &lacking, cx);
    let area = Rect { y: area.y + height, height: area.height - height, ..area };
    let pieces: Vec<_> = sorted(file).collect();
    if pieces.is_empty() {
        return list::empty(frame, area, "file-no-evidence", cx);
    }
    let named = |id: &str| cx.words.get(id).into_owned();
    let days = ["evidence-dated", "evidence-until", "evidence-received", "evidence-checked"].map(named);
    let title = joined(&named("evidence-document"), &days, &named("evidence-file"), area);
    let rows = list::titled(frame, area, &title, cx);
    list::draw(frame, rows, pieces.len(), window, cx, |rank| {
        pieces.get(rank).map_or_else(|| Row::plain(String::new()), |it| row(&it.value, area, cx))
    });
}
