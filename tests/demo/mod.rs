//! The invented caseload: the same every time, coherent, with everything late that can be late.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use jalon::demo::{Post, Recipe, Written, population, post};
use jalon::domain::body::Body;
use jalon::domain::candidature::{Candidature, CandidatureStage};
use jalon::domain::check;
use jalon::domain::codes::{Criterion, Lot, Outcome, PathwayState, Public};
use jalon::domain::dates::age;
use jalon::domain::id::StationId;
use jalon::domain::office::OfficeBody;
use jalon::domain::parameters::Pack;
use jalon::domain::rules::{AlertCode, Status, findings};
use jalon::domain::state::State;
use jalon::domain::violation::Severity;
use jalon::journal::entry::{Draft, Entry, Head};
use jalon::journal::fold::{Caseload, Fold};
use jalon::journal::payload::{Payload, Said, encode};

const STATION: StationId = StationId([1; 16]);

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

/// Days on which clocks behave in every way: month ends, the first days of a year, a leap day, a
/// Sunday.
fn days() -> [NaiveDate; 7] {
    [
        day(2026, 11, 22),
        day(2026, 3, 31),
        day(2027, 1, 2),
        day(2024, 2, 29),
        day(2025, 8, 1),
        day(2026, 5, 14),
        day(2026, 9, 10),
    ]
}

pub(crate) fn caseload(written: &[Written]) -> Caseload {
    let mut fold = Fold::default();
    let mut head = Head::EMPTY;
    for it in written {
        let payload = encode(&Payload {
            salt: it.salt,
            batch: None,
            imported: false,
            origin: None,
            undoes: None,
            said: Said::Is(it.body.clone()),
        });
        let draft = Draft {
            kind: it.body.kind().to_owned(),
            object: it.object,
            person: Some(it.person),
            replaces: fold.latest(it.object).map(|latest| latest.entry),
            payload,
        };
        let entry = Entry::following(head, STATION, it.at, draft);
        head = entry.head();
        fold.apply(&entry);
    }
    fold.caseload
}

#[test]
fn the_same_recipe_gives_the_same_bytes() {
    let recipe = Recipe::one_counsellor(day(2026, 11, 22));
    assert_eq!(population(&recipe), population(&recipe));
    assert_ne!(population(&recipe), population(&Recipe { seed: 2, ..recipe }));
}

#[test]
fn one_counsellor_has_some_eighty_people_a_few_late_and_appointments_today() {
    for today in days() {
        let recipe = Recipe::one_counsellor(today);
        let caseload = caseload(&population(&recipe));
        assert_eq!(caseload.files.len(), recipe.people);
        let states: Vec<State<'_>> = caseload.files.values().map(|file| State::of(file, today)).collect();
        let active = states.iter().filter(|state| state.is_in_file_active()).count();
        assert!((70..=92).contains(&active), "{today}: {active} people followed");
        let today_count = caseload
            .files
            .values()
            .flat_map(|file| &file.interviews)
            .filter(|it| it.value.date == today && it.value.outcome == Outcome::Planned)
            .count();
        assert!((4..=6).contains(&today_count), "{today}: {today_count} appointments");
        let kinds: BTreeSet<PathwayState> = states.iter().map(State::pathway).collect();
        for expected in [
            PathwayState::Candidate,
            PathwayState::InPathway,
            PathwayState::InWork,
            PathwayState::Suspended,
            PathwayState::Exited,
            PathwayState::Refused,
        ] {
            assert!(kinds.contains(&expected), "{today}: nobody is {}", expected.code());
        }
        let (due, late) = late(&caseload, today);
        assert_every_alert(&due, today);
        assert!((15..=50).contains(&late), "{today}: {late} people late: {due:?}");
    }
}

