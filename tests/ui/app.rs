//! The application's own behaviour: stack, keys, drafts, lock, end.

use jalon::i18n::Language;
use jalon::ui::action::Action;
use jalon::ui::event::Event;
use jalon::ui::keymap::Keymap;
use jalon::ui::theme::depth::Depth;
use jalon::usecase::outcome::{ActName, Failure, Opened, Outcome, Patch, UndoState, Verb};
use jalon::usecase::request::Request;

use super::kit::{doors, station};
use crate::support::harness::Harness;

fn open() -> Harness {
    let mut h = Harness::new(doors()).worker(station()).start();
    h.press("enter").take_requests();
    h
}

fn kept(h: &mut Harness) -> Vec<String> {
    let requests = h.take_requests();
    let texts = requests.into_iter().filter_map(|request| match request {
        Request::KeepDraft { bytes, .. } => Some(String::from_utf8(bytes).expect("text")),
        _ => None,
    });
    texts.collect()
}

#[test]
fn it_starts_locked_and_opens_on_home() {
    let mut h = Harness::new(doors()).worker(station()).start();
    assert!(h.screen().contains("verrouillé"));
    h.press("enter");
    assert!(h.row(0).starts_with("Aujourd’hui"), "{}", h.screen());
    assert!(h.row(0).contains("3 à envoyer"));
    assert!(h.screen().contains("0 dossiers"));
}

#[test]
fn a_passphrase_tried_when_the_program_is_suspended_opens_nothing() {
    let mut h = Harness::new(doors()).worker(station()).start();
    h.hold_answers().press("enter").event(Event::Suspended).release();
    assert!(h.screen().contains("verrouillé"), "{}", h.screen());
    let last = h.take_requests().pop();
    assert!(matches!(last, Some(Request::Look)), "locked, then looked at again: {last:?}");
    h.press("enter");
    assert!(h.row(0).starts_with("Aujourd’hui"), "{}", h.screen());
}

#[test]
fn places_open_from_home_and_esc_comes_back() {
    let mut h = open();
    h.press("f");
    assert!(h.row(0).starts_with("Aujourd’hui › Bloc-notes"));
    h.act(Action::FormLeave);
    assert!(h.row(0).starts_with("Aujourd’hui  "));
    h.press("g f");
    assert!(h.row(0).starts_with("Aujourd’hui › Bloc-notes"), "{}", h.screen());
}

#[test]
fn a_pending_sequence_shows_what_may_follow() {
    let mut h = open();
    h.press("g");
    assert!(h.row(23).contains("g a aujourd’hui"), "{}", h.screen());
    h.press("esc");
    assert!(h.row(23).contains("Entrée ouvrir"), "{}", h.screen());
}

#[test]
fn the_bottom_line_shows_only_what_works_now() {
    let h = open();
    assert!(h.row(23).contains("Entrée ouvrir  e saisie rapide"), "{}", h.screen());
    assert!(!h.row(23).contains("exporter"));
}

#[test]
fn an_action_that_cannot_be_done_says_why() {
    let mut h = open();
    h.press("u");
    assert_eq!(h.row(22), "Rien à annuler.");
    h.press("down");
    assert_eq!(h.row(22), "");
}

#[test]
fn a_text_field_takes_letters_before_any_binding() {
    let mut h = open();
    h.press("enter").type_text("a?:u/");
    assert_eq!(h.row(1), "a?:u/");
    assert_eq!(h.cursor().map(|at| (at.x, at.y)), Some((5, 1)));
}

#[test]
fn a_pasted_line_end_is_text() {
    let mut h = open();
    h.press("enter").paste("un\r\ndeux\n");
    assert!(h.row(0).contains("Bloc-notes"));
    assert_eq!((h.row(1), h.row(2)), ("un".to_owned(), "deux".to_owned()));
}

#[test]
fn typing_is_kept_two_seconds_after_it_began() {
    let mut h = open();
    h.press("enter").type_text("ab");
    assert!(kept(&mut h).is_empty());
    assert_eq!(h.app().wake_in(h.now()), Some(std::time::Duration::from_secs(2)));
    h.wait(1).type_text("c").wait(1);
    assert_eq!(kept(&mut h), ["abc"]);
}

