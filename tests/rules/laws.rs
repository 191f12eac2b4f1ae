//! Laws that hold for any file and any day, over thousands of invented lives.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use jalon::domain::codes::{Business, PathwayState, Ruling};
use jalon::domain::decision::Decision;
use jalon::domain::file::{Current, File};
use jalon::domain::id::ObjectId;
use jalon::domain::parameters::Pack;
use jalon::domain::rules::{
    AlertCode, Finding, Status, Weight, clocks_of, findings, findings_within, read, weighed,
};
use jalon::domain::state::{FactKind, State};

use super::naive::{Alert, alerts};
use super::random::{Dice, SPAN_DAYS, file, first_day, lives};

/// Runs `check` on every life, on some days of it.
fn for_each_life(check: impl Fn(&File, NaiveDate, u64)) {
    for seed in 0..lives(600, 2_000) {
        let file = file(seed);
        let mut dice = Dice::new(seed ^ 0xa5a5);
        for _ in 0..3 {
            check(&file, dice.day(first_day(), SPAN_DAYS + 200), seed);
        }
    }
}

pub fn as_alert(finding: &Finding) -> Alert {
    let start = finding.starts_with;
    Alert {
        code: finding.code.code(),
        status: finding.status.code(),
        start: (start.kind.code(), start.id, start.date),
        due: finding.due,
    }
}

#[test]
fn the_rules_find_what_a_life_lived_day_by_day_finds() {
    let pack = Pack::default();
    let met = std::cell::RefCell::new(BTreeSet::new());
    for_each_life(|file, on, seed| {
        let found = findings(file, &pack, on);
        let known = found.iter().filter(|it| it.code < AlertCode::Deed);
        let mut found: Vec<Alert> = known.map(as_alert).collect();
        found.sort();
        let expected = alerts(file, on);
        assert_eq!(found, expected, "seed {seed}, on {on}");
        met.borrow_mut().extend(found.iter().map(|it| (it.code, it.status, it.start.0)));
    });
    // Every alert was met, due and soon, with each of the ways in which it can start.
    let met = met.into_inner();
    for code in AlertCode::ALL.iter().filter(|it| **it < AlertCode::Deed).map(|it| it.code()) {
        assert!(met.iter().any(|it| it.0 == code && it.1 == "due"), "{code} never due");
        assert!(code == "AL-09" || met.iter().any(|it| it.0 == code && it.1 == "soon"), "{code} never soon");
    }
    for code in ["AL-01", "AL-02", "AL-03", "AL-04"] {
        assert!(met.contains(&(code, "due", "suspension_end")), "{code} never after a suspension");
    }
}

#[test]
fn clocks_stay_what_they_are_on_the_days_they_say() {
    let pack = Pack::default();
    let (drawn, kept) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    for_each_life(|file, on, seed| {
        let parameters = pack.at(on);
        let state = State::of(file, on);
        let clocks = clocks_of(&state, &parameters);
        let standing = (state.pathway(), state.last_interview(), state.next_appointment());
        let same_on = state.same_on();
        assert!(same_on.has(on));
        let mut dice = Dice::new(seed ^ 0x5a5a);
        let near = [same_on.from, same_on.to, on - Days::new(1), on + Days::new(1)];
        let far = std::array::from_fn::<_, 12, _>(|_| dice.day(on - Days::new(150), 300));
        for other in near.into_iter().chain(far) {
            drawn.set(drawn.get() + 1);
            let is_believable = other > first_day() - Days::new(9_000) && other < on + Days::new(9_000);
            if !same_on.has(other) || !is_believable {
                continue;
            }
            kept.set(kept.get() + 1);
            let then = State::of(file, other);
            assert_eq!(clocks_of(&then, &parameters), clocks, "seed {seed}, of {on}, on {other}");
            assert_eq!((then.pathway(), then.last_interview(), then.next_appointment()), standing);
            assert_eq!(read(&clocks, file.id, &parameters, other), findings(file, &pack, other));
        }
    });
    // A promise that holds for a day only would be worth nothing.
    assert!(kept.get() * 5 > drawn.get(), "{} of {}", kept.get(), drawn.get());
}

