//! Sealing: what it hides cannot be read, and what it binds (the context) cannot be exchanged.

use chacha20poly1305::aead::AeadInPlace as _;
use chacha20poly1305::{KeyInit as _, Tag, XChaCha20Poly1305, XNonce};

use super::{CryptoError, Key, random_bytes};

const NONCE_BYTES: usize = 24;
const TAG_BYTES: usize = 16;

/// By how much sealed bytes are longer than what they hide.
pub const SEALING_BYTES: usize = NONCE_BYTES + TAG_BYTES;

/// Seals `plain` with XChaCha20-Poly1305 under a random nonce: nonce, ciphertext, tag.
///
/// # Errors
/// [`CryptoError::Randomness`].
pub fn seal(key: &Key, context: &[u8], plain: &[u8]) -> Result<Vec<u8>, CryptoError> {
    let nonce = random_bytes::<NONCE_BYTES>()?;
    let mut sealed = Vec::with_capacity(SEALING_BYTES + plain.len());
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(plain);
    let tag = XChaCha20Poly1305::new(key.expose().into())
        .encrypt_in_place_detached(&XNonce::from(nonce), context, &mut sealed[NONCE_BYTES..])
        .expect("what fits in memory is shorter than the 256 GiB of the cipher");
    sealed.extend_from_slice(&tag);
    Ok(sealed)
}

/// Opens what [`seal`] made under the same key and context.
///
/// # Errors
/// [`CryptoError::NotAuthentic`].
pub fn open(key: &Key, context: &[u8], sealed: &[u8]) -> Result<Vec<u8>, CryptoError> {
    let (nonce, rest) = sealed.split_at_checked(NONCE_BYTES).ok_or(CryptoError::NotAuthentic)?;
    let end = rest.len().checked_sub(TAG_BYTES).ok_or(CryptoError::NotAuthentic)?;
    let (hidden, tag) = rest.split_at(end);
    let mut plain = hidden.to_vec();
    XChaCha20Poly1305::new(key.expose().into())
        .decrypt_in_place_detached(XNonce::from_slice(nonce), context, &mut plain, Tag::from_slice(tag))
        .map_err(|_| CryptoError::NotAuthentic)?;
    Ok(plain)
}
