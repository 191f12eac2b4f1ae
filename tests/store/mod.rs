//! The store: what was acknowledged is there, whatever happened since.

mod backups;
mod damage;
mod erasing;
mod faults;
mod full_disk;
mod golden;
mod independent;
mod keys;
mod kill;
mod other_copy;
mod power;
mod read_only;
mod round_trip;
mod surroundings;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use jalon::crypto::{KdfCost, Passphrase};
use jalon::domain::codes::StationRole;
use jalon::domain::id::{ObjectId, PersonId, StationId};
use jalon::domain::now::Now;
use jalon::journal::entry::{Draft, Entry, Head};
use jalon::store::{Error, Ground, Opening, Repair, Store, StoreSetup};

/// A store in a folder of its own, and what it takes to open it again.
struct Place {
    _folder: tempfile::TempDir,
    root: PathBuf,
    state: PathBuf,
    ground: Ground,
}

const PASSPHRASE: &str = "quatorze lettres au moins";

fn passphrase() -> Passphrase {
    Passphrase::new(PASSPHRASE)
}

/// 21 October 2026, eight in the morning, and some seconds.
fn at(seconds: i64) -> Now {
    let at: DateTime<Utc> = "2026-10-21T08:00:00Z".parse().expect("a date");
    let at = at + TimeDelta::seconds(seconds);
    Now { at, today: at.date_naive() }
}

impl Place {
    fn new() -> Self {
        // In memory where there is such a place: thousands of syncs on a disk take minutes.
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder");
        let root = folder.path().join("poste");
        let state = folder.path().join("repère");
        let ground = Ground { segment_bytes: 4096, ..crate::support::stretch::ground() };
        Self { _folder: folder, root, state, ground }
    }

    fn create(&self) -> Store {
        let passphrase = passphrase();
        Store::create_on(self.ground.clone(), &self.root, &self.state, &setup(&passphrase), at(0))
            .expect("a new store")
    }

    fn try_open(&self, seconds: i64) -> Result<(Store, Opening), Error> {
        Store::unlock_on(self.ground.clone(), &self.root, &self.state, &passphrase(), at(seconds))
    }

    fn open(&self) -> (Store, Vec<Repair>) {
        let (mut store, mut opening) = self.try_open(0).expect("an open store");
        let found = store.visit(drop).expect("a visit");
        opening.repairs.extend(found);
        (store, opening.repairs)
    }
}

fn setup(passphrase: &Passphrase) -> StoreSetup<'_> {
    for_owner_only();
    StoreSetup { passphrase, cost: KdfCost::floor_for_tests(), role: StationRole::Counsellor, station: None }
}

/// Has this process make files as the program does, for their owner only: the engine makes some at any
/// moment, with the modes of the process, and a store of which others may read a file is refused.
fn for_owner_only() {
    // One test is about a process that does not.
    if std::env::var_os("JALON_HARDENED").is_none() {
        rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    }
}

/// Copies a folder and all it holds.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    private(to);
    for entry in std::fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("a copy");
        }
    }
}

/// Closes a folder and all it holds to others.
fn close_to_others(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    private(folder);
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            close_to_others(&path);
        } else {
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).expect("rights");
        }
    }
}

/// Closes a folder to others, as the store wants it.
fn private(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700)).expect("rights");
}

fn person(number: u8) -> PersonId {
    PersonId([number; 16])
}

/// A draft that says `text`; what a payload means is not the store's affair.
fn draft(person: Option<PersonId>, text: &str) -> Draft {
    Draft {
        kind: "contact".to_owned(),
        object: ObjectId([7; 16]),
        person,
        replaces: None,
        payload: format!("{{\"text\":\"{text}\"}}").into_bytes(),
    }
}

/// The journals of a store, each a chain of its own.
#[derive(Default)]
struct Chains(BTreeMap<StationId, Head>);

impl Chains {
    fn follow(&mut self, entry: &Entry) {
        let head = self.0.entry(entry.header.station).or_insert(Head::EMPTY);
        entry.check_follows(*head).expect("a chain");
        *head = entry.head();
    }

    #[track_caller]
    fn end_as_in(&self, store: &Store, what: &str) {
        assert!(store.heads().all(|(journal, head)| self.0.get(&journal) == Some(&head)), "{what}");
        assert_eq!(self.0.get(&store.journal()).copied().unwrap_or(Head::EMPTY), store.head(), "{what}");
    }
}

/// Every entry in order, after checking that they follow each other up to the head.
fn entries(store: &mut Store) -> Vec<Entry> {
    let mut all = Vec::new();
    let repairs = store.visit(|entry| all.push(entry)).expect("a visit");
    assert_eq!(repairs, [], "nothing to repair any more");
    let mut chains = Chains::default();
    all.iter().for_each(|entry| chains.follow(entry));
    chains.end_as_in(store, "every entry");
    // That of the first life comes first.
    let first = store.station();
    all.sort_by_key(|entry| entry.header.station != first);
    all
}
