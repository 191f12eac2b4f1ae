//! The end nobody wished for: a panic, an abort. Neither quotes anybody, neither leaves a core.

use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use rustix::process::Signal;

use super::eyes::{Eyes, all_under};
use super::staged::{BOMB, NAME, open_a_file, station, words_with_a_bomb};
use super::{has_tool, say};
use crate::support::pty::Pty;
use crate::support::station::Station;

/// Somebody who is not an administrator.
const SOMEBODY: u32 = 65_534;
/// Where standard error goes, beside the station.
const ERRORS: &str = "errors";
/// Runs the words that follow, with standard error in a file, as loud as they can be.
const TO_A_FILE: [&str; 4] = ["sh", "-c", "exec \"$@\" 2> errors", "sh"];
const LOUD: [(&str, &str); 4] =
    [("PATH", "/usr/bin:/bin"), ("RUST_LOG", "trace"), ("RUST_BACKTRACE", "full"), (BOMB, "1")];

fn with_a_bomb(station: &Station) -> Pty {
    let words = words_with_a_bomb();
    let words: Vec<&str> = TO_A_FILE.into_iter().chain(words.iter().map(String::as_str)).collect();
    let mut pty = Pty::open_words(&station.path(""), &words, &LOUD, (80, 24));
    open_a_file(&mut pty);
    pty
}

/// Where a panic happened, as standard error tells it; nothing else may stand there.
#[track_caller]
fn told(station: &Station) -> String {
    let errors = std::fs::read_to_string(station.path(ERRORS)).expect("errors");
    assert_eq!(Eyes::for_words().find_under(&station.path(""), &[]), []);
    errors
}

#[test]
fn a_panic_of_the_screens_wipes_them_and_quotes_nobody() {
    let station = station();
    let mut pty = with_a_bomb(&station);
    pty.press("e");
    assert_ne!(pty.end(), 0);
    let terminal = pty.terminal();
    assert!(!terminal.alternate_screen() && !terminal.bracketed_paste() && !terminal.hide_cursor());
    assert!(!pty.is_raw());
    assert_eq!(Eyes::for_words().find_plain(pty.screen().as_bytes()), []);
    let errors = told(&station);
    assert!(errors.starts_with("jalon: internal error, tests/leaks/staged.rs:"), "{errors}");
    assert_eq!(errors.lines().count(), 1, "{errors}");
}

#[test]
fn a_panic_of_the_worker_is_told_on_the_screen_and_quotes_nobody() {
    let station = station();
    let mut pty = with_a_bomb(&station);
    pty.press("u").wait_for("jalon doctor");
    assert_eq!(told(&station), "");
    assert!(pty.terminal().alternate_screen());
    pty.signal(Signal::TERM).end();
    assert_eq!(told(&station), "");
}

#[test]
fn an_abort_leaves_no_core_even_where_cores_are_wanted() {
    let station = station();
    let words = ["sh", "-c", "ulimit -c unlimited; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_jalon")];
    let words: Vec<&str> = words.into_iter().chain(["--data-dir", "station"]).collect();
    let mut pty = Pty::open_words(&station.path(""), &words, &[("PATH", "/usr/bin:/bin")], (80, 24));
    open_a_file(&mut pty);
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", pty.id())).expect("limits");
    let core: Vec<&str> = limits.lines().filter(|line| line.starts_with("Max core file size")).collect();
    assert_eq!(core[0].split_whitespace().collect::<Vec<_>>()[4..], ["0", "0", "bytes"], "{core:?}");

    let before = all_under(&station.path(""));
    pty.signal(Signal::ABORT);
    assert_ne!(pty.end(), 0);
    assert_eq!(all_under(&station.path("")), before, "nothing was added");
    let pattern = std::fs::read_to_string("/proc/sys/kernel/core_pattern").unwrap_or_default();
    say(&format!("a core would go to {}", pattern.trim()));
    assert_eq!(Eyes::for_words().find_under(&station.path(""), &[]), []);
}

/// What the program runs as: this account, or somebody else where it is an administrator’s, of whom
/// nothing is hidden.
fn as_somebody(station: &Station) -> Option<Vec<String>> {
    if !rustix::process::geteuid().is_root() {
        return Some(Vec::new());
    }
    if !has_tool("setpriv") {
        return None;
    }
    let owner = Some(rustix::fs::Uid::from_raw(SOMEBODY));
    for path in all_under(&station.path("")).iter().chain([&station.path("")]) {
        rustix::fs::chown(path, owner, None).expect("an administrator may");
    }
    let id = SOMEBODY.to_string();
    Some(vec![
        "setpriv".to_owned(),
        format!("--reuid={id}"),
        format!("--regid={id}"),
        "--clear-groups".to_owned(),
    ])
}

#[test]
fn the_same_account_sees_neither_memory_nor_environment() {
    let station = station();
    // A copy: the folder of the build may be closed to others.
    std::fs::copy(env!("CARGO_BIN_EXE_jalon"), station.path("jalon")).expect("a copy");
    let Some(prefix) = as_somebody(&station) else { return };
    let program = station.path("jalon").to_string_lossy().into_owned();
    let words: Vec<&str> =
        prefix.iter().map(String::as_str).chain([&*program, "--data-dir", "station"]).collect();
    let mut pty = Pty::open_words(&station.path(""), &words, &[("PATH", "/usr/bin:/bin")], (80, 24));
    open_a_file(&mut pty);

    let sees = |process: &str, name: &str| {
        let file = format!("/proc/{process}/{name}");
        let words = prefix.iter().map(String::as_str).chain(["sh", "-c", "exec < \"$0\"", &*file]);
        let words: Vec<&str> = words.collect();
        let output = std::process::Command::new(words[0]).args(&words[1..]).output().expect("a shell");
        output.status.success()
    };
    let id = pty.id().to_string();
    for name in ["environ", "maps", "mem", "auxv"] {
        assert!(sees("self", name) && !sees(&id, name), "{name}");
    }
    assert!(sees(&id, "cmdline"), "the eyes see nothing");
    let owner = Path::new("/proc").join(id).join("environ").metadata().expect("a process").uid();
    assert_eq!(owner, 0, "not dumpable: its files are the administrator’s");
    assert!(pty.screen().contains(NAME));
}
