//! A disk that is full: whatever was asked says so, nothing that was done is lost, and it works
//! again, in the same session, once there is room.
//!
//! Twice: on a small file system of its own, where this process may mount one, and everywhere
//! under a limit on the length of files, which cuts a write at any byte. `JALON_FULL_DISK=all`
//! tries every amount of room instead of every third.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use jalon::crypto::KdfCost;
use jalon::domain::body::Body;
use jalon::domain::now::Now;
use jalon::domain::person::Person;
use jalon::store::{Ground, Repair, Store};
use jalon::tabular::Sheet;
use jalon::usecase::error::Error;
use jalon::usecase::request::{Change, DraftKey, Save};
use jalon::usecase::session::Session;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use super::faults::Quick;
use super::kill::say;
use super::{at, close_to_others, copy, passphrase, setup};

/// What the child is told, by the environment: where, and what is scarce there.
const WHERE: &str = "JALON_FULL_DIR";
const WHAT: &str = "JALON_FULL_WHAT";

/// Bytes of the small file system.
const SIZE: &str = "size=16m";

/// What there is too little of.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Scarce {
    /// Blocks of the file system.
    Room,
    /// Bytes that a file may have.
    Length,
}

/// What is asked of a station.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Ask {
    Save,
    Draft,
    Remember,
    Export,
    BackUp,
    BackUpElsewhere,
    Import,
    Passphrase,
    Undo,
    Close,
    Restore,
}

const ASKED: [Ask; 11] = [
    Ask::Save,
    Ask::Draft,
    Ask::Remember,
    Ask::Export,
    Ask::BackUp,
    Ask::BackUpElsewhere,
    Ask::Import,
    Ask::Passphrase,
    Ask::Undo,
    Ask::Close,
    Ask::Restore,
];

fn ground() -> Ground {
    Ground { stretch: Arc::new(Quick), ..Ground::default() }
}

fn places(base: &Path) -> (PathBuf, PathBuf) {
    (base.join("poste"), base.join("repère"))
}

fn later() -> Now {
    at(200_000)
}

fn open(base: &Path) -> Result<Session, Error> {
    let (root, state) = places(base);
    let (store, opening) = Store::unlock_on(ground(), &root, &state, &passphrase(), later())?;
    assert!(!opening.repairs.iter().any(Repair::is_serious), "{opening:?}");
    Session::open(store)
}

fn table(first: usize, people: usize) -> String {
    let mut table = "ref;nom;prenom;naissance;commune\n".to_owned();
    for rank in first..first + people {
        table.push_str(&format!("A{rank};Belkacem;Nadia;02/04/1985;Cléon\n"));
    }
    table
}

fn import(session: &mut Session, first: usize, people: usize) -> Result<(), Error> {
    let table = table(first, people);
    let reading = session.read_import(&[Sheet::new("personnes.csv", table.as_bytes())], later());
    session.import(&reading, later()).map(drop)
}

/// A station with forty people, a programme of its own, a draft and two backups.
fn model(base: &Path) {
    std::fs::create_dir_all(base.join("ailleurs")).expect("a folder");
    let (root, state) = places(base);
    let phrase = passphrase();
    let store = Store::create_on(ground(), &root, &state, &setup(&phrase), at(0)).expect("a store");
    let mut session = Session::open(store).expect("a session");
    import(&mut session, 0, 40).expect("an import");
    session.found_demo(at(0)).expect("a programme");
    session.keep_draft(&key(), b"avant", at(0)).expect("a draft");
    session.store().backup_to(&base.join("ailleurs"), at(0)).expect("a backup");
    session.close(at(0)).expect("a close");
    // Something new, so that there is a backup to make.
    open(base).expect("a station").remember("filter", b"late").expect("a setting");
}

fn key() -> DraftKey {
    DraftKey { form: "interview".to_owned(), person: None, object: None }
}

fn ask(what: Ask, base: &Path, session: &mut Option<Session>) -> Result<(), Error> {
    match what {
        Ask::Close => session.take().expect("an open session").close(later()),
        Ask::Restore => {
            drop(session.take());
            let (root, state) = places(base);
            let mut backups = std::fs::read_dir(base.join("ailleurs")).expect("a folder");
            let backup = backups.find_map(|entry| Some(entry.ok()?.path()).filter(|it| it.is_dir()));
            let backup = backup.expect("a backup");
            let restored = Store::restore_on(ground(), [&backup, &root, &state], &passphrase(), later());
            Ok(restored.map(drop)?)
        }
        other => ask_open(other, base, session.as_mut().expect("an open session")),
    }
}

