//! ui: to come.
pub mod appointment;
pub mod board;
pub mod quick;
