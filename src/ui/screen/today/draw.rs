//! Home, drawn: the counts, then the visible lines.

use fluent_bundle::FluentArgs;
use ratatui::text::{Line as Text, Span};

use super::lines::{Line, Part};
use crate::domain::codes::Outcome;
use crate::domain::file::Current;
use crate::domain::habits::usual_duration_min;
use crate::domain::id::{ObjectId, PersonId};
use crate::domain::interview::{Interview, Signature};
use crate::domain::rules::{AlertCode, Finding, Severity, StationFinding};
use crate::ui::cx::Cx;
use crate::ui::form::specs::{self, Paper};
use crate::ui::theme::Role;
use crate::ui::widget::cells::{self, Cell, MARK_COLUMNS};
use crate::ui::widget::clip::{clip, width};
use crate::ui::{appointment, quick, reason, who};
use crate::usecase::request::DraftKey;

/// Columns of the sign or the hour before a name.
const FIRST: usize = 5;
/// Widest column of names, and narrowest.
const NAMES: std::ops::RangeInclusive<usize> = 16..=26;

/// Between two counts.
const SEPARATOR: &str = " · ";
/// Most rows of the counts.
const COUNT_ROWS: usize = 3;

/// How many people each alert holds for, the most pressing first; alerts that hold for nobody are
/// left out. One row, or three where there is much to do and little room.
pub fn counts(columns: usize, cx: &Cx<'_>) -> Vec<String> {
    let mut counts: Vec<_> = cx.model.board.counts().collect();
    counts.sort_by_key(|(code, _)| (code.severity(), *code));
    let counted = |code: AlertCode, count: usize| {
        let mut args = FluentArgs::new();
        args.set("count", count);
        cx.words.with(&format!("alert-count-{}", code.code()), &args).into_owned()
    };
    let due = counts.iter().filter(|(_, count)| count.due > 0);
    let mut parts: Vec<String> = due.map(|(code, count)| counted(*code, count.due)).collect();
    let soon: usize = counts.iter().map(|(_, count)| count.soon).sum();
    if parts.is_empty() {
        parts.push(cx.words.get("today-nothing-due").into_owned());
    }
    if soon > 0 {
        let mut args = FluentArgs::new();
        args.set("count", soon);
        parts.push(cx.words.with("today-soon", &args).into_owned());
    }
    rows_of(&parts, columns)
}

/// The counts in rows, whole: those for which there is no room left are counted (`+3`).
fn rows_of(parts: &[String], columns: usize) -> Vec<String> {
    /// Columns kept for the number of those left out.
    const MORE: usize = " +99".len();
    let mut rows = vec![String::new()];
    for (rank, part) in parts.iter().enumerate() {
        let is_last_row = rows.len() == COUNT_ROWS;
        let row = rows.last_mut().expect("there is one row at least");
        let kept = if is_last_row && rank + 1 < parts.len() { MORE } else { 0 };
        if row.is_empty() {
            part.clone_into(row);
        } else if width(row) + width(SEPARATOR) + width(part) + kept <= columns {
            row.push_str(SEPARATOR);
            row.push_str(part);
        } else if is_last_row {
            let left_out = parts.len() - rank;
            row.push_str(&format!(" +{left_out}"));
            break;
        } else {
            rows.push(part.clone());
        }
    }
    rows
}

/// How a line is shown: whether it is selected, and how many columns there are.
#[derive(Clone, Copy)]
pub struct Shown {
    /// Whether it is the selected one.
    pub is_selected: bool,
    /// Columns of the list.
    pub columns: usize,
    /// Columns of the names, from [`name_columns`].
    pub names: usize,
}

/// Columns that the names of these lines need: what is left goes to the reasons.
pub fn name_columns(lines: &[Line], cx: &Cx<'_>) -> usize {
    let mut columns = *NAMES.start();
    for person in lines.iter().filter_map(Line::person) {
        columns = columns.max(who::columns(person, cx)).min(*NAMES.end());
        if columns == *NAMES.end() {
            break;
        }
    }
    columns
}

