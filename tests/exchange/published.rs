//! Where the published test vectors are that `.ci/fetch-vectors` fetches. None of them is in the
//! repository.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::stock_tools::say;

/// The folder of these vectors; `None`, said aloud, when they were not fetched, which is a
/// failure where they are required.
pub fn folder(name: &str) -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/vectors");
    let folder = std::env::var_os("JALON_VECTORS").map_or(here, PathBuf::from).join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    let required = std::env::var_os("JALON_REQUIRE_TOOLS").is_some_and(|value| value == "1");
    assert!(!required, "{} is missing: run .ci/fetch-vectors", folder.display());
    say(&format!("skipped: {name} vectors were not fetched (.ci/fetch-vectors)"));
    None
}

/// The tests of a Wycheproof file, each with its group, and how many there must be.
pub fn wycheproof(name: &str, visit: impl FnMut(&Value, &Value)) -> u64 {
    let Some(folder) = folder("wycheproof") else { return 0 };
    let text = std::fs::read(folder.join(format!("{name}_test.json"))).unwrap();
    let file: Value = serde_json::from_slice(&text).unwrap();
    let groups = file["testGroups"].as_array().unwrap();
    let tests = |group: &'_ Value| group["tests"].as_array().unwrap().clone();
    let all: Vec<(Value, Value)> =
        groups.iter().flat_map(|group| tests(group).into_iter().map(|test| (group.clone(), test))).collect();
    assert_eq!(file["numberOfTests"].as_u64(), Some(all.len() as u64));
    let mut visit = visit;
    for (group, test) in &all {
        visit(group, test);
    }
    all.len() as u64
}

/// The bytes that a member says in hexadecimal.
pub fn bytes(value: &Value) -> Vec<u8> {
    let text = value.as_str().unwrap();
    (0..text.len() / 2).map(|at| u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).unwrap()).collect()
}
