//! The same alerts, the slow way: a life is lived again day by day, and each clock is a note of
//! what last happened. It shares nothing with the rules but the words of the CCTP.

use chrono::{Datelike, NaiveDate};
use jalon::domain::codes::{Business, Outcome, Ruling, StepStatus};
use jalon::domain::decision::Decision;
use jalon::domain::enrolment::Enrolment;
use jalon::domain::file::{Current, File};
use jalon::domain::id::{ObjectId, PersonId};
use jalon::domain::interview::{Interview, Signature};
use jalon::domain::step::Step;

/// What starts a clock: its kind, its id, its day.
pub type Start = (&'static str, ObjectId, NaiveDate);

/// One alert: code, status, start, first day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alert {
    pub code: &'static str,
    pub status: &'static str,
    pub start: Start,
    pub due: NaiveDate,
}

/// What is remembered of a life at the end of a day.
#[derive(Default, Clone)]
struct Life<'a> {
    enrolment: Option<&'a Current<Enrolment>>,
    adhesion: Option<Start>,
    exited_on: Option<NaiveDate>,
    /// Came back after the exit that the record gives, which is then past history.
    has_returned: bool,
    suspended: Option<(ObjectId, Option<NaiveDate>)>,
    last_ruling: Option<&'a Current<Decision>>,
    last_entry_ruling: Option<&'a Current<Decision>>,
    last_review: Option<&'a Current<Decision>>,
    interview: Option<Start>,
    justified: Option<Start>,
    step: Option<Start>,
    proposal: Option<Start>,
    physical: Option<Start>,
    month: Month,
    /// First day of AL-01, while it holds.
    missed_since: Option<NaiveDate>,
}

/// The current calendar month: whether it was asked for, days present in it, met in it.
#[derive(Default, Clone)]
struct Month {
    days_present: u32,
    met: bool,
    counts: bool,
}

/// Every alert of a file on a day, AL-01 to AL-09, sorted.
pub fn alerts(file: &File, on: NaiveDate) -> Vec<Alert> {
    let mut life = Life::default();
    let mut day = NaiveDate::from_ymd_opt(2021, 1, 1).expect("a date");
    while day <= on {
        life.live(file, day, on);
        day = tomorrow(day);
    }
    let mut alerts = life.clocks(on);
    alerts.extend(life.clocks_of_the_commission(on));
    alerts.extend(file.interviews.iter().filter_map(|it| incomplete(it, on, file.id)));
    alerts.sort();
    alerts
}

pub fn tomorrow(day: NaiveDate) -> NaiveDate {
    day.succ_opt().expect("not the last day of all")
}

pub fn days_after(day: NaiveDate, days: u32) -> NaiveDate {
    (0..days).fold(day, |day, _| tomorrow(day))
}

/// The same day of the month, `months` later; the last one when there is no such day.
pub fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    let rank = day.month0() + months;
    let (year, month) = (day.year() + i32::try_from(rank / 12).expect("near"), rank % 12 + 1);
    let exact = |number| NaiveDate::from_ymd_opt(year, month, number);
    (28..=day.day()).rev().find_map(exact).or(exact(day.day())).expect("a day")
}

impl<'a> Life<'a> {
    fn live(&mut self, file: &'a File, day: NaiveDate, on: NaiveDate) {
        if day.day() == 1 {
            self.end_month(day);
        }
        self.open_period(file, day);
        for ruling in file.decisions.iter().filter(|it| it.value.session_on == day) {
            self.obey(ruling);
        }
        let written = self.enrolment.map(|it| &it.value);
        if let Some(exit) = written.and_then(|it| it.exited_on).filter(|_| !self.has_returned) {
            self.exited_on = (exit <= day).then_some(exit);
        }
        if self.suspended.is_some_and(|(_, until)| until.is_some_and(|until| until < day)) {
            self.suspended = None;
        }
        for interview in file.interviews.iter().filter(|it| it.value.date == day) {
            self.meet(interview, on, file.id);
        }
        for step in &file.steps {
            self.walk(step, day);
        }
        self.end_day(day);
    }

    /// A record becomes the current one on the first of its dates, and a return forgets the past.
    fn open_period(&mut self, file: &'a File, day: NaiveDate) {
        for it in &file.enrolments {
            let first = it.value.referred_on.into_iter().chain(it.value.enrolled_on).min();
            let begins = first.map_or(self.enrolment.is_none(), |first| first == day);
            if begins && self.enrolment.is_none_or(|current| current.id != it.id) {
                let keeps = if self.enrolment.is_none() { self.clone() } else { Life::default() };
                *self = Life { enrolment: Some(it), has_returned: false, ..keeps };
                if it.value.enrolled_on.is_some() {
                    // The date that is written wins over a ruling that came before.
                    self.adhesion = None;
                    self.exited_on = None;
                }
            }
            if self.enrolment.is_some_and(|current| current.id == it.id) && it.value.enrolled_on == Some(day)
            {
                self.adhere(("adhesion", it.id, day));
            }
        }
    }

