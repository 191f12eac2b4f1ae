//! Where a candidature stands, what it lacks and what is worth a second look (art. 5, 7, 9-3-1 and
//! 9-3-2): the state machine as a table, ages at their limits, the reception.

use chrono::{NaiveDate, TimeZone as _, Utc};
use jalon::domain::body::Body;
use jalon::domain::candidature::{Candidature, CandidatureLack, Concern, concerns};
use jalon::domain::check;
use jalon::domain::codes::{
    Business, Criterion, DropReason, Lot, PrescriberKind, Priority, Public, QpvList, Ruling, Sector,
};
use jalon::domain::dates::{age, reaches_age_on};
use jalon::domain::decision::Decision;
use jalon::domain::diagnosis::{Diagnosis, Proposal};
use jalon::domain::enrolment::Enrolment;
use jalon::domain::file::{Current, EntryId, File};
use jalon::domain::id::{ObjectId, PersonId, StationId};
use jalon::domain::person::Person;
use jalon::domain::reception::{ReceptionCheck, ReceptionItem, done, tick};
use jalon::domain::recorded::Recorded;
use jalon::domain::state::State;
use jalon::domain::submission::Submission;
use jalon::domain::violation::Severity;

use super::facts;

const TODAY: &str = "2026-03-11";

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn current<T>(number: u8, value: T) -> Current<T> {
    let entry = EntryId { station: StationId([1; 16]), sequence: u64::from(number) };
    let written_at = Utc.with_ymd_and_hms(2026, 3, 1, 9, 0, 0).single().expect("an instant");
    Current { id: ObjectId([number; 16]), entry, written_at, value }
}

fn file(born: &str) -> File {
    let mut person = Person::new("Morel", "Inès", day(born));
    person.commune = Some("76178".to_owned());
    person.informed_on = Some(day("2026-02-03"));
    File::new(PersonId([9; 16]), current(1, person))
}

fn put<T: Recorded>(file: &mut File, number: u8, value: T) {
    file.put(current(number, value));
}

fn referral() -> Enrolment {
    Enrolment {
        referred_on: Some(day("2026-02-02")),
        prescriber_kind: Some(PrescriberKind::MissionLocale),
        public: Some(Public::Adult),
        lot: Some(Lot::L3),
        criteria: vec![Criterion::Rsa],
        main_criterion: Some(Criterion::Rsa),
        ..Enrolment::default()
    }
}

fn received() -> Enrolment {
    Enrolment { received_on: Some(day("2026-02-09")), ..referral() }
}

fn through_reception() -> Enrolment {
    let mut enrolment = received();
    for item in &ReceptionItem::ALL[..6] {
        tick(&mut enrolment.reception, *item, day("2026-02-09"));
    }
    enrolment
}

fn proposed(proposal: Proposal) -> Diagnosis {
    Diagnosis { other_support: "dit".to_owned(), ..facts::whole_diagnosis("2026-02-20", proposal) }
}

fn on_entry(session_on: &str, ruling: Ruling) -> Decision {
    Decision::new(day(session_on), Business::Entry, ruling)
}

fn state_code(file: &File, on: &str) -> &'static str {
    Candidature::of(&State::of(file, day(on))).stage.code()
}

/// §5.18, as a table: what was written last, and the state that follows.
#[test]
fn each_thing_written_brings_the_candidature_to_its_next_state() {
    type Write = fn(&mut File);
    let rows: [(&str, Write); 13] = [
        ("orientee", |file| put(file, 2, referral())),
        ("accueillie", |file| put(file, 2, received())),
        ("en_diagnostic", |file| put(file, 3, Diagnosis::new(day("2026-02-12")))),
        ("en_diagnostic", |file| {
            put(file, 3, Diagnosis { reasons: String::new(), ..proposed(Proposal::Admit) })
        }),
        ("proposition_redigee", |file| put(file, 3, proposed(Proposal::Admit))),
        ("proposition_redigee", |file| put(file, 4, Submission::new(Business::Entry, day("2026-03-05")))),
        ("verifiee", |file| {
            let checked = Some(day("2026-02-24"));
            put(
                file,
                4,
                Submission { verified_on: checked, ..Submission::new(Business::Entry, day("2026-03-05")) },
            );
        }),
        ("inscrite", |file| {
            let listed = Some(day("2026-02-26"));
            put(
                file,
                4,
                Submission { listed_on: listed, ..Submission::new(Business::Entry, day("2026-03-05")) },
            );
        }),
        ("ajournee", |file| put(file, 5, on_entry("2026-03-05", Ruling::Adjourned))),
        ("diagnostic_renforce", |file| put(file, 5, on_entry("2026-03-05", Ruling::ReinforcedDiagnosis))),
        ("proposition_redigee", |file| {
            put(file, 3, Diagnosis { proposed_on: Some(day("2026-03-09")), ..proposed(Proposal::Admit) });
        }),
        ("refusee", |file| put(file, 6, on_entry("2026-03-10", Ruling::Refused))),
        ("integree", |file| put(file, 6, on_entry("2026-03-10", Ruling::Admitted))),
    ];
    let mut file = file("1990-05-02");
    for (expected, write) in rows {
        write(&mut file);
        assert_eq!(state_code(&file, TODAY), expected);
    }
    // What has not happened yet does not count.
    assert_eq!(state_code(&file, "2026-03-09"), "proposition_redigee");
    assert_eq!(state_code(&file, "2026-02-10"), "accueillie");
}

