//! Jalon: the caseload of a PLIE counsellor, at the keyboard.
//!
//! What happened is stored, everything else is derived. The code map, the layers and who may
//! use whom are in `ARCHITECTURE.md`; `tests/tidy.rs` holds them.

pub mod cli;
pub mod clock;
pub mod config;
pub mod crypto;
pub mod demo;
pub mod document;
pub mod domain;
pub mod exchange;
pub mod hardening;
pub mod i18n;
pub mod journal;
pub mod search;
pub mod store;
pub mod tabular;
pub mod ui;
pub mod usecase;
