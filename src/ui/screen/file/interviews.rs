//! The page of interviews: the latest first, each with where its signatures stand and what it
//! lacks; the record of the selected one beside the list, or under it on a narrow terminal.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, Borders, Paragraph};

use super::list::{self, Row, columns};
use crate::domain::codes::Outcome;
use crate::domain::file::{Current, File};
use crate::domain::id::PersonId;
use crate::domain::interview::{Interview, Signature};
use crate::domain::signing::lacks;
use crate::i18n::Words;
use crate::ui::cx::Cx;
use crate::ui::form::specs::lacking;
use crate::ui::theme::Role;
use crate::ui::widget::clip::wrap;
use crate::ui::widget::window::Window;

/// Columns from which the record stands beside the list.
const WIDE: u16 = 110;
/// Columns of the list beside the record.
const LIST_COLUMNS: u16 = 80;
/// Rows of the body from which the record has several of them under the list.
const TALL: u16 = 26;
/// Rows of the record under the list, its rule included.
const RECORD_ROWS: u16 = 8;
/// The same on a short terminal: one line of the record, so that moving writes little.
const SHORT_RECORD_ROWS: u16 = 2;

/// Where the list is, its title included.
pub(super) fn list_area(area: Rect) -> Rect {
    if area.width >= WIDE {
        Rect { width: LIST_COLUMNS, ..area }
    } else {
        let record = if area.height >= TALL { RECORD_ROWS } else { SHORT_RECORD_ROWS };
        Rect { height: area.height.saturating_sub(record), ..area }
    }
}

fn record_area(area: Rect) -> Rect {
    let list = list_area(area);
    if area.width >= WIDE {
        Rect { x: list.right(), width: area.width - list.width, ..area }
    } else {
        Rect { y: list.bottom(), height: area.height - list.height, ..area }
    }
}

/// The interview of a row: the latest first.
pub(super) fn at(file: &File, row: usize) -> Option<&Current<Interview>> {
    file.interviews.iter().rev().nth(row)
}

/// The row from which the page is first read: the last interview whose day has come, or else the next
/// appointment. Appointments to come are above it.
pub(super) fn row_of_the_present(file: &File, today: NaiveDate) -> usize {
    let last_row = file.interviews.len().saturating_sub(1);
    file.interviews.iter().rev().position(|it| it.value.date <= today).unwrap_or(last_row)
}

/// The signatures in one word: "à signer", "signé", "refus", and nothing where nothing is to sign.
pub(super) fn signatures(interview: &Interview, is_changed: bool, words: &Words) -> String {
    if interview.outcome != Outcome::Held {
        return String::new();
    }
    let both = [&interview.participant_signature, &interview.counsellor_signature];
    let has_refused = both.iter().any(|it| matches!(it, Signature::Refused { .. }));
    let is_awaited = is_changed || both.iter().any(|it| matches!(it, Signature::ToSign));
    let id = match (has_refused, is_awaited) {
        (true, _) => "signatures-refused",
        (false, true) => "signatures-awaited",
        (false, false) => "signatures-done",
    };
    words.get(id).into_owned()
}

/// "justifié", or what is missing.
pub(super) fn justification(interview: &Interview, person: PersonId, words: &Words) -> String {
    if interview.outcome != Outcome::Held {
        return String::new();
    }
    let lacking = lacking(lacks(interview, person), words);
    if lacking.is_empty() {
        return words.get("interview-justified").into_owned();
    }
    lacking.join(", ")
}

/// The columns: the message that names each, and its width; the last one takes what is left.
const COLUMNS: [(&str, usize); 6] = [
    ("interviews-date", 10),
    ("interviews-start", 5),
    ("interviews-duration", 7),
    ("interviews-modality", 13),
    ("interviews-outcome", 8),
    ("interviews-signed", 8),
];

/// Columns of a list below which the signatures are told by the justification alone.
const NARROW: u16 = 72;

/// The cells side by side, without those that there is no room for.
fn line(cells: [&str; COLUMNS.len()], last: &str, list: Rect) -> String {
    let fitting =
        COLUMNS.iter().zip(cells).filter(|((id, _), _)| list.width >= NARROW || *id != "interviews-signed");
    let cells: Vec<(&str, usize)> = fitting.map(|((_, width), cell)| (cell, *width)).collect();
    columns(&cells, last)
}

