//! What the documents say can be typed exists: every command and option that they quote.

use std::path::Path;

use jalon::cli::args;
use jalon::i18n::{Language, Words};

/// The documents that people read.
const PAGES: [&str; 11] = [
    "README.md",
    "SECURITY.md",
    "CHANGELOG.md",
    "docs/guide.md",
    "docs/equipe.md",
    "docs/poste-partage.md",
    "docs/tables-import.md",
    "docs/json.md",
    "docs/format-lot.md",
    "docs/format-poste.md",
    "docs/terminals.md",
];

/// Everything quoted as code in a page.
fn quoted(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (rank, part) in page.split("```").enumerate() {
        if rank % 2 == 1 {
            found.extend(part.lines().skip(1).map(str::to_owned));
        } else {
            found.extend(part.split('`').skip(1).step_by(2).map(|code| code.replace('\n', " ")));
        }
    }
    found
}

/// What is wrong with the call of the program that begins after `jalon`.
fn wrong(call: &str, grammar: &clap::Command) -> Option<String> {
    let mut command = grammar;
    let mut words = call.split_whitespace().take_while(|word| !matches!(*word, "|" | ">" | ";" | "#"));
    while let Some(word) = words.next() {
        let word = word.trim_matches(['"', '\'', ')', ']', '[', '(', '…', ',']);
        if let Some(option) = word.strip_prefix("--") {
            let (option, has_value) =
                option.split_once('=').map_or((option, false), |(option, _)| (option, true));
            let mut args = command.get_arguments().chain(grammar.get_arguments());
            let Some(arg) = args.find(|arg| arg.get_long() == Some(option)) else {
                return Some(format!("--{option} of {}", command.get_name()));
            };
            if arg.get_action().takes_values() && !has_value {
                words.next();
            }
            continue;
        }
        let is_name = !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase());
        match command.find_subcommand(word) {
            Some(below) => command = below,
            None if is_name && command.has_subcommands() => {
                return Some(format!("{word} below {}", command.get_name()));
            }
            None => {}
        }
    }
    None
}

#[test]
fn every_command_and_option_that_is_quoted_exists() {
    let grammar = args::command(&Words::new(Language::French));
    let mut problems = Vec::new();
    let mut calls = 0;
    for page in PAGES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
        let text = std::fs::read_to_string(path).expect(page);
        for code in quoted(&text) {
            let Some(call) =
                code.strip_prefix("jalon ").or_else(|| code.split_once("$(jalon ").map(|it| it.1))
            else {
                continue;
            };
            calls += 1;
            problems.extend(wrong(call, &grammar).map(|what| format!("{page}: `jalon {call}`: no {what}")));
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
    assert!(calls > 50, "only {calls} calls were found");
}
