//! The program in a pseudo-terminal: keys in; a screen, and every byte that drew it, out.
//!
//! Nothing here sleeps: one channel carries what the program writes and how it ends, and waiting
//! is receiving from it. Only the limits are in seconds, and they are there to fail, not to time.

#[path = "link.rs"]
pub mod link;

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use jalon::clock;
use jalon::ui::keymap::key::{Code, Key};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::fs::OFlags;
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};

use link::{Link, Window};

/// No wait lasts longer, however busy the machine.
const LIMIT: Duration = Duration::from_secs(60);
/// The program has said all that it had to say once it is silent for so long.
const SILENCE: Duration = Duration::from_millis(200);
/// A terminal is hung up once, at the end of its test.
const HUNG_UP: &str = "a terminal that is still there";

/// What the program does.
enum Heard {
    /// What it wrote, and when that comes out of the link.
    Bytes(Instant, Vec<u8>),
    /// Nothing will be written any more.
    Closed,
    /// Its exit code; a signal counts as 1.
    Ended(u32),
}

/// What must all be let go of for the terminal to be gone.
struct Ends {
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    reader: thread::JoinHandle<()>,
}

/// The program, the terminal it runs in and whoever types.
pub struct Pty {
    /// Until it is hung up.
    ends: Option<Ends>,
    heard: Receiver<Heard>,
    pid: Pid,
    parser: vt100::Parser,
    bytes: Vec<u8>,
    keys: usize,
    is_closed: bool,
    code: Option<u32>,
    /// Tells the reader to let go of the terminal after what it reads next.
    lets_go: Arc<AtomicBool>,
    /// Whether anybody looks.
    window: Window,
}

impl Pty {
    /// Runs `jalon` with these arguments in a window of 80 × 24, with nothing of the environment
    /// but a home, the French language and a terminal of 16 colours.
    pub fn open(home: &Path, args: &[&str]) -> Self {
        Self::open_with(home, args, &[], (80, 24))
    }

    /// The same, with more in the environment and a window of that many columns and rows.
    pub fn open_with(home: &Path, args: &[&str], env: &[(&str, &str)], size: (u16, u16)) -> Self {
        let words: Vec<&str> = [env!("CARGO_BIN_EXE_jalon")].iter().chain(args).copied().collect();
        Self::open_words(home, &words, env, size)
    }

    /// The same, for any program: one that runs `jalon` in its turn.
    pub fn open_words(home: &Path, words: &[&str], env: &[(&str, &str)], size: (u16, u16)) -> Self {
        let mut command = command(words[0], home, env);
        command.args(&words[1..]);
        Self::start(command, size, Link::direct())
    }

    /// The same at the end of a link.
    pub fn open_far_away(home: &Path, args: &[&str], link: Link) -> Self {
        let mut command = command(env!("CARGO_BIN_EXE_jalon"), home, &[]);
        command.args(args);
        Self::start(command, (80, 24), link)
    }

    /// The same in a terminal that is not its own: nobody tells it that the terminal is gone.
    pub fn open_without_control(home: &Path, args: &[&str]) -> Self {
        let mut command = command(env!("CARGO_BIN_EXE_jalon"), home, &[]);
        command.args(args);
        command.set_controlling_tty(false);
        Self::start(command, (80, 24), Link::direct())
    }

    /// Runs a script of the shell, with its jobs under control and `jalon` as its `$0`.
    pub fn open_shell(home: &Path, script: &str) -> Self {
        let mut command = command("/bin/sh", home, &[]);
        command.args(["-m", "-c", script, env!("CARGO_BIN_EXE_jalon")]);
        Self::start(command, (80, 24), Link::direct())
    }

