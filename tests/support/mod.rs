//! What suites share.

pub mod harness;
pub mod styled;
