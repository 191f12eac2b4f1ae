//! The page of the commission: what the file that is being submitted still lacks, above what goes to the
//! commission and what came back from it: submissions, recommendations to do, decisions.

use std::cmp::Reverse;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::list::{self, Row, columns};
use crate::domain::codes::{Business, Ruling};
use crate::domain::decision::Decision;
use crate::domain::file::{Current, File};
use crate::domain::id::ObjectId;
use crate::domain::parameters::Pack;
use crate::domain::recommendation::Recommendation;
use crate::domain::submission::{Missing, Submission, adjournments, is_pending, missing, state_of};
use crate::ui::cx::Cx;
use crate::ui::theme::Role;
use crate::ui::widget::clip::clip;
use crate::ui::widget::window::Window;
use crate::ui::written;

/// Columns of what it is.
const KIND: usize = 14;
/// Columns of a day.
const DAY: usize = 8;
/// Columns of where it stands.
const STATE: usize = 22;

/// A row of the page.
#[derive(Clone, Copy)]
pub(super) enum Item<'a> {
    Submission(&'a Current<Submission>),
    Recommendation(&'a Current<Recommendation>),
    Decision(&'a Current<Decision>),
}

impl Item<'_> {
    /// The thing.
    pub(super) const fn id(self) -> ObjectId {
        match self {
            Self::Submission(it) => it.id,
            Self::Recommendation(it) => it.id,
            Self::Decision(it) => it.id,
        }
    }

    const fn session_on(self) -> NaiveDate {
        match self {
            Self::Submission(it) => it.value.session_on,
            Self::Recommendation(it) => it.value.session_on,
            Self::Decision(it) => it.value.session_on,
        }
    }

    /// What is to be done before what is over.
    fn is_over(self, file: &File) -> bool {
        match self {
            Self::Submission(it) => !is_pending(file, &it.value),
            Self::Recommendation(it) => !it.value.is_open(),
            Self::Decision(_) => true,
        }
    }
}

/// The rows in the order of the page: what is ahead, then the latest session first.
pub(super) fn sorted(file: &File) -> Vec<Item<'_>> {
    let submissions = file.submissions.iter().map(Item::Submission);
    let recommendations = file.recommendations.iter().map(Item::Recommendation);
    let decisions = file.decisions.iter().map(Item::Decision);
    let mut items: Vec<Item<'_>> = submissions.chain(recommendations).chain(decisions).collect();
    items.sort_by_key(|it| (it.is_over(file), Reverse(it.session_on())));
    items
}

/// What the submission that comes next lacks, with that submission.
fn lacking(file: &File) -> Option<(&Submission, Vec<Missing>)> {
    let pending = file.submissions.iter().map(|it| &it.value).find(|it| is_pending(file, it))?;
    Some((pending, missing(file, pending, &Pack::default().at(pending.session_on))))
}

/// Rows above the list: a line that says how far it is, one a missing thing, an empty one.
fn rows_above(area: Rect, file: &File) -> u16 {
    let wanted = lacking(file).map_or(0, |(_, lacks)| lacks.len() + 2);
    // A title and some rows of the list always show.
    u16::try_from(wanted).unwrap_or(u16::MAX).min(area.height.saturating_sub(6))
}

/// Where the list is, under what is missing.
pub(super) fn list_area(area: Rect, file: &File) -> Rect {
    let above = rows_above(area, file);
    Rect { y: area.y + above, height: area.height - above, ..area }
}

fn draw_lacking(frame: &mut Frame<'_>, area: Rect, file: &File, cx: &Cx<'_>) {
    let Some((submission, lacks)) = lacking(file) else { return };
    let width = usize::from(area.width).saturating_sub(2);
    let state = state_of(file, submission, &Pack::default().at(submission.session_on));
    let head = cx.words.filled(
        "commission-ahead",
        [
            ("date", cx.words.date(submission.session_on).as_str()),
            ("business", &cx.words.label(submission.business)),
            ("state", &cx.words.label(state)),
        ],
    );
    let mut lines = vec![Line::styled(
        format!("  {}", clip(&head, width)),
        cx.theme.style(if lacks.is_empty() { Role::Good } else { Role::Title }),
    )];
    let room = usize::from(area.height).saturating_sub(2);
    let shown = if lacks.len() > room { room.saturating_sub(1) } else { lacks.len() };
    lines.extend(lacks.iter().take(shown).map(|it| {
        let text = format!("- {}", cx.words.missing(*it));
        Line::styled(format!("  {}", clip(&text, width)), cx.theme.style(Role::Soon))
    }));
    if lacks.len() > shown {
        let count = (lacks.len() - shown).to_string();
        let more = cx.words.filled("evidence-asked-more", [("count", count.as_str())]);
        lines.push(Line::styled(format!("  {more}"), cx.theme.style(Role::TextDim)));
    }
    frame.render_widget(Paragraph::new(lines), area);
}