#[test]
fn what_is_missing_is_told_before_the_next_state() {
    let codes =
        |lacks: Vec<CandidatureLack>| lacks.into_iter().map(CandidatureLack::code).collect::<Vec<_>>();
    let mut file = file("1990-05-02");
    let of = |file: &File| Candidature::of(&State::of(file, day(TODAY)));
    put(&mut file, 2, referral());
    assert_eq!(codes(of(&file).missing_before_next().collect()), ["received_on"]);
    put(&mut file, 2, through_reception());
    assert_eq!(codes(of(&file).missing_before_next().collect()), ["diagnosis"]);
    put(&mut file, 3, Diagnosis::new(day("2026-02-12")));
    assert_eq!(codes(of(&file).missing_before_next().collect()), ["proposal", "reasons"]);
    put(&mut file, 3, proposed(Proposal::Admit));
    assert_eq!(codes(of(&file).lacks), Vec::<&str>::new());
    // Somebody directed elsewhere needs neither a lot nor a criterion, but a place to go (R7-09).
    let bare = Enrolment { criteria: Vec::new(), main_criterion: None, lot: None, ..through_reception() };
    put(&mut file, 2, bare);
    assert_eq!(codes(of(&file).lacks), ["lot", "criteria"]);
    put(&mut file, 3, Diagnosis { other_support: String::new(), ..proposed(Proposal::Redirect) });
    assert_eq!(codes(of(&file).lacks), ["other_support"]);
}

/// R7-05: somebody who does not go on is still submitted, and nothing but the proposal is asked.
#[test]
fn a_candidature_without_follow_up_still_asks_for_a_proposal() {
    let mut file = file("1990-05-02");
    let dropped = Enrolment {
        dropped_on: Some(day("2026-02-20")),
        drop_reason: Some(DropReason::NoFollowUp),
        ..referral()
    };
    put(&mut file, 2, dropped.clone());
    let it = Candidature::of(&State::of(&file, day(TODAY)));
    assert_eq!(it.dropped.and_then(|it| it.reason), Some(DropReason::NoFollowUp));
    assert_eq!(it.lacks, [CandidatureLack::Diagnosis, CandidatureLack::Proposal]);
    let closed = Body::Enrolment(Enrolment { exited_on: Some(day("2026-03-01")), ..dropped });
    let refused = |file: &File| {
        let found = check::body(&closed, Some(file), day(TODAY));
        found.iter().any(|it| it.code == "closed-without-proposal" && it.severity == Severity::Refusal)
    };
    assert!(refused(&file));
    put(&mut file, 3, proposed(Proposal::Redirect));
    assert!(!refused(&file));
}

/// R9.3.2-01: items 6 and 7 exclude each other.
#[test]
fn the_reception_ends_in_a_pathway_or_elsewhere() {
    let mut checks = Vec::new();
    tick(&mut checks, ReceptionItem::Directed, day("2026-02-09"));
    tick(&mut checks, ReceptionItem::Received, day("2026-02-09"));
    tick(&mut checks, ReceptionItem::Contracted, day("2026-02-10"));
    let items: Vec<_> = checks.iter().map(|it| it.item).collect();
    assert_eq!(items, [ReceptionItem::Received, ReceptionItem::Contracted]);
    tick(&mut checks, ReceptionItem::Contracted, day("2026-02-10"));
    assert!(done(&checks, ReceptionItem::Contracted).is_none());
    let check = |item| ReceptionCheck { item, on: day("2026-02-10"), result: String::new() };
    for (items, is_refused) in [
        ([ReceptionItem::Contracted, ReceptionItem::Directed], true),
        ([ReceptionItem::Directed, ReceptionItem::Contracted], true),
        ([ReceptionItem::Argued, ReceptionItem::Argued], true),
        ([ReceptionItem::Argued, ReceptionItem::Contracted], false),
    ] {
        let body = Body::Enrolment(Enrolment { reception: items.map(check).to_vec(), ..referral() });
        let found = check::body(&body, None, day(TODAY));
        assert_eq!(found.iter().any(|it| it.code == "reception-outcome-twice"), is_refused, "{items:?}");
    }
}

