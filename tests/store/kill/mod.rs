//! `kill -9` at random moments: what the child printed as done is done, nothing is corrupt.
//!
//! The child is this very binary, and does one thing over and over. `JALON_KILL_ROUNDS` sets the
//! rounds of saving (20 by default), `JALON_KILL_OTHER_ROUNDS` those of each other thing (4 by
//! default).

mod child;
mod erasing;
mod paths;
mod receiving;
mod stations;

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use jalon::crypto::Passphrase;
use jalon::store::{Ground, Repair, Store};

use super::faults::Quick;
use super::{at, passphrase, setup};
pub(super) use child::say;

/// What the child is told, by the environment: where, what to do, from which number on.
const WHERE: &str = "JALON_KILL_DIR";
const WHAT: &str = "JALON_KILL_WHAT";
const FROM: &str = "JALON_KILL_FROM";

/// A small generator, so that a failing round can be run again from its seed.
pub(super) struct Random(pub(super) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub(super) fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }
}

/// The text of save `number`: 10 bytes to 100 KB, always the same for the same number.
fn text(number: u64) -> String {
    let mut random = Random(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let length = match random.below(20) {
        0 => 100_000,
        1..=4 => 5_000 + random.below(20_000),
        _ => 10 + random.below(1_500),
    };
    let mut text = format!("{number:08}:");
    while (text.len() as u64) < length {
        text.push(char::from(b'a' + random.below(26) as u8));
    }
    text
}

fn roots(folder: &Path) -> (PathBuf, PathBuf) {
    (folder.join("poste"), folder.join("repère"))
}

/// Segments short enough to change often, and passphrases that cost nothing: what is to be killed
/// is the store, not the stretching of a key.
fn ground() -> Ground {
    Ground { segment_bytes: 256 * 1024, stretch: Arc::new(Quick), ..Ground::default() }
}

struct Running {
    child: Child,
    lines: Receiver<String>,
}

fn start(folder: &Path, what: &str, from: u64) -> Running {
    let mut child = Command::new(std::env::current_exe().expect("this binary"))
        .args(["--exact", "store::kill::child::child", "--nocapture"])
        .env(WHERE, folder)
        .env(WHAT, what)
        .env(FROM, from.to_string())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a child");
    let out = BufReader::new(child.stdout.take().expect("its output"));
    let (give, lines) = channel();
    std::thread::spawn(move || {
        for line in out.lines().map_while(Result::ok) {
            if give.send(line).is_err() {
                return;
            }
        }
    });
    Running { child, lines }
}

/// Lets the child run for a while after `sign` (or not even so long), then kills it, and gives
/// all that it said.
fn kill_after(mut running: Running, sign: Option<&str>, wait: Duration) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(sign) = sign {
        for line in running.lines.iter() {
            let found = line.contains(sign);
            said.push(line);
            if found {
                break;
            }
        }
    }
    // Nothing is ever sent here: it is a wait that no signal shortens.
    let (_keep, never) = channel::<()>();
    assert!(never.recv_timeout(wait).is_err());
    running.child.kill().expect("a kill");
    running.child.wait().expect("an end");
    said.extend(running.lines.iter());
    said
}

#[derive(Default)]
struct Figures {
    acknowledged: u64,
    extra: u64,
    torn: u64,
    behind: u64,
    rebuilt: u64,
}

struct Killed {
    folder: tempfile::TempDir,
    next: u64,
    saved: BTreeMap<u64, ()>,
    draft: Option<u64>,
    figures: Figures,
}

