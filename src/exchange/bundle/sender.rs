//! Who signed: the last thing that is found out before the manifest may be parsed.

use super::code::Code;
use crate::exchange::signing::{BadSignature, Namespace, Signature, SignerKey};
use crate::exchange::trust::{Sender, Standing, Trust};

/// Checks the signature of a manifest, and gives who made it.
pub(super) fn authenticate(
    manifest: &[u8],
    armored: &[u8],
    trust: Option<&Trust>,
) -> Result<(Sender, SignerKey), Code> {
    let signature = Signature::parse(armored, Namespace::Bundle).map_err(code_of)?;
    let sender = trust.and_then(|trust| trust.sender(&signature.signer())).ok_or(Code::UnknownSigner)?;
    match sender.standing {
        Standing::Active => {}
        Standing::Revoked => return Err(Code::Revoked),
    }
    signature.check(manifest).map_err(code_of)?;
    Ok((sender, signature.signer()))
}

const fn code_of(refusal: BadSignature) -> Code {
    match refusal {
        BadSignature::Form => Code::SignatureForm,
        BadSignature::Kind => Code::SignatureKind,
        BadSignature::Namespace => Code::SignatureNamespace,
        BadSignature::Wrong => Code::SignatureWrong,
    }
}
