//! The user's `config.toml`: what is set there, and everything that is wrong in it. A line that
//! is wrong is left out; it never stops the program.

use serde::Deserialize;
use toml::Spanned;

use super::problem::{Lines, Problem};

/// Idle minutes before the station locks itself, when nothing is set (security: 1 to 15).
const LOCK_MINUTES: u8 = 5;

/// What the user set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Tag of the language; `None` follows the machine.
    pub language: Option<String>,
    /// Name of a theme: an embedded one, or a file of `themes/`.
    pub theme: Option<String>,
    /// Name of a keymap: an embedded one, or a file of `keymaps/`.
    pub keymap: Option<String>,
    /// Idle minutes before the station locks itself, 1 to 15.
    pub lock_minutes: u8,
}

impl Default for Config {
    fn default() -> Self {
        Self { language: None, theme: None, keymap: None, lock_minutes: LOCK_MINUTES }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    language: Option<Spanned<String>>,
    theme: Option<Spanned<String>>,
    keymap: Option<Spanned<String>>,
    lock_minutes: Option<Spanned<i64>>,
}

impl Config {
    /// Reads the text of a `config.toml`, with every problem at its line. What is right in it
    /// holds whatever else is wrong, unless it is not TOML at all.
    pub fn read(text: &str) -> (Self, Vec<Problem>) {
        let lines = Lines(text);
        let mut config = Self::default();
        let mut problems = Vec::new();
        let file: File = match toml::from_str(text) {
            Ok(file) => file,
            Err(error) => return (config, vec![lines.syntax(&error)]),
        };
        for (given, slot) in [(&file.theme, &mut config.theme), (&file.keymap, &mut config.keymap)] {
            let Some(name) = given else { continue };
            if is_plain_name(name.get_ref()) {
                *slot = Some(name.get_ref().clone());
            } else {
                problems.push(lines.problem(name, "config-name", vec![("value", name.get_ref().clone())]));
            }
        }
        if let Some(tag) = &file.language {
            if matches!(tag.get_ref().as_str(), "fr" | "en") {
                config.language = Some(tag.get_ref().clone());
            } else {
                problems.push(lines.problem(tag, "config-language", vec![("value", tag.get_ref().clone())]));
            }
        }
        if let Some(minutes) = &file.lock_minutes {
            match u8::try_from(*minutes.get_ref()) {
                Ok(value @ 1..=15) => config.lock_minutes = value,
                Ok(_) | Err(_) => {
                    problems.push(lines.problem(
                        minutes,
                        "config-lock",
                        vec![("value", minutes.get_ref().to_string())],
                    ));
                }
            }
        }
        (config, problems)
    }
}

/// A name of a file of ours, never a path.
fn is_plain_name(name: &str) -> bool {
    !name.is_empty()
        && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_')
}
