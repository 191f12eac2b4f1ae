//! Seven years of a caseload lived day by day, through the real checks and the real fold, with what must
//! hold on every day whatever happens.

mod life;

use chrono::{Days, NaiveDate};
use jalon::domain::body::Body;
use jalon::domain::codes::{Business, PathwayState, Ruling};
use jalon::domain::file::File;
use jalon::domain::parameters::Pack;
use jalon::domain::referent::{first_day, tenures};
use jalon::domain::rules::{AlertCode, Finding, Status, findings};
use jalon::domain::state::State;

use super::laws::as_alert;
use super::naive::Alert;
use super::random::Dice;
use crate::support::say;
use life::Life;

/// The programme runs from the first day of 2021 to the last of 2027 (R1-01).
const FIRST: (i32, u32, u32) = (2021, 1, 1);

/// How many people are lived, for how many days, and every how many days they are looked at when nothing
/// is written: `JALON_YEARS=all` lives the whole programme, `JALON_YEARS=daily` with twice as many people, every day.
fn extent() -> (u64, u64, u64) {
    match std::env::var("JALON_YEARS").as_deref() {
        Ok("daily") => (200, 2_557, 1),
        Ok("all") => (100, 2_557, 14),
        Ok(_) | Err(_) => (12, 900, 14),
    }
}

/// What was met on the way: a simulation that meets nothing proves nothing.
#[derive(Debug, Default)]
struct Met {
    acts: u64,
    refused: u64,
    days: u64,
    adjournments: u64,
    returns: u64,
    suspensions: u64,
    exits: u64,
    handed_over: u64,
    findings: u64,
}

#[test]
fn seven_years_hold_together() {
    let (people, days, every) = extent();
    let first = NaiveDate::from_ymd_opt(FIRST.0, FIRST.1, FIRST.2).expect("a date");
    let pack = Pack::default();
    let mut met = Met::default();
    for seed in 0..people {
        let mut dice = Dice::new(seed ^ 0x2021_2027);
        let mut life = Life::begin(first + Days::new(dice.below(days / 2)), seed);
        let mut due: Vec<Alert> = Vec::new();
        let mut is_quiet = false;
        while life.today() < first + Days::new(days) {
            let acts = life.live_a_day(&mut dice);
            met.days += 1;
            acts.iter().for_each(|act| follow(act, &pack, &mut met));
            is_quiet &= acts.is_empty();
            let Some(file) = life.file().filter(|_| !acts.is_empty() || met.days % every == 0) else {
                continue;
            };
            let on = life.today();
            has_its_dates(file, on);
            has_one_referent(file, on);
            let found = findings(file, &pack, on);
            met.findings += found.len() as u64;
            let now: Vec<Alert> = found.iter().filter(|it| it.status == Status::Due).map(as_alert).collect();
            let lost = due.iter().find(|it| is_quiet && !now.contains(it));
            assert_eq!(lost, None, "seed {seed}: dropped off by {on} though nothing was written");
            (due, is_quiet) = (now, true);
        }
        met.refused += life.refused();
        life.is_the_same_when_told_again();
    }
    say(&format!("{people} people, {days} days: {met:?}"));
    assert!(met.adjournments > 0 && met.returns > 0 && met.suspensions > 0 && met.exits > 0, "{met:?}");
    assert!(met.handed_over > 0, "{met:?}");
    assert!(met.refused * 20 < met.acts, "most acts are possible: {met:?}");
}

/// Something written: the file before and after it, and the day.
struct Act {
    on: NaiveDate,
    before: Option<File>,
    after: File,
    body: Body,
}

/// On every day of every period one person follows, and one alone (R9.1-03).
fn has_one_referent(file: &File, on: NaiveDate) {
    let tenures = tenures(file, "Le poste");
    for enrolment in file.enrolments.iter().map(|it| &it.value) {
        let Some(first) = first_day(enrolment) else { continue };
        let last = enrolment.exited_on.unwrap_or(on);
        for day in first.iter_days().take_while(|day| *day <= last) {
            let count = tenures.iter().filter(|it| it.has(day)).count();
            assert_eq!(count, 1, "referents on {day}");
        }
    }
}

