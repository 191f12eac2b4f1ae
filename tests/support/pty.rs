//! The real program in a pseudo-terminal: keys as bytes in, a screen read as a terminal shows it.
//!
//! ```text
//! let mut t = Pty::demo(40);
//! t.wait_for("Aujourd’hui").press("f").wait_for("File active");
//! ```
//! Nothing sleeps: a test waits for text, for silence or for the end, and gives up after ten
//! seconds with the screen in its message.

use std::io::{Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use jalon::ui::keymap::key::{Code, Key};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// How long a test waits for what must come.
const PATIENCE: Duration = Duration::from_secs(20);
/// A terminal to which nothing was written for so long is idle.
const SILENCE: Duration = Duration::from_millis(300);

/// A running program and its terminal.
pub struct Pty {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    sent: Vec<u8>,
    is_cut: Arc<AtomicBool>,
    folder: tempfile::TempDir,
}

impl Pty {
    /// The program with these arguments, 80 × 24, in folders of its own.
    pub fn spawn(arguments: &[&str]) -> Self {
        Self::spawn_in(tempfile::tempdir().expect("a folder"), arguments, &[])
    }

    /// A demonstration of one year with so many people.
    pub fn demo(people: u32) -> Self {
        Self::spawn(&["demo", "--people", &people.to_string(), "--years", "1"])
    }

    /// The program on folders that outlive another one ([`Pty::end`]), with more environment.
    pub fn spawn_in(folder: tempfile::TempDir, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_jalon"));
        command.env_clear();
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "fr_FR.UTF-8")] {
            command.env(name, value);
        }
        command.env("HOME", folder.path());
        for (name, value) in environment {
            command.env(name, value);
        }
        command.arg("--data-dir");
        command.arg(folder.path().join("poste"));
        command.args(arguments);
        let child = pair.slave.spawn_command(command).expect("the program");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (send, output) = mpsc::channel();
        let is_cut = Arc::new(AtomicBool::new(false));
        let cut = Arc::clone(&is_cut);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if cut.load(Ordering::Acquire) || send.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            writer: Some(pair.master.take_writer().expect("a writer")),
            master: Some(pair.master),
            child,
            output,
            parser: vt100::Parser::new(24, 80, 0),
            sent: Vec::new(),
            is_cut,
            folder,
        }
    }

    /// Waits until the screen shows a text.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) -> &mut Self {
        while !self.screen().contains(text) {
            let bytes = self.output.recv_timeout(PATIENCE);
            let Ok(bytes) = bytes else { unreachable!("« {text} » never came:\n{}", self.screen()) };
            self.take(&bytes);
        }
        self
    }

    /// Waits until nothing more is written, and says how many bytes were.
    pub fn wait_idle(&mut self) -> usize {
        let mut count = 0;
        while let Ok(bytes) = self.output.recv_timeout(SILENCE) {
            count += bytes.len();
            self.take(&bytes);
        }
        count
    }

    /// Waits until the program has ended; its exit code.
    #[track_caller]
    pub fn wait_end(&mut self) -> u32 {
        loop {
            match self.output.recv_timeout(PATIENCE) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => unreachable!("it does not end:\n{}", self.screen()),
            }
        }
        let (send, ended) = mpsc::channel();
        let mut killer = self.child.clone_killer();
        std::thread::scope(|scope| {
            scope.spawn(|| send.send(self.child.wait().expect("a status").exit_code()));
            let status = ended.recv_timeout(PATIENCE);
            if status.is_err() {
                killer.kill().expect("a running program");
            }
            status.expect("it does not end")
        })
    }

    /// Presses keys, in the notation of keymap files.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split(' ') {
            self.write(&bytes_of(key.parse().expect("a key")));
        }
        self
    }

    /// Types a text.
    pub fn type_text(&mut self, text: &str) -> &mut Self {
        self.write(text.as_bytes());
        self
    }

    /// Pastes a text, as a terminal that marks pasted text does.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.write(format!("\u{1b}[200~{text}\u{1b}[201~").as_bytes());
        self
    }

    /// Gives the window another size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.as_ref().expect("still connected").resize(size).expect("a size");
        self.parser.screen_mut().set_size(rows, columns);
        self
    }

    /// Sends a signal to the program.
    pub fn signal(&mut self, signal: Signal) -> &mut Self {
        kill_process(self.pid(), signal).expect("a running program");
        self
    }

    /// Cuts the connection, as a network does: the terminal disappears.
    pub fn hang_up(&mut self) -> &mut Self {
        // The reader holds the terminal too: it lets go once it has read what answers this key.
        self.is_cut.store(true, Ordering::Release);
        self.press("?");
        self.writer = None;
        self.master = None;
        self
    }

    /// The program's identity for the system.
    pub fn pid(&self) -> Pid {
        let id = self.child.process_id().and_then(|id| i32::try_from(id).ok());
        id.and_then(Pid::from_raw).expect("a running program")
    }

    /// What the terminal shows.
    pub fn screen(&self) -> String {
        let screen = self.parser.screen();
        let (_, columns) = screen.size();
        let rows = screen.rows(0, columns).map(|row| row.trim_end().to_owned() + "\n");
        rows.collect()
    }

    /// What the terminal knows beyond its text: modes, cursor.
    pub fn terminal(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// Everything written so far.
    pub fn sent(&self) -> String {
        String::from_utf8_lossy(&self.sent).into_owned()
    }

    /// Whether typed lines would be edited and echoed by the system, as in a shell.
    pub fn is_given_back(&self) -> bool {
        use rustix::termios::{LocalModes, tcgetattr};
        let master = self.master.as_ref().expect("still connected");
        let name = master.tty_name().expect("a name");
        let tty = std::fs::File::open(name).expect("the terminal");
        let modes = tcgetattr(&tty).expect("modes").local_modes;
        modes.contains(LocalModes::ICANON | LocalModes::ECHO)
    }

    /// How often each thread of the program gave the processor back: no more while it is idle.
    pub fn wakes(&self) -> Vec<(String, u64)> {
        let tasks = format!("/proc/{}/task", self.pid().as_raw_nonzero());
        let tasks = std::fs::read_dir(tasks).expect("a running program");
        let count = |task: std::io::Result<std::fs::DirEntry>| {
            let status = std::fs::read_to_string(task.expect("a thread").path().join("status")).ok()?;
            let field = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
            Some((field("Name:")?.to_owned(), field("voluntary_ctxt_switches:")?.parse().ok()?))
        };
        tasks.filter_map(count).collect()
    }

    /// Kills the program at once and keeps its folders for another one.
    pub fn kill(mut self) -> tempfile::TempDir {
        self.child.kill().expect("a running program");
        self.child.wait().expect("a status");
        self.folder
    }

    fn write(&mut self, bytes: &[u8]) {
        let writer = self.writer.as_mut().expect("still connected");
        writer.write_all(bytes).and_then(|()| writer.flush()).expect("a terminal");
    }

    fn take(&mut self, bytes: &[u8]) {
        self.sent.extend(bytes);
        self.parser.process(bytes);
    }
}

