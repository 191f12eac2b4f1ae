//! The page of steps, by status: what runs, what is to come, what is over; and what each serves, as one
//! that serves nothing is to be seen (R9.3.3-07).

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::list::{self, Row, columns};
use crate::domain::codes::StepStatus;
use crate::domain::file::{Current, File};
use crate::domain::id::ObjectId;
use crate::domain::step::Step;
use crate::ui::cx::Cx;
use crate::ui::theme::Role;
use crate::ui::widget::window::Window;
use crate::ui::written;

/// Rank of a status on the page.
const fn rank(status: StepStatus) -> u8 {
    match status {
        StepStatus::Running => 0,
        StepStatus::Accepted | StepStatus::Waiting => 1,
        StepStatus::Proposed | StepStatus::Considered => 2,
        StepStatus::Done => 3,
        StepStatus::Declined | StepStatus::Abandoned | StepStatus::Cancelled => 4,
    }
}

/// The steps in the order of the page: by status, then the latest first.
pub(super) fn sorted(file: &File) -> Vec<&Current<Step>> {
    let mut steps: Vec<&Current<Step>> = file.steps.iter().rev().collect();
    steps.sort_by_key(|it| rank(it.value.status));
    steps
}

/// Columns from which the partner has one of its own.
const WIDE: u16 = 100;
/// Columns of the partner, when it has any.
const PARTNER: usize = 28;
/// Columns of what it serves.
const SERVES: usize = 8;
/// Width of the columns: status, category, title, what it serves, first day, last day, partner.
fn widths(area: Rect) -> [usize; 7] {
    let is_wide = area.width >= WIDE;
    let partner = if is_wide { PARTNER } else { 0 };
    let [status, category] = if is_wide { [10, 16] } else { [10, 12] };
    let date = if is_wide { 10 } else { 8 };
    let others = status + category + SERVES + 2 * date + partner + 9;
    [status, category, usize::from(area.width).saturating_sub(others), SERVES, date, date, partner]
}

/// What a step serves, in a word.
const fn serves(step: &Step) -> &'static str {
    match (step.goal.is_some(), step.barrier.is_some()) {
        (true, true) => "steps-serves-both",
        (true, false) => "steps-serves-goal",
        (false, true) => "steps-serves-barrier",
        (false, false) => "steps-serves-nothing",
    }
}

/// How many steps serve a goal or treat an obstacle, in words; nothing while none does.
pub(super) fn serving(file: &File, thing: ObjectId, cx: &Cx<'_>) -> Option<String> {
    let serves = |it: &&Current<Step>| it.value.goal == Some(thing) || it.value.barrier == Some(thing);
    let count = file.steps.iter().filter(serves).count();
    let mut args = FluentArgs::new();
    args.set("count", count);
    (count > 0).then(|| cx.words.with("steps-serving", &args).into_owned())
}

fn row(step: &Step, area: Rect, cx: &Cx<'_>) -> Row {
    let in_words = |it| if area.width >= WIDE { cx.words.date(it) } else { written::short_day(it) };
    let date = |date: Option<chrono::NaiveDate>| date.map(in_words).unwrap_or_default();
    let cells = [
        cx.words.label(step.status).into_owned(),
        cx.words.label(step.category).into_owned(),
        step.title.clone(),
        cx.words.get(serves(step)).into_owned(),
        date(step.starts_on.or(step.proposed_on)),
        date(step.ends_on),
        step.partner.clone().unwrap_or_default(),
    ];
    let role = match step.status {
        StepStatus::Running => Role::Text,
        StepStatus::Accepted | StepStatus::Waiting | StepStatus::Proposed | StepStatus::Considered => {
            Role::Accent
        }
        StepStatus::Done | StepStatus::Declined | StepStatus::Abandoned | StepStatus::Cancelled => {
            Role::TextDim
        }
    };
    Row { text: joined(&cells, area), role }
}

fn joined(cells: &[String; 7], area: Rect) -> String {
    let widths = widths(area);
    let cells: Vec<(&str, usize)> = cells.iter().map(String::as_str).zip(widths).collect();
    columns(&cells, "")
}

/// Draws the page.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, file: &File, window: Window, cx: &Cx<'_>) {
    if file.steps.is_empty() {
        return list::empty(frame, area, "file-no-step", cx);
    }
    let steps = sorted(file);
    let names = [
        "steps-status",
        "steps-category",
        "steps-title",
        "steps-serves",
        "steps-from",
        "steps-until",
        "steps-partner",
    ];
    let title = joined(&names.map(|id| cx.words.get(id).into_owned()), area);
    let rows = list::titled(frame, area, &title, cx);
    list::draw(frame, rows, steps.len(), window, cx, |rank| {
        steps.get(rank).map_or_else(|| Row::plain(String::new()), |it| row(&it.value, area, cx))
    });
}