fn ask_open(what: Ask, base: &Path, session: &mut Session) -> Result<(), Error> {
    match what {
        Ask::Save => {
            let person = Person::new("Diallo", "Awa", "1990-01-01".parse().expect("a date"));
            let change = Change { person: None, replaces: None, body: Some(Body::Person(person)) };
            session.save(Save { changes: vec![change], draft: None, confirmed: true }, later()).map(drop)
        }
        Ask::Draft => session.keep_draft(&key(), &[b'x'; 3_000], later()),
        Ask::Remember => session.remember("sort", b"name"),
        Ask::Export => session.export(&base.join("ailleurs"), None, later()).map(drop),
        Ask::BackUp => Ok(session.store().backup_daily(later()).map(drop)?),
        Ask::BackUpElsewhere => Ok(session.store().backup_to(&base.join("ailleurs"), later()).map(drop)?),
        Ask::Import => import(session, 1_000, 60),
        Ask::Passphrase => {
            let cost = KdfCost::floor_for_tests();
            Ok(session.store_mut().change_passphrase(&passphrase(), &passphrase(), cost)?)
        }
        Ask::Undo => session.undo(later()).map(drop),
        Ask::Close | Ask::Restore => unreachable!("asked of a station that is not open"),
    }
}

/// What a station holds: people, drafts, and whether its backups hold together.
fn held(session: &Session) -> (usize, Vec<Vec<u8>>) {
    let drafts = session.drafts().expect("drafts").into_iter().map(|draft| draft.bytes).collect();
    (session.caseload().files.len(), drafts)
}

/// Whether an error is the one that says that there is no room.
fn says_so(error: &Error) -> bool {
    matches!(error.failure().id, "store-full" | "file-full")
}

impl Scarce {
    /// Leaves `bytes`, of room or to any file.
    fn tighten(self, dir: &Path, bytes: u64) {
        match self {
            Self::Room => {
                let mut filler = std::fs::File::create(dir.join("comble")).expect("a file");
                let found = rustix::fs::fstatvfs(&filler).expect("figures");
                let mut rest = (found.f_bavail * found.f_frsize).saturating_sub(bytes);
                while rest > 0 {
                    let piece = usize::try_from(rest.min(4_096)).expect("a page");
                    if filler.write_all(&[0; 4_096][..piece]).is_err() {
                        break;
                    }
                    rest -= piece as u64;
                }
            }
            Self::Length => limit(Some(bytes)),
        }
    }

    fn relax(self, dir: &Path) {
        match self {
            Self::Room => std::fs::remove_file(dir.join("comble")).expect("a removal"),
            Self::Length => limit(getrlimit(Resource::Fsize).maximum),
        }
    }

    fn amounts(self) -> &'static [u64] {
        match self {
            Self::Room => &[0, 4_096, 8_192, 16_384, 40_960, 98_304],
            Self::Length => &[0, 1, 100, 511, 1_000, 4_096, 20_000, 60_000],
        }
    }
}

fn limit(current: Option<u64>) {
    let maximum = getrlimit(Resource::Fsize).maximum;
    setrlimit(Resource::Fsize, Rlimit { current, maximum }).expect("a limit that may be set");
}

/// Asks `what` with so many bytes left, then again with room; says whether it was refused.
fn trial(scarce: Scarce, dir: &Path, model: &Path, what: Ask, bytes: u64) -> bool {
    let base = dir.join("base");
    copy(model, &base);
    close_to_others(&base);
    let told = format!("{what:?} with {bytes} bytes of {scarce:?}");
    let mut session = Some(open(&base).expect("room so far"));
    let before = held(session.as_ref().expect("just opened"));
    scarce.tighten(dir, bytes);
    let asked = ask(what, &base, &mut session);
    if let Err(error) = &asked {
        assert!(says_so(error), "{told}: {error:?}");
        if let Some(session) = &session {
            assert_eq!(held(session), before, "{told}: what was refused shows");
        }
    }
    if asked.is_err() && what != Ask::Restore && what != Ask::Close {
        // It works again in the same session.
        scarce.relax(dir);
        ask(what, &base, &mut session).unwrap_or_else(|error| unreachable!("{told}, again: {error:?}"));
        scarce.tighten(dir, bytes);
    }
    let after = session.as_ref().map(held);
    drop(session);
    match open(&base) {
        Ok(session) => drop(session),
        Err(error) => assert!(says_so(&error), "{told}: opening says {error:?}"),
    }
    scarce.relax(dir);
    if let Err(error) = &asked
        && (what == Ask::Restore || what == Ask::Close)
    {
        let mut session = Some(open(&base).expect(&told));
        let again = ask(what, &base, &mut session);
        assert!(again.is_ok(), "{told}: first {error:?}, then {again:?}");
    }
    let session = open(&base).unwrap_or_else(|error| unreachable!("{told}: {error:?}"));
    if let Some(after) = after {
        assert_eq!(held(&session), after, "{told}: lost");
    } else {
        assert_eq!(held(&session).0, 40, "{told}: lost");
    }
    let own = session.store().own_backups().expect("backups");
    assert!(own.iter().all(|(_, entries)| entries.is_some()), "{told}: {own:?}");
    session.close(at(400_000)).unwrap_or_else(|error| unreachable!("{told}: {error:?}"));
    assert_eq!(open(&base).expect(&told).store_mut().visit(drop).expect(&told), [], "{told}");
    std::fs::remove_dir_all(&base).expect("a removal");
    asked.is_err()
}

