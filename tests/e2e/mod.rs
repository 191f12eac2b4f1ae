//! The real program in a pseudo-terminal.

mod terminal;
