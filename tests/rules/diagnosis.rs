//! What a diagnosis lacks before the commission decides on it, and what is refused of diagnoses,
//! obstacles and goals.

use chrono::NaiveDate;
use jalon::domain::barrier::{Barrier, BarrierState, BarrierTheme};
use jalon::domain::body::Body;
use jalon::domain::check;
use jalon::domain::codes::Coded as _;
use jalon::domain::diagnosis::{Diagnosis, Proposal};
use jalon::domain::goal::{Goal, GoalState};
use jalon::domain::violation::Severity;

use super::facts;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn whole() -> Diagnosis {
    facts::whole_diagnosis("2026-02-10", Proposal::Admit)
}

fn lacks(diagnosis: &Diagnosis) -> Vec<&'static str> {
    diagnosis.lacks().into_iter().map(|it| it.stable_code()).collect()
}

/// R5-02, R5-05, R7-05, R7-06, R7-09, R9.3.2-01.
#[test]
fn the_commission_is_told_what_a_diagnosis_lacks() {
    type Change = fn(&mut Diagnosis);
    let rows: [(&str, Change, &[&str]); 12] = [
        ("whole", |_| {}, &[]),
        ("will not asked", |it| it.wants_work = None, &["wants_work"]),
        ("a no is an answer", |it| it.needs_support = Some(false), &[]),
        ("difficulties not asked", |it| it.can_follow = None, &["can_follow"]),
        ("no obstacles told", |it| it.obstacles.clear(), &["obstacles"]),
        ("spaces are nothing", |it| it.capacities = "  \n".to_owned(), &["capacities"]),
        ("no realistic step", |it| it.realistic_steps.clear(), &["realistic_steps"]),
        ("no plan", |it| it.plan.clear(), &["plan"]),
        ("no first step", |it| it.first_step.clear(), &["first_step"]),
        ("no proposal", |it| it.proposal = None, &["proposal"]),
        ("no reasons", |it| it.reasons.clear(), &["reasons"]),
        (
            "somebody directed elsewhere needs no plan but a place",
            |it| {
                it.proposal = Some(Proposal::Redirect);
                (it.plan, it.first_step) = (String::new(), String::new());
            },
            &["other_support"],
        ),
    ];
    for (name, change, expected) in rows {
        let mut diagnosis = whole();
        change(&mut diagnosis);
        assert_eq!(lacks(&diagnosis), expected, "{name}");
    }
    let nothing = Diagnosis::new(day("2026-02-10"));
    assert_eq!(lacks(&nothing).len(), 10, "all but the other support");
    assert!(whole().meets_the_conditions() && !nothing.meets_the_conditions());
    assert!(!Diagnosis { can_follow: Some(false), ..whole() }.meets_the_conditions());
}

/// What is found wrong on 10/06/2026: field and code, `?` when it may be confirmed.
fn found(body: &Body) -> Vec<String> {
    let found = check::body(body, None, day("2026-06-10"));
    let told = |it: &jalon::domain::violation::Violation| {
        let mark = if it.severity == Severity::Doubt { "?" } else { "" };
        format!("{} {}{mark}", it.field, it.code)
    };
    found.iter().map(told).collect()
}

#[test]
fn impossible_diagnoses_obstacles_and_goals_are_refused() {
    let none: &[&str] = &[];
    assert_eq!(found(&Body::Diagnosis(whole())), none);
    let late = Diagnosis { made_on: day("2026-06-11"), ..whole() };
    assert_eq!(found(&Body::Diagnosis(late)), ["made_on date-in-future"]);
    let against = Diagnosis { wants_work: Some(false), ..whole() };
    assert_eq!(found(&Body::Diagnosis(against)), ["proposal admitted-against-a-condition?"]);
    let number = Diagnosis { reasons: "2 85 07 76 540 123 68".to_owned(), ..whole() };
    assert_eq!(found(&Body::Diagnosis(number)), ["reasons social-security-number"]);

    let barrier = Barrier {
        theme: BarrierTheme::Mobility,
        situation: "Pas de permis".to_owned(),
        seen_on: day("2026-06-10"),
        state: BarrierState::Identified,
        impact: None,
        is_priority: false,
        action: String::new(),
    };
    assert_eq!(found(&Body::Barrier(barrier.clone())), none);
    let blank = Barrier { situation: " ".to_owned(), ..barrier.clone() };
    assert_eq!(found(&Body::Barrier(blank)), ["situation title-missing"]);
    let late = Barrier { seen_on: day("2026-06-11"), ..barrier };
    assert_eq!(found(&Body::Barrier(late)), ["seen_on date-in-future"]);

    let goal = Goal {
        title: "Code de la route".to_owned(),
        measure: None,
        agreed_on: day("2026-03-02"),
        due_on: Some(day("2026-06-01")),
        state: GoalState::Running,
        ended_on: None,
        participant_signed_on: None,
        counsellor_signed_on: Some(day("2026-03-02")),
    };
    assert_eq!(found(&Body::Goal(goal.clone())), none);
    assert!(goal.is_late(day("2026-06-02")) && !goal.is_late(day("2026-06-01")) && !goal.is_signed());
    let upside = Goal { due_on: Some(day("2026-03-01")), ..goal.clone() };
    assert_eq!(found(&Body::Goal(upside)), ["due_on due-before-agreed"]);
    let early = Goal { state: GoalState::Reached, ended_on: Some(day("2026-03-01")), ..goal.clone() };
    assert_eq!(found(&Body::Goal(early)), ["ended_on ended-before-agreed"]);
    let running = Goal { ended_on: Some(day("2026-05-01")), ..goal };
    assert_eq!(found(&Body::Goal(running)), ["state goal-ended-but-running?"]);
}
