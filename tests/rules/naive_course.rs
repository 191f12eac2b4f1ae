//! AL-10 to AL-20 and AL-25, the slow way: days are looked at one by one, and nothing is shared with the rules
//! but the words of the CCTP.

use chrono::{Datelike, NaiveDate, Weekday};
use jalon::domain::codes::{Business, ContactKind, PathwayState, PrescriberKind, Ruling, StepStatus};
use jalon::domain::employment::{ContractKind, Employment};
use jalon::domain::evidence::EvidenceKind;
use jalon::domain::file::File;
use jalon::domain::state::State;

use super::naive::{Alert, Start, alert, days_after, months_after, tomorrow};

/// Days that are looked back and ahead for an exit.
const REACH: u32 = 1_200;

/// Every alert of a file on a day, AL-10 to AL-20 and AL-25, sorted.
pub fn alerts(file: &File, on: NaiveDate) -> Vec<Alert> {
    let state = State::of(file, on);
    let mut found = Vec::new();
    found.extend(prescriber(file, &state, on));
    if ![PathwayState::Refused, PathwayState::Exited].contains(&state.pathway()) {
        found.extend(submissions(file, on));
    }
    found.extend(super::naive_esf::fund(file, &state, on));
    if state.is_in_file_active() {
        found.extend(deed(&state, on));
        found.extend(exits(file, &state, on));
        found.extend(destination(&state, on));
        found.extend(cv(file, &state, on).filter(|_| !state.is_suspended()));
        found.extend(after_training(file, &state, on));
        steps(file, on, &mut found);
    }
    found.sort();
    found
}

fn deed(state: &State<'_>, on: NaiveDate) -> Option<Alert> {
    let adhesion = state.period.adhesion?;
    let signed = state.period.enrolment.and_then(|it| it.value.deed_signed_on).is_some_and(|day| day <= on);
    let start = ("adhesion", adhesion.id, adhesion.date);
    if signed { None } else { alert("AL-10", start, days_after(adhesion.date, 16), 0, on) }
}

/// Of these files no document is of the kinds that an entry asks for, and nothing else asks for any.
fn submissions(file: &File, on: NaiveDate) -> Vec<Alert> {
    let mut found = Vec::new();
    for it in &file.submissions {
        let session_on = it.value.session_on;
        let decided = |ruling: &jalon::domain::decision::Decision| {
            ruling.business == it.value.business && ruling.session_on == session_on
        };
        let is_entry = it.value.business == Business::Entry && !file.diagnoses.is_empty();
        if is_entry && !file.decisions.iter().any(|it| decided(&it.value)) {
            found.extend(alert("AL-19", ("submission", it.id, session_on), session_on, 15, on));
        }
    }
    found
}

fn destination(state: &State<'_>, on: NaiveDate) -> Option<Alert> {
    let adhesion = state.period.adhesion?;
    let period = state.period.enrolment.map(|it| &it.value);
    let agreed_on = period.and_then(|it| it.destination_on);
    let is_directed =
        period.is_some_and(|it| it.destination.is_some()) && agreed_on.is_none_or(|day| day <= on);
    let start = ("adhesion", adhesion.id, adhesion.date);
    let mut last = adhesion.date;
    while tomorrow(last).year() <= 2027 {
        last = tomorrow(last);
    }
    let asked = on.year() >= 2027 && !is_directed;
    asked.then(|| alert("AL-25", start, last, 364, on)).flatten()
}

fn cv(file: &File, state: &State<'_>, on: NaiveDate) -> Option<Alert> {
    let adhesion = state.period.adhesion?;
    let mut last: Option<Start> = None;
    for it in file.evidence.iter().filter(|it| it.value.kind == EvidenceKind::Cv) {
        let is_there =
            it.value.received_on.is_some_and(|day| day <= on) && it.value.refused_because.is_none();
        let day = it.value.dated_on.or(it.value.received_on);
        if let Some(day) = day.filter(|day| is_there && last.is_none_or(|last| last.2 <= *day)) {
            last = Some(("evidence", it.id, day));
        }
    }
    match last {
        Some(start) => alert("AL-18", start, tomorrow(months_after(start.2, 6)), 15, on),
        None if file.begun_on > adhesion.date => {
            let start = ("takeover", file.person.id, file.begun_on);
            alert("AL-18", start, tomorrow(months_after(file.begun_on, 6)), 15, on)
        }
        None => alert("AL-18", ("adhesion", adhesion.id, adhesion.date), adhesion.date, 0, on),
    }
}

