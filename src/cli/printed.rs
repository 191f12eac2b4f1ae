//! What is printed from the program's own tables: completions and the man page.

use clap::Command;
use clap_complete::Shell;

use super::output;

/// The completion script of a shell.
pub fn completions(mut command: Command, shell: Shell) {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "jalon", &mut script);
    output::text(&String::from_utf8_lossy(&script));
}

/// The man page.
///
/// # Panics
/// Never: it is written to memory.
pub fn man(command: Command) {
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page).expect("memory takes it");
    output::text(&String::from_utf8_lossy(&page));
}
