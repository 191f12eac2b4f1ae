//! Files cut short or altered anywhere, outside and inside: never accepted.

use jalon::exchange::bundle::code::{Code, Verdict};
use jalon::exchange::bundle::read::{LookOnly, Reader, read_bundle};
use secrecy::ExposeSecret as _;

use super::forge::{Forge, decrypt};
use super::programme::{Programme, journal};
use super::stock_tools::say;

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
    say(&format!("{} cuts of a bundle, none accepted", file.len()));
}

/// The bits of a file that are turned: one in each byte, or all of them with `JALON_FLIPS=all`.
fn bits_of(length: usize) -> impl Iterator<Item = (usize, u8)> {
    let all = std::env::var_os("JALON_FLIPS").is_some_and(|value| value == "all");
    let of_byte = move |at: usize| {
        let first = if all { 0 } else { u8::try_from(at % 8).unwrap() };
        (first..if all { 8 } else { first + 1 }).map(move |bit| (at, bit))
    };
    (0..length).flat_map(of_byte)
}

/// Turns bits of `bytes` one after the other: what `file` makes of them is never accepted.
fn never_accepted(what: &str, programme: &Programme, bytes: &[u8], file: impl Fn(&[u8]) -> Vec<u8>) {
    let (mut altered, mut count) = (bytes.to_vec(), 0);
    for (at, bit) in bits_of(bytes.len()) {
        altered[at] ^= 1 << bit;
        let seen = programme.inspect(&file(&altered));
        assert_ne!(seen.verdict(), Verdict::Accepted, "bit {bit} of byte {at} of {what}");
        assert!(seen.persons.is_none(), "bit {bit} of byte {at} of {what}");
        altered[at] ^= 1 << bit;
        count += 1;
    }
    say(&format!("{count} bits of {what} turned, none accepted"));
}

#[test]
fn b2_bits_of_the_file() {
    let programme = Programme::new();
    never_accepted("a bundle", &programme, &Forge::good(&programme).seal(), <[u8]>::to_vec);
}

#[test]
fn b2_bits_of_the_archive() {
    let programme = Programme::new();
    let forge = Forge::of(&programme, &journal(programme.first.station, 2));
    let inner = forge.inner();
    assert_eq!(programme.inspect(&forge.encrypt(&inner)).code, Code::Verified);
    never_accepted("an archive", &programme, &inner, |inner| forge.encrypt(inner));
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
