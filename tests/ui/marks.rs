//! Several people of the caseload at once: marked, entered for as one act, undone as one.

use jalon::domain::body::Body;
use jalon::domain::id::PersonId;
use jalon::domain::limitation::{Limitation, LimitationReason};
use jalon::i18n::Language;
use jalon::ui::action::Action;
use jalon::ui::keymap::{EMBEDDED, Keymap};
use jalon::usecase::outcome::Outcome;
use jalon::usecase::request::{Change, Request, Save};

use super::forms_station::{Station, TODAY, day};
use super::screens::setup;
use super::screens_people::{fill, person};
use crate::support::harness::Harness;

fn filled() -> Station {
    let station = Station::new();
    fill(&station);
    station
}

/// The screen with plain spaces.
fn seen(h: &Harness) -> String {
    h.screen().replace(['\u{a0}', '\u{202f}'], " ")
}

/// Whose file holds an event.
fn with_an_event(station: &Station) -> Vec<PersonId> {
    let files = station.caseload().files;
    files.iter().filter(|(_, file)| !file.contacts.is_empty()).map(|(person, _)| *person).collect()
}

#[test]
fn the_same_event_is_one_act_for_everybody_marked() {
    for (name, _) in EMBEDDED {
        let station = filled();
        let mut h = setup(&station).keymap(Keymap::named(name)).start();
        h.press("f").act(Action::ListFirst).press("space space space");
        assert!(seen(&h).contains("3 coché·es (Échap décoche)"), "{name}\n{}", h.screen());
        h.act(Action::ContactNew);
        assert!(seen(&h).contains("évènement : 3 personnes"), "{name}\n{}", h.screen());
        assert!(seen(&h).contains("Pour DIALLO Aminata, LEROY Karim, MARCHAND Luc."), "{}", h.screen());
        h.type_text("appel").press("enter ctrl-s");
        assert!(seen(&h).contains("Enregistré : évènement du 12/03, 3 personnes"), "{}", h.screen());
        assert_eq!(with_an_event(&station).len(), 3);
        h.press("u");
        assert!(seen(&h).contains("Annulé : évènement du 12/03, 3 personnes"), "{}", h.screen());
        assert!(with_an_event(&station).is_empty());
        h.press("ctrl-r");
        assert_eq!(with_an_event(&station).len(), 3);
    }
}

/// Limits the processing of the first of the caseload that bears this name.
fn limit(station: &Station, family_name: &str) {
    let files = station.caseload().files;
    let file = files.values().find(|it| it.person.value.family_name == family_name).expect("somebody");
    let limitation = Limitation {
        since: day("2026-03-01"),
        reason: LimitationReason::Contested,
        note: String::new(),
        lifted_on: None,
        lifted_because: String::new(),
    };
    let change = Change { person: Some(file.id), replaces: None, body: Some(Body::Limitation(limitation)) };
    let save = Save { changes: vec![change], draft: None, confirmed: true };
    let saved = station.ask(Request::Save(Box::new(save)));
    assert!(matches!(saved, Outcome::Saved(_)), "{saved:?}");
}

#[test]
fn somebody_limited_is_passed_over_and_named_and_the_others_are_saved() {
    let station = filled();
    limit(&station, "Leroy");
    let mut h = setup(&station).size(120, 40).start();
    h.press("f").act(Action::ListFirst).press("space space space").act(Action::ContactNew);
    assert!(seen(&h).contains("évènement : 2 personnes"), "{}", h.screen());
    assert!(seen(&h).contains("Pour DIALLO Aminata, MARCHAND Luc."), "{}", h.screen());
    assert!(seen(&h).contains("Laissé de côté : LEROY Karim (limité)."), "{}", h.screen());
    h.type_text("appel").press("enter ctrl-s");
    assert!(seen(&h).contains("2 personnes, sauf LEROY Karim (limité)"), "{}", h.screen());
    assert_eq!(with_an_event(&station).len(), 2);
    h.press("u");
    assert!(with_an_event(&station).is_empty(), "one act");
    // The quick line says it before anything is typed further.
    h.press("esc e").type_text("leroy 45 p");
    assert!(seen(&h).contains("LEROY Karim (limité)"), "{}", h.screen());
}

