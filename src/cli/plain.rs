//! Opening Jalon line by line, on a terminal or a pipe.

use chrono::TimeDelta;

use super::appearance::{self, Appearance};
use super::call::Call;
use super::fail::{Exit, Fail};
use super::{screen, station};
use crate::ui::plain::{Plain, Settings};
use crate::ui::terminal::ability::Ability;
use crate::ui::terminal::lines::Lines;
use crate::ui::theme::depth::Depth;
use crate::usecase::worker::Worker;

/// Talks about the station.
///
/// # Errors
/// There is none, the passphrase of the file does not open it, or the system refuses a thread.
pub fn open(call: Call) -> Result<Exit, Fail> {
    let place = station::place(&call);
    if !place.is_occupied() {
        return Err(Fail::new(Exit::Failed, "no-station", &[]));
    }
    let worker = match call.passphrase_file {
        Some(_) => Worker::with_session(place, screen::calibrate, station::open(&call)?),
        None => Worker::new(place, screen::calibrate),
    };
    talk(call, worker, false)
}

/// Talks about the station that `worker` owns.
///
/// # Errors
/// The system refuses a thread or a signal.
pub fn talk(call: Call, mut worker: Worker, is_demo: bool) -> Result<Exit, Fail> {
    let appearance = Appearance::read(&call.paths.config, Depth::Monochrome);
    let lock_after = TimeDelta::minutes(i64::from(appearance.config.lock_minutes));
    let signs = Ability::signs_of_lines(&appearance::surroundings());
    let no_lines = |_| Fail::new(Exit::Failed, "no-screen", &[]);
    let mut lines = Lines::open(lock_after.to_std().unwrap_or_default(), signs).map_err(no_lines)?;
    let settings = Settings {
        words: call.words,
        theme: appearance.theme,
        keymap: appearance.keymap,
        lock_after,
        is_demo,
    };
    let answer = Box::new(move |request| screen::answer(&mut worker, request));
    Plain::new(settings, answer, &mut lines).run();
    Ok(Exit::Done)
}
