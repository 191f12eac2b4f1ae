//! AL-21: the activity reports are sent by their day (art. 11, R11-03, R11-04, R11-05): as at 30 June by
//! 30 September, as at 31 December by 28 February, even in leap years, and the last one by 31 January 2028.
//!
//! Only the latest report that is announced is asked for: the next one takes over what it says. It is sent
//! once the station writes it among its meetings, after the day as at which it is made. What was due before
//! the station was founded is not asked of it. Inclusive.

use chrono::NaiveDate;

use super::finding::{Severity, Status};
use super::station::{StationAlert, StationCause, StationFinding};
use crate::domain::dates::sub_days;
use crate::domain::office::{MeetingKind, MeetingPresence, Office};
use crate::domain::parameters::{ParameterKey, Parameters};
use crate::domain::report_day::{ReportDay, ReportKind};

/// Years of the contract.
const YEARS: std::ops::RangeInclusive<i32> = 2021..=2027;

/// Every report of the contract, oldest first.
fn reports() -> impl DoubleEndedIterator<Item = ReportDay> {
    let ends = |year| [NaiveDate::from_ymd_opt(year, 6, 30), NaiveDate::from_ymd_opt(year, 12, 31)];
    YEARS.flat_map(ends).flatten().filter_map(ReportDay::as_at)
}

const fn cause_of(kind: ReportKind) -> StationCause {
    match kind {
        ReportKind::Interim => StationCause::InterimReport,
        ReportKind::Annual => StationCause::AnnualReport,
        ReportKind::Last => StationCause::FinalReport,
    }
}

/// What is to be sent, if anything is.
pub(super) fn finding(office: &Office, parameters: &Parameters, on: NaiveDate) -> Option<StationFinding> {
    let notice = parameters.get(ParameterKey::ReportNotice);
    let ReportDay { kind, as_at, by: due } = reports().rfind(|it| sub_days(it.by, notice) <= on)?;
    let is_sent = office.meetings.iter().any(|it| {
        it.value.kind == MeetingKind::ReportSent
            && it.value.presence == MeetingPresence::Present
            && as_at < it.value.date
            && it.value.date <= on
    });
    if is_sent || office.begun_on.is_none_or(|begun_on| due < begun_on) {
        return None;
    }
    let is_due = due <= on;
    let (code, severity, status) = if is_due {
        (StationAlert::Report, Severity::High, Status::Due)
    } else {
        (StationAlert::Report, Severity::Low, Status::Soon)
    };
    Some(StationFinding {
        code,
        cause: cause_of(kind),
        severity,
        status,
        subject: None,
        since: as_at,
        due,
        days: (on - due).num_days(),
        parameters: code.thresholds().iter().map(|key| (*key, parameters.get(*key))).collect(),
    })
}