/// One line of the list.
pub fn line(line: &Line, shown: Shown, cx: &Cx<'_>) -> Text<'static> {
    match line {
        Line::Heading(Part::ToActOn, count) => {
            reason::with_signs(heading(Part::ToActOn, *count, cx), shown.columns, cx)
        }
        Line::Heading(part, count) => heading(*part, *count, cx),
        Line::Appointment(person, id) => match found(*person, *id, cx) {
            Some(interview) => appointment_line(*person, &interview.value, shown, cx),
            None => Text::default(),
        },
        Line::ToActOn(_, spot) => match cx.model.board.today().finding(*spot) {
            Some(finding) => finding_line(&finding, shown, cx),
            None => Text::default(),
        },
        Line::ToSign(person, id) => {
            let text = found(*person, *id, cx).map(|it| signatures_missing(&it.value, *person, cx));
            row(
                who::label_in(*person, shown.names, cx),
                "",
                (text.unwrap_or_default(), Role::Text),
                shown,
                cx,
            )
        }
        Line::Recommended(person, id) => recommendation_line(*person, *id, shown, cx),
        Line::Station(finding) => station_line(finding, shown, cx),
        Line::Draft(key) => draft_line(key, shown, cx),
    }
}

fn heading(part: Part, count: usize, cx: &Cx<'_>) -> Text<'static> {
    let id = match (part, count) {
        (Part::Appointments, 0) => "today-no-appointments",
        (Part::Appointments, _) => "today-appointments",
        (Part::Station, _) => "today-station",
        (Part::ToActOn, _) => "today-to-act-on",
        (Part::Recommended, _) => "today-recommended",
        (Part::ToSign, _) => "today-to-sign",
        (Part::Drafts, _) => "today-drafts",
    };
    let mut args = FluentArgs::new();
    args.set("count", count);
    args.set("date", cx.words.long_date(cx.now.today));
    Text::from(Span::styled(cx.words.with(id, &args).into_owned(), cx.theme.style(Role::Title)))
}

fn found<'a>(person: PersonId, id: ObjectId, cx: &Cx<'a>) -> Option<&'a Current<Interview>> {
    cx.model.caseload.files.get(&person).and_then(|file| appointment::find(file, id))
}

