//! What the steering committee asked for, and where the programme stands against it (art. 6 and 8: R6-01 to
//! R6-05, R8-05, AL-24). Targets are parameters: each holds from a day on, until the committee revises it.

use chrono::{Datelike as _, NaiveDate};

use super::case::Case;
use super::{FigureKey, PROGRAMME_START, Stretch};
use crate::domain::codes::{Lot, code_list};
use crate::domain::dates::months_between;

code_list! {
    /// What a target is set for.
    Aim {
        /// People supported since the programme began.
        Supported = "supported",
        /// Those who received the RSA at entry.
        Rsa = "rsa",
        /// Entries of one calendar year, carried over or new.
        YearEntries = "year_entries",
        /// People supported in each lot of young people.
        YouthLot = "youth_lot",
        /// People supported in each lot of adults.
        AdultLot = "adult_lot",
    }
}

/// One number to be reached by a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// What for.
    pub aim: Aim,
    /// Last day to reach it, included.
    pub by: NaiveDate,
    /// How many people at least.
    pub at_least: u32,
    /// How many are forecast at most.
    pub at_most: Option<u32>,
    /// First day on which the target holds; it holds until the next one for the same aim and day (R6-05).
    pub valid_from: NaiveDate,
    /// The rule that it comes from.
    pub rule: String,
}

/// Every target, by aim, then by day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Targets {
    version: String,
    targets: Vec<Target>,
}

impl Targets {
    /// Targets in any order.
    pub fn new(version: &str, mut targets: Vec<Target>) -> Self {
        targets.sort_by_key(|it| (it.aim, it.by, it.valid_from));
        Self { version: version.to_owned(), targets }
    }

    /// Names them in reports.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The targets of an aim as they stand on `on`, by the day to reach them; before the first version of
    /// one, that version.
    pub fn in_force(&self, aim: Aim, on: NaiveDate) -> Vec<&Target> {
        let mut found: Vec<&Target> = Vec::new();
        for target in self.targets.iter().filter(|it| it.aim == aim) {
            match found.last_mut() {
                Some(last) if last.by == target.by => {
                    if target.valid_from <= on {
                        *last = target;
                    }
                }
                Some(_) | None => found.push(target),
            }
        }
        found
    }
}

/// Aim, last day, at least, at most, rule.
type Row = (Aim, (i32, u32, u32), u32, Option<u32>, &'static str);

const BUILT_IN_VERSION: &str = "2021.1";

const BUILT_IN: &[Row] = &[
    (Aim::Supported, (2025, 12, 31), 2_000, Some(2_165), "R6-01, R6-03"),
    (Aim::Supported, (2027, 12, 31), 2_500, Some(2_700), "R1-02, R6-03"),
    (Aim::Rsa, (2025, 12, 31), 1_004, None, "R6-04"),
    (Aim::Rsa, (2027, 12, 31), 1_250, None, "R6-04"),
    (Aim::YearEntries, (2021, 12, 31), 542, Some(550), "R6-03"),
    (Aim::YearEntries, (2022, 12, 31), 456, Some(500), "R6-03"),
    (Aim::YearEntries, (2023, 12, 31), 368, Some(415), "R6-03"),
    (Aim::YearEntries, (2024, 12, 31), 321, Some(350), "R6-03"),
    (Aim::YearEntries, (2025, 12, 31), 321, Some(350), "R6-03"),
    (Aim::YearEntries, (2026, 12, 31), 320, Some(350), "R6-03"),
    (Aim::YearEntries, (2027, 12, 31), 172, Some(185), "R6-03"),
    (Aim::YouthLot, (2023, 12, 31), 95, None, "R8-05"),
    (Aim::YouthLot, (2026, 12, 31), 165, None, "R8-05"),
    (Aim::YouthLot, (2027, 12, 31), 176, None, "R8-05"),
    (Aim::AdultLot, (2023, 12, 31), 108, None, "R8-05"),
    (Aim::AdultLot, (2026, 12, 31), 183, None, "R8-05"),
    (Aim::AdultLot, (2027, 12, 31), 197, None, "R8-05"),
];

impl Default for Targets {
    /// Those of the CCTP, in force since the programme began.
    fn default() -> Self {
        let target = |(aim, (year, month, day), at_least, at_most, rule): &Row| Target {
            aim: *aim,
            by: NaiveDate::from_ymd_opt(*year, *month, *day).expect("a date"),
            at_least: *at_least,
            at_most: *at_most,
            valid_from: PROGRAMME_START,
            rule: (*rule).to_owned(),
        };
        Self::new(BUILT_IN_VERSION, BUILT_IN.iter().map(target).collect())
    }
}

/// The lots that providers hold and that have a target of their own (R8-01, R8-05, A-16).
pub const fn aim_of(lot: Lot) -> Option<Aim> {
    match lot {
        Lot::L1 | Lot::L2 => Some(Aim::YouthLot),
        Lot::L3 | Lot::L4 | Lot::L5 | Lot::L6 | Lot::L7 | Lot::L8 | Lot::L9 => Some(Aim::AdultLot),
        Lot::M1 | Lot::M2 | Lot::M3 | Lot::M4 | Lot::M5 | Lot::M6 => None,
    }
}

/// How far something has come towards its next target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gauge {
    /// The target.
    pub target: Target,
    /// The lot, when it is one lot's.
    pub lot: Option<Lot>,
    /// How many there are.
    pub actual: usize,
    /// How many there should be by then, on a straight line from the target before.
    pub expected: usize,
    /// Whole months that are left.
    pub months_left: u32,
}