    fn adhere(&mut self, start: Start) {
        self.adhesion = Some(start);
        for clock in
            [&mut self.interview, &mut self.justified, &mut self.step, &mut self.proposal, &mut self.physical]
        {
            *clock = Some(start);
        }
        self.month = Month { met: self.month.met, days_present: 0, counts: true };
        self.missed_since = None;
    }

    fn obey(&mut self, it: &'a Current<Decision>) {
        let decision = &it.value;
        if decision.ruling == Ruling::Adjourned {
            return;
        }
        self.last_ruling = Some(it);
        match decision.business {
            Business::Entry => self.last_entry_ruling = Some(it),
            Business::Review => {
                let three_years = self.adhesion.map(|(_, _, date)| months_after(date, 36));
                if three_years.is_some_and(|day| day <= decision.session_on) {
                    self.last_review = Some(it);
                }
            }
            Business::Exit => {}
        }
        let written = self.enrolment.and_then(|it| it.value.enrolled_on);
        if decision.ruling == Ruling::Suspended {
            self.suspended = Some((it.id, decision.suspended_until));
        }
        if [Ruling::Resumed, Ruling::Continued, Ruling::Exited, Ruling::Admitted].contains(&decision.ruling) {
            self.suspended = None;
        }
        if decision.ruling == Ruling::Exited && written.is_none_or(|date| date <= decision.session_on) {
            self.exited_on = Some(decision.session_on);
        }
        if decision.ruling == Ruling::Admitted {
            let written_exit = self.enrolment.and_then(|it| it.value.exited_on);
            let was_gone = match written_exit.filter(|_| !self.has_returned) {
                Some(exit) => exit <= decision.session_on,
                None => self.exited_on.is_some(),
            };
            if was_gone {
                self.exited_on = None;
                self.has_returned = true;
            }
            if was_gone || (written.is_none() && self.adhesion.is_none()) {
                self.adhere(("adhesion", it.id, decision.session_on));
                self.last_review = None;
            }
        }
    }

    fn meet(&mut self, it: &Current<Interview>, on: NaiveDate, person: PersonId) {
        let interview = &it.value;
        if interview.outcome != Outcome::Held {
            return;
        }
        let start: Start = ("interview", it.id, interview.date);
        let has_signed = |signature: &Signature| match signature {
            Signature::Paper { on: signed } | Signature::Electronic { on: signed } => *signed <= on,
            Signature::ToSign | Signature::Refused { .. } | Signature::NotApplicable => false,
        };
        let is_signed =
            has_signed(&interview.participant_signature) && has_signed(&interview.counsellor_signature);
        let is_written = interview.duration_min.is_some() && !interview.record.is_empty();
        let is_justified = is_signed && is_written && !is_altered(interview, person);
        let is_physical = interview.modality.is_some_and(|it| !["visio", "telephone"].contains(&it.code()));
        self.month.met |= is_physical;
        if self.adhesion.is_none() {
            return;
        }
        self.interview = Some(start);
        if is_justified {
            self.justified = Some(start);
        }
        if is_physical {
            self.physical = Some(start);
            self.month.counts = true;
            self.missed_since = None;
        }
    }

    fn walk(&mut self, it: &Current<Step>, day: NaiveDate) {
        if self.adhesion.is_none() {
            return;
        }
        let step = &it.value;
        let started = match step.status {
            StepStatus::Running | StepStatus::Done => step.starts_on.or(step.ends_on),
            StepStatus::Abandoned => step.starts_on,
            _ => None,
        };
        let is_open = step.status == StepStatus::Running && step.ends_on.is_none();
        let ended = step.ends_on.or(step.starts_on);
        if started.is_some_and(|it| it <= day) && (is_open || ended.is_some_and(|it| it >= day)) {
            self.step = Some(("step", it.id, day));
        }
        let proposed = step.proposed_on.or(step.starts_on.filter(|_| started.is_some()));
        if proposed == Some(day) {
            self.proposal = Some(("step", it.id, day));
        }
    }

    /// Each day of suspension puts every clock back to the day after.
    fn end_day(&mut self, day: NaiveDate) {
        let is_active = self.adhesion.is_some() && self.exited_on.is_none();
        if let Some((ruling, _)) = self.suspended {
            if self.adhesion.is_some() {
                let start = Some(("suspension_end", ruling, tomorrow(day)));
                (self.interview, self.justified, self.step) = (start, start, start);
                (self.proposal, self.physical) = (start, start);
                self.missed_since = None;
                self.month.counts = tomorrow(day).month() == day.month();
            }
        } else if is_active {
            self.month.days_present += 1;
        }
    }

    fn end_month(&mut self, first_of_next: NaiveDate) {
        let is_missed = self.month.counts && !self.month.met && self.month.days_present >= 15;
        if is_missed && self.missed_since.is_none() {
            self.missed_since = Some(first_of_next);
        }
        self.month = Month { counts: self.adhesion.is_some(), ..Month::default() };
    }

