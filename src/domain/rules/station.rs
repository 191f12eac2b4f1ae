//! What the rules find about a station itself, and nobody's file: pure functions of the office, the
//! thresholds and a day, like the clocks of a file.
//!
//! AL-21 is in `report.rs`. AL-22 (R9.2-05): whoever is away for another reason than legal leave is covered at least half-time from
//! the first day, and replaced once a month has passed: from the day after (V30). Absences for the same reason, with at most two
//! working days between them, are one.

use chrono::NaiveDate;

use super::finding::{Severity, Status};
use super::report;
use crate::domain::codes::code_list;
use crate::domain::dates::{add_days, add_months};
use crate::domain::file::Current;
use crate::domain::holidays::open_days_between;
use crate::domain::id::ObjectId;
use crate::domain::office::{Absence, AbsenceKind, Office};
use crate::domain::parameters::{Pack, ParameterKey, Parameters};

code_list! {
    /// The alerts (domain.md §5.20) that are about a station.
    StationAlert {
        /// The counsellor is away: half-time cover, then a replacement.
        Absence = "AL-22",
        /// An activity report is to be sent.
        Report = "AL-21",
    }
}

code_list! {
    /// Which condition of an alert about a station holds.
    StationCause {
        /// Nobody does at least half of the work (AL-22).
        HalfTimeMissing = "half_time_missing",
        /// Nobody replaces the counsellor (AL-22).
        ReplacementMissing = "replacement_missing",
        /// The report as at 30 June (AL-21).
        InterimReport = "interim_report",
        /// The report as at 31 December (AL-21).
        AnnualReport = "annual_report",
        /// The last report of the contract (AL-21).
        FinalReport = "final_report",
    }
}

impl StationCause {
    /// The rule of domain.md that it applies.
    const fn rule(self) -> &'static str {
        match self {
            Self::HalfTimeMissing | Self::ReplacementMissing => "R9.2-05",
            Self::InterimReport => "R11-03",
            Self::AnnualReport => "R11-04",
            Self::FinalReport => "R11-05",
        }
    }
}

impl StationAlert {
    /// The article of the CCTP that it comes from.
    pub const fn article(self) -> &'static str {
        match self {
            Self::Absence => "9-2",
            Self::Report => "11",
        }
    }

    /// The thresholds that it applies.
    pub const fn thresholds(self) -> &'static [ParameterKey] {
        match self {
            Self::Absence => &[ParameterKey::ReplacementTime, ParameterKey::SameAbsenceGap],
            Self::Report => &[ParameterKey::ReportNotice],
        }
    }
}

/// One alert about a station, as of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StationFinding {
    /// Which alert.
    pub code: StationAlert,
    /// Which of its conditions.
    pub cause: StationCause,
    /// How pressing it is.
    pub severity: Severity,
    /// Whether it holds, or will.
    pub status: Status,
    /// The thing that clears it once it is completed: the last of the absences that are one. None where a
    /// new thing clears it.
    pub subject: Option<ObjectId>,
    /// Day on which the time began to run.
    pub since: NaiveDate,
    /// First day on which it holds.
    pub due: NaiveDate,
    /// Days from `due` to the as-of day: negative while it is not due.
    pub days: i64,
    /// The thresholds that were applied.
    pub parameters: Vec<(ParameterKey, u32)>,
}

impl StationFinding {
    /// The rule of domain.md that it applies.
    pub const fn rule(&self) -> &'static str {
        self.cause.rule()
    }
}

/// Everything that the rules find about the station on `on`, the most pressing first, then the oldest.
pub fn station_findings(office: &Office, pack: &Pack, on: NaiveDate) -> Vec<StationFinding> {
    let parameters = pack.at(on);
    let mut found: Vec<_> =
        absences_in_one(office, &parameters).iter().filter_map(|it| it.finding(&parameters, on)).collect();
    found.extend(report::finding(office, &parameters, on));
    found.sort_by_key(|it| (it.severity, it.due));
    found
}

