//! The terminal is taken whole, written to sparingly, and given back whatever the end.

use rustix::process::Signal;

use crate::support::pty::Pty;

/// The demonstration, once it shows its first screen.
fn demo() -> Pty {
    let mut t = Pty::demo(8);
    t.wait_for("Aujourd’hui").wait_idle();
    t
}

#[test]
fn moving_by_one_line_is_light_and_idleness_is_silent() {
    let mut t = demo();
    t.press("f").wait_for("File active").wait_idle();
    for key in ["down", "down", "down", "up"] {
        let bytes = t.press(key).wait_idle();
        assert!(bytes > 0 && bytes < 250, "{key}: {bytes} bytes\n{}", t.screen());
    }
    // The database engine's own threads look for work once a second: that is theirs.
    let wakes = |t: &Pty| {
        let mut threads = t.wakes();
        threads.retain(|(name, _)| !name.starts_with("sled-io"));
        threads
    };
    let before = wakes(&t);
    let bytes = t.wait_idle();
    assert_eq!(bytes, 0, "an idle station writes nothing");
    assert_eq!(wakes(&t), before, "an idle station wakes for nothing");
}

#[test]
fn ctrl_s_never_freezes_and_ctrl_z_locks() {
    let mut t = demo();
    t.press("ctrl-s ?").wait_for("Les touches d’ici");
    t.press("esc").wait_idle();
    t.press("ctrl-z").wait_idle();
    assert!(!t.screen().contains("File active"), "{}", t.screen());
}

#[test]
fn quitting_wipes_line_by_line_and_gives_the_terminal_back() {
    let mut t = demo();
    assert!(t.terminal().alternate_screen() && t.terminal().bracketed_paste());
    assert!(!t.is_given_back());
    t.press("ctrl-q").wait_idle();
    t.press("ctrl-q");
    assert_eq!(t.wait_end(), 0);
    let sent = t.sent();
    for forbidden in ["\u{1b}[2J", "\u{1b}[0J", "\u{1b}[J", "\u{1b}[3J", "\u{1b}]", "\u{1b}[6n", "\u{1b}[c"] {
        assert!(!sent.contains(forbidden), "{forbidden:?} was sent");
    }
    let end = sent.rfind("\u{1b}[2K").expect("wiped");
    assert!(sent[end..].contains("\u{1b}[?1049l"), "the wiping comes before the end");
    assert!(!t.terminal().alternate_screen() && !t.terminal().hide_cursor());
    assert!(!t.terminal().bracketed_paste());
    assert!(t.is_given_back());
}

#[test]
fn a_request_to_stop_ends_in_order() {
    for signal in [Signal::TERM, Signal::INT, Signal::HUP] {
        let mut t = demo();
        t.signal(signal);
        assert_eq!(t.wait_end(), 0, "{signal:?}");
        assert!(!t.terminal().alternate_screen(), "{signal:?}");
        assert!(t.is_given_back(), "{signal:?}");
    }
}

#[test]
fn a_cut_connection_ends_the_program() {
    let mut t = demo();
    t.hang_up();
    t.wait_end();
}

#[test]
fn a_small_window_says_so_and_comes_back() {
    let mut t = demo();
    t.resize(20, 5).wait_for("perdu.");
    t.resize(80, 24).wait_for("Aujourd’hui");
    t.resize(120, 40).wait_for("Aujourd’hui");
    assert!(!t.sent().contains("\u{1b}[2J"));
}

#[test]
fn a_simple_terminal_gets_no_colour() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut t = Pty::spawn_in(folder, &["demo", "--people", "8", "--years", "1"], &[("NO_COLOR", "1")]);
    t.wait_for("Aujourd’hui").press("f").wait_for("File active").wait_idle();
    let sent = t.sent();
    let colours = sent.split("\u{1b}[").skip(1).filter_map(|rest| {
        let (numbers, _) = rest.split_once('m')?;
        let is_style = numbers.chars().all(|c| c.is_ascii_digit() || c == ';');
        is_style.then(|| numbers.split(';').any(|number| number.len() == 2))
    });
    assert!(!colours.into_iter().any(|is_colour| is_colour), "a colour was sent");
}

#[test]
fn what_is_typed_or_pasted_ahead_is_kept() {
    let mut t = demo();
    t.press(":").type_text("verr").wait_for("verrouiller");
    t.press("esc f /").paste("benali\n").wait_idle();
    assert!(t.screen().contains("benali"), "{}", t.screen());
}

#[test]
fn a_killed_program_leaves_nobody_on_the_screen_of_the_next() {
    let t = demo();
    let folder = t.kill();
    let mut next = Pty::spawn_in(folder, &["demo", "--people", "8", "--years", "1"], &[]);
    next.wait_for("Aujourd’hui");
}
