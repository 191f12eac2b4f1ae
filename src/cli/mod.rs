//! The command line: everything that the screens do in bulk, for scripts and for people.
//!
//! It turns errors into words and exit codes ([`fail`]), and is the only layer that may use all
//! the others.

mod agenda;
mod appearance;
pub mod args;
mod call;
mod caseload;
mod doctor;
mod dossier;
mod evidence;
mod exchange;
mod exit;
mod fail;
mod files;
mod findings;
mod import;
mod import_words;
mod key_files;
mod office;
mod output;
mod passphrase;
mod people;
mod plain;
mod print;
mod printed;
mod quality;
mod receiving;
mod reorientation;
mod report;
mod report_table;
mod rights;
mod rules;
mod safety;
mod screen;
mod station;
mod terminals;
mod transferring;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::ArgMatches;
use clap::error::ErrorKind;

use crate::i18n::Words;
use crate::usecase::session::Session;
use call::Call;
use fail::{Exit, Fail};

/// From now on a panic says where it happened and nothing else: its message may quote what somebody
/// typed.
pub fn tell_where_panics_happen() {
    std::panic::set_hook(Box::new(|panic| {
        // The engine's own thread is expected to fail on a damaged store, which is then rebuilt.
        if std::thread::current().name() != Some(crate::store::ENGINE_THREAD) {
            let place = panic.location().map(ToString::to_string).unwrap_or_default();
            output::error(&format!("jalon: internal error, {place}"));
        }
    }));
}

/// Runs the program and gives its exit code.
pub fn main() -> ExitCode {
    crate::hardening::harden_process();
    tell_where_panics_happen();
    let args: Vec<OsString> = std::env::args_os().collect();
    let words = Words::new(args::language(&args));
    let matches = match args::command(&words).try_get_matches_from(&args) {
        Ok(matches) => matches,
        Err(error) => return not_understood(&error, &words).into(),
    };
    let language = words.language();
    match Call::new(&matches, words).and_then(|call| run(&matches, call)) {
        Ok(exit) => exit.into(),
        Err(fail) => {
            output::error(&fail.in_words(&Words::new(language)));
            fail.exit.into()
        }
    }
}

fn run(matches: &ArgMatches, call: Call) -> Result<Exit, Fail> {
    let Some((name, matches)) = matches.subcommand() else {
        return if matches.get_flag("plain") { plain::open(call) } else { screen::open(call) };
    };
    match name {
        "demo" => screen::demo(matches, call),
        "completions" => {
            if let Some(shell) = matches.get_one("shell") {
                printed::completions(args::command(&call.words), *shell);
            }
            Ok(Exit::Done)
        }
        "man" => {
            printed::man(args::command(&call.words), &call.words);
            Ok(Exit::Done)
        }
        "keymap" | "theme" => appearance::look(name, matches, &call),
        "rules" => rules::list(matches, &call),
        "init" => station::init(matches, &call),
        "passphrase" => station::change_passphrase(matches, &call),
        "restore" => safety::restore(matches, &call),
        "doctor" => doctor::run(matches, &call),
        "inspect" => exchange::inspect(matches, &call),
        _ => {
            let mut session = station::open(&call)?;
            let done = run_open(name, matches, &mut session, &call);
            // What was done is done: a station that closes badly is a warning, not a failure.
            match (done, session.close(call.now).map_err(Fail::from)) {
                (Ok(Exit::Done | Exit::Warnings), Err(fail)) => {
                    output::error(&call.words.get("out-closed-badly"));
                    output::error(&fail.in_words(&call.words));
                    Ok(Exit::Warnings)
                }
                (done, _) => done,
            }
        }
    }
}

/// The commands that need an open station.
fn run_open(name: &str, matches: &ArgMatches, session: &mut Session, call: &Call) -> Result<Exit, Fail> {
    match name {
        "list" if matches.get_flag("agenda") => agenda::list(session.caseload(), call),
        "list" if matches.get_flag("reorientation") => reorientation::list(session.caseload(), call),
        "list" => caseload::list(session.caseload(), matches, call),
        "show" => caseload::show(session.caseload(), matches, call)?,
        "due" => findings::due(session.caseload(), matches, call)?,
        "why" => findings::why(session.caseload(), matches, call)?,
        "person" => rights::run(session, matches, call)?,
        "office" => office::list(session, call),
        "evidence" => evidence::run(session, matches, call)?,
        "report" => report::run(session, matches, call)?,
        "print" => print::run(session, matches, call)?,
        "exit" => exit::exit(session.caseload(), matches, call)?,
        "import" => return import::run(session, matches, call),
        "export" => return exchange::export(session, matches, call),
        "receive" => return receiving::receive(session, matches, call),
        "status" => receiving::status(session, call)?,
        "transfer" => transferring::transfer(session, matches, call)?,
        "key" => return exchange::key(session, matches, call),
        "backup" => safety::backup(session, matches, call)?,
        _ => {
            return Err(Fail::new(
                Exit::Usage,
                "usage-unknown",
                &[("what", name.to_owned()), ("command", "jalon".to_owned())],
            ));
        }
    }
    Ok(Exit::Done)
}

/// Help and version are answers; anything else is a command line that nobody understands.
fn not_understood(error: &clap::Error, words: &Words) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            output::text(&error.render().to_string());
            Exit::Done
        }
        _ => {
            output::error(&usage::wrong(error, words).in_words(words));
            Exit::Usage
        }
    }
}
