//! A session as it is lived: the program in a terminal, on a station of two hundred people whose key
//! costs what it costs in earnest. The memory it holds once it is open, and what it does while
//! nobody types: nothing.
//!
//! The key takes 256 MiB while it is made, and gives them back: what counts is what is held
//! afterwards. `JALON_BENCH_SESSION_PEOPLE` says how many people (200 by default),
//! `JALON_BENCH_DIR` on which disk.

mod measure;
#[path = "../tests/support/pty.rs"]
#[expect(dead_code, reason = "the tests use all of it")]
mod pty;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use jalon::clock::{instant, now};
use jalon::crypto::KdfCost;
use jalon::demo::Recipe;
use jalon::domain::codes::StationRole;
use jalon::domain::station::StationProfile;
use jalon::usecase::demo;
use jalon::usecase::session::Session;
use jalon::usecase::worker::Place;
use secrecy::SecretString;

use measure::{milliseconds, percentile, say};

const PASSPHRASE: &str = "le tram 7 sent le pain chaud";
/// What a passphrase costs to try.
const TRY_FOR: Duration = Duration::from_millis(800);
/// Most memory that an open station of two hundred people holds: 60 MB.
const BUDGET_MIB: f64 = 60.0e6 / (1024.0 * 1024.0);
/// Most bytes that a line down and a letter make the program write.
const MOST_BYTES_OF_A_MOVE: usize = 250;
const MOST_BYTES_OF_A_LETTER: usize = 120;
/// How long nobody types.
const IDLE: Duration = Duration::from_secs(10);

/// A station with that many people and its journal, locked behind a key of the real cost.
fn make(place: &Place, people: usize) {
    let profile =
        StationProfile { role: StationRole::Counsellor, name: "Claire Morin".to_owned(), lots: Vec::new() };
    let recipe = Recipe { people, years: 4, ..Recipe::one_counsellor(now().today) };
    let mut session = Session::demo(place, profile, &recipe, now()).expect("a station");
    let cost = KdfCost::calibrated(TRY_FOR, instant).expect("memory");
    let (old, new) = (SecretString::from(demo::PASSPHRASE), SecretString::from(PASSPHRASE));
    session.change_passphrase(&old, &new, cost).expect("another key");
    let entries = session.store().head().sequence;
    say(&format!("{people} people, {entries} entries, 4 years; a key of {cost:?}"));
    session.close(now()).expect("closed");
}

/// Opens the station and looks around; whether memory and idleness are as promised.
fn live(folder: &Path) -> bool {
    let mut pty = pty::Pty::open(folder, &["--data-dir", "poste"]);
    pty.wait_for("Phrase de passe, puis Entrée");
    let told = |pty: &pty::Pty, what: &str| {
        let (held, most) = (pty.memory_mib("VmRSS:"), pty.memory_mib("VmHWM:"));
        say(&format!("{what:<44} {held:>7.1} MiB held, {most:>7.1} MiB at most"));
        held
    };
    told(&pty, "locked");
    let start = instant();
    pty.type_text(PASSPHRASE).press("enter").wait_for("Rendez-vous du");
    say(&format!(
        "{:<44} {:>7.1} ms, the key included",
        "from the passphrase to home",
        milliseconds(start.elapsed())
    ));
    pty.settle();
    let opened = told(&pty, "open, on home");
    pty.press("f").wait_for("File active").settle();
    let moves = bytes_of(&mut pty, &["down"; 20], "a line down, bytes", MOST_BYTES_OF_A_MOVE);
    pty.press("page-down page-down enter tab tab esc esc r").wait_for("Échéances").settle();
    pty.press("esc f enter i").wait_for("› Date");
    pty.press("tab tab tab tab tab tab tab").wait_for("› Compte rendu").settle();
    let letters =
        bytes_of(&mut pty, &["p", "o", "i", "n", "t", "space"], "a letter, bytes", MOST_BYTES_OF_A_LETTER);
    pty.press("esc esc").settle();
    let looked = told(&pty, "after the caseload, a file and what is due");
    let wakes: u64 = pty.wakes().iter().map(|(_, count)| count).sum();
    let is_silent = pty.is_silent_for(IDLE);
    let woken = pty.wakes().iter().map(|(_, count)| count).sum::<u64>() - wakes;
    let bytes = if is_silent { "none" } else { "SOME" };
    say(&format!("idle {} s: bytes written: {bytes}; wake-ups of all threads: {woken}", IDLE.as_secs()));
    pty.press("ctrl-l").wait_for("Phrase de passe, puis Entrée").settle();
    told(&pty, "locked again");
    pty.type_text(PASSPHRASE).press("enter").wait_for("Rendez-vous du").settle();
    let again = told(&pty, "open again");
    // What is left behind would add up, day after day.
    let mut last = again;
    for _ in 0..3 {
        pty.press("ctrl-l").wait_for("Phrase de passe, puis Entrée").settle();
        pty.type_text(PASSPHRASE).press("enter").wait_for("Rendez-vous du").settle();
        last = told(&pty, "and again");
    }
    moves
        && letters
        && is_silent
        && woken == 0
        && [opened, looked, again, last].iter().all(|held| *held <= BUDGET_MIB)
}

/// What keys make the program write, and whether each stays under `budget` as a rule: where the page
/// turns, half a page is drawn.
fn bytes_of(pty: &mut pty::Pty, keys: &[&str], what: &str, budget: usize) -> bool {
    let cost = |key: &&str| {
        pty.take_bytes();
        pty.press(key).settle();
        pty.take_bytes().len()
    };
    let mut costs: Vec<usize> = keys.iter().map(cost).collect();
    costs.sort_unstable();
    let [p50, p90, most] = [50, 90, 100].map(|share| percentile(&costs, share));
    say(&format!("{what:<44} p50 {p50}, p90 {p90}, at most {most}; budget {budget}"));
    p90 <= budget
}

fn main() -> ExitCode {
    if !measure::is_asked_for() {
        return ExitCode::SUCCESS;
    }
    let people = std::env::var("JALON_BENCH_SESSION_PEOPLE").ok().and_then(|text| text.parse().ok());
    let base = std::env::var_os("JALON_BENCH_DIR").map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = tempfile::tempdir_in(base).expect("a folder");
    let place = Place { data: folder.path().join("poste"), state: folder.path().join("poste.state") };
    make(&place, people.unwrap_or(200));
    let is_within = live(folder.path());
    let verdict = if is_within { "yes" } else { "NO" };
    say(&format!(
        "held under {BUDGET_MIB:.1} MiB (60 MB), few bytes a key, idle without a byte or a wake-up: {verdict}"
    ));
    if is_within { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