fn submission(it: &Submission, file: &File, cx: &Cx<'_>) -> ([String; 2], String, Role) {
    let state = state_of(file, it, &Pack::default().at(it.session_on));
    let business = cx.words.label(it.business);
    let why = match it.business {
        Business::Entry => None,
        Business::Review => it.ground.map(|ground| cx.words.label(ground)),
        Business::Exit => it.exit_reason.map(|reason| cx.words.label(reason)),
    };
    let mut said = why.map_or_else(|| business.to_string(), |why| format!("{business} · {why}"));
    if it.is_overridden() {
        said = format!("{} · {said}", cx.words.get("commission-overridden"));
    }
    let role = if state.is_pending() { Role::Accent } else { Role::TextDim };
    ([cx.words.get("commission-file").into_owned(), cx.words.label(state).into_owned()], said, role)
}

fn decision(it: &Decision, file: &File, cx: &Cx<'_>) -> ([String; 2], String, Role) {
    let until = it.suspended_until.or(it.diagnosis_until).or(it.review_on);
    let until = until.map(|day| format!("→ {} · ", cx.words.date(day))).unwrap_or_default();
    let count = adjournments(file, it.business);
    let counted = if it.ruling == Ruling::Adjourned && count > 1 {
        format!("{} · ", cx.words.filled("commission-adjourned", [("count", count.to_string().as_str())]))
    } else {
        String::new()
    };
    let provisional = if it.is_provisional {
        format!("{} · ", cx.words.get("commission-provisional"))
    } else {
        String::new()
    };
    let other = if it.other_support.is_empty() { "" } else { &it.other_support };
    let said = [other, it.reason.as_str()].into_iter().filter(|it| !it.is_empty());
    let said = format!("{provisional}{until}{counted}{}", said.collect::<Vec<_>>().join(" · "));
    let said = said.trim_end_matches(" · ").to_owned();
    ([cx.words.get("act-decision").into_owned(), cx.words.label(it.ruling).into_owned()], said, Role::Text)
}

fn recommendation(it: &Recommendation, cx: &Cx<'_>) -> ([String; 2], String, Role) {
    let day = |date: NaiveDate| cx.words.date(date);
    let (state, role) = match (it.done_on, it.due_on) {
        (Some(done), _) => {
            (cx.words.filled("commission-done", [("date", day(done).as_str())]), Role::TextDim)
        }
        (None, Some(due)) => {
            let role = if it.is_late(cx.now.today) { Role::Overdue } else { Role::Soon };
            (cx.words.filled("commission-due", [("date", day(due).as_str())]), role)
        }
        (None, None) => (cx.words.get("commission-to-do").into_owned(), Role::Soon),
    };
    ([cx.words.get("act-recommendation").into_owned(), state], it.title.clone(), role)
}

fn row(item: Item<'_>, file: &File, area: Rect, cx: &Cx<'_>) -> Row {
    let ([kind, state], said, role) = match item {
        Item::Submission(it) => submission(&it.value, file, cx),
        Item::Recommendation(it) => recommendation(&it.value, cx),
        Item::Decision(it) => decision(&it.value, file, cx),
    };
    Row { text: joined([&kind, &written::short_day(item.session_on()), &state], &said, area), role }
}

fn joined([kind, day, state]: [&str; 3], said: &str, area: Rect) -> String {
    let rest = usize::from(area.width).saturating_sub(KIND + DAY + STATE + 5);
    columns(&[(kind, KIND), (day, DAY), (state, STATE)], &list::first_line(said, rest))
}

/// Draws the page.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, file: &File, window: Window, cx: &Cx<'_>) {
    let height = rows_above(area, file);
    draw_lacking(frame, Rect { height, ..area }, file, cx);
    let area = list_area(area, file);
    let items = sorted(file);
    if items.is_empty() {
        return list::empty(frame, area, "file-no-commission", cx);
    }
    let names = ["commission-what", "commission-session", "commission-state", "commission-said"];
    let names = names.map(|id| cx.words.get(id));
    let title = joined([&names[0], &names[1], &names[2]], &names[3], area);
    let rows = list::titled(frame, area, &title, cx);
    list::draw(frame, rows, items.len(), window, cx, |rank| {
        items.get(rank).map_or_else(|| Row::plain(String::new()), |it| row(*it, file, area, cx))
    });
}
