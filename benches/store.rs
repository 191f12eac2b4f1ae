//! How long a save and an opening take, on the disk of this machine.
//!
//! A save is compared with the least that durability costs: one bare append and `fdatasync` of
//! as many bytes, and with SQLite (WAL, synchronous=FULL, one transaction), in the same run, in
//! turn. `JALON_BENCH_DIR` says on which disk, `JALON_BENCH_ENTRIES` how many entries an opening
//! reads (50,000 by default; 0 to time saves alone).

mod peer;

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use jalon::clock::{instant, now};
use jalon::crypto::{Argon2id, KdfCost, Passphrase, Stretch as _};
use jalon::domain::codes::StationRole;
use jalon::domain::id::{ObjectId, PersonId};
use jalon::journal::entry::Draft;
use jalon::journal::fold::Fold;
use jalon::store::{Store, StoreSetup};

const PEOPLE: u64 = 300;
const SAVES: usize = 1_000;
const SAVES_PER_FRAME: u64 = 10;
/// Most that a save takes, in bare appends of the same run.
const MOST_TIMES_BARE: f64 = 2.0;
/// As many bytes as a frame of one interview takes.
const FRAME_BYTES: usize = 1_420;

fn say(line: &str) {
    writeln!(std::io::stdout(), "{line}").expect("somewhere to write");
}

fn passphrase() -> Passphrase {
    Passphrase::new("le tram 7 sent le pain chaud")
}

/// One interview among others: about 900 bytes of payload.
fn interview(number: u64) -> Draft {
    let mut object = [0; 16];
    object[..8].copy_from_slice(&number.to_be_bytes());
    let text = "Point sur la recherche d’emploi ; le CV est à jour ; revoir la garde d’enfants. ".repeat(6);
    let payload = format!(
        "{{\"body\":{{\"counsellor_signature\":{{\"state\":\"to_sign\"}},\"date\":\"2026-03-12\",\
         \"duration_min\":45,\"modality\":\"presentiel\",\"outcome\":\"tenu\",\
         \"participant_signature\":{{\"state\":\"to_sign\"}},\"place\":\"Cléon\",\"purposes\":[\"suivi\"],\
         \"record\":\"{number} {text}\",\"start\":\"14:30:00\"}},\"salt\":\"{:032x}\"}}",
        number * 7919
    );
    draft("interview", object, number % PEOPLE, payload)
}

fn person(number: u64) -> Draft {
    let mut object = [1; 16];
    object[..8].copy_from_slice(&number.to_be_bytes());
    let payload = format!(
        "{{\"body\":{{\"birth_date\":\"1985-04-02\",\"family_name\":\"Belkacem\",\
         \"given_name\":\"Nadia\"}},\"salt\":\"{number:032x}\"}}"
    );
    draft("person", object, number, payload)
}

