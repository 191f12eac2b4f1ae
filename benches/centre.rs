//! The team's station, with what fourteen stations sent of seven years: 2,700 people, 500,000 entries. Each
//! station's bundle is taken in whole, then the team opens, and its lists and figures are looked at.
//!
//! `JALON_BENCH_ENTRIES` says how many entries in all, `JALON_BENCH_STATIONS` of how many stations,
//! `JALON_BENCH_DIR` on which disk.

#[expect(dead_code, reason = "another bench uses all of it")]
mod desk;
mod filled;
mod measure;
#[path = "measure/memory.rs"]
mod memory;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;

use jalon::clock::now;
use jalon::domain::codes::StationRole;
use jalon::domain::figures::Stretch;
use jalon::domain::figures::bilan::{Bilan, Reach};
use jalon::domain::figures::case::Dimension;
use jalon::domain::figures::target::Targets;
use jalon::journal::fold::Caseload;
use jalon::usecase::worker::Place;

use desk::{Clock, Desk};
use filled::{fill, line, measure_opening, processor_time, read, set_up, timed, unlocked};
use measure::{milliseconds, percentile, say};
use memory::memory_mib;

/// Opening takes no longer than this beside the key.
const OPENING: Duration = Duration::from_secs(3);
/// A list, a filter or a figure is there within this.
const LOOKING: Duration = Duration::from_millis(50);
/// How many times each is looked at: the worst counts.
const TIMES: usize = 20;
/// Interviews of each person: with the rest of their file, 185 entries.
const INTERVIEWS: usize = 183;

/// What is looked at: its name, the keys of which the last is measured, what is seen then, and the keys back.
const LOOKS: [(&str, &str, &str, &str); 8] = [
    ("the caseload opens", "f", "File active", "esc"),
    ("the caseload, sorted by silence", "f t home enter", "File active", "esc"),
    ("the caseload, what it can be narrowed to", "f l", "Filtrer", "esc esc"),
    ("the caseload, narrowed", "f l home down down down enter", "File active", "l home enter esc"),
    ("search, one letter", "/ l", "Chercher", "esc"),
    ("a file opens", "f home enter", "Emploi Pièces", "esc esc"),
    ("due opens", "r", "Échéances", "esc"),
    ("due, the first day ahead", "r +", "Échéances", "= esc"),
];

