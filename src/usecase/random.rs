//! Randomness for identities and salts.

/// Random bytes from the system.
///
/// # Panics
/// When the system has no source of randomness: nothing can be sealed then.
pub(super) fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::getrandom(&mut bytes).expect("the system gives random bytes");
    bytes
}
