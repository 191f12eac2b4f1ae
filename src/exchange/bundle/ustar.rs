//! Canonical ustar: one header for a name and a size, so that reading is comparing.
//!
//! There is no tar parser here on purpose: a reader makes the header that must be there and
//! compares 512 bytes. Paths, links and types that are not expected cannot be expressed.

/// Bytes of a block.
pub(super) const BLOCK: u64 = 512;
/// The largest size that eleven octal digits can say.
const LARGEST: u64 = (1 << 33) - 1;
/// Bytes of the name field.
const NAME: usize = 100;

/// A header, or a block of zeros.
pub(super) type Block = [u8; BLOCK as usize];

/// The header of a regular file of `size` bytes: mode 0600, no owner, no date; what GNU tar
/// writes with `--format=ustar --mode=0600 --owner=0 --group=0 --numeric-owner --mtime=@0`.
///
/// # Panics
/// When the name has more than 100 bytes or the size more than eleven octal digits, which the
/// limits of the format exclude.
pub(super) fn header(name: &str, size: u64) -> Block {
    assert!(name.len() <= NAME && size <= LARGEST, "the limits of the format exclude it");
    let mut block = [0; BLOCK as usize];
    let mut put = |at: usize, bytes: &[u8]| block[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, name.as_bytes());
    put(100, b"0000600\0");
    put(108, b"0000000\0");
    put(116, b"0000000\0");
    put(124, format!("{size:011o}\0").as_bytes());
    put(136, b"00000000000\0");
    put(148, b"        ");
    put(156, b"0");
    put(257, b"ustar\x0000");
    put(329, b"0000000\0");
    put(337, b"0000000\0");
    let sum: u32 = block.iter().map(|byte| u32::from(*byte)).sum();
    block[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    block
}

/// The size that a header claims, if it is the canonical header of a file called `name`.
pub(super) fn size_in(block: &Block, name: &str) -> Option<u64> {
    let digits = std::str::from_utf8(&block[124..135]).ok()?;
    let size = u64::from_str_radix(digits, 8).ok().filter(|size| *size <= LARGEST)?;
    (header(name, size) == *block).then_some(size)
}

/// Bytes from the end of a part of `size` bytes to the next block.
pub(super) const fn gap_after(size: u64) -> u64 {
    size.next_multiple_of(BLOCK) - size
}
