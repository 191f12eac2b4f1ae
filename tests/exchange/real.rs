//! The hostile corpus and the program itself: `jalon inspect` on the team's station says each
//! code, ends with the exit code of its verdict, and leaves every byte of the station as it was.
//!
//! A share of the corpus by default, one file a class; all of it with `JALON_HOSTILE=all`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jalon::domain::codes::StationRole;
use jalon::domain::id::StationId;
use jalon::exchange::bundle::code::{Code, Verdict};
use jalon::exchange::join::JoinRequest;
use jalon::exchange::keys::StationKeys;
use jalon::exchange::trust::Place;

use super::corpus::{self, Case};
use super::forge::Forge;
use super::programme::{EPOCH, Programme};
use super::stock_tools::say;
use crate::support::station::{Station, at};

/// What opening a station writes, whatever is done then: who holds it, and how far it is known to
/// go, sealed again.
const OF_ANY_OPENING: [&str; 2] = ["station/lock", "station.state/anchor"];

/// The programme that a team's station founds, and two stations that it enrolled.
fn found(team: &Station) -> Programme {
    let now = at("2026-11-22");
    let mut session = team.open(now);
    let keys = session.programme_keys().unwrap().unwrap();
    let mut trust = session.trust().unwrap().unwrap();
    let mut enrol = |id: u8, code: &str| {
        let station = StationKeys::generate(StationId([id; 16])).unwrap();
        let request = JoinRequest::new(&station, EPOCH, Place::Work, now);
        trust = trust.enrol(&request, &station.fingerprint(), code).unwrap();
        station
    };
    let (first, second) = (enrol(0x7A, "L3-1"), enrol(0x7B, "L3-2"));
    session.take_trust(&trust.sign(&keys.root).unwrap(), None).unwrap();
    session.close(now).unwrap();
    Programme { keys, trust, first, second }
}

/// Every file under a folder, with its bytes and its mode.
fn everything(folder: &Path) -> BTreeMap<String, (Vec<u8>, u32)> {
    use std::os::unix::fs::PermissionsExt as _;
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let mode = path.metadata().unwrap().permissions().mode();
                found.insert(path.display().to_string(), (std::fs::read(&path).unwrap(), mode));
            }
        }
    }
    found
}

/// One file of each class, and those of each code.
fn share(cases: Vec<Case>) -> Vec<Case> {
    if std::env::var_os("JALON_HOSTILE").is_some_and(|value| value == "all") {
        return cases;
    }
    let (mut classes, mut codes) = (BTreeSet::new(), BTreeSet::new());
    let mut is_new = |case: &Case| classes.insert(case.class) | codes.insert(case.expected);
    cases.into_iter().filter(|case| is_new(case)).collect()
}

#[test]
fn the_program_refuses_and_changes_nothing() {
    let team = Station::new(StationRole::Team);
    let programme = found(&team);
    let file = team.path("lot.age");
    let inspect = |bytes: &[u8]| {
        std::fs::write(&file, bytes).unwrap();
        team.run(&["inspect", "lot.age", "--format", "json"])
    };
    // The station makes its own keys the first time it needs them.
    let good = inspect(&Forge::good(&programme).seal());
    assert_eq!((good.code, good.json()["code"].as_str()), (0, Some("verified")), "{}", good.err);
    let station = || {
        let place = team.place();
        let mut files = everything(&place.data);
        files.extend(everything(&place.state));
        for one in OF_ANY_OPENING {
            files.retain(|path, _| !path.ends_with(one));
        }
        files
    };
    let before = station();
    assert!(before.len() > 10, "{:?}", before.keys());
    let mut read = 0;
    let mut problems = Vec::new();
    for case in share(corpus::all(&programme)) {
        let seen = inspect(&case.file);
        read += 1;
        let verdict = case.expected.verdict();
        let refusal = if verdict == Verdict::NotForUs { 5 } else { 1 };
        let exit = if verdict == Verdict::Accepted { 0 } else { refusal };
        if (seen.code, seen.json()["code"].as_str()) != (exit, Some(case.expected.code())) {
            problems.push(format!("{}: {} {}{}", case.title(), seen.code, seen.out, seen.err));
        }
        assert!(!seen.err.contains("panicked"), "{}", seen.err);
        let after = station();
        let changed: Vec<_> = before
            .keys()
            .chain(after.keys())
            .collect::<BTreeSet<_>>()
            .into_iter()
            .filter(|path| before.get(*path) != after.get(*path))
            .collect();
        assert!(changed.is_empty(), "{}: {changed:?}", case.title());
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
    say(&format!(
        "{read} hostile files read by the program, {} files of the station unchanged",
        before.len()
    ));
}

#[test]
fn taking_in_refuses_the_same_and_changes_nothing() {
    let team = Station::new(StationRole::Team);
    let programme = found(&team);
    let mut session = team.open(at("2026-11-22"));
    session.identities().unwrap();
    let (file, quarantine) = (team.path("lot.age"), team.path("quarantaine"));
    let station = || {
        let mut files = everything(&team.place().data);
        files.extend(everything(&team.place().state));
        files
    };
    let before = station();
    let (mut refused, mut slowest) = (0, std::time::Duration::ZERO);
    let is_refused = |case: &Case| case.expected.verdict() != Verdict::Accepted;
    for case in share(corpus::all(&programme)).into_iter().filter(is_refused) {
        std::fs::write(&file, &case.file).unwrap();
        let start = jalon::clock::instant();
        let received = session.receive(&file, &quarantine, at("2026-11-22")).unwrap();
        slowest = slowest.max(start.elapsed());
        refused += 1;
        // Who keeps count sees that entries are missing before it looks at the parts.
        if received.seen.code != Code::Gap {
            assert_eq!(received.seen.code, case.expected, "{}", case.title());
        }
        assert_eq!((received.entries_new, received.attachments_new), (0, 0), "{}", case.title());
        if let Some(aside) = received.quarantined {
            assert_eq!(std::fs::read(aside).unwrap(), case.file, "{}", case.title());
        }
        let _none_or_one = std::fs::remove_dir_all(&quarantine);
        assert!(before == station(), "{}: the station changed", case.title());
    }
    assert!(refused > 20, "{refused}");
    say(&format!("{refused} hostile files refused by taking in, the slowest in {} ms", slowest.as_millis()));
}
