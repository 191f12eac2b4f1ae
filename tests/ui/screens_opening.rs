//! The first run and the locked station, on a real station that does not exist yet.

use std::cell::RefCell;
use std::rc::Rc;

use jalon::crypto::KdfCost;
use jalon::domain::body::Body;
use jalon::domain::codes::{Lot, StationRole};
use jalon::domain::now::Now;
use jalon::domain::person::Person;
use jalon::i18n::Language;
use jalon::ui::action::Action;
use jalon::ui::start;
use jalon::usecase::outcome::Outcome;
use jalon::usecase::request::{Change, Request, Save, SetUp};
use jalon::usecase::worker::{Place, Worker};

use super::forms_station::{TODAY, day};
use crate::support::harness::{Harness, Setup};
use crate::support::stretch;

const PASSPHRASE: &str = "un chemin long et sinueux vers 42 emplois";

/// A folder, with or without a station in it, and its worker.
#[derive(Clone)]
struct Ground {
    _folder: Rc<tempfile::TempDir>,
    worker: Rc<RefCell<Worker>>,
    /// The words that were proposed last.
    words: Rc<RefCell<String>>,
}

fn noon() -> Now {
    Now { at: format!("{TODAY}T12:00:00Z").parse().expect("an instant"), today: day(TODAY) }
}

impl Ground {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let place = Place { data: folder.path().join("poste"), state: folder.path().join("repère") };
        let worker = Worker::new(place, || Ok(KdfCost::floor_for_tests())).on(stretch::ground());
        Self {
            _folder: Rc::new(folder),
            worker: Rc::new(RefCell::new(worker)),
            words: Rc::new(RefCell::new(String::new())),
        }
    }

    /// With a station, locked.
    fn occupied() -> Self {
        let ground = Self::new();
        let set_up = SetUp {
            role: StationRole::Counsellor,
            name: "Claire Morel".to_owned(),
            lots: vec![Lot::L6],
            passphrase: PASSPHRASE.to_owned().into(),
        };
        ground.ask(Request::SetUp(Box::new(set_up)));
        ground.ask(Request::Lock);
        ground
    }

    fn ask(&self, request: Request) -> Outcome {
        let outcome = self.worker.borrow_mut().answer(request, noon());
        if let Outcome::ProposedPassphrase(words) = &outcome {
            use secrecy::ExposeSecret as _;
            self.words.replace(words.expose_secret().to_owned());
        }
        outcome
    }

    fn setup(&self) -> Setup {
        let ground = self.clone();
        Harness::new(start::doors()).worker(move |request| ground.ask(request)).today(TODAY)
    }
}

