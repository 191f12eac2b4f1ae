//! The terminal tried out, as a value: what it shows, what it learns, what follows.

use jalon::i18n::Language;
use jalon::ui::start;
use jalon::ui::terminal::learnt::{Learnt, Shown};
use jalon::ui::terminal::signs::Signs;
use jalon::usecase::outcome::{Found, Outcome};
use jalon::usecase::request::Request;

use crate::support::harness::{Harness, Setup};

fn first_run() -> Setup {
    let shown = Shown { signs: Signs::All, is_tried: false };
    Harness::new(start::doors()).on(shown).worker(|request| match request {
        Request::Look => Outcome::Found(Found::Nothing { place: "/srv/jalon".into() }),
        other => unreachable!("{other:?}"),
    })
}

#[test]
fn it_costs_one_enter_when_all_is_well() {
    let mut h = first_run().start();
    assert_eq!(h.learnt(), None);
    h.press("enter");
    assert!(h.screen().contains("Bienvenue dans Jalon"), "{}", h.screen());
    let fine = Learnt { signs: Signs::All, has_function_keys: false, has_ctrl_s: false };
    assert_eq!(h.learnt(), Some(fine));
}

#[test]
fn what_is_tried_is_learnt() {
    let mut h = first_run().start();
    h.press("ctrl-s f2 s s enter");
    let learnt = Learnt { signs: Signs::Ascii, has_function_keys: true, has_ctrl_s: true };
    assert_eq!(h.learnt(), Some(learnt));
}

#[test]
fn it_fits_any_window_and_both_languages() {
    for language in [Language::French, Language::English] {
        let h = first_run().language(language).start();
        insta::assert_snapshot!(format!("terminal_check_{}", language.tag()), h.screen());
        for (width, height) in [(40, 12), (60, 20), (120, 40)] {
            let h = first_run().language(language).size(width, height).start();
            assert!(!h.screen().contains('⟦'), "{}", h.screen());
        }
    }
}
