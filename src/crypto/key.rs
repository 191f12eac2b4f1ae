//! A key of 32 bytes and the keys and names that derive from it.

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroize;

use super::CryptoError;

/// `N` bytes from the operating system.
///
/// # Errors
/// [`CryptoError::Randomness`].
pub fn random_bytes<const N: usize>() -> Result<[u8; N], CryptoError> {
    let mut bytes = [0; N];
    getrandom::getrandom(&mut bytes).map_err(|_| CryptoError::Randomness)?;
    Ok(bytes)
}

/// A secret key. It stays in one place on the heap, so that moving it leaves no copy behind, and
/// is zeroed when dropped.
#[derive(Clone)]
pub struct Key(Box<[u8; 32]>);

impl Key {
    /// A new key.
    ///
    /// # Errors
    /// [`CryptoError::Randomness`].
    pub fn random() -> Result<Self, CryptoError> {
        let mut key = Self(Box::new([0; 32]));
        getrandom::getrandom(key.0.as_mut_slice()).map_err(|_| CryptoError::Randomness)?;
        Ok(key)
    }

    /// The key that `fill` writes.
    ///
    /// # Errors
    /// Those of `fill`.
    pub fn written_by<E>(fill: impl FnOnce(&mut [u8; 32]) -> Result<(), E>) -> Result<Self, E> {
        let mut key = Self(Box::new([0; 32]));
        fill(&mut key.0)?;
        Ok(key)
    }

    /// The key that these bytes are; `None` unless there are 32 of them.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        let mut key = Self(Box::new([0; 32]));
        if bytes.len() != key.0.len() {
            return None;
        }
        key.0.copy_from_slice(bytes);
        Some(key)
    }

    /// The bytes, for whoever seals them in turn.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// The key for one use (HKDF-SHA-256, RFC 5869): one `label`, one use, for ever.
    pub fn subkey(&self, label: &str) -> Self {
        let mut key = Self(Box::new([0; 32]));
        self.expand(label.as_bytes(), key.0.as_mut_slice());
        key
    }

    /// A name that tells nothing of `parts` to who has not the key, and is always the same for
    /// who has it.
    pub fn name(&self, parts: &[&[u8]]) -> [u8; 16] {
        let mut framed = Vec::new();
        for part in parts {
            framed.extend_from_slice(&(part.len() as u64).to_be_bytes());
            framed.extend_from_slice(part);
        }
        let mut name = [0; 16];
        self.expand(&framed, &mut name);
        name
    }

    fn expand(&self, context: &[u8], to: &mut [u8]) {
        Hkdf::<Sha256>::from_prk(self.0.as_slice())
            .expect("32 bytes are a SHA-256 key")
            .expand(context, to)
            .expect("32 bytes or fewer can always be derived");
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// Compared in the same time wherever they differ.
impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0.iter()).fold(0, |differ, (one, two)| differ | (one ^ two)) == 0
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key([…])")
    }
}
