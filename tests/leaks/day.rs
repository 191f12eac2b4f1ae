//! One long day at a real station, played once and looked at from several sides: what it left on
//! the disk, what it wrote to whom, what its processes showed of themselves, with which modes.
//!
//! Where `strace` is installed the day is played under it; where it is not, what only it can see
//! is said to be skipped.

use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

use jalon::domain::codes::StationRole;

use super::canary::{PASSPHRASE, word};
use super::eyes::{Eyes, all_under};
use super::staged::tables;
use super::strace::{self, Trace};
use super::{has_tool, say, scene};
use crate::support::pty::Pty;
use crate::support::station::Station;

/// How often processes are looked at.
const EVERY: Duration = Duration::from_millis(10);
/// What the program is asked to say, as loudly as it can.
const LOUD: [(&str, &str); 2] = [("RUST_LOG", "trace"), ("RUST_BACKTRACE", "full")];

/// Where the user asked for the lines that were refused.
const REFUSED: &str = "usb/refus.csv";

/// What is left of the day.
pub struct Day {
    home: Station,
    /// Where what the system was asked is written, out of the way.
    aside: tempfile::TempDir,
    /// What stood there before.
    before: BTreeSet<PathBuf>,
    /// What each run of the program asked of the system.
    traces: Vec<Trace>,
    /// What its processes showed of themselves.
    shown: BTreeSet<Vec<u8>>,
}

/// The day, played by whoever asks first.
pub fn day() -> &'static Day {
    static DAY: OnceLock<Option<Day>> = OnceLock::new();
    let played = DAY.get_or_init(|| std::panic::catch_unwind(Day::play).ok());
    played.as_ref().expect("the day goes wrong where it is first asked for")
}

/// Sees what the processes of a terminal show to everybody, until it is told to stop.
struct Watch {
    stop: Sender<()>,
    watching: JoinHandle<BTreeSet<Vec<u8>>>,
}

impl Watch {
    fn over(session: i32) -> Self {
        let (stop, stopped) = mpsc::channel();
        let watching = std::thread::spawn(move || {
            let mut shown = BTreeSet::new();
            while stopped.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
                shown.extend(shown_by(session));
            }
            shown
        });
        Self { stop, watching }
    }

    fn stop(self) -> BTreeSet<Vec<u8>> {
        // It only ends when it is told to.
        let _ = self.stop.send(());
        self.watching.join().expect("it watched")
    }
}

/// Arguments, environment and names of threads of every process of a session.
fn shown_by(session: i32) -> Vec<Vec<u8>> {
    let mut shown = Vec::new();
    for entry in std::fs::read_dir("/proc").expect("/proc").filter_map(Result::ok) {
        let process = entry.path();
        let stat = std::fs::read_to_string(process.join("stat")).unwrap_or_default();
        // After the name, which is in parentheses: state, parent, group, session.
        let after = stat.rsplit_once(')').map_or("", |(_, after)| after);
        if after.split_whitespace().nth(3) != Some(&session.to_string()) {
            continue;
        }
        shown.extend(["cmdline", "environ"].iter().filter_map(|it| std::fs::read(process.join(it)).ok()));
        let threads = std::fs::read_dir(process.join("task")).into_iter().flatten().filter_map(Result::ok);
        shown.extend(threads.filter_map(|thread| std::fs::read(thread.path().join("comm")).ok()));
    }
    shown
}

impl Day {
    fn play() -> Self {
        let home = Station::nowhere();
        std::fs::remove_file(home.path("passphrase")).expect("a file that no one needs here");
        let team = Station::new(StationRole::Team);
        for (name, text) in tables() {
            home.write(&format!("reprise/{name}.csv"), text);
        }
        home.write("reprise/refus/personnes.csv", tables()[0].1.replace("1980", "80 ?"));
        home.write("trust.json", std::fs::read(team.path("trust.json")).expect("a list"));
        for folder in ["tmp", "usb", "run"] {
            std::fs::create_dir(home.path(folder)).expect("a folder");
        }
        let before = all_under(&home.path("")).into_iter().collect();
        let root = team.run(&["key", "show", "--format", "json"]).json()["root_words"].clone();

        let aside = tempfile::tempdir().expect("a folder");
        let mut day = Self { home, aside, before, traces: Vec::new(), shown: BTreeSet::new() };
        day.run(&[], |pty| {
            scene::set_up(pty);
            scene::lock(pty);
            scene::try_wrong(pty);
            scene::unlock(pty);
            scene::leave(pty);
        });
        day.ask(&["import", "reprise"], 0);
        day.ask(&["import", "reprise/refus", "--accept-partial", REFUSED], 3);
        day.run(&[], |pty| {
            scene::unlock(pty);
            scene::write_a_file(pty);
            scene::look_around(pty);
            scene::lock(pty);
            scene::unlock(pty);
            scene::write_one_line(pty, word("imported name"));
            scene::begin_a_record(pty);
            pty.signal(rustix::process::Signal::HUP);
            pty.end();
        });
        day.run(&[], |pty| {
            scene::unlock(pty);
            pty.wait_for("Compte rendu").signal(rustix::process::Signal::TERM);
            pty.end();
        });
        day.ask(&["key", "trust", "trust.json", "--words", root.as_str().expect("words")], 0);
        day.ask(&["export", "--out", "usb"], 0);
        day.ask(&["backup", "--to", "usb"], 0);
        for words in ["list", "due", "list --format json", "due --format csv", "doctor"] {
            day.ask(&words.split(' ').collect::<Vec<_>>(), 0);
        }
        day
    }

