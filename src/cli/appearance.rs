//! The user's configuration, keymap and theme: read, checked, and replaced by ours where wrong.

use std::fs;
use std::path::Path;

use clap::ArgMatches;

use super::call::Call;
use super::fail::{Exit, Fail, message};
use super::{files, output};
use crate::config::file::Config;
use crate::config::problem::Problem;
use crate::ui::keymap::{self, Keymap};
use crate::ui::terminal::ability::{Ability, Surroundings};
use crate::ui::theme::depth::Depth;
use crate::ui::theme::{self, Theme};

/// How the application looks and answers.
pub struct Appearance {
    /// What the user set.
    pub config: Config,
    /// The keymap in force.
    pub keymap: Keymap,
    /// The theme in force.
    pub theme: Theme,
    /// What is wrong, file by file: ours are used instead.
    pub problems: Vec<(String, Vec<Problem>)>,
}

impl Appearance {
    /// Reads the user's files in `folder`. None of them needs to exist.
    pub fn read(folder: &Path, depth: Depth) -> Self {
        let mut problems = Vec::new();
        let mut note = |name: String, found: Vec<Problem>| {
            if !found.is_empty() {
                problems.push((name, found));
            }
        };
        let (config, found) = read(&folder.join("config.toml"))
            .map_or_else(|| (Config::default(), Vec::new()), |text| Config::read(&text));
        note("config.toml".to_owned(), found);
        let name = config.keymap.as_deref().unwrap_or("default");
        let keymap_name = format!("keymaps/{name}.toml");
        let ours = || Keymap::named(name);
        let keymap = read(&folder.join(&keymap_name)).map_or_else(ours, |text| {
            Keymap::with_file(&text).unwrap_or_else(|found| {
                note(keymap_name.clone(), found);
                ours()
            })
        });
        let name = config.theme.as_deref().unwrap_or("dark");
        let theme_name = format!("themes/{name}.toml");
        let theme = read(&folder.join(&theme_name)).map_or_else(
            || Theme::embedded(name, depth),
            |text| {
                Theme::from_file(&text, depth).unwrap_or_else(|found| {
                    note(theme_name.clone(), found);
                    Theme::embedded(name, depth)
                })
            },
        );
        Self { config, keymap, theme, problems }
    }

    /// How many things are wrong.
    pub fn count(&self) -> usize {
        self.problems.iter().map(|(_, found)| found.len()).sum()
    }
}

/// The text of a file, if there is one. One that is no text is told as any other that is wrong.
fn read(path: &Path) -> Option<String> {
    fs::read(path).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// What the environment says of the terminal.
pub fn surroundings() -> Surroundings {
    let set = |name: &str| std::env::var(name).unwrap_or_default();
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().map(set).find(|it| !it.is_empty());
    Surroundings {
        no_color: set("NO_COLOR"),
        term: set("TERM"),
        colorterm: set("COLORTERM"),
        locale: locale.unwrap_or_default(),
    }
}

/// How many colours this terminal shows.
pub fn depth() -> Depth {
    Ability::of(&surroundings()).map_or(Depth::Monochrome, |ability| ability.depth)
}

/// Prints an embedded keymap or theme, the default one unless it is named, or checks a file.
///
/// # Errors
/// The file cannot be read, or something is wrong in it: every problem with its line.
pub fn look(name: &str, matches: &ArgMatches, call: &Call) -> Result<Exit, Fail> {
    let Some(path) = matches.get_one::<std::path::PathBuf>("check") else {
        let all = if name == "keymap" { keymap::EMBEDDED } else { theme::EMBEDDED };
        let asked = matches.get_one::<String>("name");
        let (_, text) = all.iter().find(|(known, _)| asked.is_some_and(|it| it == known)).unwrap_or(&all[0]);
        output::text(text);
        return Ok(Exit::Done);
    };
    let text = fs::read_to_string(path).map_err(|error| files::failed(path, error))?;
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

/// A problem, with its line.
pub fn in_words(problem: &Problem, call: &Call) -> String {
    let what = message(&format!("problem-{}", problem.id), &problem.args, &call.words);
    message("out-config-line", &[("line", problem.line.to_string()), ("what", what)], &call.words)
}
