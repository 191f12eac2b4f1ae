//! Keys, sealing and passphrases: bytes in, bytes out.
//!
//! XChaCha20-Poly1305 seals, HKDF-SHA-256 gives each use its own key, Argon2id makes a key of a
//! passphrase. Nothing here knows what the bytes mean, opens a file or reads a clock.

mod key;
mod passphrase;
mod sealing;
mod slot;

pub use key::{Key, random_bytes};
pub use passphrase::{LEAST_CHARACTERS, Passphrase, Strength, WORDS};
pub use sealing::{SEALING_BYTES, open, seal};
pub use slot::{Argon2id, KdfCost, SlotError, Stretch, is_slot, unwrap_key, wrap_key};

/// Why sealed bytes could not be made or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CryptoError {
    /// The operating system gave no random bytes.
    #[error("the system gives no random bytes")]
    Randomness,
    /// The bytes were altered, belong elsewhere, or were sealed under another key.
    #[error("the sealed bytes are not authentic")]
    NotAuthentic,
    /// There is not enough memory for the work that a passphrase asks for.
    #[error("not enough memory")]
    Memory,
}
