//! Erasing a person: whoever has the passphrase and every byte of the disk reads nothing of them any
//! more; whatever is cut short is before or after; what an older copy brings back is erased again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jalon::crypto::{KdfCost, Key, open, unwrap_key};
use jalon::domain::body::Body;
use jalon::domain::codes::{ContactKind, StationRole};
use jalon::domain::contact::Contact;
use jalon::domain::erasure::{AgeBand, ErasureReason};
use jalon::domain::evidence::{Evidence, EvidenceKind};
use jalon::domain::id::PersonId;
use jalon::domain::person::Person;
use jalon::store::{Files as _, Ground, RealFiles, Store};
use jalon::usecase::attachments::Attaching;
use jalon::usecase::request::{Change, DraftKey, Save, SetUp};
use jalon::usecase::session::Session;
use jalon::usecase::worker;
use secrecy::SecretString;

use super::faults::{Fault, Faulty, Quick};
use super::{PASSPHRASE, at, copy, for_owner_only, passphrase};

const DAY: i64 = 86_400;
/// What must not be read any more.
const CANARY: &str = "Kanarievogel";

/// A station of two people, with backups, a store that a restoration put aside, and traces of the
/// first person wherever something can be kept.
struct Lived {
    folder: tempfile::TempDir,
    ground: Ground,
    who: PersonId,
    other: PersonId,
}

fn save(session: &mut Session, person: Option<PersonId>, body: Body, seconds: i64) -> PersonId {
    let change = Change { person, replaces: None, body: Some(body) };
    let save = Save { changes: vec![change], draft: None, confirmed: true };
    let patch = session.save(save, at(seconds)).expect("a save");
    patch.files[0].0
}

fn named(name: &str) -> Body {
    Body::Person(Person::new(name, "Nadia", "1988-03-12".parse().expect("a date")))
}

fn said(text: &str) -> Body {
    let date = "2026-10-20".parse().expect("a date");
    Body::Contact(Contact { date, kind: ContactKind::ALL[0], result: text.to_owned() })
}

