//! Copies of the station, and its health.

use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::json;

use super::call::{Call, Format};
use super::fail::{Exit, Fail, message};
use super::{output, station};
use crate::i18n::Words;
use crate::store::{Check, Status};
use crate::usecase::session::Session;

/// Copies the station and verifies the copy.
///
/// # Errors
/// The store's.
pub fn backup(session: &mut Session, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    let Some(to) = matches.get_one::<PathBuf>("to") else { return Ok(()) };
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

/// Examines the station, the keymap, the theme and the terminal, and says what to do.
///
/// # Errors
/// The station cannot be opened.
pub fn doctor(call: &Call) -> Result<Exit, Fail> {
    let mut checks = Vec::new();
    if station::place(call).is_occupied() {
        let mut session = station::open(call)?;
        let examined = session.store_mut().doctor(call.now);
        session.close(call.now)?;
        checks = examined?;
    }
    let worst = checks.iter().map(|check| check.status).max().unwrap_or(Status::Sound);
    match call.format {
        Format::Json => {
            let rows: Vec<_> = checks.iter().map(|check| row(check, &call.words)).collect();
            output::json(&json!({ "ok": worst != Status::Error, "checks": rows }));
        }
        Format::Table | Format::Csv => {
            for check in &checks {
                let (what, remedy) = said(check, &call.words);
                output::line(&format!(
                    "{:<9} {what}",
                    call.words.get(&format!("out-check-{}", code(check.status)))
                ));
                if let Some(remedy) = remedy {
                    output::line(&format!("          {remedy}"));
                }
            }
        }
    }
    Ok(match worst {
        Status::Sound => Exit::Done,
        Status::Warning => Exit::Warnings,
        Status::Error => Exit::Failed,
    })
}

fn row(check: &Check, words: &Words) -> serde_json::Value {
    let (what, remedy) = said(check, words);
    json!({ "id": check.id, "status": code(check.status), "message": what, "remedy": remedy })
}

/// What a check found, and what to do about it.
fn said(check: &Check, words: &Words) -> (String, Option<String>) {
    let id = format!("check-{}", check.id);
    let remedy = format!("{id}-remedy");
    let remedy = words.has(&remedy).then(|| message(&remedy, &check.args, words));
    (message(&id, &check.args, words), remedy)
}

/// The status, by the name of the interface.
const fn code(status: Status) -> &'static str {
    match status {
        Status::Sound => "ok",
        Status::Warning => "warning",
        Status::Error => "error",
    }
}
