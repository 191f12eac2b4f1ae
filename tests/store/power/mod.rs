//! Power cuts: what the store asked of the disk is recorded, then the disk is put in the states in
//! which a cut may leave it, and the store is opened again.
//!
//! What is tried, and how much of it, is chosen by the environment: `JALON_CUT_SAVES` is the
//! length of the session that is cut after every single step, `JALON_CUT_STATES` the most states
//! at each step (all of them where they are no more), `JALON_CUT_SESSIONS` the number of longer
//! sessions that are cut or killed again and again at random.

mod disk;
mod engine;
mod lives;
mod mutants;
mod paths;
mod promises;
mod recorded;
mod session;
mod states;

use crate::support::say;
use std::ops::AddAssign;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jalon::crypto::Passphrase;
use jalon::store::{Files as _, Ground, RealFiles, Store};

use super::kill::Random;
use super::{at, setup};
use disk::{Disk, State};
use promises::{Expected, judge};
use recorded::{Recorded, Step};
use session::{Session, plain_ground};
use states::states;

const PASSPHRASE: &str = "quatorze lettres au moins";

fn chosen(name: &str, usual: usize) -> usize {
    std::env::var(name).ok().and_then(|count| count.parse().ok()).unwrap_or(usual)
}

/// A folder in memory, where there is such a place.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder")
}

/// What a session asked of the disk, and copies of the engine's files, each taken before the step
/// of its number.
struct Recording {
    /// The disk before, and what was promised before.
    disk: Disk,
    expected: Expected,
    steps: Vec<Step>,
    engines: Vec<(usize, PathBuf)>,
    /// Whether the engine has to help, so that no harm may come to it.
    needs_engine: bool,
    _engines: Arc<tempfile::TempDir>,
}

/// A folder for a store that is not made yet, and another for its backups.
fn bare_base() -> tempfile::TempDir {
    let base = folder();
    RealFiles.make_folder(&base.path().join("ailleurs")).expect("a folder");
    base
}

/// A session of so many saves, from the creation of the store to its closing. What each deed is
/// follows from its number.
fn record(first: u64, saves: usize) -> Recording {
    let (base, engines) = (bare_base(), folder());
    let layer = Recorded::new(base.path());
    let disk = Disk::load(base.path());
    let mut session = Session::new(base.path(), layer.clone(), PASSPHRASE, first, 20_261_021);
    session.create();
    let mut copies = Vec::new();
    for number in 0..saves {
        session.live();
        if number % 7 == 0 {
            let to = engines.path().join(number.to_string());
            copies.push((layer.count(), to.clone()));
            session.copy_engine(&to);
        }
    }
    session.close();
    let expected = Expected::default();
    Recording {
        disk,
        expected,
        steps: layer.steps(),
        engines: copies,
        needs_engine: false,
        _engines: Arc::new(engines),
    }
}

#[derive(Default)]
struct Tally {
    points: usize,
    /// Points of which every state was tried.
    complete: usize,
    states: usize,
    problems: Vec<String>,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.points += other.points;
        self.complete += other.complete;
        self.states += other.states;
        self.problems.extend(other.problems);
    }
}

impl Recording {
    /// Cuts the power after every step.
    fn cut_everywhere(&self, most: usize) -> Tally {
        let workers = std::thread::available_parallelism().map_or(1, usize::from).min(4);
        let mut tally = Tally::default();
        std::thread::scope(|scope| {
            let share = |worker| move || self.cut_at(most, |rank| rank % workers == worker, false);
            let running: Vec<_> = (0..workers).map(|worker| scope.spawn(share(worker))).collect();
            running.into_iter().for_each(|share| tally += share.join().expect("the rig does not panic"));
        });
        tally
    }

