//! exchange: to come.
