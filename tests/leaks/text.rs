//! Text that would command a terminal, wherever it comes from: it is shown, never obeyed.
//!
//! Entries are planted below everything that refuses and cleans, as a faulty version or a forged
//! journal would bring them; then every command and every screen is read by a terminal that allows
//! nothing but what Jalon says that it sends.

use jalon::clock;
use jalon::domain::text::{Lines, MOST_MARKS, cleaned, first_unprintable, printable};
use jalon::journal::canonical;
use jalon::journal::entry::{Draft, Entry};
use jalon::ui::terminal::wiping::Wiping;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::layout::{Rect, Size};
use ratatui::style::Style;
use ratatui::widgets::{Paragraph, Wrap};
use serde_json::Value;

use super::scene::LOCKED;
use super::staged;
use super::terminal::{Allowed, read};
use super::{canary, say, sees_all};
use crate::support::pty::Pty;
use crate::support::station::{PASSPHRASE, Station};

/// What somebody may put in a name: commands to a terminal, to a spreadsheet, to the reader’s eye.
const HOSTILE: &[&str] = &[
    "\u{1b}[2J\u{1b}[1;1H",
    "\u{1b}]0;titre\u{7}",
    "\u{1b}]52;c;c2VjcmV0\u{1b}\\",
    "\u{1b}]8;;http://exemple.fr\u{1b}\\ici",
    "\u{1b}P+q544e\u{1b}\\",
    "\u{1b}_Gi=1\u{1b}\\",
    "\u{1b}[6n\u{1b}[c",
    "\u{1b}[?1049h",
    "\u{1b}c",
    "\u{9b}2J",
    "\u{90}q\u{9c}",
    "\u{9d}0;titre\u{9c}",
    "a\u{8}\u{8}\u{8}b",
    "\rdébut",
    "\u{7f}\u{0}\u{e}\u{f}",
    "\u{202e}ruetart\u{202c}",
    "\u{2067}\u{2066}\u{200f}",
    "in\u{200b}vi\u{ad}si\u{2060}ble\u{feff}",
    "\u{e0041}\u{e0042}",
    "ligne\u{2028}ligne\u{2029}ligne\nligne",
    "=HYPERLINK(\"http://exemple.fr\")",
    "@SUM(1+1)",
];

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(HOSTILE).prop_map(str::to_owned),
        2 => "[A-Za-zÀ-ÿ '-]{0,12}",
        2 => any::<char>().prop_map(String::from),
        1 => (0_u32..0xa0).prop_filter_map("a character", char::from_u32).prop_map(String::from),
        1 => (1_usize..40).prop_map(|count| format!("e{}", "\u{301}".repeat(count))),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn what_is_shown_or_kept_has_nothing_that_may_not_be(text in hostile()) {
        for lines in [Lines::One, Lines::Many] {
            for made in [printable(&text, lines), cleaned(&text, lines)] {
                prop_assert_eq!(first_unprintable(&made, lines), None);
                // Done twice it is the same, and a terminal reads nothing in it but letters.
                prop_assert_eq!(&printable(&made, lines), &made);
                prop_assert_eq!(&cleaned(&made, lines), &made);
                prop_assert!(read(made.as_bytes(), Allowed::Lines).is_ok());
            }
            prop_assert_eq!(printable(&text, lines).chars().count(), text.chars().count());
            if first_unprintable(&text, lines).is_none() {
                prop_assert_eq!(&*printable(&text, lines), &*text);
            }
        }
    }

    #[test]
    fn a_frame_commands_nothing_whatever_it_holds(text in hostile(), title in hostile()) {
        let window = || Ok(Size { width: 30, height: 8 });
        let mut sent = Vec::new();
        {
            let mut terminal = Terminal::new(Wiping::new(&mut sent, window)).expect("memory");
            terminal.backend_mut().enter().expect("memory");
            for _ in 0..2 {
                let draw = |frame: &mut ratatui::Frame<'_>| {
                    let paragraph = Paragraph::new(text.as_str()).wrap(Wrap { trim: false });
                    frame.render_widget(paragraph, Rect::new(0, 1, 30, 6));
                    frame.buffer_mut().set_string(0, 0, &title, Style::new());
                    frame.buffer_mut()[(3, 7)].set_symbol(&format!("{text}."));
                };
                terminal.draw(draw).expect("memory");
                terminal.clear().expect("memory");
            }
            terminal.backend_mut().leave().expect("memory");
        }
        prop_assert_eq!(read(&sent, Allowed::Screens).err(), None);
    }
}

