//! Help, man page and completions come from one grammar, complete in both languages.

use std::process::Command;

use jalon::cli::args::{self, COMMANDS};
use jalon::i18n::{Language, Words};
use jalon::ui::{keymap, theme};

use crate::support::station::Station;

#[test]
fn help_names_every_command_and_has_no_hole() {
    let nowhere = Station::nowhere();
    for language in ["fr", "en"] {
        let help = nowhere.run(&["--lang", language, "--help"]);
        assert_eq!(help.code, 0);
        for command in COMMANDS {
            assert!(help.out.contains(command), "{command} in {}", help.out);
            let one = nowhere.run(&["--lang", language, command, "--help"]);
            assert!(!one.out.contains('⟦') && one.code == 0, "{}", one.out);
        }
        assert!(!help.out.contains('⟦'), "{}", help.out);
    }
}

#[test]
fn help_speaks_one_language() {
    let nowhere = Station::nowhere();
    for Told { path, .. } in grammar() {
        let words: Vec<&str> = ["--lang", "fr"].into_iter().chain(path.split_whitespace()).collect();
        let help = nowhere.run(&[words, vec!["--help"]].concat()).out;
        for english in
            ["default:", "possible", "Print", "Commands", "Arguments:", "Options:", "FILE", "COMMAND]"]
        {
            assert!(!help.contains(english), "{english} in {help}");
        }
    }
}

/// One command of the grammar: the words that lead to it, and its options.
struct Told {
    path: String,
    options: Vec<String>,
}

/// Every command, those below others included; the program itself has an empty path.
fn grammar() -> Vec<Told> {
    fn gather(command: &clap::Command, path: &str, told: &mut Vec<Told>) {
        let options = command.get_arguments().filter_map(|arg| arg.get_long()).map(str::to_owned).collect();
        told.push(Told { path: path.to_owned(), options });
        for below in command.get_subcommands() {
            gather(below, format!("{path} {}", below.get_name()).trim(), told);
        }
    }
    let mut told = Vec::new();
    gather(&args::command(&Words::new(Language::French)), "", &mut told);
    assert!(told.len() > COMMANDS.len() && told.iter().any(|it| it.path == "key export"));
    told
}

/// The part of the man page about one command.
fn part<'a>(man: &'a str, path: &str) -> &'a str {
    if path.is_empty() {
        return man;
    }
    let start = format!(".SS jalon {}", path.replace('-', "\\-"));
    let is_start =
        |(at, _): &(usize, &str)| !man[at + start.len()..].starts_with(|c: char| c.is_alphanumeric());
    let (at, _) = man.match_indices(&start).find(is_start).expect(path);
    let rest = &man[at + start.len()..];
    &rest[..rest.find("\n.S").unwrap_or(rest.len())]
}

#[test]
fn the_man_page_tells_every_command_and_option() {
    let nowhere = Station::nowhere();
    for (language, title) in [("fr", ".SH CODES DE SORTIE"), ("en", ".SH EXIT STATUS")] {
        let man = nowhere.run(&["--lang", language, "man"]).out;
        assert!(man.starts_with(".TH JALON 1") && man.contains(title), "{man}");
        for Told { path, options } in grammar() {
            let part = part(&man, &path);
            for option in options {
                let option = format!("\\-\\-{}", option.replace('-', "\\-"));
                assert!(part.contains(&option), "{option} of {path} in {part}");
            }
        }
    }
}

#[test]
fn the_man_page_is_set_without_a_warning() {
    if !has_tool("groff") {
        return;
    }
    let nowhere = Station::nowhere();
    for language in ["fr", "en"] {
        let page = nowhere.write("jalon.1", nowhere.run(&["--lang", language, "man"]).out);
        // The last one: letters as they are, neither overstruck nor coloured.
        let groff = ["-man", "-ww", "-Kutf8", "-Tutf8", "-P-cbou"];
        let set = Command::new("groff").args(groff).arg(page).output().expect("it runs");
        assert!(set.status.success() && set.stderr.is_empty(), "{}", String::from_utf8_lossy(&set.stderr));
        let text = String::from_utf8_lossy(&set.stdout).into_owned();
        assert!(text.contains("accept-partial") && text.lines().count() > 100, "{text}");
    }
}

#[test]
fn completions_tell_every_command_and_option() {
    let nowhere = Station::nowhere();
    for shell in ["bash", "zsh", "fish"] {
        let script = nowhere.run(&["completions", shell]).out;
        for Told { path, options } in grammar() {
            let last = path.rsplit(' ').next().unwrap_or_default();
            assert!(script.contains(last), "{path} for {shell}");
            for option in options {
                let option = if shell == "fish" { format!("-l {option}") } else { format!("--{option}") };
                assert!(script.contains(&option), "{option} of {path} for {shell}");
            }
        }
    }
}

#[test]
fn shells_read_their_completions() {
    let nowhere = Station::nowhere();
    for (shell, check) in [("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute")] {
        // Other shells than bash are not asked of anybody's machine.
        if !has_tool(shell) {
            continue;
        }
        let script = nowhere.write("completion", nowhere.run(&["completions", shell]).out);
        let read = Command::new(shell).arg(check).arg(script).output().expect("it runs");
        assert!(read.status.success(), "{shell}: {}", String::from_utf8_lossy(&read.stderr));
    }
}

/// Whether a tool is there; where tools are required, bash and groff must be.
fn has_tool(tool: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let is_there = std::env::split_paths(&path).any(|folder| folder.join(tool).is_file());
    let is_asked = matches!(tool, "bash" | "groff");
    let is_required = std::env::var_os("JALON_REQUIRE_TOOLS").is_some_and(|value| value == "1");
    assert!(is_there || !is_asked || !is_required, "{tool} is required");
    if !is_there {
        say(&format!("skipped: {tool} is not installed"));
    }
    is_there
}

#[expect(clippy::print_stderr, reason = "whoever runs the tests has to see what was not tested")]
fn say(text: &str) {
    eprintln!("{text}");
}

#[test]
fn every_embedded_keymap_and_theme_is_printed_by_its_name() {
    let nowhere = Station::nowhere();
    for (command, embedded) in [("keymap", keymap::EMBEDDED), ("theme", theme::EMBEDDED)] {
        assert_eq!(nowhere.run(&[command]).out.trim_end(), embedded[0].1.trim_end());
        for (name, text) in embedded {
            let printed = nowhere.run(&[command, name]);
            assert_eq!((printed.code, printed.out.trim_end()), (0, text.trim_end()), "{command} {name}");
            let path = nowhere.write("file.toml", text).display().to_string();
            assert_eq!(nowhere.run(&[command, "--check", &path]).code, 0, "{command} {name}");
        }
        let unknown = nowhere.run(&[command, "nano"]);
        assert_eq!(unknown.code, 2, "{}", unknown.err);
    }
}
