//! Power cuts: what the store asked of the disk is recorded, then the disk is put in the states in
//! which a cut may leave it — what was not synced dropped, kept, torn or full of zeros, names that
//! were not synced old or new — and the store is opened again.
//!
//! `JALON_CUT_STATES` sets how many states are tried at each point (2 by default). The engine's
//! files are not recorded: it is found as it was at the start, or not at all.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use jalon::store::{Files, Ground, RealFiles, Repair, Store, Written};

use super::faults::Quick;
use super::kill::Random;
use super::{Place, at, copy, draft, person};

/// Names are relative to the folder that holds the store and its anchor.
#[derive(Debug, Clone)]
enum Step {
    MakeFolder(PathBuf),
    Create(PathBuf),
    /// The file that has this name now.
    Append(PathBuf, Vec<u8>),
    Sync(PathBuf),
    Cut(PathBuf, u64),
    Rename(PathBuf, PathBuf),
    Exchange(PathBuf, PathBuf),
    Remove(PathBuf),
    SyncFolder(PathBuf),
    /// A save that was acknowledged.
    Saved(String),
}

type Log = Arc<Mutex<Vec<Step>>>;

/// The real file layer, which writes down what it does.
struct Recorded {
    base: PathBuf,
    log: Log,
    /// Forgets to write down file syncs: the rig must notice.
    forgets_syncs: bool,
}

impl Recorded {
    fn inside(&self, path: &Path) -> PathBuf {
        path.strip_prefix(&self.base).expect("inside the recorded folder").to_owned()
    }

    fn note(&self, step: Step) {
        self.log.lock().expect("no thread panicked").push(step);
    }

    fn file(&self, path: &Path, file: Box<dyn Written>) -> Box<dyn Written> {
        let (name, log, forgets_syncs) = (self.inside(path), self.log.clone(), self.forgets_syncs);
        Box::new(RecordedFile { name, log, forgets_syncs, file })
    }
}

impl Files for Recorded {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        RealFiles.read(path)
    }

    fn read_at(&self, path: &Path, offset: u64, length: usize) -> io::Result<Vec<u8>> {
        RealFiles.read_at(path, offset, length)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<String>> {
        RealFiles.list(folder)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        RealFiles.make_folder(path)?;
        self.note(Step::MakeFolder(self.inside(path)));
        Ok(())
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn Written>> {
        let file = RealFiles.create(path)?;
        self.note(Step::Create(self.inside(path)));
        Ok(self.file(path, file))
    }

    fn reopen(&self, path: &Path) -> io::Result<Box<dyn Written>> {
        Ok(self.file(path, RealFiles.reopen(path)?))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealFiles.rename(from, to)?;
        self.note(Step::Rename(self.inside(from), self.inside(to)));
        Ok(())
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        RealFiles.exchange(one, other)?;
        self.note(Step::Exchange(self.inside(one), self.inside(other)));
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        RealFiles.remove(path)?;
        self.note(Step::Remove(self.inside(path)));
        Ok(())
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        RealFiles.remove_folder(path)?;
        self.note(Step::Remove(self.inside(path)));
        Ok(())
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        RealFiles.sync_folder(path)?;
        self.note(Step::SyncFolder(self.inside(path)));
        Ok(())
    }
}

struct RecordedFile {
    name: PathBuf,
    log: Log,
    forgets_syncs: bool,
    file: Box<dyn Written>,
}

impl RecordedFile {
    fn note(&self, step: Step) {
        self.log.lock().expect("no thread panicked").push(step);
    }
}

impl Written for RecordedFile {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.append(bytes)?;
        self.note(Step::Append(self.name.clone(), bytes.to_vec()));
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        self.file.sync()?;
        if !self.forgets_syncs {
            self.note(Step::Sync(self.name.clone()));
        }
        Ok(())
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.file.cut(length)?;
        self.note(Step::Cut(self.name.clone(), length));
        Ok(())
    }
}

#[derive(Debug, Clone)]
enum Change {
    Append(Vec<u8>),
    Cut(u64),
}

#[derive(Debug, Clone)]
enum Naming {
    Put(String, usize),
    Drop(String),
    Move(String, String),
    Swap(String, String),
}

/// A file or a folder: what is durable, and what was done since and is not.
#[derive(Debug, Clone)]
enum Node {
    File { durable: Vec<u8>, since: Vec<Change> },
    Folder { durable: BTreeMap<String, usize>, since: Vec<Naming> },
}

