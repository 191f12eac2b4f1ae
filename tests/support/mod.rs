//! What suites share.

pub mod harness;
pub mod problem;
pub mod pty;
pub mod station;
pub mod stretch;
pub mod styled;
pub mod workbook;
