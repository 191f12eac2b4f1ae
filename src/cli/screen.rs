//! Opening the application, on a station or on a demonstration.

use chrono::TimeDelta;
use clap::ArgMatches;

use super::appearance::Appearance;
use super::call::Call;
use super::fail::{Exit, Fail};
use super::terminals::Here;
use super::{files, output, plain, station};
use crate::crypto::{CryptoError, KdfCost};
use crate::demo::Recipe;
use crate::domain::codes::{Lot, StationRole};
use crate::domain::station::StationProfile;
use crate::ui::app::{App, Settings};
use crate::ui::{run, start, terminal};
use crate::usecase::demo::DemoFolder;
use crate::usecase::outcome::{Notice, Outcome};
use crate::usecase::request::Request;
use crate::usecase::session::Session;
use crate::usecase::worker::Worker;
use crate::{clock, hardening};

/// Opens the application on the station, or on the first run.
///
/// # Errors
/// There is no terminal.
pub fn open(call: Call) -> Result<Exit, Fail> {
    let here = Here::find(&call)?;
    let worker = Worker::new(station::place(&call), calibrate);
    run_application(call, &here, worker, false)
}

/// Opens the application on a throw-away demonstration.
///
/// # Errors
/// There is no terminal, or the disk refuses.
pub fn demo(matches: &ArgMatches, call: Call) -> Result<Exit, Fail> {
    let here = if matches.get_flag("plain") { None } else { Some(Here::find(&call)?) };
    let number = |name: &str| matches.get_one::<u64>(name).copied().unwrap_or_default();
    output::error(&call.words.get("out-demo-preparing"));
    // Beside the anchor, never in the station's own folder: a first run finds that empty.
    let place = call.paths.state.join("demo");
    let folder = DemoFolder::new(&place).map_err(|error| files::failed(&place, error))?;
    let followed = usize::try_from(number("people")).unwrap_or(usize::MAX);
    let recipe = Recipe {
        // About two thirds of the people invented are followed; the others are candidates or gone.
        people: followed.saturating_mul(3).div_ceil(2),
        seed: number("seed"),
        years: u32::try_from(number("years")).unwrap_or(u32::MAX).clamp(1, 7),
        ..Recipe::one_counsellor(call.now.today)
    };
    let profile = StationProfile {
        role: StationRole::Counsellor,
        name: call.words.get("out-demo-name").into_owned(),
        lots: vec![Lot::L6],
    };
    let session = Session::demo(&folder.place(), profile, &recipe, call.now)?;
    let worker = Worker::with_session(folder.place(), calibrate, session);
    hardening::give_memory_back();
    match here {
        None => plain::talk(call, worker, true),
        Some(here) => run_application(call, &here, worker, true),
    }
}

fn run_application(call: Call, here: &Here, mut worker: Worker, is_demo: bool) -> Result<Exit, Fail> {
    let appearance = Appearance::read(&call.paths.config, here.ability.depth);
    let no_terminal = |_| Fail::new(Exit::Failed, "no-screen", &[]);
    if appearance.count() > 0 {
        worker.tell(Notice { id: "config-problems", args: vec![("count", appearance.count().to_string())] });
    }
    let state = call.paths.state.clone();
    let settings = Settings {
        words: call.words,
        theme: appearance.theme,
        keymap: appearance.keymap,
        lock_after: TimeDelta::minutes(i64::from(appearance.config.lock_minutes)),
        doors: start::doors(),
        is_demo,
        size: terminal::window().map_err(no_terminal)?,
    };
    let worker = Box::new(move |request| answer(&mut worker, request));
    let mut app = App::new(settings).on(here.shown);
    if is_demo && is_first_demo(&state) {
        app = app.with_tour();
    }
    run::run(app, worker, here.ability, here.learner()).map_err(no_terminal)?;
    Ok(Exit::Done)
}

/// Whether no demonstration was ever opened here; from now on, one was. A disk that refuses the mark
/// only has the tour offered once more.
fn is_first_demo(state: &std::path::Path) -> bool {
    let created = std::fs::OpenOptions::new().write(true).create_new(true).open(state.join("demo-opened"));
    created.is_ok()
}

/// Has the worker answer, and leaves nothing of it on the stack. What opening and closing a station
/// free is given back at once: it is many times what the station holds.
pub fn answer(worker: &mut Worker, request: Request) -> Outcome {
    let frees_much = matches!(request, Request::Unlock(_) | Request::SetUp(_) | Request::Lock);
    let outcome = worker.answer(request, clock::now());
    hardening::wipe_stack();
    if frees_much {
        hardening::give_memory_back();
    }
    outcome
}

/// What trying a passphrase should cost on this machine.
///
/// # Errors
/// The machine has not the memory that it takes.
pub fn calibrate() -> Result<KdfCost, CryptoError> {
    KdfCost::calibrated(station::TRY_FOR, clock::instant)
}
