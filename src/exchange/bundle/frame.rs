//! Segments: exactly one zstd frame each, of exactly the announced size.

use zstd::zstd_safe;

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
        && zstd_safe::get_dict_id_from_frame(frame).is_none();
    if !alone {
        return None;
    }
    zstd::bulk::decompress(frame, raw).ok().filter(|bytes| bytes.len() == raw)
}