/// What a terminal sends for a key.
fn bytes_of(key: Key) -> Vec<u8> {
    let text = match key.code {
        Code::Char(c) if key.ctrl => return vec![u8::try_from(c).expect("a letter") & 0x1f],
        Code::Char(c) => return c.to_string().into_bytes(),
        Code::Enter => "\r",
        Code::Esc => "\u{1b}",
        Code::Tab if key.shift => "\u{1b}[Z",
        Code::Tab => "\t",
        Code::Backspace => "\u{7f}",
        Code::Delete => "\u{1b}[3~",
        Code::Insert => "\u{1b}[2~",
        Code::Up => "\u{1b}[A",
        Code::Down => "\u{1b}[B",
        Code::Right => "\u{1b}[C",
        Code::Left => "\u{1b}[D",
        Code::Home => "\u{1b}[H",
        Code::End => "\u{1b}[F",
        Code::PageUp => "\u{1b}[5~",
        Code::PageDown => "\u{1b}[6~",
        Code::F(number @ 1..=4) => {
            return vec![0x1b, b'O', b'P' + number - 1];
        }
        Code::F(number) => {
            const CODES: [u8; 8] = [15, 17, 18, 19, 20, 21, 23, 24];
            return format!("\u{1b}[{}~", CODES[usize::from(number) - 5]).into_bytes();
        }
    };
    text.as_bytes().to_vec()
}
