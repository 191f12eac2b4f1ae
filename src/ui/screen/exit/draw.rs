//! The exits, drawn: the day, the line of contracts, each criterion and what it lacks, who decides.

use chrono::NaiveDate;
use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::domain::codes::Business;
use crate::domain::employment::ExitWeight;
use crate::domain::evidence::{Gate, demands};
use crate::domain::exit::{Criterion, ExitReview, Route};
use crate::domain::file::File;
use crate::domain::state::State;
use crate::domain::submission::is_waiting_for;
use crate::ui::action::Scope;
use crate::ui::cx::Cx;
use crate::ui::screen::person_pane;
use crate::ui::theme::Role;
use crate::ui::widget::cells::{self, Cell};
use crate::ui::widget::clip::{clip, fit, wrap};
use crate::ui::widget::contracts::ContractLine;
use crate::ui::widget::keys;
use crate::ui::widget::window::Window;

/// Columns of the names of lines, and of longer ones on a wide terminal.
const NAMES: usize = 24;
const LONG_NAMES: usize = 38;
/// Columns from which names are longer.
const WIDE: usize = 100;
/// Rows from which the five points of R2-09 are written out.
const HIGH: u16 = 30;
/// Contracts and diplomas on the line, at most.
const MOST_LINES: usize = 5;
/// Rows of a criterion: what it is, then what it lacks or who decides.
const CRITERION_ROWS: usize = 2;
/// Columns: criterion, date, yes or no.
const EXIT: usize = 31;
const DATE: usize = 10;
const HOLDS: usize = 5;

/// How many criteria show at once: each has two rows, between the line of contracts and what comes
/// next.
pub(super) fn criteria_shown(shown: (&File, &ExitReview), body: Rect, cx: &Cx<'_>) -> usize {
    let above = above(shown, usize::from(body.width), cx).len();
    let below = what_next(shown.0, shown.1, body, cx).len() + 1;
    (usize::from(body.height).saturating_sub(above + below) / CRITERION_ROWS).max(1)
}

/// Draws the page.
pub(super) fn page(
    frame: &mut Frame<'_>,
    body: Rect,
    shown: (&File, &ExitReview),
    window: Window,
    cx: &Cx<'_>,
) {
    let (review, columns) = (shown.1, usize::from(body.width));
    if review.criteria.is_empty() {
        frame.render_widget(banner(review, columns, cx), Rect { height: 1.min(body.height), ..body });
        let rest = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
        return person_pane::draw_empty(frame, rest, "exit-nothing-yet", cx);
    }
    let mut lines = above(shown, columns, cx);
    for row in window.visible(review.criteria.len(), criteria_shown(shown, body, cx)) {
        lines.extend(criterion((&review.criteria[row], review.on), row == window.selected(), columns, cx));
    }
    lines.push(Line::default());
    lines.extend(what_next(shown.0, review, body, cx));
    frame.render_widget(Paragraph::new(lines), body);
}