    /// Runs the program in a terminal, from a shell that closes nothing to anybody.
    fn run(&mut self, args: &[&str], play: impl FnOnce(&mut Pty)) {
        let home = self.home.path("");
        let trace = self.aside.path().join(self.traces.len().to_string());
        let mut words = vec!["sh", "-c", "umask 000; exec \"$@\"", "sh"];
        let trace_path = trace.to_string_lossy().into_owned();
        if has_tool("strace") {
            words.extend(strace::WORDS);
            words.extend(["-o", &trace_path, "--"]);
        }
        words.push(env!("CARGO_BIN_EXE_jalon"));
        words.extend(args);
        let (tmp, run) = (self.home.path("tmp"), self.home.path("run"));
        let mut env = vec![("PATH", "/usr/bin:/bin"), ("TMPDIR", tmp.to_str().expect("a name"))];
        env.push(("XDG_RUNTIME_DIR", run.to_str().expect("a name")));
        env.extend(LOUD);

        let mut pty = Pty::open_words(&home, &words, &env, (80, 24));
        let watch = Watch::over(pty.id());
        play(&mut pty);
        self.shown.extend(watch.stop());
        if has_tool("strace") {
            self.traces.push(Trace::read(&trace));
        }
    }

    /// The traces, where there is a tool that makes them.
    fn traces(&self) -> Option<&[Trace]> {
        has_tool("strace").then_some(&self.traces)
    }

    /// Runs a command that asks for the passphrase.
    fn ask(&mut self, args: &[&str], code: u32) {
        self.run(args, |pty| {
            pty.wait_for("Phrase de passe").type_text(PASSPHRASE).press("enter");
            assert_eq!(pty.end(), code, "{args:?}\n{}", pty.screen());
        });
    }

    /// What the user’s own files hold is nobody’s discovery: those to import, and the lines that were
    /// refused, to be corrected.
    fn own_files(&self) -> Vec<PathBuf> {
        let mut own = all_under(&self.home.path("reprise"));
        own.push(self.home.path(REFUSED));
        own
    }

    /// What the program made, whole paths.
    fn made(&self) -> Vec<PathBuf> {
        all_under(&self.home.path("")).into_iter().filter(|path| !self.before.contains(path)).collect()
    }
}

#[test]
fn nothing_of_anybody_is_on_the_disk() {
    let day = day();
    let found = Eyes::for_words().find_under(&day.home.path(""), &day.own_files());
    assert_eq!(found, []);
    let made: Vec<PathBuf> = day.made().into_iter().filter(|path| path.is_file()).collect();
    let size: u64 = made.iter().map(|path| path.metadata().expect("a file").len()).sum();
    say(&format!("{} files, {} KiB: 0 words", made.len(), size / 1024));

    // The eyes are open: they see the file that was imported, and one that is planted.
    assert!(!Eyes::for_words().find_under(&day.home.path("reprise"), &[]).is_empty());
    assert!(!Eyes::for_words().find_under(&day.home.path("usb"), &[]).is_empty());
}

#[test]
fn nothing_of_anybody_is_written_but_to_the_terminal() {
    let day = day();
    let Some(traces) = day.traces() else { return };
    let own = day.home.path(REFUSED);
    let (mut shown, mut bytes, mut count) = (0, 0, 0);
    for trace in traces {
        for call in trace.written_elsewhere().filter(|call| own != Path::new(&call.on)) {
            count += 1;
            for text in &call.texts {
                bytes += text.len();
                assert_eq!(Eyes::for_words().find(text), [], "{} on {}", call.name, call.on);
            }
        }
        let is_seen = |text: &Vec<u8>| !Eyes::for_words().find(text).is_empty();
        shown += trace.shown().filter(|call| call.texts.iter().any(is_seen)).count();
    }
    say(&format!("{count} writes elsewhere, {} KiB: 0 words; on the terminal: {shown} writes", bytes / 1024));
    assert!(shown > 10 && count > 100, "the eyes see nothing");
}

#[test]
fn nothing_is_written_outside_the_station_and_where_it_was_asked() {
    let day = day();
    let Some(traces) = day.traces() else { return };
    let home = day.home.path("");
    let mine = [".local", "usb"].map(|name| home.join(name));
    for call in traces.iter().flat_map(|trace| &trace.calls) {
        for path in call.makes() {
            let whole = home.join(&path);
            let is_terminal =
                path.starts_with("/dev/pts") || ["/dev/tty", "/dev/null"].map(Path::new).contains(&&*path);
            assert!(is_terminal || mine.iter().any(|mine| whole.starts_with(mine)), "{call:?}");
        }
        let shares_memory = call.line.contains("MAP_SHARED") && call.line.contains("PROT_WRITE");
        assert!(!(call.name == "mmap" && shares_memory && call.line.contains('<')), "{call:?}");
        for never in
            ["connect", "bind", "memfd", "sendfile", "splice", "io_uring", "xattr", "add_key", "shmget"]
        {
            assert!(!call.name.contains(never), "{call:?}");
        }
        assert!(!call.line.contains("TIOCSTI"), "{call:?}");
    }
}

#[test]
fn nothing_of_anybody_is_in_arguments_environment_or_names() {
    let day = day();
    assert!(day.shown.iter().any(|it| it.windows(6).any(|it| it == b"export")), "the eyes see nothing");
    for shown in &day.shown {
        assert_eq!(Eyes::for_words().find(shown), []);
    }
    say(&format!("{} arguments, environments and names of threads: 0 words", day.shown.len()));
}

#[test]
fn everything_made_is_for_its_owner_only_even_under_no_mask() {
    let day = day();
    let made = day.made();
    for path in &made {
        let found = std::fs::symlink_metadata(path).expect("still there");
        assert!(found.is_dir() || found.is_file(), "{}", path.display());
        let wanted = if found.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(found.permissions().mode() & 0o7777, wanted, "{}", path.display());
    }
    assert!(made.len() > 20, "{made:?}");
}
