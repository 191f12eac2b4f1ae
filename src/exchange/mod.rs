//! What travels: keys and their words, who is trusted, and bundles (*lots d'envoi*), by which the
//! team brings everybody's entries together (R10-01).
//!
//! It works on `Read`, `Write` and values: no file, no store, no clock. The format of a bundle
//! and the commands that open one without Jalon are in `docs/format-lot.md`.
//!
//! **Invariant**: nothing of a bundle or of a trust file is parsed before its signature holds,
//! apart from what finding the signature takes.
//! **Invariant**: no length that someone else wrote is allocated before it is under a cap.

pub mod allowed_signers;
pub mod bundle;
mod envelope;
pub mod fingerprint;
pub mod join;
pub mod keys;
pub mod recipient;
pub mod return_journal;
pub mod signing;
pub mod trust;