fn number(variable: &str, otherwise: usize) -> usize {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

fn place(folder: &Path, name: &str) -> Place {
    Place { data: folder.join(name), state: folder.join(format!("{name}.state")) }
}

/// Founds the team, then each station in turn: enrolled, filled, sent.
fn make(folder: &Path) {
    let (entries, stations) = (number("JALON_BENCH_ENTRIES", 500_000), number("JALON_BENCH_STATIONS", 14));
    let mut team = set_up(&place(folder, "equipe"), StationRole::Team, "Équipe");
    let (signed, words) = team.found_programme(now()).expect("a programme");
    let (mut sent, mut slowest) = (0, Duration::ZERO);
    for rank in 0..stations {
        let mut session = set_up(&place(folder, "poste"), StationRole::Counsellor, "Claire Morin");
        session.take_trust(&signed, Some(&words)).expect("trusted");
        let (request, words) = session.join_request(now()).expect("a request");
        team.enrol(&request, &words).expect("enrolled");
        fill(&mut session, rank, entries / stations, INTERVIEWS, now().today);
        let (export, time) = timed(|| session.export(folder, None, now()).expect("a bundle"));
        std::fs::rename(&export.path, folder.join(format!("lot-{rank:02}.age"))).expect("another name");
        sent += export.entries;
        slowest = slowest.max(time);
        session.close(now()).expect("closed");
        std::fs::remove_dir_all(folder.join("poste")).expect("there it was");
        std::fs::remove_dir_all(folder.join("poste.state")).expect("there it was");
    }
    team.close(now()).expect("closed");
    line("the slowest of the exports", slowest, &format!("{sent} entries of {stations} stations in all"));
}

/// Takes everything in, a bundle after the other.
fn measure_taking(folder: &Path) {
    let mut team = unlocked(&place(folder, "equipe"));
    let bundles: Vec<PathBuf> = (0..number("JALON_BENCH_STATIONS", 14))
        .map(|rank| folder.join(format!("lot-{rank:02}.age")))
        .collect();
    let before = processor_time();
    let (received, time) =
        timed(|| team.receive_all(&bundles, &folder.join("quarantaine"), now()).expect("they are read"));
    let processor = milliseconds(processor_time().saturating_sub(before));
    let entries: u64 = received.iter().map(|(_, it)| it.entries_new).sum();
    let beside =
        format!("{entries} entries; processor {processor:.0} ms; peak {:.0} MiB", memory_mib("VmHWM:"));
    line("everything taken in by the team", time, &beside);
    let (_, floor) = timed(|| bundles.iter().map(|bundle| read(bundle).len()).sum::<usize>());
    line("floor: the bundles read", floor, "");
    let (answered, time) =
        timed(|| team.export_returns(folder, &folder.join("quarantaine"), now()).expect("written"));
    line("every station answered", time, &format!("{} returns", answered.len()));
    team.close(now()).expect("closed");
}

/// Whether each list and figure is there in time.
fn measure_looking(folder: &Path) -> bool {
    let session = unlocked(&place(folder, "equipe"));
    let caseload = session.caseload().clone();
    let people = caseload.files.len();
    let figures = measure_figures(&caseload);
    let (mut desk, home) = Desk::open(caseload, now());
    line("home, once open", home, &format!("{people} people; {:.0} MiB", memory_mib("VmRSS:")));
    let mut worst = figures.max(home);
    for (name, keys, shown, back) in LOOKS {
        let (before, key) = keys.rsplit_once(' ').unwrap_or(("", keys));
        let mut look = || {
            desk.press_all(before);
            let cost = desk.press(key);
            desk.check(keys, shown);
            desk.press_all(back);
            cost.time
        };
        worst = worst.max(slowest_of(name, (0..TIMES).map(|_| look()).collect()));
    }
    session.close(now()).expect("closed");
    worst < LOOKING
}

/// The figures of seven years, of the whole programme.
fn measure_figures(caseload: &Caseload) -> Duration {
    let to = now().today;
    let from = to - chrono::Days::new(7 * 365);
    let reach = Reach::Programme(Vec::new());
    let dimensions = [Dimension::Public, Dimension::Sex, Dimension::Lot];
    let count = |_| {
        let clock = Clock::start();
        let files = caseload.files.values().map(AsRef::as_ref);
        let bilan = Bilan::of(files, Stretch { from, to }, &dimensions, &Targets::default(), &reach);
        drop(bilan);
        clock.read().0
    };
    slowest_of("the figures of seven years", (0..TIMES).map(count).collect())
}

/// Prints what the slowest took, beside the one in the middle.
fn slowest_of(name: &str, mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    let slowest = percentile(&times, 100);
    line(name, slowest, &format!("at most; p50 {:.1} ms", milliseconds(percentile(&times, 50))));
    slowest
}

/// Runs one part in a process of its own, so that the memory told is that of this part.
fn apart(part: &str, folder: &Path) -> bool {
    let program = std::env::current_exe().expect("a program");
    let status = Command::new(program).args(["--bench", part]).arg(folder).status().expect("it runs");
    status.success()
}

fn measure_part(part: &str, folder: &Path) -> bool {
    match part {
        "opening" => {
            let (best, least) = measure_opening(&place(folder, "equipe"));
            return best.min(least) < OPENING;
        }
        "taking" => measure_taking(folder),
        "looking" => return measure_looking(folder),
        _ => make(folder),
    }
    true
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
    let all = ["stations", "taking", "opening", "looking"].map(|part| apart(part, folder.path()));
    let verdict = |is_within| if is_within { "yes" } else { "NO" };
    say(&format!("opening beside the key under {} ms: {}", milliseconds(OPENING), verdict(all[2])));
    say(&format!("each look under {} ms: {}", milliseconds(LOOKING), verdict(all[3])));
    if all.contains(&false) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
