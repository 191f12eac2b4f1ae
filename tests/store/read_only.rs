//! A disk that may only be read, and folders that may not be written: each is told as what it is, with
//! what to do, and nothing is changed; a session that it befalls goes on once it is over.
//!
//! On a small file system of its own, where this process may mount one; rights are taken from a child
//! that has lost the administrator's privilege to pass over them.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use jalon::i18n::{Language, Words};
use jalon::store::{Error, Ground, Repair, Store};

use super::faults::Quick;
use super::kill::say;
use super::{at, draft, passphrase, setup};

/// What the child is told, by the environment: where, and what it finds there.
const WHERE: &str = "JALON_READ_ONLY_DIR";
const WHAT: &str = "JALON_READ_ONLY_WHAT";

fn ground() -> Ground {
    Ground { stretch: Arc::new(Quick), ..Ground::default() }
}

fn open(root: &Path, state: &Path) -> Result<(Store, Vec<Repair>), Error> {
    let (store, opening) = Store::unlock_on(ground(), root, state, &passphrase(), at(9))?;
    Ok((store, opening.repairs))
}

fn save(store: &mut Store, text: &str) -> Result<(), Error> {
    store.append(vec![draft(None, text)], at(10)).map(drop)
}

/// A store of one entry and one draft, closed.
fn prepare(root: &Path, state: &Path) {
    let passphrase = passphrase();
    let mut store = Store::create_on(ground(), root, state, &setup(&passphrase), at(0)).expect("a store");
    save(&mut store, "un").expect("a save");
    store.keep_draft("entretien", b"avant").expect("a draft");
    store.close(at(1)).expect("a close");
}

/// Every file below, with its bytes.
fn content(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(content(&path));
            found.insert(path, Vec::new());
        } else {
            let bytes = std::fs::read(&path).expect("a file");
            found.insert(path, bytes);
        }
    }
    found
}

/// Checks that both languages say what happened, and where, and what to do.
fn check_words(error: &Error) {
    for language in [Language::French, Language::English] {
        let words = Words::new(language);
        let args = error.args();
        let args = || args.iter().map(|(name, value)| (*name, value.as_str()));
        let (told, remedy) = (format!("err-{}", error.id()), format!("err-{}-remedy", error.id()));
        let told = words.filled(&told, args());
        assert!(args().any(|(name, value)| name == "path" && told.contains(value)), "{told}");
        assert!(words.filled(&remedy, args()).split_whitespace().count() > 4, "{remedy}");
    }
}

/// Whether an error says that the disk may only be read.
fn is_read_only(error: &Error) -> bool {
    check_words(error);
    matches!(error, Error::ReadOnly { .. }) && error.is_environment()
}

fn remount(dir: &Path, how: &str) {
    let done = Command::new("mount").args(["-o", &format!("remount,{how}")]).arg(dir).status();
    assert!(done.expect("mount").success(), "{how}");
}

/// The store on a disk that may only be read, its anchor elsewhere.
fn refuses_to_open(dir: &Path, elsewhere: &Path) {
    let (root, state) = (dir.join("poste"), elsewhere.join("repère"));
    prepare(&root, &state);
    remount(dir, "ro");
    let before = (content(dir), content(elsewhere));
    assert!(open(&root, &state).is_err_and(|error| is_read_only(&error)));
    let passphrase = passphrase();
    let other = dir.join("autre");
    let made = Store::create_on(ground(), &other, &state, &setup(&passphrase), at(0));
    assert!(made.is_err_and(|error| is_read_only(&error)));
    let restored = Store::restore_on(ground(), [&dir.join("poste"), &root, &state], &passphrase, at(0));
    assert!(restored.is_err());
    assert_eq!((content(dir), content(elsewhere)), before, "something changed");
    remount(dir, "rw");
    let (mut store, repairs) = open(&root, &state).expect("a store");
    assert_eq!((repairs.len(), store.len()), (0, 1));
    save(&mut store, "deux").expect("a save");
}

