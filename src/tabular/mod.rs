//! Tables in and out: the CSV import tables, and lists written as CSV.
//!
//! Bytes and names come in, bodies of the domain and refusals come out. Nothing here opens a
//! file, looks at the store or puts words to what is wrong: a refusal has an id and arguments,
//! and [`crate::i18n`] has its message.
//!
//! **Invariant**: reading the same bytes gives the same rows with the same keys, so that the
//! identities derived from them ([`identity`]) make a second import change nothing.

mod bodies;
mod cell;
mod cross;
mod grid;
pub mod identity;
mod keys;
pub mod plan;
mod read;
mod refusal;
mod table;
mod text;
mod write;

pub use grid::Line;
pub use read::{Lookups, Reading, Row, Sheet, SheetReport, read};
pub use refusal::{Expected, Found, Refusal, Warning};
pub use table::{Column, Kind, Table, TableSpec};
pub use text::Encoding;
pub use write::{refused_lines, write_list};
