//! Real `tmux` and real GNU `screen`, with and without their alternate screen: what they keep of a
//! session once it is locked or over, however it ended.

use std::process::Command;

use rustix::process::{Pid, Signal, kill_process};

use super::eyes::Eyes;
use super::scene::LOCKED;
use super::staged::{BOMB, NAME, open_a_file, station, words_with_a_bomb};
use super::{has_tool, say, sees_all};
use crate::support::pty::Pty;
use crate::support::station::Station;

/// What is written once the program is over; a shell would show its question.
const OVER: &str = "la ligne est rendue";
/// The window of the multiplexer.
const SIZE: (u16, u16) = (80, 24);

/// A multiplexer and how it is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Tmux { alternate: bool },
    Screen { alternate: bool },
}

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Keys(&'static str),
    Panic,
    By(Signal),
}

const ENDS: [End; 5] = [
    End::Keys("ctrl-q ctrl-q"),
    End::Keys("ctrl-c ctrl-c"),
    End::Panic,
    End::By(Signal::HUP),
    End::By(Signal::TERM),
];

/// A program in a multiplexer, and the terminal that shows it.
struct Pane {
    kind: Kind,
    name: String,
    station: Station,
    pty: Pty,
}

impl Kind {
    const fn tool(self) -> &'static str {
        match self {
            Self::Tmux { .. } => "tmux",
            Self::Screen { .. } => "screen",
        }
    }

    fn settings(self) -> &'static str {
        match self {
            Self::Tmux { alternate: true } => TMUX,
            Self::Tmux { alternate: false } => {
                concat!("set -g status off\nset -g history-limit 5000\n", "setw -g alternate-screen off\n")
            }
            Self::Screen { alternate: true } => {
                "startup_message off\ndefscrollback 5000\nvbell off\naltscreen on\n"
            }
            Self::Screen { alternate: false } => {
                "startup_message off\ndefscrollback 5000\nvbell off\naltscreen off\n"
            }
        }
    }
}

const TMUX: &str = "set -g status off\nset -g history-limit 5000\n";

impl Pane {
    fn open(kind: Kind, end: End) -> Self {
        let station = station();
        station.write("settings", kind.settings());
        // Each has its own socket, in the folder of the station.
        std::fs::create_dir(station.path("sockets")).expect("a folder");
        super::modes(&station.path("sockets"), 0o700);
        let program = match end {
            End::Panic => words_with_a_bomb(),
            End::Keys(_) | End::By(_) => {
                [env!("CARGO_BIN_EXE_jalon"), "--data-dir", "station"].map(str::to_owned).to_vec()
            }
        };
        let script = format!(
            "stty -g > before\nseq -f 'avant %g' 1 50\n{} 2> errors\nstty -g > after\necho {OVER}\nexec cat\n",
            program.join(" ")
        );
        station.write("script", script);
        let name = format!("jalon-eyes-{}", std::process::id());
        let words = match kind {
            Kind::Tmux { .. } => {
                vec!["tmux", "-u", "-S", "sockets/tmux", "-f", "settings", "new-session", "sh script"]
            }
            Kind::Screen { .. } => vec!["screen", "-U", "-c", "settings", "-S", &name, "sh", "script"],
        };
        let pty = Pty::open_words(&station.path(""), &words, &environment(&station), SIZE);
        Self { kind, name, station, pty }
    }

    /// Tells the multiplexer something.
    fn tell(&self, words: &[&str]) -> String {
        match self.kind {
            Kind::Tmux { .. } => self.ask(words),
            Kind::Screen { .. } => self.ask(&[&["-X"], words].concat()),
        }
    }

