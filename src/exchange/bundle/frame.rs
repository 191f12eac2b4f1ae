//! Segments: exactly one zstd frame each, of exactly the announced size.

use zstd::zstd_safe;

use super::limit;

/// The fastest level in total at the speed of a USB stick.
const LEVEL: i32 = 3;
/// What a data frame begins with; skippable frames begin otherwise (RFC 8878 §3.1).
const MAGIC: [u8; 4] = 0xFD2F_B528_u32.to_le_bytes();

/// Compresses a segment.
pub(super) fn deflate(raw: &[u8]) -> std::io::Result<Vec<u8>> {
    zstd::bulk::compress(raw, LEVEL)
}

/// The `raw` bytes that a frame holds; `None` unless it is one data frame, without dictionary,
/// that says itself to be of that size, with nothing before or after it.
///
/// One shot into a buffer of the announced size: whatever the frame says, it cannot inflate.
pub(super) fn inflate(frame: &[u8], raw: usize) -> Option<Vec<u8>> {
    let alone = frame.starts_with(&MAGIC)
        && zstd_safe::find_frame_compressed_size(frame) == Ok(frame.len())
        && zstd_safe::get_frame_content_size(frame).ok().flatten() == u64::try_from(raw).ok()
        && zstd_safe::get_dict_id_from_frame(frame).is_none()
        && window(frame).is_none_or(|bytes| bytes <= limit::SEGMENT);
    if !alone {
        return None;
    }
    zstd::bulk::decompress(frame, raw).ok().filter(|bytes| bytes.len() == raw)
}

/// The memory that a frame asks for, in bytes; `None` when it asks for no more than it holds (RFC 8878
/// §3.1.1.1). Inflating in one shot needs none of it, but stock tools refuse what asks for too much.
fn window(frame: &[u8]) -> Option<u64> {
    const SINGLE_SEGMENT: u8 = 0x20;
    let (flags, window) = (frame.get(4)?, frame.get(5)?);
    let base = 1_u64 << (10 + (window >> 3));
    (flags & SINGLE_SEGMENT == 0).then_some(base + base / 8 * u64::from(window & 7))
}
