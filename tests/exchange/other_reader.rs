//! Another implementation, in another language, reads bundles: `docs/lire_lot.py`. It agrees with
//! this one on every entry of the good ones, and on the code of every hostile one.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use jalon::exchange::bundle::code::Code;
use jalon::journal::entry::{Entry, Head};
use secrecy::ExposeSecret as _;

use super::corpus;
use super::programme::{Programme, journal};
use super::stock_tools::say;

/// A Python that has what the reader needs; the system's may have it where another has not.
fn python() -> Option<&'static str> {
    let found = ["python3", "/usr/bin/python3"].into_iter().find(|python| {
        let tried = Command::new(python).args(["-c", "import nacl"]).stderr(Stdio::null()).status();
        tried.is_ok_and(|status| status.success())
    });
    let zstd = Command::new("zstd").arg("-V").stdout(Stdio::null()).status();
    let found = found.filter(|_| zstd.is_ok_and(|status| status.success()));
    let required = std::env::var_os("JALON_REQUIRE_TOOLS").is_some_and(|value| value == "1");
    assert!(found.is_some() || !required, "python3-nacl and zstd are needed");
    if found.is_none() {
        say("skipped: python3-nacl or zstd is not installed");
    }
    found
}

/// A folder with a list of who is trusted, a key, and bundles.
struct Desk {
    python: &'static str,
    folder: tempfile::TempDir,
}

impl Desk {
    fn new(programme: &Programme) -> Option<Self> {
        let desk = Self { python: python()?, folder: tempfile::tempdir().unwrap() };
        desk.put("trust.json", &programme.trust.sign(&programme.keys.root).unwrap());
        let identity = programme.import()[0].to_text();
        desk.put("cle.txt", format!("# clé d’import\n{}\n", identity.expose_secret()).as_bytes());
        Some(desk)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path(name), bytes).unwrap();
    }

    fn read(&self, arguments: &[&str], bundles: &[String]) -> Output {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/lire_lot.py");
        let mut command = Command::new(self.python);
        command.arg(script).args(arguments).args(["trust.json", "cle.txt"]).args(bundles);
        command.current_dir(&self.folder).env("PYTHONUTF8", "1").output().unwrap()
    }
}

fn lines_of(output: &Output) -> Vec<String> {
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn it_reads_every_entry_of_a_bundle() {
    let programme = Programme::new();
    let Some(desk) = Desk::new(&programme) else { return };
    let entries = journal(programme.first.station, 60);
    let (file, _) = programme.bundle(&programme.cover(), Head::EMPTY, &entries);
    desk.put("lot.age", &file);
    desk.put("ancien.age", include_bytes!("golden/jalon-bundle-1.age"));
    let same = |line: &String, entry: &Entry| {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        let payload: serde_json::Value = serde_json::from_slice(entry.payload.as_ref().unwrap()).unwrap();
        assert_eq!(line["header"], serde_json::to_value(&entry.header).unwrap());
        assert_eq!(line["payload"], payload);
    };
    for (bundle, count) in [("lot.age", 60), ("ancien.age", 9)] {
        let output = desk.read(&[], &[bundle.to_owned()]);
        assert!(output.status.success(), "{bundle}");
        let lines = lines_of(&output);
        assert_eq!(lines.len(), count, "{bundle}");
        lines.iter().zip(&entries).for_each(|(line, entry)| same(line, entry));
    }
    desk.put("coupe.age", &file[..file.len() - 1]);
    let output = desk.read(&[], &["coupe.age".to_owned()]);
    assert!(!output.status.success() && output.stdout.is_empty());
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "coupe.age : damaged\n");
}

#[test]
fn it_says_the_same_code_of_every_hostile_file() {
    let programme = Programme::new();
    let Some(desk) = Desk::new(&programme) else { return };
    let cases = corpus::all(&programme);
    let name = |index: usize| format!("{index}.age");
    for (index, case) in cases.iter().enumerate() {
        desk.put(&name(index), &case.file);
    }
    let codes = lines_of(&desk.read(&["--codes"], &(0..cases.len()).map(name).collect::<Vec<_>>()));
    assert_eq!(codes.len(), cases.len());
    let mut problems = Vec::new();
    for (case, code) in cases.iter().zip(&codes) {
        // Here, of a key of a kind that is not compiled in, not even the form is known.
        let kind_or_form = case.name == "ECDSA" && case.expected == Code::SignatureForm;
        let expected = if kind_or_form { Code::SignatureKind } else { case.expected };
        if code != expected.code() {
            problems.push(format!("{}: {code} instead of {}", case.title(), expected.code()));
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
    say(&format!("{} hostile files: two implementations, one code each", cases.len()));
}
