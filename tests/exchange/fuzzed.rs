//! Every input that `fuzz/corpus` keeps goes through its target again: seeds, and what was found.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::stock_tools::say;
// The targets find these beside themselves.
use super::{forge, programme};
use crate::support::workbook;

#[path = "../../fuzz/src/targets/mod.rs"]
mod targets;

/// Most bytes of the whole corpus: it is in the repository.
const MOST_BYTES: usize = 192 << 10;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus")
}

#[test]
fn every_kept_input_holds() {
    let (mut inputs, mut bytes) = (0, 0);
    for (name, _) in targets::TARGETS {
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(corpus().join(name)).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        assert!(files.len() >= 3, "{name} has too few seeds");
        for file in files {
            let input = std::fs::read(&file).unwrap();
            say(&format!("{}", file.display()));
            targets::run(name, &input);
            (inputs, bytes) = (inputs + 1, bytes + input.len());
        }
    }
    assert!(bytes <= MOST_BYTES, "{bytes} bytes");
    say(&format!("{inputs} inputs, {bytes} bytes"));
}

#[test]
fn every_target_is_built_and_has_its_folder() {
    let names = |folder: &str, ending: &str| -> BTreeSet<String> {
        let found = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
        let names = found.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
        names.map(|name| name.trim_end_matches(ending).to_owned()).collect()
    };
    let known: BTreeSet<String> = targets::TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names("fuzz/fuzz_targets", ".rs"), known);
    assert_eq!(names("fuzz/corpus", ""), known);
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/Cargo.toml");
    let manifest = std::fs::read_to_string(manifest).unwrap();
    for name in known {
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name} is not in fuzz/Cargo.toml");
    }
}