#[test]
fn leaving_a_field_keeps_it_at_once() {
    let mut h = open();
    h.press("enter").type_text("ab").act(Action::FormNext);
    h.wait(0);
    assert_eq!(kept(&mut h), ["ab"]);
}

#[test]
fn going_elsewhere_keeps_what_was_typed() {
    let mut h = open();
    h.press("enter").type_text("ab").act(Action::HomeOpen);
    assert_eq!(kept(&mut h), ["ab"]);
    assert!(h.row(0).starts_with("Aujourd’hui  "));
}

#[test]
fn an_idle_station_asks_for_the_lock_timer_only() {
    let mut h = open();
    h.press("down");
    assert_eq!(h.app().wake_in(h.now()), Some(std::time::Duration::from_secs(300)));
    h.wait(300);
    assert!(h.screen().contains("verrouillé"));
    assert_eq!(h.app().wake_in(h.now()), None);
}

#[test]
fn the_lock_keeps_the_draft_and_opening_takes_it_up() {
    let mut h = open();
    h.press("enter").type_text("à revoir").press("ctrl-l");
    let requests = h.take_requests();
    let lock = requests.iter().position(|request| matches!(request, Request::Lock));
    let keep = requests.iter().position(|request| matches!(request, Request::KeepDraft { .. }));
    assert!(keep < lock && keep.is_some());
    assert!(!h.screen().contains("à revoir"));
    h.press("enter");
    assert_eq!(h.row(1), "à revoir");
}

#[test]
fn keys_typed_while_it_opens_are_replayed() {
    let mut h = Harness::new(doors()).worker(station()).start();
    h.hold_answers().press("enter").press("enter").type_text("vite");
    assert!(h.screen().contains("verrouillé"));
    h.release();
    assert_eq!(h.row(1), "vite");
}

#[test]
fn the_end_of_the_connection_keeps_locks_and_quits() {
    let mut h = open();
    h.press("enter").type_text("ab").event(Event::Ended);
    assert!(h.has_quit());
    let requests = h.take_requests();
    assert!(matches!(requests[..], [Request::KeepDraft { .. }, Request::Lock]), "{requests:?}");
}

#[test]
fn a_small_window_says_so_and_loses_nothing() {
    let mut h = open();
    h.press("enter").type_text("ab").resize(39, 24);
    assert!(h.screen().contains("trop petite"));
    // Letters of a field that was seen are kept; nothing is decided that cannot be.
    h.type_text("zz").press("ctrl-s esc").resize(80, 24);
    assert_eq!(h.row(1), "abzz");
    // What was never shown takes nothing.
    h.resize(39, 24).act(Action::CaseloadOpen).type_text("yy").resize(80, 24);
    assert_eq!(h.row(1), "");
}

#[test]
fn help_and_palette_come_from_the_live_keymap() {
    let mut h = open();
    h.press("?");
    assert!(h.screen().contains("Les touches d’ici"));
    h.press("esc");
    h.press(":").type_text("quit").press("enter");
    assert!(h.has_quit(), "{}", h.screen());
}

#[test]
fn the_palette_says_why_an_action_cannot_be_done() {
    let mut h = open();
    h.press(":").type_text("annul");
    assert!(h.screen().contains("annuler — rien à annuler"), "{}", h.screen());
    h.press("enter");
    assert_eq!(h.row(22), "Rien à annuler.");
}

#[test]
fn the_whole_frame_in_both_languages() {
    for (language, name) in [(Language::French, "fr"), (Language::English, "en")] {
        let mut h = Harness::new(doors()).worker(station()).language(language).demo().start();
        h.press("enter p");
        insta::assert_snapshot!(format!("home_{name}"), h.styled());
    }
}

#[test]
fn the_help_fits_a_large_window_without_colour() {
    let mut h = Harness::new(doors()).worker(station()).size(120, 40).start();
    h.press("enter ?");
    insta::assert_snapshot!("help_120x40", h.screen());
    let mono = Harness::new(doors()).worker(station()).theme("dark", Depth::Monochrome).start();
    assert!(!mono.styled().contains("fg="));
}