/// What stands above the criteria: the day, the line of contracts, the names of the columns.
fn above((file, review): (&File, &ExitReview), columns: usize, cx: &Cx<'_>) -> Vec<Line<'static>> {
    let mut lines = vec![banner(review, columns, cx)];
    lines.extend(line_of_contracts(file, review, columns, cx));
    lines.push(headings(columns, cx));
    lines
}

/// The day of the exit that is thought of, how far it is, and the months looked back at.
fn banner(review: &ExitReview, columns: usize, cx: &Cx<'_>) -> Line<'static> {
    let days = (review.on - cx.now.today).num_days();
    let mut args = FluentArgs::new();
    args.set("on", cx.words.date(review.on));
    args.set("from", cx.words.date(review.window.from));
    args.set("span", cx.words.days(days));
    let (id, role) = match days {
        0 => ("exit-today", Role::Accent),
        1.. => ("exit-ahead", Role::Soon),
        ..0 => ("exit-back", Role::Soon),
    };
    Line::styled(clip(&cx.words.with(id, &args), columns).into_owned(), cx.theme.style(role))
}

/// Months, the window, contracts and diplomas, then the days on which each criterion holds.
fn line_of_contracts(file: &File, review: &ExitReview, columns: usize, cx: &Cx<'_>) -> Vec<Line<'static>> {
    let names = if columns < WIDE { NAMES } else { LONG_NAMES };
    let Some(scale) = ContractLine::of(review, columns.saturating_sub(names + 1)) else {
        return Vec::new();
    };
    let initials: Vec<char> = cx.words.get("month-initials").chars().collect();
    let initial = |month: u32| initials.get(month as usize - 1).copied().unwrap_or(' ');
    let named = |name: &str, line: String, role: Role| {
        Line::from(vec![
            Span::styled(format!("{} ", fit(name, names)), cx.theme.style(Role::TextDim)),
            Span::styled(line, cx.theme.style(role)),
        ])
    };
    let mut lines = vec![
        named("", scale.months(initial), Role::TextDim),
        named(&cx.words.get("exit-line-window"), scale.window(), Role::Accent),
    ];
    let works = file.employments.iter().map(|it| &it.value).filter(|it| {
        let last = it.last_day().unwrap_or(NaiveDate::MAX);
        it.weight() != ExitWeight::Step && it.starts_on <= scale.shown().to && last >= scale.shown().from
    });
    let mut dated: Vec<(NaiveDate, String, String)> = works
        .map(|it| {
            let employer = it.employer.as_deref().unwrap_or_default();
            (it.starts_on, format!("{} {employer}", cx.words.label(it.kind)), scale.work(it))
        })
        .collect();
    dated.extend(file.trainings.iter().map(|it| &it.value).filter_map(|it| {
        let day = it.awarded_on.filter(|day| scale.shown().from <= *day && *day <= scale.shown().to)?;
        it.certification.map(|_| (day, it.title.clone(), scale.day(day)))
    }));
    dated.sort_by_key(|(day, _, _)| *day);
    let earlier = dated.len().saturating_sub(MOST_LINES);
    lines.extend(dated.into_iter().skip(earlier).map(|(_, name, line)| named(&name, line, Role::Text)));
    let valid = review.criteria.iter().filter(|it| it.valid.first_day.is_some()).take(MOST_LINES);
    lines.extend(valid.map(|it| {
        let mut args = FluentArgs::new();
        args.set("exit", it.exit.code());
        named(&cx.words.with("exit-line-valid", &args), scale.valid(it.valid), Role::Soon)
    }));
    lines
}

/// Columns left for what is measured.
fn rest(columns: usize) -> usize {
    columns.saturating_sub(cells::MARK_COLUMNS + EXIT + HOLDS + 2 * DATE + 4)
}

fn headings(columns: usize, cx: &Cx<'_>) -> Line<'static> {
    let cell = |id: &str, columns| Cell::new(cx.words.get(id), columns).role(Role::Title);
    let cells = vec![
        cell("exit-column-criterion", EXIT),
        cell("exit-column-holds", HOLDS),
        cell("exit-column-first", DATE),
        cell("exit-column-last", DATE),
        cell("exit-column-measured", rest(columns)),
    ];
    cells::line(cells, false, cx)
}

/// A criterion: whether it holds, from when to when, what is measured; then what is missing, or who
/// decides.
fn criterion(
    (it, on): (&Criterion, NaiveDate),
    is_selected: bool,
    columns: usize,
    cx: &Cx<'_>,
) -> Vec<Line<'static>> {
    let date = |day: Option<NaiveDate>| day.map_or_else(|| "–".to_owned(), |day| cx.words.date(day));
    let (holds, role) = if it.reading.holds { ("value-yes", Role::Accent) } else { ("value-no", Role::Text) };
    let measured = it.reading.measured.first().map(|(measure, value)| cx.words.measure(*measure, *value));
    let cells = vec![
        Cell::new(format!("{} {}", it.exit.code(), cx.words.label(it.exit)), EXIT),
        Cell::new(cx.words.get(holds), HOLDS).role(role),
        Cell::new(date(it.valid.first_day), DATE),
        Cell::new(date(it.valid.last_day), DATE),
        Cell::new(measured.unwrap_or_default(), rest(columns)),
    ];
    let under = clip(&under(it, on, cx), columns.saturating_sub(5)).into_owned();
    vec![
        cells::line(cells, is_selected, cx),
        Line::styled(format!("     {under}"), cx.theme.style(Role::TextDim)),
    ]
}

/// Who decides when it holds; what is missing when it does not, and who may decide all the same, unless
/// it is enough to wait.
fn under(it: &Criterion, on: NaiveDate, cx: &Cx<'_>) -> String {
    let mut args = FluentArgs::new();
    args.set("route", cx.words.label(it.route()));
    args.set("missing", missing(it, cx));
    let id = match it.valid.first_day {
        _ if it.reading.holds => "exit-row-holds",
        Some(first) if first > on => "exit-row-ahead",
        Some(_) | None => "exit-row-fails",
    };
    cx.words.with(id, &args).into_owned()
}

fn missing(it: &Criterion, cx: &Cx<'_>) -> String {
    it.reading.obstacles.iter().map(|it| cx.words.label(*it)).collect::<Vec<_>>().join(", ")
}

/// What to do: nothing more once the person is out, the decision when it is awaited, the proposal when
/// a criterion holds, the *Comité technique* when none does (R2-09).
fn what_next(file: &File, review: &ExitReview, body: Rect, cx: &Cx<'_>) -> Vec<Line<'static>> {
    let columns = usize::from(body.width);
    let holds = review.criteria.iter().any(|it| it.reading.holds);
    let id = match State::of(file, cx.now.today).period.exited_on {
        Some(_) => "exit-next-nothing",
        None if is_waiting_for(file, Business::Exit) => "exit-next-decision",
        None if holds => "exit-next-commission",
        None if body.height < HIGH => "exit-next-committee-short",
        None => "exit-next-committee",
    };
    let text = keys::message(id, &[Scope::Exit, Scope::AsOf, Scope::List], cx);
    wrap(&text, columns.saturating_sub(2))
        .into_iter()
        .map(|line| Line::styled(line, cx.theme.style(Role::Text)))
        .collect()
}

/// Everything about a criterion, to be read.
pub(super) fn in_full(it: &Criterion, file: &File, on: NaiveDate, cx: &Cx<'_>) -> String {
    let mut told = vec![cx.words.exit_why(it)];
    let figure = |figures: &[_]| cx.words.measures(figures);
    if !it.required.is_empty() {
        let mut args = FluentArgs::new();
        args.set("required", figure(&it.required));
        told.push(cx.words.with("exit-required", &args).into_owned());
    }
    let asked = demands(file, Gate::Exit(it.exit), on, &cx.model.board.pack().at(on));
    let asked: Vec<_> = asked.iter().map(|it| cx.words.demand(it)).collect();
    if !asked.is_empty() {
        told.push(format!("{}\n{}", cx.words.get("exit-proofs"), asked.join("\n")));
    }
    told.push(match it.route() {
        Route::Commission => cx.words.get("exit-route-commission").into_owned(),
        Route::TechnicalCommittee => cx.words.get("exit-route-committee").into_owned(),
    });
    told.join("\n\n")
}

/// A criterion in one line, as the reason of a decision begins.
pub(super) fn in_short(it: &Criterion, cx: &Cx<'_>) -> String {
    let mut args = FluentArgs::new();
    args.set("exit", format!("{} ({})", cx.words.label(it.exit), it.exit.code()));
    args.set("valid", cx.words.validity(it.valid));
    cx.words.with("exit-reason", &args).into_owned()
}
