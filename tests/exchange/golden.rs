//! Bundles of every version of the format, which open for ever. They were written by the first
//! station of [`super::programme`]; a new version adds a file and changes none.

use jalon::exchange::bundle::code::Code;
use jalon::journal::entry::Head;

use super::programme::{Collect, Programme, journal};

#[test]
fn version_1_opens() {
    let programme = Programme::new();
    let file = include_bytes!("golden/jalon-bundle-1.age");
    let mut collect = Collect::default();
    let seen = programme.read(file, &mut collect);
    assert_eq!(seen.code, Code::Verified);
    let entries = journal(programme.first.station, 9);
    assert_eq!(collect.entries, entries);
    let (_, written) = programme.bundle(&programme.cover(), Head::EMPTY, &entries);
    let (mut old, mut new) = (seen.manifest.unwrap(), written.manifest);
    // zstd may compress better one day; everything else stays.
    old.parts.clear();
    new.parts.clear();
    assert_eq!(old, new);
}
