//! Longer sessions, whose process is killed or whose power is cut at random, again and again: also
//! while what an earlier accident left is being put right.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use super::super::kill::Random;
use super::disk::Disk;
use super::promises::{Expected, judge};
use super::recorded::Recorded;
use super::session::{Session, plain_ground};
use super::states::states;
use super::{PASSPHRASE, bare_base, chosen, engine, folder, say};

/// Deeds of one session, each with a save: longer than the one that is cut everywhere.
const DEEDS: u64 = 320;
/// Accidents of one session, at least.
const ACCIDENTS: u64 = 3;
/// Most operations between two accidents.
const OPERATIONS: u64 = 1_500;

#[derive(Default)]
struct Figures {
    sessions: u64,
    acknowledged: u64,
    cuts: u64,
    kills: u64,
    problems: Vec<String>,
}

/// A store in its folder, and what is known of it.
struct Life {
    base: tempfile::TempDir,
    disk: Disk,
    expected: Expected,
    passphrase: String,
    number: u64,
    random: Random,
}

/// What ended a stretch of work.
#[derive(PartialEq)]
enum Accident {
    Kill,
    Cut,
}

impl Life {
    fn new(seed: u64) -> Self {
        let base = bare_base();
        let (disk, passphrase) = (Disk::load(base.path()), PASSPHRASE.to_owned());
        let random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        Self { base, disk, expected: Expected::default(), passphrase, number: 0, random }
    }

    /// Opens, works, and has an accident.
    fn stretch(&mut self) -> Result<Accident, String> {
        let layer = Recorded::new(self.base.path());
        layer.stop_after(1 + self.random.below(OPERATIONS));
        let seed = self.random.below(u64::MAX);
        let base = self.base.path().to_owned();
        let mut session = Session::new(&base, layer.clone(), &self.passphrase, self.number, seed);
        match judge(&base, session.ground(), &self.expected, false) {
            Err(_) if layer.has_stopped() => {}
            Err(problem) => return Err(problem),
            Ok(None) => session.create(),
            Ok(Some(kept)) => {
                self.expected = kept.expected;
                session.enter(kept.store, &kept.passphrase);
            }
        }
        let copies = folder();
        let mut engines: Vec<PathBuf> = Vec::new();
        while !session.is_over() && self.number < DEEDS * 2 {
            session.live();
            self.number = session.number();
            if self.number.is_multiple_of(29) {
                engines.push(copies.path().join(engines.len().to_string()));
                session.copy_engine(&engines[engines.len() - 1]);
            }
        }
        self.passphrase = session.leave();
        let engine = base.join("poste/db");
        if engine.exists() {
            engines.push(copies.path().join("last"));
            engine::copy_hot(&engine, &engines[engines.len() - 1]);
        }
        for step in layer.steps() {
            self.disk.take(&step);
            self.expected.take(&step);
        }
        let accident = if self.random.below(3) == 0 { Accident::Kill } else { Accident::Cut };
        match accident {
            Accident::Kill => self.expected.outlive_a_kill(),
            Accident::Cut => self.cut(&engines),
        }
        Ok(accident)
    }

    /// The power goes: what was not synced is there or not.
    fn cut(&mut self, engines: &[PathBuf]) {
        let (states, _) = states(&self.disk, 8, &mut self.random);
        let state = &states[self.random.below(states.len() as u64) as usize];
        let base = folder();
        self.disk.leave(base.path(), state);
        let root = base.path().join("poste");
        if root.exists() {
            engine::leave(engines, &root.join("db"), &mut self.random);
        }
        self.disk = Disk::load(base.path());
        self.base = base;
        self.expected.outlive_a_cut();
    }

    fn live(mut self, figures: &mut Figures) -> Result<(), String> {
        let mut accidents = 0;
        while self.number < DEEDS || accidents < ACCIDENTS {
            accidents += 1;
            match self.stretch()? {
                Accident::Kill => figures.kills += 1,
                Accident::Cut => figures.cuts += 1,
            }
        }
        figures.acknowledged += self.expected.acknowledged();
        let ground = plain_ground();
        match judge(self.base.path(), &ground, &self.expected, true)? {
            Some(kept) => kept.goes_on(self.base.path(), &ground),
            None => Err("it is gone".to_owned()),
        }
    }
}

#[test]
fn no_promise_is_broken_by_one_accident_after_another() {
    // `JALON_CUT_SESSION` runs one alone again.
    let alone = chosen("JALON_CUT_SESSION", 0) as u64;
    let sessions = if alone > 0 { alone } else { chosen("JALON_CUT_SESSIONS", 3) as u64 };
    let next = AtomicU64::new(alone.max(1));
    let share = || {
        let mut figures = Figures::default();
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed > sessions {
                return figures;
            }
            let lived = catch_unwind(AssertUnwindSafe(|| Life::new(seed).live(&mut figures)));
            let lived = lived.unwrap_or_else(|_| Err("it panicked".to_owned()));
            figures.sessions += 1;
            figures.problems.extend(lived.err().map(|problem| format!("session {seed}: {problem}")));
        }
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(4);
    let figures = std::thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(share)).collect();
        let shares = running.into_iter().map(|share| share.join().expect("the rig does not panic"));
        shares.fold(Figures::default(), |all, one| Figures {
            sessions: all.sessions + one.sessions,
            acknowledged: all.acknowledged + one.acknowledged,
            cuts: all.cuts + one.cuts,
            kills: all.kills + one.kills,
            problems: [all.problems, one.problems].concat(),
        })
    });
    let Figures { sessions, acknowledged, cuts, kills, problems } = figures;
    say(&format!(
        "power cut: {sessions} longer sessions, {cuts} cuts and {kills} kills, {acknowledged} saves acknowledged, \
         {} problems",
        problems.len()
    ));
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
