//! What the operational team and the counsellor count (*bilan*): people supported, entries, exits, rates,
//! profile, targets and delays. Derived from the files on a day, never stored (art. 1, 2, 6, 8, 11).
//!
//! Every figure says which rules define it ([`FigureKey::rules`]) and whom it counts: a number that nobody
//! can open is not to be believed.

pub mod bilan;
pub mod case;
pub mod delay;
pub mod key;
pub mod target;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::codes::Public;
use super::id::PersonId;
use case::{Case, Dimension};
pub use key::FigureKey;

/// First day of the programme: nobody is counted before it (art. 1, R1-01, A-12).
pub const PROGRAMME_START: NaiveDate = NaiveDate::from_ymd_opt(2021, 1, 1).expect("a date");

/// The days that flows are counted on, both included; stocks are read on the last one, the cut-off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// First day.
    pub from: NaiveDate,
    /// The cut-off (*date d’arrêté*): nothing dated later is known.
    pub to: NaiveDate,
}

impl Stretch {
    /// Whether `day` is one of them.
    pub fn has(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }
}

/// People who have something in common; `None` in [`Group::code`] for those of whom it is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Group<'a> {
    /// What they are told apart by.
    pub dimension: Dimension,
    /// Stable code of what they share.
    pub code: Option<&'a str>,
}

/// A count, or a rate when it is of something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure<'a> {
    /// What is counted.
    pub key: FigureKey,
    /// Among whom.
    pub group: Group<'a>,
    /// Whom it counts, in the order of the files: once for each entry or exit that it counts.
    pub people: Vec<PersonId>,
    /// How many the rate is of.
    pub among: Option<usize>,
}

impl Figure<'_> {
    /// How many are counted.
    pub const fn value(&self) -> usize {
        self.people.len()
    }

    /// The rate, in hundredths of a percent, rounded half up; `None` of a count, or of a rate of nobody.
    pub fn rate(&self) -> Option<u32> {
        rate(self.value(), self.among?)
    }

    /// What the articles give beside it, in hundredths of a percent: for everybody (R1-03, R1-04), and for the
    /// success of the young and of adults (R8-06).
    pub fn reference(&self) -> Option<u32> {
        match (self.key, self.group.dimension, self.group.code) {
            (key, Dimension::Everybody, _) => key.reference(),
            (FigureKey::SuccessOfSupported, Dimension::Public, Some(code)) => {
                match Public::from_code(code)? {
                    Public::Youth => Some(40_00),
                    Public::Adult => Some(47_00),
                }
            }
            (_, _, _) => None,
        }
    }
}

/// A share in hundredths of a percent, rounded half up; `None` of nothing.
pub fn rate(part: usize, whole: usize) -> Option<u32> {
    let hundredths = (part * 20_000 + whole).checked_div(whole * 2)?;
    u32::try_from(hundredths).ok()
}

/// One figure for each group that a dimension makes, in the order of the codes, unknown first.
pub fn by<'a>(cases: &[Case<'a>], key: FigureKey, dimension: Dimension) -> Vec<Figure<'a>> {
    let mut counts: BTreeMap<Option<&'a str>, (Vec<PersonId>, usize)> = BTreeMap::new();
    for case in cases {
        let (times, among) = (key.counted(case), key.among().map_or(0, |all| all.counted(case)));
        if times == 0 && among == 0 {
            continue;
        }
        case.codes(dimension, |code| {
            let (people, whole) = counts.entry(code).or_default();
            people.extend(std::iter::repeat_n(case.person, times));
            *whole += among;
        });
    }
    let is_rate = key.among().is_some();
    let figure = |(code, (people, whole))| Figure {
        key,
        group: Group { dimension, code },
        people,
        among: is_rate.then_some(whole),
    };
    counts.into_iter().map(figure).collect()
}

/// The figure of everybody.
pub fn of_all<'a>(cases: &[Case<'a>], key: FigureKey) -> Figure<'a> {
    let group = Group { dimension: Dimension::Everybody, code: None };
    let mut all = by(cases, key, Dimension::Everybody);
    all.pop().unwrap_or(Figure { key, group, people: Vec::new(), among: key.among().map(|_| 0) })
}
