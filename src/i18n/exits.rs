//! Criteria of the exit in words: what is asked, what was measured, from when to when, who decides.

use chrono::NaiveDate;
use fluent_bundle::FluentArgs;

use super::Words;
use crate::domain::exit::{Criterion, Days, Measure, Stretch};

impl Words {
    /// One measure with its unit: `182 jours`, `28 h`.
    pub fn measure(&self, measure: Measure, value: u32) -> String {
        match measure {
            Measure::Months => self.months(value),
            Measure::Days => self.days(i64::from(value)),
            Measure::Weeks => self.weeks(value),
            Measure::MeanWeeklyMinutes | Measure::TotalMinutes => {
                let mut args = FluentArgs::new();
                args.set("value", self.duration(value));
                self.with(&format!("exit-measure-{}", measure.code()), &args).into_owned()
            }
        }
    }

    /// Measures, in a list.
    pub fn measures(&self, measures: &[(Measure, u32)]) -> String {
        let told: Vec<_> = measures.iter().map(|(measure, value)| self.measure(*measure, *value)).collect();
        told.join(", ")
    }

    /// From when to when: `du 30/06/2025 au 30/09/2025`, `depuis le 01/07/2025`, `jamais`.
    pub fn validity(&self, valid: Stretch) -> String {
        let mut args = FluentArgs::new();
        let message = match (valid.first_day, valid.last_day) {
            (None, _) => "exit-valid-never",
            (Some(first), None) => {
                args.set("first", self.date(first));
                "exit-valid-since"
            }
            (Some(first), Some(last)) => {
                args.set("first", self.date(first));
                args.set("last", self.date(last));
                "exit-valid-between"
            }
        };
        self.with(message, &args).into_owned()
    }

    /// The day of the exit that is thought of, and the months looked back at.
    pub fn exit_window(&self, on: NaiveDate, window: Days) -> String {
        let mut args = FluentArgs::new();
        args.set("on", self.date(on));
        args.set("from", self.date(window.from));
        self.with("exit-window", &args).into_owned()
    }

    /// Why a criterion holds or not, in full: article, what is asked, measures, days, who decides.
    pub fn exit_why(&self, criterion: &Criterion) -> String {
        let mut args = FluentArgs::new();
        args.set("asked", self.get(&format!("exit-asks-{}", criterion.exit.code())));
        args.set("measured", self.measures(&criterion.reading.measured));
        let obstacles: Vec<_> = criterion.reading.obstacles.iter().map(|it| self.label(*it)).collect();
        args.set("obstacles", obstacles.join(", "));
        args.set("valid", self.validity(criterion.valid));
        let message = match (criterion.reading.holds, criterion.reading.measured.is_empty()) {
            (true, _) => "exit-holds",
            (false, true) => "exit-fails-unmeasured",
            (false, false) => "exit-fails",
        };
        self.with(message, &args).into_owned()
    }
}
