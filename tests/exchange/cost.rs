//! What it costs to refuse: the whole hostile corpus in a process of its own, each file under
//! 100 ms of the processor and 64 MiB of memory.
//!
//! `cargo test --test main exchange::cost -- --nocapture` prints the table, class by class.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::process::Command;

use jalon::exchange::bundle::read::{Reader, inspect};

use super::corpus;
use super::programme::Programme;
use super::stock_tools::say;

/// Longest that one file may take, of the processor's time. Without optimisation, twice as long:
/// on a slow machine the promise is that of the program as it is shipped.
const LONGEST_MS: f64 = if cfg!(debug_assertions) { 200.0 } else { 100.0 };
/// Most memory of the process while it reads one file, everything included.
const MOST_MIB: f64 = 64.0;
/// Says to the process of its own which files to read.
const FOLDER: &str = "JALON_COST_FOLDER";

/// Time that this thread has spent on a processor, in milliseconds: a busy machine does not
/// matter to it.
fn busy_ms() -> f64 {
    // The system counts where a thread gives way.
    std::thread::yield_now();
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    spent.split(' ').next().unwrap().parse::<f64>().unwrap() / 1e6
}

/// Most memory of this process since [`forget_peak`], in MiB.
fn peak_mib() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap() / 1024.0
}

/// Where the system does not allow it, the peak is that of all files so far: more than it should.
fn forget_peak() {
    let _not_everywhere = std::fs::write("/proc/self/clear_refs", "5");
}

#[expect(clippy::print_stdout, reason = "the other process reads it")]
fn tell(line: &str) {
    println!("{line}");
}

/// The process of its own.
#[test]
#[ignore = "run by the test below"]
fn in_a_process_of_its_own() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let programme = Programme::new();
    let identities = programme.import();
    let reader = Reader { identities: &identities, trust: Some(&programme.trust), ledger: None };
    let read = |path: &Path| {
        let before = busy_ms();
        let seen = inspect(BufReader::new(File::open(path).unwrap()), &reader);
        (seen.code, busy_ms() - before)
    };
    for index in 0.. {
        let path = Path::new(&folder).join(index.to_string());
        if !path.is_file() {
            break;
        }
        forget_peak();
        let (code, mut spent) = read(&path);
        let peak = peak_mib();
        // A neighbour on the same core makes everything slower: the best of five counts.
        for _ in 0..4 {
            if spent > LONGEST_MS / 2.0 {
                spent = spent.min(read(&path).1);
            }
        }
        tell(&format!("cost {index} {} {spent:.3} {peak:.1}", code.code()));
    }
}

#[derive(Default)]
struct Class {
    files: usize,
    codes: BTreeMap<String, usize>,
    longest_ms: f64,
    longest: String,
    most_mib: f64,
}

#[test]
fn refusing_is_quick_and_small() {
    let cases = corpus::all(&Programme::new());
    let folder = tempfile::tempdir().unwrap();
    for (index, case) in cases.iter().enumerate() {
        std::fs::write(folder.path().join(index.to_string()), &case.file).unwrap();
    }
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["exchange::cost::in_a_process_of_its_own", "--exact", "--ignored", "--nocapture"])
        .env(FOLDER, folder.path())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));

    let mut classes: BTreeMap<&str, Class> = BTreeMap::new();
    let mut problems = Vec::new();
    let mut read = 0;
    for line in told.lines().filter_map(|line| Some(line.split_once("cost ")?.1)) {
        let words: Vec<&str> = line.split(' ').collect();
        let case = &cases[words[0].parse::<usize>().unwrap()];
        let (code, spent, peak) = (words[1], words[2].parse().unwrap(), words[3].parse().unwrap());
        if code != case.expected.code() || spent > LONGEST_MS || peak > MOST_MIB {
            problems.push(format!("{}: {code}, {spent} ms, {peak} MiB", case.title()));
        }
        let class = classes.entry(case.class).or_default();
        class.files += 1;
        *class.codes.entry(code.to_owned()).or_default() += 1;
        if spent > class.longest_ms {
            (class.longest_ms, class.longest) = (spent, case.name.clone());
        }
        class.most_mib = class.most_mib.max(peak);
        read += 1;
    }
    assert_eq!(read, cases.len(), "{told}");
    say(&format!(
        "{read} files\n| class | files | ms, at most | for | MiB, at most | codes |\n|---|---|---|---|---|---|"
    ));
    let order = |name: &str| (name.len(), name.to_owned());
    let mut rows: Vec<_> = classes.into_iter().collect();
    rows.sort_by_key(|(name, _)| order(name));
    for (name, class) in rows {
        let codes: Vec<String> = class.codes.iter().map(|(code, count)| format!("{code} {count}")).collect();
        let Class { files, longest_ms, longest, most_mib, .. } = class;
        say(&format!(
            "| {name} | {files} | {longest_ms:.1} | {longest} | {most_mib:.1} | {} |",
            codes.join(", ")
        ));
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}