    /// Runs the multiplexer on the one that runs.
    fn ask(&self, words: &[&str]) -> String {
        let mut command = Command::new(self.kind.tool());
        command.current_dir(self.station.path("")).env_clear().env("HOME", self.station.path(""));
        command.envs(environment(&self.station));
        match self.kind {
            Kind::Tmux { .. } => command.args(["-u", "-S", "sockets/tmux"]),
            Kind::Screen { .. } => command.args(["-S", &self.name]),
        };
        let output = command.args(words).output().expect("a multiplexer");
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stdout));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Everything that can be scrolled back to, and what is on the screen.
    fn kept(&mut self) -> String {
        match self.kind {
            Kind::Tmux { .. } => self.tell(&["capture-pane", "-p", "-J", "-S", "-", "-E", "-"]),
            Kind::Screen { .. } => {
                let file = self.station.path("kept").to_string_lossy().into_owned();
                self.tell(&["hardcopy", "-h", &file]);
                // Commands are done in order: once this one is answered the copy is there.
                self.ask(&["-Q", "number"]);
                let kept = std::fs::read(&file).expect("a copy");
                String::from_utf8_lossy(&kept).into_owned()
            }
        }
    }

    /// Gives the window ten sizes, one after the other.
    fn shake(&mut self) {
        for (columns, rows) in [(100, 30), (60, 20), (80, 12), (70, 30), SIZE].into_iter().cycle().take(10) {
            self.pty.resize(columns, rows).wait_for(NAME).settle();
        }
    }

    #[track_caller]
    fn assert_nobody(&mut self, when: &str) {
        self.pty.settle();
        let kept = self.kept();
        let found = Eyes::for_words().find_plain(kept.as_bytes());
        assert_eq!(found, [], "{:?}, {when}:\n{kept}", self.kind);
    }

    fn end(&mut self, end: End) {
        match end {
            End::Keys(keys) => {
                for key in keys.split(' ') {
                    self.pty.press(key).settle();
                }
            }
            End::Panic => {
                self.pty.press("e");
            }
            End::By(signal) => {
                let lock = std::fs::read_to_string(self.station.path("station/lock")).expect("a lock");
                let id = lock.lines().find_map(|line| line.strip_prefix("pid=")).expect("a process");
                let id = Pid::from_raw(id.parse().expect("a number")).expect("a process");
                kill_process(id, signal).expect("it runs");
            }
        }
        self.pty.wait_for(OVER);
    }
}

impl Drop for Pane {
    fn drop(&mut self) {
        let quit = match self.kind {
            Kind::Tmux { .. } => "kill-server",
            Kind::Screen { .. } => "quit",
        };
        self.tell(&[quit]);
    }
}

fn environment(station: &Station) -> Vec<(&'static str, &'static str)> {
    let sockets = station.path("sockets").to_string_lossy().into_owned();
    vec![
        ("PATH", "/usr/local/bin:/usr/bin:/bin"),
        ("LC_ALL", "C.UTF-8"),
        ("SHELL", "/bin/sh"),
        (BOMB, "1"),
        ("SCREENDIR", Box::leak(sockets.into_boxed_str())),
    ]
}

/// Opened, looked at, resized, locked, opened again, ended: nobody is left at any of these.
fn play(kind: Kind, end: End) {
    if !has_tool(kind.tool()) {
        return;
    }
    let mut pane = Pane::open(kind, end);
    open_a_file(&mut pane.pty);
    let kept = pane.kept();
    let sees_before = kept.contains("avant 1\n") || kind == Kind::Screen { alternate: true };
    assert!(kept.contains(NAME) && sees_before, "the eyes see nothing:\n{kept}");

    pane.shake();
    // With the caret far down, where a window that shrinks pushes more lines out of sight.
    pane.pty.press("i").wait_for("› Date");
    for _ in 0..8 {
        pane.pty.press("tab").settle();
    }
    pane.shake();
    pane.pty.press("ctrl-l").wait_for(LOCKED);
    pane.assert_nobody("locked");

    open_a_file(&mut pane.pty);
    pane.end(end);
    pane.assert_nobody("over");
    let modes = |name: &str| std::fs::read_to_string(pane.station.path(name)).expect("modes");
    assert_eq!(modes("before"), modes("after"), "{kind:?} {end:?}");
    say(&format!("{kind:?}, {end:?}: 0 words kept"));
}

/// Plays every end where they are all asked for, elsewhere this one.
fn play_all(kind: Kind, one: End) {
    let ends = if sees_all() { ENDS.to_vec() } else { vec![one] };
    ends.into_iter().for_each(|end| play(kind, end));
}

#[test]
fn tmux_keeps_nobody() {
    play_all(Kind::Tmux { alternate: true }, End::By(Signal::HUP));
}

#[test]
fn tmux_without_an_alternate_screen_keeps_nobody() {
    play_all(Kind::Tmux { alternate: false }, End::Panic);
}

#[test]
fn screen_keeps_nobody() {
    play_all(Kind::Screen { alternate: true }, End::By(Signal::TERM));
}

#[test]
fn screen_without_an_alternate_screen_keeps_nobody() {
    play_all(Kind::Screen { alternate: false }, End::Keys("ctrl-q ctrl-q"));
}
