//! What the first run has been told so far, and which question comes next.

use secrecy::SecretString;

use crate::domain::codes::{Lot, StationRole};
use crate::ui::form::parse::azerty::digit;
use crate::usecase::request::SetUp;

/// One question. Every one can be gone back to, and none is a dead end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// French or English.
    Language,
    /// Who works here.
    Name,
    /// What the station is for.
    Role,
    /// Which lots are followed.
    Lots,
    /// Eight words, or one's own passphrase.
    Kind,
    /// The eight words, shown once.
    Words,
    /// The eight words, typed again.
    Proof,
    /// One's own passphrase.
    Own,
    /// The same, typed again.
    OwnAgain,
    /// Everything said, before the station is made.
    Summary,
}

impl Question {
    /// Its stable id: its words are under `first-<id>`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Name => "name",
            Self::Role => "role",
            Self::Lots => "lots",
            Self::Kind => "kind",
            Self::Words => "words",
            Self::Proof => "proof",
            Self::Own => "own",
            Self::OwnAgain => "own-again",
            Self::Summary => "summary",
        }
    }

    /// How far it is, from 1 to 6.
    pub const fn rank(self) -> u8 {
        match self {
            Self::Language => 1,
            Self::Name => 2,
            Self::Role => 3,
            Self::Lots => 4,
            Self::Kind | Self::Words | Self::Proof | Self::Own | Self::OwnAgain => 5,
            Self::Summary => 6,
        }
    }
}

/// What was answered.
pub struct Answers {
    /// Who works here.
    pub name: String,
    /// What the station is for.
    pub role: StationRole,
    /// Lots followed.
    pub lots: Vec<Lot>,
    /// Whether the passphrase is one's own rather than eight words.
    pub is_own: bool,
    /// The passphrase: drawn, or judged good enough.
    pub passphrase: Option<SecretString>,
}

impl Default for Answers {
    fn default() -> Self {
        Self {
            name: String::new(),
            role: StationRole::Counsellor,
            lots: Vec::new(),
            is_own: false,
            passphrase: None,
        }
    }
}

impl Answers {
    /// The question after `question`.
    pub const fn next(&self, question: Question) -> Question {
        match question {
            Question::Language => Question::Name,
            Question::Name => Question::Role,
            Question::Role if self.has_lots() => Question::Lots,
            Question::Role | Question::Lots => Question::Kind,
            Question::Kind if self.is_own => Question::Own,
            Question::Kind => Question::Words,
            Question::Words => Question::Proof,
            Question::Own => Question::OwnAgain,
            Question::Proof | Question::OwnAgain | Question::Summary => Question::Summary,
        }
    }

    /// The question before `question`. What was shown once is never shown again: another passphrase
    /// is chosen then.
    pub const fn before(&self, question: Question) -> Question {
        match question {
            Question::Language | Question::Name => Question::Language,
            Question::Role => Question::Name,
            Question::Lots => Question::Role,
            Question::Kind if self.has_lots() => Question::Lots,
            Question::Kind => Question::Role,
            Question::Words | Question::Proof | Question::Own | Question::OwnAgain | Question::Summary => {
                Question::Kind
            }
        }
    }

    const fn has_lots(&self) -> bool {
        match self.role {
            StationRole::Counsellor | StationRole::Manager => true,
            StationRole::Team => false,
        }
    }

    /// The station to make; `None` while there is no passphrase.
    pub fn set_up(&self) -> Option<SetUp> {
        let lots = if self.has_lots() { self.lots.clone() } else { Vec::new() };
        Some(SetUp { role: self.role, name: self.name.clone(), lots, passphrase: self.passphrase.clone()? })
    }
}

/// The lots that a text names, as `L3 M1` or `3`; `None` when a word is no lot.
pub fn read_lots(typed: &str) -> Option<Vec<Lot>> {
    let words = typed.split([' ', ',', ';', '+']).filter(|word| !word.is_empty());
    let read = |word: &str| {
        let code: String = word.chars().map(digit).collect::<String>().to_uppercase();
        Lot::from_code(&code).or_else(|| Lot::from_code(&format!("L{code}")))
    };
    let mut lots = words.map(read).collect::<Option<Vec<Lot>>>()?;
    lots.sort_unstable();
    lots.dedup();
    Some(lots)
}
