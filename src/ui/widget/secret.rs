//! A secret being typed. Neither its letters nor its length ever reach the screen, and the bytes
//! are wiped when it is taken or dropped.

use secrecy::SecretString;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use zeroize::Zeroizing;

use crate::ui::keymap::key::{Code, Key};

/// Longest secret, in bytes. The room is taken at once: a buffer that grows leaves copies behind.
const MOST_BYTES: usize = 1024;

/// What is being typed.
pub struct Secret {
    text: Zeroizing<String>,
}

impl Default for Secret {
    fn default() -> Self {
        Self { text: Zeroizing::new(String::with_capacity(MOST_BYTES)) }
    }
}

impl Secret {
    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether the key types into it or deletes from it.
    pub fn wants(key: Key) -> bool {
        key.typed().is_some() || key.deletes_more() || (key.code == Code::Backspace && !key.alt)
    }

    /// Takes a key that it wants; with ctrl it is emptied.
    pub fn type_key(&mut self, key: Key) {
        match key.typed() {
            Some(c) => self.push(c),
            None if key.ctrl => self.clear(),
            None => {
                self.text.pop();
            }
        }
    }

    /// Takes pasted text, without its line ends.
    pub fn paste(&mut self, text: &str) {
        text.chars().filter(|c| !c.is_control()).for_each(|c| self.push(c));
    }

    /// Forgets what was typed.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Hands the secret over and forgets it.
    pub fn take(&mut self) -> SecretString {
        let secret = SecretString::from(self.text.as_str());
        self.clear();
        secret
    }

    /// Whether it says the same words as `other`: accents, capitals and spaces do not count.
    pub fn says(&self, other: &str) -> bool {
        same_words(&self.text, other)
    }

    /// Whether it is exactly `other`.
    pub fn is(&self, other: &str) -> bool {
        self.text.nfc().eq(other.nfc())
    }

    fn push(&mut self, c: char) {
        if self.text.len() + c.len_utf8() <= MOST_BYTES {
            self.text.push(c);
        }
    }
}

/// Compares letter by letter: no copy of a secret is made.
fn same_words(one: &str, other: &str) -> bool {
    fn letters(word: &str) -> impl Iterator<Item = char> + '_ {
        word.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase)
    }
    let (mut ones, mut others) = (one.split_whitespace(), other.split_whitespace());
    loop {
        match (ones.next(), others.next()) {
            (None, None) => return true,
            (Some(one), Some(other)) if letters(one).eq(letters(other)) => {}
            (Some(_), Some(_)) | (Some(_), None) | (None, Some(_)) => return false,
        }
    }
}
