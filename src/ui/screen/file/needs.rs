//! The page of the diagnosis: what was shared with the person and what it still lacks, then the
//! obstacles, those in the way first.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::list::{self, Row, columns};
use super::steps;
use crate::domain::barrier::{Barrier, BarrierState, Impact};
use crate::domain::diagnosis::Diagnosis;
use crate::domain::file::{Current, File};
use crate::domain::id::ObjectId;
use crate::ui::cx::Cx;
use crate::ui::theme::Role;
use crate::ui::widget::window::Window;
use crate::ui::written;

/// Columns of what it is: the theme of an obstacle.
const THEME: usize = 21;
/// Columns of the state.
const STATE: usize = 13;
/// Columns of a day.
const DAY: usize = 8;

/// A diagnosis or an obstacle.
#[derive(Clone, Copy)]
pub(super) enum Need<'a> {
    Diagnosis(&'a Current<Diagnosis>),
    Barrier(&'a Current<Barrier>),
}

impl Need<'_> {
    /// The thing.
    pub(super) const fn id(self) -> ObjectId {
        match self {
            Self::Diagnosis(it) => it.id,
            Self::Barrier(it) => it.id,
        }
    }
}

/// What comes first among obstacles: those in the way, to be lifted first, that weigh most.
const fn rank(barrier: &Barrier) -> (bool, bool, u8) {
    let weight = match barrier.impact {
        Some(Impact::Strong) => 0,
        Some(Impact::Medium) => 1,
        Some(Impact::Weak) => 2,
        None => 3,
    };
    (!barrier.state.is_open(), !barrier.is_priority, weight)
}

/// The rows of the page, in their order.
pub(super) fn sorted(file: &File) -> Vec<Need<'_>> {
    let mut barriers: Vec<_> = file.barriers.iter().rev().collect();
    barriers.sort_by_key(|it| rank(&it.value));
    let diagnoses = file.diagnoses.iter().rev().map(Need::Diagnosis);
    diagnoses.chain(barriers.into_iter().map(Need::Barrier)).collect()
}

fn row(need: Need<'_>, file: &File, area: Rect, cx: &Cx<'_>) -> Row {
    match need {
        Need::Diagnosis(it) => {
            let lacks = it.value.lacks();
            let (state, role) = if lacks.is_empty() {
                (cx.words.get("needs-complete"), Role::Accent)
            } else {
                (cx.words.get("needs-incomplete"), Role::Soon)
            };
            let said = match it.value.proposal {
                Some(proposal) => cx.words.label(proposal).into_owned(),
                None => lacks.iter().map(|it| cx.words.label(*it)).collect::<Vec<_>>().join(", "),
            };
            let day = written::short_day(it.value.made_on);
            Row { text: joined([&cx.words.get("act-diagnosis"), &state, &day], &said, area), role }
        }
        Need::Barrier(it) => {
            let barrier = &it.value;
            let role = match barrier.state {
                BarrierState::Unexplored | BarrierState::Identified => Role::Text,
                BarrierState::Treated | BarrierState::Directed => Role::Accent,
                BarrierState::Stabilised | BarrierState::Lifted => Role::TextDim,
            };
            let first = if barrier.is_priority && barrier.state.is_open() { "! " } else { "" };
            let impact = barrier.impact.map(|it| format!("{} · ", cx.words.label(it))).unwrap_or_default();
            let steps = steps::serving(file, it.id, cx).map(|it| format!(" · {it}")).unwrap_or_default();
            let said = format!("{first}{impact}{}{steps}", barrier.situation);
            let cells = [
                &*cx.words.label(barrier.theme),
                &cx.words.label(barrier.state),
                &written::short_day(barrier.seen_on),
            ];
            Row { text: joined(cells, &said, area), role }
        }
    }
}

fn joined(cells: [&str; 3], said: &str, area: Rect) -> String {
    let rest = usize::from(area.width).saturating_sub(THEME + STATE + DAY + 5);
    let [theme, state, day] = cells;
    columns(&[(theme, THEME), (state, STATE), (day, DAY)], &list::first_line(said, rest))
}

/// Draws the page.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, file: &File, window: Window, cx: &Cx<'_>) {
    let needs = sorted(file);
    if needs.is_empty() {
        return list::empty(frame, area, "file-no-need", cx);
    }
    let names = ["needs-theme", "needs-state", "needs-seen", "needs-situation"].map(|id| cx.words.get(id));
    let title = joined([&names[0], &names[1], &names[2]], &names[3], area);
    let rows = list::titled(frame, area, &title, cx);
    list::draw(frame, rows, needs.len(), window, cx, |rank| {
        needs.get(rank).map_or_else(|| Row::plain(String::new()), |it| row(*it, file, area, cx))
    });
}
