//! What benches share: times and sizes as the lines of a table, and memory.

use std::io::Write as _;
use std::time::Duration;

/// Whether the benches were asked for: `cargo test --all-targets` runs these programs too.
pub fn is_asked_for() -> bool {
    std::env::args().any(|argument| argument == "--bench")
}

/// Prints a line.
pub fn say(line: &str) {
    writeln!(std::io::stdout(), "{line}").expect("somewhere to write");
}

/// In milliseconds.
pub fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// The value below which that share of the sorted values lies, in hundredths.
pub fn percentile<T: Copy>(sorted: &[T], share: usize) -> T {
    sorted[(sorted.len() - 1) * share / 100]
}
