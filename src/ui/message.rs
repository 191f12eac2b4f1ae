//! The status line: one message, until the next key.

/// How serious a message is (product.md §4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// It is done.
    Done,
    /// Something to know.
    Note,
    /// What the guided tour says.
    Guide,
    /// Unlikely: the same key again keeps it.
    Doubt,
    /// Impossible.
    Refusal,
}

/// A message of the status line.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    /// How serious.
    pub level: Level,
    /// The words.
    pub text: String,
}

impl Message {
    /// What the guided tour says.
    pub fn guide(text: impl Into<String>) -> Self {
        Self { level: Level::Guide, text: text.into() }
    }

    /// It is done.
    pub fn done(text: impl Into<String>) -> Self {
        Self { level: Level::Done, text: text.into() }
    }

    /// Something to know.
    pub fn note(text: impl Into<String>) -> Self {
        Self { level: Level::Note, text: text.into() }
    }

    /// Unlikely.
    pub fn doubt(text: impl Into<String>) -> Self {
        Self { level: Level::Doubt, text: text.into() }
    }

    /// Impossible.
    pub fn refusal(text: impl Into<String>) -> Self {
        Self { level: Level::Refusal, text: text.into() }
    }
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Message({:?} […])", self.level)
    }
}