    fn start(command: CommandBuilder, (cols, rows): (u16, u16), link: Link) -> Self {
        let size = PtySize { rows, cols, ..PtySize::default() };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        forget_end_of_file(pair.master.as_ref());
        let child = pair.slave.spawn_command(command).expect("the program runs");
        let pid = child.process_id().and_then(|pid| Pid::from_raw(pid.cast_signed())).expect("a process");
        drop(pair.slave);
        let (said, heard) = mpsc::channel();
        let lets_go = Arc::new(AtomicBool::new(false));
        let window = Window::default();
        let ear = Ear { said: said.clone(), lets_go: Arc::clone(&lets_go), window: window.clone(), link };
        let reader = ear.listen(pair.master.try_clone_reader().expect("a screen"));
        wait(child, said);
        let keyboard = link.keyboard(pair.master.take_writer().expect("a keyboard"));
        Self {
            ends: Some(Ends { master: pair.master, keyboard, reader }),
            heard,
            pid,
            // One that does not say its size has one all the same.
            parser: vt100::Parser::new(
                if rows == 0 { 24 } else { rows },
                if cols == 0 { 80 } else { cols },
                0,
            ),
            bytes: Vec::new(),
            keys: 0,
            is_closed: false,
            code: None,
            lets_go,
            window,
        }
    }

