//! SQLite, driven by the system's Python: what a save is compared with, beside the bare one.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

const SCRIPT: &str = include_str!("sqlite.py");

/// A database in a process of its own, which times each of its transactions itself: neither the
/// pipe nor the waking of the process counts. What Python costs does, some microseconds in its
/// disfavour; the same transaction in memory bounds it.
pub struct Sqlite {
    child: Child,
    asked: ChildStdin,
    answers: BufReader<ChildStdout>,
    /// Its version.
    pub version: String,
}

impl Sqlite {
    /// A new database at `path`, for rows of `row_bytes`; `None` where there is no Python with SQLite.
    pub fn start(path: &Path, row_bytes: usize) -> Option<Self> {
        let mut child = Command::new("python3")
            .args(["-c", SCRIPT])
            .arg(path)
            .arg(row_bytes.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let asked = child.stdin.take()?;
        let mut sqlite =
            Self { answers: BufReader::new(child.stdout.take()?), child, asked, version: String::new() };
        sqlite.version = sqlite.answer()?;
        Some(sqlite)
    }

    /// One transaction: its time on the disk, and of the same one in memory.
    pub fn commit(&mut self) -> Option<(Duration, Duration)> {
        self.asked.write_all(b"\n").ok()?;
        let line = self.answer()?;
        let (disk, memory) = line.split_once(' ')?;
        let time = |nanoseconds: &str| nanoseconds.parse().ok().map(Duration::from_nanos);
        Some((time(disk)?, time(memory)?))
    }

    fn answer(&mut self) -> Option<String> {
        let mut line = String::new();
        let read = self.answers.read_line(&mut line).ok()?;
        (read > 0).then(|| line.trim().to_owned())
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        let _it_may_be_gone = self.child.kill();
        let _its_end_says_nothing = self.child.wait();
    }
}
