//! The screens: keys and events in, frames and requests out.

mod app;
mod board;
mod budget;
mod decoder;
mod file_pathway;
mod file_people;
mod file_screen;
mod forms;
mod forms_flows;
mod forms_habits;
mod forms_quick;
mod forms_quick_line;
mod forms_screens;
mod forms_signing;
mod forms_station;
mod keymaps;
mod kit;
mod parse;
mod plain;
mod screens;
mod screens_opening;
mod screens_people;
mod themes;
mod wiping;