#[test]
fn marks_hold_through_searches_and_sorts_and_esc_lets_them_go() {
    let mut h = setup(&filled()).start();
    h.press("f /").type_text("leroy").press("tab").type_text("diallo").press("tab").type_text("nguyen");
    assert!(seen(&h).contains("2 coché·es · 1 personne"), "{}", h.screen());
    h.press("esc");
    assert!(seen(&h).contains("2 coché·es (Échap décoche) · 8 personnes"), "{}", h.screen());
    assert_eq!(h.screen().lines().filter(|line| line.get(..5).is_some_and(|it| it.contains('✓'))).count(), 2);
    h.press("t").type_text("nom").press("enter").press("l").type_text("communexx").press("esc");
    assert!(seen(&h).contains("2 coché·es"), "{}", h.screen());
    h.press("esc");
    assert!(!seen(&h).contains("coché·es"), "{}", h.screen());
    assert!(h.row(0).contains("File active"), "Esc let go and stayed\n{}", h.screen());
    h.press("c");
    assert!(seen(&h).contains("8 coché·es"), "{}", h.screen());
    h.press("c");
    assert!(!seen(&h).contains("coché·es"), "{}", h.screen());
    h.press("esc");
    assert!(h.row(0).contains("Aujourd’hui") && !h.row(0).contains("File active"), "{}", h.screen());
}

#[test]
fn one_person_marked_gets_the_usual_form_and_an_interview_is_for_one() {
    let mut h = setup(&filled()).start();
    h.press("f space down k");
    assert!(h.row(0).contains("DIALLO"), "the one marked, not the one selected\n{}", h.screen());
    h.press("esc i");
    assert!(seen(&h).contains("Un entretien s’enregistre pour une personne à la fois"), "{}", h.screen());
}

#[test]
fn a_group_left_half_way_waits_in_the_drafts_with_its_people() {
    let station = filled();
    let mut h = setup(&station).start();
    h.press("f space space s").type_text("e").press("enter").type_text("Atelier CV").press("esc");
    drop(h);
    let mut h = setup(&station).start();
    assert!(seen(&h).contains("(un groupe)"), "{}", h.screen());
    h.press("home");
    while !h.screen().lines().any(|line| line.starts_with('›') && line.contains("un groupe")) {
        let before = h.screen();
        h.press("down");
        assert_ne!(before, h.screen(), "the draft is never reached");
    }
    h.press("enter");
    assert!(seen(&h).contains("étape : 2 personnes"), "{}", h.screen());
    assert!(seen(&h).contains("Atelier CV"), "{}", h.screen());
    h.press("ctrl-s");
    let files = station.caseload().files;
    let has =
        |title: &str| files.values().filter(|it| it.steps.iter().any(|s| s.value.title == title)).count();
    assert_eq!(has("Atelier CV"), 2);
    assert!(station.drafts().is_empty());
}

#[test]
fn what_is_unlikely_of_one_of_them_is_said_by_name_before_anything_is_saved() {
    let station = filled();
    let appointments = || {
        let files = station.caseload().files;
        files.values().flat_map(|it| &it.interviews).filter(|it| it.value.date > day(TODAY)).count()
    };
    let mut h = setup(&station).start();
    h.press("f l").type_text("tout le monde").press("enter c j ctrl-s");
    assert!(seen(&h).contains("DA SILVA Maria : "), "she has left\n{}", h.screen());
    assert_eq!(appointments(), 0);
    h.press("ctrl-s");
    assert!(seen(&h).contains("9 personnes (u pour annuler)"), "{}", h.screen());
    assert_eq!(appointments(), 9);
}

#[test]
fn a_workshop_of_twelve_people_takes_at_most_twenty_keys() {
    let station = Station::new();
    for rank in 0..14 {
        let name = format!("Atelier{}", char::from(b'a' + rank));
        station.add(
            jalon::domain::body::Body::Person(person(&name, "Luc", "1980-01-01", "76540")),
            vec![super::screens_people::adhesion("2025-11-06")],
        );
    }
    let mut h = setup(&station).start();
    h.press("f s").type_text("e").press("enter").type_text("Atelier CV").press("ctrl-s");
    let script =
        "f space space space space space space space space space space space space s e enter = ctrl-s";
    h.press("a").press(script);
    assert!(seen(&h).contains("Enregistré : étape du 12/03, 12 personnes"), "{}", h.screen());
    assert!(script.split(' ').count() <= 20);
}

#[test]
fn how_marks_and_a_group_look() {
    for (language, tag) in [(Language::French, "fr"), (Language::English, "en")] {
        for (width, height) in [(80, 24), (120, 40)] {
            let mut h = setup(&filled()).language(language).size(width, height).start();
            h.press("f space down space");
            insta::with_settings!({snapshot_path => "snapshots/lists", prepend_module_to_snapshot => false}, {
                insta::assert_snapshot!(format!("marked_{tag}_{width}x{height}"), h.screen());
            });
            h.press("k");
            insta::with_settings!({snapshot_path => "snapshots/lists", prepend_module_to_snapshot => false}, {
                insta::assert_snapshot!(format!("group_{tag}_{width}x{height}"), h.screen());
            });
        }
    }
}
