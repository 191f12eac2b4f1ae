//! What is printed from the grammar: completions and the man page.

use clap::{Arg, Command};
use clap_complete::Shell;

use super::output;
use crate::i18n::Words;

/// Where things are on a machine that follows the XDG directories, and the words that tell them.
const FILES: [(&str, &str); 3] = [
    ("~/.local/share/jalon", "man-files-station"),
    ("~/.local/state/jalon", "man-files-state"),
    ("~/.config/jalon", "man-files-config"),
];

/// The completion script of a shell.
pub fn completions(mut command: Command, shell: Shell) {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "jalon", &mut script);
    output::text(&String::from_utf8_lossy(&script));
}

/// The man page: one page for every command, for there is one program.
pub fn man(mut command: Command, words: &Words) {
    command.build();
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let version = command.get_version().unwrap_or_default();
    let mut page = format!(".TH JALON 1 \"\" \"Jalon {version}\"\n");
    section(&mut page, &words.get("man-name"));
    page.push_str(&format!("jalon \\- {}\n", escaped(&about)));
    section(&mut page, &words.get("man-synopsis"));
    page.push_str(&format!(".B {}\n", escaped(&usage(&mut command))));
    section(&mut page, &words.get("man-common"));
    arguments(&mut page, command.get_arguments());
    section(&mut page, &words.get("man-commands"));
    commands(&mut page, &mut command);
    section(&mut page, &words.get("man-exit"));
    page.push_str(&escaped(&words.get("cli-exit-codes")));
    page.push('\n');
    section(&mut page, &words.get("man-files"));
    for (place, id) in FILES {
        page.push_str(&format!(".TP\n.B {}\n{}\n", escaped(place), escaped(&words.get(id))));
    }
    output::text(&page);
}

/// Every command below this one, with its usage, what it does, and its own arguments.
fn commands(page: &mut String, command: &mut Command) {
    for below in command.get_subcommands_mut() {
        page.push_str(&format!(".SS {}\n", escaped(&usage(below))));
        page.push_str(&escaped(&below.get_about().map(ToString::to_string).unwrap_or_default()));
        page.push('\n');
        arguments(page, below.get_arguments().filter(|arg| !arg.is_global_set()));
        commands(page, below);
    }
}

fn arguments<'a>(page: &mut String, args: impl Iterator<Item = &'a Arg>) {
    for arg in args {
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        let short = arg.get_short().map(|letter| format!("-{letter}, ")).unwrap_or_default();
        page.push_str(&format!(".TP\n.B {}\n{}\n", escaped(&format!("{short}{arg}")), escaped(&help)));
    }
}

fn section(page: &mut String, title: &str) {
    page.push_str(&format!(".SH {}\n", escaped(title)));
}

/// The usage without the word that introduces it.
fn usage(command: &mut Command) -> String {
    let usage = command.render_usage().to_string();
    usage.find("jalon").map_or(usage.as_str(), |at| &usage[at..]).trim().to_owned()
}

/// Text in which the typesetter sees neither its own requests nor hyphens that may break.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    let lines = text
        .lines()
        .map(|line| if line.starts_with(['.', '\'']) { format!("\\&{line}") } else { line.to_owned() });
    lines.collect::<Vec<_>>().join("\n")
}
