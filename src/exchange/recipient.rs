//! Who can open a file: age X25519 recipients, and the identities that go with them.

use std::fmt;
use std::str::FromStr;

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// The text is not a usable `age1…` recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an age recipient, or a weak one")]
pub struct NotARecipient;

/// The text is not an `AGE-SECRET-KEY-1…` identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an age identity")]
pub struct NotAnIdentity;

/// Someone for whom files can be encrypted, written `age1…`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Recipient {
    text: String,
    key: age::x25519::Recipient,
}

impl Recipient {
    /// `age1…`.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub(super) const fn key(&self) -> &age::x25519::Recipient {
        &self.key
    }
}

impl From<age::x25519::Recipient> for Recipient {
    fn from(key: age::x25519::Recipient) -> Self {
        Self { text: key.to_string(), key }
    }
}

impl FromStr for Recipient {
    type Err = NotARecipient;

    fn from_str(text: &str) -> Result<Self, NotARecipient> {
        let key = text.parse::<age::x25519::Recipient>().map_err(|_| NotARecipient)?;
        let recipient = Self::from(key);
        // Encrypting for a point of small order gives the file to everyone.
        let sound = recipient.text == text && !is_of_small_order(point(text).ok_or(NotARecipient)?);
        if sound { Ok(recipient) } else { Err(NotARecipient) }
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Recipient({})", self.text)
    }
}

impl PartialOrd for Recipient {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Recipient {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}

impl Serialize for Recipient {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Recipient {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

/// A key that opens what was encrypted for its recipient.
#[derive(Clone)]
pub struct Identity(age::x25519::Identity);

impl Identity {
    /// A new identity, from the randomness of the operating system.
    pub fn generate() -> Self {
        Self(age::x25519::Identity::generate())
    }

    /// The recipient to encrypt for.
    pub fn recipient(&self) -> Recipient {
        self.0.to_public().into()
    }

    /// `AGE-SECRET-KEY-1…`, to be sealed.
    pub fn to_text(&self) -> SecretString {
        self.0.to_string()
    }

    /// Reads `AGE-SECRET-KEY-1…`.
    ///
    /// # Errors
    /// [`NotAnIdentity`] for anything else.
    pub fn from_text(text: &SecretString) -> Result<Self, NotAnIdentity> {
        text.expose_secret().parse().map(Self).map_err(|_| NotAnIdentity)
    }

    pub(super) const fn key(&self) -> &age::x25519::Identity {
        &self.0
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identity({} […])", self.recipient())
    }
}

/// The 32 bytes of an `age1…` text whose checksum was verified already (Bech32, BIP-173).
fn point(text: &str) -> Option<[u8; 32]> {
    const ALPHABET: &str = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    const CHECKSUM: usize = 6;
    let digits = text.strip_prefix("age1")?;
    let digits = digits.get(..digits.len().checked_sub(CHECKSUM)?)?;
    let (mut bits, mut held, mut bytes) = (0_u32, 0_u32, Vec::with_capacity(32));
    for digit in digits.chars() {
        bits = (bits << 5 | u32::try_from(ALPHABET.find(digit)?).ok()?) & 0xFFF;
        held += 5;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xFF).ok()?);
        }
    }
    bytes.try_into().ok()
}

/// Whether the point is one of those that give every sender the same shared secret (RFC 7748 §6.1).
fn is_of_small_order(mut point: [u8; 32]) -> bool {
    const ORDER_8: [[u8; 32]; 2] = [
        [
            0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3, 0xfa, 0xf1, 0x9f, 0xc4, 0x6a,
            0xda, 0x09, 0x8d, 0xeb, 0x9c, 0x32, 0xb1, 0xfd, 0x86, 0x62, 0x05, 0x16, 0x5f, 0x49, 0xb8, 0x00,
        ],
        [
            0x5f, 0x9c, 0x95, 0xbc, 0xa3, 0x50, 0x8c, 0x24, 0xb1, 0xd0, 0xb1, 0x55, 0x9c, 0x83, 0xef, 0x5b,
            0x04, 0x44, 0x5c, 0xc4, 0x58, 0x1c, 0x8e, 0x86, 0xd8, 0x22, 0x4e, 0xdd, 0xd0, 0x9f, 0x11, 0x57,
        ],
    ];
    // X25519 ignores the highest bit.
    point[31] &= 0x7F;
    let [first, middle @ .., last] = point;
    let small = first <= 1 && middle == [0; 30] && last == 0;
    let modulus = (0xec..=0xee).contains(&first) && middle == [0xFF; 30] && last == 0x7F;
    small || modulus || ORDER_8.contains(&point)
}
