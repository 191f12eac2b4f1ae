//! Where the user's files are and what they set. Read, never written; nothing is read from the
//! working directory.
//!
//! A broken file never stops the program: every problem is told with its line, and the embedded
//! defaults are used instead.

pub mod file;
pub mod paths;
pub mod problem;
