//! What the rules will find if nothing happens: the same clocks, read on the days to come. What is
//! already dated then (the end of a suspension, an exit) is taken as it stands; an appointment is
//! no event, and what it will lack is not announced before its day.

use chrono::{Days, NaiveDate};

use super::finding::{Finding, Severity, Status};
use super::findings;
use crate::domain::file::File;
use crate::domain::id::ObjectId;
use crate::domain::parameters::Pack;
use crate::domain::state::FactKind;

/// Farthest day that can be looked at, in days: a year, leap or not.
pub const FARTHEST_DAYS: u32 = 366;

/// What holds on `on`, and what will hold on a day of the `days` that follow ([`FARTHEST_DAYS`] at
/// most) if nothing happens: the latter is [`Status::Soon`], whatever notice its rule gives. The
/// most pressing first, then the oldest.
pub fn findings_within(file: &File, pack: &Pack, on: NaiveDate, days: u32) -> Vec<Finding> {
    let today = findings(file, pack, on);
    let mut found: Vec<Finding> = today.iter().filter(|it| it.status == Status::Due).cloned().collect();
    for day in (1..=days.min(FARTHEST_DAYS)).filter_map(|ahead| on.checked_add_days(Days::new(ahead.into())))
    {
        for finding in findings(file, pack, day) {
            if finding.status == Status::Due && has_started(&finding, on) && !is_among(&found, &finding) {
                let announced = today.iter().find(|it| is_same(it, &finding) && it.due == finding.due);
                found.push(announced.cloned().unwrap_or_else(|| announced_ahead(finding, day, on)));
            }
        }
    }
    found.sort_by_key(Finding::rank);
    found
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
