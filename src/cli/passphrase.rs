//! Where the passphrase comes from: a file that only its owner reads, or the terminal. Never an
//! argument, never the environment.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
use secrecy::SecretString;
use zeroize::Zeroizing;

use super::fail::{Exit, Fail};

/// Longest passphrase, in bytes.
const LONGEST_BYTES: u64 = 1024;

/// The first line of a file that nobody but its owner may read.
///
/// # Errors
/// The file cannot be read, is open to others, or is empty.
pub fn from_file(path: &Path) -> Result<SecretString, Fail> {
    let unreadable = |_: std::io::Error| Fail::new(Exit::Failed, "passphrase-file-unreadable", &[]);
    let file = fs::File::open(path).map_err(unreadable)?;
    let found = file.metadata().map_err(unreadable)?;
    if found.is_dir() {
        return Err(unreadable(std::io::ErrorKind::IsADirectory.into()));
    }
    let mode = found.permissions().mode();
    if mode & 0o077 != 0 {
        return Err(Fail::new(
            Exit::Failed,
            "passphrase-file-open",
            &[("mode", format!("{:o}", mode & 0o777))],
        ));
    }
    let mut line = Zeroizing::new(String::new());
    BufReader::new(file.take(LONGEST_BYTES)).read_line(&mut line).map_err(unreadable)?;
    given(&line)
}

/// Asks on the terminal, without showing what is typed, not even its length.
///
/// # Errors
/// There is no terminal, or nothing was typed.
pub fn from_terminal(prompt: &str) -> Result<SecretString, Fail> {
    let no_terminal = |_| Fail::new(Exit::Failed, "no-terminal", &[]);
    let mut terminal = fs::OpenOptions::new().read(true).write(true).open("/dev/tty").map_err(no_terminal)?;
    let before = tcgetattr(&terminal).map_err(|error| no_terminal(error.into()))?;
    let mut silent = before.clone();
    silent.local_modes.remove(LocalModes::ECHO);
    write!(terminal, "{prompt} ").map_err(no_terminal)?;
    tcsetattr(&terminal, OptionalActions::Now, &silent).map_err(|error| no_terminal(error.into()))?;
    let mut line = Zeroizing::new(String::new());
    let read = BufReader::new((&terminal).take(LONGEST_BYTES)).read_line(&mut line);
    tcsetattr(&terminal, OptionalActions::Now, &before).map_err(|error| no_terminal(error.into()))?;
    writeln!(terminal).map_err(no_terminal)?;
    read.map_err(no_terminal)?;
    given(&line)
}

fn given(line: &str) -> Result<SecretString, Fail> {
    let passphrase = line.trim_end_matches(['\n', '\r']);
    if passphrase.is_empty() {
        return Err(Fail::new(Exit::WrongKey, "passphrase-empty", &[]));
    }
    Ok(SecretString::from(passphrase))
}
