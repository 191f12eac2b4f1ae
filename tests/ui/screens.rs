//! Home, caseload, due and closing page: flows by action on a real station, and how they look.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::Write;
use std::rc::Rc;

use jalon::domain::body::Body;
use jalon::domain::codes::{ExitReason, Outcome as Became};
use jalon::domain::enrolment::Enrolment;
use jalon::domain::interview::Signature;
use jalon::i18n::Language;
use jalon::ui::action::Action;
use jalon::ui::start;
use jalon::ui::terminal::wiping::Wiping;
use jalon::usecase::outcome::{Opened, Outcome, UndoState};
use jalon::usecase::request::Request;
use ratatui::Terminal;
use ratatui::layout::Size;

use super::board::invented;
use super::file_people;
use super::forms_station::{Station, TODAY, day};
use super::screens_people::{fill, person, planned};
use crate::support::harness::{Harness, Setup};

/// The application with its real doors, on this station, which is open already.
pub fn setup(station: &Station) -> Setup {
    let station = station.clone();
    Harness::new(start::doors()).worker(move |request| station.ask(request)).today(TODAY)
}

/// The screen with plain spaces: what is tested is what it says.
fn seen(h: &Harness) -> String {
    h.screen().replace(['\u{a0}', '\u{202f}'], " ")
}

fn row(h: &Harness, row: usize) -> String {
    seen(h).lines().nth(row).unwrap_or_default().to_owned()
}

fn filled() -> Station {
    let station = Station::new();
    fill(&station);
    station
}

#[test]
fn home_lists_appointments_then_people_to_act_on_with_the_reason() {
    let h = setup(&filled()).start();
    let screen = seen(&h);
    let at = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text}\n{screen}"));
    assert!(at("09h30") < at("14h00"));
    assert!(at("14h00") < at("À traiter"));
    // The three years of Traoré come before the gap of Marchand: the commission must be seized.
    assert!(at("TRAORÉ") < at("MARCHAND"));
    assert!(screen.contains("aucun entretien physique en janvier 2026 +1"), "{screen}");
    assert!(screen.contains("Signatures à demander (1)"), "{screen}");
}

#[test]
fn an_appointment_kept_takes_two_keys_and_is_on_the_disk() {
    let station = Station::new();
    let diallo = fill(&station);
    let mut h = setup(&station).start();
    h.press("v enter");
    assert!(seen(&h).contains("Enregistré"), "{}", h.screen());
    let file = station.file(diallo);
    let held = file.interviews.iter().find(|it| it.value.date == day(TODAY)).expect("today's");
    assert_eq!(held.value.outcome, Became::Held);
    assert_eq!(held.value.duration_min, Some(45));
    assert_eq!(held.value.participant_signature, Signature::Paper { on: day(TODAY) });
    assert_eq!(held.value.counsellor_signature, Signature::Paper { on: day(TODAY) });
    // Nothing moved under the fingers: the line is still there, and says what became of it.
    assert!(row(&h, 4).contains("› 09h30"), "{}", h.screen());
    assert!(row(&h, 4).contains("tenu · 45 min"), "{}", h.screen());
}

#[test]
fn what_the_record_still_lacks_opens_with_enter_afterwards() {
    let mut h = setup(&filled()).start();
    h.press("enter");
    assert!(row(&h, 1).contains("[Résumé]"), "{}", seen(&h));
    h.press("esc").press("v enter");
    assert!(seen(&h).contains("Entrée : son compte rendu"), "{}", seen(&h));
    h.press("enter");
    assert!(row(&h, 0).contains("entretien"), "{}", seen(&h));
}

#[test]
fn somebody_new_is_one_key_away_from_the_caseload() {
    let mut h = setup(&Station::new()).start();
    h.press("f n");
    assert!(row(&h, 0).contains("nouvelle personne"), "{}", seen(&h));
}

#[test]
fn what_is_unlikely_is_saved_by_the_same_key_again() {
    let station = Station::new();
    let gone = Enrolment {
        enrolled_on: Some(day("2024-01-11")),
        deed_signed_on: Some(day("2024-01-11")),
        exited_on: Some(day("2026-01-08")),
        exit_reason: Some(ExitReason::Permanent),
        ..Enrolment::default()
    };
    let person = station.add(
        Body::Person(person("Petit", "Éric", "1979-11-03", "76681")),
        vec![Body::Enrolment(gone), planned("2026-03-12", 9, 30)],
    );
    let mut h = setup(&station).start();
    h.press("v enter");
    assert!(row(&h, 22).starts_with("Alerte"), "{}", seen(&h));
    assert_eq!(station.file(person).interviews[0].value.outcome, Became::Planned);
    h.press("v");
    assert_eq!(station.file(person).interviews[0].value.outcome, Became::Held);
}