type Names = BTreeMap<String, usize>;

fn apply(names: &mut Names, naming: &Naming) {
    match naming {
        Naming::Put(name, node) => drop(names.insert(name.clone(), *node)),
        Naming::Drop(name) => drop(names.remove(name)),
        Naming::Move(from, to) => {
            let node = names.remove(from).expect("a name to move");
            names.insert(to.clone(), node);
        }
        Naming::Swap(one, other) => {
            let (first, second) = (names[one], names[other]);
            names.extend([(one.clone(), second), (other.clone(), first)]);
        }
    }
}

/// A disk, as it is for who uses it and as a cut may leave it.
#[derive(Clone)]
struct Disk(Vec<Node>);

const ROOT: usize = 0;

impl Disk {
    /// Everything that stands in `base`, durable; the engine's files apart.
    fn load(base: &Path) -> Self {
        let mut disk = Self(Vec::new());
        disk.load_node(base);
        disk
    }

    fn load_node(&mut self, path: &Path) -> usize {
        let id = self.0.len();
        if path.is_dir() {
            self.0.push(Node::Folder { durable: Names::new(), since: Vec::new() });
            let mut names = Names::new();
            for entry in std::fs::read_dir(path).expect("a folder") {
                let entry = entry.expect("an entry");
                let name = entry.file_name().to_string_lossy().into_owned();
                if name == "db" || name == "lock" || name == "modèle" {
                    continue;
                }
                names.insert(name, self.load_node(&entry.path()));
            }
            self.0[id] = Node::Folder { durable: names, since: Vec::new() };
        } else {
            let durable = std::fs::read(path).expect("a file");
            self.0.push(Node::File { durable, since: Vec::new() });
        }
        id
    }

    fn names_now(&self, folder: usize) -> Names {
        let Node::Folder { durable, since } = &self.0[folder] else { unreachable!("a folder") };
        let mut names = durable.clone();
        since.iter().for_each(|naming| apply(&mut names, naming));
        names
    }

    fn find(&self, path: &Path) -> Option<usize> {
        let names = path.iter().map(|name| name.to_string_lossy().into_owned());
        names.into_iter().try_fold(ROOT, |folder, name| self.names_now(folder).get(&name).copied())
    }

    fn parent(&self, path: &Path) -> (usize, String) {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        (self.find(path.parent().expect("a folder")).expect("a known folder"), name)
    }

    fn name(&mut self, folder: usize, naming: Naming) {
        let Node::Folder { since, .. } = &mut self.0[folder] else { unreachable!("a folder") };
        since.push(naming);
    }

    fn add(&mut self, path: &Path, node: Node) {
        let (folder, name) = self.parent(path);
        self.0.push(node);
        let id = self.0.len() - 1;
        self.name(folder, Naming::Put(name, id));
    }

    fn change(&mut self, path: &Path, change: Change) {
        let id = self.find(path).expect("a known file");
        let Node::File { since, .. } = &mut self.0[id] else { unreachable!("a file") };
        since.push(change);
    }

    fn take(&mut self, step: &Step) {
        match step {
            Step::MakeFolder(path) => {
                self.add(path, Node::Folder { durable: Names::new(), since: Vec::new() });
            }
            Step::Create(path) => self.add(path, Node::File { durable: Vec::new(), since: Vec::new() }),
            Step::Append(path, bytes) => self.change(path, Change::Append(bytes.clone())),
            Step::Cut(path, length) => self.change(path, Change::Cut(*length)),
            Step::Sync(path) => {
                let id = self.find(path).expect("a known file");
                let Node::File { durable, since } = &mut self.0[id] else { unreachable!("a file") };
                for change in since.drain(..) {
                    make(durable, &change);
                }
            }
            Step::Rename(from, to) => {
                let ((folder, from), (to_folder, to)) = (self.parent(from), self.parent(to));
                assert_eq!(folder, to_folder, "the store renames within a folder only");
                // The engine's folders are made by the engine's side too: unknown here.
                if self.names_now(folder).contains_key(&from) {
                    self.name(folder, Naming::Move(from, to));
                }
            }
            Step::Exchange(one, other) => {
                let ((folder, one), (_, other)) = (self.parent(one), self.parent(other));
                self.name(folder, Naming::Swap(one, other));
            }
            Step::Remove(path) => {
                let (folder, name) = self.parent(path);
                self.name(folder, Naming::Drop(name));
            }
            Step::SyncFolder(path) => {
                let id = self.find(path).expect("a known folder");
                let Node::Folder { durable, since } = &mut self.0[id] else { unreachable!("a folder") };
                for naming in since.drain(..) {
                    apply(durable, &naming);
                }
            }
            Step::Saved(_) => {}
        }
    }

