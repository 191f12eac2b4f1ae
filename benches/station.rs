//! Opening a station of 50,000 entries, sending all of it, looking at what was sent, taking it in at the
//! team's; starting the program; memory.
//!
//! Opening is told apart: the key, which costs what it costs on purpose, and the rest. The station
//! has the cheapest key that is accepted, so that taking its cost away leaves little noise; what
//! the key of a real station costs on this machine is said beside it. Each figure stands beside the
//! least that the same run allows: the same bytes read, written, or a program that does nothing
//! started. `JALON_BENCH_ENTRIES` says how many entries, `JALON_BENCH_DIR` on which disk.

mod filled;
mod measure;
#[path = "measure/memory.rs"]
mod memory;
#[path = "../tests/support/pty.rs"]
#[expect(dead_code, reason = "the tests use all of it")]
mod pty;

use std::fs::{self, File};
use std::io::{BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;

use jalon::clock::{instant, now};
use jalon::crypto::KdfCost;
use jalon::domain::codes::StationRole;
use jalon::exchange::bundle::read::{Reader, inspect};
use jalon::exchange::recipient::Identity;
use jalon::usecase::worker::Place;

use filled::{
    PEOPLE_AT_ONCE, fill, line, measure_opening, processor_time, read, set_up, stretch, timed, unlocked,
};
use measure::{milliseconds, percentile, say};
use memory::memory_mib;

/// What a passphrase costs to try.
const TRY_FOR: Duration = Duration::from_millis(800);
/// Opening takes no longer than this beside the key.
const BUDGET: Duration = Duration::from_millis(500);
/// The same of all threads together: two of them read at once, so that half a second on two free cores is
/// more than that of the processors.
const OF_PROCESSORS: Duration = Duration::from_millis(800);
/// A bundle of all of it is verified and taken in within this.
const TAKING: Duration = Duration::from_millis(1_500);
/// Most time from the shell to the question of the passphrase.
const START: Duration = Duration::from_millis(50);
/// Interviews of each person: once a month for seven years.
const INTERVIEWS: usize = 84;
/// The bundle written.
const BUNDLE: &str = "lot.age";

fn measure_export(place: &Place, folder: &Path) {
    let mut session = unlocked(place);
    let (export, time) = timed(|| session.export(folder, None, now()).expect("a bundle"));
    let beside = format!(
        "{} entries, {:.1} MB, written and read again, peak {:.0} MiB",
        export.entries,
        export.size as f64 / 1e6,
        memory_mib("VmHWM:")
    );
    line("export", time, &beside);
    let bundle = read(&export.path);
    fs::rename(&export.path, folder.join(BUNDLE)).expect("another name");
    let (_, floor) = timed(|| {
        let mut file = File::create(folder.join("floor")).expect("a file");
        file.write_all(&bundle).and_then(|()| file.sync_all()).expect("written");
    });
    line("floor: the same bytes written and synced", floor, "");
    session.close(now()).expect("closed");
}

/// The team's station, beside the one that sends.
fn team_of(folder: &Path) -> Place {
    Place { data: folder.join("equipe"), state: folder.join("equipe.state") }
}

/// Whether all of it was taken in within the budget, by the clock on the wall or by what it took of the
/// processors.
fn measure_taking(folder: &Path) -> bool {
    let mut team = unlocked(&team_of(folder));
    let before = processor_time();
    let (received, time) =
        timed(|| team.receive(&folder.join(BUNDLE), &folder.join("quarantaine"), now()).expect("it is read"));
    let processor = processor_time().saturating_sub(before);
    let beside = format!(
        "{}, {} new entries; processor {:.1} ms; peak {:.0} MiB",
        received.seen.code.code(),
        received.entries_new,
        milliseconds(processor),
        memory_mib("VmHWM:")
    );
    line("taken in by the team", time, &beside);
    let (again, again_time) =
        timed(|| team.receive(&folder.join(BUNDLE), &folder.join("quarantaine"), now()).expect("it is read"));
    line("the same once more", again_time, again.seen.code.code());
    team.close(now()).expect("closed");
    assert!(received.entries_new > 0, "{}", received.seen.code.code());
    time.min(processor) < TAKING
}

fn measure_inspection(folder: &Path) {
    let session = unlocked(&team_of(folder));
    let keys = session.programme_keys().expect("read").expect("its own programme’s keys");
    let trust = session.trust().expect("read").expect("a list");
    let identities: Vec<Identity> = keys.import.into_values().collect();
    let reader = Reader { identities: &identities, trust: Some(&trust), ledger: None };
    let file = BufReader::new(File::open(folder.join(BUNDLE)).expect("a file"));
    let (seen, time) = timed(|| inspect(file, &reader));
    let people = seen.persons.unwrap_or_default();
    line(
        "inspect",
        time,
        &format!("{}, {people} people, peak {:.0} MiB", seen.code.code(), memory_mib("VmHWM:")),
    );
    session.close(now()).expect("closed");
}

/// From the shell to the question of the passphrase.
/// Whether the quickest of some starts is within the budget.
fn measure_start(folder: &Path) -> bool {
    let mut starts: Vec<Duration> = (0..15)
        .map(|_| {
            let (pty, time) = timed(|| {
                let mut pty = pty::Pty::open(folder, &["--data-dir", "poste"]);
                pty.wait_for("Phrase de passe, puis Entrée");
                pty
            });
            drop(pty);
            time
        })
        .collect();
    let mut floors: Vec<Duration> =
        (0..15).map(|_| timed(|| Command::new("/bin/true").status().expect("it runs")).1).collect();
    starts.sort_unstable();
    floors.sort_unstable();
    line("from the shell to the question, p50", percentile(&starts, 50), "");
    line("floor: a program that does nothing", percentile(&floors, 50), "");
    starts[0] < START
}

/// Runs one part in a process of its own, so that the memory told is that of this part.
fn apart(part: &str, folder: &Path) -> bool {
    let program = std::env::current_exe().expect("a program");
    let status = Command::new(program).args(["--bench", part]).arg(folder).status().expect("it runs");
    status.success()
}

fn measure_part(part: &str, folder: &Path) -> bool {
    let place = Place { data: folder.join("poste"), state: folder.join("poste.state") };
    match part {
        "opening" => {
            let (best, least) = measure_opening(&place);
            return best < BUDGET || least < OF_PROCESSORS;
        }
        "export" => measure_export(&place, folder),
        "inspection" => measure_inspection(folder),
        "taking" => return measure_taking(folder),
        _ => make(&place, &team_of(folder)),
    }
    true
}

/// Makes the station, enrolled by its team, and fills it.
fn make(place: &Place, team: &Place) {
    let entries = std::env::var("JALON_BENCH_ENTRIES").ok().and_then(|text| text.parse().ok());
    let mut session = set_up(place, StationRole::Counsellor, "Claire Morin");
    let mut team = set_up(team, StationRole::Team, "Équipe");
    let (signed, words) = team.found_programme(now()).expect("a programme");
    session.take_trust(&signed, Some(&words)).expect("trusted");
    let (request, words) = session.join_request(now()).expect("a request");
    team.enrol(&request, &words).expect("enrolled");
    team.close(now()).expect("closed");
    let (_, time) = timed(|| fill(&mut session, 0, entries.unwrap_or(50_000), INTERVIEWS, now().today));
    let count = session.store().head().sequence;
    line("import", time, &format!("{count} entries, {PEOPLE_AT_ONCE} people at a time"));
    session.close(now()).expect("closed");
}

fn main() -> ExitCode {
    if !measure::is_asked_for() {
        return ExitCode::SUCCESS;
    }
    let arguments: Vec<String> = std::env::args().skip(1).filter(|it| it != "--bench").collect();
    if let [part, folder] = &arguments[..] {
        return if measure_part(part, Path::new(folder)) { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    let base = std::env::var_os("JALON_BENCH_DIR").map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = tempfile::tempdir_in(base).expect("a folder");
    let real = KdfCost::calibrated(TRY_FOR, instant).expect("memory");
    line("the key of a real station", stretch(real), "on purpose");
    apart("station", folder.path());
    let is_within = apart("opening", folder.path());
    apart("export", folder.path());
    apart("inspection", folder.path());
    let is_taken_in_time = apart("taking", folder.path());
    let starts_in_time = measure_start(folder.path());
    let (budget, start) = (milliseconds(BUDGET), milliseconds(START));
    let verdict = |is_within| if is_within { "yes" } else { "NO" };
    say(&format!("opening beside the key under {budget} ms: {}", verdict(is_within)));
    let taking = milliseconds(TAKING);
    say(&format!("verified and taken in under {taking} ms: {}", verdict(is_taken_in_time)));
    say(&format!("asking for the passphrase under {start} ms: {}", verdict(starts_in_time)));
    if is_within && is_taken_in_time && starts_in_time { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