#[test]
fn a_day_later_the_screens_are_told() {
    let mut h = Harness::new(doors()).worker(station()).today("2026-03-12").start();
    h.press("enter");
    assert_eq!(h.app().cx(h.now()).model.board.on().to_string(), "2026-03-12");
    h.at("2026-03-13").press("down");
    assert!(h.screen().contains("verrouillé"), "idle overnight");
    h.press("enter");
    assert_eq!(h.app().cx(h.now()).model.board.on().to_string(), "2026-03-13");
}

#[test]
fn a_user_keymap_changes_what_is_shown_and_done() {
    let keymap = Keymap::with_file("[list]\n\"z\" = \"list.open\"\n\"enter\" = \"none\"\n").expect("valid");
    let mut h = Harness::new(doors()).worker(station()).keymap(keymap).start();
    h.press("enter");
    assert!(h.row(23).starts_with("z ouvrir"), "{}", h.screen());
    h.press("z");
    assert!(h.row(0).contains("Bloc-notes"));
    assert!(h.requests().iter().any(|request| matches!(request, Request::Unlock(_))));
}

#[test]
fn a_draft_that_the_disk_refuses_is_tried_again() {
    let mut station = station();
    let mut refusals = 1;
    let worker = move |request| match request {
        Request::KeepDraft { .. } if refusals > 0 => {
            refusals -= 1;
            Outcome::Failed(Failure { id: "worker-stopped", args: Vec::new() })
        }
        other => station(other),
    };
    let mut h = Harness::new(doors()).worker(worker).start();
    h.press("enter enter").type_text("ab").wait(2);
    assert!(h.screen().contains("Refus\u{a0}:"), "{}", h.screen());
    assert_eq!(kept(&mut h), ["ab"]);
    h.wait(2);
    assert_eq!(kept(&mut h), ["ab"]);
    h.wait(2);
    assert!(kept(&mut h).is_empty(), "the disk took it");
}

#[test]
fn a_failure_that_nobody_tells_is_shown_with_its_remedy() {
    let worker = |request| match request {
        Request::Look => Outcome::Remembered,
        _ => Outcome::Failed(Failure { id: "worker-stopped", args: Vec::new() }),
    };
    let mut h = Harness::new(doors()).worker(worker).start();
    h.press("enter");
    assert!(h.screen().contains("s’est arrêtée") && h.screen().contains("doctor"), "{}", h.screen());
    h.press("esc");
    assert!(h.screen().contains("verrouillé"));
}

#[test]
fn a_paste_without_end_is_cut_and_said() {
    let mut h = open();
    h.press("enter").paste(&"é".repeat(60_000));
    assert!(h.row(22).contains("trop long"), "{}", h.screen());
    h.wait(2);
    assert_eq!(kept(&mut h)[0].chars().count(), 50_000);
}

#[test]
fn keys_that_a_field_takes_as_letters_are_not_shown() {
    let mut h = open();
    h.press("enter");
    assert!(h.row(23).contains("F7 aide"), "{}", h.screen());
    assert!(h.row(23).contains("ctrl-p palette"), "{}", h.screen());
    h.press("f7");
    assert!(!h.screen().contains("?, "), "{}", h.screen());
}

#[test]
fn undo_is_named() {
    let act = ActName {
        kind: "interview".to_owned(),
        verb: Verb::Created,
        person: None,
        date: chrono::NaiveDate::from_ymd_opt(2026, 3, 12),
        entries: 1,
        people: 1,
    };
    let state = UndoState { undo: Some(act.clone()), redo: None };
    let mut station = station();
    let worker = move |request| match request {
        Request::Undo => {
            let patch = Patch {
                files: Vec::new(),
                office: Default::default(),
                others: Default::default(),
                undo: UndoState::default(),
                unsent: 4,
            };
            Outcome::Undone(act.clone(), patch)
        }
        other => match station(other) {
            Outcome::Opened(opened) => Outcome::Opened(Box::new(Opened { undo: state.clone(), ..*opened })),
            outcome => outcome,
        },
    };
    let mut h = Harness::new(doors()).worker(worker).start();
    h.press("enter :").type_text("annul");
    assert!(h.screen().contains("annuler\u{a0}: entretien du 12/03"), "{}", h.screen());
    h.press("esc u");
    assert_eq!(h.row(22), "Annulé\u{a0}: entretien du 12/03");
    assert!(h.row(0).contains("4 à envoyer"));
    h.press("u");
    assert_eq!(h.row(22), "Rien à annuler.");
}