/// Not a test of its own: what is done where there is too little.
#[test]
fn child() {
    let Ok(dir) = std::env::var(WHERE) else { return };
    let (scarce, dir) = match std::env::var(WHAT).as_deref() {
        Ok("room") => (Scarce::Room, PathBuf::from(dir)),
        _ => (Scarce::Length, PathBuf::from(dir)),
    };
    let elsewhere = tempfile::tempdir().expect("a folder");
    let prepared = elsewhere.path().join("modèle");
    model(&prepared);
    let mut refused: BTreeMap<Ask, usize> = BTreeMap::new();
    let every = if std::env::var("JALON_FULL_DISK").is_ok_and(|it| it == "all") { 1 } else { 3 };
    let amounts: Vec<&u64> = scarce.amounts().iter().step_by(every).collect();
    for what in ASKED {
        for bytes in &amounts {
            *refused.entry(what).or_default() += usize::from(trial(scarce, &dir, &prepared, what, **bytes));
        }
    }
    let trials = ASKED.len() * amounts.len();
    say(&format!("full disk, {scarce:?}: {trials} trials, refused {refused:?}, nothing lost"));
    let always = refused.iter().find(|(_, times)| **times == 0);
    assert!(always.is_none(), "never refused: {always:?}");
}

/// Runs the child under a shell that prepares its surroundings; gives what it said.
fn run(shell: &[&str], script: &str, dir: &Path, what: &str) -> String {
    let output = Command::new(shell[0])
        .args(&shell[1..])
        .arg(script)
        .arg(std::env::current_exe().expect("this binary"))
        .args(["--exact", "store::full_disk::child", "--nocapture"])
        .env(WHERE, dir)
        .env(WHAT, what)
        .env("MOUNT_OPTIONS", SIZE)
        .stdin(Stdio::null())
        .output()
        .expect("a child");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

const MOUNT: &str = "mount -t tmpfs -o \"$MOUNT_OPTIONS,mode=700\" none \"$JALON_FULL_DIR\"";

/// Whether a small file system can be mounted, in a space of names of its own.
fn may_mount(dir: &Path) -> bool {
    let tried = Command::new("unshare")
        .args(["-rm", "sh", "-c", MOUNT])
        .env(WHERE, dir)
        .env("MOUNT_OPTIONS", SIZE)
        .stderr(Stdio::null())
        .status();
    tried.is_ok_and(|status| status.success())
}

#[test]
fn nothing_is_lost_on_a_full_file_system() {
    let dir = tempfile::tempdir().expect("a folder");
    if !may_mount(dir.path()) {
        say("skipped: a full file system: none can be mounted here (unshare -rm)");
        return;
    }
    let script = format!("{MOUNT} && exec \"$0\" \"$@\"");
    let said = run(&["unshare", "-rm", "sh", "-c"], &script, dir.path(), "room");
    said.lines().filter(|line| line.starts_with("full disk")).for_each(say);
}

#[test]
fn nothing_is_lost_where_files_may_not_grow() {
    let dir = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder");
    // The signal that goes with the limit would end the child: a shell ignores it for it.
    let said = run(&["sh", "-c"], "trap '' XFSZ; exec \"$0\" \"$@\"", dir.path(), "length");
    said.lines().filter(|line| line.starts_with("full disk")).for_each(say);
}
