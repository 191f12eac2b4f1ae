//! The terminal is taken whole, answers whatever is typed ahead, and is given back whatever the end.

use rustix::process::Signal;

use super::kit;
use crate::support::pty::Pty;

#[test]
fn ctrl_s_never_freezes_and_ctrl_z_locks() {
    let (mut pty, _folder) = kit::demo("6", &[]);
    pty.press("ctrl-s ?").wait_for("Les touches d’ici");
    pty.press("esc").wait_for("Rendez-vous du");
    pty.press("ctrl-z").wait_for("Phrase de passe, puis Entrée");
    assert!(!pty.screen().contains("Rendez-vous"), "{}", pty.screen());
}

#[test]
fn what_is_typed_or_pasted_ahead_is_kept() {
    let (mut pty, _folder) = kit::demo("6", &[]);
    pty.press(":").type_text("verr").wait_for("verrouiller");
    pty.press("esc").wait_for("Rendez-vous du");
    // A pasted line end opens nothing.
    pty.press("f /").paste("benali\n").wait_for("benali");
    assert!(pty.row(0).ends_with("DÉMO ") && pty.row(0).contains("File active"), "{}", pty.screen());
}

#[test]
fn keys_typed_while_the_passphrase_is_tried_are_replayed() {
    let station = kit::station();
    let mut pty = kit::locked(&station);
    kit::type_passphrase(&mut pty);
    pty.press("f /").type_text("nad").wait_for("BENALI Nadia");
    assert!(pty.row(0).contains("File active"), "{}", pty.screen());
}

#[test]
fn a_request_to_stop_ends_in_order() {
    let station = kit::station();
    for signal in [Signal::TERM, Signal::INT, Signal::HUP] {
        let mut pty = kit::unlocked(&station);
        pty.signal(signal);
        assert_eq!(pty.end(), 0, "{signal:?}");
        assert_given_back(&pty);
    }
}

#[test]
fn the_end_wipes_line_by_line_before_it_gives_the_terminal_back() {
    let station = kit::station();
    let mut pty = kit::unlocked(&station);
    assert!(pty.terminal().alternate_screen() && pty.terminal().bracketed_paste() && pty.is_raw());
    pty.press("ctrl-q").wait_for("Avant de fermer").take_bytes();
    pty.press("ctrl-q");
    assert_eq!(pty.end(), 0);
    assert_given_back(&pty);
    let bytes = pty.take_bytes();
    let last = String::from_utf8_lossy(&bytes);
    let wiped: Vec<usize> = last.match_indices("\x1b[2K").map(|(at, _)| at).collect();
    assert_eq!(wiped.len(), 24);
    assert!(wiped.iter().all(|at| *at < last.find("\x1b[?1049l").expect("given back")));
}

#[track_caller]
fn assert_given_back(pty: &Pty) {
    let terminal = pty.terminal();
    assert!(!terminal.alternate_screen() && !terminal.bracketed_paste() && !terminal.hide_cursor());
    assert!(!pty.is_raw());
}