/// How many people have each alert due, and how many have any.
fn late(caseload: &Caseload, today: NaiveDate) -> (BTreeMap<AlertCode, usize>, usize) {
    let pack = Pack::default();
    let (mut due, mut people) = (BTreeMap::new(), 0);
    for file in caseload.files.values() {
        let found = findings(file, &pack, today);
        let codes: BTreeSet<_> =
            found.iter().filter(|it| it.status == Status::Due).map(|it| it.code).collect();
        people += usize::from(!codes.is_empty());
        for code in codes {
            *due.entry(code).or_default() += 1;
        }
    }
    (due, people)
}

fn assert_every_alert(due: &BTreeMap<AlertCode, usize>, today: NaiveDate) {
    // AL-17 only announces, AL-19 does before the next session, and AL-25 waits for the last year.
    let never = [AlertCode::Ending, AlertCode::Documents, AlertCode::Destination];
    let may_be_due = AlertCode::ALL.iter().filter(|code| !never.contains(code));
    let missing: Vec<_> = may_be_due.filter(|code| !due.contains_key(code)).collect();
    assert!(missing.is_empty(), "{today}: {missing:?} of {due:?}");
}

#[test]
fn every_alert_is_due_even_in_a_small_population() {
    for today in days() {
        let recipe = Recipe { people: 18, ..Recipe::one_counsellor(today) };
        let (due, _) = late(&caseload(&population(&recipe)), today);
        assert_every_alert(&due, today);
    }
}

#[test]
fn nothing_is_refused_nor_written_before_it_happened() {
    for (today, lot, people) in
        [(day(2026, 11, 22), Some(Lot::L6), 100), (day(2024, 2, 29), None, 60), (day(2025, 8, 1), None, 60)]
    {
        let recipe = Recipe { people, lot, ..Recipe::one_counsellor(today) };
        let mut wrong = Vec::new();
        let written = population(&recipe);
        assert!(written.is_sorted_by_key(|it| it.at));
        let caseload = caseload(&written);
        for it in &written {
            let (on, file) = (it.at.date_naive(), caseload.files.get(&it.person));
            for violation in check::body(&it.body, None, on) {
                wrong.push(format!("{on}: {} {violation:?}", it.body.kind()));
            }
            assert!(on <= today);
            let file = file.expect("a file");
            for violation in check::body(&it.body, Some(file), today) {
                // Weighed today, an appointment of last year is in the past, and the end of
                // an earlier pathway is before a later one.
                let is_weighed_too_late = [
                    "appointment-in-past",
                    "interview-before-adhesion",
                    "running-but-over",
                    "interview-after-exit",
                ]
                .contains(&violation.code);
                if violation.severity == Severity::Refusal || !is_weighed_too_late {
                    wrong.push(format!("today: {} {violation:?}", it.body.kind()));
                }
            }
        }
        wrong.sort();
        wrong.dedup();
        assert!(wrong.is_empty(), "{today}\n{}", wrong[..wrong.len().min(30)].join("\n"));
    }
}

#[test]
fn identity_pages_come_first_and_versions_in_order() {
    let recipe = Recipe { people: 60, ..Recipe::one_counsellor(day(2026, 11, 22)) };
    let mut known = HashMap::new();
    for it in population(&recipe) {
        let is_known = known.insert(it.person, ()).is_some();
        // The page has another version once the person was told what is recorded.
        assert!(is_known || matches!(it.body, Body::Person(_)));
    }
}

