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
    let start = jalon::clock::instant();
    target(input);
    let spent = jalon::clock::instant().duration_since(start).as_millis();
    // Neighbours on the same core make everything slower: what counts is the processor's time, best of three.
    let busy = (spent > LONGEST_MS).then(|| (0..3).filter_map(|_| busy_ms(target, input)).min()).flatten();
    assert!(busy.is_none_or(|busy| busy <= LONGEST_MS), "{name} took {busy:?} ms");
}

/// What an input takes of the processor's time; `None` where the system does not tell.
fn busy_ms(target: &fn(&[u8]), input: &[u8]) -> Option<u128> {
    let spent = || -> Option<u128> {
        // The system counts where a thread gives way.
        std::thread::yield_now();
        let spent = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        spent.split(' ').next()?.parse().ok()
    };
    let before = spent()?;
    target(input);
    Some((spent()? - before) / 1_000_000)
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
