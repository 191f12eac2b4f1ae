//! One process at a time: an advisory lock on the folder of the store, another on a file in it, and a
//! line there that says who has them.

use std::fs::{File, OpenOptions};
use std::io::{Read as _, Seek as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;

use super::error::{Error, On as _};
use crate::domain::now::Now;

/// The lock, held as long as this lives: the system releases it when the process ends, however
/// it ends.
#[derive(Debug)]
pub(super) struct Lock {
    /// Whoever takes the file for one that was left behind and removes it must not let a second
    /// writer in: the folder cannot be removed so easily.
    folder: File,
    file: File,
}

impl Lock {
    /// Takes the lock of the store in `root` and signs it.
    ///
    /// # Errors
    /// [`Error::Held`] by whom, or an error of the surroundings.
    pub(super) fn take(root: &Path, now: Now) -> Result<Self, Error> {
        let path = &root.join("lock");
        let folder = File::open(root).on(root)?;
        // Some network file systems lock no folder: there the file alone has to do.
        if flock(&folder, FlockOperation::NonBlockingLockExclusive) == Err(Errno::WOULDBLOCK) {
            return Err(File::open(path).map_or_else(|_| held_by(""), |mut file| held(&mut file)));
        }
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .open(path)
            .on(path)?;
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => {}
            Err(Errno::WOULDBLOCK) => return Err(held(&mut file)),
            Err(error) => return Err(Error::from_io(error.into(), path, 0)),
        }
        let since = now.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        let line = format!("pid={}\ntty={}\nsince={since}\n", std::process::id(), terminal());
        file.set_len(0).on(path)?;
        file.write_all(line.as_bytes()).on(path)?;
        Ok(Self { folder, file })
    }
}

impl Drop for Lock {
    /// Said rather than left to the closing of the file: a process that was being started at that
    /// moment holds a copy of it until its own program begins.
    fn drop(&mut self) {
        for held in [&self.file, &self.folder] {
            let _: Result<(), Errno> = flock(held, FlockOperation::Unlock);
        }
    }
}

fn held(file: &mut File) -> Error {
    let mut text = String::new();
    // The holder may be writing its line just now: what is missing is shown as unknown.
    if file.rewind().and_then(|()| file.read_to_string(&mut text)).is_err() {
        text.clear();
    }
    held_by(&text)
}

/// What the line of the holder says; what it does not say is shown as unknown.
fn held_by(text: &str) -> Error {
    let value = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
        line.unwrap_or("?").to_owned()
    };
    Error::Held { pid: value("pid"), tty: value("tty"), since: value("since") }
}

fn terminal() -> String {
    let name = rustix::termios::ttyname(rustix::stdio::stdin(), Vec::new());
    name.ok().and_then(|name| name.into_string().ok()).unwrap_or_else(|| "?".to_owned())
}