#[test]
fn findings_are_well_formed_and_in_order() {
    let pack = Pack::default();
    for_each_life(|file, on, seed| {
        let found = findings(file, &pack, on);
        assert!(found.is_sorted_by_key(Finding::rank), "seed {seed}, on {on}");
        let mut seen = BTreeSet::new();
        for it in &found {
            assert_eq!(it.days, (on - it.due).num_days());
            assert_eq!(it.status == Status::Due, it.days >= 0);
            assert!(!it.clears.is_empty() && !it.parameters.is_empty());
            let subject = it.subject.filter(|_| it.code == AlertCode::InterviewRecord).map(|it| it.id);
            assert!(seen.insert((it.code, subject)), "seed {seed}, on {on}: {it:?} twice");
        }
    });
}

/// The last day that anything in the file speaks of.
fn last_day(file: &File) -> NaiveDate {
    let interviews = file.interviews.iter().flat_map(|it| {
        let it = &it.value;
        let signed = [it.participant_signature.signed_on(), it.counsellor_signature.signed_on()];
        signed.into_iter().flatten().chain([it.date + Days::new(40)])
    });
    let steps = file.steps.iter().flat_map(|it| {
        let it = &it.value;
        [it.proposed_on, it.starts_on, it.ends_on].into_iter().flatten()
    });
    let decisions = file
        .decisions
        .iter()
        .flat_map(|it| [it.value.session_on].into_iter().chain(it.value.suspended_until));
    let enrolments = file.enrolments.iter().flat_map(|it| {
        let it = &it.value;
        it.referred_on.into_iter().chain(it.enrolled_on).chain(it.exited_on)
    });
    interviews.chain(steps).chain(decisions).chain(enrolments).max().unwrap_or(first_day())
}

#[test]
fn an_alert_never_drops_off_by_age() {
    let pack = Pack::default();
    for seed in 0..lives(600, 2_000) {
        let file = file(seed);
        let silent_from = last_day(&file) + Days::new(1);
        let mut before: Vec<Alert> = Vec::new();
        for days in [0, 1, 20, 45, 200, 800, 4_000, 20_000] {
            let on = silent_from + Days::new(days);
            let due: Vec<Alert> = findings(&file, &pack, on)
                .iter()
                .filter(|it| it.status == Status::Due)
                .map(as_alert)
                .collect();
            for it in &before {
                assert!(due.contains(it), "seed {seed}: {it:?} dropped off by {on}");
            }
            before = due;
        }
    }
}

#[test]
fn an_adjournment_changes_nothing() {
    let pack = Pack::default();
    for_each_life(|file, on, seed| {
        let mut dice = Dice::new(seed);
        let session_on = dice.day(first_day(), SPAN_DAYS);
        let ruling = Ruling::Adjourned;
        let business = dice.pick(Business::ALL);
        let review_on = Some(session_on + Days::new(30));
        let value = Decision { review_on, ..Decision::new(session_on, business, ruling) };
        let mut adjourned = file.clone();
        let like = &file.person;
        adjourned.decisions.push(Current {
            id: ObjectId([0xff; 16]),
            entry: like.entry,
            written_at: like.written_at,
            value,
        });
        adjourned.decisions.sort_by_key(|it| it.value.session_on);
        assert_eq!(findings(file, &pack, on), findings(&adjourned, &pack, on), "seed {seed}, on {on}");
    });
}

#[test]
fn what_comes_later_is_not_known_yet() {
    let pack = Pack::default();
    for_each_life(|file, on, seed| {
        let mut known = file.clone();
        known.interviews.retain(|it| it.value.date <= on);
        known.decisions.retain(|it| it.value.session_on <= on);
        known.steps.retain(|it| {
            let it = &it.value;
            [it.proposed_on, it.starts_on, it.ends_on].into_iter().flatten().any(|date| date <= on)
        });
        assert_eq!(findings(file, &pack, on), findings(&known, &pack, on), "seed {seed}, on {on}");
    });
}