/// D-2, A-04, A-05: ages at their limits.
#[test]
fn ages_are_reached_on_the_birthday_and_those_of_29_february_on_1_march() {
    for (born, years, on) in [
        ("2000-03-11", 26, "2026-03-11"),
        ("2000-02-29", 26, "2026-03-01"),
        ("2000-02-29", 28, "2028-02-29"),
        ("1976-12-31", 50, "2026-12-31"),
    ] {
        let (born, on) = (day(born), day(on));
        assert_eq!(reaches_age_on(born, years), on, "{born}");
        assert_eq!(age(born, on), years);
        assert_eq!(age(born, on.pred_opt().expect("a day before")), years - 1);
    }
    for (born, referred_on, public) in [
        ("2000-02-03", "2026-02-02", Public::Youth),
        ("2000-02-02", "2026-02-02", Public::Adult),
        ("2000-02-29", "2026-02-28", Public::Youth),
        ("2000-02-29", "2026-03-01", Public::Adult),
    ] {
        assert_eq!(Public::at(day(born), day(referred_on)), public, "{born} {referred_on}");
    }
}

/// What is changed in an ordinary candidature.
type Change = fn(&mut Person, &mut Enrolment);

/// What it is, when the person was born, what is changed, what is then worth a second look.
const SECOND_LOOKS: [(&str, &str, Change, &[Concern]); 17] = [
    ("nothing", "1990-05-02", |_, _| {}, &[]),
    ("lives in Paris", "1990-05-02", |p, _| p.commune = Some("75056".to_owned()), &[Concern::LivesOutside]),
    (
        "Elbeuf has two",
        "1990-05-02",
        |p, e| (p.commune, e.lot) = (Some("76231".to_owned()), None),
        &[Concern::TerritoryToChoose],
    ),
    (
        "of Elbeuf, L4",
        "1990-05-02",
        |p, e| (p.commune, e.lot) = (Some("76231".to_owned()), Some(Lot::L4)),
        &[],
    ),
    (
        "right bank, M2",
        "1990-05-02",
        |p, e| {
            (p.commune, p.sector, e.lot) = (Some("76540".to_owned()), Some(Sector::RightBank), Some(Lot::M2));
        },
        &[Concern::LotElsewhere],
    ),
    (
        "26 on the day",
        "2000-02-02",
        |p, e| {
            p.commune = None;
            e.public = Some(Public::Youth);
        },
        &[Concern::PublicNotOfAge],
    ),
    (
        "26 since",
        "2000-03-11",
        |_, e| (e.public, e.lot) = (Some(Public::Youth), Some(Lot::L1)),
        &[Concern::TurnedAdult],
    ),
    ("26 tomorrow", "2000-03-12", |_, e| (e.public, e.lot) = (Some(Public::Youth), Some(Lot::L1)), &[]),
    ("50 today", "1976-03-11", |_, _| {}, &[Concern::SeniorUnmarked]),
    ("50 tomorrow", "1976-03-12", |_, _| {}, &[]),
    ("49 and marked", "1976-03-12", |_, e| e.priorities = vec![Priority::Senior], &[Concern::SeniorTooYoung]),
    (
        "registered?",
        "1990-05-02",
        |_, e| e.criteria = vec![Criterion::LongTermJobseeker],
        &[Concern::JobseekerUndated],
    ),
    (
        "twelve months",
        "1990-05-02",
        |_, e| {
            e.criteria = vec![Criterion::LongTermJobseeker];
            e.jobseeker_since = Some(day("2025-03-11"));
        },
        &[Concern::JobseekerShort],
    ),
    (
        "and a day",
        "1990-05-02",
        |_, e| {
            e.criteria = vec![Criterion::LongTermJobseeker];
            e.jobseeker_since = Some(day("2025-03-10"));
        },
        &[],
    ),
    ("young at 35", "1990-05-02", |_, e| e.criteria = vec![Criterion::Young], &[Concern::YoungTooOld]),
    ("which list?", "1990-05-02", |_, e| e.priorities = vec![Priority::Qpv], &[Concern::QpvListUnknown]),
    (
        "that of 2024",
        "1990-05-02",
        |_, e| {
            (e.priorities, e.qpv_list) = (vec![Priority::Qpv], Some(QpvList::Of2024));
        },
        &[],
    ),
];

#[test]
fn what_is_worth_a_second_look_is_told_at_its_limits() {
    for (what, born, change, expected) in SECOND_LOOKS {
        let (mut file, mut enrolment) = (file(born), referral());
        change(&mut file.person.value, &mut enrolment);
        put(&mut file, 2, enrolment);
        assert_eq!(concerns(&State::of(&file, day(TODAY))), expected, "{what}");
    }
    let mut file = file("1990-05-02");
    put(&mut file, 2, referral());
    put(&mut file, 3, Diagnosis { can_follow: Some(false), ..proposed(Proposal::Admit) });
    assert_eq!(concerns(&State::of(&file, day(TODAY))), [Concern::ConditionUnmet]);
}
