//! Signatures: Ed25519 keys, and SSHSIG so that `ssh-keygen -Y verify` can check them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use ssh_key::private::Ed25519Keypair;
use ssh_key::public::{Ed25519PublicKey, KeyData};
use ssh_key::{HashAlg, LineEnding, PrivateKey, PublicKey, SshSig};
use zeroize::Zeroizing;

/// What a signature is for: one made for one purpose is worth nothing for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Namespace {
    /// Manifests of bundles.
    Bundle,
    /// The list of who is trusted.
    Trust,
    /// A station's request to join.
    Join,
}

impl Namespace {
    /// The SSHSIG namespace.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bundle => "jalon-bundle@v1",
            Self::Trust => "jalon-trust@v1",
            Self::Join => "jalon-enrol@v1",
        }
    }
}

/// Why a signature is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadSignature {
    /// It is not an SSHSIG, or not in its one canonical form.
    #[error("not a canonical SSHSIG")]
    Form,
    /// It is not Ed25519 with SHA-512, or its key is a weak point.
    #[error("not Ed25519 with SHA-512")]
    Kind,
    /// It was made for something else.
    #[error("made for another purpose")]
    Namespace,
    /// It is not the signature of this message by this key.
    #[error("the signature does not hold")]
    Wrong,
}

/// A key that signs. Debug and Display never show it.
pub struct SigningKey(Ed25519Keypair);

impl SigningKey {
    /// A new key, from the randomness of the operating system.
    ///
    /// # Errors
    /// When the operating system gives no randomness.
    pub fn generate() -> Result<Self, getrandom::Error> {
        let mut seed = Zeroizing::new([0; 32]);
        getrandom::getrandom(&mut *seed)?;
        Ok(Self::from_seed(&seed))
    }

    /// The key of a 32-byte seed (RFC 8032).
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(Ed25519Keypair::from_seed(seed))
    }

    /// The seed, to be sealed.
    pub fn seed(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.private.to_bytes())
    }

    /// The key that checks what this one signs.
    pub const fn public(&self) -> SignerKey {
        SignerKey(self.0.public.0)
    }

    /// The armored SSHSIG of `message`.
    pub fn sign(&self, namespace: Namespace, message: &[u8]) -> String {
        self.private_key()
            .sign(namespace.name(), HashAlg::Sha512, message)
            .and_then(|signature| signature.to_pem(LineEnding::LF))
            .expect("an Ed25519 key signs any message")
    }

    /// The key as an OpenSSH file, for `ssh-keygen -Y sign`.
    pub fn to_openssh(&self) -> Zeroizing<String> {
        self.private_key().to_openssh(LineEnding::LF).expect("an Ed25519 key has an OpenSSH form")
    }

    fn private_key(&self) -> PrivateKey {
        PrivateKey::from(self.0.clone())
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({} […])", self.public().fingerprint())
    }
}

/// The text is not a usable Ed25519 key in OpenSSH form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an Ed25519 key in OpenSSH form without comment, or a weak one")]
pub struct NotASignerKey;

/// A key that checks signatures, written `ssh-ed25519 AAAA…`. Never a weak point: see
/// [`SignerKey::is_sound`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SignerKey([u8; 32]);

impl SignerKey {
    /// The 32 bytes of the key (RFC 8032).
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// `SHA256:…`, as `ssh-keygen -l` shows it.
    pub fn fingerprint(&self) -> String {
        self.public_key().fingerprint(HashAlg::Sha256).to_string()
    }

    /// Whether the bytes are a point, and not one of the few for which a signature proves nothing.
    fn is_sound(&self) -> bool {
        ed25519_dalek::VerifyingKey::from_bytes(&self.0).is_ok_and(|key| !key.is_weak())
    }

    fn public_key(&self) -> PublicKey {
        PublicKey::from(Ed25519PublicKey(self.0))
    }
}

impl fmt::Display for SignerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.public_key().to_openssh().expect("an Ed25519 key has an OpenSSH form"))
    }
}

impl fmt::Debug for SignerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SignerKey({})", self.fingerprint())
    }
}

impl FromStr for SignerKey {
    type Err = NotASignerKey;

    fn from_str(text: &str) -> Result<Self, NotASignerKey> {
        let key = PublicKey::from_openssh(text).map_err(|_| NotASignerKey)?;
        let key = Self(key.key_data().ed25519().ok_or(NotASignerKey)?.0);
        if key.is_sound() && key.to_string() == text { Ok(key) } else { Err(NotASignerKey) }
    }
}

impl Serialize for SignerKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SignerKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

/// A signature that has the right form and purpose; whether it holds is [`Signature::check`].
#[derive(Debug, Clone)]
pub struct Signature {
    signer: SignerKey,
    namespace: Namespace,
    bytes: [u8; 64],
}

impl Signature {
    /// Reads an armored SSHSIG made for `namespace`.
    ///
    /// # Errors
    /// [`BadSignature`], but never [`BadSignature::Wrong`].
    pub fn parse(armored: &[u8], namespace: Namespace) -> Result<Self, BadSignature> {
        let parsed = SshSig::from_pem(armored).map_err(|_| BadSignature::Form)?;
        let KeyData::Ed25519(key) = parsed.public_key() else { return Err(BadSignature::Kind) };
        let signer = SignerKey(key.0);
        if parsed.hash_alg() != HashAlg::Sha512 || !signer.is_sound() {
            return Err(BadSignature::Kind);
        }
        if parsed.namespace() != namespace.name() {
            return Err(BadSignature::Namespace);
        }
        // One signature, one text: nothing can hide in line ends or in the reserved field.
        let again = parsed.to_pem(LineEnding::LF).map_err(|_| BadSignature::Form)?;
        if parsed.version() != SshSig::VERSION || !parsed.reserved().is_empty() || again.as_bytes() != armored
        {
            return Err(BadSignature::Form);
        }
        let bytes = parsed.signature_bytes().try_into().map_err(|_| BadSignature::Form)?;
        Ok(Self { signer, namespace, bytes })
    }

    /// Who claims to have signed.
    pub const fn signer(&self) -> SignerKey {
        self.signer
    }

    /// Checks that the signer signed `message`.
    ///
    /// # Errors
    /// [`BadSignature::Wrong`] when it did not.
    pub fn check(&self, message: &[u8]) -> Result<(), BadSignature> {
        let signed = SshSig::signed_data(self.namespace.name(), HashAlg::Sha512, message)
            .map_err(|_| BadSignature::Wrong)?;
        let key = ed25519_dalek::VerifyingKey::from_bytes(&self.signer.0).map_err(|_| BadSignature::Wrong)?;
        key.verify_strict(&signed, &ed25519_dalek::Signature::from_bytes(&self.bytes))
            .map_err(|_| BadSignature::Wrong)
    }
}
