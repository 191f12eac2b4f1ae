//! The fuzz targets, with what they take from the tests.

#[path = "../../tests/exchange/forge.rs"]
#[allow(dead_code, reason = "no target needs all of it")]
mod forge;
#[path = "../../tests/exchange/programme.rs"]
#[allow(dead_code, reason = "no target needs all of it")]
mod programme;
mod targets;
#[path = "../../tests/support/workbook.rs"]
#[allow(dead_code, reason = "no target needs all of it")]
mod workbook;

pub use targets::{TARGETS, Target, run};
