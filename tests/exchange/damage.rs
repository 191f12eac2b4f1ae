//! Files cut short or altered anywhere, outside and inside: never accepted.

use jalon::exchange::bundle::code::{Code, Verdict};
use jalon::exchange::bundle::read::{LookOnly, Reader, read_bundle};
use secrecy::ExposeSecret as _;

use super::forge::{Forge, decrypt};
use super::programme::{Programme, journal};

/// A file of a little more than one chunk of age, so that its cuts fall before, at and after it.
fn two_chunks(programme: &Programme) -> Vec<u8> {
    let mut forge = Forge::good(programme);
    let noise: Vec<u8> = (0..70_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    forge.part(&format!("blobs/{}", super::forge::sha256(&noise)), noise.clone(), noise.len() as u64);
    forge.seal()
}

#[test]
fn b1_every_cut_of_a_small_bundle() {
    let programme = Programme::new();
    let file = Forge::good(&programme).seal();
    assert_eq!(programme.inspect(&file).code, Code::Verified);
    for length in 0..file.len() {
        let seen = programme.inspect(&file[..length]);
        let expected = if length == 0 { Code::Empty } else { Code::Damaged };
        assert_eq!(seen.code, expected, "cut at {length} of {}", file.len());
    }
}

#[test]
fn b1_cuts_around_the_chunks() {
    let programme = Programme::new();
    let file = two_chunks(&programme);
    assert_eq!(programme.inspect(&file).code, Code::Verified);
    let header = file.windows(4).position(|four| four == b"\n---").unwrap() + 1 + 4 + 43 + 1;
    let chunk = header + 16 + (64 << 10) + 16;
    for at in
        [header - 1, header, header + 1, header + 15, header + 16, header + 17, chunk - 1, chunk, chunk + 1]
    {
        assert_eq!(programme.inspect(&file[..at]).code, Code::Damaged, "cut at {at}");
    }
    for longer in [1, 16, 17, 70_000] {
        let longer = [&file[..], &vec![0; longer]].concat();
        assert_eq!(programme.inspect(&longer).code, Code::Damaged);
    }
    let swapped = [&file[..header + 16], &file[chunk..], &file[header + 16..chunk]].concat();
    assert_eq!(programme.inspect(&swapped).code, Code::Damaged);
}

#[test]
fn b2_every_byte_of_the_file() {
    let programme = Programme::new();
    let file = Forge::good(&programme).seal();
    for at in 0..file.len() {
        let mut altered = file.clone();
        altered[at] ^= 1 << (at % 8);
        let seen = programme.inspect(&altered);
        assert_ne!(seen.verdict(), Verdict::Accepted, "byte {at}");
        assert!(seen.persons.is_none(), "byte {at}");
    }
}

#[test]
fn b2_every_bit_of_the_header() {
    let programme = Programme::new();
    let file = Forge::good(&programme).seal();
    let header = file.windows(4).position(|four| four == b"\n---").unwrap() + 49 + 16;
    for at in 0..header {
        for bit in 0..8 {
            let mut altered = file.clone();
            altered[at] ^= 1 << bit;
            let seen = programme.inspect(&altered);
            assert_eq!(
                (seen.is_signed(), seen.persons),
                (false, None),
                "bit {bit} of byte {at}: {:?}",
                seen.code
            );
        }
    }
}

#[test]
fn b2_what_the_header_says_is_sealed() {
    let programme = Programme::new();
    let file = Forge::good(&programme).seal();
    let mac = file.windows(4).position(|four| four == b"\n---").unwrap() + 5;
    let mut altered = file.clone();
    altered[mac] = if altered[mac] == b'A' { b'B' } else { b'A' };
    assert_eq!(programme.inspect(&altered).code, Code::HeaderAltered);
    // A recipient more, which nobody signed for.
    let one_more = [&file[..mac - 4], b"-> extra\n\n", &file[mac - 4..]].concat();
    assert_eq!(programme.inspect(&one_more).code, Code::HeaderAltered);
}

#[test]
fn b2_every_byte_of_the_archive() {
    let programme = Programme::new();
    let forge = Forge::of(&programme, &journal(programme.first.station, 2));
    let inner = forge.inner();
    assert_eq!(programme.inspect(&forge.encrypt(&inner)).code, Code::Verified);
    for at in 0..inner.len() {
        let mut altered = inner.clone();
        altered[at] ^= 1 << (at % 8);
        let seen = programme.inspect(&forge.encrypt(&altered));
        assert_ne!(seen.verdict(), Verdict::Accepted, "byte {at}");
    }
}

#[test]
fn b1_every_block_of_the_archive() {
    let programme = Programme::new();
    let (file, _) = programme.bundle(
        &programme.cover(),
        jalon::journal::entry::Head::EMPTY,
        &journal(programme.first.station, 9),
    );
    let inner = decrypt(&file, programme.import()[0].to_text().expose_secret());
    let forge = Forge::good(&programme);
    for block in 0..inner.len() / 512 {
        for at in [block * 512, block * 512 + 1, block * 512 + 511] {
            let seen = programme.inspect(&forge.encrypt(&inner[..at]));
            assert_ne!(seen.verdict(), Verdict::Accepted, "cut at {at}");
        }
        let missing = [&inner[..block * 512], &inner[(block + 1) * 512..]].concat();
        assert_ne!(programme.inspect(&forge.encrypt(&missing)).verdict(), Verdict::Accepted, "block {block}");
    }
}

#[test]
fn a_medium_that_fails_is_not_called_a_forgery() {
    /// A stick that reads some bytes, then no more.
    struct BadStick<'a>(&'a [u8]);

    impl std::io::Read for BadStick<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            if self.0.is_empty() {
                return Err(std::io::Error::other("sector not found"));
            }
            self.0.read(buffer)
        }
    }

    let programme = Programme::new();
    let file = Forge::good(&programme).seal();
    let identities = programme.import();
    let reader = Reader { identities: &identities, trust: Some(&programme.trust), ledger: None };
    for length in [0, 10, 300, 1_000, file.len() - 1] {
        let seen = read_bundle(&mut BadStick(&file[..length]), &reader, &mut LookOnly);
        assert_eq!(seen.code, Code::Unreadable, "after {length} bytes");
    }
}
