//! crypto: to come.
