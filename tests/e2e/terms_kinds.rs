//! The same day of work on every kind of terminal, and every byte written there judged: a terminal
//! is sent only what it knows.
//!
//! Three kinds by default; `JALON_ALL_TERMS=1` walks through all of them.

use std::collections::BTreeSet;

use super::kit;
use crate::support::pty::Pty;
use crate::support::station::{PASSPHRASE, Station};

/// A kind of terminal and what it may be sent.
struct Kind {
    env: &'static [(&'static str, &'static str)],
    /// Private modes: 25 hides the cursor, 1049 is the second screen, 2004 marks pastes.
    modes: &'static [&'static str],
    colours: Colours,
    /// Attributes: 1 bold, 3 italic, 4 underlined, 7 reverse video.
    attributes: &'static [u16],
    letters: fn(char) -> bool,
    /// What wipes the lines that a multiplexer keeps when the window shrinks.
    scrollback: Scrollback,
    is_usual: bool,
}

/// How the lines that left the screen are wiped, where somebody keeps them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scrollback {
    /// An emulator of the person's own, whose lines are hers.
    Hers,
    Emptied,
    /// Screen empties it only once new lines have pushed out the old ones.
    PushedOutThenEmptied,
}

/// The numbers of SGR that are colours.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Colours {
    None,
    Eight,
    Sixteen,
    Indexed,
}

impl Colours {
    fn allows(self, number: u16) -> bool {
        match number {
            30..=37 | 40..=47 => self != Self::None,
            90..=97 | 100..=107 => matches!(self, Self::Sixteen | Self::Indexed),
            _ => false,
        }
    }
}

const EMULATOR: Kind = Kind {
    env: &[],
    modes: &["?25", "?1049", "?2004"],
    colours: Colours::Sixteen,
    attributes: &[1, 3, 4, 7],
    letters: |c| !c.is_control(),
    scrollback: Scrollback::Hers,
    is_usual: false,
};

const OLD: Kind =
    Kind { modes: &[], colours: Colours::None, attributes: &[1, 4, 7], letters: ascii, ..EMULATOR };

const KINDS: &[Kind] = &[
    Kind { env: &[("TERM", "xterm-256color")], colours: Colours::Indexed, is_usual: true, ..EMULATOR },
    Kind { env: &[("TERM", "xterm")], ..EMULATOR },
    Kind { env: &[("TERM", "xterm"), ("NO_COLOR", "1")], colours: Colours::None, ..EMULATOR },
    Kind { env: &[("TERM", "xterm"), ("LANG", "C")], letters: ascii, ..EMULATOR },
    Kind { env: &[("TERM", "xterm"), ("LANG", "")], letters: ascii, ..EMULATOR },
    Kind { env: &[("TERM", "xterm"), ("LC_ALL", "fr_FR.ISO-8859-15")], letters: ascii, ..EMULATOR },
    Kind {
        env: &[("TERM", "linux"), ("COLORTERM", "truecolor")],
        modes: &["?25"],
        colours: Colours::Eight,
        attributes: &[1, 4, 7],
        letters: latin,
        is_usual: true,
        ..EMULATOR
    },
    Kind {
        env: &[("TERM", "screen"), ("COLORTERM", "truecolor")],
        attributes: &[1, 4, 7],
        scrollback: Scrollback::PushedOutThenEmptied,
        ..EMULATOR
    },
    Kind {
        env: &[("TERM", "screen-256color")],
        colours: Colours::Indexed,
        attributes: &[1, 4, 7],
        scrollback: Scrollback::PushedOutThenEmptied,
        ..EMULATOR
    },
    Kind { env: &[("TERM", "tmux")], scrollback: Scrollback::Emptied, ..EMULATOR },
    Kind {
        env: &[("TERM", "tmux-256color")],
        colours: Colours::Indexed,
        scrollback: Scrollback::Emptied,
        ..EMULATOR
    },
    Kind { env: &[("TERM", "putty")], ..EMULATOR },
    Kind { env: &[("TERM", "rxvt-unicode-256color")], colours: Colours::Indexed, ..EMULATOR },
    Kind { env: &[("TERM", "vt220")], modes: &["?25"], ..OLD },
    Kind { env: &[("TERM", "vt100"), ("LANG", "C")], is_usual: true, ..OLD },
    Kind { env: &[("TERM", "ansi")], colours: Colours::Eight, letters: latin, ..OLD },
];

fn ascii(c: char) -> bool {
    matches!(c, ' '..='~')
}

/// What the fonts of a console have.
fn latin(c: char) -> bool {
    ascii(c) || matches!(c, '\u{a0}'..='\u{17f}' | '‘'..='”' | '–' | '—' | '…' | '‹' | '›' | '€' | '─'..='┼')
}

/// Everything in what was written that this kind of terminal does not know.
fn unknown(kind: &Kind, bytes: &[u8]) -> BTreeSet<String> {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let mut unknown = BTreeSet::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        rest = &rest[first.len_utf8()..];
        if first != '\u{1b}' {
            let pushes = first == '\n' && kind.scrollback == Scrollback::PushedOutThenEmptied;
            if !pushes && !(kind.letters)(first) {
                unknown.insert(format!("{first:?}"));
            }
            continue;
        }
        let end = rest.find(|c: char| ('@'..='~').contains(&c) && c != '[').unwrap_or(rest.len() - 1);
        let (sequence, after) = rest.split_at(end + 1);
        rest = after;
        if !is_known(kind, sequence) {
            unknown.insert(format!("ESC {sequence}"));
        }
    }
    unknown
}