    /// Cuts the power after the steps that are `wanted`, up to the first problem if `once`.
    fn cut_at(&self, most: usize, wanted: impl Fn(usize) -> bool, once: bool) -> Tally {
        let mut tally = Tally::default();
        let (mut disk, mut expected) = (self.disk.clone(), self.expected.clone());
        for (rank, step) in self.steps.iter().enumerate() {
            disk.take(step);
            expected.take(step);
            // What is acknowledged next makes the same disk harder to accept.
            let is_told_next = matches!(self.steps.get(rank + 1), Some(Step::Done(_)));
            let is_same = matches!(step, Step::Begun(_)) || is_told_next;
            if wanted(rank) && !is_same {
                tally += self.cut(rank, &disk, &expected, most, once);
            }
            if once && !tally.problems.is_empty() {
                break;
            }
        }
        tally
    }

    fn cut(&self, rank: usize, disk: &Disk, expected: &Expected, most: usize, thorough: bool) -> Tally {
        let mut random = Random(rank as u64 * 7_919 + 1);
        let (states, all) = states(disk, most, &mut random);
        let engines: Vec<PathBuf> =
            self.engines.iter().filter(|(taken, _)| *taken <= rank).map(|(_, path)| path.clone()).collect();
        let mut tally = Tally { points: 1, complete: usize::from(all), ..Tally::default() };
        for (number, state) in states.iter().enumerate() {
            tally.states += 1;
            let step = format!("{:?}", self.steps[rank]);
            let trial = Trial {
                engines: &engines,
                needs_engine: self.needs_engine,
                expected,
                reads_backups: thorough || step.contains("backups/") || step.contains("ailleurs/"),
                goes_on: (rank + number).is_multiple_of(4),
            };
            if let Err(problem) = trial.run(disk, state, &mut random) {
                tally.problems.push(format!("after step {rank} {step:.90}, state {number}: {problem}"));
            }
        }
        tally
    }
}

/// How a state is tried.
struct Trial<'a> {
    engines: &'a [PathBuf],
    needs_engine: bool,
    expected: &'a Expected,
    reads_backups: bool,
    /// Whether the store then saves, closes and opens once more.
    goes_on: bool,
}

impl Trial<'_> {
    /// Puts a disk in a state, opens the store there, and says what is wrong.
    fn run(&self, disk: &Disk, state: &State, random: &mut Random) -> Result<(), String> {
        let base = folder();
        disk.leave(base.path(), state);
        let root = base.path().join("poste");
        match self.engines.last() {
            Some(last) if self.needs_engine => engine::copy_hot(last, &root.join("db")),
            _ if root.exists() => engine::leave(self.engines, &root.join("db"), random),
            _ => {}
        }
        let (base, ground) = (base.path(), plain_ground());
        let thorough = self.reads_backups || self.goes_on;
        let tried = catch_unwind(AssertUnwindSafe(|| match judge(base, &ground, self.expected, thorough)? {
            Some(kept) if self.goes_on => kept.goes_on(base, &ground),
            Some(_) => Ok(()),
            None => create(base, &ground),
        }));
        tried.unwrap_or_else(|_| Err("it panicked".to_owned()))
    }
}

/// Where a creation did not come to its end another does.
fn create(base: &Path, ground: &Ground) -> Result<(), String> {
    let passphrase = Passphrase::new(PASSPHRASE);
    let (root, state) = (base.join("poste"), base.join("état/repère"));
    let made = Store::create_on(ground.clone(), &root, &state, &setup(&passphrase), at(0));
    made.map(drop).map_err(|error| format!("cannot be made again: {error:?}"))
}

#[test]
fn no_promise_is_broken_wherever_the_power_is_cut() {
    let saves = chosen("JALON_CUT_SAVES", 14);
    let recording = record(40, saves);
    let tally = recording.cut_everywhere(chosen("JALON_CUT_STATES", 2));
    let Tally { points, complete, states, problems } = tally;
    say(&format!(
        "power cut: a session of {} saves cut at {points} points, all states at {complete} of them, {states} \
         states opened, {} problems",
        Expected::after(&recording.steps).acknowledged(),
        problems.len()
    ));
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(points > saves * 3, "{points} points");
}