impl Lived {
    fn new() -> Self {
        for_owner_only();
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder");
        let ground = Ground { segment_bytes: 4096, stretch: Arc::new(Quick), ..Ground::default() };
        let mut lived = Self { folder, ground, who: PersonId([0; 16]), other: PersonId([0; 16]) };
        let set_up = SetUp {
            role: StationRole::Counsellor,
            name: "Claire Morin".to_owned(),
            lots: Vec::new(),
            passphrase: SecretString::from(PASSPHRASE),
        };
        let place = lived.place();
        let cost = KdfCost::floor_for_tests();
        let mut session =
            Session::set_up_on(lived.ground.clone(), &place, set_up, cost, at(0)).expect("a station");
        lived.who = save(&mut session, None, named(CANARY), 1);
        lived.other = save(&mut session, None, named("Martin"), 2);
        lived.leave_traces(&mut session);
        session.close(at(DAY)).expect("closed");
        let mut session = lived.open(2 * DAY);
        save(&mut session, Some(lived.who), said(CANARY), 2 * DAY);
        session.store().backup_to(lived.folder.path(), at(2 * DAY)).expect("a backup");
        session.close(at(2 * DAY)).expect("closed");
        let mut session = lived.open(3 * DAY);
        lived.leave_traces(&mut session);
        session.close(at(3 * DAY)).expect("closed");
        // A restoration puts the store of today aside, with all that it has.
        lived.restore();
        let mut session = lived.open(4 * DAY);
        lived.leave_traces(&mut session);
        session.close(at(4 * DAY)).expect("closed");
        copy(&lived.path("poste"), &lived.path("modèle"));
        copy(&lived.path("repère"), &lived.path("modèle-repère"));
        lived
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn place(&self) -> worker::Place {
        worker::Place { data: self.path("poste"), state: self.path("repère") }
    }

    fn elsewhere(&self) -> PathBuf {
        let names = RealFiles.list(self.folder.path()).expect("a folder");
        self.path(names.iter().find(|name| name.starts_with("jalon-")).expect("a backup"))
    }

    fn restore(&self) {
        let (from, place) = (self.elsewhere(), self.place());
        let ways: [&Path; 3] = [&from, &place.data, &place.state];
        Store::restore_on(self.ground.clone(), ways, &passphrase(), at(3 * DAY)).expect("restored");
    }

    fn reset(&self) {
        for (from, to) in [("modèle", "poste"), ("modèle-repère", "repère")] {
            std::fs::remove_dir_all(self.path(to)).expect("a removal");
            copy(&self.path(from), &self.path(to));
        }
    }

    fn try_open(&self, ground: &Ground, seconds: i64) -> Result<Session, jalon::usecase::error::Error> {
        let passphrase = SecretString::from(PASSPHRASE);
        Session::unlock_on(ground.clone(), &self.place(), &passphrase, at(seconds))
            .map(|(session, _)| session)
    }

    fn open(&self, seconds: i64) -> Session {
        self.try_open(&self.ground, seconds).expect("an open station")
    }

    fn leave_traces(&self, session: &mut Session) {
        let who = self.who;
        save(session, Some(who), said(CANARY), 10);
        save(session, Some(self.other), said("autre chose"), 11);
        let path = self.path("pièce.txt");
        std::fs::write(&path, format!("{CANARY} sur papier")).expect("a file");
        let attaching = Attaching {
            person: who,
            replaces: None,
            evidence: Evidence::new(EvidenceKind::ALL[0]),
            path: path.display().to_string(),
        };
        session.attach(attaching, at(12)).expect("attached");
        std::fs::remove_file(path).expect("a removal");
        for (form, person) in [("contact", Some(who)), ("quick", None)] {
            let key = DraftKey { form: form.to_owned(), person, object: None };
            session.keep_draft(&key, CANARY.as_bytes(), at(13)).expect("a draft");
        }
        let key = DraftKey { form: "contact".to_owned(), person: Some(self.other), object: None };
        session.keep_draft(&key, b"de l'autre", at(13)).expect("a draft");
        let habits = format!("{{\"family_name\":\"{CANARY}\"}}");
        session.remember("last.person", habits.as_bytes()).expect("remembered");
        session.remember("views", CANARY.to_lowercase().as_bytes()).expect("remembered");
        session.remember("sort", b"name").expect("remembered");
        session.keep_same(&[(format!("{CANARY}-7"), who), ("R2".to_owned(), self.other)]).expect("kept");
    }
}

/// Everything under `folder` that is no folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// A second reader of small files, from the format that is written down: it knows the passphrase.
struct Reader {
    master: Key,
    station: Vec<u8>,
}

impl Reader {
    fn of(root: &Path) -> Self {
        let slot = std::fs::read(root.join("slots/00-passphrase.slot")).expect("a slot");
        let master = unwrap_key(&Quick, &passphrase(), &slot).expect("the master key");
        let file = std::fs::read(root.join("station.json")).expect("a file");
        let file: serde_json::Value = serde_json::from_slice(&file).expect("JSON");
        let station = file["station"].as_str().expect("a station");
        let byte = |at: usize| u8::from_str_radix(&station[at..at + 2], 16).expect("hexadecimal");
        Self { master, station: (0..station.len()).step_by(2).map(byte).collect() }
    }

    /// What the file hides, when it is one that the keys of the station open.
    fn read(&self, path: &Path) -> Option<Vec<u8>> {
        let name = path.file_name()?.to_str()?.trim_end_matches(".part").trim_end_matches(".twin");
        let area = path.parent()?.file_name()?.to_str()?;
        let (label, what, place) = match (area, name) {
            (_, "keyring") => ("jalon/keyring/v1", "keyring/1", String::new()),
            (_, "stated") => ("jalon/anchor/v1", "stated/1", String::new()),
            ("drafts" | "local" | "ledger" | "secrets", _) => {
                ("jalon/shelf/v1", "shelf/1", format!("{area}/{name}"))
            }
            _ => return None,
        };
        let context = [what.as_bytes(), &[0], &self.station, place.as_bytes()].concat();
        let sealed = std::fs::read(path).expect("a file");
        Some(open(&self.master.subkey(label), &context, &sealed).expect("a sound file"))
    }

