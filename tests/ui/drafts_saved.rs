//! What was saved leaves no draft behind: whatever was typed last, however slow the disk is, and wherever it was
//! typed. A draft sealed after the save that it belonged to would come back as if nothing had been saved.

use jalon::ui::action::Action;
use jalon::usecase::request::{DraftKey, Request};

use super::forms_station::Station;
use super::screens::setup;
use super::screens_people::fill;
use crate::support::harness::Harness;

/// Where something is typed, from home: the keys that lead there, what is typed, how it is saved.
const PLACES: [(&str, &str, &str); 5] = [
    ("e", "leroy 45 p d CV à jour", "enter"),
    ("f enter i", "h", "f2"),
    ("f enter s m tab", "Atelier CV", "f2"),
    ("f enter k", "a", "f2"),
    ("f space space y c", "c", "f2"),
];

fn filled() -> Station {
    let station = Station::new();
    fill(&station);
    station
}

fn at(station: &Station, keys: &str) -> Harness {
    let mut h = setup(station).start();
    h.press(keys).take_requests();
    h
}

/// The draft that a request makes pointless.
fn saved(request: &Request) -> Option<DraftKey> {
    match request {
        Request::Save(save) => save.draft.clone(),
        Request::RecordWorkshop(recording) => recording.draft.clone(),
        _ => None,
    }
}

/// Nothing seals a draft once what it holds is on its way to be saved.
fn assert_sealed_before(requests: &[Request], place: &str) {
    let at = requests.iter().rposition(|it| saved(it).is_some());
    let at = at.unwrap_or_else(|| unreachable!("{place}: nothing was saved: {requests:?}"));
    let key = saved(&requests[at]).expect("a draft");
    let is_kept = |it: &Request| matches!(it, Request::KeepDraft { key: kept, .. } if *kept == key);
    assert!(
        requests[..at].iter().any(is_kept),
        "{place}: what was typed last was never sealed: {requests:?}"
    );
    assert!(!requests[at..].iter().any(is_kept), "{place}: sealed after it was saved: {requests:?}");
}

#[test]
fn what_is_saved_at_once_is_sealed_before_and_dropped() {
    for (keys, text, save) in PLACES {
        let station = filled();
        let mut h = at(&station, keys);
        h.type_text(text).press(save);
        if !h.screen().contains("Enregistré") {
            h.press(save);
        }
        assert!(h.screen().contains("Enregistré"), "{keys}\n{}", h.screen());
        assert_sealed_before(&h.take_requests(), keys);
        assert_eq!(station.drafts().len(), 0, "{keys}");
        h.wait(3).wait(3);
        assert!(!h.take_requests().iter().any(|it| matches!(it, Request::KeepDraft { .. })), "{keys}");
        assert_eq!(station.drafts().len(), 0, "{keys}");
        let again = setup(&station).start();
        assert!(!again.screen().contains("repris là où il en était"), "{keys}\n{}", again.screen());
    }
}

/// The disk answers late: the two seconds after a key pass meanwhile, the window is resized, keys are pressed.
#[test]
fn a_slow_disk_seals_nothing_after_the_save() {
    for (keys, text, save) in PLACES {
        let station = filled();
        let mut h = at(&station, keys);
        h.type_text(text).hold_answers().press(save).wait(3).resize(100, 30).wait(3);
        h.release().wait(3);
        if !h.screen().contains("Enregistré") {
            h.press(save).wait(3);
        }
        assert!(h.screen().contains("Enregistré"), "{keys}\n{}", h.screen());
        assert_eq!(station.drafts().len(), 0, "{keys}");
    }
}

/// What the station refuses was not saved: it is still there, and is saved once corrected.
#[test]
fn what_is_refused_keeps_its_draft_until_it_is_saved() {
    let station = filled();
    let mut h = at(&station, "e");
    h.type_text("leroy 45 p n, 2 90 05 76 540 123 45").press("enter").wait(3);
    assert!(h.screen().contains("sécurité sociale"), "{}", h.screen());
    assert_eq!(station.drafts().len(), 1);
    h.press("ctrl-u").type_text("leroy 45 p n rien à dire").press("enter");
    assert!(h.screen().contains("Enregistré"), "{}", h.screen());
    assert_eq!(station.drafts().len(), 0);
}

/// A draft of something else stays.
#[test]
fn saving_one_thing_drops_the_draft_of_no_other() {
    let station = filled();
    let mut h = at(&station, "f enter s m tab");
    h.type_text("Atelier CV").press("esc");
    assert_eq!(station.drafts().len(), 1);
    h.press("i").type_text("h").press("f2");
    if !h.screen().contains("Enregistré") {
        h.press("f2");
    }
    let left = station.drafts();
    assert_eq!(left.iter().map(|it| it.key.form.as_str()).collect::<Vec<_>>(), ["step"]);
    h.act(Action::PageNext);
    assert!(h.screen().contains("brouillon"), "{}", h.screen());
}
