//! The screens: keys come in, frames and requests go out.
//!
//! [`run`] and [`terminal`] are the only impure files: the one owns the threads and the channel,
//! the other the terminal. Everything else is a value: [`app::App::update`] turns an event into
//! effects, [`app::App::draw`] turns the state into a frame and changes nothing.
//!
//! ```text
//! key → keymap (overlay, screen, global) → Action → Screen::act → Step → Effect → worker
//!                                                      Screen::done ← Outcome ←┘
//! ```
//!
//! Where to add what: an action in [`action`] (and its two words in `ui.ftl`, its key in
//! `keymaps/default.toml`), a screen in [`screen`] (and its door in [`doors`]), a field in a
//! form's spec. Screens never name the store, the crypto or the exchange.

pub mod act_name;
pub mod action;
pub mod app;
pub mod appointment;
pub mod board;
pub mod cx;
pub mod doors;
pub mod draw;
pub mod effect;
pub mod event;
pub mod form;
pub mod keymap;
pub mod layer;
pub mod message;
pub mod overlay;
pub mod plain;
pub mod quick;
pub mod reason;
pub mod run;
pub mod saved;
pub mod screen;
pub mod session;
pub mod start;
pub mod step;
pub mod terminal;
pub mod theme;
pub mod tour;
pub mod who;
pub mod widget;
pub mod written;
