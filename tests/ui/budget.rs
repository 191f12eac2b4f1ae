//! Keystroke budgets (product.md §4), replayed on a real station with the real screens: how many
//! keys a job takes, and that the job is done.

use jalon::domain::codes::{Outcome, StepStatus};
use jalon::domain::interview::Interview;
use jalon::ui::keymap::{EMBEDDED, Keymap};

use super::forms_station::{Station, TODAY, day};
use super::screens::setup;
use super::screens_people::fill;
use crate::support::harness::Harness;

/// Presses the keys of a script, in keymap notation, and says how many there were.
fn play(h: &mut Harness, script: &str) -> usize {
    h.press(script);
    script.split(' ').count()
}

/// Holds a job to its budget with every embedded keymap, and prints what it took.
fn hold(job: &str, script: &str, most: usize, is_done: impl Fn(&Harness, &Station) -> bool) {
    for (name, _) in EMBEDDED {
        hold_with(name, job, script, most, &is_done);
    }
}

fn hold_with(
    name: &str,
    job: &str,
    script: &str,
    most: usize,
    is_done: &impl Fn(&Harness, &Station) -> bool,
) {
    let station = filled();
    let job = format!("{job} ({name})");
    let mut h = setup(&station).keymap(Keymap::named(name)).start();
    let keys = play(&mut h, script);
    assert!(is_done(&h, &station), "{job}: not done by {script}\n{}", h.screen());
    assert!(keys <= most, "{job}: {keys} keys, {most} at most");
    let _ =
        std::io::Write::write_all(&mut std::io::stderr(), format!("{job}: {keys}/{most} keys\n").as_bytes());
}

fn all_interviews(station: &Station) -> Vec<Interview> {
    let files = station.caseload().files;
    files.values().flat_map(|file| file.interviews.iter().map(|it| it.value.clone())).collect()
}

/// Interviews that were held today with both signatures.
fn signed_today(station: &Station) -> usize {
    let is_signed = |it: &&Interview| {
        it.date == day(TODAY)
            && it.outcome == Outcome::Held
            && it.participant_signature.signed_on().is_some()
            && it.counsellor_signature.signed_on().is_some()
    };
    all_interviews(station).iter().filter(is_signed).count()
}

fn filled() -> Station {
    let station = Station::new();
    fill(&station);
    station
}

#[test]
fn an_unplanned_interview_both_signed() {
    hold("unplanned interview", "e l e r space 4 5 p d enter", 10, |_, station| signed_today(station) == 1);
}

#[test]
fn an_unplanned_interview_of_the_usual_duration() {
    hold("unplanned interview, usual duration", "e l e r space p d enter", 8, |_, station| {
        signed_today(station) == 1
    });
}

#[test]
fn the_appointment_of_today_was_kept() {
    hold("today's appointment kept", "v enter", 3, |_, station| signed_today(station) == 1);
}

#[test]
fn a_no_show_and_another_appointment() {
    let before = all_interviews(&filled()).len();
    hold("no-show, planned again", "n enter", 3, |_, station| {
        let now = all_interviews(station);
        now.len() == before + 1 && now.iter().any(|it| it.outcome == Outcome::NoShow && it.date == day(TODAY))
    });
}

#[test]
fn the_next_appointment_as_proposed() {
    let before = all_interviews(&filled()).len();
    hold("next appointment accepted", "o", 1, |_, station| all_interviews(station).len() == before + 1);
}

#[test]
fn what_is_overdue_and_why() {
    hold("overdue: counts", "a", 1, |h, _| h.screen().contains("À traiter"));
    hold("overdue: the list", "r", 1, |h, _| h.screen().contains("Entretien physique du mois"));
    hold_with("vim", "overdue: why, by j and k", "j k j j p", 5, &|h, _| h.screen().contains("R7-14"));
    hold("overdue: why, from home", "down down p", 3, |h, _| h.screen().contains("R7-14"));
}

#[test]
fn a_person_is_found_and_opened() {
    hold("find and open a person", "/ m a enter", 4, |h, _| h.row(0).starts_with("MARCHAND"));
}

#[test]
fn a_step_is_recorded_from_the_file() {
    let station = filled();
    let mut h = setup(&station).start();
    h.press("/ m a enter");
    let keys = play(&mut h, "s f enter F L E ctrl-s");
    let is_running = |status| status == StepStatus::Running;
    let steps: Vec<_> = station.caseload().files.values().flat_map(|it| it.steps.clone()).collect();
    let found = steps.iter().any(|it| it.value.title == "FLE" && is_running(it.value.status));
    assert!(found, "{}", h.screen());
    assert!(keys <= 8, "{keys} keys");
    // The same step again: `=` repeats the last title.
    let again = play(&mut h, "s f enter = ctrl-s");
    assert!(again <= 5, "{again} keys");
    let steps: usize = station.caseload().files.values().map(|it| it.steps.len()).sum();
    assert!(steps >= 2, "{}", h.screen());
}

#[test]
fn a_job_is_logged_from_the_file() {
    let station = filled();
    let mut h = setup(&station).start();
    h.press("/ m a enter");
    let keys = play(&mut h, "c c d i ctrl-s");
    let jobs = |station: &Station| -> usize {
        station.caseload().files.values().map(|it| it.employments.len()).sum()
    };
    assert_eq!(jobs(&station), 1, "{}", h.screen());
    assert!(keys <= 8, "{keys} keys");
    // With its employer and its hours.
    let keys = play(&mut h, "c c d i enter enter B U T enter 3 5 ctrl-s");
    assert_eq!(jobs(&station), 2, "{}", h.screen());
    assert!(keys <= 14, "{keys} keys");
    // Which exits it opens.
    let keys = play(&mut h, "x");
    assert!(keys <= 1 && h.screen().contains("P1"), "{}", h.screen());
}

#[test]
fn a_file_is_put_before_the_next_session_and_says_what_it_lacks() {
    let station = filled();
    let mut h = setup(&station).start();
    h.press("c enter tab").type_text("9/4").press("ctrl-s");
    h.press("a / m a enter");
    let keys = play(&mut h, "C ctrl-s");
    let files = station.caseload().files;
    let of_session =
        files.values().flat_map(|it| &it.submissions).filter(|it| it.value.session_on == day("2026-04-09"));
    assert_eq!(of_session.count(), 2, "the session that others aim at is proposed\n{}", h.screen());
    assert!(keys <= 2, "{keys} keys");
}

#[test]
fn an_exit_is_proposed_from_the_file() {
    let station = filled();
    let mut h = setup(&station).start();
    h.press("c enter tab").type_text("9/4").press("ctrl-s");
    h.press("a / m a enter");
    h.press("c c d i enter").type_text("1/7/2025").press("ctrl-s");
    let keys = play(&mut h, "x enter ctrl-s");
    let files = station.caseload().files;
    let exits = files.values().flat_map(|it| &it.submissions).filter(|it| it.value.exit_reason.is_some());
    assert_eq!(exits.count(), 1, "{}", h.screen());
    assert!(keys <= 6, "{keys} keys");
}
