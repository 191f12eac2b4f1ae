//! Killed while a team takes bundles in, and stopped at every operation of it: each is there whole or not at
//! all, and taking it in again ends what was begun.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jalon::exchange::bundle::code::Verdict;
use jalon::store::Ground;
use jalon::usecase::session::Session;
use jalon::usecase::worker::Place;
use secrecy::SecretString;

use super::super::copy;
use super::super::faults::{Fault, Faulty};
use super::child::say;
use super::paths::killed_over_and_over;
use crate::exchange::network::{Member, network, today};
use crate::support::station::PASSPHRASE;
use crate::support::stretch;

/// Bundles that wait at the beginning of each round.
const EACH_ROUND: u64 = 6;

fn opened(folder: &Path, ground: Ground) -> Session {
    let place = Place { data: folder.join("station"), state: folder.join("station.state") };
    Session::unlock_on(ground, &place, &SecretString::from(PASSPHRASE), today()).expect("it opens").0
}

fn bundle(folder: &Path, number: u64) -> PathBuf {
    folder.join("arrivées").join(format!("{number:06}.age"))
}

/// Takes in what waits, from a number on; then waits to be killed.
pub(super) fn receive(folder: &Path, from: u64) {
    let mut session = opened(folder, stretch::ground());
    say("? ready");
    for number in from.. {
        let path = bundle(folder, number);
        if !path.exists() {
            loop {
                std::thread::park();
            }
        }
        let received = session.receive(&path, &folder.join("quarantaine"), today()).expect("not killed yet");
        assert!(matches!(received.seen.verdict(), Verdict::Accepted | Verdict::Already), "{received:?}");
        say(&format!("taken {number}"));
    }
}

/// Adds some people and sends what is new.
fn send(member: &mut Member, to: &Path) -> u64 {
    let since = member.session.store().head().sequence + 1;
    for rank in 0..3 {
        let person = member.add(&format!("Benali {rank}"));
        member.call(person, "Appel");
    }
    let export = member.session.export(&member.station.path(""), Some(since), today()).expect("a bundle");
    std::fs::rename(export.path, to).expect("a bundle that arrives");
    member.session.store().head().sequence
}

/// The first bundle, which carries what the station said of itself, taken in already.
fn begun() -> (Member, Member) {
    let (mut team, mut members) = network(1);
    let mut member = members.pop().expect("one");
    let first = member.send();
    assert_eq!(team.take(&first).seen.verdict(), Verdict::Accepted);
    std::fs::create_dir(team.station.path("arrivées")).expect("a folder");
    (team, member)
}

#[test]
fn killed_while_bundles_are_taken_in() {
    let (team, mut member) = begun();
    let sender = member.id();
    let Member { station, session, .. } = team;
    session.close(today()).expect("closed");
    let folder = station.path("");
    let mut ends: BTreeSet<u64> = [member.session.store().head().sequence].into();
    let (mut sent, next) = (0, std::cell::Cell::new(1));
    let mut refill = |sent: &mut u64, ends: &mut BTreeSet<u64>, from: u64| {
        while *sent < from + EACH_ROUND {
            *sent += 1;
            ends.insert(send(&mut member, &bundle(&folder, *sent)));
        }
    };
    refill(&mut sent, &mut ends, 1);
    killed_over_and_over(
        "taking-bundles-in",
        &folder,
        || next.get(),
        |said, round| {
            let told = said.iter().rev().find_map(|line| line.strip_prefix("taken ")?.parse::<u64>().ok());
            let session = opened(&folder, stretch::ground());
            let head = session.store().head_of(sender).sequence;
            assert!(ends.contains(&head), "{round}: half a bundle, up to entry {head}");
            let whole = ends.iter().position(|end| *end == head).expect("it is an end") as u64;
            assert!(whole >= told.unwrap_or(next.get() - 1), "{round}: {told:?} told, {whole} there");
            assert_eq!(session.caseload().files.len() as u64, whole * 3, "{round}");
            // One that is there and not in the ledger is taken in again, and changes nothing.
            let noted = session.taken().expect("a ledger").len() as u64 - 1;
            assert!(noted == whole || noted + 1 == whole, "{round}: {noted} noted, {whole} there");
            next.set(noted + 1);
            session.close(today()).expect("closed");
            refill(&mut sent, &mut ends, noted + 1);
        },
    );
}

#[test]
fn stopped_at_any_operation_a_bundle_is_there_whole_or_not_at_all() {
    let (team, mut member) = begun();
    let sender = member.id();
    let start = member.session.store().head().sequence;
    let Member { station, session, .. } = team;
    session.close(today()).expect("closed");
    let folder = station.path("");
    let end = send(&mut member, &bundle(&folder, 1));
    let (mut before, mut after) = (0, 0);
    for fault in [Fault::Fails, Fault::Stops] {
        for n in 1.. {
            let tried = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder");
            copy(&folder, tried.path());
            let faulty = Faulty::new(fault);
            let ground = Ground { files: Arc::new(faulty.clone()), ..stretch::ground() };
            let mut session = opened(tried.path(), ground);
            faulty.arm(n);
            let done = session.receive(&bundle(&folder, 1), &tried.path().join("quarantaine"), today());
            let tripped = faulty.tripped();
            drop(session);
            let mut session = opened(tried.path(), stretch::ground());
            let head = session.store().head_of(sender).sequence;
            assert!(head == start || head == end, "{fault:?} at {n}: up to {head}");
            assert!(done.is_err() || head == end, "{fault:?} at {n}: told, and not there");
            if head == start {
                before += 1
            } else {
                after += 1
            }
            let again = session.receive(&bundle(&folder, 1), &tried.path().join("quarantaine"), today());
            let verdict = again.expect("a disk that works").seen.verdict();
            assert!(matches!(verdict, Verdict::Accepted | Verdict::Already), "{fault:?} at {n}: {verdict:?}");
            assert_eq!(session.store().head_of(sender).sequence, end);
            assert_eq!(session.taken().expect("a ledger").len(), 2, "{fault:?} at {n}");
            if !tripped {
                break;
            }
        }
    }
    assert!(before > 3 && after > 3, "{before} before, {after} after");
    say(&format!("a bundle stopped at each operation: {before} times before, {after} times after"));
}