#[test]
fn suspended_gone_and_refused_people_are_left_in_peace() {
    use AlertCode as A;
    let pack = Pack::default();
    for_each_life(|file, on, seed| {
        let codes: BTreeSet<A> = findings(file, &pack, on).iter().map(|it| it.code).collect();
        let allowed: &[A] = match State::of(file, on).pathway() {
            PathwayState::Suspended => &[
                A::PathwayReview,
                A::ReviewDate,
                A::SuspensionEnd,
                A::InterviewRecord,
                A::Deed,
                A::Prescriber,
                A::ExitDue,
                A::ExitWindow,
                A::PostTraining,
                A::Objectives,
                A::PartnerReview,
                A::Ending,
                A::Esf,
            ],
            PathwayState::Exited => &[A::InterviewRecord, A::Prescriber, A::Esf],
            PathwayState::Refused => &[A::InterviewRecord, A::Prescriber],
            PathwayState::Candidate => {
                &[A::ReviewDate, A::ReinforcedDiagnosis, A::SuspensionEnd, A::InterviewRecord, A::Prescriber]
            }
            PathwayState::InPathway | PathwayState::InWork | PathwayState::PostTraining => A::ALL,
        };
        assert!(codes.iter().all(|it| allowed.contains(it)), "seed {seed}, on {on}: {codes:?}");
    });
}

#[test]
fn what_was_weighed_names_the_start_once() {
    let pack = Pack::default();
    for_each_life(|file, on, seed| {
        let state = State::of(file, on);
        for finding in findings(file, &pack, on) {
            let weighed = weighed(&state, &finding);
            let starts: Vec<_> = weighed.iter().filter(|it| it.weight == Weight::Starts).collect();
            assert_eq!(starts.len(), 1, "seed {seed}, on {on}: {finding:?}");
            assert_eq!(starts[0].id, finding.starts_with.id);
            for it in weighed.iter().filter(|it| it.weight == Weight::Earlier) {
                let other_clock = finding.code == AlertCode::OutOfPathway;
                let is_before = it.date.is_some_and(|date| date <= finding.since());
                assert!(is_before || other_clock, "seed {seed}, on {on}: {finding:?} {it:?}");
            }
        }
    });
}

#[test]
fn looking_ahead_finds_what_the_days_to_come_find() {
    let pack = Pack::default();
    let started = |it: &Finding, on| it.starts_with.kind != FactKind::Interview || it.since() <= on;
    let key = |it: &Finding| (it.code, it.subject.map(|fact| fact.id));
    for seed in 0..lives(600, 2_000) / 10 {
        let file = file(seed);
        let on = Dice::new(seed ^ 0x5a5a).day(first_day(), SPAN_DAYS);
        let days = 120;
        let found = findings_within(&file, &pack, on, days);
        let due = |day| findings(&file, &pack, day).into_iter().filter(|it| it.status == Status::Due);
        let today: Vec<Finding> = due(on).collect();
        let held: Vec<&Finding> = found.iter().filter(|it| it.status == Status::Due).collect();
        assert_eq!(held, today.iter().collect::<Vec<_>>(), "seed {seed}, on {on}");
        assert!(found.is_sorted_by_key(Finding::rank), "seed {seed}, on {on}");
        let keys: BTreeSet<_> = found.iter().map(key).collect();
        assert_eq!(keys.len(), found.len(), "seed {seed}, on {on}");
        for it in found.iter().filter(|it| it.status == Status::Soon) {
            assert_eq!(it.days, (on - it.due).num_days());
            assert!((-i64::from(days)..0).contains(&it.days), "seed {seed}, on {on}: {it:?}");
            assert!(due(it.due).any(|later| key(&later) == key(it)), "seed {seed}, on {on}: {it:?}");
        }
        for ahead in 1..=u64::from(days) {
            let day = on + Days::new(ahead);
            for it in due(day).filter(|it| started(it, on)) {
                assert!(keys.contains(&key(&it)), "seed {seed}, on {on}, then {day}: {it:?}");
            }
        }
        assert_eq!(findings_within(&file, &pack, on, 0), today, "seed {seed}, on {on}");
    }
}