#[test]
fn every_character_that_shows_nothing_is_told() {
    let width = unicode_width::UnicodeWidthChar::width;
    let is_mark = unicode_normalization::char::is_combining_mark;
    let is_shown = |c: &char| first_unprintable(&c.to_string(), Lines::One).is_none();
    let unseen = (0..=0x0010_ffff).filter_map(char::from_u32).filter(|c| width(*c).unwrap_or(0) == 0);
    // What is left takes no room, but shows: signs written upon letters, parts of syllables.
    let left: Vec<char> = unseen.filter(|c| !is_mark(*c) && is_shown(c)).collect();
    let known = |c: &char| {
        matches!(c, '\u{600}'..='\u{8ff}' | '\u{d00}'..='\u{d7f}' | '\u{1100}'..='\u{11ff}' | '\u{a8e0}'..='\u{a8ff}')
            || matches!(c, '\u{d7b0}'..='\u{d7ff}' | '\u{11000}'..='\u{11fff}')
    };
    let unknown: Vec<&char> = left.iter().filter(|c| !known(c)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    let many = |mark: char| first_unprintable(&mark.to_string().repeat(MOST_MARKS + 1), Lines::One);
    assert!(['\u{301}', '\u{1161}', '\u{d7b0}'].into_iter().all(|mark| many(mark).is_some()));
}

/// The text that stands for a field: something hostile, of another kind in each.
fn instead(text: &str, rank: &mut usize) -> Option<String> {
    text.to_lowercase().contains(canary::MARK).then(|| {
        *rank += 1;
        let hostile = HOSTILE[*rank % HOSTILE.len()];
        format!("{hostile}{text}{}", HOSTILE[(*rank * 7) % HOSTILE.len()])
    })
}

fn spoil(value: &mut Value, rank: &mut usize) {
    match value {
        Value::String(text) => *text = instead(text, rank).unwrap_or_else(|| std::mem::take(text)),
        Value::Array(values) => values.iter_mut().for_each(|value| spoil(value, rank)),
        Value::Object(values) => values.values_mut().for_each(|value| spoil(value, rank)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The station of the scene, in which every text of every entry became hostile.
fn spoilt() -> Station {
    let station = staged::station();
    let now = clock::now();
    let mut session = station.open(now);
    let mut entries: Vec<Entry> = Vec::new();
    session.store_mut().visit(|entry| entries.push(entry)).expect("entries");
    let (mut rank, mut drafts) = (0, Vec::new());
    for entry in entries {
        let payload = entry.payload.as_deref().expect("a payload");
        let mut value = canonical::from_bytes(payload).expect("canonical");
        let before = rank;
        spoil(&mut value, &mut rank);
        if rank > before {
            drafts.push(Draft {
                kind: entry.header.kind.clone(),
                object: entry.header.object,
                person: entry.header.person,
                replaces: Some(entry.id()),
                payload: canonical::to_bytes(&value).expect("canonical"),
            });
        }
    }
    assert!(rank >= 5, "{rank} texts");
    session.store_mut().append(drafts, now).expect("appended");
    session.close(now).expect("closed");
    station
}

#[test]
fn no_command_writes_a_sequence_whatever_the_station_holds() {
    let station = spoilt();
    let mut written = 0;
    for command in ["list", "show Kerzov", "due", "due --horizon 300", "why Kerzov", "exit Kerzov", "doctor"]
    {
        for format in ["table", "json", "csv"] {
            let mut args: Vec<&str> = command.split(' ').collect();
            args.extend(["--format", format]);
            let answer = station.run(&args);
            assert!([0, 3].contains(&answer.code), "{args:?}: {}", answer.err);
            let out = answer.out.trim_start_matches('\u{feff}');
            for text in [out, &answer.err] {
                assert_eq!(read(text.as_bytes(), Allowed::Lines).err(), None, "{args:?}");
            }
            let is_formula = |cell: &str| cell.starts_with(['=', '+', '@']);
            let cells = || out.lines().flat_map(|line| line.split(';').map(|cell| cell.trim_matches('"')));
            assert!(format != "csv" || !cells().any(is_formula), "{args:?}: {out}");
            written += out.len();
        }
    }
    // JSON says the texts as they are to whoever reads JSON.
    let list = station.run(&["list", "--format", "json"]).json();
    let name = list[0]["name"].as_str().expect("a name");
    assert!(name.chars().any(char::is_control), "{name:?}");
    say(&format!("{written} bytes of answers: 0 sequences"));
}

#[test]
fn no_screen_obeys_what_the_station_holds() {
    let station = spoilt();
    let mut pty = Pty::open(&station.path(""), &["--data-dir", "station"]);
    pty.wait_for(LOCKED).type_text(PASSPHRASE).press("enter").wait_for("à envoyer").settle();
    for key in [
        "f", "enter", "tab", "enter", "esc", "tab", "tab", "tab", "p", "esc", "m", "esc", "r", "p", "esc",
        "u",
    ] {
        pty.press(key).settle();
    }
    pty.press("/").type_text("kerzov").settle().press("esc").settle();
    pty.press("e").type_text("kerz 45pd").settle().press("esc").settle();
    pty.press("f9").settle().resize(100, 30).settle().press("ctrl-l").wait_for(LOCKED).press("ctrl-q");
    pty.end();
    let bytes = pty.take_bytes();
    assert_eq!(read(&bytes, Allowed::Screens).err(), None);
    say(&format!("{} bytes of screens: 0 sequences but ours", bytes.len()));
}

#[test]
fn what_stands_on_the_command_line_or_in_a_file_is_quoted_harmless() {
    let station = Station::new(jalon::domain::codes::StationRole::Counsellor);
    let quoted = |args: &[&str]| {
        let answer = station.run(args);
        assert_ne!(answer.code, 0, "{args:?}");
        for text in [&answer.out, &answer.err] {
            assert_eq!(read(text.as_bytes(), Allowed::Lines).err(), None, "{args:?}: {text}");
        }
    };
    let given: Vec<&str> = HOSTILE.iter().copied().filter(|text| !text.contains('\0')).collect();
    for (rank, hostile) in given.iter().enumerate() {
        let table = format!("ref;nom;prenom;naissance;{hostile}\nP1;Roy;{hostile};{hostile};x\n");
        station.write(&format!("{rank}/personnes{}.csv", hostile.replace('/', "")), table);
        quoted(&[hostile]);
    }
    let folders: Vec<String> = (0..given.len()).map(|rank| rank.to_string()).collect();
    let import = std::iter::once("import").chain(folders.iter().map(String::as_str));
    let import: Vec<&str> = import.chain(["--dry-run"]).collect();
    quoted(&import);
    quoted(&[&import[..], &["--format", "json"]].concat());
    for hostile in given.iter().step_by(if sees_all() { 1 } else { 4 }) {
        quoted(&["show", hostile]);
        quoted(&["import", hostile]);
    }
}
