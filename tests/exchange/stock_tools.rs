//! Bundles and stock tools, both ways. The commands are those of `docs/format-lot.md`, run as
//! they are printed there.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use jalon::exchange::allowed_signers::allowed_signers;
use jalon::exchange::bundle::code::Code;
use jalon::exchange::recipient::Identity;
use jalon::journal::entry::Head;
use secrecy::ExposeSecret as _;

use super::forge::{Forge, line, sha256};
use super::programme::{Collect, Programme, journal};

const TOOLS: [&str; 9] =
    ["age", "age-keygen", "jq", "python3", "sha256sum", "ssh-keygen", "tar", "truncate", "zstd"];

/// Whether the tools are there. A missing one fails the test where they are required, and is
/// said elsewhere.
pub fn has_tools() -> bool {
    let is_there = |tool: &&&str| {
        let path = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&path).any(|folder| folder.join(tool).is_file())
    };
    let missing: Vec<_> = TOOLS.iter().filter(|tool| !is_there(tool)).collect();
    for tool in &missing {
        say(&format!("skipped: {tool} is not installed"));
    }
    let required = std::env::var_os("JALON_REQUIRE_TOOLS").is_some_and(|value| value == "1");
    assert!(missing.is_empty() || !required, "required tools are missing: {missing:?}");
    missing.is_empty()
}

#[expect(clippy::print_stderr, reason = "whoever runs the tests has to see what was not tested")]
pub fn say(text: &str) {
    eprintln!("{text}");
}

/// The commands of the documentation under this title.
pub fn recipe(title: &str) -> String {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/format-lot.md");
    let page = std::fs::read_to_string(page).unwrap();
    let start = format!("```sh\n# {title}\n");
    let (_, rest) = page.split_once(&start).unwrap();
    rest.split_once("\n```").unwrap().0.to_owned()
}

/// A folder in which the commands run.
pub struct Bench {
    folder: tempfile::TempDir,
    pub programme: Programme,
}

impl Bench {
    pub fn new() -> Self {
        let bench = Self { folder: tempfile::tempdir().unwrap(), programme: Programme::new() };
        let programme = &bench.programme;
        bench.identity("import.key", &programme.import()[0]);
        bench.put("trust.json", &programme.trust.sign(&programme.keys.root).unwrap());
        bench.put("allowed_signers", allowed_signers(&programme.trust).as_bytes());
        bench
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn put(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path(name), bytes).unwrap();
    }