    /// The key of a person, in a keyring.
    fn key_of(&self, person: PersonId, keyring: &Path) -> Option<Vec<u8>> {
        let ring = self.read(keyring)?;
        let found = ring[8..].chunks_exact(49).find(|kept| kept[..16] == person.0 && kept[16] == 1)?;
        Some(found[17..].to_vec())
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Files of the disk, but for the copy that the test keeps and the backup made elsewhere, in which
/// the key or the canary can be read.
fn readable(lived: &Lived, key: &[u8]) -> Vec<PathBuf> {
    let reader = Reader::of(&lived.path("poste"));
    let (elsewhere, model) = (lived.elsewhere(), lived.path("modèle"));
    let betrays = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        contains(bytes, key) || text.contains(&CANARY.to_lowercase())
    };
    let looked = files(lived.folder.path())
        .into_iter()
        .filter(|path| !path.starts_with(&elsewhere) && !path.starts_with(&model))
        .filter(|path| !path.starts_with(lived.path("modèle-repère")));
    let found = looked.filter(|path| {
        let raw = std::fs::read(path).expect("a file");
        betrays(&raw) || reader.read(path).is_some_and(|plain| betrays(&plain))
    });
    found.collect()
}

fn key_before(lived: &Lived) -> Vec<u8> {
    let root = lived.path("poste");
    Reader::of(&root).key_of(lived.who, &root.join("keyring")).expect("a key")
}

#[test]
fn with_the_passphrase_and_every_byte_nothing_of_the_person_is_read_any_more() {
    let lived = Lived::new();
    let key = key_before(&lived);
    let before = readable(&lived, &key);
    assert!(before.len() > 20, "the reader finds what is to be found: {before:?}");
    let blobs = files(&lived.path("poste/blobs")).len();
    let mut session = lived.open(5 * DAY);
    let head = session.store().len();
    let plan = session.look_at_erasure(lived.who).unwrap();
    assert_eq!((plan.reach.drafts, plan.attachments), (2, 1));
    assert!(plan.reach.copies.len() >= 3, "{:?}", plan.reach.copies);
    assert_eq!(session.store().len(), head, "a look changes nothing");
    let patch = session.erase(lived.who, ErasureReason::Request, at(5 * DAY)).unwrap();
    assert!(patch.files.iter().any(|(id, file)| *id == lived.who && file.is_none()));
    assert_eq!(readable(&lived, &key), Vec::<PathBuf>::new());
    assert!(files(&lived.path("poste/blobs")).len() < blobs, "attachments are destroyed");
    session.close(at(5 * DAY)).unwrap();
    assert_eq!(readable(&lived, &key), Vec::<PathBuf>::new(), "nor after the backup of the day");

    let mut session = lived.open(6 * DAY);
    assert!(session.file(lived.who).is_err() && session.file(lived.other).is_ok());
    assert_eq!(session.store_mut().entries_of(lived.other).unwrap().len(), 3);
    let unread = session.store_mut().entries_of(lived.who).unwrap();
    assert!(unread.iter().all(|entry| entry.payload.is_none()), "headers only");
    let certificate = session.certificates()[0].value.clone();
    assert_eq!((certificate.entries, certificate.attachments), (unread.len() as u64, 1));
    assert_eq!((certificate.person, certificate.by.as_str()), (lived.who, "Claire Morin"));
    assert_eq!(session.drafts().unwrap().len(), 1, "the other person's draft stays");
    let sound = session.store().own_backups().unwrap();
    assert!(sound.iter().all(|(_, entries)| entries.is_some()), "backups still hold together: {sound:?}");
    while session.undo(at(6 * DAY)).is_ok() {}
    assert!(session.file(lived.who).is_err(), "undo brings nothing back");
    let again = Change { person: Some(lived.who), replaces: None, body: Some(named(CANARY)) };
    let again = Save { changes: vec![again], draft: None, confirmed: true };
    assert!(session.save(again, at(6 * DAY)).is_err(), "there is no key any more");
}

#[test]
fn a_backup_made_before_brings_nobody_back() {
    let lived = Lived::new();
    let key = key_before(&lived);
    let mut session = lived.open(5 * DAY);
    session.erase(lived.who, ErasureReason::Retention, at(5 * DAY)).unwrap();
    session.close(at(5 * DAY)).unwrap();
    lived.restore();
    let session = lived.open(6 * DAY);
    assert!(session.file(lived.who).is_err() && session.file(lived.other).is_ok());
    assert!(session.store().is_erased(lived.who));
    drop(session);
    let left = readable(&lived, &key);
    let keyring = left.iter().find(|path| path.display().to_string().contains("keyring"));
    assert_eq!(keyring, None, "{left:?}");
}

#[test]
fn an_old_keyring_put_back_is_erased_at_the_next_opening() {
    let lived = Lived::new();
    let key = key_before(&lived);
    let old = std::fs::read(lived.path("poste/keyring")).unwrap();
    let mut session = lived.open(5 * DAY);
    session.erase(lived.who, ErasureReason::Mistake, at(5 * DAY)).unwrap();
    session.close(at(5 * DAY)).unwrap();
    for name in ["poste/keyring", "poste/keyring.twin"] {
        std::fs::write(lived.path(name), &old).unwrap();
    }
    let session = lived.open(6 * DAY);
    assert!(session.file(lived.who).is_err());
    assert_eq!(session.certificates().len(), 1, "one erasure, one certificate");
    assert_eq!(readable(&lived, &key), Vec::<PathBuf>::new());
}

#[test]
fn cut_short_anywhere_it_is_before_or_after_and_doing_it_again_finishes() {
    let lived = Lived::new();
    let key = key_before(&lived);
    let (mut before, mut after) = (0, 0);
    let stride = if std::env::var_os("JALON_ERASE_CUTS").is_some_and(|it| it == "all") { 1 } else { 9 };
    for (fault, first) in [(Fault::Fails, 1), (Fault::Stops, 4)] {
        for n in (first..).step_by(stride) {
            lived.reset();
            let faulty = Faulty::new(fault);
            let ground = Ground { files: Arc::new(faulty.clone()), ..lived.ground.clone() };
            let mut session = lived.try_open(&ground, 5 * DAY).expect("an open station");
            faulty.arm(n);
            let done = session.erase(lived.who, ErasureReason::Request, at(5 * DAY));
            let tripped = faulty.tripped();
            drop(session);
            let mut session = lived.open(6 * DAY);
            let is_certified = !session.certificates().is_empty();
            assert_eq!(session.file(lived.who).is_err(), is_certified, "{fault:?} at {n}");
            assert!(done.is_err() || is_certified, "{fault:?} at {n}");
            assert!(session.file(lived.other).is_ok());
            if is_certified {
                after += 1;
            } else {
                before += 1;
                session.erase(lived.who, ErasureReason::Request, at(6 * DAY)).expect("erased again");
            }
            assert_eq!(readable(&lived, &key), Vec::<PathBuf>::new(), "{fault:?} at {n}");
            let sound = session.store().own_backups().unwrap();
            assert!(sound.iter().all(|(_, entries)| entries.is_some()), "{fault:?} at {n}: {sound:?}");
            if !tripped {
                break;
            }
        }
    }
    assert!(before >= 1 && after > 12, "{before} before, {after} after");
}

#[test]
fn what_counts_need_stays_without_a_day_of_anybodys_life() {
    let day = |text: &str| text.parse().expect("a date");
    assert_eq!(AgeBand::on(day("2000-03-12"), day("2026-03-11")), AgeBand::Under26);
    assert_eq!(AgeBand::on(day("2000-03-12"), day("2026-03-12")), AgeBand::From26To49);
    assert_eq!(AgeBand::on(day("1976-03-12"), day("2026-03-12")), AgeBand::From50);
}