    /// Writes one of the states in which a cut may leave the disk.
    fn leave(&self, to: &Path, cut: &mut Cut) {
        self.leave_node(ROOT, to, cut);
    }

    fn leave_node(&self, id: usize, to: &Path, cut: &mut Cut) {
        match &self.0[id] {
            Node::File { durable, since } => {
                let mut file = RealFiles.create(to).expect("a file");
                file.append(&cut.content(durable, since)).expect("a write");
            }
            Node::Folder { durable, since } => {
                if !to.exists() {
                    RealFiles.make_folder(to).expect("a folder");
                }
                // File systems with a journal keep names in the order in which they changed.
                let mut names = durable.clone();
                since[..cut.kept(since.len())].iter().for_each(|naming| apply(&mut names, naming));
                for (name, node) in names {
                    self.leave_node(node, &to.join(name), cut);
                }
            }
        }
    }
}

fn make(content: &mut Vec<u8>, change: &Change) {
    match change {
        Change::Append(bytes) => content.extend_from_slice(bytes),
        Change::Cut(length) => content.truncate(usize::try_from(*length).expect("a length")),
    }
}

/// What a cut does to what was not synced.
enum Cut {
    DropsAll,
    Chooses(Random),
}

impl Cut {
    fn kept(&mut self, count: usize) -> usize {
        match self {
            Self::DropsAll => 0,
            Self::Chooses(random) => random.below(count as u64 + 1) as usize,
        }
    }

    fn content(&mut self, durable: &[u8], since: &[Change]) -> Vec<u8> {
        let kept = self.kept(since.len());
        let mut content = durable.to_vec();
        since[..kept].iter().for_each(|change| make(&mut content, change));
        if let (Self::Chooses(random), Some(Change::Append(bytes))) = (self, since.get(kept)) {
            // The next write is torn: some sectors of it, or its length without its content.
            let sectors = bytes.len() / 512 + 1;
            let length = (random.below(sectors as u64 + 1) as usize * 512).min(bytes.len());
            match random.below(3) {
                0 => {}
                1 => content.extend_from_slice(&bytes[..length]),
                _ => content.resize(content.len() + length, 0),
            }
        }
        content
    }
}

struct Rig {
    place: Place,
    disk: Disk,
    log: Log,
    ground: Ground,
    saved: Vec<String>,
}

fn save(store: &mut Store, text: &str, who: u8, length: usize) {
    let filler = "x".repeat(length);
    let drafts = (0..2).map(|rank| draft(Some(person(who)), &format!("{text}/{rank}/{filler}"))).collect();
    store.append(drafts, at(10)).expect("a save");
}

impl Rig {
    fn new(forgets_syncs: bool) -> Self {
        let mut place = Place::new();
        place.ground.segment_bytes = 4_096;
        place.ground.stretch = Arc::new(Quick);
        let base = place.root.parent().expect("a folder").to_owned();
        let mut store = place.create();
        save(&mut store, "avant", 1, 100);
        store.close(at(20)).expect("a close");
        copy(&place.root.join("db"), &base.join("modèle"));
        let disk = Disk::load(&base);
        let log = Log::default();
        let recorded = Recorded { base, log: log.clone(), forgets_syncs };
        let ground = Ground { files: Arc::new(recorded), ..place.ground.clone() };
        Self { place, disk, log, ground, saved: vec!["avant".to_owned()] }
    }

    fn open(&self) -> Store {
        let (root, state) = (&self.place.root, &self.place.state);
        let opened = Store::unlock_on(self.ground.clone(), root, state, &super::passphrase(), at(30));
        opened.expect("an open store").0
    }

    fn acknowledge(&self, text: &str) {
        self.log.lock().expect("no thread panicked").push(Step::Saved(text.to_owned()));
    }