fn row(interview: &Current<Interview>, file: &File, list: Rect, cx: &Cx<'_>) -> Row {
    let it = &interview.value;
    let start = it.start.map(|it| cx.words.time(it)).unwrap_or_default();
    let duration = it.duration_min.map(|it| cx.words.duration(u32::from(it))).unwrap_or_default();
    let modality = it.modality.map(|it| cx.words.label(it).into_owned()).unwrap_or_default();
    let cells = [
        cx.words.date(it.date),
        start,
        duration,
        modality,
        cx.words.label(it.outcome).into_owned(),
        signatures(it, file.is_changed_since_signed(interview.id), cx.words),
    ];
    let role = match it.outcome {
        Outcome::Planned => Role::Accent,
        Outcome::Held => Role::Text,
        Outcome::NoShow | Outcome::Excused | Outcome::Cancelled => Role::TextDim,
    };
    let justification = justification(it, file.id, cx.words);
    Row { text: line(cells.each_ref().map(String::as_str), &justification, list), role }
}

/// Draws the page.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, file: &File, window: Window, cx: &Cx<'_>) {
    if file.interviews.is_empty() {
        return list::empty(frame, area, "file-no-interview", cx);
    }
    let list = list_area(area);
    let names = COLUMNS.map(|(id, _)| cx.words.get(id));
    let title = line(names.each_ref().map(|name| &**name), &cx.words.get("interviews-justified"), list);
    let rows = list::titled(frame, list, &title, cx);
    list::draw(frame, rows, file.interviews.len(), window, cx, |rank| {
        at(file, rank).map_or_else(|| Row::plain(String::new()), |it| row(it, file, list, cx))
    });
    if let Some(interview) = at(file, window.selected()) {
        draw_record(frame, record_area(area), &interview.value, file, cx);
    }
}

fn draw_record(frame: &mut Frame<'_>, area: Rect, interview: &Interview, file: &File, cx: &Cx<'_>) {
    let is_beside = area.x > 0;
    let borders = if is_beside { Borders::LEFT } else { Borders::TOP };
    let block = Block::new().borders(borders).border_style(cx.theme.style(Role::Border));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let columns = usize::from(inner.width.saturating_sub(2)).max(1);
    let told =
        if inner.height == 1 { vec![record_line(interview, columns, cx)] } else { told(interview, file, cx) };
    let lines: Vec<Line<'_>> = told
        .into_iter()
        .flat_map(|(text, role)| wrap(&text, columns).into_iter().map(move |line| (line, role)))
        .take(usize::from(inner.height))
        .map(|(line, role)| Line::styled(format!(" {line}"), cx.theme.style(role)))
        .collect();
    frame.render_widget(Paragraph::new(lines), inner);
}

/// The record in one line.
fn record_line(interview: &Interview, columns: usize, cx: &Cx<'_>) -> (String, Role) {
    match list::first_line(&interview.record, columns) {
        line if line.is_empty() => (cx.words.get("interview-no-record").into_owned(), Role::TextDim),
        line => (line, Role::Text),
    }
}

/// What is told of an interview beside the list: what its row has no room for, then the record.
fn told(interview: &Interview, file: &File, cx: &Cx<'_>) -> Vec<(String, Role)> {
    let purposes: Vec<_> = interview.purposes.iter().map(|it| cx.words.label(*it)).collect();
    let about = [interview.place.clone(), (!purposes.is_empty()).then(|| purposes.join(", "))];
    let about: Vec<String> = about.into_iter().flatten().collect();
    let mut told = Vec::new();
    if !about.is_empty() {
        told.push((about.join(" · "), Role::TextDim));
    }
    if let Some(signed) = super::signed::line(interview, file.id, cx) {
        told.push((signed, Role::TextDim));
    }
    if interview.record.trim().is_empty() {
        told.push((cx.words.get("interview-no-record").into_owned(), Role::TextDim));
    } else {
        told.push((interview.record.clone(), Role::Text));
    }
    told
}