/// The same, with what will hold within so many days if nothing happens, announced or not.
pub fn station_findings_within(
    office: &Office,
    pack: &Pack,
    on: NaiveDate,
    days: u32,
) -> Vec<StationFinding> {
    let mut found = station_findings(office, pack, on);
    let until = add_days(on, days);
    found.retain(|it| it.due <= until);
    // What begins or falls due meanwhile, seen from the day asked for.
    for day in on.iter_days().skip(1).take_while(|day| *day <= until) {
        for ahead in station_findings(office, pack, day) {
            let is_known = found.iter().any(|it| it.subject == ahead.subject && it.cause == ahead.cause);
            if ahead.due == day && !is_known {
                let (status, severity) = (Status::Soon, Severity::Low);
                found.push(StationFinding { status, severity, days: (on - ahead.due).num_days(), ..ahead });
            }
        }
    }
    found.sort_by_key(|it| (it.severity, it.due));
    found
}

/// Absences that count as one.
struct Away<'a> {
    parts: Vec<&'a Current<Absence>>,
}

/// The absences that must be covered, those that count as one together, oldest first.
fn absences_in_one<'a>(office: &'a Office, parameters: &Parameters) -> Vec<Away<'a>> {
    let most_between = parameters.get(ParameterKey::SameAbsenceGap);
    let mut found: Vec<Away<'a>> = Vec::new();
    let covered = office.absences.iter().filter(|it| it.value.kind.must_be_covered());
    for absence in covered {
        let joined = found.iter_mut().rev().find(|it| it.is_continued_by(absence, most_between));
        match joined {
            Some(away) => away.parts.push(absence),
            None => found.push(Away { parts: vec![absence] }),
        }
    }
    found
}

impl Away<'_> {
    fn first(&self) -> &Absence {
        &self.parts[0].value
    }

    fn kind(&self) -> AbsenceKind {
        self.first().kind
    }

    /// Last day away; none while it is not known.
    fn ends_on(&self) -> Option<NaiveDate> {
        self.parts.iter().map(|it| it.value.ends_on).max_by_key(|it| it.unwrap_or(NaiveDate::MAX)).flatten()
    }

    /// Whether `next`, for the same reason, begins soon enough after it.
    fn is_continued_by(&self, next: &Current<Absence>, most_between: u32) -> bool {
        self.kind() == next.value.kind
            && self.ends_on().is_none_or(|last| {
                open_days_between(last, next.value.starts_on) <= usize::try_from(most_between).unwrap_or(0)
            })
    }

    /// The earliest of these days among its parts.
    fn earliest(&self, day: impl Fn(&Absence) -> Option<NaiveDate>) -> Option<NaiveDate> {
        self.parts.iter().filter_map(|it| day(&it.value)).min()
    }

    /// What is missing on a day of the absence.
    fn finding(&self, parameters: &Parameters, on: NaiveDate) -> Option<StationFinding> {
        let since = self.first().starts_on;
        let is_away = since <= on && self.ends_on().is_none_or(|last| on <= last);
        let a_month_later = add_months(since, parameters.get(ParameterKey::ReplacementTime));
        let replacement_due = add_days(a_month_later, 1);
        let is_by = |day: Option<NaiveDate>| day.is_some_and(|day| day <= on);
        let is_replaced = is_by(self.earliest(|it| it.replaced_from));
        if !is_away || is_replaced {
            return None;
        }
        let is_covered = is_by(self.earliest(|it| it.covered_from));
        let lasts = self.ends_on().is_none_or(|last| last >= replacement_due);
        // A replacement that is already arranged for its day is not looked for any more.
        let is_arranged = self.earliest(|it| it.replaced_from).is_some_and(|day| day <= replacement_due);
        let (cause, severity, status, due) = if on >= replacement_due {
            (StationCause::ReplacementMissing, Severity::High, Status::Due, replacement_due)
        } else if !is_covered {
            (StationCause::HalfTimeMissing, Severity::Medium, Status::Due, since)
        } else if lasts && !is_arranged {
            (StationCause::ReplacementMissing, Severity::Low, Status::Soon, replacement_due)
        } else {
            return None;
        };
        let code = StationAlert::Absence;
        Some(StationFinding {
            code,
            cause,
            severity,
            status,
            subject: self.parts.last().map(|it| it.id),
            since,
            due,
            days: (on - due).num_days(),
            parameters: code.thresholds().iter().map(|key| (*key, parameters.get(*key))).collect(),
        })
    }
}
