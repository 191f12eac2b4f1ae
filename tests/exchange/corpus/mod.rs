//! The hostile corpus: bundles that somebody wrote wrong on purpose, and some that only look
//! wrong, each with the one code that is said of it. The classes are those of the threat model.
//!
//! The same list is read in this process ([`super::hostile`]), where what it costs is measured
//! ([`super::cost`]), by the program on a real station (`tests/cli`) and by another
//! implementation ([`super::other_reader`]).

mod archive;
mod entries;
mod manifest;
mod outside;
mod signature;

use jalon::exchange::bundle::code::Code;
use jalon::journal::entry::Entry;
use serde_json::Value;

use super::forge::{Forge, line};
use super::programme::{Programme, journal};

/// A file, and what is said of it.
pub struct Case {
    /// Its class in the threat model.
    pub class: &'static str,
    /// What is wrong with it.
    pub name: String,
    /// The code that is said of it.
    pub expected: Code,
    /// Its bytes.
    pub file: Vec<u8>,
}

impl Case {
    /// How it is called where it is read.
    pub fn title(&self) -> String {
        format!("{} {}", self.class, self.name)
    }
}

/// Every case, for a programme whose keys are given.
pub fn all(programme: &Programme) -> Vec<Case> {
    let mut corpus = Corpus { programme, cases: Vec::new(), class: "" };
    for add in
        [outside::add, signature::add, archive::add, manifest::add, entries::add] as [fn(&mut Corpus<'_>); 5]
    {
        add(&mut corpus);
    }
    corpus.cases
}

/// The corpus, while it is made.
struct Corpus<'a> {
    programme: &'a Programme,
    cases: Vec<Case>,
    class: &'static str,
}

impl Corpus<'_> {
    /// What follows belongs to this class.
    const fn class(&mut self, class: &'static str) {
        self.class = class;
    }

    /// Adds a file.
    fn file(&mut self, name: &str, file: impl Into<Vec<u8>>, expected: Code) {
        let class = self.class;
        self.cases.push(Case { class, name: name.to_owned(), expected, file: file.into() });
    }

    /// Adds any archive, encrypted for the programme.
    fn inner(&mut self, name: &str, inner: &[u8], expected: Code) {
        let file = Forge::good(self.programme).encrypt(inner);
        self.file(name, file, expected);
    }

    /// Adds the good bundle after this change to it.
    fn changed(&mut self, name: &str, expected: Code, change: impl FnOnce(&mut Forge, &Programme)) {
        let mut forge = Forge::good(self.programme);
        change(&mut forge, self.programme);
        self.file(name, forge.seal(), expected);
    }

    /// … with this in its manifest, signed.
    fn manifest(&mut self, place: &str, value: Value, expected: Code) {
        let shown: String = value.to_string().chars().take(60).collect();
        self.changed(&format!("{place} {shown}"), expected, |forge, _| {
            *forge.manifest.pointer_mut(place).expect(place) = value;
        });
    }

    /// … with these bytes as its manifest, signed.
    fn manifest_bytes(&mut self, name: &str, expected: Code, change: impl FnOnce(String) -> Vec<u8>) {
        let forge = Forge::good(self.programme);
        let bytes = change(String::from_utf8(forge.manifest_bytes()).unwrap());
        self.file(name, forge.encrypt(&forge.inner_with(&bytes)), expected);
    }

    /// … with one segment that is this frame of its entries, announced as `raw` bytes.
    fn framed(
        &mut self,
        name: &str,
        expected: Code,
        frame: impl FnOnce(&[u8]) -> Vec<u8>,
        raw: impl FnOnce(u64) -> u64,
    ) {
        let lines: Vec<u8> = journal(self.programme.first.station, 6).iter().flat_map(line).collect();
        self.changed(name, expected, |forge, _| {
            forge.files.clear();
            forge.manifest["parts"] = serde_json::json!([]);
            forge.part("entries/000000.jsonl.zst", frame(&lines), raw(lines.len() as u64));
        });
    }

    /// … with these lines.
    fn lines(&mut self, name: &str, expected: Code, change: impl FnOnce(Vec<String>) -> Vec<u8>) {
        let good = journal(self.programme.first.station, 6);
        let good = good.iter().map(|entry| String::from_utf8(line(entry)).unwrap().trim_end().to_owned());
        let forge = Forge::good(self.programme).with_lines(&change(good.collect()));
        self.file(name, forge.seal(), expected);
    }

    /// … with this third line.
    fn third(&mut self, name: &str, expected: Code, change: impl FnOnce(&str) -> String) {
        self.lines(name, expected, |mut all| {
            all[2] = change(&all[2]);
            joined(&all)
        });
    }

    /// A bundle of this one entry.
    fn entry(&mut self, name: &str, expected: Code, entry: &Entry) {
        let file = Forge::of(self.programme, std::slice::from_ref(entry)).seal();
        self.file(name, file, expected);
    }
}

fn joined(all: &[String]) -> Vec<u8> {
    all.iter().flat_map(|line| [line.as_bytes(), b"\n"].concat()).collect()
}
