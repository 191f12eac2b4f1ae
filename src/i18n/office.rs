//! Words for what belongs to no person, and for what the rules find about a station.

use fluent_bundle::FluentArgs;

use super::Words;
use crate::domain::dates::sub_days;
use crate::domain::office::OfficeBody;
use crate::domain::rules::{StationFinding, Status};

impl Words {
    /// What a finding about the station is, in one short line with its dates.
    pub fn station_reason(&self, finding: &StationFinding) -> String {
        self.with(&format!("{}-reason", message_of(finding)), &self.station_args(finding)).into_owned()
    }

    /// Why, in full: article, event, days, what is awaited.
    pub fn station_why(&self, finding: &StationFinding) -> String {
        self.with(&format!("{}-why", message_of(finding)), &self.station_args(finding)).into_owned()
    }

    /// What clears it.
    pub fn station_clearing(&self, finding: &StationFinding) -> String {
        self.get(&format!("{}-clears", message_of(finding))).into_owned()
    }

    fn station_args(&self, finding: &StationFinding) -> FluentArgs<'static> {
        let mut args = FluentArgs::new();
        args.set("article", finding.code.article());
        args.set("rule", finding.code.rule());
        args.set("status", finding.status.code());
        args.set("since_date", self.date(finding.since));
        args.set("due", self.date(finding.due));
        args.set("limit", self.date(sub_days(finding.due, 1)));
        args.set("span", self.days(finding.days));
        for (key, value) in &finding.parameters {
            args.set(key.code(), self.threshold(*key, *value));
        }
        let when = match finding.status {
            Status::Due if finding.days == 0 => "why-due-now",
            Status::Due => "why-due",
            Status::Soon => "why-soon",
        };
        args.set("when", self.with(when, &args).into_owned());
        args
    }

    /// What a thing of the office is about, in one line without its day.
    pub fn office_line(&self, body: &OfficeBody) -> String {
        match body {
            OfficeBody::Absence(it) => {
                let ended = it.ends_on.map(|day| self.date(day)).unwrap_or_default();
                let values = [
                    ("kind", self.label(it.kind).into_owned()),
                    ("ends", ended),
                    ("by", it.replaced_by.clone().unwrap_or_default()),
                ];
                let ends = if it.ends_on.is_some() { "office-absence-until" } else { "office-absence-open" };
                self.filled(ends, values.iter().map(|(name, value)| (*name, value.as_str())))
            }
        }
    }
}

/// `al-22-half_time_missing`: one alert may tell of several conditions, each with its words.
fn message_of(finding: &StationFinding) -> String {
    format!("{}-{}", finding.code.code().to_lowercase(), finding.cause.code())
}
