//! The first page: where the person stands, the pathway on a few lines, what is to be done and
//! the key that does it, the last notes.

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::list::{self, Row, columns, first_line};
use super::remedy;
use crate::domain::attempts;
use crate::domain::coverage::last_months;
use crate::domain::enrolment::Enrolment;
use crate::domain::file::File;
use crate::domain::limitation;
use crate::domain::referent::tenures;
use crate::domain::rules::Finding;
use crate::domain::state::State;
use crate::ui::action::{Action, Scope};
use crate::ui::appointment::proposed_next;
use crate::ui::cx::Cx;
use crate::ui::reason;
use crate::ui::theme::Role;
use crate::ui::widget::clip::{clip, width};
use crate::ui::widget::keys::{binding_of, keys_in_words};
use crate::ui::widget::pathway::{Timeline, coverage_strip};
use crate::ui::widget::window::Window;
use crate::ui::written;

/// Rows of what stands above the findings: state, next appointment, pathway.
const HEAD_ROWS: u16 = 9;
/// Least rows of findings, their title apart.
const LEAST_FINDINGS: u16 = 3;
/// Rows of the last notes, their title included.
const NOTE_ROWS: u16 = 4;
/// Columns of the names of lines.
const NAMES: usize = 12;
/// Months of the strip.
const MONTHS: u32 = 12;

/// Where the findings are, their title apart.
pub(super) fn findings_area(area: Rect) -> Rect {
    let room = area.height.saturating_sub(HEAD_ROWS + 1);
    let notes = if room > LEAST_FINDINGS + NOTE_ROWS { NOTE_ROWS.max(room / 3) } else { 0 };
    Rect { y: area.y + HEAD_ROWS + 1, height: room - notes, ..area }
}

/// Draws the page.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, file: &File, window: Window, cx: &Cx<'_>) {
    let state = State::of(file, cx.now.today);
    let columns = usize::from(area.width);
    let next = appointment_or_proposal(&state, cx);
    let first = limited(file, cx).unwrap_or_else(|| standing(&state, cx));
    let mut lines = vec![first, came_from(&state, cx), next, silence(&state, cx)];
    lines.extend(pathway(&state, columns, cx));
    let head = Rect { height: HEAD_ROWS.min(area.height), ..area };
    let lines: Vec<Line<'_>> = lines
        .iter()
        .map(|line| Line::styled(clip(line, columns).into_owned(), cx.theme.style(Role::Text)))
        .collect();
    frame.render_widget(Paragraph::new(lines), head);

    let findings = cx.model.board.findings(file.id);
    let rows = findings_area(area);
    let title = Rect { y: rows.y.saturating_sub(1), height: 1, ..area };
    let id = if findings.is_empty() { no_finding(file, cx) } else { "file-findings" };
    let heading = Line::from(Span::styled(cx.words.get(id).into_owned(), cx.theme.style(Role::Title)));
    let heading = if findings.is_empty() { heading } else { reason::with_signs(heading, columns, cx) };
    frame.render_widget(heading, title);
    list::draw(frame, rows, findings.len(), window, cx, |rank| {
        finding_row(&findings[rank], file, columns, cx)
    });
    draw_notes(
        frame,
        Rect { y: rows.bottom(), height: area.bottom().saturating_sub(rows.bottom()), ..area },
        file,
        cx,
    );
}

/// "TRAITEMENT LIMITÉ depuis le 05/03/2026 : exactitude contestée"; nothing while it is not.
pub fn limited(file: &File, cx: &Cx<'_>) -> Option<String> {
    let it = &limitation::on(file, cx.now.today)?.value;
    let (since, reason) = (cx.words.date(it.since), cx.words.label(it.reason));
    Some(cx.words.filled("file-limited", [("since", since.as_str()), ("reason", &reason)]))
}

