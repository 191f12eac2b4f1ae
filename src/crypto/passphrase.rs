//! Passphrases: drawn by Jalon, or chosen and judged.

use bip39::Language;
use secrecy::{ExposeSecret as _, SecretString};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use zxcvbn::{Score, zxcvbn};

use super::{CryptoError, random_bytes};

/// Words of a generated passphrase: 88 bits, above the 80 that the CNIL asks for.
pub const WORDS: usize = 8;

/// Fewest characters of a passphrase that a person chooses.
pub const LEAST_CHARACTERS: usize = 14;

/// What a passphrase is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// Eight words of the list: accepted.
    Generated,
    /// Chosen, long and hard to guess: accepted.
    Strong,
    /// Fewer characters than [`LEAST_CHARACTERS`].
    TooShort,
    /// Long enough, but what it is made of is among the first things that one tries.
    TooEasy,
}

impl Strength {
    /// Whether a store may be closed with it.
    pub const fn is_enough(self) -> bool {
        match self {
            Self::Generated | Self::Strong => true,
            Self::TooShort | Self::TooEasy => false,
        }
    }
}

/// A passphrase, in the one form in which it is stretched: Unicode NFC, and for a generated one
/// the words as the list has them, whatever accents, capitals and spaces were typed.
#[derive(Clone)]
pub struct Passphrase(SecretString);

impl Passphrase {
    /// The passphrase that somebody typed.
    pub fn new(typed: &str) -> Self {
        let text = listed_words(typed).unwrap_or_else(|| typed.nfc().collect());
        Self(SecretString::from(text))
    }

    /// Eight words of the French BIP-39 list, drawn by the operating system.
    ///
    /// # Errors
    /// [`CryptoError::Randomness`].
    pub fn generate() -> Result<Self, CryptoError> {
        let list = Language::French.word_list();
        let mut text = String::new();
        for pair in random_bytes::<{ WORDS * 2 }>()?.chunks_exact(2) {
            // The list has 2,048 words: the 11 low bits choose one, each as likely as the others.
            let index = usize::from(u16::from_be_bytes([pair[0], pair[1]])) % list.len();
            if !text.is_empty() {
                text.push(' ');
            }
            text.extend(list[index].nfc());
        }
        Ok(Self(SecretString::from(text)))
    }

    /// The text, to show once what was generated or to stretch it.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// What it is worth. `known` are words that others guess first: names, station, place.
    pub fn strength(&self, known: &[&str]) -> Strength {
        let text = self.expose();
        if listed_words(text).is_some() {
            Strength::Generated
        } else if text.chars().count() < LEAST_CHARACTERS {
            Strength::TooShort
        } else if zxcvbn(text, known).score() == Score::Four {
            Strength::Strong
        } else {
            Strength::TooEasy
        }
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase([…])")
    }
}

/// The canonical text when what was typed is [`WORDS`] words of the list.
fn listed_words(typed: &str) -> Option<String> {
    let mut text = String::new();
    let mut count = 0;
    for word in typed.split_whitespace() {
        let bare = without_accents(word);
        let listed = Language::French.word_list().iter().find(|listed| without_accents(listed) == bare)?;
        if count > 0 {
            text.push(' ');
        }
        text.extend(listed.nfc());
        count += 1;
    }
    (count == WORDS).then_some(text)
}

/// Words of the French list stay distinct without their accents.
fn without_accents(word: &str) -> String {
    word.nfd().filter(|character| !is_combining_mark(*character)).flat_map(char::to_lowercase).collect()
}