    /// Presses keys, in the notation of keymap files, with spaces between them.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split(' ') {
            self.send(&bytes_of(key.parse().expect("a key")));
            self.keys += 1;
        }
        self
    }

    /// Types a text; every character is a key.
    pub fn type_text(&mut self, text: &str) -> &mut Self {
        self.send(text.as_bytes());
        self.keys += text.chars().count();
        self
    }

    /// Pastes a text, as a terminal does that marks it.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.send(format!("\x1b[200~{text}\x1b[201~").as_bytes());
        self.keys += 1;
        self
    }

    /// How many keys were pressed since this was last asked.
    pub fn take_keys(&mut self) -> usize {
        std::mem::take(&mut self.keys)
    }

    /// Sends bytes as they are.
    pub fn send(&mut self, bytes: &[u8]) {
        let Ends { keyboard, .. } = self.ends.as_mut().expect(HUNG_UP);
        keyboard.write_all(bytes).and_then(|()| keyboard.flush()).expect("a keyboard");
    }

    fn master(&self) -> &dyn MasterPty {
        self.ends.as_ref().expect(HUNG_UP).master.as_ref()
    }

    /// Waits until the screen shows this text.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) -> &mut Self {
        self.wait_until(text, |screen| screen.contains(text))
    }

    /// Waits until the screen is as `is_so` wants it; `what` tells what that was, if it fails.
    #[track_caller]
    pub fn wait_until(&mut self, what: &str, is_so: impl Fn(&str) -> bool) -> &mut Self {
        let start = clock::instant();
        while !is_so(&self.screen()) {
            let left = LIMIT.saturating_sub(start.elapsed());
            let is_over = self.code.is_some() && self.is_closed;
            let has_news = !is_over && self.hear(left);
            assert!(has_news, "« {what} » is awaited, ended: {:?}\n{}", self.code, self.screen());
        }
        self
    }

    /// Waits until something is written: the answer to a key that changes the screen.
    #[track_caller]
    pub fn wait_for_answer(&mut self) -> &mut Self {
        let (start, before) = (clock::instant(), self.bytes.len());
        while self.bytes.len() == before {
            let left = LIMIT.saturating_sub(start.elapsed());
            assert!(self.code.is_none() && self.hear(left), "no answer\n{}", self.screen());
        }
        self
    }

    /// Waits until the program has nothing more to say.
    pub fn settle(&mut self) -> &mut Self {
        while self.code.is_none() && self.hear(SILENCE) {}
        self
    }

    /// Listens for that long, or until something is written; says whether nothing was.
    pub fn is_silent_for(&mut self, duration: Duration) -> bool {
        !self.hear(duration)
    }

    /// Takes in what the program does next; false when nothing comes before the limit.
    fn hear(&mut self, limit: Duration) -> bool {
        match self.heard.recv_timeout(limit) {
            Ok(Heard::Bytes(at, bytes)) => {
                link::wait_until(at);
                self.parser.process(&bytes);
                self.bytes.extend(bytes);
                true
            }
            Ok(Heard::Closed) => {
                self.is_closed = true;
                true
            }
            Ok(Heard::Ended(code)) => {
                self.code = Some(code);
                true
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => false,
        }
    }

    /// The screen as text.
    pub fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    /// One row of the screen, from 0.
    pub fn row(&self, row: u16) -> String {
        let (_, cols) = self.parser.screen().size();
        self.parser.screen().rows(0, cols).nth(usize::from(row)).unwrap_or_default()
    }

    /// The terminal as the program left it.
    pub fn terminal(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// Whether keys arrive as they are typed, and `ctrl-s` too, rather than line by line.
    pub fn is_raw(&self) -> bool {
        let modes = tcgetattr(slave(self.master())).expect("modes");
        !modes.local_modes.intersects(rustix::termios::LocalModes::ICANON | rustix::termios::LocalModes::ECHO)
            && !modes.input_modes.contains(rustix::termios::InputModes::IXON)
    }

    /// What the program wrote since this was last asked.
    pub fn take_bytes(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.bytes)
    }

    /// Gives the window another size.
    pub fn resize(&mut self, cols: u16, rows: u16) -> &mut Self {
        self.parser.screen_mut().set_size(rows, cols);
        self.master().resize(PtySize { rows, cols, ..PtySize::default() }).expect("a size");
        self
    }

    /// Memory of the program in MiB: `VmRSS` is what it holds now, `VmHWM` the most that it held.
    pub fn memory_mib(&self, field: &str) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.pid.as_raw_nonzero()));
        let status = status.expect("it runs");
        let line = status.lines().find_map(|line| line.strip_prefix(field)).expect("a field");
        let kib = line.trim_matches(|c: char| !c.is_ascii_digit()).parse::<f64>().expect("a number");
        kib / 1024.0
    }

    /// How often each thread of the program gave the processor back: no more while it is idle, those
    /// of the database engine included.
    pub fn wakes(&self) -> Vec<(String, u64)> {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.pid.as_raw_nonzero()));
        let count = |task: std::io::Result<std::fs::DirEntry>| {
            let status = std::fs::read_to_string(task.ok()?.path().join("status")).ok()?;
            let field = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
            Some((field("Name:")?.to_owned(), field("voluntary_ctxt_switches:")?.parse().ok()?))
        };
        tasks.expect("it runs").filter_map(count).collect()
    }

    /// The number of its process.
    pub fn id(&self) -> i32 {
        self.pid.as_raw_nonzero().get()
    }

    /// Sends a signal to the program.
    pub fn signal(&mut self, signal: Signal) -> &mut Self {
        kill_process(self.pid, signal).expect("it runs");
        self
    }

    /// Nobody looks any more: what the program writes fills the line.
    pub fn look_away(&mut self) -> &mut Self {
        self.window.shut();
        self
    }

    /// Somebody looks again.
    pub fn look_again(&mut self) -> &mut Self {
        self.window.open();
        self
    }

    /// The program that the shell runs, for signals from now on.
    pub fn follow_child(&mut self) -> &mut Self {
        let mine = self.pid.as_raw_nonzero().to_string();
        let parent = |pid: &str| {
            let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
            Some(stat.rsplit_once(") ")?.1.split(' ').nth(1)?.to_owned())
        };
        let all = std::fs::read_dir("/proc")
            .expect("processes")
            .filter_map(|it| it.ok()?.file_name().into_string().ok());
        let child = all.into_iter().find(|pid| parent(pid).as_ref() == Some(&mine)).expect("a child");
        self.pid = Pid::from_raw(child.parse().expect("a number")).expect("a process");
        self
    }

    /// Kills the program, with no time to do anything, and waits for its end.
    pub fn kill(&mut self) {
        kill_process(self.pid, Signal::KILL).expect("it runs");
        self.end();
    }

    /// Waits for the end of the program; its exit code.
    #[track_caller]
    pub fn end(&mut self) -> u32 {
        let start = clock::instant();
        loop {
            if let Some(code) = self.code.filter(|_| self.is_closed) {
                return code;
            }
            let has_news = self.hear(LIMIT.saturating_sub(start.elapsed()));
            assert!(has_news, "it does not end\n{}", self.screen());
        }
    }

    /// Waits for the end of the program, whatever it may still have to say; its exit code.
    #[track_caller]
    pub fn end_unseen(&mut self) -> u32 {
        let start = clock::instant();
        while self.code.is_none() {
            assert!(self.hear(LIMIT.saturating_sub(start.elapsed())), "it does not end");
        }
        self.code.unwrap_or_default()
    }

    /// Presses a last key, which changes the screen; then the terminal is gone, as when a
    /// connection dies. Returns when the program has ended.
    #[track_caller]
    pub fn hang_up_after(mut self, key: &str) -> u32 {
        // The reader lets go of its end of the terminal when the key has changed the screen.
        self.lets_go.store(true, Ordering::SeqCst);
        self.press(key);
        self.window.open();
        let ends = self.ends.take().expect(HUNG_UP);
        ends.reader.join().expect("it lets go");
        drop((ends.keyboard, ends.master));
        self.end()
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        // Not one that has ended: its number may be another's by now.
        while self.code.is_none() && self.hear(Duration::ZERO) {}
        if self.code.is_none() {
            let _ = kill_process(self.pid, Signal::KILL);
        }
    }
}

