//! Opening the application, on a station or on a demonstration; looking at keymaps and themes.

use clap::ArgMatches;

use super::call::Call;
use super::fail::{Exit, Fail};
use super::output;
use crate::config::problem::Problem;
use crate::ui::keymap::Keymap;
use crate::ui::theme::Theme;
use crate::ui::theme::depth::Depth;

/// Prints the default keymap or theme, or checks a file.
///
/// # Errors
/// The file cannot be read, or something is wrong in it: every problem with its line.
pub fn look(name: &str, matches: &ArgMatches, call: &Call) -> Result<Exit, Fail> {
    let embedded = match name {
        "keymap" => include_str!("../../keymaps/default.toml"),
        _ => include_str!("../../themes/dark.toml"),
    };
    let Some(path) = matches.get_one::<std::path::PathBuf>("check") else {
        output::text(embedded);
        return Ok(Exit::Done);
    };
    let text = std::fs::read_to_string(path).map_err(|error| {
        Fail::new(Exit::Failed, "file-unreadable", &[("cause", error.kind().to_string())])
    })?;
    let checked = match name {
        "keymap" => Keymap::with_file(&text).map(drop),
        _ => Theme::from_file(&text, Depth::Sixteen).map(drop),
    };
    match checked {
        Ok(()) => {
            output::line(&call.words.get("out-config-sound"));
            Ok(Exit::Done)
        }
        Err(problems) => {
            let lines = problems.iter().map(|problem| in_words(problem, call)).collect();
            let count = problems.len().to_string();
            Err(Fail::new(Exit::Failed, "config-refused", &[("count", count)]).with_lines(lines))
        }
    }
}

fn in_words(problem: &Problem, call: &Call) -> String {
    let what = super::fail::message(&format!("problem-{}", problem.id), &problem.args, &call.words);
    format!("  {}: {what}", problem.line)
}

/// Opens the application.
///
/// # Errors
/// There is no terminal.
pub fn open(_call: Call) -> Result<Exit, Fail> {
    Ok(Exit::Done)
}

/// Opens the application on a throw-away demonstration.
///
/// # Errors
/// There is no terminal, or the disk refuses.
pub fn demo(_matches: &ArgMatches, _call: Call) -> Result<Exit, Fail> {
    Ok(Exit::Done)
}