fn appointment_line(person: PersonId, it: &Interview, shown: Shown, cx: &Cx<'_>) -> Text<'static> {
    let hour = it.start.map_or_else(|| "  –".to_owned(), |start| cx.words.time(start));
    let is_planned = it.outcome == Outcome::Planned;
    let usual = cx.file(person).filter(|_| is_planned).map(usual_duration_min);
    let minutes = it.duration_min.or(usual).map(|minutes| cx.words.duration(u32::from(minutes)));
    let modality = it.modality.map(|modality| cx.words.label(modality).into_owned());
    let outcome = (!is_planned).then(|| cx.words.label(it.outcome).into_owned());
    let parts = [outcome, minutes, modality, first_reason(person, cx)];
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let role = if is_planned { Role::Text } else { Role::Good };
    row(who::label_in(person, shown.names, cx), &hour, (text, role), shown, cx)
}

/// The most pressing thing about somebody who comes today.
fn first_reason(person: PersonId, cx: &Cx<'_>) -> Option<String> {
    let finding = cx.model.board.findings(person).into_iter().next()?;
    Some(format!("{} {}", reason::sign(finding.severity).trim_end(), cx.words.label(finding.code)))
}

fn finding_line(finding: &Finding, shown: Shown, cx: &Cx<'_>) -> Text<'static> {
    let standing = cx.model.board.standing(finding.person);
    let others = standing.map_or(0, |standing| standing.alerts.count.saturating_sub(1));
    let mut text = cx.words.reason(finding);
    if others > 0 {
        text = format!("{} +{others}", clip(&text, room(shown).saturating_sub(3)));
    }
    let sign = format!("   {}", reason::sign(finding.severity));
    row(
        who::label_in(finding.person, shown.names, cx),
        &sign,
        (text, reason::role(finding.severity)),
        shown,
        cx,
    )
}

/// What is to be done and until when; in discreet mode what it is stays unsaid.
fn recommendation_line(person: PersonId, id: ObjectId, shown: Shown, cx: &Cx<'_>) -> Text<'static> {
    let file = cx.file(person);
    let it = file.and_then(|file| file.recommendations.iter().find(|it| it.id == id));
    let Some(it) = it.map(|it| &it.value) else { return Text::default() };
    let is_late = it.is_late(cx.now.today);
    let (id, role) = match it.due_on {
        None => ("today-recommendation", Role::Text),
        Some(_) if is_late => ("today-recommendation-late", Role::Overdue),
        Some(_) => ("today-recommendation-due", Role::Text),
    };
    let title = if cx.model.is_discreet { "…" } else { it.title.as_str() };
    let due = it.due_on.map(|day| cx.words.date(day)).unwrap_or_default();
    let date = cx.words.date(it.session_on);
    let text = cx.words.filled(id, [("title", title), ("due", &due), ("date", &date)]);
    let sign = if is_late { format!("   {}", reason::sign(Severity::High)) } else { String::new() };
    row(who::label_in(person, shown.names, cx), &sign, (text, role), shown, cx)
}

fn station_line(finding: &StationFinding, shown: Shown, cx: &Cx<'_>) -> Text<'static> {
    let sign = format!("   {}", reason::sign(finding.severity));
    let text = (cx.words.station_reason(finding), reason::role(finding.severity));
    row(cx.words.label(finding.code).into_owned(), &sign, text, shown, cx)
}

fn signatures_missing(interview: &Interview, person: PersonId, cx: &Cx<'_>) -> String {
    let to_sign = |signature: &Signature| *signature == Signature::ToSign;
    let (participant, counsellor) = (&interview.participant_signature, &interview.counsellor_signature);
    let id = match (to_sign(participant), to_sign(counsellor)) {
        _ if interview.is_changed_since_signed(person) => "today-sign-again",
        (true, false) => "today-sign-participant",
        (false, true) => "today-sign-counsellor",
        (true, true) | (false, false) => "today-sign-both",
    };
    let mut args = FluentArgs::new();
    args.set("date", cx.words.date(interview.date));
    cx.words.with(id, &args).into_owned()
}

fn draft_line(key: &DraftKey, shown: Shown, cx: &Cx<'_>) -> Text<'static> {
    let name = key.person.map(|person| who::label_in(person, shown.names, cx));
    let name = name.unwrap_or_else(|| unnamed(key, cx));
    row(name, "", (draft_text(key, cx), Role::Text), shown, cx)
}

/// Who a draft is about when nobody is chosen yet.
pub fn unnamed(key: &DraftKey, cx: &Cx<'_>) -> String {
    let id = match key.object {
        _ if specs::by_id(&key.form).is_some_and(Paper::is_of_office) => "today-draft-office",
        Some(_) => "today-draft-group",
        None if key.form == quick::line::FORM => "today-draft-unnamed",
        None => "today-draft-nobody",
    };
    cx.words.get(id).into_owned()
}

/// The form that was left, or the line as it was typed: it is short and tells whose it is.
pub fn draft_text(key: &DraftKey, cx: &Cx<'_>) -> String {
    let mut args = FluentArgs::new();
    if key.form == quick::line::FORM && !cx.model.is_discreet {
        let draft = cx.model.drafts.iter().find(|draft| draft.key == *key);
        args.set("text", draft.map(|draft| quick::line::typed_in(&draft.bytes)).unwrap_or_default());
        return cx.words.with("today-draft-line", &args).into_owned();
    }
    let id = format!("form-{}", key.form);
    let form = if cx.words.has(&id) { cx.words.get(&id) } else { cx.words.get("act-other") };
    args.set("form", form.into_owned());
    cx.words.with("today-draft", &args).into_owned()
}

/// Columns of what follows the name.
const fn room(shown: Shown) -> usize {
    shown.columns.saturating_sub(MARK_COLUMNS + FIRST + 1 + shown.names + 1)
}

/// A name after a sign or an hour, and a text.
fn row(name: String, first: &str, (text, role): (String, Role), shown: Shown, cx: &Cx<'_>) -> Text<'static> {
    let cells = vec![Cell::new(name, shown.names), Cell::new(text, room(shown)).role(role)];
    let mut line = cells::line(cells, shown.is_selected, cx);
    line.spans.insert(1, Span::styled(format!("{first:<FIRST$} "), cx.theme.style(role)));
    line
}
