//! ui: to come.