fn prescriber(file: &File, state: &State<'_>, on: NaiveDate) -> Option<Alert> {
    let kind = state.period.enrolment?.value.prescriber_kind?;
    if [PrescriberKind::Spontaneous, PrescriberKind::Internal].contains(&kind) {
        return None;
    }
    let ruled = |it: &&&jalon::domain::file::Current<jalon::domain::decision::Decision>| {
        it.value.business == Business::Entry && it.value.ruling != Ruling::Adjourned
    };
    let decisions: Vec<_> = state.period.decisions.iter().collect();
    let last = decisions.iter().rfind(ruled)?;
    let told = file.contacts.iter().any(|it| {
        it.value.kind == ContactKind::PrescriberInformed
            && it.value.date >= last.value.session_on
            && it.value.date <= on
    });
    let mut day = last.value.session_on;
    let mut left = 5;
    while left > 0 {
        day = tomorrow(day);
        let is_rest = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        left -= i32::from(!is_rest && !jalon::domain::holidays::is_holiday(day));
    }
    let start = ("decision", last.id, last.value.session_on);
    if told { None } else { alert("AL-11", start, tomorrow(day), 0, on) }
}

/// What holds of one kind of exit, day after day.
struct Kind {
    /// From the first day that is looked at.
    holds: Vec<bool>,
    start: NaiveDate,
}

impl Kind {
    fn of(start: NaiveDate, days: u32, holds: impl Fn(NaiveDate) -> bool) -> Self {
        Self { holds: start.iter_days().take(days as usize).map(holds).collect(), start }
    }

    /// The run of days around `on`, else the next, else the last one.
    fn run(&self, on: NaiveDate) -> Option<(NaiveDate, Option<NaiveDate>)> {
        let at = (on - self.start).num_days() as usize;
        let anchor = if self.holds[at] {
            at
        } else if let Some(next) = (at..self.holds.len()).find(|it| self.holds[*it]) {
            next
        } else {
            (0..at).rev().find(|it| self.holds[*it])?
        };
        let mut first = anchor;
        while first > 0 && self.holds[first - 1] {
            first -= 1;
        }
        let over = (anchor..self.holds.len()).find(|it| !self.holds[*it]);
        let day = |rank: usize| days_after(self.start, rank as u32);
        Some((day(first), over.map(|it| day(it - 1))))
    }
}

fn runs_on(it: &Employment, day: NaiveDate) -> bool {
    it.starts_on <= day && it.ended_on.or(it.planned_end).is_none_or(|last| last >= day)
}

fn is_permanent(it: &Employment) -> bool {
    it.kind == ContractKind::Permanent
}

