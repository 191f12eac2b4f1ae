//! The command line: everything that the screens do in bulk, for scripts and for people.
//!
//! It turns errors into words and exit codes ([`fail`]), and is the only layer that may use all
//! the others.

pub mod args;

/// Runs the program and gives its exit code.
pub fn main() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
