//! The pathway on a few lines: bars, ticks, scale, months.

use chrono::{DateTime, NaiveDate};
use jalon::domain::codes::{Modality, Outcome, StepCategory, StepStatus};
use jalon::domain::coverage::last_months;
use jalon::domain::enrolment::Enrolment;
use jalon::domain::file::{Current, EntryId, File};
use jalon::domain::id::{ObjectId, PersonId, StationId};
use jalon::domain::interview::Interview;
use jalon::domain::person::Person;
use jalon::domain::state::State;
use jalon::domain::step::Step;
use jalon::ui::widget::pathway::{Timeline, coverage_strip};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn current<T>(rank: u8, value: T) -> Current<T> {
    let entry = EntryId { station: StationId([0; 16]), sequence: u64::from(rank) + 1 };
    Current { id: ObjectId([rank; 16]), entry, written_at: DateTime::UNIX_EPOCH, value }
}

fn file() -> File {
    let mut file =
        File::new(PersonId([1; 16]), current(0, Person::new("Benali", "Nadia", day("1990-01-01"))));
    let enrolment = Enrolment { enrolled_on: Some(day("2025-03-01")), ..Enrolment::default() };
    file.enrolments.push(current(1, enrolment));
    file
}

fn interview(date: &str, outcome: Outcome, modality: Modality) -> Interview {
    Interview { modality: Some(modality), ..Interview::new(day(date), outcome) }
}

fn step(status: StepStatus, from: &str, until: Option<&str>) -> Step {
    let mut step = Step::new(StepCategory::Training, "FLE", status);
    step.starts_on = Some(day(from));
    step.ends_on = until.map(day);
    step
}

fn lines(file: &File, on: &str, columns: usize) -> Vec<String> {
    let state = State::of(file, day(on));
    let timeline = Timeline::of(&state, columns).expect("a pathway");
    vec![timeline.scale(), timeline.steps(&state), timeline.interviews(&state)]
}

#[test]
fn bars_and_ticks_stand_where_their_days_are() {
    let mut file = file();
    file.steps = vec![
        current(2, step(StepStatus::Done, "2025-03-01", Some("2025-06-01"))),
        current(3, step(StepStatus::Running, "2025-05-15", None)),
        current(4, step(StepStatus::Accepted, "2026-03-10", Some("2026-03-31"))),
    ];
    file.interviews = vec![
        current(5, interview("2025-03-01", Outcome::Held, Modality::OnSite)),
        current(6, interview("2025-03-03", Outcome::Held, Modality::OnSite)),
        current(7, interview("2025-07-01", Outcome::NoShow, Modality::OnSite)),
        current(8, interview("2025-12-20", Outcome::Held, Modality::Video)),
        current(9, interview("2026-03-20", Outcome::Planned, Modality::OnSite)),
    ];
    let lines = lines(&file, "2026-03-01", 40);
    let expected = [
        "2025                          2026  ▾   ",
        "━━━━━━━═══━━━━━━━━━━━━━━━━━━━━━━━━━━━╌╌╌",
        "┃           ×                │       ○  ",
    ];
    assert_eq!(lines, expected);
    for line in &lines {
        assert_eq!(line.chars().count(), 40);
    }
}

#[test]
fn a_file_without_any_date_has_no_line() {
    let file = File::new(PersonId([1; 16]), current(0, Person::new("Benali", "Nadia", day("1990-01-01"))));
    let state = State::of(&file, day("2026-03-01"));
    assert_eq!(Timeline::of(&state, 40), None);
}

#[test]
fn any_width_and_any_dates_draw() {
    let mut file = file();
    file.steps = vec![
        current(2, step(StepStatus::Done, "1900-03-01", Some("2999-06-01"))),
        current(3, step(StepStatus::Running, "2999-05-15", None)),
    ];
    file.interviews = vec![current(5, interview("2999-03-01", Outcome::Planned, Modality::OnSite))];
    for columns in 2..80 {
        for on in ["2025-03-01", "2025-03-02", "2035-01-01"] {
            assert!(lines(&file, on, columns).iter().all(|line| line.chars().count() == columns));
        }
    }
}

#[test]
fn twelve_months_of_coverage() {
    let mut file = file();
    file.interviews = vec![
        current(5, interview("2025-03-15", Outcome::Held, Modality::OnSite)),
        current(6, interview("2025-05-15", Outcome::Held, Modality::Phone)),
        current(7, interview("2025-05-20", Outcome::NoShow, Modality::OnSite)),
        current(8, interview("2026-01-31", Outcome::Held, Modality::AtHome)),
    ];
    let state = State::of(&file, day("2026-02-10"));
    let initials = ['j', 'f', 'm', 'a', 'm', 'j', 'j', 'a', 's', 'o', 'n', 'd'];
    let strip = coverage_strip(&last_months(&state, 13), |month| initials[month as usize - 1]);
    assert_eq!(strip[0], "f m a m j j a s o n d j f");
    assert_eq!(strip[1], "- ■ · □ · · · · · · · ■ ·");
}
