//! Days and what is counted on them: ends are included (D-1), and a day that several periods cover
//! counts once (R2-04).

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

/// A number for each day of a span, that can be added up between any two days at once: criteria are
/// read on hundreds of days to find their first and last one.
#[derive(Debug, Clone)]
pub struct Tally {
    span: Days,
    /// Sum of the days before each one, and of all of them at the end.
    sums: Vec<u64>,
}

impl Tally {
    /// Counts the days of `span` that at least one of `periods` covers.
    pub fn of_days(span: Days, periods: impl Iterator<Item = Days>) -> Self {
        let mut each = vec![0; span.count() as usize];
        for period in periods.filter_map(|it| it.within(span)) {
            each[ranks(span, period)].fill(1);
        }
        Self::of(span, &each)
    }

    /// Adds up the shares of each period: `share` gives that of its nth day, from 0.
    pub fn of_shares<T>(
        span: Days,
        periods: impl Iterator<Item = (T, Days)>,
        share: impl Fn(&T, NaiveDate) -> u64,
    ) -> Self {
        let mut each = vec![0; span.count() as usize];
        for (it, period) in periods {
            let Some(period) = period.within(span) else { continue };
            let ranks = ranks(span, period);
            for (sum, day) in each[ranks].iter_mut().zip(period.from.iter_days()) {
                *sum += share(&it, day);
            }
        }
        Self::of(span, &each)
    }

    fn of(span: Days, each: &[u64]) -> Self {
        let mut sums = Vec::with_capacity(each.len() + 1);
        sums.push(0);
        let mut sum = 0;
        sums.extend(each.iter().map(|value| {
            sum += value;
            sum
        }));
        Self { span, sums }
    }

    /// What the days of `days` add up to; those outside the span are nothing.
    pub fn within(&self, days: Days) -> u64 {
        let Some(days) = days.within(self.span) else { return 0 };
        let ranks = ranks(self.span, days);
        self.sums[ranks.end] - self.sums[ranks.start]
    }
}

/// Where `days` stand in `span`, which has them all.
fn ranks(span: Days, days: Days) -> std::ops::Range<usize> {
    let rank = |day: NaiveDate| usize::try_from((day - span.from).num_days()).unwrap_or(0);
    rank(days.from)..rank(days.to) + 1
}