fn seen(h: &Harness) -> String {
    h.screen().replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn the_first_run_makes_a_station_with_proved_words() {
    let ground = Ground::new();
    let mut h = ground.setup().start();
    assert!(seen(&h).contains("Bienvenue"), "{}", seen(&h));
    h.press("enter").type_text("Claire Morel").press("enter");
    h.press("1 enter").type_text("l3 m1").press("enter enter");
    let words = ground.words.borrow().clone();
    let first = words.split(' ').next().expect("a word").to_owned();
    assert!(seen(&h).contains(&format!("1. {first}")), "{}", seen(&h));
    h.press("enter").type_text("pas les bons mots").press("enter");
    assert!(seen(&h).contains("Ce ne sont pas les mêmes mots"), "{}", seen(&h));
    assert!(!seen(&h).contains(&format!("1. {first}")), "{}", seen(&h));
    h.type_text(&words.to_uppercase()).press("enter");
    let summary = seen(&h);
    for told in ["Claire Morel", "lot 3, Métropole 1", "accompagnateur·rice", "poste"] {
        assert!(summary.contains(told), "{told}\n{summary}");
    }
    h.press("enter");
    assert!(seen(&h).contains("Il n’y a encore personne"), "{}", seen(&h));
    h.act(Action::Lock).type_text(&words).press("enter");
    assert!(seen(&h).contains("Il n’y a encore personne"), "{}", seen(&h));
}

#[test]
fn a_passphrase_of_ones_own_is_judged_at_once_and_typed_twice() {
    let ground = Ground::new();
    let mut h = ground.setup().start();
    h.press("enter").type_text("Équipe").press("enter").press("3 enter");
    h.press("é enter").type_text("motdepasse2026").press("enter");
    assert!(seen(&h).contains("se devine trop facilement"), "{}", seen(&h));
    h.type_text(PASSPHRASE).press("enter").type_text("autre chose").press("enter");
    assert!(seen(&h).contains("Les deux ne sont pas les mêmes"), "{}", seen(&h));
    h.type_text(PASSPHRASE).press("enter").type_text(PASSPHRASE).press("enter");
    assert!(seen(&h).contains("équipe opérationnelle"), "{}", seen(&h));
    h.press("enter");
    assert!(seen(&h).contains("Aujourd’hui"), "{}", seen(&h));
}

#[test]
fn choices_of_the_first_run_are_moved_through_and_never_accepted_by_an_arrow() {
    let ground = Ground::new();
    let mut h = ground.setup().start();
    h.press("enter").type_text("Claire Morel").press("enter").press("down down down");
    assert!(seen(&h).contains("› 3  équipe opérationnelle"), "{}", seen(&h));
    h.press("up up");
    assert!(seen(&h).contains("› 1  accompagnateur·rice"), "{}", seen(&h));
    h.press("up");
    assert!(seen(&h).contains("Qui travaille sur ce poste"), "{}", seen(&h));
    h.press("enter enter").type_text("l\" m&").press("enter down");
    assert!(seen(&h).contains("› 2  une phrase à vous"), "{}", seen(&h));
}

#[test]
fn no_page_of_the_first_run_is_a_dead_end() {
    let ground = Ground::new();
    let mut h = ground.setup().start();
    h.press("enter up enter").type_text("Claire Morel").press("enter up up");
    assert!(seen(&h).contains("Bienvenue"), "{}", seen(&h));
    h.press("enter").press("enter enter enter enter enter up");
    assert!(seen(&h).contains("huit mots tirés au sort"), "{}", seen(&h));
    h.press("ctrl-c");
    assert!(h.has_quit());
}

#[test]
fn a_wrong_passphrase_says_so_and_its_length_is_never_shown() {
    let ground = Ground::occupied();
    let mut h = ground.setup().start();
    let prompted = h.screen();
    h.type_text("a");
    let one = (h.screen(), h.cursor());
    h.type_text("bcdefgh");
    assert_eq!(one, (h.screen(), h.cursor()));
    assert_ne!(one.0, prompted);
    h.press("enter");
    assert!(seen(&h).contains("Ce n’est pas la bonne phrase de passe"), "{}", seen(&h));
    h.type_text(PASSPHRASE).press("enter");
    assert!(h.row(0).starts_with("Aujourd’hui"), "{}", seen(&h));
}

#[test]
fn the_other_language_is_one_key_away_before_anything_is_open() {
    let mut h = Ground::occupied().setup().start();
    h.press("f3");
    assert!(seen(&h).contains("Jalon is locked"), "{}", seen(&h));
    let mut h = Ground::new().setup().start();
    h.press("ctrl-t");
    assert!(seen(&h).contains("Jalon speaks English"), "{}", seen(&h));
}

#[test]
fn a_demonstration_says_its_passphrase() {
    let h = Ground::occupied().setup().demo().start();
    assert!(seen(&h).contains("la phrase est « jalon »"), "{}", seen(&h));
}

#[test]
fn the_wait_after_several_failures_is_told() {
    let ground = Ground::occupied();
    let mut h = ground.setup().start();
    for _ in 0..4 {
        h.type_text("faux").press("enter");
    }
    h.type_text(PASSPHRASE).press("enter");
    assert!(seen(&h).contains("attendez encore"), "{}", seen(&h));
}

#[test]
fn a_station_in_use_says_by_whom_and_since_when() {
    let ground = Ground::occupied();
    let other = ground.clone();
    // The other session.
    other.ask(Request::Unlock(PASSPHRASE.to_owned().into()));
    let data = other._folder.path().join("poste");
    let place = Place { data, state: other._folder.path().join("repère") };
    let mut worker = Worker::new(place, || Ok(KdfCost::floor_for_tests())).on(stretch::ground());
    let mut h = Harness::new(start::doors())
        .worker(move |request| worker.answer(request, noon()))
        .today(TODAY)
        .start();
    h.type_text(PASSPHRASE).press("enter");
    assert!(seen(&h).contains("déjà ouvert"), "{}", seen(&h));
    let said = seen(&h).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("depuis le 12/03/2026 à "), "as people write it\n{said}");
    assert!(seen(&h).contains("jalon doctor"), "{}", seen(&h));
}

#[test]
fn after_a_lock_one_is_back_in_the_file_that_was_open() {
    let ground = Ground::occupied();
    ground.ask(Request::Unlock(PASSPHRASE.to_owned().into()));
    let person = Body::Person(Person::new("Benali", "Nadia", day("1990-05-02")));
    let change = Change { person: None, replaces: None, body: Some(person) };
    ground.ask(Request::Save(Box::new(Save { changes: vec![change], draft: None, confirmed: true })));
    ground.ask(Request::Lock);
    let mut h = ground.setup().start();
    h.type_text(PASSPHRASE).press("enter").press("/").type_text("ben").press("enter");
    assert!(h.row(0).starts_with("BENALI Nadia"), "{}", seen(&h));
    h.act(Action::Lock);
    assert!(!seen(&h).contains("BENALI"), "{}", seen(&h));
    h.type_text(PASSPHRASE).press("enter");
    assert!(h.row(0).starts_with("BENALI Nadia"), "{}", seen(&h));
    h.press("esc");
    assert!(h.row(0).starts_with("Aujourd’hui"), "{}", seen(&h));
}

#[test]
fn opening_pages_in_both_languages() {
    for language in [Language::French, Language::English] {
        for size in [(80, 24), (120, 40)] {
            let snapshot = |page: &str, h: &Harness| {
                let id = format!("{page}-{}-{}", language.tag(), size.0);
                insta::with_settings!({ snapshot_path => "snapshots/screens", prepend_module_to_snapshot => false }, {
                    insta::assert_snapshot!(id, h.screen());
                });
            };
            let ground = Ground::new();
            let mut h = ground.setup().language(language).size(size.0, size.1).start();
            snapshot("first-language", &h);
            h.press("enter").type_text("Claire Morel");
            snapshot("first-name", &h);
            h.press("enter");
            snapshot("first-role", &h);
            h.press("enter").type_text("3");
            snapshot("first-lots", &h);
            h.press("enter");
            snapshot("first-kind", &h);
            h.press("enter enter");
            snapshot("first-proof", &h);
            let ground = Ground::occupied();
            let mut h = ground.setup().language(language).size(size.0, size.1).start();
            snapshot("unlock", &h);
            h.type_text("faux").press("enter");
            snapshot("unlock-wrong", &h);
        }
    }
}
