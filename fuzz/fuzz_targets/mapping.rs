//! See `fuzz/src/targets/mod.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| jalon_fuzz::run("mapping", input));
