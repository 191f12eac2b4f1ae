//! What is fuzzed: one function a surface that strangers' bytes reach, and what must hold there.
//!
//! It stands beside three modules of the tests, `forge`, `programme` and `workbook`, wherever it is compiled.
//!
//! Each takes any bytes and ends: no panic, no more memory than its caps, no more than a second.
//! `fuzz_targets/` hands them to libFuzzer; `tests/exchange/fuzzed.rs` replays `corpus/` with them
//! at each `cargo test`, so that what was found once stays found.

mod archive;
mod canonical;
mod entries;
mod keys;
mod outside;
mod screen;
mod table;

use super::programme::Programme;

/// A surface: its name, and what must hold there.
pub type Target = (&'static str, fn(&[u8]));

/// Every surface.
pub const TARGETS: [Target; 12] = [
    ("header_gate", outside::header_gate),
    ("inner_container", archive::inner_container),
    ("manifest", archive::manifest),
    ("segment", archive::segment),
    ("entry_line", entries::entry_line),
    ("slot_file", keys::slot_file),
    ("trust_json", keys::trust_json),
    ("join", keys::join),
    ("render", screen::render),
    ("import_table", table::import_table),
    ("workbook", table::workbook),
    ("mapping", table::mapping),
];

/// Longest that one input may take, of the processor's time.
const LONGEST_MS: u128 = 1_000;

/// Runs the target of this name on an input, and holds it to its time.
///
/// # Panics
/// When what must hold does not.
pub fn run(name: &str, input: &[u8]) {
    let (_, target) = TARGETS.iter().find(|(known, _)| *known == name).expect("a target");
    let spent = timed(target, input);
    // A neighbour on the same core makes everything slower: the best of three counts.
    let is_slow = spent > LONGEST_MS && (0..2).all(|_| timed(target, input) > LONGEST_MS);
    assert!(!is_slow, "{name} took {spent} ms");
}

fn timed(target: &fn(&[u8]), input: &[u8]) -> u128 {
    let start = jalon::clock::instant();
    target(input);
    jalon::clock::instant().duration_since(start).as_millis()
}

/// Runs with the programme of the tests, which is made once: its keys take longer than a target.
fn with_programme<T>(run: impl FnOnce(&Programme) -> T) -> T {
    thread_local!(static PROGRAMME: Programme = Programme::new());
    PROGRAMME.with(run)
}

/// Splits an input at its first byte, which says how to read the rest.
fn mode(input: &[u8]) -> (u8, &[u8]) {
    input.split_first().map_or((0, input), |(mode, rest)| (*mode, rest))
}
