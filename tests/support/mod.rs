//! What suites share.

pub mod harness;
pub mod problem;
pub mod pty;
pub mod station;
pub mod stretch;
pub mod styled;
pub mod workbook;

/// Says a figure, or what was skipped and why.
#[expect(clippy::print_stdout, reason = "figures that are promised are shown, and so is what was skipped")]
pub fn say(line: &str) {
    println!("{line}");
}
