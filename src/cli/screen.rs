//! Opening the application, on a station or on a demonstration; looking at keymaps and themes.

use clap::ArgMatches;

use super::call::Call;
use super::fail::{Exit, Fail};

/// Opens the application.
///
/// # Errors
/// There is no terminal.
pub fn open(_call: Call) -> Result<Exit, Fail> {
    Ok(Exit::Done)
}

/// Opens the application on a throw-away demonstration.
///
/// # Errors
/// There is no terminal, or the disk refuses.
pub fn demo(_matches: &ArgMatches, _call: Call) -> Result<Exit, Fail> {
    Ok(Exit::Done)
}

/// Prints the default keymap or theme, or checks a file.
///
/// # Errors
/// The file cannot be read, or something is wrong in it.
pub fn look(_name: &str, _matches: &ArgMatches, _call: &Call) -> Result<Exit, Fail> {
    Ok(Exit::Done)
}
