//! PADMÉ: sizes rounded up so that they tell little, at a cost under 12 %.

/// The size up to which `length` bytes are padded (Nikitin et al., "Reducing Metadata Leakage
/// from Encrypted Files and Communication with PURBs", §4). For sizes below 2^62.
pub const fn padme(length: u64) -> u64 {
    if length < 4 {
        return length;
    }
    let exponent = length.ilog2();
    let kept = exponent.ilog2() + 1;
    let mask = (1 << (exponent - kept)) - 1;
    (length + mask) & !mask
}
