//! Words for what belongs to no person, and for what the rules find about a station.

use chrono::NaiveDate;
use fluent_bundle::FluentArgs;

use super::Words;
use crate::domain::dates::sub_days;
use crate::domain::office::{MeetingPresence, OfficeBody, SessionKind};
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
        args.set("rule", finding.rule());
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

    /// What a thing of the office is about, in one line without its day: the words that go together are
    /// joined, those that are missing leave nothing.
    pub fn office_line(&self, body: &OfficeBody) -> String {
        let label = |text: std::borrow::Cow<'_, str>| Some(text.into_owned());
        let own = |text: &str| {
            (!text.trim().is_empty()).then(|| text.lines().next().unwrap_or_default().to_owned())
        };
        let until = |day: Option<NaiveDate>| {
            day.map(|day| self.filled("office-until", [("date", self.date(day).as_str())]))
        };
        let minutes = |it: Option<u16>| it.map(|it| self.duration(u32::from(it)));
        let parts = match body {
            OfficeBody::Absence(it) => {
                let open = it.ends_on.is_none().then(|| self.get("office-no-return").into_owned());
                let told = it.notified_on.is_none().then(|| self.get("office-not-told").into_owned());
                vec![label(self.label(it.kind)), until(it.ends_on), open, it.replaced_by.clone(), told]
            }
            OfficeBody::Meeting(it) => {
                let presence =
                    (it.presence != MeetingPresence::Present).then(|| self.label(it.presence).into_owned());
                vec![label(self.label(it.kind)), presence, minutes(it.duration_min), own(&it.title)]
            }
            OfficeBody::UnmetNeed(it) => {
                let people =
                    it.people.map(|it| self.filled("office-people", [("count", it.to_string().as_str())]));
                vec![label(self.label(it.theme)), people, own(&it.description)]
            }
            OfficeBody::Designation(it) => vec![own(&it.structure), until(it.until), own(&it.note)],
            OfficeBody::Workshop(it) => {
                let (came, expected) = (it.came().to_string(), it.participants.len().to_string());
                let counted = self.filled("office-came", [("came", came.as_str()), ("count", &expected)]);
                // Without a title of its own, it is called what it is about.
                let title = own(&it.title).filter(|title| *title != *self.label(it.kind));
                vec![label(self.label(it.kind)), Some(counted), minutes(it.duration_min), title]
            }
            OfficeBody::Session(it) => {
                let chairs = [&it.chair_france_travail, &it.chair_utas].map(|it| own(it));
                let chairs = chairs.into_iter().flatten().collect::<Vec<_>>().join(", ");
                let chaired = || self.filled("office-chaired", [("names", chairs.as_str())]);
                let kind = (it.kind != SessionKind::Regular).then(|| self.label(it.kind).into_owned());
                vec![kind, own(&it.place), (!chairs.is_empty()).then(chaired)]
            }
            OfficeBody::Structure(it) => {
                vec![own(&it.name), label(self.label(it.kind)), it.contact.clone(), it.phone.clone()]
            }
        };
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

/// `al-22-half_time_missing`: one alert may tell of several conditions, each with its words.
fn message_of(finding: &StationFinding) -> String {
    format!("{}-{}", finding.code.code().to_lowercase(), finding.cause.code())
}
