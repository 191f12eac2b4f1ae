//! A disk that fails, or a machine that stops for ever, at the n-th operation, for every n: what
//! was acknowledged is there on reopening, and a save is there whole or not at all.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jalon::crypto::{CryptoError, KdfCost, Key, Passphrase, Stretch};
use jalon::journal::entry::Digest;
use jalon::store::{Error, Files, RealFiles, Repair, Store, Written};

use super::{Place, at, copy, draft, person};

/// What happens at the n-th operation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Fault {
    /// It fails; the next ones succeed.
    Fails,
    /// It and all those after it fail: as if the machine had stopped there.
    Stops,
}

/// The real file layer, with a fault.
#[derive(Clone)]
pub(super) struct Faulty(Arc<Plan>);

struct Plan {
    count: AtomicU64,
    at: AtomicU64,
    fault: Fault,
    kind: io::ErrorKind,
}

impl Faulty {
    pub(super) fn new(fault: Fault) -> Self {
        Self::of_kind(fault, io::ErrorKind::StorageFull)
    }

    fn of_kind(fault: Fault, kind: io::ErrorKind) -> Self {
        Self(Arc::new(Plan { count: AtomicU64::new(0), at: AtomicU64::new(u64::MAX), fault, kind }))
    }

    /// The fault comes at the `n`-th operation from now.
    pub(super) fn arm(&self, n: u64) {
        self.0.at.store(self.0.count.load(Ordering::SeqCst) + n, Ordering::SeqCst);
    }

    pub(super) fn tripped(&self) -> bool {
        self.0.count.load(Ordering::SeqCst) >= self.0.at.load(Ordering::SeqCst)
    }

    fn step(&self) -> io::Result<()> {
        let count = self.0.count.fetch_add(1, Ordering::SeqCst) + 1;
        let at = self.0.at.load(Ordering::SeqCst);
        let faulty = match self.0.fault {
            Fault::Fails => count == at,
            Fault::Stops => count >= at,
        };
        if faulty { Err(io::Error::from(self.0.kind)) } else { Ok(()) }
    }
}

impl Files for Faulty {
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
        self.step()?;
        RealFiles.make_folder(path)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn Written>> {
        self.step()?;
        Ok(Box::new(FaultyFile { plan: self.clone(), file: RealFiles.create(path)? }))
    }