/// What an act may change, and what it may not.
fn follow(act: &Act, pack: &Pack, met: &mut Met) {
    met.acts += 1;
    let Body::Decision(decision) = &act.body else {
        return match &act.body {
            Body::Enrolment(it) if it.exited_on == Some(act.on) => met.exits += 1,
            Body::Referent(_) => met.handed_over += 1,
            _ => {}
        };
    };
    match decision.ruling {
        Ruling::Adjourned => {
            met.adjournments += 1;
            let before = act.before.as_ref().expect("a file that was adjourned");
            let (before, after) = (findings(before, pack, act.on), findings(&act.after, pack, act.on));
            assert_eq!(before, after, "an adjournment resets nothing (R7-25)");
        }
        Ruling::Suspended => met.suspensions += 1,
        Ruling::Admitted if has_left_once(&act.after) => {
            met.returns += 1;
            starts_afresh(act, pack);
        }
        Ruling::Admitted
        | Ruling::Refused
        | Ruling::ReinforcedDiagnosis
        | Ruling::Resumed
        | Ruling::Continued
        | Ruling::Exited
        | Ruling::ExitRefused => {}
    }
}

fn has_left_once(file: &File) -> bool {
    file.enrolments.iter().any(|it| it.value.exited_on.is_some())
}

/// Whoever comes back starts every clock of the pathway on the day of the new adhesion; what was
/// left undone of the interviews stays undone.
fn starts_afresh(act: &Act, pack: &Pack) {
    let before = act.before.as_ref().expect("a file that is readmitted");
    let records = |file: &File| -> Vec<Alert> {
        let found = findings(file, pack, act.on);
        found.iter().filter(|it| it.code == AlertCode::InterviewRecord).map(as_alert).collect()
    };
    assert_eq!(records(before), records(&act.after), "records stay to be completed");
    for finding in findings(&act.after, pack, act.on) {
        let started = finding.starts_with.date;
        assert!(!is_of_the_pathway(&finding) || started >= act.on, "{finding:?} of an earlier period");
    }
}

/// Whether the alert is one of the clocks that run from the adhesion.
fn is_of_the_pathway(finding: &Finding) -> bool {
    matches!(
        finding.code,
        AlertCode::MonthlyInterview
            | AlertCode::InterviewGap
            | AlertCode::StepGap
            | AlertCode::OutOfPathway
            | AlertCode::PathwayReview
            | AlertCode::ReviewDate
            | AlertCode::SuspensionEnd
    )
}

/// A state without its dates would be a word without a fact.
fn has_its_dates(file: &File, on: NaiveDate) {
    let state = State::of(file, on);
    let has_come = |date: Option<NaiveDate>| date.is_some_and(|date| date <= on);
    let holds = match state.pathway() {
        PathwayState::Candidate => state.period.adhesion.is_none(),
        PathwayState::Refused => state.last_entry_ruling().is_some_and(|it| it.value.session_on <= on),
        PathwayState::InPathway => has_come(state.enrolled_on()),
        PathwayState::Suspended => {
            has_come(state.enrolled_on())
                && state.last_ruling().is_some_and(|it| it.value.business == Business::Review)
        }
        PathwayState::InWork => {
            has_come(state.enrolled_on()) && file.employments.iter().any(|it| it.value.is_running_on(on))
        }
        PathwayState::PostTraining => {
            has_come(state.enrolled_on())
                && file.trainings.iter().any(|it| it.value.awarded_on.is_some_and(|day| day <= on))
        }
        PathwayState::Exited => has_come(state.period.exited_on),
    };
    assert!(holds, "{:?} on {on} without its dates", state.pathway());
}