/// The bytes that a terminal sends for a key.
fn bytes_of(key: Key) -> Vec<u8> {
    let sequence: &[u8] = match key.code {
        Code::Char(c) if key.ctrl => return vec![u8::try_from(c).expect("a letter") & 0x1f],
        Code::Char(c) => return c.to_string().into_bytes(),
        Code::F(number @ 1..=4) => return vec![0x1b, b'O', b'P' + number - 1],
        Code::F(number) => {
            const CODES: [u8; 8] = [15, 17, 18, 19, 20, 21, 23, 24];
            return format!("\x1b[{}~", CODES[usize::from(number) - 5]).into_bytes();
        }
        Code::Enter => b"\r",
        Code::Esc => b"\x1b",
        Code::Tab if key.shift => b"\x1b[Z",
        Code::Tab => b"\t",
        Code::Backspace => b"\x7f",
        Code::Delete => b"\x1b[3~",
        Code::Insert => b"\x1b[2~",
        Code::Up => b"\x1b[A",
        Code::Down => b"\x1b[B",
        Code::Right => b"\x1b[C",
        Code::Left => b"\x1b[D",
        Code::Home => b"\x1b[H",
        Code::End => b"\x1b[F",
        Code::PageUp => b"\x1b[5~",
        Code::PageDown => b"\x1b[6~",
    };
    sequence.to_vec()
}

/// The program's end of the terminal, which does not become the terminal of the tests.
fn slave(master: &dyn MasterPty) -> File {
    let name = master.tty_name().expect("a name");
    let flags = OFlags::NOCTTY.bits().cast_signed();
    OpenOptions::new().read(true).write(true).custom_flags(flags).open(name).expect("a terminal")
}

/// The writing end would otherwise type an end of file as its last word, which nobody does whose
/// connection dies.
fn forget_end_of_file(master: &dyn MasterPty) {
    let slave = slave(master);
    let mut modes = tcgetattr(&slave).expect("modes");
    modes.special_codes[SpecialCodeIndex::VEOF] = 0;
    tcsetattr(&slave, OptionalActions::Now, &modes).expect("modes");
}

/// Whoever listens to what the program writes.
struct Ear {
    said: Sender<Heard>,
    lets_go: Arc<AtomicBool>,
    window: Window,
    link: Link,
}

impl Ear {
    fn listen(self, mut reader: Box<dyn Read + Send>) -> thread::JoinHandle<()> {
        thread::spawn(move || {
            let mut buffer = vec![0; self.link.piece()];
            let mut pace = self.link.pace();
            loop {
                self.window.wait();
                let Ok(count @ 1..) = reader.read(&mut buffer) else { break };
                let at = pace.carry(count);
                let is_heard = self.said.send(Heard::Bytes(at, buffer[..count].to_vec())).is_ok();
                if !is_heard || self.lets_go.load(Ordering::SeqCst) {
                    break;
                }
            }
            // Nobody listens any more when the test is over.
            let _ = self.said.send(Heard::Closed);
        })
    }
}

fn command(program: &str, home: &Path, env: &[(&str, &str)]) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.cwd(home);
    command.env_clear();
    command.env("HOME", home);
    command.env("LANG", "fr_FR.UTF-8");
    command.env("TERM", "xterm");
    for (name, value) in env {
        // An empty value is none.
        if value.is_empty() { command.env_remove(name) } else { command.env(name, value) }
    }
    command
}

fn wait(mut child: Box<dyn Child + Send + Sync>, said: Sender<Heard>) {
    thread::spawn(move || {
        let code = child.wait().map_or(u32::MAX, |status| status.exit_code());
        // As above.
        let _ = said.send(Heard::Ended(code));
    });
}