    /// AL-01 to AL-04.
    fn clocks(&self, on: NaiveDate) -> Vec<Alert> {
        if self.adhesion.is_none() || self.exited_on.is_some() || self.suspended.is_some() {
            return Vec::new();
        }
        let (Some(interview), Some(justified), Some(step), Some(proposal), Some(physical)) =
            (self.interview, self.justified, self.step, self.proposal, self.physical)
        else {
            return Vec::new();
        };
        let mut alerts = Vec::new();
        alerts.extend(self.monthly(physical, on));
        alerts.extend(alert("AL-02", interview, tomorrow(months_after(interview.2, 2)), 10, on));
        if step.0 != "step" || step.2 < on {
            alerts.extend(alert("AL-03", step, tomorrow(months_after(step.2, 2)), 10, on));
        }
        let start = if justified.2 <= proposal.2 { justified } else { proposal };
        if months_after(start.2, 6) <= on {
            alerts.push(Alert { code: "AL-04", status: "due", start, due: months_after(start.2, 6) });
        } else if months_after(start.2, 4) <= on {
            alerts.push(Alert { code: "AL-04", status: "soon", start, due: months_after(start.2, 6) });
        }
        alerts
    }

    fn monthly(&self, start: Start, on: NaiveDate) -> Option<Alert> {
        if let Some(due) = self.missed_since {
            return Some(Alert { code: "AL-01", status: "due", start, due });
        }
        let mut day = on;
        let mut days_present = self.month.days_present;
        while tomorrow(day).month() == on.month() {
            day = tomorrow(day);
            days_present += 1;
        }
        let is_missing = self.month.counts && !self.month.met && days_present >= 15 && on.day() >= 20;
        is_missing.then(|| Alert { code: "AL-01", status: "soon", start, due: tomorrow(day) })
    }

    /// AL-05 to AL-08.
    fn clocks_of_the_commission(&self, on: NaiveDate) -> Vec<Alert> {
        let mut alerts = Vec::new();
        let start = |it: &Current<Decision>| ("decision", it.id, it.value.session_on);
        let is_gone = self.exited_on.is_some();
        if let Some(adhesion) = self.adhesion.filter(|_| !is_gone) {
            match self.last_review {
                None => alerts.extend(alert("AL-05", adhesion, months_after(adhesion.2, 36), 90, on)),
                Some(it) if it.value.review_on.is_none() => {
                    alerts.extend(alert("AL-05", start(it), months_after(it.value.session_on, 12), 90, on));
                }
                Some(_) => {}
            }
        }
        let last_entry = self.last_entry_ruling.map(|it| it.value.ruling);
        let is_refused = self.adhesion.is_none() && last_entry == Some(Ruling::Refused);
        if is_gone || is_refused {
            return alerts;
        }
        if let Some(it) = self.last_ruling {
            if let Some(due) = it.value.review_on {
                alerts.extend(alert("AL-06", start(it), due, 30, on));
            }
            if let (Ruling::Suspended, Some(due)) = (it.value.ruling, it.value.suspended_until) {
                alerts.extend(alert("AL-08", start(it), due, 15, on));
            }
        }
        let diagnosis = self.last_entry_ruling.filter(|it| it.value.ruling == Ruling::ReinforcedDiagnosis);
        if let Some(it) = diagnosis.filter(|_| self.adhesion.is_none()) {
            let longest = days_after(it.value.session_on, 28);
            let last = it.value.diagnosis_until.filter(|until| *until < longest).unwrap_or(longest);
            alerts.extend(alert("AL-07", start(it), days_after(last, 1), 7, on));
        }
        alerts
    }
}

pub fn alert(code: &'static str, start: Start, due: NaiveDate, notice: u32, on: NaiveDate) -> Option<Alert> {
    let status = if on >= due {
        "due"
    } else if days_after(on, notice) >= due {
        "soon"
    } else {
        return None;
    };
    Some(Alert { code, status, start, due })
}

/// Whether the paper that was signed says something else than the record.
fn is_altered(interview: &Interview, person: PersonId) -> bool {
    match &interview.signed_code {
        None => false,
        Some(signed) => *signed != interview.control_code(person),
    }
}

/// AL-09: the first day on which something is missing, as seen from `on`.
fn incomplete(it: &Current<Interview>, on: NaiveDate, person: PersonId) -> Option<Alert> {
    let interview = &it.value;
    let is_awaited = |signature: &Signature| match signature {
        Signature::ToSign => true,
        Signature::Paper { on: day } | Signature::Electronic { on: day } => *day > on,
        Signature::Refused { on: day, .. } => day.is_some_and(|day| day > on),
        Signature::NotApplicable => false,
    };
    let is_unsigned = is_awaited(&interview.participant_signature)
        || is_awaited(&interview.counsellor_signature)
        || is_altered(interview, person);
    let mut day = interview.date;
    let mut age = 0;
    while day <= on {
        let is_missing = match interview.outcome {
            Outcome::Planned => age > 0,
            Outcome::Held => interview.duration_min.is_none() || (is_unsigned && age > 15),
            Outcome::NoShow | Outcome::Excused | Outcome::Cancelled => false,
        };
        if is_missing {
            let start = ("interview", it.id, interview.date);
            return Some(Alert { code: "AL-09", status: "due", start, due: day });
        }
        (day, age) = (tomorrow(day), age + 1);
    }
    None
}
