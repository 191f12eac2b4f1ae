//! Wrong passphrases make the next attempt wait: 1, 2, 4 … 64 s from the fourth on, also after a
//! restart. Nothing is ever deleted or locked for good.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::error::Error;
use super::files::Files;
use super::small::{read_if_there, remove_if_there, replace};
use crate::domain::now::Now;

/// Failures that cost nothing: anybody mistypes.
const FREE_FAILURES: u32 = 3;
/// The longest wait, as a power of two: 64 s.
const LONGEST: u32 = 6;

/// Wrong passphrases in a row.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
struct Failures {
    count: u32,
    /// Instant of the last one, in seconds since 1970.
    last: i64,
}

/// The file that counts them.
pub(super) struct Attempts<'a> {
    files: &'a dyn Files,
    path: PathBuf,
}

impl<'a> Attempts<'a> {
    pub(super) fn new(files: &'a dyn Files, path: PathBuf) -> Self {
        Self { files, path }
    }

    /// Refuses an attempt that comes too soon.
    pub(super) fn check(&self, now: Now) -> Result<(), Error> {
        let failures = self.read()?;
        let wait = i64::from(wait_seconds(failures.count));
        let elapsed = now.at.timestamp() - failures.last;
        if elapsed < 0 {
            // The clock went back: the wait starts again from now, it does not last till then.
            self.write(Failures { last: now.at.timestamp(), ..failures });
        }
        let left = wait - elapsed.max(0);
        match u32::try_from(left) {
            Ok(seconds) if seconds > 0 => Err(Error::Wait { seconds }),
            Ok(_) | Err(_) => Ok(()),
        }
    }

    /// Counts a wrong passphrase, and gives the error to show.
    pub(super) fn failed(&self, now: Now) -> Error {
        let count = self.read().unwrap_or_default().count.saturating_add(1);
        self.write(Failures { count, last: now.at.timestamp() });
        Error::WrongPassphrase { failures: count, wait_seconds: wait_seconds(count) }
    }

    /// Forgets the failures, and gives how many there were.
    pub(super) fn succeeded(&self) -> Result<u32, Error> {
        let failures = self.read()?.count;
        if failures > 0 {
            remove_if_there(self.files, &self.path)?;
        }
        Ok(failures)
    }

    fn read(&self) -> Result<Failures, Error> {
        let bytes = read_if_there(self.files, &self.path)?;
        Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default())
    }

    /// A count that cannot be written must not keep the owner out: whoever can make the write
    /// fail can also copy the slot and try elsewhere.
    fn write(&self, failures: Failures) {
        let bytes = serde_json::to_vec(&failures).expect("two numbers are JSON");
        drop(replace(self.files, &self.path, &bytes));
    }
}

const fn wait_seconds(failures: u32) -> u32 {
    if failures <= FREE_FAILURES {
        return 0;
    }
    let doublings = failures - FREE_FAILURES - 1;
    if doublings > LONGEST { 1 << LONGEST } else { 1 << doublings }
}
