//! Fingerprints of keys as eight French words: read aloud by one person, typed by another.

use std::fmt;

use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::recipient::Recipient;
use super::signing::SignerKey;

/// Bytes of a fingerprint: 88 bits.
const BYTES: usize = 11;
/// Words of a fingerprint, 11 bits each.
pub const WORDS: usize = 8;
/// Kept for the digest: other versions of the rule give other words.
const LABEL: &[u8] = b"jalon-fp-v1";

/// What the key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyRole {
    /// The programme's root.
    Root,
    /// A station.
    Station,
}

impl KeyRole {
    const fn code(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::Station => "station",
        }
    }
}

/// Why typed words are not a fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAFingerprint {
    /// There are not eight words.
    #[error("{count} words instead of {WORDS}")]
    Count {
        /// How many there are.
        count: usize,
    },
    /// A word is not in the list.
    #[error("word {place} is not in the list")]
    Word {
        /// Which one, from 1.
        place: usize,
    },
}

impl NotAFingerprint {
    /// Stable id of its messages.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Count { .. } => "fingerprint-count",
            Self::Word { .. } => "fingerprint-word",
        }
    }

    /// Values of its messages.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Count { count } => vec![("count", count.to_string())],
            Self::Word { place } => vec![("place", place.to_string())],
        }
    }
}

/// The first 88 bits of SHA-256(`jalon-fp-v1` ‖ 0 ‖ role ‖ 0 ‖ id ‖ signing key ‖ recipient).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; BYTES]);

impl Fingerprint {
    /// The fingerprint of a key in its role. `recipient` is absent for keys that only sign.
    pub fn of(role: KeyRole, id: &[u8; 16], key: &SignerKey, recipient: Option<&Recipient>) -> Self {
        let digest = Sha256::new()
            .chain_update(LABEL)
            .chain_update([0])
            .chain_update(role.code())
            .chain_update([0])
            .chain_update(id)
            .chain_update(key.bytes())
            .chain_update(recipient.map_or("", Recipient::as_str))
            .finalize();
        let mut bytes = [0; BYTES];
        bytes.copy_from_slice(&digest[..BYTES]);
        Self(bytes)
    }

    /// Reads eight words as typed: case, accents and what separates them do not matter.
    ///
    /// # Errors
    /// [`NotAFingerprint`], naming the word that is wrong.
    pub fn from_words(typed: &str) -> Result<Self, NotAFingerprint> {
        let folded = fold(typed);
        let words: Vec<&str> =
            folded.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        if words.len() != WORDS {
            return Err(NotAFingerprint::Count { count: words.len() });
        }
        let list = bip39::Language::French.word_list();
        let mut number = 0_u128;
        for (word, place) in words.iter().zip(1..) {
            let index = list.iter().position(|listed| fold(listed) == *word);
            let index = index.ok_or(NotAFingerprint::Word { place })?;
            number = number << 11 | index as u128;
        }
        let mut bytes = [0; BYTES];
        bytes.copy_from_slice(&number.to_be_bytes()[16 - BYTES..]);
        Ok(Self(bytes))
    }

    /// The eight words, with their accents.
    pub fn words(&self) -> [String; WORDS] {
        let mut bytes = [0; 16];
        bytes[16 - BYTES..].copy_from_slice(&self.0);
        let number = u128::from_be_bytes(bytes);
        let list = bip39::Language::French.word_list();
        std::array::from_fn(|place| {
            let index = number >> (11 * (WORDS - 1 - place)) & 0x7FF;
            list[usize::try_from(index).expect("11 bits")].nfc().collect()
        })
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words().join(" "))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

fn fold(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}