fn exits(file: &File, state: &State<'_>, on: NaiveDate) -> Vec<Alert> {
    let jobs: Vec<_> = file.employments.iter().collect();
    let lasts = |day: NaiveDate| {
        jobs.iter().any(|it| {
            is_permanent(&it.value) && runs_on(&it.value, day) && months_after(it.value.starts_on, 6) <= day
        })
    };
    let start = jobs.iter().map(|it| it.value.starts_on).chain([on]).min().expect("one");
    let days = u32::try_from((on - start).num_days()).expect("before") + REACH;
    // Whether each day is worked, from before the first that is looked back to.
    let eve = start - chrono::Days::new(300);
    let is_worked = |day: NaiveDate| jobs.iter().any(|job| runs_on(&job.value, day));
    let worked: Vec<bool> = eve.iter_days().take(days as usize + 300).map(is_worked).collect();
    let rank = |day: NaiveDate| usize::try_from((day - eve).num_days()).expect("after");
    let adds_up = |day: NaiveDate| {
        let from = tomorrow(day.checked_sub_months(chrono::Months::new(9)).expect("a date"));
        let count = worked[rank(from)..=rank(day)].iter().filter(|is_worked| **is_worked).count();
        // Half a year of one contract is more days than that.
        if count < 150 {
            return false;
        }
        let window: Vec<_> = from.iter_days().take_while(|it| *it <= day).collect();
        let whole = jobs.iter().any(|job| {
            let inside = |it: &&NaiveDate| runs_on(&job.value, **it);
            let days: Vec<_> = window.iter().filter(inside).collect();
            days.first()
                .is_some_and(|first| tomorrow(**days.last().expect("one")) >= months_after(**first, 6))
        });
        count >= 182 || whole
    };
    let mut runs = Vec::new();
    if jobs.iter().any(|it| is_permanent(&it.value)) {
        runs.push((Kind::of(start, days, lasts).run(on), true));
    }
    let is_over =
        |it: &Employment, day: NaiveDate| it.ended_on.or(it.planned_end).is_some_and(|last| last <= day);
    let may_add_up =
        |day: NaiveDate| jobs.iter().any(|it| !is_permanent(&it.value) || is_over(&it.value, day));
    runs.push((Kind::of(start, days, |day| may_add_up(day) && adds_up(day)).run(on), false));
    let runs: Vec<_> = runs.into_iter().filter_map(|(run, lasting)| Some((run?, lasting))).collect();
    let Some(((first, _), lasting)) = runs.iter().min_by_key(|((first, _), _)| *first).copied() else {
        return Vec::new();
    };
    let is_ruled = |it: &jalon::domain::decision::Decision| {
        it.business == Business::Exit && it.ruling != Ruling::Adjourned && it.session_on >= first
    };
    if state.period.decisions.iter().any(|it| is_ruled(&it.value)) {
        return Vec::new();
    }
    let from = first.checked_sub_months(chrono::Months::new(9)).expect("a date");
    let counted = jobs.iter().find(|it| {
        let it = &it.value;
        let in_window = from.iter_days().skip(1).take_while(|day| *day <= first).any(|day| runs_on(it, day));
        if lasting { is_permanent(it) && runs_on(it, first) } else { in_window }
    });
    let counted = counted.expect("something counts");
    let start: Start = ("employment", counted.id, counted.value.starts_on);
    let mut found = Vec::new();
    found.extend(alert("AL-12", start, first, 30, on));
    let is_open = runs.iter().any(|((_, last), _)| last.is_none());
    if first <= on && !is_open {
        let last = runs.iter().filter_map(|((_, last), _)| *last).max().expect("they end");
        found.extend(alert("AL-13", start, tomorrow(last), 30, on));
    }
    found
}

fn after_training(file: &File, state: &State<'_>, on: NaiveDate) -> Option<Alert> {
    let awarded = |it: &jalon::domain::training::Training| {
        it.certification.and(it.awarded_on.or(it.ends_on)).filter(|day| *day <= on)
    };
    let mut last: Option<(&jalon::domain::file::Current<_>, NaiveDate)> = None;
    for it in &file.trainings {
        let Some(day) = awarded(&it.value) else { continue };
        if last.is_none_or(|(_, before)| before <= day) {
            last = Some((it, day));
        }
    }
    let (training, since) = last?;
    let until = months_after(since, 6);
    let working = file
        .employments
        .iter()
        .any(|it| it.value.starts_on >= since && it.value.starts_on <= until && runs_on(&it.value, on));
    let ruled = state.period.decisions.iter().any(|it| {
        it.value.business == Business::Exit
            && it.value.ruling != Ruling::Adjourned
            && it.value.session_on >= until
    });
    if working || ruled { None } else { alert("AL-14", ("training", training.id, since), until, 30, on) }
}

fn steps(file: &File, on: NaiveDate, found: &mut Vec<Alert>) {
    let missing = |day: Option<NaiveDate>| day.is_none_or(|day| day > on);
    for it in &file.steps {
        let step = &it.value;
        let has_partner = step.partner.is_some();
        let goes_on = [StepStatus::Accepted, StepStatus::Waiting, StepStatus::Running].contains(&step.status);
        if let Some(first) =
            step.starts_on.filter(|_| goes_on && has_partner && missing(step.objectives_sent_on))
        {
            found.extend(alert("AL-15", ("step", it.id, first), first, 3, on));
        }
        let happened = [StepStatus::Running, StepStatus::Done].contains(&step.status);
        if let Some(last) =
            step.ends_on.filter(|_| happened && has_partner && missing(step.partner_review_on))
        {
            found.extend(alert("AL-16", ("step", it.id, last), days_after(last, 16), 0, on));
        }
        if let Some(last) = step.ends_on.filter(|_| step.status == StepStatus::Running) {
            let first = step.starts_on.unwrap_or(last);
            found.extend(ending(("step", it.id, first), last, on));
        }
    }
    for it in &file.employments {
        if let (Some(last), None) = (it.value.planned_end, it.value.ended_on) {
            found.extend(ending(("employment", it.id, it.value.starts_on), last, on));
        }
    }
}

fn ending(start: Start, last: NaiveDate, on: NaiveDate) -> Option<Alert> {
    if start.2 <= on && on <= last { alert("AL-17", start, tomorrow(last), 30, on) } else { None }
}
