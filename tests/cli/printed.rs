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
fn the_man_page_and_the_completions_are_written() {
    let nowhere = Station::nowhere();
    let man = nowhere.run(&["man"]);
    assert!(man.out.starts_with(".ie") || man.out.contains(".TH jalon"), "{}", man.out);
    for shell in ["bash", "zsh", "fish"] {
        let script = nowhere.run(&["completions", shell]);
        assert!(script.out.contains("inspect"), "{shell}");
    }
}
