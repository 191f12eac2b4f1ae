//! Help, man page and completions come from one grammar, complete in both languages.

use jalon::cli::args::COMMANDS;

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
    let below = ["key show", "key enrol", "key trust"];
    for command in COMMANDS.iter().chain(&below).chain(&[""]) {
        let words: Vec<&str> = ["--lang", "fr"].into_iter().chain(command.split_whitespace()).collect();
        let help = nowhere.run(&[words, vec!["--help"]].concat()).out;
        for english in
            ["default:", "possible", "Print", "Commands", "Arguments:", "Options:", "FILE", "COMMAND]"]
        {
            assert!(!help.contains(english), "{english} in {help}");
        }
    }
}

#[test]
fn the_man_page_tells_every_command_and_option() {
    let nowhere = Station::nowhere();
    for (language, title) in [("fr", ".SH CODES DE SORTIE"), ("en", ".SH EXIT STATUS")] {
        let man = nowhere.run(&["--lang", language, "man"]).out;
        assert!(man.starts_with(".TH JALON 1"), "{man}");
        for part in [title, ".SS jalon key enrol", "\\-\\-accept\\-partial", "\\-\\-passphrase\\-file"] {
            assert!(man.contains(part), "{part} in {man}");
        }
        for command in COMMANDS {
            assert!(man.contains(&format!(".SS jalon {command}")), "{command} in {man}");
        }
    }
}

#[test]
fn completions_are_written_for_every_shell() {
    let nowhere = Station::nowhere();
    for shell in ["bash", "zsh", "fish"] {
        let script = nowhere.run(&["completions", shell]);
        assert!(script.out.contains("inspect"), "{shell}");
    }
}