impl Killed {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let (root, state) = roots(folder.path());
        let passphrase = passphrase();
        drop(Store::create_on(ground(), &root, &state, &setup(&passphrase), at(0)).expect("a store"));
        Self { folder, next: 1, saved: BTreeMap::new(), draft: None, figures: Figures::default() }
    }

    fn hear(&mut self, said: &[String]) {
        let number = |line: &str, word: &str| line.split_once(word).and_then(|(_, n)| n.trim().parse().ok());
        for line in said {
            if let Some(saved) = number(line, "saved ") {
                self.saved.insert(saved, ());
                self.figures.acknowledged += 1;
            }
            if let Some(draft) = number(line, "draft ") {
                self.draft = Some(draft);
            }
        }
    }

    /// Opens, and checks all that was ever acknowledged.
    fn check(&mut self, round: &str) {
        let (root, state) = roots(self.folder.path());
        let opened = Store::unlock_on(ground(), &root, &state, &passphrase(), at(0));
        assert!(opened.is_ok(), "{round}: {:?}", opened.err());
        let (mut store, opening) = opened.expect("an open store");
        let mut found = BTreeMap::new();
        let mut chains = super::Chains::default();
        let later = store
            .visit(|entry| {
                chains.follow(&entry);
                let payload = String::from_utf8(entry.payload.expect("a payload")).expect("text");
                let text = payload.split('"').nth(3).expect("a text").to_owned();
                let number: u64 = text[..8].parse().expect("a number");
                assert!(found.insert(number, ()).is_none(), "{round}: {number} stands twice");
                assert!(text == self::text(number), "{round}: {number} is another");
            })
            .expect("a visit");
        for number in self.saved.keys() {
            assert!(found.contains_key(number), "{round}: {number} was acknowledged and is lost");
        }
        for repair in opening.repairs.iter().chain(&later) {
            assert!(!repair.is_serious(), "{round}: {repair:?}");
            match repair {
                Repair::TornTail { .. } => self.figures.torn += 1,
                Repair::EngineBehind { .. } => self.figures.behind += 1,
                Repair::EngineRebuilt { .. } => self.figures.rebuilt += 1,
                _ => {}
            }
        }
        if let Some(draft) = self.draft {
            let drafts = store.drafts().expect("drafts");
            let kept: u64 = drafts[0].1[..8].iter().fold(0, |n, digit| n * 10 + u64::from(digit - b'0'));
            assert!(kept >= draft, "{round}: draft {kept}, {draft} was acknowledged");
        }
        self.figures.extra += found.len() as u64 - self.saved.len() as u64;
        self.saved = found;
        self.next = self.saved.last_key_value().map_or(1, |(last, ())| last + 1);
        if opening.repairs.is_empty() {
            store.close(at(0)).expect("a close");
        }
    }
}

/// Rounds that one store goes through: all that was ever saved is read again after each, so that a longer life
/// costs its square.
const ROUNDS_OF_A_STORE: u64 = 50;

fn rounds(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(usual)
}

/// Rounds of each thing that is not saving.
fn other_rounds() -> u64 {
    rounds("JALON_KILL_OTHER_ROUNDS", 4)
}

#[test]
fn killed_while_saving_backing_up_and_changing_the_passphrase() {
    let mut random = Random(20_261_021);
    let mut killed = Killed::new();
    let rounds = rounds("JALON_KILL_ROUNDS", 20);
    for round in 0..rounds {
        if round % ROUNDS_OF_A_STORE == 0 {
            killed = Killed { figures: std::mem::take(&mut killed.figures), ..Killed::new() };
        }
        let what = ["save", "drafts", "backup", "passphrase", "settle"][(round % 5) as usize];
        let running = start(killed.folder.path(), what, killed.next);
        let wait = Duration::from_micros(random.below(120_000));
        let said = kill_after(running, Some("? ready"), wait);
        killed.hear(&said);
        killed.check(&format!("round {round}, {what}"));
    }
    let Figures { acknowledged, extra, torn, behind, rebuilt } = killed.figures;
    say(&format!(
        "kill -9: {rounds} rounds, {acknowledged} saves acknowledged, 0 lost; {extra} more were durable \
         but not yet told, {torn} torn ends cut, engine behind {behind} times, made again {rebuilt} times"
    ));
    assert!(acknowledged > rounds / 4, "the children saved next to nothing");
}

/// The rig is alive: a child that tells before it saves is caught.
#[test]
fn what_was_told_and_not_saved_is_caught() {
    let mut killed = Killed::new();
    killed.hear(&["saved 1".to_owned()]);
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| killed.check("canary")));
    assert!(caught.is_err());
}

/// The same passphrase opens after any number of changes to itself; another never did.
#[test]
fn another_passphrase_does_not_open() {
    let killed = Killed::new();
    let (root, state) = roots(killed.folder.path());
    let other = Passphrase::new("une autre phrase assez longue");
    assert!(Store::unlock_on(ground(), &root, &state, &other, at(0)).is_err());
}
