//! Copies of the station.

use std::io;
use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::json;

use super::call::{Call, Format};
use super::fail::{Exit, Fail, message};
use super::{files, output, station};
use crate::usecase::session::Session;

/// Copies the station and verifies the copy. A folder that is not there is not made: it may be that
/// of a disk that is not mounted.
///
/// # Errors
/// There is no such folder; the store's.
pub fn backup(session: &mut Session, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    let Some(to) = matches.get_one::<PathBuf>("to") else { return Ok(()) };
    if !to.is_dir() {
        return Err(files::failed(to, io::ErrorKind::NotFound.into()));
    }
    let made = session.store().backup_to(to, call.now)?;
    match call.format {
        Format::Json => output::json(&json!({ "path": made.path, "entries": made.entries })),
        Format::Table | Format::Csv => {
            output::line(&call.words.get("out-backup-done"));
            output::line(&format!("  {}", made.path.display()));
        }
    }
    Ok(())
}

/// Puts the station back from a copy, after a rehearsal.
///
/// # Errors
/// The copy is not whole, the station is open elsewhere, the store's errors.
pub fn restore(matches: &ArgMatches, call: &Call) -> Result<Exit, Fail> {
    let Some(from) = matches.get_one::<PathBuf>("from") else { return Ok(Exit::Usage) };
    let passphrase = station::ask(call, "out-ask-passphrase")?;
    let restored = Session::restore(from, &station::place(call), &passphrase, call.now)?;
    match call.format {
        Format::Json => output::json(&json!({
            "entries": restored.entries, "epoch": restored.epoch, "kept": restored.kept,
        })),
        Format::Table | Format::Csv => {
            output::line(&message(
                "out-restore-done",
                &[("entries", restored.entries.to_string())],
                &call.words,
            ));
            if let Some(kept) = restored.kept {
                output::line(&message(
                    "out-restore-kept",
                    &[("path", kept.display().to_string())],
                    &call.words,
                ));
            }
        }
    }
    Ok(Exit::Done)
}
