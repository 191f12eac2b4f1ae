//! The rules of `ARCHITECTURE.md` that a reader of the sources can check: who uses whom, how long
//! a file may be, where the engine is named, what must not be written.

use std::path::{Path, PathBuf};

/// Longest source file, in lines.
const LONGEST_FILE_LINES: usize = 400;

/// Which modules of the crate each module may use.
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("clock", &["domain"]),
    ("hardening", &[]),
    ("journal", &["domain"]),
    ("crypto", &[]),
    ("config", &[]),
    ("search", &["domain", "journal"]),
    ("tabular", &["domain"]),
    ("demo", &["domain"]),
    ("i18n", &["domain", "tabular"]),
    ("document", &["domain", "i18n"]),
    ("store", &["domain", "journal", "crypto"]),
    ("exchange", &["domain", "journal", "crypto"]),
    ("usecase", &["domain", "journal", "crypto", "store", "exchange", "search", "tabular", "demo"]),
    ("ui", &["domain", "journal", "usecase", "i18n", "document", "search", "config", "clock"]),
    (
        "cli",
        &[
            "domain",
            "journal",
            "crypto",
            "store",
            "exchange",
            "search",
            "tabular",
            "demo",
            "usecase",
            "i18n",
            "document",
            "config",
            "ui",
            "clock",
            "hardening",
        ],
    ),
];

/// What a module must not name, whatever it uses.
const FORBIDDEN: &[(&str, &[&str])] = &[
    ("domain", &["std::fs", "std::env", "std::net", "std::thread", "ratatui", "crossterm", "sled", "fluent"]),
    ("journal", &["std::fs", "std::env", "std::thread", "ratatui", "crossterm", "fluent"]),
    ("crypto", &["std::fs", "ratatui", "crossterm", "fluent"]),
    ("exchange", &["std::fs", "ratatui", "crossterm", "fluent"]),
    ("search", &["std::fs", "ratatui", "fluent"]),
    ("tabular", &["std::fs", "ratatui", "fluent"]),
    ("usecase", &["ratatui", "crossterm", "fluent"]),
    ("i18n", &["std::fs", "ratatui", "crossterm"]),
    ("document", &["std::fs", "ratatui", "crossterm", "fluent"]),
    ("ui", &["sled::", " age::", "std::fs"]),
];

struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    /// The top-level module that the file belongs to.
    fn module(&self) -> String {
        let inside = self.path.strip_prefix(root().join("src")).expect("a source");
        let first = inside.iter().next().expect("a name").to_string_lossy();
        first.trim_end_matches(".rs").to_owned()
    }

    fn name(&self) -> String {
        self.path.strip_prefix(root()).expect("inside").display().to_string()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_under(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files_under(&path, ending, found);
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
}

fn read_all(folder: &str, ending: &str) -> Vec<Source> {
    let mut paths = Vec::new();
    files_under(&root().join(folder), ending, &mut paths);
    paths.sort();
    assert!(!paths.is_empty(), "no {ending} under {folder}");
    let read = |path: PathBuf| Source { text: std::fs::read_to_string(&path).expect("text"), path };
    paths.into_iter().map(read).collect()
}

/// The crate's modules named in a line of code, as `crate::name`.
fn used_modules(line: &str) -> Vec<&str> {
    let code = line.split("//").next().unwrap_or_default();
    code.match_indices("crate::")
        .map(|(at, found)| &code[at + found.len()..])
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default())
        .collect()
}

fn report(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn modules_use_only_the_layers_below_them() {
    let mut problems = Vec::new();
    for source in read_all("src", ".rs") {
        let module = source.module();
        if module == "lib" || module == "main" {
            continue;
        }
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == module) else {
            problems.push(format!("{}: module {module} is in no layer", source.name()));
            continue;
        };
        for (rank, line) in source.text.lines().enumerate() {
            for used in used_modules(line) {
                let known = LAYERS.iter().any(|(name, _)| *name == used);
                if known && used != module && !allowed.contains(&used) {
                    problems.push(format!("{}:{}: {module} must not use {used}", source.name(), rank + 1));
                }
            }
        }
        for (_, words) in FORBIDDEN.iter().filter(|(name, _)| *name == module) {
            for (rank, line) in source.text.lines().enumerate() {
                let code = line.split("//").next().unwrap_or_default();
                for word in words.iter().filter(|word| code.contains(**word)) {
                    problems.push(format!("{}:{}: {module} must not name {word}", source.name(), rank + 1));
                }
            }
        }
    }
    report(&problems);
}

#[test]
fn the_engine_is_named_in_one_file() {
    let named: Vec<String> = read_all("src", ".rs")
        .iter()
        .filter(|source| {
            source.text.lines().any(|line| line.split("//").next().unwrap_or_default().contains("sled::"))
        })
        .map(Source::name)
        .collect();
    assert!(named.len() <= 1, "sled is named in {named:?}");
}

/// What is legible in every role is legible on every screen, for no screen has a colour of its own.
#[test]
fn colours_are_named_by_themes_only() {
    let is_of_theme = |path: &Path| {
        path.components().any(|part| part.as_os_str() == "theme" || part.as_os_str() == "terminal")
    };
    let names_one =
        |text: &str| ["Color::", "style::Color", ".fg(", ".bg("].iter().any(|word| text.contains(word));
    let sources = read_all("src/ui", ".rs").into_iter();
    let problems = sources.filter(|it| !is_of_theme(&it.path) && names_one(&it.text));
    let problems: Vec<String> = problems.map(|it| it.path.display().to_string()).collect();
    report(&problems);
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let mut problems = Vec::new();
    for source in read_all("src", ".rs") {
        let lines = source.text.lines().count();
        if lines > LONGEST_FILE_LINES {
            problems.push(format!("{}: {lines} lines", source.name()));
        }
        if !source.text.starts_with("//!") {
            problems.push(format!("{}: does not open with //!", source.name()));
        }
    }
    report(&problems);
}

#[test]
fn nothing_is_left_to_do_or_tied_to_one_machine() {
    // Written in pieces, so that this file does not find itself.
    let words =
        [["TO", "DO"].concat(), ["FIX", "ME"].concat(), ["/ho", "me/"].concat(), ["/wo", "rk/"].concat()];
    let mut problems = Vec::new();
    for folder in ["src", "tests", "docs", "keymaps", "themes"] {
        let mut paths = Vec::new();
        files_under(&root().join(folder), "", &mut paths);
        for path in paths {
            let Ok(text) = std::fs::read_to_string(&path) else { continue };
            for (rank, line) in text.lines().enumerate() {
                if words.iter().any(|word| line.contains(word)) {
                    problems.push(format!("{}:{}: {line}", path.display(), rank + 1));
                }
            }
        }
    }
    report(&problems);
}

#[test]
fn only_the_clock_reads_the_time() {
    let calls = ["Utc::now", "Local::now", "SystemTime::now", "Instant::now"];
    let mut problems = Vec::new();
    for source in read_all("src", ".rs").iter().filter(|source| source.module() != "clock") {
        for (rank, line) in source.text.lines().enumerate() {
            if calls.iter().any(|call| line.contains(call)) {
                problems.push(format!("{}:{}: {line}", source.name(), rank + 1));
            }
        }
    }
    report(&problems);
}
