//! Tables in and out: the import tables, from text files and workbooks, and lists written as CSV.
//!
//! Bytes and names come in, bodies of the domain and refusals come out. Nothing here opens a
//! file, looks at the store or puts words to what is wrong: a refusal has an id and arguments,
//! and [`crate::i18n`] has its message.
//!
//! **Invariant**: reading the same bytes gives the same rows with the same keys, so that the
//! identities derived from them ([`identity`]) make a second import change nothing.
//! **Invariant**: the same rows are the same whatever the format of the file: a workbook becomes
//! the lines that its CSV files would have before anything else looks at them.

mod bodies;
mod cell;
mod cross;
mod dates;
mod expected;
mod grid;
pub mod identity;
mod keys;
pub mod mapping;
mod marks;
pub mod plan;
mod read;
mod refusal;
mod sheet;
mod tab;
mod table;
mod text;
mod workbook;
mod write;

pub use dates::DateOrder;
pub use expected::Expected;
pub use grid::Line;
pub use marks::{Corrected, Mark};
pub use read::{DatesSeen, LeftAside, Lookups, Origin, Reading, Row, Sheet, SheetReport, read};
pub use refusal::{Found, Refusal, Warning, column_letters};
pub use tab::Format;
pub use table::{Column, Kind, Table, TableSpec};
pub use text::Encoding;
pub use write::{refused_lines, write_list};
