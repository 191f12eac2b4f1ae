//! The day of an exit: one, whoever reads it, whether it is written, ruled or proposed.

use chrono::NaiveDate;
use jalon::domain::body::Body;
use jalon::domain::check;
use jalon::domain::codes::{Business, ExitReason};
use jalon::domain::enrolment::Enrolment;
use jalon::domain::erasure::Residue;
use jalon::domain::file::{Current, EntryId, File};
use jalon::domain::id::{ObjectId, StationId};
use jalon::domain::parameters::Pack;
use jalon::domain::referent::tenures;
use jalon::domain::state::State;
use jalon::domain::submission::Submission;
use jalon::usecase::listing::Row;

use super::facts::{date, file_of};

/// The file, with the exit that was submitted for that session.
fn with_submission(facts: &str, session_on: &str, exit_on: Option<&str>) -> File {
    let mut file = file_of(facts);
    let value = Submission {
        exit_reason: Some(ExitReason::Permanent),
        exit_on: exit_on.map(date),
        ..Submission::new(Business::Exit, date(session_on))
    };
    let entry = EntryId { station: StationId([1; 16]), sequence: 99 };
    let written_at = "2025-06-10T12:00:00Z".parse().expect("an instant");
    file.put(Current { id: ObjectId([9; 16]), entry, written_at, value });
    file
}

/// Every reader of the day of the exit.
fn read(file: &File) -> Vec<Option<NaiveDate>> {
    let on = date("10/06/2025");
    vec![
        State::of(file, on).period.exited_on,
        Row::of(file, &Pack::default(), on, false).exited_on,
        tenures(file, "Claire Morel").last().expect("somebody").until,
    ]
}

const RULED: &str = "adhésion 15/01/2024 ; commission 05/05/2025 sortie sortie";

#[test]
fn every_reader_of_an_exit_gives_the_same_day() {
    let ruled = file_of(RULED);
    assert_eq!(read(&ruled), [Some(date("05/05/2025")); 3]);
    // The commission validates what was proposed: the day of the fact.
    let proposed = with_submission(RULED, "05/05/2025", Some("18/04/2025"));
    assert_eq!(read(&proposed), [Some(date("18/04/2025")); 3]);
    let undated = with_submission(RULED, "05/05/2025", None);
    assert_eq!(read(&undated), [Some(date("05/05/2025")); 3]);
    // What was submitted for another session is not what was validated.
    let adjourned = with_submission(RULED, "07/04/2025", Some("01/04/2025"));
    assert_eq!(read(&adjourned), [Some(date("05/05/2025")); 3]);
    let written = file_of("adhésion 15/01/2024 ; sortie 20/04/2025 ; commission 05/05/2025 sortie sortie");
    assert_eq!(read(&written), [Some(date("20/04/2025")); 3]);
    let residue = Residue::of(&proposed);
    assert_eq!(residue.periods[0].exited, Some(date("01/04/2025")));
    assert_eq!(residue.periods[0].exit_reason, Some(ExitReason::Permanent));
}

/// Nothing of it is known before the commission ruled.
#[test]
fn a_proposed_day_counts_from_the_ruling_on() {
    let file = with_submission(RULED, "05/05/2025", Some("18/04/2025"));
    let exit = |on: &str| State::of(&file, date(on)).period.exited_on;
    assert_eq!((exit("04/05/2025"), exit("05/05/2025")), (None, Some(date("18/04/2025"))));
}

#[test]
fn each_period_of_somebody_who_came_back_has_its_own_exit() {
    let facts = "adhésion 15/01/2023 ; commission 04/12/2023 sortie sortie ; retour ; orientation 10/02/2025 ; \
                 adhésion 03/03/2025";
    let file = file_of(facts);
    let exits: Vec<_> = Residue::of(&file).periods.iter().map(|it| it.exited).collect();
    assert_eq!(exits, [Some(date("01/12/2023")), None]);
    assert_eq!(tenures(&file, "Claire Morel").last().expect("somebody").until, None);
}

#[test]
fn two_days_for_one_exit_are_said() {
    let file = with_submission(RULED, "05/05/2025", Some("18/04/2025"));
    let found = |exited_on: &str| {
        let enrolment = Enrolment {
            enrolled_on: Some(date("15/01/2024")),
            exited_on: Some(date(exited_on)),
            exit_reason: Some(ExitReason::Permanent),
            ..Enrolment::default()
        };
        let violations = check::body(&Body::Enrolment(enrolment), Some(&file), date("10/06/2025"));
        violations.iter().map(|it| it.code).collect::<Vec<_>>()
    };
    assert_eq!(found("05/05/2025"), ["exit-other-than-ruled"]);
    assert_eq!(found("18/04/2025"), [""; 0]);
}