#[test]
fn every_screen_draws_in_every_window() {
    let mut h = setup(&filled()).start();
    for (width, height) in [(40, 12), (41, 13), (57, 17), (79, 24), (109, 30), (110, 12), (220, 70)] {
        h.resize(width, height);
        for place in [Action::HomeOpen, Action::CaseloadOpen, Action::DueOpen] {
            h.act(place).press("down down end up");
            h.act(Action::Why).press("esc");
            assert_eq!(h.screen().lines().count(), usize::from(height));
        }
        h.act(Action::CaseloadOpen).press("/").type_text("zzz").press("esc t esc l esc");
        h.act(Action::HomeOpen).press("home v esc n esc").act(Action::Quit).press("esc");
        assert!(!h.has_quit());
    }
}

#[test]
fn another_duration_is_typed_over_the_usual_one_without_the_shift_key() {
    let station = Station::new();
    let diallo = fill(&station);
    let mut h = setup(&station).start();
    h.press("v").type_text("'à").press("enter");
    let file = station.file(diallo);
    assert_eq!(file.interviews.last().expect("today's").value.duration_min, Some(40));
}

#[test]
fn a_no_show_and_its_new_appointment_take_two_keys() {
    let station = Station::new();
    let diallo = fill(&station);
    let mut h = setup(&station).start();
    h.press("n enter");
    assert!(seen(&h).contains("19/03/2026"), "{}", h.screen());
    let file = station.file(diallo);
    let outcomes: Vec<_> =
        file.interviews.iter().map(|it| (it.value.date, it.value.outcome, it.value.start)).collect();
    let half_past_nine = chrono::NaiveTime::from_hms_opt(9, 30, 0);
    assert_eq!(
        outcomes[1..],
        [(day(TODAY), Became::NoShow, half_past_nine), (day("2026-03-19"), Became::Planned, half_past_nine)]
    );
    h.act(Action::Undo);
    assert_eq!(station.file(diallo).interviews.len(), 2, "one act, undone as one");
}

#[test]
fn a_no_show_without_another_appointment_takes_one_letter_more() {
    let station = Station::new();
    let diallo = fill(&station);
    setup(&station).start().press("n n enter");
    let file = station.file(diallo);
    assert_eq!(file.interviews.len(), 2);
    assert_eq!(file.interviews[1].value.outcome, Became::NoShow);
}

#[test]
fn the_appointment_proposed_is_accepted_with_one_key() {
    let station = filled();
    let mut h = setup(&station).start();
    h.press("end").act(Action::ListFirst);
    h.press("v enter o");
    // Four weeks after a Thursday is a Thursday.
    assert!(seen(&h).contains("rendez-vous jeu. 09/04/2026"), "{}", h.screen());
}

#[test]
fn somebody_is_found_and_opened_with_three_letters() {
    let mut h = setup(&filled()).start();
    h.press("/").type_text("mar").press("enter");
    assert!(row(&h, 0).starts_with("MARCHAND Luc · 14/07/1969"), "{}", h.screen());
}

#[test]
fn a_search_forgives_and_says_when_nobody_answers() {
    let mut h = setup(&filled()).start();
    h.press("/").type_text("traore");
    assert!(seen(&h).contains("TRAORÉ Fatoumata"), "{}", h.screen());
    h.type_text("zzz");
    assert!(seen(&h).contains("Personne ne répond"), "{}", h.screen());
    h.press("esc");
    assert!(seen(&h).contains("8 personnes"), "{}", h.screen());
}

#[test]
fn the_letters_that_answer_a_search_show() {
    let mut h = setup(&filled()).start();
    h.press("/").type_text("trao");
    let found = h.styled();
    h.press("esc");
    assert!(found.lines().count() > 24 && found != h.styled());
    insta::with_settings!({ snapshot_path => "snapshots/screens", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("search-styled", found);
    });
}

#[test]
fn homonyms_show_what_differs() {
    let mut h = setup(&filled()).start();
    h.press("f");
    assert!(seen(&h).contains("MARTIN Sophie 01/04/84"), "{}", h.screen());
    assert!(seen(&h).contains("MARTIN Sophie 24/12/96"), "{}", h.screen());
    assert!(!seen(&h).contains("DA SILVA"), "{}", h.screen());
}