fn draft(kind: &str, object: [u8; 16], person: u64, payload: String) -> Draft {
    let mut id = [2; 16];
    id[..8].copy_from_slice(&person.to_be_bytes());
    Draft {
        kind: kind.to_owned(),
        object: ObjectId(object),
        person: Some(PersonId(id)),
        replaces: None,
        payload: payload.into_bytes(),
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

fn line(name: &str, mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    let at = |share: usize| milliseconds(times[(times.len() - 1) * share / 100]);
    say(&format!("{name:<34} p50 {:7.3} ms   p99 {:7.3} ms   worst {:7.3} ms", at(50), at(99), at(100)));
    at(50)
}

/// What all threads of this process cost so far: on a machine that does other things too, the
/// only figure to compare.
fn processor_time() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks = after_name.split_whitespace().skip(11).take(2).filter_map(|word| word.parse::<u64>().ok());
    Duration::from_millis(ticks.sum::<u64>() * 10)
}

fn timed<T>(act: impl FnOnce() -> T) -> (T, Duration) {
    let start: Instant = instant();
    let made = act();
    (made, instant().duration_since(start))
}

fn create(folder: &Path) -> Store {
    let passphrase = passphrase();
    let setup = StoreSetup {
        passphrase: &passphrase,
        cost: KdfCost::floor_for_tests(),
        role: StationRole::Counsellor,
        station: None,
    };
    Store::create(&folder.join("poste"), &folder.join("repère"), &setup, now()).expect("a store")
}

/// Says whether a save takes no more than is promised.
fn measure_saves(store: &mut Store, folder: &Path) -> bool {
    let path = folder.join("floor");
    let mut floor: File =
        OpenOptions::new().create_new(true).append(true).open(&path).expect("a file to compare with");
    let bytes = vec![0x5A; FRAME_BYTES];
    let mut sqlite = peer::Sqlite::start(&folder.join("peer"), FRAME_BYTES);
    let (mut bare, mut saves, mut four) = (Vec::new(), Vec::new(), Vec::new());
    let mut commits = Vec::new();
    for number in 0..SAVES as u64 {
        let write = || floor.write_all(&bytes).and_then(|()| floor.sync_data()).expect("a write");
        let mut write = write;
        bare.push(timed(&mut write).1);
        let draft = vec![interview(1_000_000 + number)];
        let (saved, time) = timed(|| store.append(draft, now()));
        saved.expect("a save");
        saves.push(time);
        commits.extend(sqlite.as_mut().and_then(peer::Sqlite::commit));
        if number % 4 == 0 {
            let drafts = (0..4).map(|rank| interview(2_000_000 + number * 4 + rank)).collect();
            let (saved, time) = timed(|| store.append(drafts, now()));
            saved.expect("a save");
            four.push(time);
        }
    }
    let floor = line("bare append and fdatasync, 1.4 KB", bare);
    let save = line("save of one interview", saves);
    line("save of four entries as one", four);
    say(&format!("a save takes {:.2} times the bare one (budget {MOST_TIMES_BARE})", save / floor));
    let is_within = save <= MOST_TIMES_BARE * floor;
    let Some(version) = sqlite.filter(|_| commits.len() == SAVES).map(|sqlite| sqlite.version.clone()) else {
        say("skipped: SQLite: there is no python3 with sqlite3");
        return is_within;
    };
    let (disk, memory): (Vec<_>, Vec<_>) = commits.into_iter().unzip();
    let peer = line(&format!("SQLite {version}, WAL, FULL, 1.4 KB"), disk);
    line("the same in memory, Python included", memory);
    say(&format!("a save takes {:.2} times that of SQLite (budget 1.5)", save / peer));
    is_within
}

fn measure_opening(folder: &Path, entries: u64) {
    let (root, state) = (folder.join("poste"), folder.join("repère"));
    let cost = KdfCost::floor_for_tests();
    let (key, stretch) = timed(|| Argon2id.stretch(&passphrase(), &[7; 16], cost));
    key.expect("memory");
    for (name, harm) in [("opening", false), ("opening again", false), ("opening, engine made again", true)] {
        if harm {
            std::fs::remove_dir_all(root.join("db")).expect("a removal");
        }
        let (opened, open) = timed(|| Store::unlock(&root, &state, &passphrase(), now()));
        let (mut store, opening) = opened.expect("an open store");
        let (count, read) = timed(|| {
            let mut count: u64 = 0;
            store.visit(|_| count += 1).expect("a visit");
            count
        });
        let before = processor_time();
        let (fold, folded) = timed(|| {
            let mut fold = Fold::default();
            store.visit(|entry| _ = fold.apply(&entry)).expect("a visit");
            fold
        });
        let processor = processor_time().saturating_sub(before);
        assert!(count >= entries && fold.caseload.files.len() as u64 == PEOPLE);
        say(&format!(
            "{name:<28} {count} entries: key {:.0} ms (floor), segments and engine {:.0} ms, \
             decrypt and check {:.0} ms, with fold {:.0} ms (processor {:.0} ms); without the key {:.0} ms in all; repairs {:?}",
            milliseconds(stretch),
            milliseconds(open.saturating_sub(stretch)),
            milliseconds(read),
            milliseconds(folded),
            milliseconds(processor),
            milliseconds(open.saturating_sub(stretch) + folded),
            opening.repairs,
        ));
        drop(fold);
        let (closed, close) = timed(|| store.close(now()));
        closed.expect("a close");
        say(&format!("{:<28} {:.0} ms", "closing", milliseconds(close)));
    }
}

fn main() -> ExitCode {
    // `cargo test` runs benches too: there is nothing to test here.
    if std::env::args().any(|argument| argument == "--test") {
        return ExitCode::SUCCESS;
    }
    let base = std::env::var_os("JALON_BENCH_DIR").map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = tempfile::tempdir_in(base).expect("a folder");
    let entries = std::env::var("JALON_BENCH_ENTRIES").ok().and_then(|text| text.parse().ok());
    let entries: u64 = entries.unwrap_or(50_000);
    let mut store = create(folder.path());
    store.append((0..PEOPLE).map(person).collect(), now()).expect("a save");
    let (_, fill) = timed(|| {
        for start in (0..entries).step_by(SAVES_PER_FRAME as usize) {
            let drafts = (start..start + SAVES_PER_FRAME).map(interview).collect();
            store.append(drafts, now()).expect("a save");
        }
    });
    say(&format!("{entries} entries saved by {SAVES_PER_FRAME} in {:.0} ms", milliseconds(fill)));
    store.close(now()).expect("a close");
    if entries > 0 {
        measure_opening(folder.path(), entries);
    }
    let opened =
        Store::unlock(&folder.path().join("poste"), &folder.path().join("repère"), &passphrase(), now());
    let (mut store, _) = opened.expect("an open store");
    let is_within = measure_saves(&mut store, folder.path());
    let drafts = (0..16_000).map(|number| interview(3_000_000 + number)).collect();
    let (imported, import) = timed(|| store.append(drafts, now()));
    imported.expect("an import");
    say(&format!("import of 16,000 entries as one save: {:.0} ms", milliseconds(import)));
    store.close(now()).expect("a close");
    if is_within { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
