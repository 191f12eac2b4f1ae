//! The quick line: an interview in one line, from anywhere (product.md §4).

pub mod parse;
