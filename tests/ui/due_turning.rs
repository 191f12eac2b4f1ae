//! Another day for a great many people: judged piece by piece, while keys are answered.

use std::collections::BTreeMap;
use std::time::Duration;

use jalon::ui::action::Action;
use jalon::ui::event::Event;
use jalon::ui::start;
use jalon::usecase::outcome::{Opened, Outcome, UndoState};
use jalon::usecase::request::Request;

use super::board::invented;
use crate::support::harness::Harness;

/// More people than are judged between two keys.
const PEOPLE: usize = 900;

fn due() -> Harness {
    let opened = Opened {
        caseload: invented(PEOPLE),
        drafts: Vec::new(),
        undo: UndoState::default(),
        unsent: 0,
        remembered: BTreeMap::new(),
        notices: Vec::new(),
        is_demo: false,
    };
    let mut h = Harness::new(start::doors())
        .today("2026-03-12")
        .worker(move |request| match request {
            Request::Look => Outcome::Opened(Box::new(opened.clone())),
            other => unreachable!("{other:?}"),
        })
        .start();
    h.press("r");
    h
}

fn look_at(h: &mut Harness, day: &str) {
    h.act(Action::AsOfDay);
    h.type_text(day).press("enter");
}

/// Lets the application go on while it asks to.
fn go_on(h: &mut Harness) -> usize {
    let mut pieces = 0;
    while h.app().wake_in(h.now()) == Some(Duration::ZERO) {
        h.event(Event::Wake);
        pieces += 1;
    }
    pieces
}

#[test]
fn what_was_shown_stays_until_everybody_is_counted() {
    let mut h = due();
    let before: Vec<String> = (3..20).map(|row| h.row(row)).collect();
    look_at(&mut h, "12/09/2027");
    assert!(h.screen().contains("on compte…"), "{}", h.screen());
    let meanwhile: Vec<String> = (3..20).map(|row| h.row(row)).collect();
    assert_eq!(meanwhile, before);
    assert!(go_on(&mut h) > 2);
    assert!(!h.screen().contains("on compte…"), "{}", h.screen());
    assert!(h.screen().contains("12/09/2027"), "{}", h.screen());
}

#[test]
fn a_key_typed_meanwhile_is_answered() {
    let mut h = due();
    look_at(&mut h, "11/09/2027");
    h.event(Event::Wake).press("+");
    go_on(&mut h);
    let by_keys = h.screen();
    let mut other = due();
    look_at(&mut other, "12/09/2027");
    go_on(&mut other);
    assert_eq!(by_keys, other.screen());
    // A key of the list ends what was begun: it moves on the new day.
    look_at(&mut h, "12/09/2028");
    h.event(Event::Wake).press("down");
    assert_ne!(h.app().wake_in(h.now()), Some(Duration::ZERO));
    assert!(!h.screen().contains("on compte…"), "{}", h.screen());
}
