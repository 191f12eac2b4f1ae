//! The screens: keys and events in, frames and requests out.

mod app;
<<<<<<< HEAD
mod forms;
=======
mod file_pathway;
>>>>>>> 85e47eb (The pathway on three lines: steps as bars, interviews as ticks, twelve months of coverage)
mod forms_habits;
mod forms_quick;
mod keymaps;
mod kit;
mod parse;
mod themes;
mod wiping;
