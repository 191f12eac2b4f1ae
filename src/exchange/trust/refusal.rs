//! Why a list of who is trusted, or a change to it, is refused.

use crate::exchange::envelope::BadEnvelope;
use crate::exchange::signing::BadSignature;

/// Why a list, or a change to it, is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TrustRefusal {
    /// It is not a signed list in canonical form.
    #[error("not a signed list in canonical form")]
    Form,
    /// Its signature does not hold.
    #[error("the signature does not hold")]
    Signature,
    /// It was not signed by the root whose words were typed.
    #[error("another root than the one whose words were typed")]
    OtherRoot,
    /// It needs a newer version of Jalon.
    #[error("a newer format")]
    Newer,
    /// It is not newer than the one that is known.
    #[error("not newer than the known one")]
    Older,
    /// It belongs to a demonstration, or this is one and it does not.
    #[error("a demonstration's list at work, or the reverse")]
    Demo,
    /// The words typed are not those of the request.
    #[error("the words typed are not those of the request")]
    OtherWords,
    /// The station, its key or its code is in the list already.
    #[error("already in the list")]
    Known,
    /// The code of the station is not 1 to 16 capitals, digits or hyphens.
    #[error("not a code of a station")]
    Code,
    /// No such station in the list.
    #[error("no such station")]
    NoStation,
}

impl TrustRefusal {
    /// Every refusal.
    pub const ALL: [Self; 10] = [
        Self::Form,
        Self::Signature,
        Self::OtherRoot,
        Self::Newer,
        Self::Older,
        Self::Demo,
        Self::OtherWords,
        Self::Known,
        Self::Code,
        Self::NoStation,
    ];

    /// Stable id of its messages.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Form => "trust-form",
            Self::Signature => "trust-signature",
            Self::OtherRoot => "trust-other-root",
            Self::Newer => "trust-newer",
            Self::Older => "trust-older",
            Self::Demo => "trust-demo",
            Self::OtherWords => "trust-other-words",
            Self::Known => "trust-known",
            Self::Code => "trust-code",
            Self::NoStation => "trust-no-station",
        }
    }
}

impl From<BadEnvelope> for TrustRefusal {
    fn from(refusal: BadEnvelope) -> Self {
        match refusal {
            BadEnvelope::Form | BadEnvelope::Signature(BadSignature::Form) => Self::Form,
            BadEnvelope::Signature(BadSignature::Kind | BadSignature::Namespace | BadSignature::Wrong) => {
                Self::Signature
            }
        }
    }
}
