//! The ways that a day seldom takes, cut after every step: damage that is put right, the engine
//! made again, a backup put back.

use std::path::Path;
use std::sync::Arc;

use jalon::crypto::Passphrase;
use jalon::store::Store;

use super::super::at;
use super::disk::Disk;
use super::promises::{Expected, Promise, judge};
use super::recorded::{Recorded, Step};
use super::session::{Session, plain_ground};
use super::{PASSPHRASE, Recording, bare_base, chosen, engine, folder, say};

/// A store that lived for some days and was closed, and what it promised.
fn lived(base: &Path, days: std::ops::Range<u64>) -> Expected {
    let layer = Recorded::new(base);
    let mut session = Session::new(base, layer.clone(), PASSPHRASE, days.start, 424_242);
    session.create();
    for _ in days {
        session.live();
    }
    session.close();
    Expected::after(&layer.steps())
}

/// Records what is done to the store in `base` from now on.
fn record(base: &Path, expected: Expected, act: impl FnOnce(&mut Session, &Expected)) -> Recording {
    let engines = folder();
    let copy = engines.path().join("0");
    engine::copy_hot(&base.join("poste/db"), &copy);
    let (disk, layer) = (Disk::load(base), Recorded::new(base));
    let mut session = Session::new(base, layer.clone(), PASSPHRASE, 200, 7);
    act(&mut session, &expected);
    drop(session);
    let (steps, copies) = (layer.steps(), vec![(0, copy)]);
    Recording { disk, expected, steps, engines: copies, needs_engine: false, _engines: Arc::new(engines) }
}

fn check(what: &str, recording: &Recording) {
    let tally = recording.cut_everywhere(chosen("JALON_CUT_STATES", 2));
    say(&format!(
        "power cut: {what} cut at {} points, {} states opened, {} problems",
        tally.points,
        tally.states,
        tally.problems.len()
    ));
    assert!(tally.problems.is_empty(), "{}", tally.problems.join("\n"));
    assert!(tally.points > 10, "{} points", tally.points);
}

/// Opens, makes two deeds and closes.
fn a_short_day(base: &Path, session: &mut Session, expected: &Expected) {
    let kept = judge(base, session.ground(), expected, false).expect("its promises kept");
    session.enter(kept.expect("a store").store, PASSPHRASE);
    session.live();
    session.live();
    session.close();
}

#[test]
fn repairs_outlive_a_power_cut() {
    let base = bare_base();
    let mut expected = lived(base.path(), 40..56);
    let root = base.path().join("poste");
    for name in ["segments/000001.seg", "keyring", "station.json.twin", "slots/00-passphrase.slot"] {
        let mut bytes = std::fs::read(root.join(name)).expect("a file");
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        std::fs::write(root.join(name), bytes).expect("a write");
    }
    expected.allow_repairs();
    let mut recording =
        record(base.path(), expected, |session, expected| a_short_day(base.path(), session, expected));
    // What the segments lost it has: two accidents at once are another matter.
    recording.needs_engine = true;
    check("repairs", &recording);
}

#[test]
fn rebuilding_the_engine_outlives_a_power_cut() {
    let base = bare_base();
    let expected = lived(base.path(), 40..50);
    std::fs::write(base.path().join("poste/db/conf"), "rien").expect("a write");
    let recording =
        record(base.path(), expected, |session, expected| a_short_day(base.path(), session, expected));
    check("a rebuilt engine", &recording);
}

#[test]
fn a_restoration_outlives_a_power_cut() {
    let base = bare_base();
    let expected = lived(base.path(), 40..50);
    let (root, state) = (base.path().join("poste"), base.path().join("état/repère"));
    let passphrase = Passphrase::new(PASSPHRASE);
    let backed_up = expected.clone();
    let (store, _) = Store::unlock_on(plain_ground(), &root, &state, &passphrase, at(0)).expect("a store");
    let backup = store.backup_to(&base.path().join("ailleurs"), at(0)).expect("a backup");
    drop(store);
    // What is saved after the backup is given up by who puts it back.
    let layer = Recorded::new(base.path());
    let mut session = Session::new(base.path(), layer.clone(), PASSPHRASE, 100, 11);
    let kept = judge(base.path(), session.ground(), &expected, false).expect("its promises kept");
    session.enter(kept.expect("a store").store, PASSPHRASE);
    session.save_some(3);
    session.close();
    let mut expected = expected;
    layer.steps().iter().for_each(|step| expected.take(step));
    let mut recording = record(base.path(), expected, |session, _| {
        let promise = Promise::Restored(backed_up.texts());
        session.layer.note(Step::Begun(promise.clone()));
        let places = [backup.path.as_path(), &root, &state];
        Store::restore_on(session.ground().clone(), places, &passphrase, at(900_000)).expect("a restoration");
        session.layer.note(Step::Done(promise));
    });
    // The engine of the store that is replaced goes with it.
    recording.engines.clear();
    check("a restoration", &recording);
}
