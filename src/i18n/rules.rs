//! Findings and violations in words: title, reason, explanation, what clears, what to do.

use chrono::{NaiveDate, TimeDelta};
use fluent_bundle::FluentArgs;

use super::Words;
use crate::domain::dates::{add_months, sub_days};
use crate::domain::parameters::ParameterKey;
use crate::domain::rules::{AlertCode, Cause, Clearing, Finding, Status};
use crate::domain::state::FactKind;
use crate::domain::violation::Violation;

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// Name of the alert.
    pub title: String,
    /// Why, in one short line with its dates.
    pub reason: String,
    /// Why, in full: article, event, days, what is awaited.
    pub why: String,
    /// What clears it, one line each.
    pub clears: Vec<String>,
}

/// A violation in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub remedy: String,
}

impl Words {
    /// The name of an alert.
    pub fn alert(&self, code: AlertCode) -> String {
        self.get(&message_of(code)).into_owned()
    }

    /// Why, in one short line: all that a list shows.
    pub fn reason(&self, finding: &Finding) -> String {
        self.with(&format!("{}-reason", message_of(finding.code)), &self.finding_args(finding)).into_owned()
    }

    /// Why, in full, without the inputs that were weighed.
    pub fn why(&self, finding: &Finding) -> String {
        self.with(&format!("{}-why", message_of(finding.code)), &self.finding_args(finding)).into_owned()
    }

    /// What clears something.
    pub fn clearing(&self, clearing: Clearing) -> String {
        self.get(&format!("clears-{}", clearing.code())).into_owned()
    }

    /// Everything that can be said of a finding.
    pub fn explain(&self, finding: &Finding) -> Explanation {
        Explanation {
            title: self.alert(finding.code),
            reason: self.reason(finding),
            why: self.why(finding),
            clears: finding.clears.iter().map(|it| self.clearing(*it)).collect(),
        }
    }

    /// What is wrong with a value, and what to do.
    pub fn remark(&self, violation: &Violation) -> Remark {
        let message = format!("violation-{}", violation.code);
        let remedy = self.get(&format!("{message}-remedy")).into_owned();
        Remark { what: self.get(&message).into_owned(), remedy }
    }

    fn finding_args(&self, finding: &Finding) -> FluentArgs<'static> {
        let mut args = FluentArgs::new();
        args.set("article", finding.article());
        args.set("rule", finding.rule());
        args.set("status", finding.status.code());
        args.set("kind", finding.starts_with.kind.code());
        args.set("due", self.date(finding.due));
        args.set("limit", self.date(sub_days(finding.due, 1)));
        args.set("month", self.month(sub_days(finding.due, 1)));
        args.set("since_date", self.date(finding.since()));
        args.set("since", self.dated(since_message(finding), finding.since()));
        args.set("start", self.dated(start_message(finding), finding.since()));
        args.set("when", self.when(finding));
        for (key, value) in &finding.parameters {
            args.set(key.code(), self.threshold(*key, *value));
        }
        args.set("causes", self.causes(&finding.causes));
        args.set("cause", if let [only] = finding.causes[..] { only.code() } else { "both" });
        if finding.code == AlertCode::OutOfPathway {
            args.set("outlook", self.with("al-04-outlook", &args).into_owned());
            args.set("at_least", self.at_least(finding));
        }
        args
    }

    /// What is missing, in a list; both signatures as one, for the line is short.
    fn causes(&self, causes: &[Cause]) -> String {
        let signatures = [Cause::ParticipantSignatureMissing, Cause::CounsellorSignatureMissing];
        let (unsigned, others): (Vec<Cause>, Vec<Cause>) =
            causes.iter().partition(|it| signatures.contains(it));
        let mut texts: Vec<_> = others.into_iter().map(|it| self.label(it)).collect();
        if unsigned.len() == signatures.len() {
            texts.push(self.get("causes-both-signatures"));
        } else {
            texts.extend(unsigned.into_iter().map(|it| self.label(it)));
        }
        texts.join(", ")
    }

    /// For how long, at least, everything that is missing has been. Looking far ahead, that is less
    /// than what the rule warns from: then since what.
    fn at_least(&self, finding: &Finding) -> String {
        let limit = match finding.status {
            Status::Due => ParameterKey::FollowUpGap,
            Status::Soon => ParameterKey::FollowUpFirstWarning,
        };
        let as_of = finding.due + TimeDelta::days(finding.days);
        match finding.parameters.iter().find(|(key, _)| *key == limit) {
            Some((_, months)) if add_months(finding.since(), *months) > as_of => {
                self.dated(since_message(finding), finding.since())
            }
            Some((key, months)) => self.threshold(*key, *months),
            None => String::new(),
        }
    }

    fn when(&self, finding: &Finding) -> String {
        let mut args = FluentArgs::new();
        args.set("due", self.date(finding.due));
        args.set("span", self.days(finding.days));
        let message = match finding.status {
            Status::Due if finding.days == 0 => "why-due-now",
            Status::Due => "why-due",
            Status::Soon => "why-soon",
        };
        self.with(message, &args).into_owned()
    }

    fn dated(&self, message: &str, date: NaiveDate) -> String {
        let mut args = FluentArgs::new();
        args.set("date", self.date(date));
        self.with(message, &args).into_owned()
    }
}

fn message_of(code: AlertCode) -> String {
    code.code().to_lowercase()
}

const fn since_message(finding: &Finding) -> &'static str {
    match finding.starts_with.kind {
        FactKind::Adhesion => "since-adhesion",
        FactKind::SuspensionEnd => "since-suspension_end",
        FactKind::Interview
        | FactKind::Step
        | FactKind::Decision
        | FactKind::Employment
        | FactKind::Training
        | FactKind::Evidence
        | FactKind::Takeover
        | FactKind::Exit
        | FactKind::Submission => "since-event",
    }
}

fn start_message(finding: &Finding) -> &'static str {
    match finding.starts_with.kind {
        FactKind::Adhesion => "start-adhesion",
        FactKind::Takeover => "start-takeover",
        FactKind::Exit => "start-exit",
        FactKind::SuspensionEnd => "start-suspension_end",
        FactKind::Interview => "start-interview",
        FactKind::Step if finding.code == AlertCode::OutOfPathway => "start-proposal",
        FactKind::Step => "start-step",
        FactKind::Decision => "start-decision",
        FactKind::Employment if finding.code == AlertCode::StepGap => "start-work",
        FactKind::Employment => "start-employment",
        FactKind::Training => "start-training",
        FactKind::Evidence => "start-evidence",
        FactKind::Submission => "start-submission",
    }
}
