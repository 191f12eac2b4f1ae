//! Failures become words and exit codes here, and nowhere else on the command line.

use std::process::ExitCode;

use crate::exchange::trust::TrustRefusal;
use crate::i18n::Words;
use crate::store;
use crate::usecase::error::Error;
use crate::usecase::outcome::Failure;

/// Exit codes (product.md §7 and the man page).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// Refused or failed: nothing changed.
    Failed = 1,
    /// The command line is not understood.
    Usage = 2,
    /// Done, with warnings.
    Warnings = 3,
    /// Another session holds the station.
    Held = 4,
    /// Wrong passphrase or key.
    WrongKey = 5,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command did not do its work.
#[derive(Debug)]
pub struct Fail {
    /// How the program ends.
    pub exit: Exit,
    /// What to say.
    pub failure: Failure,
    /// Further lines, already in words.
    pub lines: Vec<String>,
}

impl Fail {
    /// A failure of the command itself.
    pub fn new(exit: Exit, id: &'static str, args: &[(&'static str, String)]) -> Self {
        Self { exit, failure: Failure { id, args: args.to_vec() }, lines: Vec::new() }
    }

    /// The same, with lines below the sentence.
    pub fn with_lines(mut self, lines: Vec<String>) -> Self {
        self.lines = lines;
        self
    }

    /// What goes to the standard error: what happened, then what to do.
    pub fn in_words(&self, words: &Words) -> String {
        let mut text = sentence(&self.failure, words);
        for line in &self.lines {
            text.push('\n');
            text.push_str(line);
        }
        text
    }
}

/// A failure in words: what happened, and on a second line what to do about it.
pub fn sentence(failure: &Failure, words: &Words) -> String {
    let id = format!("err-{}", failure.id);
    let remedy = format!("{id}-remedy");
    let mut text = message(&id, &failure.args, words);
    if words.has(&remedy) {
        text.push('\n');
        text.push_str(&message(&remedy, &failure.args, words));
    }
    text
}

/// A message with its values.
pub fn message(id: &str, values: &[(&'static str, String)], words: &Words) -> String {
    words.filled(id, values.iter().map(|(name, value)| (*name, value.as_str())))
}

impl From<Error> for Fail {
    fn from(error: Error) -> Self {
        let exit = match &error {
            Error::Store(store::Error::Held { .. }) => Exit::Held,
            Error::Store(store::Error::WrongPassphrase { .. } | store::Error::Wait { .. }) => Exit::WrongKey,
            Error::Trust(TrustRefusal::OtherRoot | TrustRefusal::OtherWords) => Exit::WrongKey,
            _ => Exit::Failed,
        };
        let failure = error.failure();
        Self { exit, failure, lines: Vec::new() }
    }
}

impl From<store::Error> for Fail {
    fn from(error: store::Error) -> Self {
        Error::from(error).into()
    }
}