#[test]
fn shares_are_those_of_article_1() {
    let recipe = Recipe { people: 2_700, lot: None, ..Recipe::one_counsellor(day(2026, 11, 22)) };
    let written = population(&recipe);
    let (mut total, mut counts) = (0.0, BTreeMap::<&str, f64>::new());
    let mut people = HashMap::new();
    let mut seen = BTreeSet::new();
    for it in &written {
        match &it.body {
            Body::Person(person) => {
                people.insert(it.person, person.clone());
            }
            Body::Enrolment(enrolment) if seen.insert(it.person) => {
                let person = &people[&it.person];
                let years = age(person.birth_date, enrolment.referred_on.expect("a referral"));
                assert_eq!(enrolment.public == Some(Public::Youth), years < 26);
                total += 1.0;
                for (share, holds) in [
                    ("under 26", years < 26),
                    ("50 and over", years >= 50),
                    ("long-term", enrolment.criteria.contains(&Criterion::LongTermJobseeker)),
                    ("level <= 3", enrolment.level.is_some_and(|level| level <= 3)),
                    ("RSA", enrolment.criteria.contains(&Criterion::Rsa)),
                    ("QPV", person.qpv.as_deref() == Some("oui")),
                ] {
                    *counts.entry(share).or_default() += f64::from(u8::from(holds));
                }
            }
            Body::Station(_)
            | Body::Erasure(_)
            | Body::LegalHold(_)
            | Body::Enrolment(_)
            | Body::Interview(_)
            | Body::Step(_)
            | Body::Contact(_)
            | Body::Decision(_)
            | Body::Employment(_)
            | Body::Training(_)
            | Body::Evidence(_)
            | Body::Diagnosis(_)
            | Body::Barrier(_)
            | Body::Goal(_)
            | Body::SpecialCase(_)
            | Body::Positioning(_)
            | Body::Office(_)
            | Body::ListExport(_)
            | Body::Submission(_)
            | Body::Recommendation(_)
            | Body::Referent(_)
            | Body::Limitation(_)
            | Body::Skill(_)
            | Body::EsfRecord(_)
            | Body::Assignment(_) => {}
        }
    }
    for (share, percent) in [
        ("under 26", 17.0),
        ("50 and over", 10.0),
        ("long-term", 63.0),
        ("level <= 3", 58.0),
        ("RSA", 45.0),
        ("QPV", 24.0),
    ] {
        let found = 100.0 * counts[share] / total;
        assert!((found - percent).abs() < 2.5, "{share}: {found:.1} % for {percent} %");
    }
    let communes: BTreeSet<_> = people.values().filter_map(|it| it.commune.clone()).collect();
    assert!(communes.len() > 50, "{} communes", communes.len());
}

#[test]
fn somebody_stands_at_each_stage_of_a_candidature() {
    for today in days() {
        let caseload = caseload(&population(&Recipe::one_counsellor(today)));
        let candidatures = caseload.files.values().map(|file| Candidature::of(&State::of(file, today)));
        let (mut stages, mut dropped) = (BTreeSet::new(), 0);
        for it in candidatures {
            stages.insert(it.stage);
            dropped += usize::from(it.dropped.is_some());
        }
        let missing: Vec<_> = CandidatureStage::ALL.iter().filter(|it| !stages.contains(it)).collect();
        assert!(missing.is_empty() && dropped > 0, "{today}: {missing:?}, {dropped} dropped");
    }
}

#[test]
fn the_post_is_filled_without_anything_unlikely_and_what_is_late_stays_late() {
    for today in days() {
        let recipe = Recipe::one_counsellor(today);
        let mut written = population(&recipe);
        let (before, _) = late(&caseload(&written), today);
        let Post { things, steps } = post(&recipe, &written);
        let kinds: BTreeSet<&str> = things.iter().map(|(_, it)| it.kind()).collect();
        assert_eq!(kinds.len(), OfficeBody::KINDS.len(), "{today}: {kinds:?}");
        assert!(steps.len() >= 12, "{today}: {} came or should have", steps.len());
        for (_, body) in &things {
            let violations = check::body(&Body::Office(body.clone()), None, today);
            assert!(violations.is_empty(), "{today}: {} {violations:?}", body.kind());
        }
        written.extend(steps);
        written.sort_by_key(|it| it.at);
        assert!(written.iter().all(|it| it.at.date_naive() <= today));
        assert_eq!(late(&caseload(&written), today).0, before, "{today}");
    }
}
