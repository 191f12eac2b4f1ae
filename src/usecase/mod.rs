//! What a user can do: one function each, one transaction each.
//!
//! A [`request::Request`] comes from the screens or the command line; the outcome goes back to
//! whoever asked. Words, keys and the clock are elsewhere: time comes in as a value.
//!
//! **Invariant**: [`outcome::Outcome::Saved`] exists only once the entries are on the disk.

pub mod attachments;
pub mod demo;
pub mod dossier;
mod drafts;
pub mod erasing;
pub mod error;
pub mod exchanges;
pub mod export;
mod gathering;
mod history;
pub mod import;
mod knowledge;
pub mod listing;
mod lives;
pub mod named;
pub mod outcome;
pub mod printing;
mod random;
mod reading;
pub mod receiving;
pub mod request;
pub mod returning;
pub mod rights;
mod save;
pub mod session;
mod station;
pub mod taken;
pub mod transferring;
mod trusting;
mod undo;
pub mod worker;
pub mod workshops;