/// What is said when nothing is found: nothing is sought while the processing is limited.
pub fn no_finding(file: &File, cx: &Cx<'_>) -> &'static str {
    let is_limited = limitation::on(file, cx.now.today).is_some();
    if is_limited { "file-no-finding-limited" } else { "file-no-finding" }
}

/// "en parcours · adhésion le 12/03/2024 · 19 mois · lot 3 · adulte".
pub fn standing(state: &State<'_>, cx: &Cx<'_>) -> String {
    let enrolment = state.period.enrolment.map(|it| &it.value);
    let dated = |id: &str, date| {
        let mut args = FluentArgs::new();
        args.set("date", cx.words.date(date));
        cx.words.with(id, &args).into_owned()
    };
    let parts = [
        Some(cx.words.label(state.pathway()).into_owned()),
        state.enrolled_on().map(|date| dated("file-enrolled", date)),
        state.months_in_pathway().map(|months| cx.words.months(months)),
        state.period.exited_on.map(|date| dated("file-exited", date)),
        enrolment.and_then(|it| it.lot).map(|lot| cx.words.label(lot).into_owned()),
        enrolment.and_then(|it| it.public).map(|public| cx.words.label(public).into_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// "orienté·e par la Mission Locale (Mme Petit) · suivi·e par …".
fn came_from(state: &State<'_>, cx: &Cx<'_>) -> String {
    let enrolment = state.period.enrolment.map(|it| &it.value);
    let prescriber = enrolment.and_then(|it| prescriber(it, cx)).map(|name| {
        let mut args = FluentArgs::new();
        args.set("name", name);
        cx.words.with("file-referred", &args).into_owned()
    });
    let referent = followed_by(state.file, cx);
    // Two names fill a narrow line: the page of the candidature has the prescriber too.
    let is_handed_over = !state.file.referents.is_empty();
    let parts = if is_handed_over { [referent, prescriber] } else { [prescriber, referent] };
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// "suivi : Claire Morel depuis le 01/04/2026, avant : Paul Vasseur"; the name alone while nobody else
/// ever followed the person.
fn followed_by(file: &File, cx: &Cx<'_>) -> Option<String> {
    let own = cx.model.caseload.counsellor_of(file);
    let tenures = tenures(file, own.unwrap_or_default());
    let mut args = FluentArgs::new();
    let [.., before, last] = tenures.as_slice() else {
        args.set("name", tenures.first().map(|it| it.name).or(own)?.to_owned());
        return Some(cx.words.with("file-referent", &args).into_owned());
    };
    args.set("name", last.name.to_owned());
    args.set("since", cx.words.date(last.since));
    args.set("before", before.name.to_owned());
    Some(cx.words.with("file-referent-since", &args).into_owned())
}

fn prescriber(enrolment: &Enrolment, cx: &Cx<'_>) -> Option<String> {
    let kind = enrolment.prescriber_kind.map(|kind| cx.words.label(kind).into_owned());
    match (kind, enrolment.prescriber.clone()) {
        (Some(kind), Some(name)) if kind.to_lowercase() != name.to_lowercase() => {
            Some(format!("{kind} ({name})"))
        }
        (kind, name) => kind.or(name),
    }
}

/// The next appointment, or how to take one.
pub fn appointment(state: &State<'_>, cx: &Cx<'_>) -> String {
    let mut args = FluentArgs::new();
    let Some(next) = state.next_appointment().map(|it| &it.value) else {
        return cx.words.get("file-no-appointment").into_owned();
    };
    let start = next.start.map(|it| cx.words.time(it));
    let modality = next.modality.map(|it| cx.words.label(it).into_owned());
    let parts = [Some(cx.words.long_date(next.date)), start, modality, next.place.clone()];
    args.set("when", parts.into_iter().flatten().collect::<Vec<_>>().join(" "));
    cx.words.with("file-appointment", &args).into_owned()
}

fn key_of(action: Action, cx: &Cx<'_>) -> String {
    let binding = binding_of(action, &[Scope::File, Scope::List], cx);
    binding.map(|it| keys_in_words(it, cx)).unwrap_or_default()
}

/// The next appointment, or the one that is proposed and the keys that take it or another.
fn appointment_or_proposal(state: &State<'_>, cx: &Cx<'_>) -> String {
    let told = appointment(state, cx);
    if state.next_appointment().is_some() {
        return told;
    }
    let proposed = proposed_next(state.file, cx.now.today, &cx.diary());
    let mut args = FluentArgs::new();
    args.set("none", told);
    args.set("when", cx.words.long_date(proposed.date));
    args.set("accept", key_of(Action::AppointmentAccept, cx));
    args.set("key", key_of(Action::AppointmentNew, cx));
    // Nothing is proposed to those whom nobody expects within the month.
    let id = if state.is_followed() { "file-appointment-proposed" } else { "file-appointment-none" };
    cx.words.with(id, &args).into_owned()
}

/// "Absent·e depuis le 05/02/2026 · à faire : courrier (k) · appel 09/02"; nothing while they come.
fn silence(state: &State<'_>, cx: &Cx<'_>) -> String {
    let Some(silence) = attempts::silence(state) else { return String::new() };
    let mut args = FluentArgs::new();
    args.set("since", cx.words.date(silence.since));
    args.set("kind", silence.next.map(|kind| cx.words.label(kind).into_owned()).unwrap_or_default());
    args.set("key", key_of(Action::ContactNew, cx));
    let next = if silence.next.is_some() { "file-silence-next" } else { "file-silence-all" };
    let told = ["file-silence", next].map(|id| cx.words.with(id, &args).into_owned());
    let tried = silence.attempts.iter().rev().map(|it| {
        let day = written::short_day(it.value.date);
        format!("{} {day}", cx.words.label(it.value.kind))
    });
    told.into_iter().chain(tried).collect::<Vec<_>>().join(" · ")
}

/// Scale, steps, interviews, then the strip of the last months.
fn pathway(state: &State<'_>, columns: usize, cx: &Cx<'_>) -> Vec<String> {
    let Some(timeline) = Timeline::of(state, columns.saturating_sub(NAMES + 1)) else {
        let mut args = FluentArgs::new();
        args.set("key", key_of(Action::EnrolmentEdit, cx));
        return vec![cx.words.with("file-no-pathway", &args).into_owned()];
    };
    let named = |id: &str, line: &str| list::columns(&[(&cx.words.get(id), NAMES - 1)], line);
    let initials: Vec<char> = cx.words.get("month-initials").chars().collect();
    let initial = |month: u32| initials.get(month as usize - 1).copied().unwrap_or(' ');
    let [months, coverage] = coverage_strip(&last_months(state, MONTHS), initial);
    vec![
        named("pathway-years", &timeline.scale()),
        named("pathway-steps", &timeline.steps(state)),
        named("pathway-interviews", &timeline.interviews(state)),
        named("pathway-months", &months),
        named("pathway-coverage", &format!("{coverage}   {}", cx.words.get("pathway-legend"))),
    ]
}

/// "! aucun entretien depuis le 03/01/2026 … i entretien".
fn finding_row(finding: &Finding, file: &File, room: usize, cx: &Cx<'_>) -> Row {
    let remedy = remedy::action_for(finding, file).map(|action| {
        let label = if action == Action::ListOpen { "file-complete" } else { &action.message_id() };
        format!("{} {}", key_of(action, cx), cx.words.get(label))
    });
    let remedy = remedy.unwrap_or_default();
    let reason = room.saturating_sub(width(&remedy) + 7);
    let text = columns(&[(reason::sign(finding.severity), 2), (&cx.words.reason(finding), reason)], &remedy);
    Row { text, role: reason::role(finding.severity) }
}

/// The last records, a line or two each.
fn draw_notes(frame: &mut Frame<'_>, area: Rect, file: &File, cx: &Cx<'_>) {
    if area.height < 2 {
        return;
    }
    let room = usize::from(area.width);
    let mut lines =
        vec![Line::styled(cx.words.get("file-last-notes").into_owned(), cx.theme.style(Role::Title))];
    let notes = file.interviews.iter().rev().map(|it| &it.value).filter(|it| !it.record.trim().is_empty());
    for note in notes.take(usize::from(area.height) - 1) {
        let date = cx.words.date(note.date);
        lines.push(Line::from(vec![
            Span::styled(format!("  {date}  "), cx.theme.style(Role::TextDim)),
            Span::styled(first_line(&note.record, room.saturating_sub(14)), cx.theme.style(Role::Text)),
        ]));
    }
    if lines.len() == 1 {
        lines
            .push(Line::styled(format!("  {}", cx.words.get("file-no-note")), cx.theme.style(Role::TextDim)));
    }
    frame.render_widget(Paragraph::new(lines), area);
}
