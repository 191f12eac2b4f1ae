//! What the agenda lists: appointments of the past that nobody has told the outcome of, then day by day who is
//! met, what is free between them, and why a day is closed.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Weekday};

use crate::domain::agenda::Diary;
use crate::domain::codes::Outcome;
use crate::domain::dates::sub_days;
use crate::domain::file::File;
use crate::domain::habits::usual_duration_min;
use crate::domain::holidays;
use crate::domain::id::{ObjectId, PersonId};
use crate::domain::interview::Interview;
use crate::domain::office::AbsenceKind;
use crate::ui::board::between;
use crate::ui::cx::Cx;

/// Shortest time between two appointments that is worth telling, in minutes.
const LEAST_FREE_MIN: i64 = 30;

/// How many days are shown at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Span {
    /// One.
    Day,
    /// From Monday to Friday; a day of the week-end on which somebody is expected too.
    #[default]
    Week,
}

impl Span {
    /// Days from one page to the next.
    pub const fn days(self) -> u32 {
        match self {
            Self::Day => 1,
            Self::Week => 7,
        }
    }

    /// The days shown around `day`.
    pub fn around(self, day: NaiveDate) -> Vec<NaiveDate> {
        match self {
            Self::Day => vec![day],
            Self::Week => {
                let monday = sub_days(day, day.weekday().num_days_from_monday());
                (0..7).filter_map(|rank| monday.checked_add_days(Days::new(rank))).collect()
            }
        }
    }
}

/// Why nobody is received on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// A public holiday.
    Holiday,
    /// Saturday or Sunday.
    WeekEnd,
    /// The counsellor is away.
    Away(AbsenceKind),
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Appointments of the past without outcome, and how many.
    Waiting(usize),
    /// A day, how many are met, and why it is closed if it is.
    Day(NaiveDate, usize, Option<Closed>),
    /// An interview or an appointment; its day shows where it does not stand under it.
    Met {
        /// With whom.
        person: PersonId,
        /// Which.
        id: ObjectId,
        /// Whether it stands among those without outcome.
        is_waiting: bool,
    },
    /// Free from one hour to another.
    Free(NaiveTime, NaiveTime),
    /// A workshop or a meeting of the day, by its place in the office.
    Office(ObjectId),
}

impl Line {
    /// The appointment of the line.
    pub const fn met(&self) -> Option<(PersonId, ObjectId)> {
        match self {
            Self::Met { person, id, .. } => Some((*person, *id)),
            Self::Waiting(_) | Self::Day(..) | Self::Free(..) | Self::Office(_) => None,
        }
    }

    /// Whether two lines are about the same appointment, in the same place.
    pub fn is_same(&self, other: &Self) -> bool {
        self.met().is_some() && self == other
    }
}

/// Every line of these days, after what waits for its outcome.
pub fn gather(days: &[NaiveDate], cx: &Cx<'_>) -> Vec<Line> {
    let mut lines = waiting(cx);
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return lines };
    let met = met_between(*first, *last, cx);
    for day in days {
        let of_day: Vec<&Met<'_>> = met.iter().filter(|it| it.interview.date == *day).collect();
        let closed = closed_on(*day, &cx.diary());
        let office = office_on(*day, cx);
        let is_week_end = closed == Some(Closed::WeekEnd);
        if is_week_end && days.len() > 1 && of_day.is_empty() && office.is_empty() {
            continue;
        }
        lines.push(Line::Day(*day, of_day.len(), closed));
        lines.extend(office);
        let mut busy_until: Option<NaiveTime> = None;
        for it in of_day {
            if let Some((until, start)) = busy_until.zip(it.interview.start)
                && (start - until).num_minutes() >= LEAST_FREE_MIN
            {
                lines.push(Line::Free(until, start));
            }
            busy_until = busy_until.max(it.ends_at());
            lines.push(Line::Met { person: it.file.id, id: it.id, is_waiting: false });
        }
    }
    lines
}

/// Appointments whose day is over and whose outcome nobody has told, the oldest first.
fn waiting(cx: &Cx<'_>) -> Vec<Line> {
    let mut found = Vec::new();
    for (date, person) in cx.model.agenda.without_outcome(cx.now.today) {
        let Some(file) = cx.file(person) else { continue };
        let planned = between(file, date, date).filter(|it| it.value.outcome == Outcome::Planned);
        found.extend(planned.map(|it| Line::Met { person, id: it.id, is_waiting: true }));
    }
    found.dedup();
    if !found.is_empty() {
        found.insert(0, Line::Waiting(found.len()));
    }
    found
}

struct Met<'a> {
    file: &'a File,
    id: ObjectId,
    interview: &'a Interview,
}

impl Met<'_> {
    /// When the next one can begin: after its duration, or the usual one.
    fn ends_at(&self) -> Option<NaiveTime> {
        let usual = || usual_duration_min(self.file);
        let minutes = self.interview.duration_min.unwrap_or_else(usual);
        let start = self.interview.start?;
        let (end, is_next_day) = start.overflowing_add_signed(TimeDelta::minutes(i64::from(minutes)));
        Some(if is_next_day == 0 { end } else { NaiveTime::MIN.max(start) })
    }
}

/// Who is met on those days, by day, then by hour, then by name.
fn met_between<'a>(first: NaiveDate, last: NaiveDate, cx: &Cx<'a>) -> Vec<Met<'a>> {
    let files = cx.model.caseload.files.values();
    let mut met: Vec<Met<'a>> = files
        .flat_map(|file| {
            let met = |it: &'a crate::domain::file::Current<Interview>| Met {
                file,
                id: it.id,
                interview: &it.value,
            };
            between(file, first, last).map(met)
        })
        .collect();
    met.sort_by_key(|it| {
        (it.interview.date, it.interview.start, cx.model.board.name_rank(it.file.id), it.id)
    });
    met
}

fn closed_on(day: NaiveDate, diary: &Diary<'_>) -> Option<Closed> {
    if holidays::is_holiday(day) {
        return Some(Closed::Holiday);
    }
    if let Some(absence) = diary.absence_on(day) {
        return Some(Closed::Away(absence.kind));
    }
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun).then_some(Closed::WeekEnd)
}

/// Workshops and meetings of the day.
fn office_on(day: NaiveDate, cx: &Cx<'_>) -> Vec<Line> {
    let office = &cx.model.caseload.office;
    let workshops = office.workshops.iter().filter(|it| it.value.date == day).map(|it| it.id);
    let meetings = office.meetings.iter().filter(|it| it.value.date == day).map(|it| it.id);
    workshops.chain(meetings).map(Line::Office).collect()
}
