//! The journal: what happened, in order, chained. Entries, their wire form, and the fold that
//! turns them into the caseload. No file, no clock, no key: bytes and values.
//!
//! **Invariant**: [`fold::Fold`] is a pure function of the entries applied, in order.
//! **Invariant**: the bytes of a header or of a payload never change once written; they are
//! chained, sealed and sent as they are, so that entries of unknown kinds pass through untouched.

pub mod acts;
pub mod canonical;
pub mod custody;
pub mod entry;
pub mod fold;
pub mod journals;
pub mod lives;
pub mod payload;