    /// Cuts the power after every step, and gives how many states were opened and what was lost.
    fn cut_everywhere(&self) -> (u64, Vec<String>) {
        let states = std::env::var("JALON_CUT_STATES").ok().and_then(|count| count.parse().ok()).unwrap_or(2);
        let log = self.log.lock().expect("no thread panicked").clone();
        let (mut disk, mut saved) = (self.disk.clone(), self.saved.clone());
        let (mut tried, mut problems) = (0, Vec::new());
        for (rank, step) in log.iter().enumerate() {
            disk.take(step);
            if let Step::Saved(text) = step {
                saved.push(text.clone());
            }
            for state in 0..states {
                let seed = (rank as u64 + 1) * 7_919 + state;
                let mut cut = if state == 0 { Cut::DropsAll } else { Cut::Chooses(Random(seed)) };
                let after = Place { ground: self.place.ground.clone(), ..Place::new() };
                std::fs::remove_dir_all(&after.root).ok();
                let base = after.root.parent().expect("a folder");
                disk.leave(base, &mut cut);
                // The engine is told after the segments are durable: it never knows more than they.
                if seed.is_multiple_of(2) {
                    copy(&self.place.root.with_file_name("modèle"), &after.root.join("db"));
                }
                let what = format!("after step {rank} {step:.60?}, seed {seed}");
                problems.extend(check(&after, &saved, &what));
                tried += 1;
            }
        }
        (tried, problems)
    }
}

/// Opens after a cut; gives what is wrong, if anything is.
fn check(place: &Place, saved: &[String], what: &str) -> Option<String> {
    let (mut store, opening) = match place.try_open(40) {
        Ok(opened) => opened,
        Err(error) => return Some(format!("{what}: {error:?}")),
    };
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    let later = store.visit(|entry| {
        let payload = String::from_utf8(entry.payload.unwrap_or_default()).expect("text");
        let text = payload.split('"').nth(3).and_then(|text| text.split('/').next()).unwrap_or_default();
        *found.entry(text.to_owned()).or_default() += 1;
    });
    let repairs: Vec<Repair> = opening.repairs.into_iter().chain(later.expect("a visit")).collect();
    if let Some(serious) = repairs.iter().find(|repair| repair.is_serious()) {
        return Some(format!("{what}: {serious:?}"));
    }
    if let Some(lost) = saved.iter().find(|text| found.get(*text) != Some(&2)) {
        return Some(format!("{what}: {lost} was acknowledged"));
    }
    if found.values().any(|count| *count != 2) {
        return Some(format!("{what}: half a save: {found:?}"));
    }
    save(&mut store, "ensuite", 9, 10);
    None
}

/// Saves that change segments, meet new people, settle, back up and close.
fn a_day(rig: &Rig) {
    let mut store = rig.open();
    for number in 0..8_u8 {
        let text = format!("pendant {number}");
        save(&mut store, &text, 1 + number % 4, usize::from(number) * 350);
        rig.acknowledge(&text);
        if number == 3 {
            store.keep_draft("entretien", b"brouillon").expect("a draft");
            store.settle().expect("a settled store");
        }
    }
    store.close(at(100_000)).expect("a close");
}

#[test]
fn no_acknowledged_save_is_lost_by_a_power_cut() {
    let rig = Rig::new(false);
    a_day(&rig);
    let (tried, problems) = rig.cut_everywhere();
    assert!(problems.is_empty(), "{tried} states:\n{}", problems.join("\n"));
    assert!(tried > 100, "{tried} states");
}

#[test]
fn repairs_and_changes_of_the_passphrase_outlive_a_power_cut() {
    let rig = Rig::new(false);
    let segment = rig.place.root.join("segments/000001.seg");
    let mut bytes = std::fs::read(&segment).expect("a file");
    bytes[300] ^= 1;
    std::fs::write(&segment, bytes).expect("a write");
    std::fs::remove_file(rig.place.root.join("keyring")).expect("a removal");
    let base = rig.place.root.parent().expect("a folder");
    let rig = Rig { disk: Disk::load(base), ..rig };
    let mut store = rig.open();
    let same = super::passphrase();
    let cost = jalon::crypto::KdfCost::floor_for_tests();
    store.change_passphrase(&same, &same, cost).expect("a change");
    save(&mut store, "pendant", 3, 10);
    rig.acknowledge("pendant");
    drop(store);
    let (tried, problems) = rig.cut_everywhere();
    assert!(problems.is_empty(), "{tried} states:\n{}", problems.join("\n"));
}

/// The rig is alive: a store that forgets its syncs is caught.
#[test]
fn a_store_that_forgets_to_sync_is_caught() {
    let rig = Rig::new(true);
    a_day(&rig);
    let (_, problems) = rig.cut_everywhere();
    assert!(problems.iter().any(|problem| problem.contains("was acknowledged")), "{problems:?}");
}