    fn reopen(&self, path: &Path) -> io::Result<Box<dyn Written>> {
        self.step()?;
        Ok(Box::new(FaultyFile { plan: self.clone(), file: RealFiles.reopen(path)? }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        RealFiles.rename(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.step()?;
        RealFiles.exchange(one, other)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        RealFiles.remove(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        RealFiles.remove_folder(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        RealFiles.sync_folder(path)
    }
}

struct FaultyFile {
    plan: Faulty,
    file: Box<dyn Written>,
}

impl Written for FaultyFile {
    /// A write that fails leaves part of what it wrote.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self.plan.step() {
            Ok(()) => self.file.append(bytes),
            Err(error) => {
                if self.plan.0.count.load(Ordering::SeqCst) == self.plan.0.at.load(Ordering::SeqCst) {
                    self.file.append(&bytes[..bytes.len() * 2 / 3])?;
                }
                Err(error)
            }
        }
    }

    fn sync(&mut self) -> io::Result<()> {
        self.plan.step()?;
        self.file.sync()
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.plan.step()?;
        self.file.cut(length)
    }
}

/// What was acknowledged: saves by their text, each of three entries, and the last draft.
#[derive(Default)]
struct Acknowledged {
    saves: Vec<String>,
    draft: Option<Vec<u8>>,
}

/// A stretch that costs nothing: the real one is tried elsewhere, and here a thousand times over
/// it would only take minutes.
pub(super) struct Quick;

impl Stretch for Quick {
    fn stretch(&self, passphrase: &Passphrase, salt: &[u8; 16], _: KdfCost) -> Result<Key, CryptoError> {
        let digest = Digest::of(salt, passphrase.expose().as_bytes());
        Ok(Key::from_slice(&digest.0).expect("32 bytes"))
    }
}

/// A prepared store, copied afresh for each case.
struct Bench {
    place: Place,
    saved: Vec<String>,
}

fn save(store: &mut Store, text: &str, who: u8, done: &mut Acknowledged) -> Result<(), Error> {
    let drafts = (0..3).map(|rank| draft(Some(person(who)), &format!("{text}/{rank}"))).collect();
    store.append(drafts, at(10))?;
    done.saves.push(text.to_owned());
    Ok(())
}

impl Bench {
    fn new() -> Self {
        let mut place = Place::new();
        place.ground.segment_bytes = 1024;
        place.ground.stretch = Arc::new(Quick);
        let mut done = Acknowledged::default();
        let mut store = place.create();
        for number in 0..4 {
            save(&mut store, &format!("avant {number}"), 1, &mut done).expect("a save");
        }
        store.keep_draft("entretien", b"avant").expect("a draft");
        store.close(at(20)).expect("a close");
        copy(&place.root, &place.root.with_file_name("modèle"));
        Self { place, saved: done.saves }
    }

    fn reset(&self) {
        for folder in [&self.place.root, &self.place.state] {
            if folder.exists() {
                std::fs::remove_dir_all(folder).expect("a removal");
            }
        }
        copy(&self.place.root.with_file_name("modèle"), &self.place.root);
    }

    /// The same place on a faulty ground.
    fn faulty(&self, fault: Fault) -> (Faulty, jalon::store::Ground) {
        let faulty = Faulty::new(fault);
        let ground = jalon::store::Ground { files: Arc::new(faulty.clone()), ..self.place.ground.clone() };
        (faulty, ground)
    }

    fn open_on(&self, ground: &jalon::store::Ground) -> Result<Store, Error> {
        let opened = Store::unlock_on(
            ground.clone(),
            &self.place.root,
            &self.place.state,
            &super::passphrase(),
            at(30),
        );
        opened.map(|(store, _)| store)
    }

    /// Runs `act` with a fault at every operation in turn, and checks the store after each.
    fn enumerate(
        &self,
        harm: impl Fn(&Self),
        act: impl Fn(&Self, &jalon::store::Ground, &Faulty, u64, &mut Acknowledged),
    ) -> u64 {
        let mut cases = 0;
        for fault in [Fault::Fails, Fault::Stops] {
            for n in 1.. {
                self.reset();
                harm(self);
                let (faulty, ground) = self.faulty(fault);
                let mut done = Acknowledged { saves: self.saved.clone(), draft: Some(b"avant".to_vec()) };
                act(self, &ground, &faulty, n, &mut done);
                self.check(&done, &format!("{fault:?} at {n}"));
                cases += 1;
                if !faulty.tripped() {
                    break;
                }
            }
        }
        cases
    }

    fn check(&self, done: &Acknowledged, what: &str) {
        let opened = self.place.try_open(40);
        assert!(opened.is_ok(), "{what}: {:?}", opened.err());
        let (mut store, opening) = opened.expect("an open store");
        let mut found: BTreeMap<String, usize> = BTreeMap::new();
        let mut chains = super::Chains::default();
        let later = store.visit(|entry| {
            chains.follow(&entry);
            let payload = String::from_utf8(entry.payload.expect("a payload")).expect("text");
            let text = payload.split('"').nth(3).and_then(|text| text.split('/').next()).expect("a text");
            *found.entry(text.to_owned()).or_default() += 1;
        });
        let serious = opening.repairs.iter().chain(&later.expect("a visit")).any(Repair::is_serious);
        assert!(!serious, "{what}: {opening:?}");
        chains.end_as_in(&store, what);
        for text in &done.saves {
            assert_eq!(found.get(text), Some(&3), "{what}: {text} was acknowledged");
        }
        assert!(found.values().all(|count| *count == 3), "{what}: half a save: {found:?}");
        let drafts = store.drafts().expect("drafts");
        let kept = drafts.iter().find(|(key, _)| key == "entretien").map(|(_, bytes)| bytes.clone());
        assert!(kept == done.draft || kept == Some(b"encore".to_vec()), "{what}: {kept:?}");
        save(&mut store, "ensuite", 5, &mut Acknowledged::default()).expect("a save");
    }
}

#[test]
fn saves_and_segment_changes() {
    let bench = Bench::new();
    let cases = bench.enumerate(
        |_| {},
        |bench, ground, faulty, n, done| {
            let mut store = bench.open_on(ground).expect("an open store");
            faulty.arm(n);
            for number in 0..4 {
                let who = 1 + number % 2;
                let saved = save(&mut store, &format!("pendant {number}"), who, done);
                if let Err(error) = saved {
                    assert!(matches!(error, Error::Full { .. }), "{error:?}");
                }
            }
        },
    );
    assert!(cases > 30, "{cases} cases");
}

#[test]
fn a_failed_save_can_be_made_again() {
    let bench = Bench::new();
    for n in 1..20 {
        bench.reset();
        let (faulty, ground) = bench.faulty(Fault::Fails);
        let mut store = bench.open_on(&ground).expect("an open store");
        let mut done = Acknowledged { saves: bench.saved.clone(), draft: Some(b"avant".to_vec()) };
        faulty.arm(n);
        for number in 0..3 {
            let text = format!("pendant {number}");
            if save(&mut store, &text, 2, &mut done).is_err() {
                save(&mut store, &text, 2, &mut done).expect("the disk has room again");
            }
        }
        assert_eq!(done.saves.len(), 7);
        drop(store);
        bench.check(&done, &format!("again at {n}"));
    }
}

#[test]
fn openings() {
    let bench = Bench::new();
    let torn = |bench: &Bench| {
        // A save that was being written, and an engine that lacks the last ones.
        let mut names: Vec<_> = std::fs::read_dir(bench.place.root.join("segments"))
            .expect("a folder")
            .map(|entry| entry.expect("an entry").path())
            .collect();
        names.sort();
        let last = names.last().expect("a segment");
        let mut bytes = std::fs::read(last).expect("a file");
        bytes.extend_from_within(..100);
        std::fs::write(last, bytes).expect("a write");
    };
    let cases = bench.enumerate(torn, open_only);
    assert!(cases > 10, "{cases} cases");
}

#[test]
fn rebuilds_of_the_engine() {
    let bench = Bench::new();
    let broken = |bench: &Bench| {
        std::fs::write(bench.place.root.join("db/conf"), "rien").expect("a write");
    };
    let cases = bench.enumerate(broken, open_only);
    assert!(cases > 10, "{cases} cases");
}

#[test]
fn repairs_of_a_segment() {
    let bench = Bench::new();
    let flipped = |bench: &Bench| {
        let path = bench.place.root.join("segments/000001.seg");
        let mut bytes = std::fs::read(&path).expect("a file");
        bytes[700] ^= 1;
        std::fs::write(path, bytes).expect("a write");
    };
    let cases = bench.enumerate(flipped, open_only);
    assert!(cases > 10, "{cases} cases");
}

#[test]
fn repairs_of_small_files() {
    let bench = Bench::new();
    let gone = |bench: &Bench| {
        for name in ["keyring", "station.json.twin", "slots/00-passphrase.slot"] {
            std::fs::remove_file(bench.place.root.join(name)).expect("a removal");
        }
    };
    let cases = bench.enumerate(gone, open_only);
    assert!(cases > 20, "{cases} cases");
}

fn open_only(bench: &Bench, ground: &jalon::store::Ground, faulty: &Faulty, n: u64, _: &mut Acknowledged) {
    faulty.arm(n);
    if let Err(error) = bench.open_on(ground) {
        assert!(error.is_environment(), "{error:?}");
    }
}

#[test]
fn drafts() {
    let bench = Bench::new();
    let cases = bench.enumerate(
        |_| {},
        |bench, ground, faulty, n, done| {
            let mut store = bench.open_on(ground).expect("an open store");
            faulty.arm(n);
            if store.keep_draft("entretien", b"encore").is_ok() {
                done.draft = Some(b"encore".to_vec());
            }
            drop(store.put_local("vue", b"encore"));
        },
    );
    assert!(cases > 20, "{cases} cases");
}

#[test]
fn closings_and_backups() {
    let bench = Bench::new();
    let cases = bench.enumerate(
        |_| {},
        |bench, ground, faulty, n, done| {
            let mut store = bench.open_on(ground).expect("an open store");
            save(&mut store, "pendant", 2, done).expect("a save");
            faulty.arm(n);
            let closed = store.close(at(200_000));
            let whole = closed.is_ok() && !faulty.tripped();
            let (store, _) = bench.place.try_open(35).expect("an open store");
            let backups = store.own_backups().expect("backups");
            assert!(backups.iter().all(|(_, entries)| entries.is_some()), "{n}: {backups:?}");
            assert!(!backups.is_empty() && (!whole || backups[0].1 == Some(15)), "{n}: {backups:?}");
        },
    );
    assert!(cases > 50, "{cases} cases");
}

#[test]
fn passphrase_changes() {
    let bench = Bench::new();
    let new = Passphrase::new("une autre phrase assez longue");
    for fault in [Fault::Fails, Fault::Stops] {
        for n in 1.. {
            bench.reset();
            let (faulty, ground) = bench.faulty(fault);
            let mut store = bench.open_on(&ground).expect("an open store");
            faulty.arm(n);
            let cost = KdfCost::floor_for_tests();
            let changed = store.change_passphrase(&super::passphrase(), &new, cost);
            drop(store);
            let open = |with: &Passphrase, seconds| {
                let (root, state) = (&bench.place.root, &bench.place.state);
                Store::unlock_on(bench.place.ground.clone(), root, state, with, at(seconds)).is_ok()
            };
            if changed.is_ok() {
                assert!(!open(&super::passphrase(), 1_000), "{n}: the old one still opens");
                assert!(open(&new, 2_000), "{n}: the new one does not open");
            } else {
                assert!(open(&super::passphrase(), 1_000) || open(&new, 2_000), "{n}: nothing opens");
            }
            if !faulty.tripped() {
                break;
            }
        }
    }
}

#[test]
fn creations() {
    let mut place = Place::new();
    place.ground.stretch = Arc::new(Quick);
    let passphrase = super::passphrase();
    for fault in [Fault::Fails, Fault::Stops] {
        for n in 1.. {
            for folder in [&place.root, &place.state] {
                if folder.exists() {
                    std::fs::remove_dir_all(folder).expect("a removal");
                }
            }
            let faulty = Faulty::new(fault);
            faulty.arm(n);
            let ground = jalon::store::Ground { files: Arc::new(faulty.clone()), ..place.ground.clone() };
            let made = Store::create_on(ground, &place.root, &place.state, &super::setup(&passphrase), at(0));
            let made = made.map(drop);
            let there = Store::exists(&place.root);
            assert!(there || made.is_err(), "{n}: acknowledged and not there");
            if there {
                place.try_open(1).expect("what is there is whole");
            } else {
                drop(place.create());
            }
            if !faulty.tripped() {
                break;
            }
        }
    }
    let left = std::fs::read_dir(place.root.parent().expect("a folder")).expect("a folder").count();
    assert_eq!(left, 2, "nothing is left beside");
}

#[test]
fn restorations() {
    let bench = Bench::new();
    let cases = bench.enumerate(
        |_| {},
        |bench, ground, faulty, n, done| {
            let folder = bench.place.root.join("backups");
            let name = RealFiles.list(&folder).expect("a folder").pop().expect("a backup");
            faulty.arm(n);
            let places =
                [folder.join(name).as_path(), &bench.place.root, &bench.place.state].map(Path::to_owned);
            let places = [&*places[0], &*places[1], &*places[2]];
            let restored = Store::restore_on(ground.clone(), places, &super::passphrase(), at(50));
            if let Ok(restored) = restored {
                assert_eq!((restored.entries, restored.epoch), (12, 2));
            }
            // The draft of the backup is the one of the store.
            done.draft = Some(b"avant".to_vec());
            for entry in std::fs::read_dir(bench.place.root.parent().expect("a folder")).expect("a folder") {
                let path = entry.expect("an entry").path();
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                if name.contains(".before-") || name.contains(".new-") {
                    std::fs::remove_dir_all(path).expect("a removal");
                }
            }
        },
    );
    assert!(cases > 50, "{cases} cases");
}

#[test]
fn what_the_disk_refuses_is_told_apart() {
    let bench = Bench::new();
    let expected = [
        (io::ErrorKind::StorageFull, "store-full"),
        (io::ErrorKind::QuotaExceeded, "store-full"),
        (io::ErrorKind::ReadOnlyFilesystem, "store-read-only"),
        (io::ErrorKind::PermissionDenied, "store-forbidden"),
        (io::ErrorKind::Other, "store-disk"),
    ];
    for (kind, id) in expected {
        bench.reset();
        let faulty = Faulty::of_kind(Fault::Stops, kind);
        let ground = jalon::store::Ground { files: Arc::new(faulty.clone()), ..bench.place.ground.clone() };
        let mut store = bench.open_on(&ground).unwrap();
        faulty.arm(1);
        let mut done = Acknowledged { saves: bench.saved.clone(), draft: Some(b"avant".to_vec()) };
        let error = save(&mut store, "pendant", 1, &mut done).unwrap_err();
        assert_eq!(error.id(), id);
        assert!(error.is_environment());
        if let Error::Full { needed_bytes } = error {
            assert!(needed_bytes > 100, "{needed_bytes}");
        }
        drop(store);
        bench.check(&done, id);
    }
}