    pub fn get(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    pub fn identity(&self, name: &str, identity: &Identity) {
        self.put(name, format!("{}\n", identity.to_text().expose_secret()).as_bytes());
    }

    pub fn run(&self, commands: &str) -> Output {
        let commands = format!("set -eu; umask 077\n{commands}");
        let mut shell = Command::new("bash");
        shell.args(["-o", "pipefail", "-c", &commands]).current_dir(&self.folder);
        shell.env("LC_ALL", "C.UTF-8").output().unwrap()
    }

    /// Runs commands that must succeed, and gives what they print.
    pub fn succeeds(&self, commands: &str) -> String {
        let output = self.run(commands);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{commands}\n{told}");
        String::from_utf8(output.stdout).unwrap()
    }

    pub fn fails(&self, commands: &str) {
        assert!(!self.run(commands).status.success(), "{commands}\nshould have failed");
    }
}

#[test]
fn a_bundle_opens_without_jalon() {
    if !has_tools() {
        return;
    }
    let bench = Bench::new();
    let entries = journal(bench.programme.first.station, 12);
    let (file, written) = bench.programme.bundle(&bench.programme.cover(), Head::EMPTY, &entries);
    bench.put("lot.age", &file);
    assert!(bench.succeeds(&recipe("verifier-la-confiance")).contains("Good \"jalon-trust@v1\" signature"));
    let told = bench.succeeds(&recipe("ouvrir"));
    assert!(told.contains("Good \"jalon-bundle@v1\" signature"), "{told}");
    assert!(told.contains("2\tinterview\t2026-11-19"), "{told}");
    assert_eq!(sha256(&bench.get("manifest.json")), written.manifest_digest.to_string());
    assert_eq!(sha256(&file), written.sha256.to_string());
    let told = bench.succeeds(&recipe("verifier-la-chaine"));
    assert!(told.contains("12 écritures"), "{told}");
    // The whole archive is what tar expects: nothing is said, nothing else is there.
    assert_eq!(bench.succeeds("age -d -i import.key lot.age | tar -t | wc -l").trim(), "3");
}

#[test]
fn stock_tools_refuse_what_jalon_refuses() {
    if !has_tools() {
        return;
    }
    let bench = Bench::new();
    let forge = Forge::good(&bench.programme);
    bench.put("lot.age", &forge.seal());
    bench.succeeds(&recipe("ouvrir"));

    bench.identity("import.key", &bench.programme.second.identity);
    bench.fails(&recipe("ouvrir"));
    bench.identity("import.key", &bench.programme.import()[0]);

    let mut altered = Forge::good(&bench.programme);
    altered.files[0].1[30] ^= 1;
    bench.put("lot.age", &altered.seal());
    bench.fails(&recipe("ouvrir"));

    let manifest = forge.manifest_bytes();
    let signature = altered.signer.sign(altered.namespace, b"other");
    bench.put("lot.age", &forge.encrypt(&forge.inner_signed(&manifest, signature.as_bytes())));
    bench.fails(&recipe("ouvrir"));

    altered = Forge::good(&bench.programme);
    altered.manifest["to"] = serde_json::json!([bench.programme.second.identity.recipient()]);
    bench.put("lot.age", &altered.seal());
    bench.fails(&recipe("ouvrir"));

    let trust = String::from_utf8(bench.get("trust.json")).unwrap().replace("L3-1", "L3-9");
    bench.put("trust.json", trust.as_bytes());
    bench.fails(&recipe("verifier-la-confiance"));
}

#[test]
fn a_bundle_is_written_without_jalon() {
    if !has_tools() {
        return;
    }
    let bench = Bench::new();
    let programme = &bench.programme;
    let entries = journal(programme.first.station, 9);
    bench.put("ecritures.jsonl", &entries.iter().flat_map(line).collect::<Vec<_>>());
    let mut forge = Forge::of(programme, &entries);
    forge.manifest["parts"] = serde_json::json!([]);
    bench.put("sommaire.json", &serde_json::to_vec_pretty(&forge.manifest).unwrap());
    bench.put("poste.key", programme.first.signing.to_openssh().as_bytes());
    bench.succeeds("chmod 600 poste.key");
    bench.succeeds(&recipe("ecrire"));
    let mut collect = Collect::default();
    assert_eq!(programme.read(&bench.get("lot.age"), &mut collect).code, Code::Verified);
    assert_eq!(collect.entries, entries);

    // The same key used for another purpose is worth nothing.
    let elsewhere = recipe("ecrire").replace("-n jalon-bundle@v1", "-n file");
    bench.succeeds(&format!("rm -rf entries manifest.json* lot.*\n{elsewhere}"));
    assert_eq!(programme.inspect(&bench.get("lot.age")).code, Code::SignatureNamespace);
}

#[test]
fn sealed_keys_are_an_identity_file() {
    if !has_tools() {
        return;
    }
    let bench = Bench::new();
    bench.put("poste.keys", &bench.programme.first.to_bytes());
    let own = bench.succeeds("age-keygen -y poste.keys");
    assert_eq!(own.trim(), bench.programme.first.identity.recipient().as_str());
    bench.put("poste.key", bench.programme.first.signing.to_openssh().as_bytes());
    let shown = bench.succeeds("chmod 600 poste.key; ssh-keygen -l -f poste.key");
    assert!(shown.contains(&bench.programme.first.signing.public().fingerprint()), "{shown}");
}

/// The commands of the README with which a team and a counsellor are founded.
fn founding() -> String {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let page = std::fs::read_to_string(page).unwrap();
    let (_, rest) = page.split_once("A team and a counsellor, from a script:\n\n```sh\n").unwrap();
    rest.split_once("\n```").unwrap().0.to_owned()
}

#[test]
fn the_commands_of_the_readme_lead_to_a_bundle_that_stock_tools_open() {
    if !has_tools() {
        return;
    }
    let bench = Bench { folder: tempfile::tempdir().unwrap(), programme: Programme::new() };
    let program = Path::new(env!("CARGO_BIN_EXE_jalon")).parent().unwrap().to_owned();
    let with_program = format!("export HOME=$PWD LANG=fr_FR.UTF-8 PATH=\"{}:$PATH\"\n", program.display());
    bench.put("people.csv", "ref;nom;prenom;naissance\n1;Lefèvre;Inès;12/04/1990\n".as_bytes());
    bench.succeeds("mkdir reprise; mv people.csv reprise/personnes.csv");
    bench.succeeds("echo 'quatre chemins mènent à la rive gauche' | tee t.pass > s.pass");
    bench.succeeds(&format!("{with_program}{}", founding()));

    // What the team does with it, to the letter of the documentation.
    bench.succeeds("rm import.key allowed_signers; mv jalon-*-000001.age lot.age");
    let own = "--data-dir team --passphrase-file t.pass";
    let script = format!("#!/bin/sh\nexec '{}' {own} \"$@\"\n", env!("CARGO_BIN_EXE_jalon"));
    bench.put("jalon", script.as_bytes());
    bench.succeeds("chmod +x jalon");
    let as_team = "export HOME=$PWD LANG=fr_FR.UTF-8 PATH=\"$PWD:$PATH\"\n";
    bench.succeeds(&format!("{as_team}{}", recipe("preparer")));
    assert_eq!(bench.succeeds("stat -c %a import.key allowed_signers trust.json"), "600\n600\n600\n");
    bench.succeeds(&recipe("verifier-la-confiance"));
    let told = bench.succeeds(&recipe("ouvrir"));
    assert!(told.contains("\tperson\t"), "{told}");
    bench.succeeds(&recipe("verifier-la-chaine"));
}