impl Gauge {
    /// Whether it is below the straight line (AL-24 for a lot).
    pub const fn is_behind(&self) -> bool {
        self.actual < self.expected
    }
}

/// Where everything that has a target stands on `on`: the programme, then each lot of `lots`.
pub fn gauges(cases: &[Case<'_>], targets: &Targets, lots: &[Lot], on: NaiveDate) -> Vec<Gauge> {
    let count = |key: FigureKey, lot: Option<Lot>| {
        cases.iter().filter(|it| lot.is_none() || it.lot() == lot).map(|it| key.counted(it)).sum()
    };
    let of = |aim, lot, key| gauge(&targets.in_force(aim, on), lot, count(key, lot), on);
    let programme = [(Aim::Supported, FigureKey::Supported), (Aim::Rsa, FigureKey::Rsa)];
    let mut gauges: Vec<Gauge> = programme.into_iter().filter_map(|(aim, key)| of(aim, None, key)).collect();
    let of_lots = lots.iter().filter_map(|lot| of(aim_of(*lot)?, Some(*lot), FigureKey::Supported));
    gauges.extend(of_lots);
    gauges
}

/// The gauge of the entries of a year; `None` of a stretch that does not begin with it.
pub fn year_gauge(cases: &[Case<'_>], targets: &Targets, stretch: Stretch) -> Option<Gauge> {
    let (first, on) = (stretch.from, stretch.to);
    if first.ordinal() != 1 || first.year() != on.year() {
        return None;
    }
    let target = targets.in_force(Aim::YearEntries, on).into_iter().find(|it| it.by.year() == on.year())?;
    let actual = cases.iter().map(|it| FigureKey::Entries.counted(it)).sum();
    let expected = on_the_line((first, 0), (target.by, target.at_least), on);
    let months_left = months_between(on, target.by);
    Some(Gauge { target: target.clone(), lot: None, actual, expected, months_left })
}

fn gauge(targets: &[&Target], lot: Option<Lot>, actual: usize, on: NaiveDate) -> Option<Gauge> {
    let at = targets.iter().position(|it| on <= it.by).unwrap_or(targets.len().checked_sub(1)?);
    let target = targets.get(at)?;
    let before = at.checked_sub(1).and_then(|at| targets.get(at));
    let from = before.map_or((PROGRAMME_START, 0), |it| (it.by, it.at_least));
    let expected = on_the_line(from, (target.by, target.at_least), on);
    let months_left = months_between(on, target.by);
    Some(Gauge { target: (*target).clone(), lot, actual, expected, months_left })
}

/// The height of a straight line on `on`, rounded up: fewer people than that are below the line. After its
/// end, its end.
fn on_the_line(from: (NaiveDate, u32), to: (NaiveDate, u32), on: NaiveDate) -> usize {
    let (length, passed) = ((to.0 - from.0).num_days(), (on - from.0).num_days());
    let risen = (i64::from(to.1) - i64::from(from.1)) * passed.clamp(0, length);
    // Rounded up: negative risings are a target that was revised down.
    let risen = -((-risen).div_euclid(length.max(1)));
    usize::try_from(i64::from(from.1) + risen).unwrap_or(0)
}
