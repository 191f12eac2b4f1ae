//! The page of goals: those that run first, the nearest day first.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::list::{self, Row, columns};
use super::steps;
use crate::domain::file::{Current, File};
use crate::domain::goal::{Goal, GoalState};
use crate::ui::cx::Cx;
use crate::ui::theme::Role;
use crate::ui::widget::window::Window;
use crate::ui::written;

/// Columns from which how one sees that it is reached has room beside it.
const WIDE: u16 = 100;
/// Columns of the state.
const STATE: usize = 17;
/// Columns of a day.
const DAY: usize = 8;
/// Columns of who signed.
const SIGNED: usize = 9;

/// The goals in the order of the page.
pub(super) fn sorted(file: &File) -> Vec<&Current<Goal>> {
    let mut goals: Vec<_> = file.goals.iter().rev().collect();
    goals.sort_by_key(|it| {
        let is_over = it.value.state != GoalState::Running;
        (is_over, if is_over { None } else { it.value.due_on })
    });
    goals
}

fn row(it: &Current<Goal>, file: &File, area: Rect, cx: &Cx<'_>) -> Row {
    let goal = &it.value;
    let is_late = goal.is_late(cx.now.today);
    let state = if is_late { cx.words.get("goals-late") } else { cx.words.label(goal.state) };
    let due = goal.due_on.map(written::short_day).unwrap_or_default();
    let signed = cx.words.get(if goal.is_signed() { "signatures-done" } else { "signatures-awaited" });
    let role = match goal.state {
        GoalState::Running if is_late => Role::Overdue,
        GoalState::Running => Role::Text,
        GoalState::Reached | GoalState::PartlyReached | GoalState::Missed | GoalState::Dropped => {
            Role::TextDim
        }
    };
    let measure = goal.measure.as_deref().filter(|_| area.width >= WIDE);
    let steps = steps::serving(file, it.id, cx);
    let said = [Some(goal.title.as_str()), steps.as_deref(), measure];
    let said = said.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    Row { text: joined(&state, &due, &signed, &said, area), role }
}

fn joined(state: &str, due: &str, signed: &str, title: &str, area: Rect) -> String {
    let rest = usize::from(area.width).saturating_sub(STATE + DAY + SIGNED + 5);
    columns(&[(state, STATE), (due, DAY), (signed, SIGNED)], &list::first_line(title, rest))
}

/// Draws the page.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, file: &File, window: Window, cx: &Cx<'_>) {
    let goals = sorted(file);
    if goals.is_empty() {
        return list::empty(frame, area, "file-no-goal", cx);
    }
    let names = ["needs-state", "goals-due", "goals-signed", "goals-title"].map(|id| cx.words.get(id));
    let title = joined(&names[0], &names[1], &names[2], &names[3], area);
    let rows = list::titled(frame, area, &title, cx);
    list::draw(frame, rows, goals.len(), window, cx, |rank| {
        goals.get(rank).map_or_else(|| Row::plain(String::new()), |it| row(it, file, area, cx))
    });
}