#[test]
fn the_caseload_is_sorted_by_silence_and_remembers_it() {
    let station = filled();
    let mut h = setup(&station).start();
    h.press("f t up enter");
    assert!(row(&h, 3).contains("MARCHAND"), "{}", h.screen());
    let mut h = setup(&station).start();
    h.press("f");
    assert!(row(&h, 3).contains("MARCHAND"), "{}", h.screen());
    h.press("t enter");
    assert!(row(&h, 10).contains("MARCHAND"), "{}", h.screen());
}

#[test]
fn the_caseload_is_narrowed_to_an_alert_and_back() {
    let mut h = setup(&filled()).start();
    h.press("f l").type_text("sans entretien").press("enter");
    assert!(row(&h, 1).contains("sans entretien individuel"), "{}", h.screen());
    assert!(row(&h, 3).contains("MARCHAND"), "{}", h.screen());
    assert!(!seen(&h).contains("LEROY"), "{}", h.screen());
    h.press("l").type_text("sans entretien").press("enter");
    assert!(seen(&h).contains("LEROY"), "{}", h.screen());
}

#[test]
fn what_is_due_and_why_take_one_key_each() {
    let mut h = setup(&filled()).start();
    h.press("r");
    assert!(row(&h, 0).contains("Échéances"), "{}", h.screen());
    assert!(row(&h, 1).contains("jeu. 12/03/2026"), "{}", h.screen());
    h.press("p");
    let screen = seen(&h);
    for told in ["R7-14", "02/02/2023", "02/02/2026", "36 mois", "depuis 38 jours"] {
        assert!(screen.contains(told), "{told}\n{screen}");
    }
}

#[test]
fn what_will_be_due_is_seen_from_another_day() {
    let mut h = setup(&filled()).start();
    h.press("r +");
    assert!(row(&h, 1).contains("ven. 13/03/2026 (dans 1 jour)"), "{}", h.screen());
    h.press("d").type_text("30/3").press("enter");
    assert!(row(&h, 1).contains("lun. 30/03/2026 (dans 18 jours)"), "{}", h.screen());
    h.press("=");
    assert!(row(&h, 1).contains("Aujourd’hui, jeu. 12/03/2026"), "{}", h.screen());
}

#[test]
fn others_are_initials_in_discreet_mode() {
    let mut h = setup(&filled()).size(140, 40).start();
    h.act(Action::Discreet);
    for place in [Action::HomeOpen, Action::CaseloadOpen, Action::DueOpen] {
        h.act(place);
        let screen = seen(&h);
        for name in ["DIALLO", "Aminata", "MARCHAND", "06 12", "01/04/84"] {
            assert!(!screen.contains(name), "{name}\n{screen}");
        }
        assert!(screen.contains("L. M."), "{screen}");
    }
}

#[test]
fn closing_says_what_would_be_forgotten_and_never_blocks() {
    let mut h = setup(&filled()).start();
    h.press("ctrl-q");
    let screen = seen(&h);
    assert!(screen.contains("Rendez-vous sans suite notée (3)"), "{screen}");
    assert!(screen.contains("Comptes rendus à signer (1)"), "{screen}");
    assert!(!h.has_quit());
    h.press("ctrl-q");
    assert!(h.has_quit());
}

#[test]
fn what_the_closing_page_lists_is_opened_and_one_comes_back() {
    let mut h = setup(&filled()).start();
    h.press("ctrl-q");
    let first = seen(&h).lines().find(|line| line.starts_with("› ")).map(str::to_owned);
    assert!(first.as_ref().is_some_and(|line| !line.contains('(')), "no heading is selected: {first:?}");
    h.press("enter");
    assert!(seen(&h).contains("Issue"), "the record of the appointment\n{}", seen(&h));
    h.press("tab tab").type_text("a").press("f2");
    let screen = seen(&h);
    assert!(screen.contains("Rendez-vous sans suite notée (2)"), "{screen}");
    h.press("end enter");
    assert!(!seen(&h).contains("Avant de fermer"), "{}", seen(&h));
    h.press("esc");
    assert!(seen(&h).contains("Avant de fermer"), "{}", seen(&h));
    h.press("ctrl-q");
    assert!(h.has_quit(), "it was seen: quitting quits");
}

