//! The terminal tried out: one Enter when all is well, ASCII signs when it is not, once for all.

use super::kit;
use crate::support::pty::Pty;
use crate::support::station::Station;

const CHECK: &str = "Ce terminal montre-t-il bien tout ceci";

fn learnt(nowhere: &Station) -> String {
    std::fs::read_to_string(nowhere.path("station.state/terminals.toml")).expect("kept")
}

#[test]
fn one_enter_is_enough_and_it_is_asked_once() {
    let nowhere = Station::nowhere();
    let mut pty = Pty::open(&nowhere.path(""), kit::ON_STATION);
    pty.wait_for(CHECK);
    pty.wait_for("é è ê ë à â ç").wait_for("├──┼──┤");
    pty.wait_for("80 × 24");
    pty.press("enter").wait_for("Bienvenue dans Jalon").press("ctrl-c");
    assert_eq!(pty.end(), 0);
    assert!(learnt(&nowhere).contains("[terminals.xterm]\nsigns = \"all\""), "{}", learnt(&nowhere));
    let mut again = Pty::open(&nowhere.path(""), kit::ON_STATION);
    again.wait_for("Bienvenue dans Jalon");
    // Another terminal is another question.
    let mut other = Pty::open_with(&nowhere.path(""), kit::ON_STATION, &[("TERM", "vt220")], (80, 24));
    other.wait_for(CHECK).press("enter").wait_for("Bienvenue dans Jalon");
    assert_eq!(learnt(&nowhere).matches("[terminals.").count(), 2);
}

#[test]
fn keys_and_signs_are_tried_and_kept() {
    let nowhere = Station::nowhere();
    let mut pty = Pty::open(&nowhere.path(""), kit::ON_STATION);
    pty.wait_for(CHECK)
        .press("f2")
        .wait_for("reçue")
        .press("ctrl-s")
        .wait_until("both", |screen| screen.matches("reçue").count() == 2);
    pty.press("s").wait_for("lettres accentuées").press("s").wait_for("sans accents");
    pty.wait_for("e e e e a a c").wait_for("+--+--+");
    pty.press("s").wait_for("é è ê").press("s s").wait_for("+--+--+");
    pty.take_bytes();
    pty.press("enter").wait_for("Bienvenue dans Jalon").settle();
    assert!(pty.take_bytes().is_ascii());
    drop(pty);
    let kept = "signs = \"ascii\"\nfunction-keys = true\nctrl-s = true\n";
    assert!(learnt(&nowhere).ends_with(kept), "{}", learnt(&nowhere));

    // From then on, and by the doctor, who takes it back.
    let mut again = Pty::open(&nowhere.path(""), kit::ON_STATION);
    again.wait_for("Bienvenue").settle();
    assert!(again.take_bytes().is_ascii());
    let args = [kit::ON_STATION, &["doctor", "--terminal"]].concat();
    let mut doctor = Pty::open(&nowhere.path(""), &args);
    doctor.wait_for(CHECK).press("s").wait_for("é è ê").press("enter").wait_for("16 couleurs");
    assert_eq!(doctor.end(), 0);
    assert!(!doctor.is_raw() && !doctor.terminal().alternate_screen());
    assert!(learnt(&nowhere).contains("signs = \"all\""), "{}", learnt(&nowhere));
}

#[test]
fn a_poor_terminal_is_asked_in_its_own_signs() {
    let nowhere = Station::nowhere();
    let env = [("TERM", "vt100"), ("LANG", "C")];
    let mut pty = Pty::open_with(&nowhere.path(""), kit::ON_STATION, &env, (80, 24));
    pty.wait_for(CHECK).settle().press("enter").wait_for("Bienvenue").settle();
    assert!(pty.take_bytes().is_ascii());
    let args = [kit::ON_STATION, &["doctor", "--terminal"]].concat();
    let mut dumb = Pty::open_with(&nowhere.path(""), &args, &[("TERM", "dumb")], (80, 24));
    assert_eq!(dumb.end(), 1);
    dumb.wait_for("jalon --plain");
}
