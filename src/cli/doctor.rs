//! `doctor`: what is sound, what is not, and what to do about it.

use std::io::IsTerminal as _;

use clap::ArgMatches;
use serde_json::json;

use super::appearance::{self, Appearance};
use super::call::{Call, Format};
use super::fail::{Exit, Fail, message};
use super::{output, station, terminals};
use crate::hardening;
use crate::i18n::Words;
use crate::store::{Check, Status};
use crate::ui::terminal::ability::Ability;
use crate::ui::terminal::signs::Signs;
use crate::ui::terminal::window;

/// The design size of the screens.
const COMFORTABLE: (u16, u16) = (80, 24);

/// Examines the station, the keymap, the theme and the terminal, and says what to do.
///
/// # Errors
/// The station cannot be opened.
pub fn run(matches: &ArgMatches, call: &Call) -> Result<Exit, Fail> {
    if matches.get_flag("terminal") {
        terminals::try_out(call)?;
        return Ok(exit(report(&[terminal(call)], call)));
    }
    let mut checks = appearance(call);
    checks.push(terminal(call));
    checks.extend(machine());
    let place = station::place(call);
    if place.is_occupied() {
        let mut session = station::open(call)?;
        let examined = session.store_mut().doctor(call.now);
        let closed = session.close(call.now);
        checks.extend(examined?);
        if let Err(error) = closed {
            // What was found is said all the same: it may be why.
            report(&checks, call);
            return Err(error.into());
        }
    } else {
        let args = vec![("path", place.data.display().to_string())];
        checks.push(Check { id: "station-none", status: Status::Warning, args });
    }
    Ok(exit(report(&checks, call)))
}

/// What a script is told of the worst that was found.
const fn exit(worst: Status) -> Exit {
    match worst {
        Status::Sound => Exit::Done,
        Status::Warning => Exit::Warnings,
        Status::Error => Exit::Failed,
    }
}

/// Says what was found, and gives the worst of it.
fn report(checks: &[Check], call: &Call) -> Status {
    let worst = checks.iter().map(|check| check.status).max().unwrap_or(Status::Sound);
    match call.format {
        Format::Json => {
            let rows: Vec<_> = checks.iter().map(|check| row(check, &call.words)).collect();
            output::json(&json!({ "ok": worst != Status::Error, "checks": rows }));
        }
        Format::Table | Format::Csv => {
            for check in checks {
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
    worst
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

/// The user's configuration, keymap and theme: one check for each file that has something wrong.
fn appearance(call: &Call) -> Vec<Check> {
    let read = Appearance::read(&call.paths.config, appearance::depth());
    let wrong: Vec<Check> = read
        .problems
        .iter()
        .map(|(file, found)| {
            let first = found.first().map(|problem| appearance::in_words(problem, call)).unwrap_or_default();
            let args = vec![("file", file.clone()), ("count", found.len().to_string()), ("first", first)];
            Check { id: "config-wrong", status: Status::Warning, args }
        })
        .collect();
    if wrong.is_empty() { vec![sound("config-sound", Vec::new())] } else { wrong }
}

/// Whether the application has the room and the signs that it is drawn for.
fn terminal(call: &Call) -> Check {
    if !std::io::stdout().is_terminal() {
        return sound("terminal-none", Vec::new());
    }
    let (columns, rows) = window().map(|size| (size.width, size.height)).unwrap_or_default();
    let surroundings = appearance::surroundings();
    let mut args = vec![
        ("columns", columns.to_string()),
        ("rows", rows.to_string()),
        ("term", surroundings.term.clone()),
        ("locale", surroundings.locale.clone()),
    ];
    let warning = |id, args| Check { id, status: Status::Warning, args };
    let Some(ability) = Ability::of(&surroundings) else { return warning("terminal-dumb", args) };
    let learnt = terminals::learnt_signs(call, &surroundings.term);
    let signs = learnt.unwrap_or(ability.signs);
    args.push(("signs", call.words.get(&format!("terminal-signs-{}", signs.id())).into_owned()));
    args.push(("colours", call.words.get(&format!("terminal-depth-{}", ability.depth.id())).into_owned()));
    if columns < COMFORTABLE.0 || rows < COMFORTABLE.1 {
        warning("terminal-small", args)
    } else if signs == Signs::Ascii && learnt.is_none() {
        warning("terminal-ascii", args)
    } else {
        sound("terminal-sound", args)
    }
}

/// What of the machine may keep what a locked station no longer has.
fn machine() -> Vec<Check> {
    let mut checks = vec![if hardening::is_closed_to_others() {
        sound("memory-closed", Vec::new())
    } else {
        Check { id: "memory-open", status: Status::Warning, args: Vec::new() }
    }];
    let swaps = std::fs::read_to_string("/proc/swaps").unwrap_or_default();
    if swaps.lines().count() > 1 {
        checks.push(Check { id: "swap", status: Status::Warning, args: Vec::new() });
    }
    if std::env::var_os("STY").is_some() {
        checks.push(Check { id: "scrollback", status: Status::Warning, args: Vec::new() });
    }
    checks
}

fn sound(id: &'static str, args: Vec<(&'static str, String)>) -> Check {
    Check { id, status: Status::Sound, args }
}
