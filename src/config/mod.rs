//! Where the user's files are and what they set. Read, never written; nothing is read from the
//! working directory.

pub mod paths;
