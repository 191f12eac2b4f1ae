//! tabular: to come.
