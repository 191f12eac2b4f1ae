//! What the rules will find if nothing happens: the same clocks, read on the days to come. What is
//! already dated then (the end of a suspension, an exit) is taken as it stands; an appointment is
//! no event, and what it will lack is not announced before its day.

use chrono::{Days, NaiveDate};

use super::finding::{Finding, Severity, Status};
use super::{Clock, clocks_of, read};
use crate::domain::as_of::Span;
use crate::domain::file::File;
use crate::domain::id::ObjectId;
use crate::domain::parameters::{Pack, Parameters};
use crate::domain::state::{FactKind, State};

/// Farthest day that can be looked at, in days: a year, leap or not.
pub const FARTHEST_DAYS: u32 = 366;

/// What holds on `on`, and what will hold on a day of the `days` that follow ([`FARTHEST_DAYS`] at
/// most) if nothing happens: the latter is [`Status::Soon`], whatever notice its rule gives. The
/// most pressing first, then the oldest.
pub fn findings_within(file: &File, pack: &Pack, on: NaiveDate, days: u32) -> Vec<Finding> {
    let mut file = Read::new(file, pack, on);
    let today = file.findings_on(on);
    let mut found: Vec<Finding> = today.iter().filter(|it| it.status == Status::Due).cloned().collect();
    for day in (1..=days.min(FARTHEST_DAYS)).filter_map(|ahead| on.checked_add_days(Days::new(ahead.into())))
    {
        for finding in file.findings_on(day) {
            if finding.status == Status::Due && has_started(&finding, on) && !is_among(&found, &finding) {
                let announced = today.iter().find(|it| is_same(it, &finding) && it.due == finding.due);
                found.push(announced.cloned().unwrap_or_else(|| announced_ahead(finding, day, on)));
            }
        }
    }
    found.sort_by_key(Finding::rank);
    found
}

/// A file read day after day: its clocks are made anew on the days on which they may be others.
struct Read<'a> {
    file: &'a File,
    pack: &'a Pack,
    parameters: Parameters,
    clocks: Vec<Clock>,
    same_on: Span,
}

impl<'a> Read<'a> {
    fn new(file: &'a File, pack: &'a Pack, on: NaiveDate) -> Self {
        let parameters = pack.at(on);
        let state = State::of(file, on);
        let clocks = clocks_of(&state, &parameters);
        Self { file, pack, parameters, clocks, same_on: state.same_on() }
    }

    fn findings_on(&mut self, day: NaiveDate) -> Vec<Finding> {
        if !self.same_on.has(day) || self.pack.at(day) != self.parameters {
            *self = Self::new(self.file, self.pack, day);
        }
        read(&self.clocks, self.file.id, &self.parameters, day)
    }
}

/// An alert and the one thing that it is about: there is one finding of each.
fn is_same(one: &Finding, other: &Finding) -> bool {
    let subject = |it: &Finding| -> Option<ObjectId> { it.subject.map(|fact| fact.id) };
    one.code == other.code && subject(one) == subject(other)
}

fn is_among(found: &[Finding], finding: &Finding) -> bool {
    found.iter().any(|it| is_same(it, finding))
}

/// Whether what starts the clock is an event of `on` or before: an interview to come is none.
fn has_started(finding: &Finding, on: NaiveDate) -> bool {
    finding.starts_with.kind != FactKind::Interview || finding.since() <= on
}

/// A finding that holds from `day` on, as it is told on `on`.
fn announced_ahead(finding: Finding, day: NaiveDate, on: NaiveDate) -> Finding {
    let due = finding.due.max(day);
    let days = (on - due).num_days();
    Finding { status: Status::Soon, severity: Severity::Low, due, days, ..finding }
}
