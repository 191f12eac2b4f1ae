//! Pieces that screens are drawn with: pure functions of values.

pub mod cells;
pub mod clip;
pub mod contracts;
pub mod editor;
pub mod fold;
pub mod keys;
pub mod panel;
pub mod pathway;
pub mod secret;
pub mod sifted;
pub mod window;
