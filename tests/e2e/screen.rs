//! What goes over the line: nothing while nothing happens, little for a key, never a sequence that
//! would leave names in a scrollback.

use std::time::Duration;

use super::kit;

/// On a link of 64 kbit/s this takes 31 ms.
const MOST_BYTES_A_LINE: usize = 250;

/// What an open station of two hundred people may hold: this one has twenty, unoptimised.
const MOST_MEMORY_MIB: f64 = 60.0;

/// The row of the screen that is selected, under the headings.
fn selected(screen: &str) -> Option<String> {
    screen.lines().find_map(|line| line.strip_prefix("› ")).map(str::to_owned)
}

#[test]
fn nothing_is_written_while_nothing_happens() {
    let station = kit::station();
    let mut pty = kit::unlocked(&station);
    pty.settle();
    let before = pty.wakes();
    assert!(before.iter().any(|(name, _)| name.starts_with("sled-io")), "the engine runs: {before:?}");
    assert!(pty.is_silent_for(idle_time()), "{}", pty.screen());
    assert_eq!(pty.wakes(), before, "an idle station wakes for nothing");
    let held = pty.memory_mib("VmRSS:");
    kit::show("memory held by an open station of 20 people, in MiB", format!("{held:.0}"));
    assert!(held < MOST_MEMORY_MIB, "{held} MiB");
    // Nor by the clock's turn to keep what is being typed.
    pty.press("e").type_text("nadia").wait_for("nadia").settle();
    assert!(pty.is_silent_for(Duration::from_secs(3)), "{}", pty.screen());
}

/// How long an idle station is watched: `JALON_IDLE_SECONDS`, 3 by default.
fn idle_time() -> Duration {
    let seconds = std::env::var("JALON_IDLE_SECONDS").ok().and_then(|text| text.parse().ok());
    Duration::from_secs(seconds.unwrap_or(3))
}

#[test]
fn moving_one_line_down_costs_few_bytes() {
    let (mut pty, _folder) = kit::demo("84", &[]);
    pty.press("f").wait_for("personnes").settle();
    let mut down = || {
        let before = selected(&pty.screen()).expect("a selection");
        pty.take_bytes();
        pty.press("down");
        pty.wait_until("the next line", |screen| selected(screen).is_some_and(|now| now != before)).settle();
        pty.take_bytes().len()
    };
    let mut costs: Vec<usize> = (0..15).map(|_| down()).collect();
    costs.sort_unstable();
    let (median, most) = (costs[costs.len() / 2], costs[costs.len() - 1]);
    kit::show("one line down in the caseload, in bytes", format!("p50 {median}, max {most}"));
    assert!(most < MOST_BYTES_A_LINE, "{costs:?}");
    // Further down the page turns, half of it at a time: little on the whole.
    let on: usize = (0..25).map(|_| down()).sum();
    kit::show("twenty-five lines further down, in bytes a line", on / 25);
    assert!(on / 25 < 2 * MOST_BYTES_A_LINE, "{on} bytes");
}

#[test]
fn no_screen_is_ever_cleared_at_once_nor_the_window_named() {
    let (mut pty, _folder) = kit::demo("12", &[]);
    for (key, shown) in [
        ("f", "File active"),
        ("enter", " · "),
        ("tab", "Entretiens"),
        ("i", "› Date"),
        ("esc", "Entretiens"),
        ("r", "Échéances"),
        ("?", "Les touches d’ici"),
        ("esc", "Échéances"),
        (":", "Toutes les actions"),
        ("esc", "Échéances"),
        ("f9", "discret"),
        ("ctrl-l", "Phrase de passe"),
    ] {
        pty.press(key).wait_for(shown).settle();
    }
    pty.resize(100, 30).settle().press("ctrl-q");
    pty.end();
    let bytes = pty.take_bytes();
    let written = String::from_utf8_lossy(&bytes);
    for sequence in ["\x1b[2J", "\x1b[0J", "\x1b[J", "\x1b[3J", "\x1bc", "\x1b]", "\x1b[6n", "\x1b[c"] {
        assert!(!written.contains(sequence), "{sequence:?}");
    }
}

#[test]
fn without_colours_every_state_has_its_sign_or_word() {
    let (mut plain, _one) = kit::demo("12", &[("NO_COLOR", "1")]);
    let (mut coloured, _other) = kit::demo("12", &[]);
    for (key, shown) in [("a", "Rendez-vous du"), ("f", "personnes"), ("r", "Échéances")] {
        plain.press(key).wait_for(shown).settle();
        coloured.press(key).wait_for(shown).settle();
        // The same words and signs: a colour never says anything alone.
        assert_eq!(plain.screen(), coloured.screen());
        assert!(plain.screen().contains("! "), "late is a sign:\n{}", plain.screen());
        assert!(selected(&plain.screen()).is_some(), "selected is a sign:\n{}", plain.screen());
    }
    plain.wait_for("DÉMO");
    assert!(has_colour(&coloured.take_bytes()));
    assert!(!has_colour(&plain.take_bytes()));
}

/// Whether a sequence of style sets a colour.
fn has_colour(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let styles = text.split("\x1b[").skip(1).filter_map(|rest| rest.split_once('m'));
    let numbers = styles.filter(|(style, _)| style.chars().all(|c| c.is_ascii_digit() || c == ';'));
    numbers
        .flat_map(|(style, _)| style.split(';'))
        .filter_map(|number| number.parse::<u16>().ok())
        .any(|number| number >= 30)
}
