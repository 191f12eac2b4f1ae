//! What suites share.

pub mod harness;
pub mod problem;
pub mod station;
pub mod styled;
