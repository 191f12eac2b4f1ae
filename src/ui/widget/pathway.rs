//! The pathway on a few lines of characters: steps as bars, interviews as ticks, years as a scale.
//! Pure: a state and a width in, text out; signs carry the meaning, colour none.

use chrono::{Datelike, NaiveDate};

use crate::domain::codes::{Outcome, StepStatus};
use crate::domain::coverage::{Coverage, Month};
use crate::domain::dates::add_days;
use crate::domain::interview::Interview;
use crate::domain::state::State;
use crate::domain::state::activity::CarriedOut;
use crate::domain::step::Step;

/// How far after the as-of day the line may reach, in days: what is planned, not a far deadline.
const FURTHEST_DAYS: u32 = 92;

/// A span of days laid out on a number of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeline {
    from: NaiveDate,
    until: NaiveDate,
    on: NaiveDate,
    columns: usize,
}

impl Timeline {
    /// The pathway of the current period: from its first known day to what is planned next. `None`
    /// for a person of whom no dated thing is known, or without room.
    pub fn of(state: &State<'_>, columns: usize) -> Option<Self> {
        let period = state.period.enrolment.map(|it| &it.value);
        let began =
            [state.enrolled_on(), period.and_then(|it| it.referred_on), period.and_then(|it| it.received_on)];
        let first_met = state.file.interviews.first().map(|it| it.value.date);
        let from = began.into_iter().flatten().min().or(first_met).filter(|from| *from <= state.on())?;
        let ends = state.file.steps.iter().filter_map(|it| it.value.ends_on);
        let next = state.next_appointment().map(|it| it.value.date);
        let furthest = add_days(state.on(), FURTHEST_DAYS);
        let planned = ends.chain(next).filter(|day| *day <= furthest).max();
        let until = planned.unwrap_or_else(|| state.on()).max(state.on());
        (columns > 1).then_some(Self { from, until, on: state.on(), columns })
    }

    /// First day shown.
    pub const fn from(&self) -> NaiveDate {
        self.from
    }

    /// The cell of a day, if it is within the span.
    pub fn column(&self, day: NaiveDate) -> Option<usize> {
        (self.from <= day && day <= self.until).then(|| self.nearest(day))
    }

    /// The cell of a day, or the end of the line that it lies beyond.
    fn nearest(&self, day: NaiveDate) -> usize {
        let days = |from: NaiveDate, to: NaiveDate| usize::try_from((to - from).num_days()).unwrap_or(0);
        let span = days(self.from, self.until).max(1);
        days(self.from, day.clamp(self.from, self.until)) * (self.columns - 1) / span
    }

    /// Years where they begin, and `▾` over the as-of day.
    pub fn scale(&self) -> String {
        let mut cells = vec![' '; self.columns];
        write_at(&mut cells, 0, &self.from.year().to_string());
        for year in self.from.year() + 1..=self.until.year() {
            let column = NaiveDate::from_ymd_opt(year, 1, 1).and_then(|day| self.column(day));
            if let Some(column) = column.filter(|it| *it > YEAR_WIDTH) {
                write_at(&mut cells, column, &year.to_string());
            }
        }
        cells[self.nearest(self.on)] = '▾';
        cells.into_iter().collect()
    }

    /// Steps: `━` carried out, `═` several at once, `╌` planned; `░` where the pathway was suspended.
    pub fn steps(&self, state: &State<'_>) -> String {
        let mut carried_out = vec![0_u16; self.columns];
        let mut is_planned = vec![false; self.columns];
        for step in state.file.steps.iter().map(|it| &it.value) {
            if let Some(days) = CarriedOut::of(step) {
                for cell in self.cells(days.from, days.until.unwrap_or(self.on).min(self.on)) {
                    carried_out[cell] += 1;
                }
            }
            for cell in planned(step, self.on).into_iter().flat_map(|(from, until)| self.cells(from, until)) {
                is_planned[cell] = true;
            }
        }
        let mut is_suspended = vec![false; self.columns];
        for pause in &state.suspensions {
            self.cells(pause.from, pause.until.unwrap_or(self.until))
                .for_each(|cell| is_suspended[cell] = true);
        }
        let sign = |cell: usize| match (carried_out[cell], is_planned[cell], is_suspended[cell]) {
            (0, true, _) => '╌',
            (0, false, true) => '░',
            (0, false, false) => ' ',
            (1, _, _) => '━',
            (_, _, _) => '═',
        };
        (0..self.columns).map(sign).collect()
    }

    /// Interviews: `│` held, `┃` several, `×` missed, `○` to come.
    pub fn interviews(&self, state: &State<'_>) -> String {
        let mut cells = vec![' '; self.columns];
        for interview in state.file.interviews.iter().map(|it| &it.value) {
            let Some(column) = self.column(interview.date) else { continue };
            cells[column] = tick(interview, cells[column]);
        }
        cells.into_iter().collect()
    }

    /// The cells from one day to another, both ends cut to the span.
    fn cells(&self, from: NaiveDate, until: NaiveDate) -> impl Iterator<Item = usize> + use<> {
        let is_within = from <= until && from <= self.until && until >= self.from;
        is_within.then(|| self.nearest(from)..=self.nearest(until)).into_iter().flatten()
    }
}

/// Cells that a year takes.
const YEAR_WIDTH: usize = 4;

fn write_at(cells: &mut [char], column: usize, text: &str) {
    if column + text.len() <= cells.len() {
        cells[column..].iter_mut().zip(text.chars()).for_each(|(cell, c)| *cell = c);
    }
}

/// The days of a step that are still to come, as far as its dates tell.
fn planned(step: &Step, on: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let from = match step.status {
        StepStatus::Running => add_days(on, 1),
        StepStatus::Considered | StepStatus::Proposed | StepStatus::Accepted | StepStatus::Waiting => {
            step.starts_on.or(step.proposed_on)?
        }
        StepStatus::Declined | StepStatus::Done | StepStatus::Abandoned | StepStatus::Cancelled => {
            return None;
        }
    };
    let until = step.ends_on.or(step.starts_on)?;
    (from <= until).then_some((from, until))
}

/// What a cell shows once this interview is in it too: what was held hides the rest.
fn tick(interview: &Interview, shown: char) -> char {
    match (interview.outcome, shown) {
        (Outcome::Held, '│' | '┃') => '┃',
        (Outcome::Held, _) => '│',
        (_, '│' | '┃') => shown,
        (Outcome::NoShow | Outcome::Excused | Outcome::Cancelled, _) => '×',
        (Outcome::Planned, _) => '○',
    }
}

/// The sign of a month: `■` met face to face, `□` at a distance only, `·` not met, `-` away.
pub const fn coverage_sign(coverage: Coverage) -> char {
    match coverage {
        Coverage::Physical => '■',
        Coverage::Remote => '□',
        Coverage::Nothing => '·',
        Coverage::Away => '-',
    }
}

/// The strip of months, each a sign under the initial that `initial` gives to its number, 1 to 12.
pub fn coverage_strip(months: &[Month], initial: impl Fn(u32) -> char) -> [String; 2] {
    let line = |sign: &dyn Fn(&Month) -> char| {
        months.iter().flat_map(|month| [sign(month), ' ']).collect::<String>().trim_end().to_owned()
    };
    [line(&|month| initial(month.first.month())), line(&|month| coverage_sign(month.coverage))]
}
