//! The program itself, in a terminal: what is promised is replayed key by key.

mod entry;
mod kit;
