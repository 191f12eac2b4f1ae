//! What suites share.

pub mod harness;
pub mod station;
pub mod styled;
