//! The page of work, training, positionings and skills: what runs now, what is to come, what is over, the
//! latest first.

use chrono::NaiveDate;
use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::list::{self, Row, columns};
use crate::domain::employment::Employment;
use crate::domain::file::{Current, File};
use crate::domain::id::ObjectId;
use crate::domain::positioning::{Positioning, PositioningResult};
use crate::domain::skill::{Skill, SkillLevel};
use crate::domain::training::Training;
use crate::ui::cx::Cx;
use crate::ui::theme::Role;
use crate::ui::widget::window::Window;
use crate::ui::written;

/// Columns from which days are written in full, and what it is has more room.
const WIDE: u16 = 100;
/// Columns of the state.
const STATE: usize = 8;
/// Columns of the working time.
const HOURS: usize = 12;

/// A period of work, a training, a positioning or a skill.
#[derive(Clone, Copy)]
pub(super) enum Spell<'a> {
    Employment(&'a Current<Employment>),
    Training(&'a Current<Training>),
    Positioning(&'a Current<Positioning>),
    Skill(&'a Current<Skill>),
}

/// Where it stands on a day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Running,
    Ahead,
    Awarded,
    Waiting,
    Over,
}

impl Spell<'_> {
    /// The thing.
    pub(super) const fn id(self) -> ObjectId {
        match self {
            Self::Employment(it) => it.id,
            Self::Training(it) => it.id,
            Self::Positioning(it) => it.id,
            Self::Skill(it) => it.id,
        }
    }

    fn days(self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        match self {
            Self::Employment(it) => (Some(it.value.starts_on), it.value.last_day()),
            Self::Training(it) => (it.value.starts_on, it.value.ends_on),
            Self::Positioning(it) => (Some(it.value.on), it.value.answered_on),
            Self::Skill(it) => (Some(it.value.seen_on), None),
        }
    }

    fn standing(self, on: NaiveDate) -> Standing {
        if let Self::Training(it) = self
            && it.value.certification.is_some()
            && it.value.awarded_on.is_some_and(|day| day <= on)
        {
            return Standing::Awarded;
        }
        if let Self::Positioning(it) = self {
            return match it.value.result {
                PositioningResult::Waiting | PositioningResult::Interview => Standing::Waiting,
                PositioningResult::Accepted
                | PositioningResult::NotAccepted
                | PositioningResult::Declined
                | PositioningResult::Dropped => Standing::Over,
            };
        }
        if let Self::Skill(it) = self {
            return match it.value.level {
                SkillLevel::Emerging => Standing::Running,
                SkillLevel::Acquired | SkillLevel::Confirmed => Standing::Awarded,
            };
        }
        match self.days() {
            (Some(from), _) if from > on => Standing::Ahead,
            (_, Some(until)) if until < on => Standing::Over,
            (_, _) => Standing::Running,
        }
    }
}

/// The spells in the order of the page, which is that of time: the latest first.
pub(super) fn sorted(file: &File) -> Vec<Spell<'_>> {
    let employments = file.employments.iter().map(Spell::Employment);
    let trainings = file.trainings.iter().map(Spell::Training);
    let positionings = file.positionings.iter().map(Spell::Positioning);
    let skills = file.skills.iter().map(Spell::Skill);
    let mut spells: Vec<_> = employments.chain(trainings).chain(positionings).chain(skills).collect();
    spells.sort_by_key(|it| std::cmp::Reverse(it.days().0.or(it.days().1)));
    spells
}

fn row(spell: Spell<'_>, file: &File, area: Rect, cx: &Cx<'_>) -> Row {
    let standing = spell.standing(cx.now.today);
    let (state, role) = match standing {
        Standing::Running => ("work-running", Role::Text),
        Standing::Ahead => ("work-ahead", Role::Soon),
        Standing::Awarded => ("work-awarded", Role::Accent),
        Standing::Waiting => ("work-waiting", Role::Soon),
        Standing::Over => ("work-over", Role::TextDim),
    };
    let (what, hours, who) = match spell {
        Spell::Employment(it) => {
            let work = &it.value;
            (cx.words.label(work.kind).into_owned(), hours(work, cx), work.employer.clone())
        }
        Spell::Training(it) => (it.value.title.clone(), String::new(), it.value.provider.clone()),
        Spell::Positioning(it) => {
            let result = cx.words.label(it.value.result).into_owned();
            (it.value.title.clone(), result, it.value.employer.clone())
        }
        Spell::Skill(it) => {
            let step = file.steps.iter().find(|step| Some(step.id) == it.value.step);
            let level = cx.words.label(it.value.level).into_owned();
            let seen = step.map_or_else(|| level.clone(), |step| format!("{level} · {}", step.value.title));
            (it.value.title.clone(), cx.words.get("work-skill").into_owned(), Some(seen))
        }
    };
    let in_words = |day| if area.width >= WIDE { cx.words.date(day) } else { written::short_day(day) };
    let day = |day: Option<NaiveDate>| day.map(in_words).unwrap_or_default();
    let (from, until) = spell.days();
    let cells = [cx.words.get(state).into_owned(), what, day(from), day(until), hours];
    Row { text: joined(&cells, &who.unwrap_or_default(), area), role }
}

/// "240 h" of an assignment in all, "35 h/sem." of the others.
fn hours(work: &Employment, cx: &Cx<'_>) -> String {
    let in_all = work.total_minutes.map(|it| cx.words.duration(it));
    let weekly = work.weekly_minutes.map(|it| {
        let mut args = FluentArgs::new();
        args.set("hours", cx.words.duration(it));
        cx.words.with("work-weekly", &args).into_owned()
    });
    in_all.or(weekly).unwrap_or_default()
}

fn joined(cells: &[String; 5], who: &str, area: Rect) -> String {
    let (what, day) = if area.width >= WIDE { (38, 10) } else { (21, 8) };
    let widths = [STATE, what, day, day, HOURS];
    let cells: Vec<(&str, usize)> = cells.iter().map(String::as_str).zip(widths).collect();
    columns(&cells, who)
}

/// Draws the page.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, file: &File, window: Window, cx: &Cx<'_>) {
    let spells = sorted(file);
    if spells.is_empty() {
        return list::empty(frame, area, "file-no-work", cx);
    }
    let names = ["steps-status", "work-what", "steps-from", "steps-until", "work-hours"];
    let title = joined(&names.map(|id| cx.words.get(id).into_owned()), &cx.words.get("work-who"), area);
    let rows = list::titled(frame, area, &title, cx);
    list::draw(frame, rows, spells.len(), window, cx, |rank| {
        spells.get(rank).map_or_else(|| Row::plain(String::new()), |it| row(*it, file, area, cx))
    });
}
