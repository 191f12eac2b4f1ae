//! Entries: as they travel, as they are folded, as the rules see them.

use jalon::domain::parameters::Pack;
use jalon::domain::rules::findings;
use jalon::domain::text::{Lines, first_unprintable};
use jalon::exchange::bundle::stages;
use jalon::journal::entry::Head;
use jalon::journal::fold::Fold;
use jalon::journal::payload;

use super::super::forge::sha256;
use super::super::programme::{day, draft, now};
use super::canonical::is_canonical;
use super::mode;

/// 0: a line. 1: a kind, a space and a payload, for which the header is made here.
pub fn entry_line(input: &[u8]) {
    let (mode, rest) = mode(input);
    if mode == 0 {
        line(rest);
        return;
    }
    let Some(at) = rest.iter().position(|byte| *byte == b' ') else { return };
    let (Ok(kind), said) = (std::str::from_utf8(&rest[..at]), &rest[at + 1..]) else { return };
    let mut draft = draft(0);
    (draft.kind, draft.payload) = (kind.to_owned(), said.to_vec());
    let station = jalon::domain::id::StationId([0x7A; 16]);
    let entry = jalon::journal::entry::Entry::following(Head::EMPTY, station, now().at, draft);
    let line_of = stages::line_of(&entry);
    line(&line_of[..line_of.len() - 1]);
}

fn line(line: &[u8]) {
    let Ok(entry) = stages::entry(line) else { return };
    assert!(is_canonical(line) && !line.contains(&b'\n'));
    assert_eq!(stages::line_of(&entry), [line, b"\n"].concat(), "the bytes are kept");
    assert_eq!(sha256(&entry.header_bytes).len(), 64);
    let mut fold = Fold::default();
    if payload::of(&entry).is_none() {
        return;
    }
    let Some(person) = fold.apply(&entry) else { return };
    let Some(file) = fold.caseload.files.get(&person) else { return };
    // Whatever dates it has, the rules say something of it, on ordinary days and at the ends of time.
    let pack = Pack::default();
    for on in ["1900-01-01", "2026-11-22", "2100-12-31", "9999-12-31"] {
        for finding in findings(file, &pack, day(on)) {
            let code = format!("{:?}", finding.code);
            assert_eq!(first_unprintable(&code, Lines::One), None);
        }
    }
}