fn is_known(kind: &Kind, sequence: &str) -> bool {
    let Some(inner) = sequence.strip_prefix('[') else { return false };
    let (parameters, last) = inner.split_at(inner.len() - 1);
    let numbers = || parameters.split(';').map(|it| if it.is_empty() { Ok(0) } else { it.parse::<u16>() });
    let are_numbers = || numbers().all(|it| it.is_ok());
    match last {
        "H" => are_numbers() && numbers().count() <= 2,
        "K" => parameters == "2",
        "J" => parameters == "3" && kind.scrollback != Scrollback::Hers,
        "h" | "l" => kind.modes.contains(&parameters),
        "m" if parameters.contains("38;5") || parameters.contains("48;5") => kind.colours == Colours::Indexed,
        "m" => numbers()
            .all(|it| it.is_ok_and(|n| n == 0 || kind.attributes.contains(&n) || kind.colours.allows(n))),
        _ => false,
    }
}

/// Unlocks, finds somebody, logs an interview, looks at what is due and why, locks, comes back and
/// quits. What is waited for is written the same with and without accents.
fn day_of_work(station: &Station, env: &[(&str, &str)]) -> Pty {
    let mut pty = Pty::open_with(&station.path(""), kit::ON_STATION, env, (80, 24));
    pty.wait_for("Phrase de passe, puis Entr")
        .type_text(PASSPHRASE)
        .press("enter")
        .wait_for("Rendez-vous du");
    pty.press("f").wait_for("File active").press("/").type_text("nad").wait_for("BENALI Nadia");
    pty.press("enter")
        .wait_for("BENALI Nadia")
        .wait_for("1970")
        .press("tab")
        .wait_for("Entretiens")
        .press("tab tab tab");
    pty.press("e").wait_for("Saisie rapide").type_text("45pd Elle a rappel").send("é — œuvre".as_bytes());
    pty.press("enter").wait_for("Enregistr");
    // What is due of the station comes first: the last line is somebody's.
    pty.press("r")
        .wait_for("ances")
        .press("end p")
        .wait_for("Pourquoi")
        .press("esc ?")
        .wait_for("Les touches d");
    pty.press("esc v").settle().press("a").wait_for("Rendez-vous du").press("v enter").settle();
    pty.resize(100, 30).settle().resize(80, 24).settle();
    pty.press("ctrl-l").wait_for("Phrase de passe, puis Entr").type_text(PASSPHRASE).press("enter");
    pty.wait_for("Rendez-vous du").press("ctrl-q").wait_for("Avant de fermer").press("ctrl-q");
    assert_eq!(pty.end(), 0);
    pty
}

#[test]
fn a_day_of_work_on_every_terminal() {
    let is_all = std::env::var_os("JALON_ALL_TERMS").is_some();
    let mut count = 0;
    for kind in KINDS.iter().filter(|kind| is_all || kind.is_usual) {
        count += 1;
        let station = kit::station();
        let mut pty = day_of_work(&station, kind.env);
        let bytes = pty.take_bytes();
        let unknown = unknown(kind, &bytes);
        assert!(unknown.is_empty(), "{:?}: {unknown:?}", kind.env);
        kit::show(&format!("a day of work, {:?}, in bytes", kind.env), bytes.len());
        assert_eq!(pty.screen().trim(), "", "{:?}: nobody stays on the screen", kind.env);
        assert!(!pty.is_raw(), "{:?}", kind.env);
        let file = kit::file(&station.open(jalon::clock::now()), "Benali");
        let saved = &file.interviews.last().expect("an interview").value;
        assert_eq!((file.interviews.len(), saved.duration_min), (2, Some(45)), "{:?}", kind.env);
        assert_eq!(saved.record, "Elle a rappelé — œuvre", "what is typed is kept whatever shows of it");
    }
    kit::show("kinds of terminals", count);
}

#[test]
fn the_judge_of_bytes_is_strict() {
    let old = KINDS.iter().find(|kind| kind.env.contains(&("TERM", "vt100"))).expect("listed");
    for foreign in [
        "\x1b[?25l",
        "\x1b[?1049h",
        "\x1b[31m",
        "\x1b[3m",
        "\x1b[38;5;1m",
        "\x1b[2J",
        "\x1b]0;t\x07",
        "é",
        "\n",
        "\x1b(0",
    ] {
        assert!(!unknown(old, foreign.as_bytes()).is_empty(), "{foreign:?}");
    }
    assert!(unknown(old, b"\x1b[1;1H\x1b[2K\x1b[;1;7mtexte\x1b[m").is_empty());
}

#[test]
fn a_terminal_without_screen_is_told_in_a_sentence() {
    let station = kit::station();
    for (env, said) in [
        (&[("TERM", "dumb")][..], "Ce terminal n’affiche pas d’écran (TERM=dumb)."),
        (&[("TERM", "")], "TERM n’est pas réglé."),
        (&[("TERM", "unknown")], "(TERM=unknown)"),
    ] {
        let mut pty = Pty::open_with(&station.path(""), kit::ON_STATION, env, (80, 24));
        assert_eq!(pty.end(), 1, "{env:?}");
        let bytes = pty.take_bytes();
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert!(text.contains(said) && text.contains("jalon --plain"), "{text}");
        assert!(!text.contains('\u{1b}'), "{text:?}");
    }
}