/// A disk that becomes so while the store is open, and that recovers.
fn goes_on_when_it_is_over(dir: &Path, elsewhere: &Path) {
    let (root, state) = (dir.join("séance"), elsewhere.join("autre repère"));
    prepare(&root, &state);
    let (mut store, _) = open(&root, &state).expect("a store");
    save(&mut store, "deux").expect("a save");
    // Files that are open for writing keep a disk from being remounted; what is bound over it does not.
    let bound = Command::new("mount").args(["--bind"]).arg(&root).arg(&root).status();
    assert!(bound.expect("mount").success());
    remount(&root, "bind,ro");
    assert!(store.keep_draft("entretien", b"pendant").is_err_and(|error| is_read_only(&error)));
    assert!(store.backup_daily(at(90_000)).is_err_and(|error| is_read_only(&error)));
    remount(&root, "bind,rw");
    store.keep_draft("entretien", b"ensuite").expect("a draft");
    save(&mut store, "trois").expect("a save");
    store.close(at(90_000)).expect("a close");
    let (store, repairs) = open(&root, &state).expect("a store");
    assert_eq!((repairs.len(), store.len()), (0, 3));
    assert_eq!(store.drafts().expect("drafts")[0].1, b"ensuite");
}

/// The anchor on a disk that may only be read: what is saved is saved, that it is not anchored is said.
fn saves_without_an_anchor(dir: &Path, elsewhere: &Path) {
    let (root, state) = (elsewhere.join("troisième"), dir.join("troisième repère"));
    prepare(&root, &state);
    remount(dir, "ro");
    let (mut store, _) = open(&root, &state).expect("a store");
    save(&mut store, "deux").expect("a save");
    assert!(store.close(at(11)).is_err_and(|error| is_read_only(&error)));
    let (store, repairs) = open(&root, &state).expect("a store");
    assert!(!repairs.iter().any(Repair::is_serious), "{repairs:?}");
    assert_eq!(store.len(), 2);
    drop(store);
    remount(dir, "rw");
}

/// Folders and files without the right to write, from which the owner is not excepted.
fn refuses_without_the_right(dir: &Path) {
    let (root, state) = (dir.join("poste"), dir.join("repère"));
    let before = content(&root);
    let error = open(&root, &state).expect_err("a store that may not be written");
    check_words(&error);
    assert!(matches!(error, Error::Forbidden { .. }), "{error:?}");
    assert_eq!(content(&root), before, "something changed");
}

/// Not a test of its own: what is done where nothing may be written.
#[test]
fn child() {
    let Ok(dir) = std::env::var(WHERE).map(PathBuf::from) else { return };
    if std::env::var(WHAT).as_deref() == Ok("rights") {
        return refuses_without_the_right(&dir);
    }
    let elsewhere = tempfile::tempdir().expect("a folder");
    refuses_to_open(&dir, elsewhere.path());
    goes_on_when_it_is_over(&dir, elsewhere.path());
    saves_without_an_anchor(&dir, elsewhere.path());
}

/// Runs the child under `wrapper`; `None` where that wrapper does not work.
fn run(wrapper: &[&str], dir: &Path, what: &str) -> Option<()> {
    let command = |program: &Path, arguments: &[&str]| {
        let mut command = Command::new(wrapper[0]);
        command.args(&wrapper[1..]).arg(program).args(arguments).env(WHERE, dir).env(WHAT, what);
        command.stdin(Stdio::null()).output()
    };
    command(Path::new("true"), &[]).ok().filter(|tried| tried.status.success())?;
    let this = std::env::current_exe().expect("this binary");
    let output = command(&this, &["--exact", "store::read_only::child", "--nocapture"]).expect("a child");
    let text = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&text));
    Some(())
}

#[test]
fn a_disk_that_may_only_be_read_is_told_and_nothing_changes() {
    let dir = tempfile::tempdir().expect("a folder");
    let mount = format!("mount -t tmpfs -o size=16m,mode=700 none \"${WHERE}\" && exec \"$0\" \"$@\"");
    if run(&["unshare", "-rm", "sh", "-c", &mount], dir.path(), "disk").is_none() {
        say("skipped: a read-only file system: none can be mounted here (unshare -rm)");
    }
}

#[test]
fn a_folder_that_may_not_be_written_is_told_and_nothing_changes() {
    fn forbid(path: &Path, mode: u32) {
        if path.is_dir() {
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o700)).expect("rights");
            let inside = std::fs::read_dir(path).expect("a folder");
            inside.for_each(|entry| forbid(&entry.expect("an entry").path(), mode));
        }
        let mode = if path.is_dir() { mode } else { mode & 0o600 };
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("rights");
    }
    let dir = tempfile::tempdir().expect("a folder");
    let root = dir.path().join("poste");
    prepare(&root, &dir.path().join("repère"));
    forbid(&root, 0o500);
    let plain = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--inh-caps", "-all"];
    let wrapper = if rustix::process::geteuid().is_root() { &plain[..] } else { &["env"] };
    if run(wrapper, dir.path(), "rights").is_none() {
        say("skipped: a folder without the right to write: the administrator has every right (setpriv)");
    }
    forbid(&root, 0o700);
}
