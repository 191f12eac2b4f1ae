//! Days covered by periods that may overlap: each day counts once (R2-04). Ends are included (D-1).

use chrono::NaiveDate;

/// Consecutive days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Days {
    /// The days common to both, if there are any.
    pub fn within(self, other: Self) -> Option<Self> {
        let (from, to) = (self.from.max(other.from), self.to.min(other.to));
        (from <= to).then_some(Self { from, to })
    }

    /// How many they are.
    pub fn count(self) -> u32 {
        u32::try_from((self.to - self.from).num_days() + 1).unwrap_or(0)
    }
}

/// How many days at least one of the periods covers.
pub fn days_covered(mut periods: Vec<Days>) -> u32 {
    periods.sort_unstable();
    let mut covered = 0;
    let mut until: Option<NaiveDate> = None;
    for period in periods {
        let from = until.and_then(|until| until.succ_opt()).map_or(period.from, |next| next.max(period.from));
        if from <= period.to {
            covered += Days { from, ..period }.count();
            until = Some(period.to);
        }
    }
    covered
}
