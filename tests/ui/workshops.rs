//! Workshops: one act for the station and for everybody who was marked, the sheet on which presences are
//! noted, and how they look.

use jalon::domain::body::Body;
use jalon::domain::codes::StepStatus;
use jalon::domain::file::File;
use jalon::domain::office::{Presence, Workshop};
use jalon::i18n::Language;
use jalon::ui::action::Action;
use jalon::usecase::outcome::Outcome;
use jalon::usecase::request::Request;
use jalon::usecase::workshops::Recording;

use super::forms_station::{Station, day};
use super::screens::setup;
use super::screens_people::{adhesion, person};
use crate::support::harness::Harness;

fn seen(h: &Harness) -> String {
    h.screen().replace(['\u{a0}', '\u{202f}'], " ")
}

/// Fourteen people.
fn filled() -> Station {
    let station = Station::new();
    for rank in 0..14 {
        let name = format!("Atelier{}", char::from(b'a' + rank));
        station.add(Body::Person(person(&name, "Luc", "1980-01-01", "76540")), vec![adhesion("2025-11-06")]);
    }
    station
}

fn files(station: &Station) -> Vec<File> {
    let mut files: Vec<File> = station.caseload().files.values().map(|it| File::clone(it)).collect();
    files.sort_by(|one, other| one.person.value.family_name.cmp(&other.person.value.family_name));
    files
}

/// Status and first day of the steps, person by person.
fn steps(station: &Station) -> Vec<Vec<(StepStatus, bool)>> {
    let told =
        |file: &File| file.steps.iter().map(|it| (it.value.status, it.value.starts_on.is_some())).collect();
    files(station).iter().map(told).collect()
}

fn workshop(station: &Station) -> Workshop {
    station.caseload().office.workshops[0].value.clone()
}

#[test]
fn twelve_people_take_at_most_twenty_keys_and_one_undo() {
    let station = filled();
    let mut h = setup(&station).start();
    let script = "f space space space space space space space space space space space space y c ctrl-s";
    h.press(script);
    assert!(script.split(' ').count() <= 20);
    assert!(seen(&h).contains("Enregistré : atelier du 12/03, 12 personnes"), "{}", seen(&h));
    let written = workshop(&station);
    assert_eq!(
        (written.participants.len(), written.came(), written.title.as_str()),
        (12, 12, "CV et lettre")
    );
    assert_eq!(steps(&station).iter().filter(|it| **it == [(StepStatus::Done, true)]).count(), 12);
    assert!(station.drafts().is_empty());
    h.press("u");
    assert!(seen(&h).contains("Annulé : atelier du 12/03, 12 personnes"), "{}", seen(&h));
    assert!(station.caseload().office.workshops.is_empty());
    assert!(steps(&station).iter().all(Vec::is_empty));
    h.press("ctrl-r");
    assert_eq!(steps(&station).iter().filter(|it| it.len() == 1).count(), 12);
}

#[test]
fn the_sheet_says_who_came_and_the_files_follow() {
    let station = filled();
    let mut h = setup(&station).start();
    h.press("f space space space y c ctrl-s");
    h.press("m tab tab tab tab");
    assert!(seen(&h).contains("3/3 présent·es"), "{}", seen(&h));
    h.press("enter n x");
    assert!(seen(&h).contains("1/3 présent·es"), "{}", seen(&h));
    let expected = [
        vec![(StepStatus::Abandoned, false)],
        vec![(StepStatus::Waiting, false)],
        vec![(StepStatus::Done, true)],
    ];
    assert_eq!(steps(&station)[..3], expected, "only who came has a step that began");
    let presences: Vec<Presence> = workshop(&station).participants.iter().map(|it| it.presence).collect();
    assert_eq!(presences, [Presence::Missed, Presence::Excused, Presence::Came]);
    h.press("u");
    assert_eq!(steps(&station)[1], [(StepStatus::Done, true)], "one stroke is undone");
    assert!(seen(&h).contains("2/3 présent·es"), "{}", seen(&h));
    // What the workshop is changes for all of them, and who came stays.
    h.act(Action::EntryEdit);
    h.press("enter").type_text("11/3").press("ctrl-s");
    let days: Vec<_> = files(&station)[..3].iter().map(|it| it.steps[0].value.proposed_on).collect();
    assert_eq!(days, [Some(day("2026-03-11")); 3]);
    assert_eq!(workshop(&station).came(), 2);
}

#[test]
fn who_is_taken_off_loses_the_step_and_what_was_added_to_it_by_hand_stays() {
    let station = filled();
    let mut h = setup(&station).start();
    h.press("f space space y c ctrl-s");
    let caseload = station.caseload();
    let current = &caseload.office.workshops[0];
    let mut fewer = current.value.clone();
    let gone = fewer.participants.remove(0);
    let recording = Recording {
        workshop: fewer,
        replaces: Some((current.id, current.entry)),
        draft: None,
        confirmed: false,
    };
    let saved = station.ask(Request::RecordWorkshop(Box::new(recording.clone())));
    assert!(matches!(saved, Outcome::Saved(_)), "{saved:?}");
    assert!(station.file(gone.person).steps.is_empty());
    let again = station.ask(Request::RecordWorkshop(Box::new(recording)));
    assert!(matches!(again, Outcome::Failed(ref it) if it.id == "changed-meanwhile"), "{again:?}");
}

#[test]
fn a_workshop_that_is_withdrawn_takes_its_steps_along() {
    let station = filled();
    let mut h = setup(&station).start();
    h.press("f space space y c ctrl-s");
    h.press("m tab tab tab tab").press("delete");
    assert!(station.caseload().office.workshops.is_empty());
    assert!(steps(&station).iter().all(Vec::is_empty), "{:?}", steps(&station));
    h.press("u");
    assert_eq!(workshop(&station).came(), 2);
    assert_eq!(steps(&station).iter().filter(|it| it.len() == 1).count(), 2);
}

#[test]
fn a_workshop_left_unfinished_is_taken_up_for_the_same_people() {
    let station = filled();
    let mut h = setup(&station).start();
    h.press("f space space y c").press("esc");
    assert_eq!(station.drafts().len(), 1);
    let mut h = setup(&station).start();
    h.press("enter ctrl-s");
    assert_eq!(workshop(&station).participants.len(), 2, "{}", seen(&h));
}

#[test]
fn how_they_look() {
    for language in [Language::French, Language::English] {
        for (width, height) in [(80, 24), (120, 40)] {
            let station = filled();
            let mut h = setup(&station).language(language).size(width, height).start();
            let snapshot = |h: &Harness, name: &str| {
                let id = format!("workshop-{name}-{}-{width}", language.tag());
                insta::with_settings!({ snapshot_path => "snapshots/office", prepend_module_to_snapshot => false }, {
                    insta::assert_snapshot!(id, h.screen());
                });
            };
            h.press("f space space space y");
            snapshot(&h, "form");
            h.press("c ctrl-s");
            h.press("m tab tab tab tab");
            snapshot(&h, "list");
            h.press("enter n x");
            snapshot(&h, "sheet");
        }
    }
}
