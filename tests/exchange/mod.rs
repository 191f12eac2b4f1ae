//! Keys, trust and bundles: what is accepted, what is refused and why, and that stock tools
//! agree.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod age_vectors;
mod chain;
mod corpus;
mod cost;
mod damage;
mod forge;
mod fuzzed;
mod golden;
mod hostile;
mod interop;
mod lines;
pub mod network;
mod other_reader;
mod primitives;
mod programme;
mod published;
mod real;
mod round_trip;
mod seeds;
mod stock_tools;
mod text;
mod trust;
mod words;
