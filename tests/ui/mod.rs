//! The screens: keys and events in, frames and requests out.

mod app;
mod forms;
mod forms_habits;
mod forms_quick;
mod keymaps;
mod kit;
mod parse;
mod themes;
mod wiping;