/// What a terminal receives.
#[derive(Clone, Default)]
struct Wire(Rc<RefCell<Vec<u8>>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn moving_by_one_line_writes_less_than_250_bytes() {
    let mut h = setup(&filled()).start();
    let wire = Wire::default();
    let window = || Ok(Size { width: 80, height: 24 });
    let mut terminal = Terminal::new(Wiping::new(wire.clone(), window)).expect("memory");
    for place in [Action::HomeOpen, Action::CaseloadOpen, Action::DueOpen] {
        h.act(place).press("down down down");
        terminal.draw(|frame| h.app().draw(frame, h.now())).expect("memory");
        h.press("down");
        wire.0.borrow_mut().clear();
        terminal.draw(|frame| h.app().draw(frame, h.now())).expect("memory");
        let bytes = wire.0.borrow().len();
        assert!((1..250).contains(&bytes), "{place:?}: {bytes} bytes");
    }
    h.act(Action::CaseloadOpen).press("space");
    terminal.draw(|frame| h.app().draw(frame, h.now())).expect("memory");
    h.press("space");
    wire.0.borrow_mut().clear();
    terminal.draw(|frame| h.app().draw(frame, h.now())).expect("memory");
    let bytes = wire.0.borrow().len();
    assert!((1..250).contains(&bytes), "marking one more: {bytes} bytes");
}

fn snapshots(name: &str, station: &Station) {
    snapshots_of(name, &[Language::French, Language::English], || setup(station));
}

fn snapshots_of(name: &str, languages: &[Language], setup: impl Fn() -> Setup) {
    for language in languages {
        for size in [(80, 24), (120, 40)] {
            let mut h = setup().language(*language).size(size.0, size.1).start();
            for (place, action) in [
                ("home", Action::HomeOpen),
                ("caseload", Action::CaseloadOpen),
                ("due", Action::DueOpen),
                ("closing", Action::Quit),
            ] {
                h.act(action);
                let id = format!("{place}-{name}-{}-{}", language.tag(), size.0);
                insta::with_settings!({ snapshot_path => "snapshots/screens", prepend_module_to_snapshot => false }, {
                    insta::assert_snapshot!(id, h.screen());
                });
            }
        }
    }
}

#[test]
fn places_of_an_empty_station() {
    snapshots("empty", &Station::new());
}

#[test]
fn places_of_a_typical_station() {
    snapshots("typical", &filled());
}

#[test]
fn places_of_long_names() {
    let station = Station::new();
    let (person, rest) = file_people::long();
    station.add(person, rest);
    snapshots("long", &station);
}

#[test]
fn places_of_a_hundred_and_twenty_people() {
    let opened = Opened {
        caseload: invented(120),
        drafts: Vec::new(),
        undo: UndoState::default(),
        unsent: 12,
        remembered: BTreeMap::new(),
        notices: Vec::new(),
        is_demo: false,
    };
    snapshots_of("many", &[Language::French], || {
        let opened = opened.clone();
        Harness::new(start::doors()).today(TODAY).worker(move |request| match request {
            Request::Look => Outcome::Opened(Box::new(opened.clone())),
            other => unreachable!("{other:?}"),
        })
    });
}

#[test]
fn drafts_are_listed_at_home_and_taken_up_with_enter() {
    let mut h = setup(&filled()).start();
    h.press("f i").type_text("9").press("esc esc");
    assert!(seen(&h).contains("Brouillons (1)"), "{}", seen(&h));
    h.press("end enter");
    assert!(row(&h, 0).contains("entretien"), "{}", seen(&h));
}

#[test]
fn a_draft_that_was_saved_is_no_longer_listed_at_home() {
    let mut h = setup(&filled()).start();
    h.press("v enter enter").type_text("Point sur le permis.").press("tab");
    h.press("ctrl-s");
    assert!(seen(&h).contains("Enregistré"), "{}", seen(&h));
    assert!(row(&h, 0).starts_with("Aujourd’hui  "), "{}", seen(&h));
    assert!(!seen(&h).contains("Brouillons"), "{}", seen(&h));
}

#[test]
fn why_in_both_languages() {
    let station = filled();
    for language in [Language::French, Language::English] {
        for size in [(80, 24), (120, 40)] {
            let mut h = setup(&station).language(language).size(size.0, size.1).start();
            h.act(Action::DueOpen).act(Action::Why);
            let id = format!("why-{}-{}", language.tag(), size.0);
            insta::with_settings!({ snapshot_path => "snapshots/screens", prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(id, h.screen());
            });
        }
    }
}
